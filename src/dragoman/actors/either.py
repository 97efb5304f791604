"""Those of two sides told before: 'generals of the two armies', "both countries' ministers"."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable
from dataclasses import replace

from spacy.tokens import Token

from dragoman.actors.party import Party, Told
from dragoman.actors.phrases import belongs_to, is_plural, possessor

_BOTH = frozenset({"both", "two"})
_IN_ARMS = frozenset({"REB", "PRM"})


def of_either(
    head: Token, own: Party, told: Iterable[Told], of: Callable[[Token], tuple[Party, ...]]
) -> tuple[Party, ...]:
    """Who a plural means that is of two sides; empty where it tells of none, or of one land.

    Args:
        head: the phrase's head.
        own: what its own words tell.
        told: the parties that the text tells.
        of: whom a phrase means.
    """
    if not is_plural(head) or (own.country is not None and not own.guessed):
        return ()
    owner = possessor(head)
    for whose in (owner, *(obj for _, obj in belongs_to(head, ("of", "from")))):
        if whose is not None and any(c.lower_ in _BOTH for c in whose.lefts):
            either = {p.country: p for p in of(whose) if p.country}
            if len(either) > 1 and _are_the_matter(head, frozenset(either), told):
                return tuple(_sent_by(side, own) for side in either.values())
    return ()


def _are_the_matter(head: Token, lands: frozenset[str], told: Iterable[Told]) -> bool:
    """Whether the text up to the head tells of no two other lands more often."""
    before = (t.party for t in told if t.index < head.i)
    times = Counter(p.country for p in before if p.country and not p.guessed)
    least = min(times[land] for land in lands)
    return sum(times[land] > least for land in times if land not in lands) < len(lands)


def _sent_by(side: Party, own: Party) -> Party:
    """Who is told to be of a side: of its country, and of its sector where that is in arms."""
    sectors = side.sectors if side.sector in _IN_ARMS else own.sectors
    return replace(own, country=side.country, guessed=side.guessed, sectors=sectors)
