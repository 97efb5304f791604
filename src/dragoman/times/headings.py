"""Days that head what is told under them: 'MONDAY, Nov 23' above an entry, 'Oct 28:' before one.

A line that is only a day dates what stands under it up to the next heading; a line that begins
with one ('Oct 28: ', 'Oct 28 | ') its own paragraph, and that of a numbered picture ('3/34 28
October 2017 Women march') its own line. A single day that is not to come heads
nothing: it is rather the day of the report.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from dragoman.analysis.openings import CLOCK, NUMBERED
from dragoman.mention import When
from dragoman.times.expression import Direction, TimeExpression, read
from dragoman.times.intervals import days_of

_BEFORE = re.compile(rf"[\s|>*•·–—-]*(?:{CLOCK},?\s)?(?:[Oo]n\s)?")
_ALONE = re.compile(rf"[\s:.,|–—-]*(?:(?:at\s)?{CLOCK})?[\s:.,|–—-]*")
_LEADING = re.compile(rf"(?:,?\s(?:at\s)?{CLOCK})?\s*(?:[:|]|[–—-]\s)")
_OF_PICTURE = re.compile(NUMBERED)
_OTHER = re.compile(r"\n[^\n]{1,60}:[ \t]*(?=\n|\Z)")
"""A heading that is no day: 'Dates to be announced:'."""
_LONGEST = 14  # days: a month or a year heads a chapter, which is no day's
_HALF_YEAR = 183


@dataclass(frozen=True, slots=True)
class Heading:
    """A day, and up to which character it dates what is told.

    Attributes:
        day: the words of the day.
        end: one past the last character that it dates.
    """

    day: TimeExpression
    end: int


def headings_of(
    text: str, expressions: Iterable[TimeExpression], published: date | None
) -> tuple[Heading, ...]:
    """The headings of ``text`` among its time ``expressions``, in order.

    Args:
        text: the text.
        expressions: all its time expressions.
        published: its day of publication, or None.
    """
    days = days_leading(text, expressions)
    if len(days) < 2 and not any(_is_to_come(day, published) for day in days):
        return ()
    ends = [day.start for day in days[1:]] + [len(text)]
    return tuple(Heading(day, _reach(text, day, end)) for day, end in zip(days, ends, strict=True))


def days_leading(text: str, expressions: Iterable[TimeExpression]) -> list[TimeExpression]:
    """The days, or few days, with which lines of the text begin, in order."""
    return [
        e for e in expressions
        if leads_entry(text, e) or (_is_of_days(e) and _leads_its_line(text, e))
    ]  # fmt: skip


def headed(
    place: int, headings: Iterable[Heading], direction: Direction, published: date | None
) -> When | None:
    """The day over what is told at the character ``place``; None for none that fits.

    What has been done is not on a day to come, what is planned on none that has gone by.
    """
    for heading in headings:
        if heading.day.end <= place < heading.end:
            day = heading.day
            edtf = read(day, direction).edtf
            return (
                When(day.text, day.start, day.end, edtf, day.basis)
                if _fits(edtf, direction, published)
                else None
            )
    return None


def _fits(edtf: str, direction: Direction, published: date | None) -> bool:
    begins, ends = days_of(edtf)
    if published is None or begins is None or ends is None:
        return published is None
    if direction == "past":
        return begins <= published
    return published <= ends and (begins - published).days <= _HALF_YEAR


def _is_of_days(expression: TimeExpression) -> bool:
    """Whether it is a day or a few of them."""
    edtf = expression.edtf
    if expression.anchored or "~" in edtf:
        return False
    if edtf.startswith("XXXX-"):
        return len(edtf) == len("XXXX-07-23")
    begins, ends = days_of(edtf)
    return bool(begins and ends and (ends - begins).days < _LONGEST)


def stands_alone(text: str, day: TimeExpression) -> bool:
    """Whether nothing else stands on its line but marks and a time of day."""
    opens = _opens_its_line(text, day)
    return opens and bool(_ALONE.fullmatch(text, day.end, _line_end(text, day.end)))


def leads_entry(text: str, day: TimeExpression) -> bool:
    """Whether a time opens its line and a mark parts it from what it dates: 'Oct 28: ', '2018: '.

    A month or a year may do so, too.
    """
    dated = bool(day.edtf) and not day.anchored and "~" not in day.edtf
    leads = dated and _LEADING.match(text, day.end, _line_end(text, day.end))
    return bool(leads and _opens_its_line(text, day))


def _leads_its_line(text: str, day: TimeExpression) -> bool:
    return stands_alone(text, day) or _is_of_picture(text, day)


def _is_of_picture(text: str, day: TimeExpression) -> bool:
    """Whether it stands behind the number of a picture: '3/34 28 October 2017 Women march'."""
    begin = text.rfind("\n", 0, day.start) + 1
    return bool(_OF_PICTURE.fullmatch(text, begin, day.start))


def _opens_its_line(text: str, day: TimeExpression) -> bool:
    begin = text.rfind("\n", 0, day.start) + 1
    return bool(_BEFORE.fullmatch(text, begin, day.start))


def _reach(text: str, day: TimeExpression, end: int) -> int:
    """Up to where it dates what is told, the next heading beginning at ``end``."""
    line_end = _line_end(text, day.end)
    if _ALONE.fullmatch(text, day.end, line_end):
        other = _OTHER.search(text, line_end, end)
        return other.start() if other else end
    if _is_of_picture(text, day):
        return line_end
    paragraph = text.find("\n\n", day.end)
    return end if paragraph < 0 else min(end, paragraph)


def _line_end(text: str, place: int) -> int:
    end = text.find("\n", place)
    return len(text) if end < 0 else end


def _is_to_come(day: TimeExpression, published: date | None) -> bool:
    begins = days_of(day.edtf)[0]
    return bool(published and begins and begins > published)
