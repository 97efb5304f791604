"""Two parties over time: how much they did with and against each other, and who began it.

Counted are events that took or are taking place, with the one on the one side and the other on the
other; of several who act with nobody named beside them, those that are mutual (talks, a clash; see
`dragoman.mutuality`). Rebels and others who do not stand for their country, and those who have it
by a guess (see `dragoman.sides`), count for nothing, and so does what is told only to be denied;
what no report tells in its own voice counts, and is told apart. All of it is told as it was known
on a day (see `dragoman.record.questions.asof`), and nothing that lies after that day has happened.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence
from contextlib import AbstractContextManager
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any

from sqlalchemy import ColumnElement, Connection, and_, func, or_, select

from dragoman.codes import party_code
from dragoman.days import as_day
from dragoman.mention import COOPERATION
from dragoman.record.dyads.meetings import Meetings, meetings, of_both
from dragoman.record.event import Event
from dragoman.record.questions.asof import AsOf, as_of, known_by
from dragoman.record.questions.conditions import (
    conditions_of,
    is_ahead,
    is_undated,
    may_come,
    next_day,
    within,
)
from dragoman.record.questions.filters import Filter
from dragoman.record.questions.values import as_days, check_code, check_whole, the_day
from dragoman.record.rows import schema
from dragoman.record.store.store import Record

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
        claimed: how many of its events no report tells in its own voice, but on somebody's word.
    """

    monday: date
    cooperation: int
    conflict: int
    first: int
    second: int
    intensity: float
    claimed: int


@dataclass(frozen=True, slots=True)
class Dyad:
    """Two parties, their weeks and what is planned between them.

    Attributes:
        first: the first asked for, alpha-3 or another top-level code.
        second: the second.
        weeks: the weeks in which something took place, oldest first; of what has no date, or is
            dated to more than a week, that of its first report.
        undated: how many events no week can be told of (see `day_of` in
            `dragoman.record.rows.eventrows`): the day of their first report lies outside their
            date, or is not known; or they are told as background of long ago, without a day of
            their own.
        ahead: what is planned or postponed between them and may still come, the soonest first;
            then what has no date.
        meetings: how often they met, and which meetings never took place.
    """

    first: str
    second: str
    weeks: tuple[Week, ...]
    undated: int
    ahead: tuple[Event, ...]
    meetings: Meetings


