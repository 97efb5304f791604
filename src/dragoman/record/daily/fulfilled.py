"""Plans that were fulfilled in other words: a visit that was planned, then talks on that day.

The record keeps a visit and the talks on it apart, for each has a history of its own. Whoever was
to visit another and talked with him on that day was there: such a plan is not overdue. Which events
are of one meeting, `dragoman.record.dyads.occasions` tells.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import date, timedelta

from sqlalchemy import ColumnElement, and_, func, select

from dragoman.days import shifted
from dragoman.mention import DONE
from dragoman.record.dyads.meetings import gathered
from dragoman.record.dyads.sights import Pair
from dragoman.record.event import Event, History
from dragoman.record.questions.asof import AsOf
from dragoman.record.rows import schema
from dragoman.sides import pairs_of, standing

_BESIDE = timedelta(days=10)  # of a meeting no part is told so far from the others
_MOST = 500  # meetings looked at: those last reported


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
    numbers = then.find(wanted, (event.last_reported.desc().nulls_last(), event.id), _MOST).numbers
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
