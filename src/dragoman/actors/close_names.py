"""Names that stand right after the noun that describes them: 'the rebel group M23'."""

from __future__ import annotations

from dataclasses import dataclass

from spacy.tokens import Token

from dragoman.actors.entry import BODIES
from dragoman.actors.names import Names
from dragoman.actors.roles import Role

_DESCRIBING = frozenset({"body", "collective", "group"})
_WITHIN = ("compound", "poss", "amod", "nmod")
# What somebody is told may follow without 'that': 'he told the court Amnesty had written'.
_TOLD = ("dobj", "dative", "pobj")
_NO_NAMES = frozenset({"GPE", "LOC", "FAC", "NORP", "DATE", "TIME", "CARDINAL", "LAW"})


@dataclass(frozen=True, slots=True)
class CloseName:
    """A name of tokens ``start`` to ``end`` (exclusive); ``known`` where a table has it."""

    start: int
    end: int
    known: bool


def name_after(names: Names, noun: Token, role: Role | None) -> CloseName | None:
    """The name of a body right after the common noun that tells what it is, or None.

    The tables' names are found by where they stand, for the parser takes many for verbs; others
    only where it tells that they rename the noun.

    Args:
        names: the document's names.
        noun: the head of a phrase.
        role: its role noun.
    """
    if role is None or role.kind not in _DESCRIBING or noun.tag_ != "NN" or not noun.is_lower:
        return None
    start = noun.i + 1
    if start >= len(noun.doc) or noun.nbor().sent != noun.sent:
        return None
    hit = names.hit(start)
    if hit is None:
        return _unknown(names, noun)
    first, end = names.span(start)
    known = hit.kind in BODIES and first == start
    return CloseName(first, end, known=True) if known and _stands_alone(noun, first, end) else None


def _stands_alone(noun: Token, first: int, end: int) -> bool:
    """Whether the name is no part of another phrase, and begins nothing that somebody is told."""
    root = noun.doc[first:end].root
    if root.dep_ in _WITHIN and root.head.i >= end:
        return False
    return not (root.dep_ in ("nsubj", "nsubjpass") and noun.dep_ in _TOLD)


def _unknown(names: Names, noun: Token) -> CloseName | None:
    """A proper name that no table knows, and that renames the noun without a comma."""
    for name in noun.rights:
        start = name.left_edge.i
        if name.dep_ != "appos" or start != noun.i + 1 or name.pos_ != "PROPN":
            continue
        words = noun.doc[start : name.i + 1]
        told = any(t.ent_type_ in _NO_NAMES or names.hit(t) is not None for t in words)
        if not told and all(t.text[0].isupper() for t in words):
            return CloseName(start, name.i + 1, known=False)
    return None
