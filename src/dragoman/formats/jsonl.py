"""The product's own JSON: one object an article, one a mention; the schema stands beside it."""

from __future__ import annotations

import json
from dataclasses import asdict
from importlib.resources import files
from typing import Any

from dragoman.article import Article
from dragoman.mention import Mention


def article_to_dict(article: Article) -> dict[str, Any]:
    """The article as JSON values; ``published`` is an ISO date or None."""
    found = asdict(article)
    found["published"] = article.published.isoformat() if article.published else None
    found["left_out"] = [asdict(omission) for omission in article.left_out]
    return found


def mention_to_dict(mention: Mention) -> dict[str, Any]:
    """The mention as JSON values, fields in the order of `Mention`."""
    found: dict[str, Any] = _plain(asdict(mention))
    return found


def dump(value: dict[str, Any], *, indent: int | None = None) -> str:
    """JSON text, not ASCII-escaped, the same for the same values."""
    return json.dumps(value, ensure_ascii=False, indent=indent)


def mention_schema() -> dict[str, Any]:
    """The JSON Schema (2020-12) of a mention."""
    text = (files("dragoman") / "mention.schema.json").read_text("utf-8")
    schema: dict[str, Any] = json.loads(text)
    return schema


def _plain(value: Any) -> Any:
    if isinstance(value, dict):
        return {key: _plain(inner) for key, inner in value.items()}
    if isinstance(value, tuple | list):
        return [_plain(inner) for inner in value]
    return value
