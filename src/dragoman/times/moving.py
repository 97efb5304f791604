"""Whether a thing is put off, moved or brought forward: its day is another than it was to be."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from typing import Literal

from spacy.tokens import Token

from dragoman.analysis.grammar import clause_of
from dragoman.times.expression import TimeExpression, read
from dragoman.times.intervals import days_of

Move = Literal["", "moved", "forward"]
_MOVING = frozenset({"move", "shift", "reschedule", "bring", "pull"})
_FORWARD = frozenset({"forward", "up"})
_PUTTING_OFF = frozenset({"put", "postpone", "delay", "defer", "push"})


def is_put_off(trigger: Token) -> bool:
    """Whether a side clause tells that it was put off: 'talks which were put off will be held'."""
    return any(c.dep_ in ("relcl", "acl") and c.lemma_ in _PUTTING_OFF for c in trigger.subtree)


def is_moved_to(
    trigger: Token, expressions: Iterable[TimeExpression], published: date | None
) -> Move:
    """Whether a thing is moved to a day that is to come: 'talks were brought *forward* to May 3'.

    Empty for a day gone by, for none, and for a place.
    """
    verb = clause_of(trigger)
    if trigger.dep_ not in ("nsubjpass", "dobj") or verb.lemma_ not in _MOVING:
        return ""
    forward = any(child.lower_ in _FORWARD for child in verb.subtree if child.i > verb.i)
    if verb.lemma_ in ("bring", "pull") and not forward:
        return ""
    for expression in expressions:
        time = trigger.doc.char_span(expression.start, expression.end, alignment_mode="expand")
        if time is None or not verb.i < time.start < verb.sent.end:
            continue
        ends = days_of(read(expression, "future").edtf)[1]
        to_come = bool(expression.edtf) and (ends is None or published is None or ends >= published)
        if to_come and trigger.doc[time.start - 1].lower_ in ("to", "for"):
            return "forward" if forward else "moved"
    return ""
