"""Chronicles: lines that each begin with their day, in the order of time, told in the present.

'Jan. 5: Chad closes the border. / Feb. 12: Deby visits Khartoum.' Of which year a day is, the
others tell: each is in the last year that leaves it before the next one, and the newest in the turn
near publication.
"""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from dragoman.times.expression import TimeExpression, fixed
from dragoman.times.headings import days_leading
from dragoman.times.intervals import days_of

_FEWEST = 3
_NEARER = 2  # how much nearer the newest day must be if it is to come than if it is gone


def in_order(
    text: str, found: Sequence[TimeExpression], published: date | None
) -> tuple[TimeExpression, ...]:
    """The expressions; days gone by that begin the lines of a chronicle have but one reading.

    Args:
        text: the text.
        found: all its time expressions.
        published: its day of publication, or None.
    """
    days = days_leading(text, found)
    if published is None or len(days) < _FEWEST:
        return tuple(found)
    orders = (_years_told(days, published), _years_told(days[::-1], published))
    told = min(filter(None, orders), key=_length, default=())
    gone = {day.start: day for day in told if _begin(day) <= published}
    return tuple(gone.get(e.start, e) if e.edtf else e for e in found)


def _years_told(days: Sequence[TimeExpression], published: date) -> Sequence[TimeExpression]:
    """The days, oldest first, each of one year; empty where a stated year breaks the order."""
    told = [_near(days[-1], published)]
    for day in days[-2::-1]:
        own = _last_turn(day, _begin(told[-1]))
        if own is None:
            return ()
        told.append(own)
    return told[::-1]


def _near(day: TimeExpression, published: date) -> TimeExpression:
    """The newest day: gone by, unless it is much nearer if it is to come."""
    coming, last = fixed(day, day.edtf_future or day.edtf), _last_turn(day, published)
    if last is None:
        return coming
    ahead, back = (_begin(coming) - published).days, (published - _begin(last)).days
    return coming if ahead * _NEARER < back else last


def _last_turn(day: TimeExpression, latest: date) -> TimeExpression | None:
    """The day in the last year in which it has begun by another; None for a stated one after it."""
    turns = [day.edtf]
    if day.edtf_past or day.edtf_future:
        ends = [end.removeprefix(end[:4]) for end in day.edtf.split("/")]
        turns = ["/".join(f"{latest.year - back}{end}" for end in ends) for back in (0, 1)]
    told = (fixed(day, edtf) for edtf in turns)
    return next((one for one in told if _begin(one) <= latest), None)


def _begin(day: TimeExpression) -> date:
    return days_of(day.edtf)[0] or date.max


def _length(days: Sequence[TimeExpression]) -> int:
    return (_begin(days[-1]) - _begin(days[0])).days
