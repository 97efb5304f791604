"""The date, for one event, of a time that counts from another: 'two days later', 'the same night'.

The other is the event told before, or the one that the words name: 'two days after the vote'.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from spacy.tokens import Doc, Token

from dragoman.mention import Mention
from dragoman.times.anchored import resolve
from dragoman.times.expression import Direction, TimeExpression, read

LINKS = frozenset({"after", "before"})
"""What a time ends in that names what it counts from."""
_DEFINITE = frozenset({"the", "that", "this"})
_SAME = "+0 day"
_NEAR = 400  # characters: a few sentences


def counted_for(
    expression: TimeExpression,
    trigger: Token,
    previous: Mention | None,
    told: Sequence[TimeExpression],
    direction: Direction,
) -> TimeExpression:
    """The expression, with the date it has for this event where it counts from another one.

    'Two days later' counts from the event told before. 'Two days after the vote' says what it
    counts from: for what happened then, that must be the event told last; for the vote it counts
    the other way, from what the sentence told before. 'The same evening' is that of the day told
    last, where no event is. Without a date where neither is so.

    Args:
        expression: the time.
        trigger: the event's word.
        previous: the last dated event told before; None where there is none.
        told: the article's times, in order.
        direction: the way the event's clause looks.
    """
    if expression.anchored == _SAME and (
        day := _day_before(expression, previous, told, direction)
    ):
        return resolve(expression, day)
    if expression.anchored is None or previous is None or previous.when is None:
        return expression
    anchor = _told_anchor(trigger.doc, expression)
    if anchor is None:
        return resolve(expression, previous.when.edtf)
    if anchor.i != trigger.i and not anchor.is_ancestor(trigger):
        known = previous.trigger.start >= expression.end or _is_known(anchor)
        return resolve(expression, previous.when.edtf) if known else expression
    if not trigger.sent.start_char <= previous.trigger.start < expression.start:
        return expression
    if previous.when.start == expression.start:
        return expression  # which was counted itself
    turned = str.maketrans("+-", "-+")
    other_way = replace(expression, anchored=expression.anchored.translate(turned))
    return resolve(other_way, previous.when.edtf)


def _day_before(
    expression: TimeExpression,
    previous: Mention | None,
    told: Sequence[TimeExpression],
    direction: Direction,
) -> str:
    """The day told last before it, where that is told after the last dated event; else empty."""
    known = previous.sentence.end if previous is not None else 0
    before = (
        read(other, direction).edtf for other in reversed(told)
        if max(known, expression.start - _NEAR) <= other.start and other.end <= expression.start
    )  # fmt: skip
    return next((edtf for edtf in before if len(edtf) == len("2025-07-23")), "")


def _told_anchor(doc: Doc, expression: TimeExpression) -> Token | None:
    """The head of what a time says that it counts from: 'two days after *Minsk freed them*'."""
    span = doc.char_span(expression.start, expression.end, alignment_mode="expand")
    if span is None or span[-1].lower_ not in LINKS or span.end >= span.sent.end:
        return None
    if doc[span.end].is_punct:
        return None
    link = span[-1]
    return link if any(link.rights) else link.head


def _is_known(anchor: Token) -> bool:
    """Whether it is a preposition before something told already: 'after *the* vote'."""
    things = (thing for thing in anchor.children if thing.dep_ == "pobj")
    return any(word.lower_ in _DEFINITE for thing in things for word in thing.lefts)
