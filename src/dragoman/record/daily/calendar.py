"""What a calendar follows: what is planned, and what became of it."""

from __future__ import annotations

from datetime import date, timedelta

from sqlalchemy import or_, select

from dragoman.days import shifted
from dragoman.record.event import PLANS, Event, History
from dragoman.record.questions.conditions import conditions_of
from dragoman.record.questions.filters import Filter
from dragoman.record.questions.plans import ended_since, stands_at
from dragoman.record.questions.questions import histories_of
from dragoman.record.rows import schema
from dragoman.record.store.store import Record

MOST = 500


def calendar(
    record: Record, wanted: Filter, *, on: date, back: int = 60, ahead: int = 366
) -> tuple[History, ...]:
    """Dated events that are or were planned, around a day, in order of their days.

    Args:
        record: the record.
        wanted: only these.
        on: the day.
        back: how many days before it.
        ahead: how many days after it.

    Returns:
        at most `MOST`; where there are more, the soonest from ``on`` on before those past.
    """
    table = schema.event
    conditions = [
        *conditions_of(wanted, record.dialect),
        # What took place and had another status before was planned, as a rule; formats look again.
        or_(table.c.status.in_(PLANS), table.c.changed.is_not(None)),
        ended_since(shifted(on, -timedelta(days=back))),
        stands_at() <= shifted(on, timedelta(days=ahead)),
    ]
    found = select(table.c.no).where(*conditions)
    with record.reading() as connection:
        numbers = connection.scalars(
            found.order_by(~ended_since(on), stands_at(), table.c.id).limit(MOST)
        ).all()
        found_of = histories_of(connection, numbers)
        return tuple(sorted(found_of, key=lambda h: (_day(h.event), h.event.id)))


def _day(event: Event) -> date:
    return event.first_day or event.last_day or date.max
