"""How often two parties met, and which meetings that were planned never took place.

A meeting is counted once, whatever tells of it: the visit, the talks on it and what was signed
there (see `occasions`). Telephone calls are none, nor is what is only possible or
told only to be denied. Both must take part, by parties that stand for them and whose country is not
inferred (see `dragoman.sides`): one visits the other, or they talk, also where a third party hosts
or mediates. All of it is told as it was known on a day.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from sqlalchemy import ColumnElement, and_, select

from dragoman.days import shifted
from dragoman.mutuality import is_signing
from dragoman.record.dyads.meeting import Meeting, Outcome, meeting_of
from dragoman.record.dyads.occasions import occasion_of, occasions
from dragoman.record.dyads.sights import Pair, Sight, sight_of
from dragoman.record.event import History
from dragoman.record.questions.asof import AsOf, known_by
from dragoman.record.questions.conditions import conditions_of
from dragoman.record.questions.filters import Filter
from dragoman.record.rows import schema
from dragoman.record.traits.traits import MUTUAL
from dragoman.sides import pairs_of, standing

_HOSTED = ("third-party", "multilateral")
_MOST = 1000  # events looked at; of busier dyads the last reported
_BESIDE = timedelta(days=45)  # what lies so far outside the days asked for may be part of a meeting
_HELD: tuple[Outcome, ...] = ("held",)
_AHEAD: tuple[Outcome, ...] = ("planned", "postponed")
_CANCELLED: tuple[Outcome, ...] = ("cancelled",)
_NEVER_HELD: tuple[Outcome, ...] = ("negated", "overdue", "lapsed")


@dataclass(frozen=True, slots=True)
class Month:
    """The meetings of one month.

    Attributes:
        month: its first day.
        held: how many were held.
        ahead: how many are planned or postponed, and may still come.
        cancelled: how many were called off.
        never_held: how many are overdue, lapsed or told not to have taken place.
        shifts: how many times these meetings were put off or moved, all together.
    """

    month: date
    held: int
    ahead: int
    cancelled: int
    never_held: int
    shifts: int


@dataclass(frozen=True, slots=True)
class Meetings:
    """The meetings of two parties.

    Attributes:
        held: those that took or are taking place, the latest first.
        ahead: planned or postponed, the soonest first; then those without a day.
        cancelled: called off, the latest first.
        never_held: overdue, lapsed or told not to have taken place, the latest first.
        months: counts of all of these by `Meeting.day`, oldest first.
        undated: how many of all of these no month can be told of.
        left_out: how many events of the two were not looked at, because there are too many: those
            last reported longest ago.
    """

    held: tuple[Meeting, ...]
    ahead: tuple[Meeting, ...]
    cancelled: tuple[Meeting, ...]
    never_held: tuple[Meeting, ...]
    months: tuple[Month, ...]
    undated: int
    left_out: int


def of_both(first: str, second: str) -> ColumnElement[bool]:
    """Events that may be a meeting of two parties or a part of one, also by a third one's doing."""
    event, country = schema.event.c, schema.event_country.c
    there = (
        event.no.in_(select(country.event).where(country.country == code))
        for code in (first, second)
    )
    return and_(event.type.in_(sorted(MUTUAL)), *there)


def meetings(
    then: AsOf, dialect: str, pair: Pair, *, since: date | None, until: date | None, on: date
) -> Meetings:
    """The meetings of two parties, as they were known on a day.

    Args:
        then: the events as they were known, at least those that are `of_both`.
        dialect: of the record.
        pair: the two.
        since: only meetings that may have been, or may be, on this day or later; those of which no
            day is told by the days of their reports.
        until: the same, on this day or earlier.
        on: the day.
    """
    table = schema.event.c
    around = Filter(
        since=shifted(since, -_BESIDE) if since else None,
        until=shifted(until, _BESIDE) if until else None,
        background=True,
    )
    wanted = [of_both(*pair), known_by(on), *conditions_of(around, dialect)]
    found = then.find(wanted, (table.last_reported.desc().nulls_last(), table.id), _MOST)
    told = gathered(then.histories(found.numbers), pair, on)
    chosen = [meeting for meeting in told if _lies_in(meeting, since, until)]
    return _sorted(chosen, found.total - len(found.numbers))


