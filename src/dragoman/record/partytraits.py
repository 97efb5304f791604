"""One party, and one place, as linking sees them."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from dragoman.countries import name_of
from dragoman.mention import Entity, Where

Camp = Literal["state", "rebels", "people", ""]

_CAMPS: dict[str, Camp] = {
    "GOV": "state", "MIL": "state", "COP": "state", "JUD": "state", "LEG": "state", "SPY": "state",
    "REB": "rebels", "UAF": "rebels", "CRM": "rebels", "UNK": "",
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class Side:
    """One party as linking sees it.

    Attributes:
        name: in lower case.
        country: alpha-3 or another top-level code, or None.
        sector: the leading one.
        proper: it has a name of its own, which is not its country's.
        person: it is somebody named who holds an office.
        inferred: its country is taken from the text around, and not from words told of it.
        office: the office held, in lower case; empty where none is known.
    """

    name: str
    country: str | None
    sector: str
    proper: bool
    person: bool = False
    inferred: bool = False
    office: str = ""

    @property
    def camp(self) -> Camp:
        """Where it stands in its country: with the state, in arms against it, or neither."""
        return _CAMPS.get(self.sector, "people")


@dataclass(frozen=True, slots=True)
class Spot:
    """A place as linking sees it; ``fine`` where it is finer than a country."""

    country: str | None
    geonameid: int | None
    lat: float | None
    lon: float | None
    fine: bool


def side_of(entity: Entity) -> Side:
    """The party as linking sees it."""
    sector = entity.sectors[0] if entity.sectors else "UNK"
    own = entity.name.split()
    proper = all(map(_is_capital, own)) and not (
        entity.country and entity.name == name_of(entity.country)
    )
    # "Luiz da Silva" is one; "Peru's president" is none that is named.
    named = own[:1] and _is_capital(own[0]) and _is_capital(own[-1])
    person = bool(named and entity.office)
    office = (entity.office or "").casefold()
    inferred = entity.country_inferred
    return Side(entity.name.casefold(), entity.country, sector, proper, person, inferred, office)


def _is_capital(word: str) -> bool:
    """Whether it begins with a capital, perhaps after a particle: Fattah, el-Fattah."""
    return word[:1].isupper() or word.rpartition("-")[2][:1].isupper()


def spot_of(where: Where) -> Spot:
    """The place as linking sees it."""
    fine = where.precision in ("point", "city", "district", "region")
    return Spot(where.country, where.geonameid, where.lat, where.lon, fine)
