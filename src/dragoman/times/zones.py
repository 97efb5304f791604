"""Days of other time zones: where it happened, at the outlet, and in Greenwich.

Of 'shortly after 4 a.m. (1930 GMT Monday)' the day is that of the place, Tuesday: no land is more
than fourteen hours before Greenwich or twelve behind it.

A report may be a day further on than its date: Tuesday in Tokyo, stamped Monday in New York.

Such a report tells in the past tense of the weekday after its day of publication, again and again,
and hardly names the day of publication itself. Read by the rule for a weekday, all of it would lie
six days back, where news calls nothing by its weekday. One such word alone proves nothing, unless
it is of the morning ('early on Tuesday'), which nobody recalls of a day so far back. (Of the
outlets' pages that we looked at, one in thirty is such a report, and not one names a weekday for
what took place six days before.)
"""

from __future__ import annotations

import re
from calendar import day_name
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from datetime import date, timedelta

from .expression import TimeExpression

_BESIDE_GREENWICH = re.compile(
    r"""\b(?P<hour>[0-2]?\d)(?=[:.]?[0-5]\d|\s?[ap]\.?m)
        (?:[:.]?(?P<minute>[0-5]\d))?(?:\s?(?P<half>[ap])\.?m\b\.?)?
        (?:\s[^\W\d_][^\W_]*\.?){0,4}\s?  # 'local time on Tuesday'
        \((?P<there>[0-2]\d):?(?P<minute_there>[0-5]\d)\s?(?:GMT|UTC)(?:\son)?,?\s(?=\w)""",
    re.VERBOSE,
)
_BEHIND, _BEFORE = -12 * 60, 14 * 60  # minutes that a place may be off Greenwich
_DAY = re.compile(r"\d{4}-\d\d-\d\d")
_OFTEN = 2
_MORNING = re.compile(r"(?i:\b(?:early|morning)\b)")


def at_the_place(found: Iterable[TimeExpression], text: str) -> Iterator[TimeExpression]:
    """The expressions; a day told with an hour of Greenwich, behind the hour there, is that there.

    Args:
        found: expressions of the text.
        text: the text, which their offsets count.
    """
    moved = {m.end(): days for m in _BESIDE_GREENWICH.finditer(text) if (days := _days_off(m))}
    for expression in found:
        begins = (expression.start, _of_hour(expression))
        days = next((moved[start] for start in begins if start in moved), 0)
        yield _by(expression, days) if days else expression


def _of_hour(expression: TimeExpression) -> int:
    """Where the day begins that an expression tells behind an hour: '2100 GMT on *Monday*'."""
    return expression.start + expression.text.rfind(" ") + 1


def _days_off(match: re.Match[str]) -> int:
    """How many days the place is further on than Greenwich at the hours told: -1, 0 or 1."""
    hour = int(match["hour"])
    if match["half"]:
        hour = hour % 12 + (12 if match["half"] == "p" else 0)
    here = hour * 60 + int(match["minute"] or 0)
    there = int(match["there"]) * 60 + int(match["minute_there"])
    may_be = [d for d in (-1, 0, 1) if _BEHIND <= here + d * 24 * 60 - there <= _BEFORE]
    return may_be[0] if len(may_be) == 1 else 0


def _by(expression: TimeExpression, days: int) -> TimeExpression:
    """The expression, each day that it may mean so many days later."""

    def later(edtf: str | None) -> str | None:
        if not edtf or not _DAY.fullmatch(edtf):
            return edtf
        return (date.fromisoformat(edtf) + timedelta(days)).isoformat()

    return replace(
        expression,
        edtf=later(expression.edtf) or "",
        edtf_past=later(expression.edtf_past),
        edtf_future=later(expression.edtf_future),
        edtf_coming=later(expression.edtf_coming),
    )


def set_right(
    found: Sequence[TimeExpression], published: date | None
) -> tuple[TimeExpression, ...]:
    """The expressions; the weekday after ``published`` is that day where the text plainly means it.

    Args:
        found: all the expressions of a text.
        published: its day of publication, or None.
    """
    if published is None:
        return tuple(found)
    here = day_name[published.weekday()]
    ahead = [_is_next(expression, published) for expression in found]
    own = sum(here in e.text and e.edtf == published.isoformat() for e in found)
    fresh = own == 0 and any(
        next_day and _MORNING.search(e.text) for e, next_day in zip(found, ahead, strict=True)
    )
    if sum(ahead) < max(_OFTEN, own + 1) and not fresh:
        return tuple(found)
    return tuple(
        replace(e, edtf=e.edtf_future or e.edtf, edtf_future=None) if next_day else e
        for e, next_day in zip(found, ahead, strict=True)
    )


def _is_next(expression: TimeExpression, published: date) -> bool:
    """Whether a bare weekday is that of the day after publication, or of six days before."""
    back, on = published - timedelta(6), published + timedelta(1)
    return (expression.edtf, expression.edtf_future) == (back.isoformat(), on.isoformat())
