"""One meeting of two parties, held or not, made of the events that are parts of it."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Literal

from dragoman.mention import PRECISIONS
from dragoman.record.dyads.outcomes import Outcome, deciding, outcome_of
from dragoman.record.dyads.shifts import Shift, shifts_of
from dragoman.record.dyads.sights import Pair, Sight
from dragoman.record.event import Event, Party, Place
from dragoman.record.life.stretches import Stretch, is_exact, length, stretch_of
from dragoman.record.rows.eventrows import day_of
from dragoman.sides import standing

What = Literal["visit", "talks", "signing"]
_WEEK = 7


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
