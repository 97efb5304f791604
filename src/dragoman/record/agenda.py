"""What lies ahead: planned and postponed events by day, and those whose day passed unreported."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any

from sqlalchemy import ColumnElement, Select, bindparam, func, select

from dragoman.record import schema
from dragoman.record.event import AHEAD, Event
from dragoman.record.filters import Filter, conditions_of
from dragoman.record.questions import events_of
from dragoman.record.store import Record

# An undated plan that nobody has spoken of for so long is no longer news.
_STALE = timedelta(days=60)
MOST = 500


@dataclass(frozen=True, slots=True)
class Agenda:
    """What is ahead as seen on one day.

    Attributes:
        on: that day.
        coming: planned and postponed events from that day on, the soonest first.
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
    ends = _ends()
    chosen = _plans(record, about).limit(most)
    undated = chosen.where(
        ends.is_(None), table.c.last_reported >= on - _STALE, table.c.first_reported <= on
    )
    late = chosen.where(
        table.c.last_day.is_not(None), ends < on, ends >= on - timedelta(days=overdue_days)
    )
    coming = chosen.where(ends >= on, table.c.due <= on + timedelta(days=days))
    with record.reading() as connection:
        return Agenda(
            on,
            events_of(connection, coming.order_by(table.c.due, table.c.id)),
            events_of(connection, undated.order_by(table.c.last_reported.desc(), table.c.id)),
            events_of(connection, late.order_by(table.c.last_day.desc(), table.c.id)),
        )


def planned(
    record: Record, *, since: date, until: date, about: tuple[str, ...] = (), most: int = MOST
) -> tuple[Event, ...]:
    """The dated events that are planned or postponed to some days, the soonest first.

    Args:
        record: the record.
        since: those that end on this day or later.
        until: those that begin on this day or earlier.
        about: only events in which one of these countries takes part or hosts.
        most: at most so many.
    """
    table = schema.event
    chosen = _plans(record, about).where(_ends() >= since, table.c.due <= until)
    with record.reading() as connection:
        return events_of(connection, chosen.order_by(table.c.due, table.c.id).limit(most))


def _plans(record: Record, about: tuple[str, ...]) -> Select[tuple[int]]:
    """Numbers of what is planned or postponed.

    The statuses are written out: only so is the index of such events of use.
    """
    table = schema.event
    statuses: Any = bindparam("ahead", AHEAD, expanding=True, literal_execute=True)
    conditions = conditions_of(Filter(about=about), record.dialect)
    return select(table.c.no).where(*conditions, table.c.status.in_(statuses))


def _ends() -> ColumnElement[Any]:
    """The last day known of an event; the index `event_ahead` has it in these words."""
    return func.coalesce(schema.event.c.last_day, schema.event.c.first_day)
