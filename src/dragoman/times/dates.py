"""Rules for calendar dates in words: days of months, months, days of a month that is not named."""

from __future__ import annotations

import re

from .in_year import in_year
from .periods import between, day_text, shift_months
from .replaced import is_new_day
from .rules import (
    DIGITS,
    TURNS,
    YEAR_OF,
    Hit,
    Pieces,
    Rule,
    counts_something,
    month_number,
    pieces,
    rule,
    weekday_number,
)
from .senses import Recurrence, Sense, chosen, fixed

_DAY = r"(?P<{0}>0?[1-9]|[12]\d|3[01])(?:st|nd|rd|th)?(?![\w%])(?![.,:]\d)"
_YEAR = (
    r"(?:,?\s{1,3}(?P<year>(?:1\d|20)\d\d)(?![\w-])(?![.,]\d)|,?\s{1,3}(?:of\s)?" + YEAR_OF + ")?"
)
_TO = r"(?:\s?[-–—/]\s?|\s{1,3}(?:to|and|until|till|through)\s{1,3})"
_LIST = r"(?P<list>(?:,\s(?:[12]?\d|3[01])(?:st|nd|rd|th)?){1,3}),?\sand\s"
"""The days between the first and the last of a list: '3, 4 and 5 March'."""
_PART_OF_DAY = r"(?:\s(?:morning|afternoon|evening|night))?"
_GOING_ON = "to|for|in|at|with|after|before|but|over|about|as"
"""Words behind a bare day, where no noun can be counted: 'on the 9th to ask for more'."""
_AMBIGUOUS_NAMES = ("april", "may", "march", "june", "august")
_MONTH_CONTEXT = re.compile(
    r"(?:^|\W)(?:in|since|until|till|by|during|early|late|mid|of|through|throughout|before|after"
    r"|between|last|next|this|around|each|every|ending|beginning|starting|from"
    r"|(?:early|late|recently)\sas)[\s-]{1,3}$",
    re.IGNORECASE,
)
_SET_FOR = re.compile(
    r"\b(?:planned|scheduled|slated|due|set|fixed|booked|expected|postponed|delayed|moved|shifted"
    r"|forward)\s(?:for|to|until|till|in)\s$",
    re.IGNORECASE,
)
"""What is planned for a month: 'talks set for May were put off'."""
_OPENS_CLAUSE = re.compile(
    r"(?:(?<!\w)(?:In|Since|By|Until)|[,;]\s(?:(?:and|but)\s)?in|\bbut\sin)\s$"
)
"""Words that open a clause, so that whoever did it follows: '*In* March Warsaw closed'."""


def date_rules() -> list[Rule]:
    """The rules of this module; a longer match is preferred over a shorter one."""
    p = pieces()
    months = tuple(p.words.months)
    return [
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
        *_days_of_months(p),
        rule(
            rf"(?P<month>{p.month})(?:\s(?:of\s)?|,\s)(?P<year>(?:1\d|20)\d\d)(?![\w/])(?![.,]\d)",
            months,
            _month,
        ),
        rule(rf"(?P<month>{p.month_name})(?:\s{{1,3}}(?:of\s)?{YEAR_OF})?", months, _month),
        rule(
            rf"(?:the|The)\s{_DAY.format('day')}(?=[.,;:)]|$|\s(?:and|when|while)\b)",
            ["the"],
            _bare_day,
        ),
        rule(
            rf"(?<=\b[Oo]n\s)the\s{_DAY.format('day')}(?=\s(?:{_GOING_ON})\b)",
            ["the"],
            _bare_day,
        ),
    ]


def _days_of_months(p: Pieces) -> tuple[Rule, Rule]:
    """'July 26', '26 July', with a weekday, with further days, with a year."""
    weekday = (
        rf"(?:(?:(?:[Ll]ast|[Tt]his|[Nn]ext)\s)?(?P<weekday>{p.weekday}){_PART_OF_DAY}"
        r",?\s{1,3}[(\[]?(?:the\s)?)?"
    )
    month = rf"(?P<month>{p.month})"
    last = (
        rf"(?:(?:{_TO}|{_LIST})(?:{p.weekday},?\s{{1,3}})?(?:the\s)?"
        rf"(?:{_DAY.format('day2')}|(?P<ordinal2>{p.ordinal})))?"
    )
    weekdays = ("last", "this", "next", *p.words.weekdays)
    return (
        rule(
            rf"{weekday}{month}\s{{1,3}}(?:the\s)?{_DAY.format('day')}{last}{_YEAR}",
            (*p.words.months, *weekdays),
            _days,
        ),
        rule(
            rf"{weekday}(?:the\s)?(?:{_DAY.format('day')}|(?P<ordinal>{p.ordinal})){last}"
            rf"\s{{1,3}}(?:of\s)?{month}(?!\s\d\d?\b){_YEAR}",
            (DIGITS, "the", *weekdays, *p.words.ordinals),
            _days,
        ),
    )


