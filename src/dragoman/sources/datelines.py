"""The dateline at the head of agency text: ``CHISINAU, September 14, 2026 (Nistru Press) - ``."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date
from itertools import islice

from dragoman.sources import dates
from dragoman.sources.page_lines import headline_like

_LINES = 6  # with text, from the top: headlines, a byline and a place may stand above it
_LONGEST = 160  # characters from the line's start to the dash
_NAME = r"(?:[^\W\d_a-zß-öø-ÿ][\w.'’]*|of|the|and|de|del|la|el|al)"
_AGENCY = rf"{_NAME}(?:[ -]{_NAME}){{0,4}}"
# A place, the region that it lies in, at most an agency and a weekday; then comes the date.
_BEFORE = re.compile(
    r"(?!(?:On|In|By|At|From|Since|Until|After|Before) )[(\[]?"
    rf"{_NAME}(?:[ /-]{_NAME}){{0,4}}(?:, ?{_NAME}(?: {_NAME}){{0,3}}){{0,2}}"
    rf"(?: ?\({_AGENCY}\))?[.,]?(?: ?[—–-]{{1,2}})? (?:\w+day,? )?"
)
_AFTER = re.compile(
    rf"[)\]]?[.,]?(?: ?[(/](?P<agency>{_AGENCY})[)/])?[.,]? ?(?:—|–|--|-|:)[ \t]+\S"
)


@dataclass(frozen=True, slots=True)
class Dateline:
    """What a dateline says: the day, and the agency in brackets after it, or None."""

    day: date
    agency: str | None


def dateline(text: str) -> Dateline | None:
    """The dateline at the head of ``text`` where it bears a full and credible date, else None.

    A headline with a date in it is none: a sentence follows a dateline.
    """
    lines = (line.strip() for line in text.split("\n") if line.strip())
    return next(filter(None, map(_of_line, islice(lines, _LINES))), None)


def yearless(text: str) -> tuple[int, int] | None:
    """The month and the day of a dateline without a year (``ANKARA, April 10 - ``), or None."""
    lines = (line.strip() for line in text.split("\n") if line.strip())
    return next(filter(None, map(_yearless_of, islice(lines, _LINES))), None)


def _yearless_of(line: str) -> tuple[int, int] | None:
    found = None if headline_like(line) else dates.find_yearless(line[:_LONGEST])
    if found is None:
        return None
    month, day, start, end = found
    told = _AFTER.match(line, end) and _BEFORE.fullmatch(line, 0, start)
    return (month, day) if told else None


def _of_line(line: str) -> Dateline | None:
    found = None if headline_like(line) else dates.find(line[:_LONGEST])
    if found is None:
        return None
    day, start, end = found
    after = _AFTER.match(line, end)
    if not after or not _BEFORE.fullmatch(line, 0, start):
        return None
    return Dateline(day, after["agency"])
