"""Somebody's country is the state, and none of his deeds: "launched by *Kim's nation*"."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace

from spacy.tokens import Token

from dragoman.countries import name_of
from dragoman.mention import Entity

_LANDS = frozenset({"country", "nation", "homeland", "kingdom"})


def as_lands(parties: Iterable[Entity], name: Token) -> Iterator[Entity]:
    """The parties that a name means, as states where it tells whose country it is.

    Args:
        parties: whom it means.
        name: a word of it.
    """
    while name.dep_ == "compound" and name.head.i != name.i:
        name = name.head
    land = name.dep_ == "poss" and name.head.lemma_.lower() in _LANDS
    for party in parties:
        yield state_of(party, party.country) if land and party.country else party


def state_of(party: Entity, country: str) -> Entity:
    """The state of that country, told where the party is."""
    return replace(party, name=name_of(country), sectors=("GOV",), office=None)
