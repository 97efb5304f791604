"""The days that an EDTF date allows: its first and its last."""

from __future__ import annotations

import calendar
import re
from datetime import date
from functools import lru_cache

_PARTS = re.compile(r"(\d{1,4}X{0,3}|X{4})(?:-(\d\d|XX))?(?:-(\d\d|XX))?\Z", re.ASCII)
_MARKS = "~?%"
# EDTF's seasons (21 spring to 24 winter, of the northern half) in months; winter ends in February.
_SEASONS = {21: (3, 5), 22: (6, 8), 23: (9, 11), 24: (12, 2)}


@lru_cache(maxsize=65_536)
def days_of(edtf: str) -> tuple[date | None, date | None]:
    """The first and the last day that ``edtf`` (ISO 8601-2, level 1) allows.

    None stands for an end that is open or unknown: ``2025-04/..`` has no last day, ``XXXX-07-26``
    has neither. Marks of doubt (``~``, ``?``, ``%``) are passed over. What is no EDTF gives two
    Nones.

    >>> days_of("2025-02")
    (datetime.date(2025, 2, 1), datetime.date(2025, 2, 28))
    """
    if "/" in edtf:
        low, _, high = edtf.partition("/")
        return _one(low)[0], _one(high)[1]
    return _one(edtf)


def _one(edtf: str) -> tuple[date | None, date | None]:
    match = _PARTS.match(edtf.strip().rstrip(_MARKS))
    if match is None or match[1] == "XXXX":
        return None, None
    first, last = int(match[1].replace("X", "0")), int(match[1].replace("X", "9"))
    if len(match[1]) != 4 or not 1 <= first <= last <= 9999:
        return None, None
    try:
        return _within(first, last, match[2], match[3])
    except ValueError:
        return None, None


def _within(
    first: int, last: int, month: str | None, day: str | None
) -> tuple[date | None, date | None]:
    if month is None or month == "XX":
        return date(first, 1, 1), date(last, 12, 31)
    number = int(month)
    if number in _SEASONS:
        opens, closes = _SEASONS[number]
        year = last + (closes < opens)
        return date(first, opens, 1), date(year, closes, calendar.monthrange(year, closes)[1])
    if day is None or day == "XX":
        return date(first, number, 1), date(last, number, calendar.monthrange(last, number)[1])
    return date(first, number, int(day)), date(last, number, int(day))
