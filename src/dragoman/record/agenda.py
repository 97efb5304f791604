"""What lies ahead: planned and postponed events by day, and those whose day passed unreported."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta

from sqlalchemy import Select, select

from dragoman.days import shifted
from dragoman.record import schema
from dragoman.record.event import Event
from dragoman.record.filters import Filter, conditions_of
from dragoman.record.plans import (
    ended_since,
    is_ahead,
    is_overdue,
    is_undated,
    may_come,
    next_day,
)
from dragoman.record.questions import events_of
from dragoman.record.store import Record

MOST = 500


@dataclass(frozen=True, slots=True)
class Agenda:
    """What is ahead as seen on one day.

    Attributes:
        on: that day.
        coming: planned and postponed events that may take place in the days from that one on, the
            soonest first; also those with a first or a last day alone (see
            `dragoman.record.plans`).
        undated: such events without a date, the last reported first.
        overdue: those whose last possible day lies before it and of which no report says what
            became of them, the latest first.
    """

    on: date
    coming: tuple[Event, ...]
    undated: tuple[Event, ...]
    overdue: tuple[Event, ...]


def agenda(
    record: Record,
    *,
    on: date,
    days: int = 90,
    overdue_days: int = 60,
    about: tuple[str, ...] = (),
    most: int = MOST,
) -> Agenda:
    """The agenda as seen on a day.

    Args:
        record: the record.
        on: the day from which on to look ahead.
        days: how far ahead.
        overdue_days: how far back what is overdue is listed.
        about: only events in which one of these countries takes part or hosts.
        most: at most so many of each list.
    """
    table = schema.event
    chosen = _plans(record, Filter(about=about)).limit(most)
    coming = chosen.where(*may_come(on, shifted(on, timedelta(days=days))))
    undated = chosen.where(*is_undated(on))
    late = chosen.where(*is_overdue(on), ended_since(shifted(on, -timedelta(days=overdue_days))))
    with record.reading() as connection:
        return Agenda(
            on,
            events_of(connection, coming.order_by(next_day(on), table.c.id)),
            events_of(connection, undated.order_by(table.c.last_reported.desc(), table.c.id)),
            events_of(connection, late.order_by(table.c.last_day.desc(), table.c.id)),
        )


def planned(
    record: Record, *, since: date, until: date, about: tuple[str, ...] = (), most: int = MOST
) -> tuple[Event, ...]:
    """The dated events that are planned or postponed and may come in some days, the soonest first.

    Args:
        record: the record.
        since: those that may take place on this day or later.
        until: those that may on this day or earlier.
        about: only events in which one of these countries takes part or hosts.
        most: at most so many.
    """
    table = schema.event
    chosen = _plans(record, Filter(about=about)).where(*may_come(since, until))
    with record.reading() as connection:
        return events_of(connection, chosen.order_by(next_day(since), table.c.id).limit(most))


def between(
    record: Record, pair: tuple[str, str], *, on: date, until: date = date.max, most: int = MOST
) -> tuple[Event, ...]:
    """What is planned or postponed between two parties, the soonest first, then the undated.

    Args:
        record: the record.
        pair: the two, as in `Filter.dyad`.
        on: the day from which on to look ahead.
        until: how far.
        most: at most so many.
    """
    table = schema.event
    chosen = _plans(record, Filter(dyad=pair)).limit(most)
    coming = chosen.where(*may_come(on, until)).order_by(next_day(on), table.c.id)
    undated = chosen.where(*is_undated(on)).order_by(table.c.last_reported.desc(), table.c.id)
    with record.reading() as connection:
        return (*events_of(connection, coming), *events_of(connection, undated))[:most]


def _plans(record: Record, wanted: Filter) -> Select[tuple[int]]:
    return select(schema.event.c.no).where(*conditions_of(wanted, record.dialect), is_ahead())
