"""Rules for calendar dates: days, months, numeric dates, holidays, days known by name."""

from __future__ import annotations

import re
from collections.abc import Callable
from datetime import date, timedelta

from .lexicon import alternatives
from .periods import between, easter, last_day, orthodox_easter, shift_months
from .rules import (
    DIGITS,
    YEAR_OF,
    Hit,
    Rule,
    counts_something,
    month_number,
    pieces,
    rule,
    weekday_number,
)
from .senses import Recurrence, Sense, chosen, fixed, yearly

_DAY = r"(?P<{0}>0?[1-9]|[12]\d|3[01])(?:st|nd|rd|th)?(?![\w%])(?![.,:]\d)"
_YEAR = (
    r"(?:,?\s{1,3}(?P<year>(?:1\d|20)\d\d)(?![\w-])(?![.,]\d)|,?\s{1,3}(?:of\s)?" + YEAR_OF + ")?"
)
_TO = r"(?:\s?[-–—/]\s?|\s{1,3}(?:to|and|until|till|through)\s{1,3})"
_LIST = r"(?P<list>(?:,\s(?:[12]?\d|3[01])(?:st|nd|rd|th)?){1,3}),?\sand\s"
"""The days between the first and the last of a list: '3, 4 and 5 March'."""
_PART_OF_DAY = r"(?:\s(?:morning|afternoon|evening|night))?"
_AMBIGUOUS_NAMES = ("april", "may", "march", "june", "august")
_MONTH_CONTEXT = re.compile(
    r"(?:^|\W)(?:in|since|until|till|by|during|early|late|mid|of|through|throughout|before|after"
    r"|between|last|next|this|around|each|every|ending|beginning|starting|from)[\s-]{1,3}$",
    re.IGNORECASE,
)


def date_rules() -> list[Rule]:
    """The rules of this module; a longer match is preferred over a shorter one."""
    p = pieces()
    weekday = (
        rf"(?:(?:(?:[Ll]ast|[Tt]his|[Nn]ext)\s)?(?P<weekday>{p.weekday}){_PART_OF_DAY}"
        r",?\s{1,3}[(\[]?(?:the\s)?)?"
    )
    month = rf"(?P<month>{p.month})"
    last = (
        rf"(?:{p.weekday},?\s{{1,3}})?(?:the\s)?"
        rf"(?:{_DAY.format('day2')}|(?P<ordinal2>{p.ordinal}))"
    )
    month_day = (
        rf"{weekday}{month}\s{{1,3}}(?:the\s)?{_DAY.format('day')}"
        rf"(?:(?:{_TO}|{_LIST}){last})?{_YEAR}"
    )
    day_month = (
        rf"{weekday}(?:the\s)?(?:{_DAY.format('day')}|(?P<ordinal>{p.ordinal}))"
        rf"(?:(?:{_TO}|{_LIST}){last})?\s{{1,3}}(?:of\s)?{month}(?!\s\d\d?\b){_YEAR}"
    )
    months = tuple(p.words.months)
    weekdays = ("last", "this", "next", *p.words.weekdays)
    ordinals = tuple(p.words.ordinals)
    holidays = tuple(p.words.holidays)
    return [
        *(_known_day(words, then, day) for words, then, day in p.words.known_days),
        rule(
            r"(?P<y>[0-9]{4})([-/])(?P<m>0[1-9]|1[0-2])\2(?P<d>0[1-9]|[12]\d|3[01])"
            r"(?:[T ]\d\d:\d\d(?::\d\d)?(?:\.\d{1,9})?(?:Z|[+-]\d\d:?\d\d)?)?(?![\w-])",
            [DIGITS],
            _iso,
        ),
        rule(
            r"(?P<a>\d\d?)(?P<sep>[/.-])(?P<b>\d\d?)(?P=sep)(?P<y>(?:19|20)[0-9][0-9])(?!\w)",
            [DIGITS],
            _numeric,
        ),
        rule(
            r"(?P<y>(?:19|20)[0-9][0-9])-(?P<m>0[1-9]|1[0-2])(?![\w/-])(?![.,]\d)",
            [DIGITS],
            _iso_month,
        ),
        rule(r"(?P<m>0[1-9]|1[0-2])/(?P<y>(?:19|20)[0-9][0-9])(?![\w/])", [DIGITS], _iso_month),
        rule(
            rf"{_DAY.format('day')}-(?P<month>{p.month})-(?P<year>(?:19|20)\d\d)(?!\w)",
            [DIGITS],
            _days,
        ),
        rule(
            r"(?:the\s)?(?P<day>0?[1-9]|[12]\d|3[01])(?:st|nd|rd|th)\sof\s"
            r"(?P<rel>last|this|next)\smonth\b",
            (DIGITS, "the"),
            _day_of_month,
        ),
        rule(month_day, months + weekdays, _days),
        rule(day_month, (DIGITS, "the", *weekdays, *ordinals), _days),
        rule(
            rf"{month}(?:\s(?:of\s)?|,\s)(?P<year>(?:1\d|20)\d\d)(?![\w/])(?![.,]\d)",
            months,
            _month,
        ),
        rule(rf"(?P<month>{p.month_name})(?:\s{{1,3}}(?:of\s)?{YEAR_OF})?", months, _month),
        rule(
            rf"(?P<name>{alternatives(holidays)})(?!\w)(?:,?\s(?P<year>(?:1\d|20)\d\d)(?!\w))?",
            holidays,
            _holiday,
        ),
        rule(
            rf"(?:the|The)\s{_DAY.format('day')}(?=[.,;:)]|$|\s(?:and|when|while)\b)",
            ["the"],
            _bare_day,
        ),
    ]


