"""Rules for days known by name: holidays, and days that are remembered ('9/11')."""

from __future__ import annotations

import re
from collections.abc import Callable
from datetime import date, timedelta

from .in_year import in_year
from .lexicon import alternatives
from .periods import nth_weekday
from .rules import DIGITS, Hit, Rule, pieces, rule, weekday_number
from .senses import Sense, fixed, yearly

_CONTEXT = re.compile(
    r"(?:^|\W)(?:at|by|before|after|since|until|till|over|around|on|this|last|next|for|during)\s$",
    re.I,
)
_LAST_OR_NEXT = re.compile(r"(?:^|\W)(last|next)\s$", re.I)


def known_day_rules() -> list[Rule]:
    """The rules for single days that are known without their year."""
    return [_known_day(words, then, day) for words, then, day in pieces().words.known_days]


def holiday_rules() -> list[Rule]:
    """The rules for days that come round every year."""
    names = tuple(pieces().words.holidays)
    year = r"(?:,?\s(?P<year>(?:1\d|20)\d\d)(?!\w))?"
    return [rule(rf"(?P<name>{alternatives(names)})(?!\w){year}", names, _holiday)]


def _known_day(words: str, then: str, day: str) -> Rule:
    starts = re.findall(r"[A-Za-z]{3,}|\d+", words)
    keys = [DIGITS if start.isdigit() else start for start in starts]

    def sense(hit: Hit) -> Sense | None:
        known = hit.published is None or hit.published >= date.fromisoformat(day)
        return fixed(day, "stated") if known else None

    follow = "" if then == ".*" else rf"(?=\s(?:{then}))"
    return rule(rf"(?:{words})(?![\w/]){follow}", keys, sense)


def _holiday(hit: Hit) -> Sense | None:
    rule_text, needs_preposition = pieces().words.holidays[" ".join(hit.match["name"].split())]
    if needs_preposition and not hit["year"] and not _CONTEXT.search(hit.before()):
        return None
    day_in = _day_in(rule_text)
    side = _LAST_OR_NEXT.search(hit.before())
    if side and hit.published and not hit["year"]:
        recurs = yearly(day_in)
        if side[1].lower() == "last":
            return fixed(recurs.last_by(hit.published - timedelta(1)), "relative")
        return fixed(recurs.first_from(hit.published + timedelta(1)), "relative")
    return in_year(hit, day_in)


def _day_in(text: str) -> Callable[[int | None], str | None]:
    """The day of each year by the rule that ``holidays.tsv`` tells of it."""
    by_easter = re.fullmatch(r"(easter|orthodox)([+-]\d+)", text)
    if by_easter:
        feast = easter if by_easter[1] == "easter" else orthodox_easter
        offset = timedelta(int(by_easter[2]))
        return lambda year: "" if year is None else (feast(year) + offset).isoformat()
    nth = re.fullmatch(r"(\d\d)-([a-z]{3})-(\d|last)", text)
    if nth:
        turn = nth_weekday(-1 if nth[3] == "last" else int(nth[3]), weekday_number(nth[2]))
        return lambda year: "" if year is None else turn(f"{year:04}-{nth[1]}")
    return lambda year: f"{'XXXX' if year is None else f'{year:04}'}-{text}"


def easter(year: int) -> date:
    """Western Easter Sunday (the anonymous Gregorian algorithm, Meeus, Astronomical Algorithms)."""
    a, (b, c) = year % 19, divmod(year, 100)
    d, e = divmod(b, 4)
    g = (8 * b + 13) // 25
    h = (19 * a + b - d - g + 15) % 30
    i, k = divmod(c, 4)
    m = (32 + 2 * e + 2 * i - h - k) % 7
    n = (a + 11 * h + 22 * m) // 451
    month, day = divmod(h + m - 7 * n + 114, 31)
    return date(year, month, day + 1)


def orthodox_easter(year: int) -> date:
    """Eastern Easter Sunday in the Gregorian calendar, 1900 to 2099 (Meeus, Julian algorithm)."""
    d = (19 * (year % 19) + 15) % 30
    e = (2 * (year % 4) + 4 * (year % 7) - d + 34) % 7
    month, day = divmod(d + e + 114, 31)
    return date(year, month, day + 1) + timedelta(13)
