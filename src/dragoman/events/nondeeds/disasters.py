"""An emergency declared because of a storm or plague, which is no martial law."""

from __future__ import annotations

from collections.abc import Iterable

from spacy.tokens import Token

from dragoman.events.nondeeds.words import is_a

_TOLD_OFTEN = 2
"""So many words of disaster make a report one of it, where none tells of unrest."""


def is_of_disaster(noun: Token) -> bool:
    """Whether an emergency answers a disaster: 'a state of *emergency* after a cyclone'.

    The sentence tells so, or the report where it tells of nothing else that would.
    """
    if noun.lemma_.lower() != "emergency":
        return False
    if any(_unrest(noun.sent)):
        return False
    return any(_disasters(noun.sent)) or (
        len(list(_disasters(noun.doc))) >= _TOLD_OFTEN and not any(_unrest(noun.doc))
    )


def _disasters(words: Iterable[Token]) -> list[Token]:
    return [word for word in words if is_a(word, "disaster")]


def _unrest(words: Iterable[Token]) -> list[Token]:
    return [word for word in words if is_a(word, "unrest")]
