"""Rules for a number of units from publication: 'three days ago', 'the past two years'."""

from __future__ import annotations

import re
from datetime import date, timedelta

from .amounts import amount, amount_pattern
from .periods import about, interval, month_text, shift_months
from .rules import DIGITS, UNITS, Hit, Rule, counted, pieces, rule, weekday_number
from .senses import Sense, dateless, fixed, weekly

_DAYS = {"minute": 0, "hour": 0, "day": 1, "night": 1, "week": 7, "fortnight": 14}
MONTHS = {"month": 1, "year": 12, "decade": 120, "century": 1200, "centurie": 1200}
"""Months in each unit of a month or more."""
_LOOSE = {"day": 7, "week": 28, "month": 6}
"""How far 'recent' and 'coming' days (7 days), weeks (28 days) and months (6 months) reach."""
_HEDGE = (
    r"(?P<hedge>(?:about|around|nearly|almost|roughly|some|over|(?:more|less)\sthan|at\sleast"
    r"|just\sover|just\sunder)\s)?"
)
_HEDGES = (
    "about", "around", "nearly", "almost", "roughly", "some", "over", "more", "less", "at", "just",
)  # fmt: skip


def span_rules() -> list[Rule]:
    """The rules of this module."""
    p = pieces()
    numbers = (DIGITS, "half", "quarter", *p.words.cardinals)
    return [
        rule(
            rf"(?i:{_HEDGE}{amount_pattern()}\s(?P<side>ago|from\snow))\b",
            (*numbers, *_HEDGES),
            _ago,
        ),
        rule(
            rf"(?i:(?P<n>{p.number})\s(?P<weekday>{p.weekday_name[:-6]})s?\sago)\b",
            numbers,
            _weekdays_ago,
        ),
        rule(
            rf"(?i:(?P<n>{p.number})\sweeks?\sfrom|(?P<one>a\sweek)\son)\s(?P<weekday>{p.weekday_name})",
            numbers,
            _weeks_from,
        ),
        rule(
            rf"(?i:(?P<prep>in|within)\s(?:the\snext\s)?(?P<n>{p.number})(?:\s|-){UNITS})(?P<time>['’]?s?\stime\b)?(?!\sof\b)",
            ["in", "within"],
            _ahead,
        ),
        rule(
            rf"(?i:(?:the\s)?(?P<side>past|last|next|coming)\s{amount_pattern()})",
            ["the", "past", "last", "next", "coming"],
            _stretch,
        ),
        rule(
            r"(?i:(?:the\s)?(?P<side>past|last|next|coming|recent)\s(?:few\s|several\s|couple\sof\s)?"
            r"(?P<unit>day|week|month|year|decade)s)\b",
            ["the", "past", "last", "next", "coming", "recent"],
            _loose,
        ),
        rule(r"(?i:the\s(?P<unit>day|week|month|year)s\sahead)\b(?!\sof\b)", ["the"], _loose),
    ]


def _ago(hit: Hit) -> Sense | None:
    if hit.published is None:
        return Sense()
    length = amount(hit)
    if length is None:
        return None
    unit, number, rough = length
    edtf = away(hit.published, unit, -number if hit["side"] == "ago" else number)
    return fixed(about(edtf) if hit["hedge"] or rough else edtf, "relative")


def _weekdays_ago(hit: Hit) -> Sense | None:
    """'Two Sundays ago': the latest before publication is one Sunday ago."""
    return _weeks_off(hit, -1)


def _weeks_from(hit: Hit) -> Sense | None:
    """'A week from Monday', 'a week on Monday': so many weeks after the coming one."""
    return _weeks_off(hit, 1)


def _weeks_off(hit: Hit, step: int) -> Sense | None:
    if hit.published is None:
        return Sense()
    recurs, number = weekly(weekday_number(hit["weekday"])), counted(hit["n"] or "one")
    if step < 0:
        day, weeks = recurs.last_by(hit.published - timedelta(1)), 1 - number
    else:
        day, weeks = recurs.first_from(hit.published + timedelta(1)), number
    there = (date.fromisoformat(day) + timedelta(7 * weeks)) if day else None
    return fixed(there.isoformat() if there else "", "relative")


def _ahead(hit: Hit) -> Sense | None:
    """'In three days' is a date only where the clause looks forward; else it is how long."""
    if hit.published is None:
        return dateless("duration")
    if hit["prep"] == "within" or "next" in hit.match[0].lower():
        rolled = rolling(hit, hit["unit"], counted(hit["n"]), back=False)
        return rolled or dateless("duration")
    edtf = away(hit.published, hit["unit"], counted(hit["n"]))
    if hit["time"]:
        return fixed(edtf, "relative")
    if _COMPARED.search(hit.before(60)):
        return dateless("duration")
    return Sense("", "", edtf, "unresolved", kind="duration")


_COMPARED = re.compile(r"\b(?:first|only|second|third|\w{2,12}est)\b[^.;]{0,50}$", re.IGNORECASE)
"""'The first visit in 20 years', 'the deadliest raid in three days': a length, never a date."""


def _stretch(hit: Hit) -> Sense | None:
    length = amount(hit)
    if length is None:
        return None
    return rolling(hit, length[0], length[1], hit["side"] in ("past", "last"))


def _loose(hit: Hit) -> Sense | None:
    """'Recent weeks', 'the coming days': see `_LOOSE`; years and decades stay vague."""
    unit, number = hit["unit"], _LOOSE.get(hit["unit"])
    if hit.published is None or number is None:
        return dateless("vague")
    back = hit["side"] in ("past", "last", "recent")
    return rolling(hit, "month" if unit == "month" else "day", number, back)


def rolling(hit: Hit, unit: str, number: int, back: bool) -> Sense | None:
    """'The past two years': up to publication, at the precision of the unit (hours: days)."""
    published = hit.published
    if published is None:
        return Sense()
    if unit in _DAYS:
        days = -(-number // 24) if unit == "hour" else number * _DAYS[unit]
        other = published + timedelta(-days if back else days)
        low, high = sorted((published, other))
        return fixed(interval(low, high), "relative")
    there = _shifted(published, number * MONTHS[unit] * (-1 if back else 1))
    if there is None:
        return None
    size = 7 if unit == "month" else 4
    low_text, high_text = sorted((published.isoformat()[:size], there.isoformat()[:size]))
    return fixed(f"{low_text}/{high_text}", "relative")


def _shifted(day: date, months: int) -> date | None:
    return shift_months(day, months) if 12 < day.year * 12 + months < 9998 * 12 else None


def away(day: date, unit: str, number: int) -> str:
    """The EDTF ``number`` units from ``day`` (negative: before), as fine as the unit allows.

    Days are exact, weeks a day with ``~``, months a month, years a year, decades a year with
    ``~``, hours the day itself or, from 24 on, whole days. Empty out of the calendar's range.
    """
    if unit == "hour":
        return (day + timedelta(int(number / 24))).isoformat()
    if unit in _DAYS:
        days = number * _DAYS[unit]
        if not date.min.toordinal() < day.toordinal() + days < date.max.toordinal():
            return ""
        edtf = (day + timedelta(days)).isoformat()
        return about(edtf) if unit in ("week", "fortnight") else edtf
    there = _shifted(day, number * MONTHS[unit])
    if there is None:
        return ""
    text = month_text(there) if unit == "month" else there.isoformat()[:4]
    return text if unit in ("month", "year") else about(text)
