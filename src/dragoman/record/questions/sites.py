"""Where events took place: the places of the events that a filter finds, for a map."""

from __future__ import annotations

import json
from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from typing import Any

from sqlalchemy import func, select

from dragoman.mention import COOPERATION
from dragoman.record.questions.conditions import conditions_of
from dragoman.record.questions.filters import Filter, one_place
from dragoman.record.rows import schema
from dragoman.record.store.store import Record

# More places than these are not told apart on a map; the newest speak for all.
MOST = 3_000


@dataclass(frozen=True, slots=True)
class Site:
    """One place and what took or takes place there.

    Attributes:
        name: the place's name.
        country: ISO 3166-1 alpha-3, or None.
        geonameid: its id in GeoNames, or None.
        lat: latitude in degrees.
        lon: longitude in degrees.
        precision: how fine the coordinates are; see `Where`.
        cooperation: events of quad classes 1 and 2 there.
        conflict: events of quad classes 3 and 4.
        days: the day of each event, those without any left out.
    """

    name: str
    country: str | None
    geonameid: int | None
    lat: float
    lon: float
    precision: str
    cooperation: int
    conflict: int
    days: tuple[date, ...]

    @property
    def place(self) -> str:
        """What finds the events of this place and of no other; see `Filter.place`."""
        return one_place(self.name, self.geonameid)


@dataclass(frozen=True, slots=True)
class Sites:
    """The places, the most events first; how many events have none, and whether more were found."""

    sites: tuple[Site, ...]
    placeless: int
    more: bool


def sites(record: Record, wanted: Filter, *, most: int = MOST) -> Sites:
    """Where the events of a filter took or are to take place.

    Args:
        record: the record.
        wanted: which events.
        most: the newest so many of them at most.
    """
    table = schema.event
    day = func.coalesce(table.c.first_day, table.c.first_reported)
    found = (
        select(table.c.data, day.label("day"), table.c.quad_class)
        .where(*conditions_of(wanted, record.dialect))
        .order_by(table.c.last_reported.desc().nulls_last(), table.c.id)
        .limit(most + 1)
    )
    with record.reading() as connection:
        rows = connection.execute(found).all()
    told: dict[str, list[tuple[dict[str, Any], Any]]] = defaultdict(list)
    placeless = 0
    for row in rows[:most]:
        place = json.loads(row.data)["where"]
        if place is None or place["lat"] is None or place["lon"] is None:
            placeless += 1
        else:
            told[one_place(place["name"], place["geonameid"])].append((place, row))
    made = sorted(map(_site, told.values()), key=lambda s: (-(s.cooperation + s.conflict), s.name))
    return Sites(tuple(made), placeless, len(rows) > most)


def _site(members: Iterable[tuple[dict[str, Any], Any]]) -> Site:
    members = list(members)
    place = members[0][0]
    good = sum(row.quad_class in COOPERATION for _, row in members)
    return Site(
        place["name"],
        place["country"],
        place["geonameid"],
        place["lat"],
        place["lon"],
        place["precision"],
        good,
        len(members) - good,
        tuple(sorted(row.day for _, row in members if row.day is not None)),
    )
