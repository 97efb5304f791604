"""Towns near a border: 'in Gaya, near the Nigerian border' is not in Nigeria but next to it."""

from __future__ import annotations

from collections.abc import Mapping

from spacy.tokens import Doc

from dragoman.places.names import Name
from dragoman.places.sited import BORDERS

_ON = frozenset({"near", "on", "to", "by", "at", "along", "from"})
_BETWEEN = frozenset({",", "a", "town", "village", "close", "right", "just"})
_FAR = 8
"""Tokens after a town's name within which the border is told."""


def is_before_border(doc: Doc, i: int) -> bool:
    """Whether the token, a country's adjective, stands before 'border'."""
    return i + 1 < len(doc) and doc[i + 1].lower_ in BORDERS


def beyond(doc: Doc, name: Name, borders: Mapping[int, str]) -> str | None:
    """The country (alpha-3) on whose border a name's place is told to lie; None where on none.

    Args:
        doc: the parsed text.
        name: the name.
        borders: the adjectives before 'border', by token, and their countries.
    """
    for i in range(name.end, min(name.end + _FAR, len(doc))):
        if i in borders:
            between = [t.lower_ for t in doc[name.end : i]]
            near = [word for word in between if word not in _BETWEEN | {"the"}]
            return borders[i] if near and near[0] in _ON and len(near) == 1 else None
    return None
