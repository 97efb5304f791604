"""What lies ahead: planned and postponed events by day, and those whose day passed unreported."""

from __future__ import annotations

import json
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, timedelta

from sqlalchemy import func, select

from dragoman.record import schema
from dragoman.record.event import Event
from dragoman.record.eventjson import event_from_dict
from dragoman.record.questions import Filter, conditions_of
from dragoman.record.store import Record

_AHEAD = ("planned", "postponed")
# An undated plan that nobody has spoken of for so long is no longer news.
_STALE = timedelta(days=60)
_MOST = 500


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
) -> Agenda:
    """The agenda as seen on a day.

    Args:
        record: the record.
        on: the day from which on to look ahead.
        days: how far ahead.
        overdue_days: how far back what is overdue is listed.
        about: only events in which one of these countries takes part or hosts.
    """
    table = schema.event
    base = [
        *conditions_of(Filter(about=about), record.dialect),
        table.c.status.in_(_AHEAD),
    ]
    ends = func.coalesce(table.c.last_day, table.c.first_day)
    found = select(table.c.data).limit(_MOST)
    with record.reading() as connection:
        coming = connection.scalars(
            found.where(*base, ends >= on, table.c.due <= on + timedelta(days=days)).order_by(
                table.c.due, table.c.id
            )
        ).all()
        undated = connection.scalars(
            found.where(
                *base,
                table.c.due.is_(None),
                table.c.last_day.is_(None),
                table.c.last_reported >= on - _STALE,
                table.c.first_reported <= on,
            ).order_by(table.c.last_reported.desc(), table.c.id)
        ).all()
        overdue = connection.scalars(
            found.where(
                *base,
                table.c.last_day < on,
                table.c.last_day >= on - timedelta(days=overdue_days),
            ).order_by(table.c.last_day.desc(), table.c.id)
        ).all()
    return Agenda(on, _events(coming), _events(undated), _events(overdue))


def _events(rows: Iterable[str]) -> tuple[Event, ...]:
    return tuple(event_from_dict(json.loads(row)) for row in rows)
