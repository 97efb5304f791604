"""The product's own JSON: one object an article, one a mention; the schema stands beside it."""

from __future__ import annotations

import json
from dataclasses import fields
from datetime import date
from functools import cache
from importlib.resources import files
from typing import Any

from dragoman.article import Article
from dragoman.formats.readers import reader
from dragoman.mention import Mention

_AS_THEY_ARE = frozenset({str, int, float, bool, type(None)})


class RowError(ValueError):
    """A JSON object is not what it should be; says what is wrong with it."""


def article_to_dict(article: Article) -> dict[str, Any]:
    """The article as JSON values; ``published`` is an ISO date or None."""
    found: dict[str, Any] = plain(article)
    return found


def mention_to_dict(mention: Mention) -> dict[str, Any]:
    """The mention as JSON values, fields in the order of `Mention`."""
    found: dict[str, Any] = plain(mention)
    return found


def article_from_dict(row: dict[str, Any]) -> Article:
    """The article that `article_to_dict` wrote.

    Raises:
        RowError: a field is missing, unknown, or of another kind; names it, its value and what is
            allowed.
    """
    return _read(Article, row)  # type: ignore[no-any-return]


def mention_from_dict(row: dict[str, Any]) -> Mention:
    """The mention that `mention_to_dict` wrote.

    Raises:
        RowError: a field is missing, unknown, or of another kind; names it, its value and what is
            allowed.
    """
    return _read(Mention, row)  # type: ignore[no-any-return]


def dump(value: dict[str, Any], *, indent: int | None = None) -> str:
    """JSON text, not ASCII-escaped, the same for the same values."""
    return json.dumps(value, ensure_ascii=False, indent=indent)


def plain(value: Any) -> Any:
    """Records, tuples and days as JSON values, fields in their order."""
    kind = type(value)
    if kind in _AS_THEY_ARE:
        return value
    if kind is tuple or kind is list:
        return [plain(inner) for inner in value]
    if kind is dict:
        return {key: plain(inner) for key, inner in value.items()}
    if isinstance(value, date):
        return value.isoformat()
    found = {}
    for name in _names(value.__class__):
        inner = getattr(value, name)
        found[name] = inner if type(inner) in _AS_THEY_ARE else plain(inner)
    return found


def mention_schema() -> dict[str, Any]:
    """The JSON Schema (2020-12) of a mention."""
    text = (files("dragoman") / "mention.schema.json").read_text("utf-8")
    schema: dict[str, Any] = json.loads(text)
    return schema


@cache
def _names(kind: type) -> tuple[str, ...]:
    return tuple(field.name for field in fields(kind))


def _read(kind: type, row: Any) -> Any:
    try:
        return reader(kind)(row)
    except ValueError as error:
        name = kind.__name__.lower()
        what = f"is no {name} as `dragoman read --json` writes it ({error}); code its article again"
        raise RowError(what) from error
