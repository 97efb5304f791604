"""A dyad's weeks drawn: cooperation above the line, conflict below, plans on the same axis."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from dragoman.days import shifted
from dragoman.record.dyads.dyads import Dyad, Week
from dragoman.record.event import Event
from dragoman.web.charts.axis import Axis, Tick
from dragoman.wording import SIGNS, when

_EDGE = 30.0
_BARS, _SCORES = 200.0, 90.0  # heights of the two panels
_TOP, _LANE, _BETWEEN, _FOOT = 22.0, 34.0, 30.0, 26.0
_FURTHEST = timedelta(days=1_000)  # what is planned for later would press all else together
_STEPS = (1, 2, 4, 13, 26, 52)  # weeks in a bar


@dataclass(frozen=True, slots=True)
class Bar:
    """Some weeks: the two bars' heights, the mean score's place, and all of it in words."""

    x: float
    width: float
    up: float
    down: float
    score: float
    label: str
    since: date
    until: date


@dataclass(frozen=True, slots=True)
class Mark:
    """A planned event on the axis."""

    x: float
    sign: str
    label: str
    event: str


@dataclass(frozen=True, slots=True)
class Weeks:
    """The drawing.

    Attributes:
        base: height of the line between cooperation and conflict.
        half: height of the longest bar.
        lane: height at which plans stand.
        nought: height of score 0 in the lower panel; 10 points are ``unit`` times 10 away.
        unit: height of one point of score.
        step: how many weeks a bar holds.
        scale: events that the longest bar stands for.
        today: where the day stands from which is looked; None where it is not on the axis.
    """

    width: float
    height: float
    base: float
    half: float
    lane: float
    nought: float
    unit: float
    step: int
    scale: int
    bars: tuple[Bar, ...]
    marks: tuple[Mark, ...]
    ticks: tuple[Tick, ...]
    today: float | None
    line: str


def weeks(dyad: Dyad, on: date, width: float) -> Weeks | None:
    """The drawing of a dyad; None where nothing of it is dated.

    Args:
        dyad: its weeks and what is ahead.
        on: the day from which is looked.
        width: of the drawing, in its own units.
    """
    ahead = [e for e in dyad.ahead if e.first_day and abs(e.first_day - on) < _FURTHEST]
    stretch = _stretch(dyad.weeks, ahead)
    if stretch is None:
        return None
    first, last = stretch
    step = _weeks_in_a_bar(first, last, width)
    axis = Axis(first, last, _EDGE, width - 8)
    groups = _grouped(dyad.weeks, step, first)
    scale = max((max(g.cooperation, g.conflict) for g in groups), default=1) or 1
    half, unit = _BARS / 2, _SCORES / 20
    nought = _TOP + _BARS + _LANE + _BETWEEN + _SCORES / 2
    room = (width - _EDGE - 8) / max((last - first).days / 7 / step, 1)
    thin = max(2.0, min(26.0, room * 0.72))
    bars = tuple(_bar(g, step, axis, thin, half / scale, (nought, unit)) for g in groups)
    middle = [(bar.x + bar.width / 2, bar.score) for bar in bars]
    return Weeks(
        width=width,
        height=_TOP + _BARS + _LANE + _BETWEEN + _SCORES + _FOOT,
        base=_TOP + half,
        half=half,
        lane=_TOP + _BARS + _LANE / 2 + 8,
        nought=nought,
        unit=unit,
        step=step,
        scale=scale,
        bars=bars,
        marks=_marks(ahead, axis),
        ticks=axis.ticks(width / 85),
        today=axis.at(on) if first <= on <= last else None,
        line=" ".join(f"{x:.1f},{y:.1f}" for x, y in middle),
    )


def _stretch(told: Sequence[Week], ahead: Sequence[Event]) -> tuple[date, date] | None:
    """The first and the last day of the axis, eight weeks at least; None where nothing is dated."""
    days = [week.monday for week in told]
    days += [event.first_day for event in ahead if event.first_day]
    if not days:
        return None
    last = shifted(max(days), timedelta(days=7))
    return min(*days, shifted(last, -timedelta(days=56))), last


def _weeks_in_a_bar(first: date, last: date, width: float) -> int:
    """So few that the bars stand apart."""
    most, span = max(8, int(width / 14)), (last - first).days / 7
    return next((step for step in _STEPS if span / step <= most), _STEPS[-1])


def _marks(ahead: Sequence[Event], axis: Axis) -> tuple[Mark, ...]:
    return tuple(
        Mark(axis.at(event.first_day), SIGNS[event.status],
             f"{event.status}, {when(event.when)}: {_sides(event)}", event.id)
        for event in ahead
        if event.first_day
    )  # fmt: skip


def _grouped(told: Sequence[Week], step: int, first: date) -> list[Week]:
    """The weeks joined so many at a time."""
    if step == 1:
        return list(told)
    start = first - timedelta(days=first.weekday())
    groups: dict[int, list[Week]] = {}
    for week in told:
        groups.setdefault((week.monday - start).days // (7 * step), []).append(week)
    return [_joined(members, start + timedelta(weeks=step * n)) for n, members in groups.items()]


def _joined(members: list[Week], monday: date) -> Week:
    counts = [week.cooperation + week.conflict for week in members]
    weighed = sum(w.intensity * n for w, n in zip(members, counts, strict=True))
    return Week(
        monday,
        sum(week.cooperation for week in members),
        sum(week.conflict for week in members),
        sum(week.first for week in members),
        sum(week.second for week in members),
        round(weighed / max(sum(counts), 1), 2),
        sum(week.claimed for week in members),
    )


def _bar(
    week: Week, step: int, axis: Axis, thin: float, one: float, scores: tuple[float, float]
) -> Bar:
    until = shifted(week.monday, timedelta(days=7 * step - 1))
    middle = (axis.at(week.monday) + axis.at(until)) / 2
    nought, unit = scores
    label = (
        f"{when(f'{week.monday}/{until}')}: {week.cooperation} cooperative, "
        f"{week.conflict} in conflict, mean {week.intensity:+.1f}"
        + (f"; {week.claimed} only claimed" if week.claimed else "")
    )
    return Bar(
        round(middle - thin / 2, 1),
        round(thin, 1),
        round(week.cooperation * one, 1),
        round(week.conflict * one, 1),
        round(nought - week.intensity * unit, 1),
        label,
        week.monday,
        until,
    )


def _sides(event: Event) -> str:
    actors = ", ".join(p.name for p in event.actors) or "nobody named"
    recipients = ", ".join(p.name for p in event.recipients)
    return f"{actors} → {recipients}" if recipients else actors
