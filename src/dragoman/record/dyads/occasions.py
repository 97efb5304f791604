"""Which events are of one meeting: a visit, the talks on it, and what was signed there.

The record keeps them apart, for each has a history of its own. They are one meeting where they are
of the same or of neighbouring days, or where one article tells them of one trip; where no day is
told of one, where it is reported with another. They are not where they took place in two countries,
are numbered as two rounds, or are of other people and no visit. Two rounds a week apart are two.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import date
from itertools import product

from dragoman.mention import DONE
from dragoman.record.dyads.sights import Sight
from dragoman.record.event import AHEAD, Step
from dragoman.record.life.stretches import Stretch, gap, is_exact, length, stretch_of, touch
from dragoman.record.linking.timing import MOVED

_LONGEST = 7  # days; talks on one day after the other are one meeting up to here
_WEEK = 10  # days; "this week", "early February" may be the days of a meeting told elsewhere
_LATE = 3  # days after a meeting in which a report that tells no day is taken to be of it
_OFF = frozenset({"postponed", "cancelled", "negated"})
_FAR = date.max.toordinal()


def occasions(sights: Iterable[Sight]) -> tuple[tuple[Sight, ...], ...]:
    """The events of each meeting.

    Args:
        sights: visits and talks of the same two parties, in any order.
    """
    found: list[list[Sight]] = []
    # Those with days first, so that one without joins a meeting that has some.
    for sight in sorted(sights, key=_order):
        joined = occasion_of(sight, found)
        if joined is None:
            found.append([sight])
        else:
            found[joined].append(sight)
    return tuple(map(tuple, _with_plans(found)))


def occasion_of(sight: Sight, meetings: Sequence[Sequence[Sight]]) -> int | None:
    """The number of the meeting that an event is of, the nearest; None where it is of none."""
    fitting = (n for n, meeting in enumerate(meetings) if _fits(sight, meeting))
    return min(fitting, key=lambda n: min(_distance(sight, o) for o in meetings[n]), default=None)


def _order(sight: Sight) -> tuple[int, date, date, str]:
    first, last = sight.days or (sight.reported or date.max, date.max)
    rank = 2 if sight.days is None else 0 if is_exact(sight.days) else 1
    return rank, first, last, sight.event.id


def _fits(sight: Sight, meeting: Sequence[Sight]) -> bool:
    together = any(_told_together(sight, other) for other in meeting)
    if not (together or any(_near(sight, other) for other in meeting)):
        return False
    if any(_at_odds(sight, other) for other in meeting):
        return False
    if together:
        return True
    days = [other.days for other in (sight, *meeting) if other.days and is_exact(other.days)]
    return not days or length((min(d[0] for d in days), max(d[1] for d in days))) <= _LONGEST


def _distance(one: Sight, other: Sight) -> tuple[bool, int]:
    """How far apart two are that may be one: told together first, then by their days."""
    apart = _FAR
    if one.days and other.days:
        apart = max(0, gap(one.days, other.days))
    elif one.reported and other.reported:
        apart = abs((one.reported - other.reported).days)
    return not _told_together(one, other), apart


def _at_odds(one: Sight, other: Sight) -> bool:
    """Whether they are of two meetings, whatever else agrees."""
    if one.soil and other.soil and one.soil != other.soil:
        return True
    numbers = dict(one.turns)
    return any(numbers.get(unit, number) != number for unit, number in other.turns)


def _may_be_one_round(one: Sight, other: Sight) -> bool:
    """Whether no words tell of another meeting: 'again', 'the second round'; or of the same."""
    return (one.later, one.turns) == (other.later, other.turns) or not (one.later or other.later)


def _are_others(one: Sight, other: Sight) -> bool:
    """Whether both name who meets, and have none in common."""
    both = [
        one.people[country].isdisjoint(other.people[country])
        for country in one.people.keys() & other.people.keys()
    ]
    return bool(both) and all(both)


def _told_together(one: Sight, other: Sight) -> bool:
    """Whether an article tells of both on the same days, or of one alone on which day."""
    shared = one.told.keys() & other.told.keys()
    if not shared or one.event.background != other.event.background:
        return False
    apart = one.days is not None and other.days is not None and not touch(one.days, other.days)
    strangers, one_round = _are_others(one, other), _may_be_one_round(one, other)
    for article in shared:
        for step, beside in product(one.told[article], other.told[article]):
            days, others = stretch_of(step.when), stretch_of(beside.when)
            if days and others:
                found = touch(days, others) and (one.visit or other.visit or not strangers)
            else:  # a sentence tells of one round, though it numbers but one of its words
                loosely = one_round or step.start == beside.start
                found = loosely and not (apart or strangers) and _are_both_ahead(step, beside)
            if found:
                return True
    return False


def _are_both_ahead(step: Step, beside: Step) -> bool:
    """Whether both tell of what lay ahead, or neither does."""
    return (step.status in DONE) == (beside.status in DONE)


def _near(one: Sight, other: Sight) -> bool:
    """Whether their days, or where none are told the days of their reports, are of one meeting."""
    if one.days and other.days and gap(one.days, other.days) > 1:
        return False
    others = _are_others(one, other)
    if one.days and other.days and is_exact(one.days) and is_exact(other.days):
        # Who travels takes others along: the ministers' talks are of the president's visit.
        return touch(one.days, other.days) and (one.visit or other.visit or not others)
    if others or not _may_be_one_round(one, other):
        return False
    if one.days and other.days:
        short = max(length(one.days), length(other.days)) <= _WEEK
        return short and touch(one.days, other.days) and _may_become(one, other)
    bare, dated = (other, one) if one.days else (one, other)
    if dated.days and bare.done:
        settled = dated.done or dated.event.status == "planned"
        return settled and _is_of(bare.reported, dated.days)
    return one.done == other.done and _are_days_near(one.reported, other.reported)


def _may_become(one: Sight, other: Sight) -> bool:
    """Whether both were held or neither, or the one may be what came of the other's plan."""
    return one.done == other.done or (other if one.done else one).event.status in AHEAD


