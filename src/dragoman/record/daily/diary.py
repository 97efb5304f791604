"""The diary: what was planned for some days, and what became of it; and what a calendar follows.

What was held, called off or moved stays on the day for which it was planned. The diary is told as
it was known on the day from which it is seen (see `dragoman.record.questions.asof`).
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta

from sqlalchemy import ColumnElement, and_, func, or_, select

from dragoman.days import shifted
from dragoman.record.event import PLANS, Event, History
from dragoman.record.questions.asof import as_of, known_by
from dragoman.record.questions.conditions import (
    conditions_of,
    ended_since,
    is_ahead,
    may_come,
    next_day,
    stands_at,
)
from dragoman.record.questions.filters import Filter
from dragoman.record.questions.questions import histories_of
from dragoman.record.rows import schema
from dragoman.record.store.store import Record
from dragoman.times.intervals import days_of

MOST = 500
# What was moved from these days is looked for so far before and after them.
_BROUGHT_FORWARD = timedelta(days=60)
_PUT_BACK = timedelta(days=366)


@dataclass(frozen=True, slots=True)
class Entry:
    """What is or was planned for some days.

    Attributes:
        event: the event, with what became of it.
        first_day: the first day for which it is or was planned, or on which it took place; None
            where none is told.
        last_day: the last such day, or None.
        moved: whether it was planned for these days and stands on others now.
    """

    event: Event
    first_day: date | None
    last_day: date | None
    moved: bool = False


def diary(
    record: Record,
    *,
    on: date,
    since: date,
    until: date,
    about: tuple[str, ...] = (),
    most: int = MOST,
) -> tuple[Entry, ...]:
    """What is or was planned for some days, the soonest first.

    Args:
        record: the record.
        on: the day as of which it is told.
        since: what may take place, took place or was to take place on this day or later.
        until: on this day or earlier.
        about: only events in which one of these countries takes part or hosts.
        most: at most so many events that stand on these days, and so many that stood on them.
    """
    table = schema.event.c
    # What took place and had another status before was planned, as a rule; it is looked at below.
    plans = or_(table.status.in_(PLANS), table.changed.is_not(None))
    base = [*conditions_of(Filter(about=about), record.dialect), plans, known_by(on)]
    order = (next_day(since), table.id)
    with record.reading() as connection, as_of(connection, on, plans) as then:
        there = then.find([*base, _stands_in(since, until)], order, most)
        elsewhere = then.find([*base, *_may_have_stood(since, until)], order, most)
        numbers = dict.fromkeys((*there.numbers, *elsewhere.numbers))
        told = dict(zip(numbers, then.histories(numbers), strict=True))
    planned = {number: history for number, history in told.items() if history.was_planned}
    stand = [history.event for number in there.numbers if (history := planned.get(number))]
    entries = [Entry(event, event.first_day, event.last_day) for event in stand]
    entries += (entry for history in planned.values() for entry in _moved(history, since, until))
    return tuple(sorted(entries, key=lambda entry: _place(entry, since)))


def _stands_in(since: date, until: date) -> ColumnElement[bool]:
    """What lies ahead and may come in these days, or came, or was to, in them."""
    event = schema.event.c
    last = func.coalesce(event.last_day, event.first_day)
    settled = and_(~is_ahead(), stands_at() <= until, last >= since)
    return or_(and_(is_ahead(), *may_come(since, until)), settled)


def _may_have_stood(since: date, until: date) -> tuple[ColumnElement[bool], ...]:
    """What has a day not far from these and was told of more than once, first before their end."""
    event = schema.event.c
    return (
        event.first_reported <= until,
        event.last_reported > event.first_reported,
        ended_since(shifted(since, -_BROUGHT_FORWARD)),
        stands_at() <= shifted(until, _PUT_BACK),
    )


def _moved(history: History, since: date, until: date) -> Iterator[Entry]:
    """Where in these days the event stood before it was moved."""
    event = history.event
    stood: set[tuple[date, date]] = set()
    for step in history.steps:
        taken = step.status == "planned" and not {"reported", "date"}.isdisjoint(step.changes)
        low, high = days_of(step.when) if step.when and taken else (None, None)
        if low is None or high is None or not _meet(low, high, since, until):
            continue
        if not _meet(event.first_day, event.last_day, low, high):  # else only told more closely
            stood = {days for days in stood if not _meet(*days, low, high)} | {(low, high)}
    yield from (Entry(event, low, high, moved=True) for low, high in sorted(stood))


def _meet(first: date | None, last: date | None, since: date, until: date) -> bool:
    """Whether the days from one to another, None where open, are some of these."""
    return (first or date.min) <= until and (last or date.max) >= since


def _place(entry: Entry, since: date) -> tuple[date, str, bool]:
    """As `next_day` has it: the first day, or where that passed the last."""
    first, last = entry.first_day, entry.last_day
    day = first if first is not None and first >= since else last or date.max
    return day, entry.event.id, entry.moved


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
