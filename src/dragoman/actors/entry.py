"""What the tables know of a name."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from enum import IntEnum


class Kind(IntEnum):
    """What a name is; where one name is several, the lowest counts."""

    OWN = 0
    COUNTRY = 1
    INSTITUTION = 2
    ORGANISATION = 3
    ARMED_GROUP = 4
    SEAT = 5
    PARTY = 6
    LEADER = 7
    PEOPLE = 8
    ADJECTIVE = 9
    CITY = 10


TOPONYMS = frozenset({Kind.COUNTRY, Kind.SEAT, Kind.CITY})
"""Names of places, some of which stand for governments."""

POWERS = frozenset({Kind.COUNTRY, Kind.SEAT})
"""Those of them that do."""

TOWNS = frozenset({Kind.CITY, Kind.SEAT})
"""Those of them that are no country's."""

PEOPLES = frozenset({Kind.ADJECTIVE, Kind.PEOPLE})
"""What is called after a country."""

NATIONS = PEOPLES | {Kind.COUNTRY}
"""Countries, and what is called after them."""

OF_LANDS = TOPONYMS | {Kind.ADJECTIVE, Kind.LEADER}
"""Names that tell a land of which somebody may be."""

BODIES = frozenset(
    {Kind.OWN, Kind.INSTITUTION, Kind.ORGANISATION, Kind.ARMED_GROUP, Kind.PARTY}
)
"""Names of organisations of any kind."""

BLOCS = frozenset({"UNO", "EUR", "IGO", "NGO", "ISM", "IMG", "MNC"})
"""PLOVER's codes of those that belong to no country."""

OF_STATES = frozenset({"UNO", "EUR", "IGO"})
"""Those of them that states are members of."""

KIN = frozenset(
    "father mother brother sister son daughter wife husband uncle aunt cousin nephew niece "
    "grandfather grandmother widow widower".split()
)
"""Nouns that tell a person by a relative."""
LEGAL_FORMS = frozenset({"inc", "corp", "ltd", "llc", "llp", "plc", "gmbh", "nv", "oyj"})
"""What the name of a firm ends in, and no other name."""

ARMED_GROUPS = frozenset({"REB", "PRM", "CRM"})
"""Sectors of those in arms who are no state's: rebels, paramilitaries, criminals."""


@dataclass(frozen=True, slots=True)
class Entry:
    """One name's meaning.

    Attributes:
        name: canonical name.
        kind: what it is.
        country: PLOVER country code, or None.
        sectors: PLOVER sectors, primary first.
        office: the office held (leaders), or None.
        since: first day, ISO, possibly cut to year or month; empty where unknown.
        until: last day, likewise; empty while it lasts.
        always: of seats: the name hardly ever means the place alone.
        generic: of institutions: several countries have one of that name; of a people: it has no
            state, and ``sectors`` are those of its people at home and, if others, abroad.
        governing: of armed groups: what it is from ``since`` to ``until``, while it governs.
    """

    name: str
    kind: Kind
    country: str | None
    sectors: tuple[str, ...]
    office: str | None = None
    since: str = ""
    until: str = ""
    always: bool = False
    generic: bool = False
    governing: bool = False

    def holds_on(self, day: date) -> bool:
        """Whether the dates of validity include the day; unknown ends are open."""
        iso = day.isoformat()
        begun = not self.since or self.since <= iso[: len(self.since)]
        lasting = not self.until or iso[: len(self.until)] <= self.until
        return begun and lasting

    def has_ended(self, day: date) -> bool:
        """Whether the last day lies before the given one."""
        return bool(self.until) and self.until < day.isoformat()[: len(self.until)]