def _are_days_near(one: date | None, other: date | None) -> bool:
    return one is not None and other is not None and abs((one - other).days) <= 1


def _is_of(reported: date | None, days: Stretch) -> bool:
    """Whether a report without a day is of what took place in these days."""
    if reported is None or length(days) > _WEEK:
        return False
    return (reported - days[0]).days >= -1 and (reported - days[1]).days <= _LATE


def _with_plans(meetings: list[list[Sight]]) -> list[list[Sight]]:
    """The meetings; what is first told to be off is joined with the one plan that it is of."""
    plans = [meeting for meeting in meetings if all(s.event.status in AHEAD for s in meeting)]
    joined: list[int] = []
    for meeting in meetings:
        first = min(meeting, key=lambda sight: sight.reported or date.max)
        if _is_off_at_first(first):
            its = [plan for plan in plans if plan is not meeting and _is_plan_of(plan, first)]
            if len(its) == 1 and id(its[0]) not in joined:
                meeting.extend(its[0])
                joined.append(id(its[0]))
    return [meeting for meeting in meetings if id(meeting) not in joined]


def _is_off_at_first(sight: Sight) -> bool:
    """Whether it is first told to be off, and not on what day it was to be."""
    off = sight.history.steps[0].status in _OFF
    return off and (sight.history.steps[0].status == "postponed" or sight.days is None)


def _is_plan_of(plan: Sequence[Sight], off: Sight) -> bool:
    told = off.reported
    if told is None or any(_at_odds(one, off) or _are_others(one, off) for one in plan):
        return False
    return any(
        one.reported is not None
        and one.reported <= told
        and one.days is not None
        and (one.days[0] - told).days <= MOVED
        and (told - one.days[1]).days <= _LATE
        for one in plan
    )
