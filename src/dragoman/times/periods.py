"""Arithmetic on EDTF strings: bounds, parts, intervals. No words and no publication date here.

A string is a date of any precision (``2025-07-23``, ``2025-07``, ``2025``, ``2025-22``, ``199X``,
``19XX``), with ``~`` or without, or an interval of two, either of which may be ``..``. The year
may be ``XXXX``. Functions that cannot work on a string return it as it is, or None where said.
"""

from __future__ import annotations

import re
from calendar import monthrange
from collections.abc import Callable
from datetime import date, timedelta
from typing import Literal

from .intervals import days_of

Part = Literal["early", "mid", "late", "start", "end"]
_THIRDS = {"early": 0, "start": 0, "mid": 1, "late": 2, "end": 2}


def last_day(year: str, month: int) -> int:
    """The number of days in a month; 28 for a February of unknown year."""
    return monthrange(2001 if year == "XXXX" else int(year), month)[1]


def day_text(year: str, month: int, day: int) -> str:
    """The day in EDTF; empty where the month has no such day."""
    if 1 <= day <= last_day("2000" if year == "XXXX" else year, month):
        return f"{year}-{month:02}-{day:02}"
    return ""


def bounds(edtf: str) -> tuple[date, date] | None:
    """First and last day of ``edtf``; None where the year is unknown. Open ends are far away.

    None too in the year 9999, past whose end no day can be counted.
    """
    begin, end = days_of(edtf)
    if any(day and day.year == date.max.year for day in (begin, end)):
        return None
    begin = date.min if edtf.startswith("../") else begin
    end = date.max if edtf.endswith("/..") else end
    return (begin, end) if begin and end else None


def first(edtf: str) -> str:
    """The beginning of ``edtf``: of an interval its start, of a decade its first year."""
    return edtf.split("/")[0] if "/" in edtf else _edge_year(edtf, "0")


def last(edtf: str) -> str:
    """The end of ``edtf``: of an interval its end, of a decade its last year."""
    return edtf.split("/")[1] if "/" in edtf else _edge_year(edtf, "9")


def _edge_year(edtf: str, digit: str) -> str:
    if edtf.endswith("-XX-XX"):
        return edtf[:4]
    return edtf.replace("X", digit) if re.fullmatch(r"\d\d[\dX]X", edtf) else edtf


def since(edtf: str) -> str:
    """From the beginning of ``edtf`` on."""
    return f"{first(edtf)}/.." if edtf and first(edtf) != ".." else edtf


def until(edtf: str) -> str:
    """Up to the end of ``edtf``."""
    return f"../{last(edtf)}" if edtf and last(edtf) != ".." else edtf


def between(start: str, end: str) -> str:
    """From the beginning of ``start`` to the end of ``end``; empty where either is empty.

    Empty too where the end lies before the beginning ('from 2023 to 2019'), which is no stretch of
    time.
    """
    if not start or not end:
        return ""
    known = bounds(start), bounds(end)
    if known[0] and known[1] and known[0][0] > known[1][1]:
        return ""
    low, high = first(start), last(end)
    return low if low == high else f"{low}/{high}"


def about(edtf: str) -> str:
    """``edtf`` as approximate; intervals, unspecified digits and seasons are left alone."""
    return edtf if not edtf or re.search(r"[/X~]|^\d{4}-2[1-4]$", edtf) else edtf + "~"


def part(which: Part) -> Callable[[str], str]:
    """The function that takes the early, middle or late part of a week, month or year.

    Thirds: of a year January-April, May-August, September-December; of a month days 1-10, 11-20,
    21-last; of a week Monday-Wednesday, Tuesday-Thursday, Thursday-Sunday. The *start* and *end*
    of a year are its first and last month. Days, seasons and decades stay as they are.
    """

    def take(edtf: str) -> str:
        third = _THIRDS[which]
        if re.fullmatch(r"(\d{4}|XXXX)", edtf):
            if which in ("start", "end"):
                return f"{edtf}-{1 if which == 'start' else 12:02}"
            return f"{edtf}-{third * 4 + 1:02}/{edtf}-{third * 4 + 4:02}"
        month = re.fullmatch(r"(\d{4}|XXXX)-(0\d|1[0-2])", edtf)
        if month:
            end = (10, 20, last_day(month[1], int(month[2])))[third]
            return f"{edtf}-{third * 10 + 1:02}/{edtf}-{end:02}"
        return _part_of_week(edtf, third)

    return take


