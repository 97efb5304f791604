"""The product's own JSON: one object an article, one a mention; the schema stands beside it."""

from __future__ import annotations

import json
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import asdict, fields
from datetime import date
from importlib.resources import files
from typing import Any

from dragoman.article import Article, Omission
from dragoman.mention import (
    Cue,
    Entity,
    Magnitude,
    Magnitudes,
    Mention,
    Span,
    Speaker,
    When,
    Where,
)

_ARTICLE = tuple(field.name for field in fields(Article))


class RowError(ValueError):
    """A JSON object is not what it should be; says what is wrong with it."""


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


def article_from_dict(row: dict[str, Any]) -> Article:
    """The article that `article_to_dict` wrote.

    Raises:
        RowError: a field is missing, unknown, or of another kind.
    """
    with _reading("article"):
        published = row.get("published")
        given = {key: row[key] for key in _ARTICLE if key in row}
        given["published"] = date.fromisoformat(published) if published else None
        given["left_out"] = tuple(Omission(**left) for left in row.get("left_out", ()))
        return Article(**given)


def mention_from_dict(row: dict[str, Any]) -> Mention:
    """The mention that `mention_to_dict` wrote.

    Raises:
        RowError: a field is missing, unknown, or of another kind.
    """
    with _reading("mention"):
        told = row["magnitudes"]
        return Mention(
            **{
                **row,
                "contexts": tuple(row["contexts"]),
                "trigger": Span(**row["trigger"]),
                "sentence": Span(**row["sentence"]),
                "actors": tuple(_entity(party) for party in row["actors"]),
                "recipients": tuple(_entity(party) for party in row["recipients"]),
                "attribution": tuple(
                    Speaker(**{**speaker, "sectors": tuple(speaker["sectors"])})
                    for speaker in row["attribution"]
                ),
                "when": When(**row["when"]) if row["when"] else None,
                "where": tuple(Where(**place) for place in row["where"]),
                "magnitudes": Magnitudes(**{k: Magnitude(**v) for k, v in told.items() if v}),
                "cues": tuple(Cue(**cue) for cue in row["cues"]),
            }
        )


def dump(value: dict[str, Any], *, indent: int | None = None) -> str:
    """JSON text, not ASCII-escaped, the same for the same values."""
    return json.dumps(value, ensure_ascii=False, indent=indent)


def mention_schema() -> dict[str, Any]:
    """The JSON Schema (2020-12) of a mention."""
    text = (files("dragoman") / "mention.schema.json").read_text("utf-8")
    schema: dict[str, Any] = json.loads(text)
    return schema


def _entity(row: dict[str, Any]) -> Entity:
    return Entity(**{**row, "sectors": tuple(row["sectors"])})


@contextmanager
def _reading(kind: str) -> Iterator[None]:
    try:
        yield
    except (KeyError, TypeError, ValueError, AttributeError) as error:
        what = f"is no {kind} as `dragoman code` writes it ({error}); code its article again"
        raise RowError(what) from error


def _plain(value: Any) -> Any:
    if isinstance(value, dict):
        return {key: _plain(inner) for key, inner in value.items()}
    if isinstance(value, tuple | list):
        return [_plain(inner) for inner in value]
    return value
