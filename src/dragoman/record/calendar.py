"""What a calendar follows: what is planned, and what became of it."""

from __future__ import annotations

from datetime import date, timedelta

from sqlalchemy import func, or_, select

from dragoman.record import schema
from dragoman.record.event import History
from dragoman.record.filters import Filter, conditions_of
from dragoman.record.questions import histories_of
from dragoman.record.store import Record

_PLANS = ("planned", "postponed", "cancelled")
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
    last = func.coalesce(table.c.last_day, table.c.first_day)
    conditions = [
        *conditions_of(wanted, record.dialect),
        # What took place and had another status before was planned, as a rule; formats look again.
        or_(table.c.status.in_(_PLANS), table.c.changed.is_not(None)),
        last >= on - timedelta(days=back),
        table.c.first_day <= on + timedelta(days=ahead),
    ]
    found = select(table.c.no).where(*conditions)
    with record.reading() as connection:
        numbers = connection.scalars(
            found.order_by(last < on, table.c.first_day, table.c.id).limit(MOST)
        ).all()
        return tuple(histories_of(connection, sorted(numbers)))