def _part_of_week(edtf: str, third: int) -> str:
    days = bounds(edtf)
    if days and "/" in edtf and (days[1] - days[0]).days == 6:
        low, high = ((0, 2), (1, 3), (3, 6))[third]
        return interval(days[0] + timedelta(low), days[0] + timedelta(high))
    return edtf


def fraction(number: int, count: int) -> Callable[[str], str]:
    """The function that takes the ``number``-th of ``count`` equal parts of a year.

    Half a month (``count`` 2) is its days 1-15 or 16-last; anything else stays as it is.
    """

    def take(edtf: str) -> str:
        if re.fullmatch(r"(\d{4}|XXXX)", edtf):
            size = 12 // count
            return f"{edtf}-{(number - 1) * size + 1:02}/{edtf}-{number * size:02}"
        month = re.fullmatch(r"(\d{4}|XXXX)-(0\d|1[0-2])", edtf)
        if month and count == 2:
            low, high = (1, 15) if number == 1 else (16, last_day(month[1], int(month[2])))
            return f"{edtf}-{low:02}/{edtf}-{high:02}"
        return edtf

    return take


def portion(turn: int, count: int, unit: str) -> Callable[[str], str]:
    """The function that takes the ``turn``-th run of ``count`` days, weeks or months of a period.

    A ``turn`` of -1 counts from the end. Weeks are runs of seven days from the first: the first
    week of July is July 1-7. A period too short for it, or of unknown year, stays as it is.
    """

    def take(edtf: str) -> str:
        whole = bounds(edtf) if edtf and ".." not in edtf else None
        if not whole:
            return edtf
        months, days = (count, 0) if unit == "month" else (0, count * (7 if unit == "week" else 1))
        if turn < 0:
            begin = shift_months(whole[1] + timedelta(1), -months) - timedelta(days)
        else:
            begin = shift_months(whole[0], months * (turn - 1)) + timedelta(days * (turn - 1))
        end = shift_months(begin, months) + timedelta(days) - timedelta(1)
        if begin < whole[0] or end > whole[1]:
            return edtf
        if not months:
            return interval(begin, end)
        low, high = month_text(begin), month_text(end)
        return low if low == high else f"{low}/{high}"

    return take


def lasting_from(count: int, unit: str) -> Callable[[str], str]:
    """The function that takes ``count`` days, weeks, months or years from a day, itself the first.

    What is not one day, or has an unknown year, is left as it is.
    """

    def take(edtf: str) -> str:
        days = bounds(edtf)
        if not days or days[0] != days[1]:
            return edtf
        months = count * {"month": 1, "year": 12}.get(unit, 0)
        length = timedelta(count * {"day": 1, "week": 7}.get(unit, 0) - 1)
        return interval(days[0], shift_months(days[0], months) + length)

    return take


def nth_weekday(turn: int, weekday: int) -> Callable[[str], str]:
    """The function that takes the ``turn``-th such weekday of a month, year or other period.

    A ``turn`` of -1 is the last one. A period too short for it stays as it is, as does one
    that is open or of unknown year.
    """

    def take(edtf: str) -> str:
        whole = bounds(edtf) if edtf and ".." not in edtf else None
        if not whole:
            return edtf
        if turn < 0:
            day = whole[1] - timedelta((whole[1].weekday() - weekday) % 7)
        else:
            day = whole[0] + timedelta((weekday - whole[0].weekday()) % 7 + 7 * (turn - 1))
        return day.isoformat() if whole[0] <= day <= whole[1] else edtf

    return take


def interval(start: date, end: date) -> str:
    """The days from ``start`` to ``end``, or the one day where they are the same."""
    return start.isoformat() if start == end else f"{start.isoformat()}/{end.isoformat()}"


def shift_months(day: date, months: int) -> date:
    """The same day ``months`` later, or the last of that month where it is shorter."""
    year, month = divmod(day.year * 12 + day.month - 1 + months, 12)
    return date(year, month + 1, min(day.day, monthrange(year, month + 1)[1]))


def month_text(day: date) -> str:
    """The month of ``day``: ``2025-07``."""
    return day.isoformat()[:7]


def week_of(day: date) -> str:
    """The week of ``day``, Monday to Sunday, as an interval."""
    monday = day - timedelta(day.weekday())
    return interval(monday, monday + timedelta(6))
