"""What lies ahead: planned and postponed events by day, and those whose day passed unreported.

All of it is told as it was known on the day from which it is seen (see
`dragoman.record.questions.asof`).
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta

from sqlalchemy import ColumnElement

from dragoman.days import shifted
from dragoman.record.daily.fulfilled import held_otherwise, may_be_held
from dragoman.record.event import Event
from dragoman.record.questions.asof import as_of, known_by
from dragoman.record.questions.conditions import conditions_of
from dragoman.record.questions.filters import Filter
from dragoman.record.questions.plans import (
    ended_since,
    is_ahead,
    is_overdue,
    is_undated,
    may_come,
    next_day,
)
from dragoman.record.questions.values import check_whole, the_day
from dragoman.record.rows import schema
from dragoman.record.store.store import Record

MOST = 500


@dataclass(frozen=True, slots=True)
class Agenda:
    """What is ahead as seen on one day.

    Attributes:
        on: that day.
        coming: planned and postponed events that may take place in the days from that one on, the
            soonest first; also those with a first or a last day alone (see
            `dragoman.record.questions.plans`).
        undated: such events without a date that were reported no longer ago than
            `dragoman.record.questions.plans.STALE`, the last reported first.
        overdue: those whose last possible day lies before it and which no report settles, the
            latest first; what was put off without a new day is among them. Not a visit on whose
            days the two talked; see `dragoman.record.daily.fulfilled`.
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

    Raises:
        TypeError: ``on`` is no date, or a number is no whole number.
        ValueError: a number is below 0 or past any record, or ``about`` has what is no code.
    """
    on = the_day("on", on)
    for name, number in (("days", days), ("overdue_days", overdue_days), ("most", most)):
        check_whole(name, number)
    table = schema.event
    base = [*conditions_of(Filter(about=about), record.dialect), is_ahead(), known_by(on)]
    coming = may_come(on, shifted(on, timedelta(days=days)))
    since = shifted(on, -timedelta(days=overdue_days))
    late = (*is_overdue(on), ended_since(since))
    likely = (*_once_plans(on), may_be_held(since, on))
    with record.reading() as connection, as_of(connection, on, *likely) as then:
        lists = [
            then.find([*base, *conditions], (first, table.c.id), most).numbers
            for conditions, first in (
                (coming, next_day(on)),
                (is_undated(on), table.c.last_reported.desc()),
                (late, table.c.last_day.desc()),
            )
        ]
        ahead, undated, passed = lists
        histories = then.histories(passed)
        held = held_otherwise(then, histories)
        overdue = tuple(told.event for told in histories if told.event.id not in held)
        return Agenda(on, then.events(ahead), then.events(undated), overdue)


def _once_plans(on: date) -> tuple[ColumnElement[bool], ...]:
    """What is a plan, or may have been one on a day."""
    return is_ahead(), schema.event.c.changed > on
