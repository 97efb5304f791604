"""Days as people write them in options and addresses: 2025-07-23, or how long ago: 7d, 2w, 3m."""

from __future__ import annotations

import re
from datetime import date, datetime, timedelta
from typing import Any

YEARS = range(1000, 9000)
"""Of the days that people may ask from; days are added to and taken from them."""

_DAY = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}")
_SPAN = re.compile(r"([0-9]{1,4})([dwm])")
_DAYS = {"d": 1, "w": 7, "m": 30}


def as_day(name: str, value: Any) -> date | None:
    """The day of a date or of a moment; None stays None.

    Raises:
        TypeError: it is neither; ``name`` says what it is given as.
    """
    if isinstance(value, datetime):
        return value.date()
    if value is None or isinstance(value, date):
        return value
    advice = "write datetime.date(2025, 7, 23), or date.fromisoformat of a text"
    raise TypeError(f"{name} is a date, not {value!r:.80}; {advice}")


def day_of(text: str) -> date:
    """The day of ``2025-07-23``.

    Raises:
        ValueError: it is none; says how to write it.
    """
    try:
        if _DAY.fullmatch(text):
            return date.fromisoformat(text)
    except ValueError:
        pass  # a thirteenth month
    raise ValueError("is no day; write it as 2025-07-23")


def is_span(text: str) -> bool:
    """Whether it says how long ago: ``7d``, ``2w``, ``3m`` (months of 30 days)."""
    return _SPAN.fullmatch(text) is not None


def moment_of(text: str, on: date) -> date:
    """The day of ``2025-07-23``, or of ``7d``: so long before ``on``, at most to the first of all.

    Raises:
        ValueError: it is neither; says how to write it.
    """
    match = _SPAN.fullmatch(text)
    if match:
        return shifted(on, -timedelta(days=int(match[1]) * _DAYS[match[2]]))
    try:
        return day_of(text)
    except ValueError as error:
        raise ValueError(f"{error}, or 7d, 2w, 3m: so long ago") from None


def beginning_of(text: str, on: date) -> date:
    """The day of ``2025-07-23``; of ``7d`` the first of so many days, of which ``on`` is the last.

    Raises:
        ValueError: it is neither; says how to write it.
    """
    return moment_of(text, shifted(on, timedelta(days=1)) if is_span(text) else on)


def in_order(first: date | None, last: date | None, names: tuple[str, str]) -> None:
    """Nothing, unless both days are given and the first lies after the last.

    Raises:
        ValueError: it does; says so by their names.
    """
    if first and last and first > last:
        raise ValueError(f"{names[0]} {first} lies after {names[1]} {last}")


def shifted(day: date, span: timedelta) -> date:
    """The day so much later, but never beyond an end of the calendar."""
    return date.fromordinal(max(1, min(day.toordinal() + span.days, date.max.toordinal())))


def near(day: date) -> date:
    """The day itself.

    Raises:
        ValueError: its year is not one of `YEARS`; says so.
    """
    if day.year not in YEARS:
        raise ValueError(f"lies too far off; take a year from {YEARS[0]} to {YEARS[-1]}")
    return day