def _known_day(words: str, then: str, day: str) -> Rule:
    starts = re.findall(r"[A-Za-z]{3,}|\d+", words)
    keys = [DIGITS if start.isdigit() else start for start in starts]

    def sense(hit: Hit) -> Sense | None:
        known = hit.published is None or hit.published >= date.fromisoformat(day)
        return fixed(day, "stated") if known else None

    follow = "" if then == ".*" else rf"(?=\s(?:{then}))"
    return rule(rf"(?:{words})(?![\w/]){follow}", keys, sense)


def _valid(year: str, month: int, day: int) -> str:
    if 1 <= day <= last_day("2000" if year == "XXXX" else year, month):
        return f"{year}-{month:02}-{day:02}"
    return ""


def _iso(hit: Hit) -> Sense | None:
    edtf = _valid(hit["y"], int(hit["m"]), int(hit["d"])) if int(hit["y"]) else ""
    return fixed(edtf, "stated") if edtf else None


def _iso_month(hit: Hit) -> Sense | None:
    """'2025-06'; where the last two digits may be a later year ('2003-05') it is no month."""
    year, month = hit["y"], hit["m"]
    if "-" in hit.match[0] and int(month) > int(year[2:]):
        return None
    if re.search(r"\b(?!(?:In|Since|Until|During|By)\b)[A-Z]\w*\.?\s$", hit.before()):
        return None
    return fixed(f"{year}-{month}", "stated")


def _day_of_month(hit: Hit) -> Sense | None:
    """'The 5th of last month'."""
    if hit.published is None:
        return Sense()
    offset = {"last": -1, "this": 0, "next": 1}[hit["rel"]]
    month = shift_months(hit.published.replace(day=1), offset)
    edtf = _valid(f"{month.year:04}", month.month, int(hit["day"]))
    return fixed(edtf, "relative") if edtf else None


def _numeric(hit: Hit) -> Sense | None:
    """Day or month first is told by a number over 12, by both being one, or by dots (day first)."""
    first, second, year = int(hit["a"]), int(hit["b"]), hit["y"]
    if first == 0 or second == 0 or min(first, second) > 12:
        return None
    if hit["sep"] == "." or first > 12 or first == second:
        edtf = _valid(year, second, first) if second <= 12 else ""
    elif second > 12:
        edtf = _valid(year, first, second)
    else:
        edtf = f"{year}-XX-XX"
    return fixed(edtf, "stated") if edtf else None


def _days(hit: Hit) -> Sense | None:
    day = _day_told(hit, "day", "ordinal") or 0
    end = _day_told(hit, "day2", "ordinal2") or day
    month = month_number(hit["month"])
    between_them = [int(number) for number in re.findall(r"\d+", hit["list"])]
    if between_them and between_them != list(range(day + 1, end)):
        return None
    if hit.next_word() in pieces().words.naming:
        return None
    if end < day or counts_something(hit) or not _valid("2000", month, end):
        return None
    return _placed(hit, month, day, end)


def _day_told(hit: Hit, number: str, ordinal: str) -> int | None:
    """The day of the month in one of the two groups, in digits or as a word; None for neither."""
    if hit[number]:
        return int(hit[number])
    return pieces().words.ordinals[hit[ordinal]] if hit[ordinal] else None


def has_two_ends(match: re.Match[str]) -> bool:
    """Whether a match of a rule is a range of days, its month told once: 'June 8-10'."""
    groups = match.groupdict()
    return bool(groups.get("day2") or groups.get("ordinal2"))


def _placed(hit: Hit, month: int, day: int, end: int) -> Sense | None:
    def make(year: int | None) -> str | None:
        text = "XXXX" if year is None else f"{year:04}"
        return between(_valid(text, month, day), _valid(text, month, end)) or None

    weekday = weekday_number(hit["weekday"]) if hit["weekday"] else None
    return _in_year(hit, make, weekday)


def _in_year(
    hit: Hit,
    make: Callable[[int | None], str | None],
    weekday: int | None = None,
    side: str = "",
) -> Sense | None:
    """The date ``make`` gives, in the year that the words tell or else the one that fits."""
    groups = hit.match.groupdict()
    if groups.get("year"):
        edtf = make(int(groups["year"]))
        return fixed(edtf, "stated") if edtf else None
    which = groups.get("which")
    if which and hit.published and which.lower() != "that":
        offset = {"last": -1, "this": 0, "next": 1}[which.lower()]
        return fixed(make(hit.published.year + offset) or "", "relative")
    recurs = _falling_on(yearly(make), weekday)
    if side and hit.published:
        last = side == "last"
        step = hit.published + timedelta(-1 if last else 1)
        return fixed(recurs.last_by(step) if last else recurs.first_from(step), "relative")
    return chosen(recurs, hit.published)