@dataclass(frozen=True, slots=True)
class Latest:
    """The events between parties of two countries, those too that do not stand for them, last
    reported first; ``total`` counts all there are.
    """

    events: tuple[Event, ...]
    total: int


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
        on: the day from which they are seen, as known by then; today where it is left out.

    Raises:
        TypeError: a day is no date.
        ValueError: a party is no code, or stands on both sides; or days lie the wrong way round.
    """
    check_pair(first, second)
    since, until = as_days(since, until)
    on = as_day("on", on) or date.today()
    pair = _pair(first, second)
    met = of_both(first, second)
    with record.reading() as connection, seen(connection, on, pair, met) as then:
        rows = counted((schema.dyad.c.day, schema.dyad.c.initiator), then, pair, since, until, on)
        wanted = conditions_of(Filter(dyad=(first, second)), record.dialect)
        plans = [*wanted, is_ahead(), known_by(on)]
        ahead = _ahead(then, plans, max(on, since or date.min), until or date.max)
        both = (first, second)
        talks = meetings(then, record.dialect, both, since=since, until=until, on=on)
    return Dyad(
        first,
        second,
        _weeks((row for row in rows if row.day is not None), first, second),
        sum(row.number for row in rows if row.day is None),
        ahead,
        talks,
    )


def check_pair(first: str, second: str) -> None:
    """Nothing, unless two parties are no dyad.

    Raises:
        ValueError: one is no code, or both are the same.
    """
    for code in (first, second):
        check_code(code, party_code)
    if first == second:
        raise ValueError(f"{first} stands on both sides; name two parties")


def latest(record: Record, first: str, second: str, *, on: date, most: int) -> Latest:
    """What is told of two parties, whatever became of it, as known on a day.

    Args:
        record: the record.
        first: country or other top-level code.
        second: another.
        on: the day.
        most: at most so many.

    Raises:
        TypeError: ``on`` is no date, or ``most`` no whole number.
        ValueError: a party is no code, or stands on both sides; or ``most`` is below 0 or past any
            record.
    """
    check_pair(first, second)
    on = the_day("on", on)
    check_whole("most", most)
    recent = (schema.event.c.last_reported.desc().nulls_last(), schema.event.c.id)
    with record.reading() as connection, seen(connection, on, _pair(first, second)) as then:
        wanted = conditions_of(Filter(dyad=(first, second)), record.dialect)
        found = then.find([*wanted, known_by(on)], recent, most)
        return Latest(then.events(found.numbers), found.total)


def _pair(first: str, second: str) -> ColumnElement[bool]:
    one, other = sorted((first, second))
    return and_(schema.dyad.c.first == one, schema.dyad.c.second == other)


def _ahead(
    then: AsOf, plans: list[ColumnElement[bool]], since: date, until: date
) -> tuple[Event, ...]:
    """The plans that may come in some days, the soonest first, then the undated."""
    table = schema.event.c
    recent = table.last_reported.desc()
    coming = then.find([*plans, *may_come(since, until)], (next_day(since), table.id), _MOST_AHEAD)
    undated = then.find([*plans, *is_undated(since)], (recent, table.id), _MOST_AHEAD)
    return then.events((*coming.numbers, *undated.numbers)[:_MOST_AHEAD])


def _weeks(rows: Iterable[Any], first: str, second: str) -> tuple[Week, ...]:
    told: dict[date, list[Any]] = defaultdict(list)
    for row in rows:
        told[row.day - timedelta(days=row.day.weekday())].append(row)
    return tuple(
        Week(
            monday,
            *sums(mine),
            sum(row.number for row in mine if row.initiator == first),
            sum(row.number for row in mine if row.initiator == second),
            mean_score(mine),
            claims(mine),
        )
        for monday, mine in sorted(told.items())
    )


def seen(
    connection: Connection, on: date, which: ColumnElement[bool], *others: ColumnElement[bool]
) -> AbstractContextManager[AsOf]:
    """The events of some dyads, and others, as they were known on a day."""
    numbers = select(schema.dyad.c.event).where(which)
    return as_of(connection, on, schema.event.c.no.in_(numbers), *others, background=True)


def counted(
    by: tuple[ColumnElement[Any], ...],
    then: AsOf,
    which: ColumnElement[bool],
    since: date | None,
    until: date | None,
    on: date,
) -> tuple[Any, ...]:
    """How many events took place, and their scores: by quad class, voice and some columns."""
    table = schema.dyad.c
    numbers = (func.count().label("number"), func.sum(table.intensity).label("sum"))
    grouped = (*by, table.quad_class, table.claimed)
    happened = or_(table.day.is_(None), table.day <= on)
    wanted = (which, table.counted, happened, *within(table.day, since, until))
    chosen = select(*grouped, *numbers).select_from(schema.dyad).where(*wanted)
    return then.rows(chosen.group_by(*grouped), table.event)


def sums(rows: Sequence[Any]) -> tuple[int, int]:
    """How many of the events are cooperation, and how many conflict."""
    good = sum(row.number for row in rows if row.quad_class in COOPERATION)
    return good, sum(row.number for row in rows) - good


def claims(rows: Sequence[Any]) -> int:
    """How many of the events no report tells in its own voice."""
    return sum(row.number for row in rows if row.claimed)


def mean_score(rows: Sequence[Any]) -> float:
    """The mean PLOVER score of the events."""
    mean: float = sum(row.sum for row in rows) / sum(row.number for row in rows)
    return round(mean, 2)
