"""Rules for times counted from the day of publication."""

from __future__ import annotations

import re
from datetime import date, timedelta

from .lexicon import alternatives
from .periods import interval, month_text, shift_months, week_of
from .rules import DIGITS, Hit, Rule, month_number, pieces, rule, weekday_number
from .senses import Sense, chosen, dateless, fixed, weekly
from .spans import MONTHS, rolling

_OFFSETS = {"last": -1, "this past": -1, "past": -1, "this": 0, "this coming": 0, "current": 0,
            "next": 1, "coming": 1}  # fmt: skip
_CLOCK = (
    r"\d{1,2}(?:[:.]\d\d)?\s?(?:[aApP]\.?[mM]\b\.?|GMT|UTC|o['’]clock)"
    r"(?:\s(?:local\stime|GMT|UTC|ET|EST|EDT))?"
)
_DAY_PART = r"(?:\s(?:early\s|late\s)?(?:morning|afternoon|evening|night|lunchtime))?"
_REL = r"(?P<rel>this\spast|this\scoming|last|this|next|past|coming|current)"


def relative_rules() -> list[Rule]:
    """The rules of this module."""
    p = pieces()
    phrases = tuple(p.words.deictic)
    return [
        rule(rf"(?i:(?P<phrase>{alternatives(phrases)}))(?!\w)", phrases, _deictic),
        rule(rf"(?i:overnight\s(?:in)?to\s)(?P<weekday>{p.weekday_name})", ["overnight"], _eve),
        rule(
            r"(?i:(?P<rel>earlier|later|early|late)\s(?:this|in\sthe)\s(?P<unit>week|month|year|decade))(?!\w)",
            ["earlier", "later"],
            _so_far,
        ),
        rule(
            rf"(?i:(?:the\s)?{_REL}\s(?P<unit>weekend|week|month|year|decade|century|quarter))(?![\w-])",
            ["this", "last", "next", "the", "past", "coming", "current"],
            _whole,
        ),
        rule(r"(?i:the\sweekend)\b", ["the"], _weekend),
        rule(
            r"(?i:the\s(?P<unit>weekend|week|month|year)\s(?P<side>before\slast|after\snext))\b",
            ["the"],
            _twice,
        ),
        rule(
            rf"(?i:(?:{_REL}\s)?)(?P<weekday>{p.weekday_name}){_DAY_PART}"
            r"(?i:(?P<week>\sweek\b)|(?P<twice>\sbefore\slast\b)|,?\s(?:of\s)?(?P<which>last|this|next)\sweek\b)?",
            ["this", "last", "next", "past", "coming", *p.words.weekdays],
            _weekday,
        ),
        rule(
            rf"(?i:(?P<rel>last|next|this))\s(?P<month>{p.month_name})(?!\s\d)",
            ["last", "next", "this"],
            _month,
        ),
        rule(
            rf"(?i:(?:at\s)?(?:{_CLOCK}|midnight|noon|midday))",
            [DIGITS, "midnight", "noon", "midday"],
            _clock,
        ),
    ]


def _eve(hit: Hit) -> Sense | None:
    """'Overnight into Tuesday': that day and the one before it."""

    def with_eve(edtf: str) -> str:
        day = date.fromisoformat(edtf)
        return interval(day - timedelta(1), day)

    recurs = weekly(weekday_number(hit["weekday"]))
    return chosen(recurs.mapped(with_eve), hit.published) if hit.published else Sense()


def _deictic(hit: Hit) -> Sense | None:
    if hit.published is None:
        return Sense()
    first, last = pieces().words.deictic[" ".join(hit["phrase"].split())]
    start, end = (hit.published + timedelta(days) for days in (first, last))
    return fixed(interval(start, end), "relative")


def _unit_days(published: date, unit: str, offset: int) -> str:
    """The calendar unit ``offset`` units from the one that holds ``published``."""
    if unit == "week":
        return week_of(published + timedelta(7 * offset))
    if unit == "weekend":
        monday = published - timedelta(published.weekday())
        saturday = monday + timedelta(5 + 7 * offset)
        return interval(saturday, saturday + timedelta(1))
    if unit == "month":
        return month_text(shift_months(published, offset))
    if unit == "quarter":
        begin = shift_months(published.replace(day=1), 3 * offset - (published.month - 1) % 3)
        return f"{month_text(begin)}/{month_text(shift_months(begin, 2))}"
    year = f"{published.year + offset * MONTHS[unit] // 12:04}"
    return {"year": year, "decade": year[:3] + "X", "century": year[:2] + "XX"}[unit]


