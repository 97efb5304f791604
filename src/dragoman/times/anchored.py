"""Rules for times counted from another event: 'two days later', 'the following week'."""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import date

from .expression import TimeExpression, dated_kind
from .periods import bounds, first, last, month_text, shift_months, week_of
from .rules import DIGITS, UNITS, Hit, Rule, counted, pieces, rule, weekday_number
from .senses import Sense, weekly
from .spans import away

_AFTER = ("later", "after", "afterwards", "following", "next")


def anchored_rules() -> list[Rule]:
    """The rules of this module."""
    p = pieces()
    numbers = (DIGITS, *p.words.cardinals)
    return [
        rule(
            rf"(?i:(?P<n>{p.number})\s{UNITS}\s(?P<side>later|earlier|afterwards|after|before|prior))(?!\w)",
            numbers,
            _counted,
        ),
        rule(
            r"(?i:the\s(?:very\s)?(?P<side>following|next|previous|preceding|same)\s"
            rf"(?:(?P<unit>day|night|morning|afternoon|evening|week|month|year)\b|(?P<weekday>{p.weekday_name})))",
            ["the"],
            _adjacent,
        ),
        rule(
            r"(?i:the\s(?P<unit>day|night|week|month|year)\s(?P<side>before|after|earlier))(?!\w)",
            ["the"],
            _adjacent,
        ),
        rule(
            r"(?i:that\s(?:same\s|very\s)?(?P<unit>day|night|week|month|year))\b", ["that"], _same
        ),
    ]


def _unit(word: str) -> str:
    return "day" if word in ("night", "morning", "afternoon", "evening") else word


def _anchor(count: int, unit: str) -> Sense:
    return Sense(basis="anchored", kind="point", anchor=f"{count:+d} {unit}")


def _counted(hit: Hit) -> Sense | None:
    """'Two days before the vote' says what it is counted from; 'two days before.' does not."""
    back = hit["side"] not in _AFTER
    number = counted(hit["n"])
    return _anchor(-number if back else number, _unit(hit["unit"].replace("centurie", "century")))


def _adjacent(hit: Hit) -> Sense | None:
    side = hit["side"]
    groups = hit.match.groupdict()
    sign = 0 if side == "same" else 1 if side in _AFTER else -1
    if groups.get("weekday"):
        day = pieces().words.weekday_names[weekday_number(hit["weekday"])][:3].lower()
        return _anchor(sign, day)
    if side == "next" and re.search(r"\b(?:over|in|within|for|during)\s$", hit.before(), re.I):
        return None
    return _anchor(sign, _unit(hit["unit"]))


def _same(hit: Hit) -> Sense | None:
    return _anchor(0, _unit(hit["unit"]))


def resolve(expression: TimeExpression, anchor_edtf: str) -> TimeExpression:
    """Give an anchored expression the date it has when counted from ``anchor_edtf``.

    Counting forward starts from the last day of the anchor, counting back from its first. Days
    are counted only from an anchor that is precise to the day, weeks too; months and years from
    any. An expression that is not anchored, or cannot be counted from this anchor (a year
    unknown, a day counted from a month), comes back as it is.
    """
    match = re.fullmatch(r"([+-]\d+) (\w+)", expression.anchored or "")
    if not match:
        return expression
    edtf = _from_anchor(int(match[1]), match[2], anchor_edtf)
    if not edtf:
        return expression
    return replace(expression, edtf=edtf, basis="anchored", kind=dated_kind(edtf))


def _from_anchor(count: int, unit: str, anchor: str) -> str:
    end = (last(anchor) if count > 0 else first(anchor)) if anchor else ""
    days = bounds(end) if end not in ("", "..") else None
    if days is None:
        return ""
    day = days[1] if count > 0 else days[0]
    needs = {"month": 7, "year": 4, "decade": 4, "century": 2}.get(unit, 10)
    if len(end.rstrip("~")) < needs or (days[0] != days[1] and needs == 10):
        return ""
    return _counted_from(day, count, unit) if count else _same_as(day, unit)


def _same_as(day: date, unit: str) -> str:
    if unit == "week":
        return week_of(day)
    if unit in ("month", "year"):
        return month_text(day) if unit == "month" else f"{day.year:04}"
    return day.isoformat()


def _counted_from(day: date, count: int, unit: str) -> str:
    weekdays = {name[:3].lower(): n for n, name in enumerate(pieces().words.weekday_names)}
    if unit in weekdays:
        recurs = weekly(weekdays[unit])
        step = date.fromordinal(day.toordinal() + count)
        return recurs.first_from(step) if count > 0 else recurs.last_by(step)
    if unit == "month":
        return month_text(shift_months(day, count))
    return away(day, unit, count)
