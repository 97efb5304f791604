"""How often a plan was put off or moved: from which day, to which, and when that was told."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import date

from dragoman.mention import DONE
from dragoman.record.event import AHEAD, Step
from dragoman.record.life.stretches import Stretch, length, stretch_of, touch


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
