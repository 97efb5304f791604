"""Two parties over time: how much they did with and against each other, and who began it."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any

from sqlalchemy import ColumnElement, func, or_, select

from dragoman.record import schema
from dragoman.record.agenda import between
from dragoman.record.event import COOPERATION, DONE, Event
from dragoman.record.store import Record

_MOST_AHEAD = 50


@dataclass(frozen=True, slots=True)
class Week:
    """What two parties did in one week, from its Monday on.

    Attributes:
        monday: its first day.
        cooperation: events of quad classes 1 and 2.
        conflict: events of quad classes 3 and 4.
        first: how many the first of the two began, alone.
        second: how many the second began, alone.
        intensity: mean PLOVER score of its events, -10 to +10.
    """

    monday: date
    cooperation: int
    conflict: int
    first: int
    second: int
    intensity: float


@dataclass(frozen=True, slots=True)
class Dyad:
    """Two parties, their weeks and what is planned between them.

    Attributes:
        first: the first asked for, alpha-3 or another top-level code.
        second: the second.
        weeks: the weeks in which something took place, oldest first; of what has no date, or is
            dated to more than a week, that of its first report.
        undated: how many events no week can be told of (see `dragoman.record.eventrows.day_of`):
            the day of their first report lies outside their date, or is not known; or they are
            told as background of long ago, without a day of their own.
        ahead: what is planned or postponed between them and may still come, the soonest first;
            then what has no date.
    """

    first: str
    second: str
    weeks: tuple[Week, ...]
    undated: int
    ahead: tuple[Event, ...]


@dataclass(frozen=True, slots=True)
class Partner:
    """What one party did with another: counts and mean score as in `Week`."""

    code: str
    cooperation: int
    conflict: int
    intensity: float


def dyad(
    record: Record,
    first: str,
    second: str,
    *,
    since: date | None = None,
    until: date | None = None,
    on: date | None = None,
) -> Dyad:
    """Two parties by week, from events that took or are taking place.

    Args:
        record: the record.
        first: country or other top-level code.
        second: another.
        since: only events of this day or later.
        until: only events of this day or earlier.
        on: the day from which plans are seen; today where it is left out.
    """
    one, other = sorted((first, second))
    table = schema.dyad
    grouped = (table.c.day, table.c.initiator, table.c.quad_class)
    wanted = [table.c.first == one, table.c.second == other, table.c.status.in_(DONE)]
    wanted += _between(since, until)
    with record.reading() as connection:
        rows = connection.execute(
            select(*grouped, func.count().label("number"), func.sum(table.c.intensity).label("sum"))
            .where(*wanted)
            .group_by(*grouped)
        ).all()
    seen = max(on or date.today(), since or date.min)
    ahead = between(record, (one, other), on=seen, until=until or date.max, most=_MOST_AHEAD)
    return Dyad(
        first,
        second,
        _weeks((row for row in rows if row.day is not None), first, second),
        sum(row.number for row in rows if row.day is None),
        ahead,
    )


def partners(
    record: Record, code: str, *, since: date | None = None, until: date | None = None
) -> tuple[Partner, ...]:
    """All parties that one has to do with, the most events first."""
    table = schema.dyad
    wanted = [or_(table.c.first == code, table.c.second == code), table.c.status.in_(DONE)]
    wanted += _between(since, until)
    grouped = (table.c.first, table.c.second, table.c.quad_class)
    with record.reading() as connection:
        rows = connection.execute(
            select(*grouped, func.count().label("number"), func.sum(table.c.intensity).label("sum"))
            .where(*wanted)
            .group_by(*grouped)
        ).all()
    told: dict[str, list[Any]] = defaultdict(list)
    for row in rows:
        told[row.second if row.first == code else row.first].append(row)
    found = [
        Partner(other, *_counts(mine), _mean(mine)) for other, mine in told.items()
    ]
    return tuple(sorted(found, key=lambda p: (-(p.cooperation + p.conflict), p.code)))


def _between(since: date | None, until: date | None) -> list[ColumnElement[bool]]:
    column = schema.dyad.c.day
    found: list[ColumnElement[bool]] = []
    if since:
        found.append(column >= since)
    if until:
        found.append(column <= until)
    return found


def _weeks(rows: Iterable[Any], first: str, second: str) -> tuple[Week, ...]:
    told: dict[date, list[Any]] = defaultdict(list)
    for row in rows:
        told[row.day - timedelta(days=row.day.weekday())].append(row)
    return tuple(
        Week(
            monday,
            *_counts(mine),
            sum(row.number for row in mine if row.initiator == first),
            sum(row.number for row in mine if row.initiator == second),
            _mean(mine),
        )
        for monday, mine in sorted(told.items())
    )


def _counts(rows: Iterable[Any]) -> tuple[int, int]:
    good = bad = 0
    for row in rows:
        if row.quad_class in COOPERATION:
            good += row.number
        else:
            bad += row.number
    return good, bad


def _mean(rows: list[Any]) -> float:
    mean: float = sum(row.sum for row in rows) / sum(row.number for row in rows)
    return round(mean, 2)
