"""The life of an event drawn: when it was reported above, the day it was told for below.

A line leads from each report down to the day that it tells. A plan that is put off is a line that
swings to the right; what was held stands under its own report.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from dragoman.mention import Status
from dragoman.record.event import Step
from dragoman.times.intervals import days_of
from dragoman.web.charts.axis import Axis, Tick
from dragoman.web.wording import told
from dragoman.wording import SIGNS, when

_TOP, _FOOT, _EDGE = 44.0, 146.0, 26.0
_HEIGHT = 190
# A day told this far from the report would press all else together; it is left to the list.
_FURTHEST = timedelta(days=400)


@dataclass(frozen=True, slots=True)
class Thread:
    """One report and the day that it tells.

    Attributes:
        x: where the report stands.
        low: where the first day told stands; None where none is.
        high: where the last one stands.
        status: what it reports.
        sign: the status's sign.
        news: whether it changed anything of the event.
        label: in words.
        anchor: of the step in the list.
    """

    x: float
    low: float | None
    high: float | None
    status: Status
    sign: str
    news: bool
    label: str
    anchor: str


@dataclass(frozen=True, slots=True)
class Life:
    """The drawing."""

    width: float
    height: float
    top: float
    foot: float
    threads: tuple[Thread, ...]
    ticks: tuple[Tick, ...]


def life(steps: Sequence[Step], width: float) -> Life | None:
    """The drawing of an event's steps; None where fewer than two dated reports have something new.

    Args:
        steps: in order of publication.
        width: of the drawing, in its own units.
    """
    dated = [step for step in steps if step.published is not None]
    shown = [step for step in dated if step.changes or step.when] or dated
    if len({step.published for step in shown}) < 2:
        return None
    spans = [(step, _span(step)) for step in shown]
    days = [step.published for step in shown if step.published]
    days += [one for _, span in spans if span for one in span]
    axis = Axis(min(days), max(days), _EDGE, width - _EDGE)
    threads = tuple(_thread(step, span, axis) for step, span in spans)
    return Life(width, _HEIGHT, _TOP, _FOOT, _without_doubles(threads), axis.ticks(width / 90))


def _span(step: Step) -> tuple[date, date] | None:
    first, last = days_of(step.when) if step.when else (None, None)
    if first is None or last is None or step.published is None:
        return None
    if abs(first - step.published) > _FURTHEST or abs(last - step.published) > _FURTHEST:
        return None
    return first, last


def _thread(step: Step, span: tuple[date, date] | None, axis: Axis) -> Thread:
    assert step.published is not None
    words = f"{step.outlet}: {told(step)}"
    if step.when and when(step.when) not in words:
        words += f", {when(step.when)}"
    return Thread(
        axis.at(step.published),
        axis.at(span[0]) if span else None,
        axis.at(span[1]) if span else None,
        step.status,
        SIGNS[step.status],
        bool(step.changes),
        words,
        f"s-{step.mention_id}",
    )


def _without_doubles(threads: tuple[Thread, ...]) -> tuple[Thread, ...]:
    """One thread where several would lie on each other; the one that brought news is kept."""
    kept: dict[tuple[float, float | None, float | None, Status], Thread] = {}
    for thread in threads:
        key = (round(thread.x, 1), thread.low, thread.high, thread.status)
        if key not in kept or (thread.news and not kept[key].news):
            kept[key] = thread
    return tuple(sorted(kept.values(), key=lambda thread: thread.news))