def _so_far(hit: Hit) -> Sense | None:
    """'Earlier this week': from its first day to publication; 'later': from then to its last."""
    published, unit = hit.published, hit["unit"]
    if published is None:
        return Sense()
    monday = published - timedelta(published.weekday())
    if unit == "week":
        start, end = monday, monday + timedelta(6)
    elif unit == "month":
        start = published.replace(day=1)
        end = shift_months(start, 1) - timedelta(1)
    else:
        span = 10 if unit == "decade" else 1
        year = published.year - published.year % span
        start, end = date(year, 1, 1), date(year + span - 1, 12, 31)
    earlier = hit["rel"].startswith("ear")
    return fixed(interval(start, published) if earlier else interval(published, end), "relative")


def _whole(hit: Hit) -> Sense | None:
    rel, unit = " ".join(hit["rel"].split()), hit["unit"]
    with_the = hit.match[0].lower().startswith("the ")
    if rel in ("past", "coming", "current") and not with_the:
        return None
    if with_the and rel == "this":
        return None
    if hit.published is None:
        return Sense()
    if unit == "weekend" and rel == "coming":
        rel = "this"
    open_ended = with_the and rel in ("past", "coming", "last", "next")
    if open_ended and unit not in ("weekend", "quarter"):
        return rolling(hit, unit, 1, rel in ("past", "last"))
    return fixed(_unit_days(hit.published, unit, _OFFSETS[rel]), "relative")


def _weekend(hit: Hit) -> Sense | None:
    """The last Saturday and Sunday that have begun, or the coming ones where looking forward."""
    if hit.published is None:
        return Sense()
    this = _unit_days(hit.published, "weekend", 0)
    past = this if hit.published.weekday() >= 5 else _unit_days(hit.published, "weekend", -1)
    return Sense(past, past, this, "relative")


def _twice(hit: Hit) -> Sense | None:
    if hit.published is None:
        return Sense()
    offset = -2 if "last" in hit["side"] else 2
    return fixed(_unit_days(hit.published, hit["unit"], offset), "relative")


def _weekday(hit: Hit) -> Sense | None:
    recurs = weekly(weekday_number(hit["weekday"]))
    published, rel = hit.published, " ".join(hit["rel"].split())
    if published is None:
        return Sense(recurs=recurs) if not rel and not hit["which"] else Sense()
    if hit["which"]:
        return fixed(_of_week(published, hit, _OFFSETS[hit["which"]]), "relative")
    if hit["twice"]:
        return fixed(recurs.last_by(published - timedelta(8)), "relative")
    if hit["week"]:
        after = date.fromisoformat(recurs.first_from(published + timedelta(1)))
        return fixed((after + timedelta(7)).isoformat(), "relative")
    if rel in ("last", "this past", "past"):
        return fixed(recurs.last_by(published - timedelta(1)), "relative")
    if rel in ("this coming", "coming"):
        return fixed(recurs.first_from(published + timedelta(1)), "relative")
    if rel == "next":
        return fixed(_of_week(published, hit, 1), "relative")
    if rel == "this":
        here = _of_week(published, hit, 0)
        return Sense(here, here, recurs.first_from(published), "relative")
    return chosen(recurs, published)


def _of_week(published: date, hit: Hit, offset: int) -> str:
    monday = published - timedelta(published.weekday())
    return (monday + timedelta(7 * offset + weekday_number(hit["weekday"]))).isoformat()


def _month(hit: Hit) -> Sense | None:
    """Last: the latest before the present month; next: the first after; this: this year's."""
    published = hit.published
    if published is None:
        return Sense()
    month, rel = month_number(hit["month"]), hit["rel"]
    year = published.year
    if rel == "last" and month >= published.month:
        year -= 1
    elif rel == "next" and month <= published.month:
        year += 1
    return fixed(f"{year:04}-{month:02}", "relative")


def _clock(hit: Hit) -> Sense | None:
    return dateless("clock")


CLOCK_BEFORE = re.compile(
    rf"(?i:(?:{_CLOCK}|midnight|noon|midday),?\s(?:local\stime\s)?(?:on\s|\(?(?=[A-Z])))"
)
"""A time of day in front of a day: '3 p.m. on', 'midnight on'."""