def _day_of_month(hit: Hit) -> Sense | None:
    """'The 5th of last month'."""
    if hit.published is None:
        return Sense()
    month = shift_months(hit.published.replace(day=1), TURNS[hit["rel"]])
    edtf = day_text(f"{month.year:04}", month.month, int(hit["day"]))
    return fixed(edtf, "relative") if edtf else None


def _days(hit: Hit) -> Sense | None:
    day = _day_told(hit, "day", "ordinal") or 0
    end = _day_told(hit, "day2", "ordinal2") or day
    month = month_number(hit["month"])
    between_them = [int(number) for number in re.findall(r"\d+", hit["list"])]
    if between_them and between_them != list(range(day + 1, end)):
        return None
    if hit.next_word() in pieces().words.naming:
        return None
    if end < day or counts_something(hit) or not day_text("2000", month, end):
        return None
    return _placed(hit, month, day, end)


def _day_told(hit: Hit, number: str, ordinal: str) -> int | None:
    """The day of the month in one of the two groups, in digits or as a word; None for neither."""
    if hit[number]:
        return int(hit[number])
    return pieces().words.ordinals[hit[ordinal]] if hit[ordinal] else None


def has_two_ends(hit: Hit) -> bool:
    """Whether a match of a rule is a range of days, its month told once: 'June 8-10'."""
    return bool(hit["day2"] or hit["ordinal2"])


def _placed(hit: Hit, month: int, day: int, end: int) -> Sense | None:
    def make(year: int | None) -> str | None:
        text = "XXXX" if year is None else f"{year:04}"
        return between(day_text(text, month, day), day_text(text, month, end)) or None

    return in_year(hit, make, weekday_number(hit["weekday"]) if hit["weekday"] else None)


def _month(hit: Hit) -> Sense | None:
    month = month_number(hit["month"])

    def make(year: int | None) -> str:
        return f"{'XXXX' if year is None else f'{year:04}'}-{month:02}"

    named = re.compile(r"\s\d{1,2}\s(\w{1,30})").match(hit.text, hit.match.end())
    if named and named[1] in pieces().words.naming:
        return None
    dated = hit["year"] or hit["which"]
    if not dated and hit["month"] in _AMBIGUOUS_NAMES and not (hit.joined or _is_month(hit)):
        return None
    return in_year(hit, make)


def _is_month(hit: Hit) -> bool:
    """Whether a word that is also a name or a verb stands where a month does."""
    after = hit.text[hit.match.end() : hit.match.end() + 24]
    if _SET_FOR.search(hit.before()) and not re.match(r"(?:['’]|[^\S\n][A-Z])", after):
        return True
    if re.match(r"\s(?:said|says|told|has|had|was|is|will|on\s[A-Z])", after):
        return False
    if re.match(r"(?:\s?[-–—]\s?|\s(?:to|until|through)\s)" + pieces().month, after):
        return True
    if re.match(r"[^\S\n][A-Z]", after):
        return bool(_OPENS_CLAUSE.search(hit.before())) and not after.startswith(" Day")
    if _MONTH_CONTEXT.search(hit.before()):
        return True
    return bool(
        re.search(r"(?:^|\W)(?:the|a|its|his|her|their|\w{2,20}['’]s)\s$", hit.before(), re.I)
        and re.match(r"\s(?!on\b|for\b|of\b|by\b|to\b|in\b|through\b)[a-z]|['’]s\s", after)
        and hit.match[0] not in ("MARCH", "MAY")
    )


def _bare_day(hit: Hit) -> Sense | None:
    """'On the 15th', 'moved to the 15th': of the month of publication, or one beside it."""
    led = re.search(r"\b(?:on|until|by|since|from)\s$", hit.before(), re.I)
    if not led and not is_new_day(hit.text, hit.match.start()):
        return None
    if not re.search("[a-z]$", hit.match[0]):
        return None
    day = int(hit["day"])

    def make(n: int | None) -> str | None:
        if n is None:
            return ""
        year, month = divmod(n, 12)
        return day_text(f"{year:04}", month + 1, day) or None

    recurs = Recurrence(make, lambda d: d.year * 12 + d.month - 1, weekly=True)
    return chosen(recurs, hit.published)
