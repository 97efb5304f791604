"""Who stands for a country where its dealings with another are counted, in articles and records.

The state does (government, parliament, courts, forces, police), and so do its people, firms and
press: who arrests or bombs another country's citizens deals with that country. Who is in arms
against the state, beside it or outside the law, or in opposition to it, does not, nor does a
breakaway government that bears the claiming state's code: to arm a country's rebels is no aid to
that country. PLOVER and CAMEO give all of them the country's code (codebook, sections 6.1 and 6.2),
and leave it to the reader to tell them apart by the sector.

Nor does anybody whose country is inferred: what two countries do is made of no guess.
"""

from __future__ import annotations

from collections.abc import Iterable
from itertools import combinations, product
from typing import Protocol

_APART = frozenset({"REB", "PRM", "UAF", "CRM", "OPP", "PRE"})

Pairs = dict[tuple[str, str], str | None]


class Sided(Protocol):
    """A party with its codes: of a mention, or of an event."""

    @property
    def country(self) -> str | None:
        """Alpha-3 or another top-level code, or None."""

    @property
    def sectors(self) -> tuple[str, ...]:
        """PLOVER sectors, primary first."""

    @property
    def country_inferred(self) -> bool:
        """Whether the country is taken from the text around, and from no word of the party."""


def stands_for_country(sectors: Iterable[str]) -> bool:
    """Whether what a party of these sectors does, and what is done to it, counts as its country's.

    Rebels, paramilitaries, unidentified gunmen, criminals, the opposition and the governments of
    partially recognised states are none of their country's.
    """
    return _APART.isdisjoint(sectors)


def standing(parties: Iterable[Sided]) -> list[Sided]:
    """Those that stand for their country, where it is told and not inferred."""
    return [
        party
        for party in parties
        if stands_for_country(party.sectors) and not party.country_inferred
    ]


def pairs_of(actors: Iterable[Sided], recipients: Iterable[Sided], *, mutual: bool) -> Pairs:
    """The pairs of countries that deal with each other, with who begins.

    Args:
        actors: who acts.
        recipients: at whom.
        mutual: the actors do it to, or with, each other; see `dragoman.mutuality`.

    Returns:
        each pair in order of the alphabet, with the side that acts, or None where both do.
    """
    doers, targets = _countries(actors), _countries(recipients)
    found: Pairs = {}
    for doer, target in product(doers, targets):
        if doer != target:
            pair = (min(doer, target), max(doer, target))
            found[pair] = None if pair in found else doer
    if mutual:
        found |= dict.fromkeys(combinations(doers, 2))
    return found


def _countries(parties: Iterable[Sided]) -> list[str]:
    return sorted({party.country for party in parties if party.country})
