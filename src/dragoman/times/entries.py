"""Live blogs: what an entry tells of 'today' is of the day that stands over it.

A live blog is published, or fetched, on the day of its last entry, and has entries of days before
under headings of their own: 'Tuesday 22 July', '14:05 GMT', the entry. Only where many lines begin
with a time stamp is it one; elsewhere a day on a line of its own is as often that of a picture or
of another report.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from datetime import date

from dragoman.analysis.openings import CLOCK
from dragoman.times.expression import TimeExpression
from dragoman.times.finder import find
from dragoman.times.headings import stands_alone
from dragoman.times.intervals import days_of

_STAMP = re.compile(rf"^[^\n]{{0,30}}?(?<!\w){CLOCK}", re.MULTILINE)
_FEWEST = 3
_LONGEST = 30  # days; over an older day stands what was told of it later


def in_entries(
    text: str, found: Sequence[TimeExpression], published: date | None
) -> tuple[TimeExpression, ...]:
    """The expressions; in a live blog those under a day gone by are read as on that day.

    Args:
        text: the text.
        found: all its time expressions, as read on the day of publication.
        published: that day, or None.
    """
    days = tuple(_days(text, found, published)) if published else ()
    if not days or not _is_live(text):
        return tuple(found)
    ends = [day.start for day, _ in days[1:]] + [len(text)]
    told = [e for e in found if e.end <= days[0][0].end]
    for (heading, day), end in zip(days, ends, strict=True):
        if heading not in told:
            told.append(heading)
        told += (_as_counted(e) for e in find(text, day, start=heading.end, end=end))
    return tuple(told)


def _days(
    text: str, found: Sequence[TimeExpression], published: date
) -> Iterator[tuple[TimeExpression, date]]:
    """The days that stand alone on their lines and are not long gone, nor to come."""
    for expression in found:
        first, last = days_of(expression.edtf)
        if first is None or first != last or not stands_alone(text, expression):
            continue
        if 0 <= (published - first).days <= _LONGEST and "~" not in expression.edtf:
            yield expression, first


def _is_live(text: str) -> bool:
    stamps = _STAMP.finditer(text)
    return sum(1 for _ in zip(stamps, range(_FEWEST), strict=False)) == _FEWEST


def _as_counted(expression: TimeExpression) -> TimeExpression:
    """It counts from the day over its entry, and not from publication."""
    relative = expression.basis == "relative"
    return replace(expression, basis="anchored") if relative else expression