def gathered(histories: Iterable[History], pair: Pair, on: date) -> tuple[Meeting, ...]:
    """The meetings of two parties that some events tell of.

    Args:
        histories: events, also such as are no meeting of these two, in any order.
        pair: the two.
        on: the day from which they are seen.
    """
    known = [history for history in histories if _counts(history, on)]
    met = occasions(sight_of(history, pair) for history in known if _is_meeting(history, pair))
    signed: list[list[Sight]] = [[] for _ in met]
    for sight in (sight_of(history, pair) for history in known if _is_signing(history, pair)):
        there = occasion_of(sight, met)
        if there is not None:
            signed[there].append(sight)
    both = zip(met, signed, strict=True)
    return tuple(meeting_of(sights, papers, pair, on) for sights, papers in both)


def _counts(history: History, on: date) -> bool:
    """Whether it is told as a fact or a plan, and not as lying ahead of the day though done."""
    event = history.event
    if event.status == "possible" or event.certainty == "denied":
        return False
    if event.background or (event.status == "negated" and not history.was_planned):
        return event.first_day is not None  # 'the two have never met' is of no day
    return not (event.took_place and event.first_day and event.first_day > on)


def _is_meeting(history: History, pair: Pair) -> bool:
    event = history.event
    if event.event != "CONSULT" or event.mode == "phone":
        return False
    there = {party.country for party in standing(event.parties)}
    return _is_between(history, pair) or (event.mode in _HOSTED and there.issuperset(pair))


def _is_signing(history: History, pair: Pair) -> bool:
    event = history.event
    if event.event == "CONSULT" or event.status == "negated" or not _is_between(history, pair):
        return False
    return any(is_signing(step.sentence[slice(*step.trigger)]) for step in history.steps)


def _is_between(history: History, pair: Pair) -> bool:
    event = history.event
    sides = standing(event.actors), standing(event.recipients)
    return (min(pair), max(pair)) in pairs_of(*sides, mutual=history.mutual)


def _lies_in(meeting: Meeting, since: date | None, until: date | None) -> bool:
    events = [part.event for part in meeting.parts]
    first, last = meeting.first_day, meeting.last_day
    if first is None and last is None:
        first = min((e.first_reported for e in events if e.first_reported), default=None)
        last = max((e.last_reported for e in events if e.last_reported), default=None)
    late = since is None or last is None or last >= since
    return late and (until is None or first is None or first <= until)


def _sorted(told: Sequence[Meeting], left_out: int) -> Meetings:
    held, cancelled, never_held = (
        tuple(sorted(_of(told, outcomes), key=_day, reverse=True))
        for outcomes in (_HELD, _CANCELLED, _NEVER_HELD)
    )
    ahead = tuple(sorted(_of(told, _AHEAD), key=lambda meeting: meeting.first_day or date.max))
    undated = sum(meeting.day is None for meeting in told)
    return Meetings(held, ahead, cancelled, never_held, _months(told), undated, left_out)


def _of(told: Iterable[Meeting], outcomes: Sequence[Outcome]) -> list[Meeting]:
    return [meeting for meeting in told if meeting.outcome in outcomes]


def _day(meeting: Meeting) -> date:
    return meeting.day or meeting.first_day or date.min


def _months(told: Iterable[Meeting]) -> tuple[Month, ...]:
    by: dict[date, list[Meeting]] = {}
    for meeting in told:
        if meeting.day:
            by.setdefault(meeting.day.replace(day=1), []).append(meeting)
    return tuple(_month(month, its) for month, its in sorted(by.items()))


def _month(month: date, its: Sequence[Meeting]) -> Month:
    return Month(
        month,
        held=len(_of(its, _HELD)),
        ahead=len(_of(its, _AHEAD)),
        cancelled=len(_of(its, _CANCELLED)),
        never_held=len(_of(its, _NEVER_HELD)),
        shifts=sum(len(meeting.shifts) for meeting in its),
    )
