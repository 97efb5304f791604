"""Stretches of days told of events and of their reports, and how they lie to each other."""

from __future__ import annotations

from datetime import date

from dragoman.mention import Mention
from dragoman.times.intervals import days_of

Stretch = tuple[date, date]
"""The first and the last day."""

_EXACT = 4  # days; what is told of more is "this week" or longer, and not the days of a meeting


def stretch_of(edtf: str | None) -> Stretch | None:
    """The days of a date; None where an end of it is open or unknown."""
    first, last = days_of(edtf) if edtf else (None, None)
    return (first, last) if first is not None and last is not None else None


def stretch_told(mention: Mention) -> Stretch | None:
    """The days that a mention tells; None as `stretch_of` has it, or where it tells none."""
    return stretch_of(mention.when.edtf) if mention.when else None


def length(days: Stretch) -> int:
    """How many days it is."""
    return (days[1] - days[0]).days + 1


def is_exact(days: Stretch | None) -> bool:
    """Whether it is told to the day, or to the few days that a visit takes."""
    return days is not None and length(days) <= _EXACT


def gap(one: Stretch, other: Stretch) -> int:
    """How many days the later begins after the earlier ends; nought or less where they overlap."""
    return (max(one[0], other[0]) - min(one[1], other[1])).days


def are_apart(one: Stretch | None, other: Stretch | None) -> bool:
    """Whether both are known and have no day in common."""
    return one is not None and other is not None and gap(one, other) > 0


def touch(one: Stretch, other: Stretch) -> bool:
    """Whether both may be days of one meeting: the same, or where both are exact neighbours."""
    return gap(one, other) <= (1 if is_exact(one) and is_exact(other) else 0)
