"""Whether two mentions may report one happening by their days, and by which of its kind it is."""

from __future__ import annotations

from dragoman.record.linking.series import EXACT, Days, gap, goes_on, is_exact
from dragoman.record.traits.traits import Traits
from dragoman.record.traits.turns import MORE, REST

RECENT = 4  # days before publication in which an undated deed is taken to lie
MOVED = 45  # days by which a plan may be moved and still be the same plan
_AHEAD = 60  # days that an undated plan may lie ahead
_NEXT_DAY = -0.2  # one of two neighbouring days is often a slip; two deeds on them are as common
_COUNTED = 0.3  # the later day may be the one on which the dead were counted anew


def days_alike(one: Traits, other: Traits) -> float | None:
    """How well the days of the two agree, -1 to 1; None where they are of two happenings."""
    if one.spread != other.spread and (one if one.spread else other).stage != "ahead":
        return None  # "15 tests this year" is not the test of Friday
    a, b = _span(one), _span(other)
    if a is None or b is None:
        return 0.0
    apart = gap(a, b)
    dated = (one.first is not None) + (other.first is not None)
    if apart <= 0:
        exact = min(a[1] - a[0], b[1] - b[0]) <= EXACT
        return (1.0 if exact else 0.6) if dated == 2 else 0.5 if dated else 0.3
    if one.stage != "ahead" and other.stage != "ahead":
        if goes_on(one, other):
            return _COUNTED
        if one.later or other.later:
            return None
        if apart <= RECENT and "count" in (one.deed.slack, other.deed.slack):
            return _COUNTED
        return None if apart > 1 else _NEXT_DAY
    if apart > MOVED or _is_told_too_late(one, other, b) or _is_told_too_late(other, one, a):
        return None
    return -apart / MOVED


def is_another_turn(one: Traits, other: Traits) -> bool:
    """Whether one is the second round and the other the third, or the one before "again"."""
    a, b = one.turn, other.turn
    if a is not None and b is not None and (MORE not in (a, b) or {a, b} - {MORE, REST}):
        return a.unit == b.unit and None is not a.number != b.number is not None
    early, late = sorted((one, other), key=lambda traits: (traits.later, traits.order))
    return late.later and _went_before(early, late)


def _went_before(one: Traits, again: Traits) -> bool:
    """Whether ``one`` was over, or its day past, when a later one of its kind was told."""
    days = _span(one)
    if days is None or again.published is None:
        return False
    if again.stage == "ahead":
        begun = days[1] if one.first is None else days[0]  # at the latest when it was told
        return again.published >= (begun if one.stage == "done" else days[1] + 1)
    if one.first is not None and is_exact(again):
        return False  # of days that are told, `days_alike` knows
    if one.stage == "ahead":
        return one.first is not None and days[1] + RECENT < again.published
    return days[1] + 1 < again.published


def _is_told_too_late(plan: Traits, deed: Traits, days: Days) -> bool:
    """Whether the plan was told when the deed had been over for days: it is another one's."""
    late = plan.published is not None and plan.published > days[1] + 1
    return late and plan.stage == "ahead" and deed.stage == "done"


def _span(traits: Traits) -> Days | None:
    """The days on which it can have taken place; what is not told is taken from publication."""
    if traits.first is not None and traits.last is not None:
        return traits.first, traits.last
    if traits.published is None or traits.spread:
        return None
    if traits.stage == "ahead":
        return traits.published - 1, traits.published + _AHEAD
    return traits.published - RECENT, traits.published
