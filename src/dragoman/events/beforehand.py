"""With whom talks are that a deed comes before: 'freed two Chadians ahead of talks in Doha'."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from spacy.tokens import Token

from dragoman.actors.entry import ARMED_GROUPS
from dragoman.analysis.grammar import PREDICATES, modifiers, owners
from dragoman.countries import name_of
from dragoman.mention import Entity

_PARTIES = frozenset({"with", "between", "among", "of"})
_NAMED = ("ORG", "GPE", "NORP", "PERSON")


def comes_before(deed: Token, talks: Token) -> bool:
    """Whether the deed is told as done ahead of talks that name nobody themselves."""
    link = talks.head
    ahead = link.lower_ == "of" and link.head.lower_ == "ahead"
    if talks.dep_ != "pobj" or not (ahead or link.lower_ == "before"):
        return False
    if any(c.lower_ in _PARTIES for c in talks.rights):
        return False
    named = any(w.ent_type_ in _NAMED for w in (*modifiers(talks), *owners(talks)))
    verb = next((v for v in talks.ancestors if v.pos_ in PREDICATES), None)
    return not named and verb == deed


def other_sides(doers: Sequence[Entity], others: Sequence[Entity]) -> tuple[Entity, ...]:
    """The sides of those to whom a deed is done, as those who meet its doers after it.

    Of citizens their state; nobody of the doers' own.
    """
    own = {doer.country for doer in doers}
    found: dict[str, Entity] = {}
    for other in others:
        if other.country is None or other.country in own or other.country_inferred:
            continue
        armed = ARMED_GROUPS.intersection(other.sectors)
        side = other if armed else replace(
            other, name=name_of(other.country), sectors=("GOV",), office=None
        )  # fmt: skip
        found.setdefault(side.name, replace(side, inferred=True))
    return tuple(found.values())
