"""A day that tells more than the week told beside it."""

from __future__ import annotations

from collections.abc import Iterable

from spacy.tokens import Doc

from dragoman.times.expression import TimeExpression
from dragoman.times.intervals import days_of

_WEEK = 7  # days


def finer(best: TimeExpression, others: Iterable[TimeExpression], doc: Doc) -> TimeExpression:
    """The day within a week that the event has, too: 'a bomb *this week* hit Gao *on Wednesday*'.

    What a comma or an 'and' parts from it is of a part only: 'killed 40 this week, nine on Monday'.

    Args:
        best: the time that stands nearest to the event.
        others: those that may be its own as well.
        doc: the text that they stand in.
    """
    return next((other for other in others if _is_within(other, best, doc)), best)


def _is_within(day: TimeExpression, week: TimeExpression, doc: Doc) -> bool:
    (begins, ends), (first, last) = days_of(week.edtf), days_of(day.edtf)
    if begins is None or ends is None or first is None or first != last:
        return False
    if not begins <= first <= ends or not 0 < (ends - begins).days <= _WEEK:
        return False
    between = doc.char_span(week.end, day.start, alignment_mode="expand")
    return between is not None and not any(t.text == "," or t.dep_ == "cc" for t in between)
