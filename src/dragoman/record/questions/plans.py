"""Plans as conditions on events: which may take place in some days, which are overdue.

A plan may take place from its first possible day to its last. One without a first day ('by 30
September') may from its first report on. One without a last day ('from 25 August on') is never
overdue; it is let go after a year, or once nobody has spoken of it for `STALE`, as one without any
day is.
"""

from __future__ import annotations

from datetime import date, timedelta
from typing import Any

from sqlalchemy import ColumnElement, and_, bindparam, case, func, literal, or_

from dragoman.days import shifted
from dragoman.record.event import AHEAD
from dragoman.record.rows import schema

# A plan without a last day that nobody has spoken of for so long is no longer news.
STALE = timedelta(days=60)
_OPEN = timedelta(days=366)


def is_ahead() -> ColumnElement[bool]:
    """What is planned or postponed.

    The statuses are written out: only so is the index `event_ahead` of use.
    """
    statuses: Any = bindparam("ahead", AHEAD, expanding=True, literal_execute=True)
    return schema.event.c.status.in_(statuses)


def stands_at() -> ColumnElement[Any]:
    """The day at which a plan stands in a calendar: the first possible one, else the last."""
    return func.coalesce(schema.event.c.first_day, schema.event.c.last_day)


def next_day(on: date) -> ColumnElement[Any]:
    """The next day told of a plan as seen on a day: its first, or where that passed its last."""
    table = schema.event.c
    last = func.coalesce(table.last_day, literal(date.max))
    return case((table.first_day >= on, table.first_day), else_=last)


def may_come(since: date, until: date) -> tuple[ColumnElement[bool], ...]:
    """What has a date and may take place in these days, both included."""
    table = schema.event.c
    lately = shifted(since, -STALE)
    news = or_(table.first_day >= lately, table.last_reported >= lately)
    return (
        or_(table.last_day >= since, and_(table.last_day.is_(None), news)),
        _ends() >= shifted(since, -_OPEN),  # the range of the index to look at
        func.coalesce(table.first_day, table.first_reported, until) <= until,
    )


def is_undated(on: date) -> tuple[ColumnElement[bool], ...]:
    """What has no date, and was spoken of before a day and not too long before it."""
    table = schema.event.c
    lately = shifted(on, -STALE)
    return _ends().is_(None), table.last_reported >= lately, table.first_reported <= on


def is_overdue(on: date) -> tuple[ColumnElement[bool], ...]:
    """What was to have taken place before a day; the same as `Event.is_overdue`."""
    return is_ahead(), schema.event.c.last_day.is_not(None), _ends() < on


def ended_since(day: date) -> ColumnElement[bool]:
    """What was to have taken place on this day or later, as far as is known."""
    return _ends() >= day


def _ends() -> ColumnElement[Any]:
    """The last day known of an event; the index `event_ahead` has it in these words."""
    return func.coalesce(schema.event.c.last_day, schema.event.c.first_day)
