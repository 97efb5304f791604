"""One party that reports call by several words: gunmen are whoever another report names.

What one report tells side by side stays apart: 'the army and gunmen' are two.
"""

from __future__ import annotations

from collections.abc import Sequence

from dragoman.actors.entry import ARMED_GROUPS
from dragoman.countries import name_of
from dragoman.record.event import Party

_FORCES = frozenset({"MIL", "COP", "SPY"})
_NOBODY_KNOWN = "UAF"


def each_once(parties: Sequence[Party], reports: Sequence[Sequence[Party]]) -> tuple[Party, ...]:
    """The parties, less those that other words of another report mean too.

    Of a state and its own forces the more told stays, of armed men of whom nothing is known and
    armed men of some kind the latter, of a name told with several sectors the most told; of people
    or forces of no told country and those of one the latter.

    Args:
        parties: the parties of one side of an event, the most told first.
        reports: the parties of that side as each report tells them.
    """
    beside = {frozenset((a.name, b.name)) for told in reports for a in told for b in told}
    kept: list[Party] = []
    for party in parties:
        apart = [p for p in parties if p != party and {p.name, party.name} not in beside]
        again = any(p.name == party.name and p.country == party.country for p in kept)
        again = again or any(p in apart and _are_state_and_forces(p, party) for p in kept)
        told_better = any(_is_kind_of(party, o) or _is_of_no_country(party, o) for o in apart)
        if not again and not told_better:
            kept.append(party)
    return tuple(kept)


def _is_of_no_country(party: Party, other: Party) -> bool:
    """Whether it is some people or forces of no told country, and the other those of a country.

    "Jets" that another report calls Pakistani, "33 hostages" of whom another tells that those who
    were freed are Israelis; not who has a name of his own.
    """
    if party.country is not None or other.country is None:
        return False
    if party.office or any(word[:1].isupper() for word in party.name.split()[1:]):
        return False
    return party.sectors[:1] == other.sectors[:1] not in ((), ("UNK",))


def _are_state_and_forces(one: Party, other: Party) -> bool:
    if one.country is None or one.country != other.country:
        return False
    name = name_of(one.country)
    return (one.name == name and not _FORCES.isdisjoint(other.sectors[:1])) or (
        other.name == name and not _FORCES.isdisjoint(one.sectors[:1])
    )


def _is_kind_of(party: Party, other: Party) -> bool:
    """Whether nothing is known of the party, and the other tells what armed men did it."""
    unknown = party.country is None and party.sectors[:1] == (_NOBODY_KNOWN,)
    return unknown and not (ARMED_GROUPS | _FORCES).isdisjoint(other.sectors[:1])
