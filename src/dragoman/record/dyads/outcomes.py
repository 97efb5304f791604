"""What became of a meeting: held, ahead, cancelled, or never held as far as any report tells."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from typing import Literal

from dragoman.record.dyads.shifts import Shift
from dragoman.record.event import AHEAD, Event
from dragoman.record.questions.plans import STALE

Outcome = Literal["held", "planned", "postponed", "cancelled", "negated", "overdue", "lapsed"]
"""``overdue``: its day has passed, and no report tells that it was held; ``lapsed``: no day is
told, and nobody has spoken of it for long; ``negated``: told not to have taken place."""


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