def _side_told(hit: Hit) -> str:
    """'last' or 'next' where that word stands in front of the match; else empty."""
    told = re.search(r"(?:^|\W)(last|next)\s$", hit.before(), re.IGNORECASE)
    return told[1].lower() if told else ""


def _falling_on(recurs: Recurrence, weekday: int | None) -> Recurrence:
    """Keep the years in which the date falls on ``weekday``, where it is told."""
    if weekday is None:
        return recurs

    def make(year: int | None) -> str | None:
        edtf = recurs.turn(year)
        if year is None or not edtf:
            return edtf
        return edtf if date.fromisoformat(edtf[:10]).weekday() == weekday else None

    return yearly(make)


def _month(hit: Hit) -> Sense | None:
    month = month_number(hit["month"])

    def make(year: int | None) -> str:
        return f"{'XXXX' if year is None else f'{year:04}'}-{month:02}"

    named = re.compile(r"\s\d{1,2}\s(\w{1,30})").match(hit.text, hit.match.end())
    if named and named[1] in pieces().words.naming:
        return None
    groups = hit.match.groupdict()
    dated = groups.get("year") or groups.get("which")
    if not dated and hit["month"] in _AMBIGUOUS_NAMES and not (hit.joined or _is_month(hit)):
        return None
    return _in_year(hit, make)


def _is_month(hit: Hit) -> bool:
    """Whether a word that is also a name or a verb stands where a month does."""
    after = hit.text[hit.match.end() : hit.match.end() + 24]
    if re.match(r"\s(?:said|says|told|has|had|was|is|will|on\s[A-Z])", after):
        return False
    if re.match(r"(?:\s?[-–—]\s?|\s(?:to|until|through)\s)" + pieces().month, after):
        return True
    if re.match(r"\s[A-Z]", after):
        return False
    if _MONTH_CONTEXT.search(hit.before()):
        return True
    return bool(
        re.search(r"(?:^|\W)(?:the|a|its|his|her|their|\w{2,20}['’]s)\s$", hit.before(), re.I)
        and re.match(r"\s(?!on\b|for\b|of\b|by\b|to\b|in\b|through\b)[a-z]|['’]s\s", after)
        and hit.match[0] not in ("MARCH", "MAY")
    )


def _holiday(hit: Hit) -> Sense | None:
    squeezed = " ".join(hit.match["name"].split())
    rule_text, needs_preposition = pieces().words.holidays[squeezed]
    if needs_preposition and not hit["year"] and not _HOLIDAY_CONTEXT.search(hit.before()):
        return None
    return _in_year(hit, _holiday_maker(rule_text), side=_side_told(hit))


_HOLIDAY_CONTEXT = re.compile(
    r"(?:^|\W)(?:at|by|before|after|since|until|till|over|around|on|this|last|next|for|during)\s$",
    re.I,
)


def _holiday_maker(text: str) -> Callable[[int | None], str | None]:
    easter_days = re.fullmatch(r"(easter|orthodox)([+-]\d+)", text)
    if easter_days:
        feast = easter if easter_days[1] == "easter" else orthodox_easter
        offset = timedelta(int(easter_days[2]))
        return lambda year: "" if year is None else (feast(year) + offset).isoformat()
    nth = re.fullmatch(r"(\d\d)-([a-z]{3})-(\d|last)", text)
    if nth:
        month, weekday = int(nth[1]), weekday_number(nth[2])
        turn = -1 if nth[3] == "last" else int(nth[3])
        return lambda year: "" if year is None else _nth_weekday(year, month, weekday, turn)
    return lambda year: f"{'XXXX' if year is None else f'{year:04}'}-{text}"


def _nth_weekday(year: int, month: int, weekday: int, turn: int) -> str:
    days = [date(year, month, day) for day in range(1, last_day(f"{year:04}", month) + 1)]
    matching = [day for day in days if day.weekday() == weekday]
    return matching[turn if turn < 0 else turn - 1].isoformat()


def _bare_day(hit: Hit) -> Sense | None:
    """'On the 15th': of the month of publication, or the one before or after it."""
    if not re.search(r"\b(?:on|until|by|since|from)\s$", hit.before(), re.I) or not re.search(
        "[a-z]$", hit.match[0]
    ):
        return None
    day = int(hit["day"])

    def make(n: int | None) -> str | None:
        if n is None:
            return ""
        year, month = divmod(n, 12)
        return _valid(f"{year:04}", month + 1, day) or None

    recurs = Recurrence(make, lambda d: d.year * 12 + d.month - 1, weekly=True)
    return chosen(recurs, hit.published)
