"""What lies ahead: planned and postponed events by day, and those whose day passed unreported.

All of it is told as it was known on the day from which it is seen (see
`dragoman.record.questions.asof`). The record keeps a visit and the talks on it apart, for each has
a history of its own; whoever was to visit another and talked with him on that day was there, and
such a plan is not overdue.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from sqlalchemy import ColumnElement, and_, func, select

from dragoman.days import shifted
from dragoman.mention import DONE
from dragoman.record.dyads.meetings import gathered
from dragoman.record.dyads.sights import Pair
from dragoman.record.event import Event, History
from dragoman.record.questions.asof import AsOf, as_of, known_by
from dragoman.record.questions.conditions import (
    conditions_of,
    ended_since,
    is_ahead,
    is_overdue,
    is_undated,
    may_come,
    next_day,
)
from dragoman.record.questions.filters import Filter
from dragoman.record.questions.values import check_whole, the_day
from dragoman.record.rows import schema
from dragoman.record.store.store import Record
from dragoman.sides import pairs_of, standing

MOST = 500
_BESIDE = timedelta(days=10)  # of a meeting no part is told so far from the others
_MOST_MEETINGS = 500  # meetings looked at: those last reported


@dataclass(frozen=True, slots=True)
class Agenda:
    """What is ahead as seen on one day.

    Attributes:
        on: that day.
        coming: planned and postponed events that may take place in the days from that one on, the
            soonest first; also those with a first or a last day alone (see
            `dragoman.record.questions.conditions`).
        undated: such events without a date that were reported no longer ago than
            `dragoman.record.questions.conditions.STALE`, the last reported first.
        overdue: those whose last possible day lies before it and which no report settles, the
            latest first; what was put off without a new day is among them. Not a visit on whose
            days the two talked.
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


def may_be_held(since: date, until: date) -> ColumnElement[bool]:
    """Visits and talks that took place about these days, as far as is known."""
    event = schema.event.c
    told_in = func.coalesce(event.first_day, event.first_reported)
    about = told_in.between(shifted(since, -_BESIDE), shifted(until, _BESIDE))
    return and_(event.type == "CONSULT", event.status.in_(DONE), about)


def held_otherwise(then: AsOf, plans: Sequence[History]) -> frozenset[str]:
    """The ids of the plans to meet of whose meeting another event tells that it was held.

    Args:
        then: the events as they were known on a day.
        plans: what was planned or postponed for a day that has passed.
    """
    pairs: dict[Pair, list[History]] = {}
    for plan in plans:
        for pair in _who_meets(plan):
            pairs.setdefault(pair, []).append(plan)
    held = _told_as_held(then, [plan.event for told in pairs.values() for plan in told])
    return frozenset(_fulfilled(then, pairs, held))


def _who_meets(plan: History) -> Iterable[Pair]:
    event = plan.event
    if event.event != "CONSULT" or event.mode == "phone" or event.status != "planned":
        return ()
    return pairs_of(standing(event.actors), standing(event.recipients), mutual=plan.mutual)


def _told_as_held(then: AsOf, plans: Sequence[Event]) -> list[tuple[int, frozenset[str]]]:
    """The numbers and countries of visits and talks that took place about the days of the plans."""
    days = [day for event in plans for day in (event.first_day, event.last_day) if day]
    if not days:
        return []
    event, country = schema.event.c, schema.event_country.c
    there = {party.country for plan in plans for party in plan.parties if party.country}
    wanted = (
        may_be_held(min(days), max(days)),
        event.background.is_(False),
        event.no.in_(select(country.event).where(country.country.in_(sorted(there)))),
    )
    latest = event.last_reported.desc().nulls_last(), event.id
    numbers = then.find(wanted, latest, _MOST_MEETINGS).numbers
    return [
        (number, frozenset(str(party.country) for party in told.parties))
        for number, told in zip(numbers, then.events(numbers), strict=True)
    ]


def _fulfilled(
    then: AsOf,
    pairs: Mapping[Pair, Sequence[History]],
    held: Sequence[tuple[int, frozenset[str]]],
) -> Iterator[str]:
    """The ids of the plans of each pair that are part of a meeting which was held."""
    for pair, plans in pairs.items():
        numbers = [number for number, countries in held if countries.issuperset(pair)]
        if not numbers:
            continue
        planned = {plan.event.id for plan in plans}
        for meeting in gathered((*plans, *then.histories(numbers)), pair, then.day):
            if meeting.outcome == "held":
                yield from planned & {part.event.id for part in meeting.parts}
