"""One meeting of two parties, made of the events that are parts of it, and what became of it.

It was held, lies ahead, was cancelled or never held as far as any report tells; and it may have
been put off or moved: from which day, to which, and when that was told.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import date
from typing import Literal

from dragoman.mention import DONE, PRECISIONS
from dragoman.record.dyads.sights import Pair, Sight
from dragoman.record.event import AHEAD, Event, Party, Place, Step
from dragoman.record.life.stretches import Stretch, is_exact, length, stretch_of, touch
from dragoman.record.questions.conditions import STALE
from dragoman.record.rows.eventrows import day_of
from dragoman.sides import standing

Outcome = Literal["held", "planned", "postponed", "cancelled", "negated", "overdue", "lapsed"]
"""``overdue``: its day has passed, and no report tells that it was held; ``lapsed``: no day is
told, and nobody has spoken of it for long; ``negated``: told not to have taken place."""
What = Literal["visit", "talks", "signing"]
_WEEK = 7


@dataclass(frozen=True, slots=True)
class Shift:
    """One time that a plan was put off, or told for other days.

    Attributes:
        reported: publication day of the report that tells it, or None.
        old: the days it was taken off, in EDTF; None where no plan with a day is known.
        new: the days it was put to, as told then or later; None where none is told.
    """

    reported: date | None
    old: str | None
    new: str | None


def shifts_of(steps: Iterable[Step]) -> tuple[Shift, ...]:
    """How a plan was moved, by the reports of it in the order of publication, until it was held.

    A day told once before is no new one, nor is its neighbour, or a vaguer or finer word for it:
    what reports of several events of one meeting tell may be taken together.

    Args:
        steps: what reports tell of it, in any order.
    """
    found: list[Shift] = []
    now: str | None = None  # the day that the plan stands at
    known: list[Stretch] = []
    for step in sorted(filter(_tells, steps), key=lambda step: step.published or date.max):
        days = stretch_of(step.when)
        new = days is not None and not any(touch(days, day) for day in known)
        if _puts_off(step):
            # Told of the visit and of the talks on it, it is still put off once.
            if not found or found[-1].new is not None:
                found.append(Shift(step.published, now, None))
            if new and now is not None:
                found[-1] = replace(found[-1], new=step.when)
        elif new and found and found[-1].new is None:
            found[-1] = replace(found[-1], new=step.when)
        elif new and now is not None and (step.status in AHEAD or _is_later(days, now)):
            found.append(Shift(step.published, now, step.when))
        if step.status in DONE:
            break
        if days is not None:
            if new or now is None or _is_finer(days, now):
                now = step.when
            known.append(days)
    return tuple(found)


def _tells(step: Step) -> bool:
    """Whether it tells anything new of the plan, or that it was held."""
    return bool(step.changes) and step.certainty != "denied" and step.status in (*AHEAD, *DONE)


def _puts_off(step: Step) -> bool:
    return step.status == "postponed" and not {"reported", "status"}.isdisjoint(step.changes)


def _is_later(days: Stretch | None, now: str) -> bool:
    plan = stretch_of(now)
    return days is not None and plan is not None and days[0] > plan[1]


def _is_finer(days: Stretch, now: str) -> bool:
    known = stretch_of(now)
    return known is None or (touch(days, known) and length(days) < length(known))


def deciding(events: Sequence[Event]) -> Event:
    """The event of a meeting that tells what became of it.

    What took place, a visit before the talks on it; else what is told last, and of several told on
    that day what is told of the plan's end before the plan.

    Args:
        events: at least one.
    """
    return max(events, key=_weight)


def _weight(event: Event) -> tuple[bool, date, bool, bool, bool, bool, int]:
    last = event.last_reported or date.min
    return (
        event.took_place,
        date.min if event.took_place else last,
        event.status not in AHEAD,
        event.status == "postponed",
        event.mode == "visit",
        event.first_day is not None and event.last_day is not None,
        event.sources,
    )


def outcome_of(event: Event, shifts: Sequence[Shift], on: date) -> Outcome:
    """What became of a meeting, as seen on a day.

    Args:
        event: the one that decides, see `deciding`.
        shifts: how it was put off or moved.
        on: the day.
    """
    if event.took_place:
        return "held"
    if event.status not in AHEAD:
        return "cancelled" if event.status == "cancelled" else "negated"
    # The day of what was put off and has no new one is the day that it was taken off.
    dayless = event.status == "postponed" and not (shifts and shifts[-1].new)
    if not dayless and event.is_overdue(on):
        return "overdue"
    if (dayless or event.last_day is None) and _is_forgotten(event, on):
        return "lapsed"
    return "postponed" if event.status == "postponed" else "planned"


def _is_forgotten(event: Event, on: date) -> bool:
    last = max((day for day in (event.first_day, event.last_reported) if day), default=None)
    return last is not None and last < on - STALE


@dataclass(frozen=True, slots=True)
class Part:
    """An event of a meeting, and what it is of it."""

    what: What
    event: Event


@dataclass(frozen=True, slots=True)
class Meeting:
    """One meeting of two parties, held or not.

    Attributes:
        outcome: what became of it.
        when: its days in EDTF, of what was held from its first part to its last; or None.
        first_day: the first of them, or None.
        last_day: the last, or None.
        day: the day by whose month it is counted: the first of its days, where they lie in one
            month or week; else of what was held that of its first report, where it may be one of
            them; else None.
        where: the city, or the finest other place told of it, or None.
        host: the country on whose soil it is, where that is a third one; else None.
        third_parties: who hosts, mediates or takes part beside the two.
        shifts: how it was put off or moved, in order.
        disputed: somebody denies a visit or talks of it, or tells that they are not so.
        parts: its events; first the one that decides what became of it.
    """

    outcome: Outcome
    when: str | None
    first_day: date | None
    last_day: date | None
    day: date | None
    where: Place | None
    host: str | None
    third_parties: tuple[Party, ...]
    shifts: tuple[Shift, ...]
    disputed: bool
    parts: tuple[Part, ...]


def meeting_of(met: Sequence[Sight], signed: Sequence[Sight], pair: Pair, on: date) -> Meeting:
    """The meeting that some events are parts of.

    Args:
        met: the visits and talks; at least one.
        signed: what was signed there.
        pair: who meets.
        on: the day from which it is seen.
    """
    shifts = shifts_of(step for sight in met for step in sight.history.steps)
    main = deciding([sight.event for sight in met])
    outcome = outcome_of(main, shifts, on)
    told = [sight.event for sight in (*met, *signed)]
    done = [event for event in told if event.took_place] if outcome == "held" else [main]
    when = _when(main, done)
    first, last = stretch_of(when) or (main.first_day, main.last_day)
    soil = next((sight.soil for sight in met if sight.soil), None)
    told.sort(key=lambda e: (e is not main, e.event != "CONSULT", e.first_day or date.max, e.id))
    return Meeting(
        outcome=outcome,
        when=when,
        first_day=first,
        last_day=last,
        day=_counted_by(first, last) or (_reported(done) if outcome == "held" else None),
        where=_place((main, *done), soil),
        host=None if soil in pair else soil,
        third_parties=_third_parties((sight.event for sight in met), pair),
        shifts=shifts,
        disputed=any(sight.event.disputed for sight in met),
        parts=tuple(Part(_what(event), event) for event in told),
    )


def _what(event: Event) -> What:
    if event.event != "CONSULT":
        return "signing"
    return "visit" if event.mode == "visit" else "talks"


def _when(main: Event, done: Iterable[Event]) -> str | None:
    """From the first to the last of the days told exactly; else what is told of the main one."""
    days = [days for event in done if is_exact(days := stretch_of(event.when)) and days]
    if not days:
        return main.when or next((event.when for event in done if event.when), None)
    whole: Stretch = min(first for first, _ in days), max(last for _, last in days)
    if stretch_of(main.when) == whole:
        return main.when  # with its marks of doubt
    first, last = (day.isoformat() for day in whole)
    return first if first == last else f"{first}/{last}"


def _counted_by(first: date | None, last: date | None) -> date | None:
    if first is None or last is None:
        return None
    within = (first.year, first.month) == (last.year, last.month) or length((first, last)) <= _WEEK
    return first if within else None


def _reported(done: Iterable[Event]) -> date | None:
    return min((day for event in done if (day := day_of(event))), default=None)


def _place(events: Iterable[Event], soil: str | None) -> Place | None:
    spots = [e.where for e in events if e.where and soil in (None, e.where.country)]
    # The city says more to a reader than the palace in it.
    rank = sorted(PRECISIONS, key=lambda precision: precision != "city")
    return min(spots, key=lambda place: rank.index(place.precision), default=None)


def _third_parties(events: Iterable[Event], pair: Pair) -> tuple[Party, ...]:
    """Those of other countries who are told to take part; who is visited as well is at no talks."""
    found: dict[tuple[str, str | None], Party] = {}
    for event in events:
        if event.mode == "visit":
            continue
        for party in standing(event.parties):
            if isinstance(party, Party) and party.country and party.country not in pair:
                found.setdefault((party.name, party.country), party)
    return tuple(found.values())
