"""A report that is a day further on than its date: Tuesday in Tokyo, stamped Monday in New York.

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
from collections.abc import Sequence
from dataclasses import replace
from datetime import date, timedelta

from .expression import TimeExpression

_OFTEN = 2
_MORNING = re.compile(r"(?i:\b(?:early|morning)\b)")


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
