"""Dates of publication: written dates to ``datetime.date``, and which dates are believed.

Only full dates are read: a date without its year says nothing about the year, and a numeric date
whose day and month could be exchanged (03/04/2025) is not guessed.
"""

from __future__ import annotations

import re
from datetime import UTC, date, datetime, timedelta
from typing import Any

EARLIEST = date(1970, 1, 1)  # before it stand the zero values of clocks and databases

_MONTHS = {
    name: number
    for number, names in enumerate(
        (
            "january jan", "february feb", "march mar", "april apr", "may", "june jun",
            "july jul", "august aug", "september sept sep", "october oct", "november nov",
            "december dec",
        ),
        start=1,
    )
    for name in names.split()
}  # fmt: skip
_MONTH = "(?P<month>" + "|".join(sorted(_MONTHS, key=len, reverse=True)) + r")\b\.?"
_DAY = r"(?P<day>\d{1,2})(?:st|nd|rd|th)?"
_YEAR = r"(?P<year>(?:19|20)\d\d)"
_FORMS = tuple(
    re.compile(form, re.IGNORECASE)
    for form in (
        rf"(?<!\d){_YEAR}(?P<sep>[-/.])(?P<month>\d{{1,2}})(?P=sep)(?P<day>\d{{1,2}})(?!\d)",
        rf"(?<![\d.,]){_YEAR}(?P<month>\d\d)(?P<day>\d\d)(?:T?\d{{6}}Z?)?(?!\d)",
        rf"(?<!\w){_MONTH}\s*{_DAY}\s*,?\s*{_YEAR}(?!\d)",
        rf"(?<!\w){_DAY}\s*(?:of\s+)?[-\s]?{_MONTH}[-,\s]\s*{_YEAR}(?!\d)",
        rf"(?<!\d)(?P<day>\d{{1,2}})\.(?P<month>\d{{1,2}})\.{_YEAR}(?!\d)",
        rf"(?<!\d)(?P<first>\d{{1,2}})[/-](?P<second>\d{{1,2}})[/-]{_YEAR}(?!\d)",
    )
)

_YEARLESS = (
    re.compile(rf"(?<!\w){_MONTH}\s*{_DAY}(?!\w|[\s,]*{_YEAR})", re.IGNORECASE),
    re.compile(rf"(?<!\w){_DAY}\s+{_MONTH}(?!\w|[\s,]*{_YEAR})", re.IGNORECASE),
)

# Of 1973 on, so that no year or day written without marks is taken for one; 12 digits or more are
# milliseconds.
_EPOCH = re.compile(r"\d{9,10}(?:\.\d*)?|\d{12,13}(?:\.\d*)?")
_LEAST_MILLISECONDS = 1e11
_LEAP = 9  # so many years have a 29th of February among them


def credible(day: date) -> bool:
    """Whether ``day`` can be a day of publication: from 1970 to tomorrow.

    Tomorrow counts since the outlet's time zone may be ahead of this machine's.
    """
    return EARLIEST <= day <= _tomorrow()


def past(day: date) -> date:
    """The day itself, as somebody gives it as a day of publication.

    Raises:
        ValueError: it lies after tomorrow; says so.
    """
    if day > _tomorrow():
        raise ValueError("lies ahead; nothing can have been published then")
    return day


def _tomorrow() -> date:
    return datetime.now(UTC).date() + timedelta(days=1)


def read(text: str) -> date | None:
    """The first full and credible date written in ``text``, or None."""
    found = find(text)
    return found[0] if found else None


def stated(value: Any) -> date | None:
    """The credible day that a field of a record states, or None.

    Args:
        value: a text with a full date, a date, or the seconds or milliseconds since 1970, whose
            day is taken in UTC.
    """
    if isinstance(value, datetime):
        value = value.date()
    if isinstance(value, date):
        return value if credible(value) else None
    if isinstance(value, bool) or not isinstance(value, (str, int, float)):
        return None
    text = str(value)[:100].strip()
    return read(text) or (_since_1970(float(text)) if _EPOCH.fullmatch(text) else None)


def find(text: str) -> tuple[date, int, int] | None:
    """The first full and credible date in ``text`` with its start and end, or None."""
    best: tuple[date, int, int] | None = None
    for form in _FORMS:
        for match in form.finditer(text):
            day = _day(match)
            if day is not None and (best is None or match.start() < best[1]):
                best = (day, match.start(), match.end())
                break
    return best


def find_yearless(text: str) -> tuple[int, int, int, int] | None:
    """The first month and day without a year in ``text``, with their start and end, or None."""
    found = [match for form in _YEARLESS if (match := form.search(text))]
    if not found:
        return None
    first = min(found, key=lambda match: match.start())
    return _MONTHS[first["month"].lower()], int(first["day"]), first.start(), first.end()


def last_such(month: int, day: int, until: date) -> date | None:
    """The last day of this month and number up to a day; None where there is none in any year."""
    for year in range(until.year, until.year - _LEAP, -1):
        try:
            found = date(year, month, day)
        except ValueError:  # the 29th of February, or no such day
            continue
        if found <= until:
            return found
    return None


def written(day: date, text: str) -> bool:
    """Whether ``day`` stands in ``text`` in a form that can mean no other day."""
    for form in ("%Y-%m-%d", "%Y/%m/%d", "%Y%m%d"):
        if day.strftime(form) in text:
            return True
    return any(_day(match) == day for form in _FORMS for match in form.finditer(text))


def _since_1970(number: float) -> date | None:
    seconds = number / 1000 if number >= _LEAST_MILLISECONDS else number
    day = datetime.fromtimestamp(seconds, UTC).date()
    return day if credible(day) else None


def _day(match: re.Match[str]) -> date | None:
    parts = match.groupdict()
    if "first" in parts:
        first, second = int(parts["first"]), int(parts["second"])
        # Day and month can be told apart only where one of them is over 12, or both are the same.
        if first <= 12 and second <= 12 and first != second:
            return None
        number, month = (second, first) if second > 12 else (first, second)
    else:
        written = parts["month"]
        month = int(written) if written.isdigit() else _MONTHS[written.lower()]
        number = int(parts["day"])
    try:
        day = date(int(parts["year"]), month, number)
    except ValueError:
        return None
    return day if credible(day) else None
