"""The date, for one event, of a time that counts from another: 'two days later', 'the same night'.

The other is the event told before, or the one that the words name: 'two days after the vote'.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import date

from spacy.tokens import Doc, Token

from dragoman.analysis.grammar import PRESENT, auxiliaries
from dragoman.mention import Mention
from dragoman.times.anchored import resolve
from dragoman.times.expression import Direction, TimeExpression, read

LINKS = frozenset({"after", "before"})
"""What a time ends in that names what it counts from."""
_DEFINITE = frozenset({"the", "that", "this"})
_SAME = "+0 day"
_BESIDE = frozenset({"", ","})
_NEAR = 400  # characters: a few sentences


def counted_for(
    expression: TimeExpression,
    trigger: Token,
    previous: Mention | None,
    told: Sequence[TimeExpression],
    direction: Direction,
    published: date | None = None,
) -> TimeExpression:
    """The expression, with the date it has for this event where it counts from another one.

    'Two days later' counts from the event told before. 'Two days after the vote' says what it
    counts from: for what happened then, that must be the event told last; for the vote it counts
    the other way, from the day beside it or what the sentence told before. 'The same evening' is
    that of the day told last, where no event is. Without a date where neither is so.

    Args:
        expression: the time.
        trigger: the event's word.
        previous: the last dated event told before; None where there is none.
        told: the article's times, in order.
        direction: the way the event's clause looks.
        published: the day of publication, which what comes now is counted from: 'the move *comes
            two months after* Peru freed them'.
    """
    if expression.anchored == _SAME:  # the day told last, after the last dated event
        since = max(previous.sentence.end if previous else 0, expression.start - _NEAR)
        if day := _last_day(told, since, expression.start, direction):
            return resolve(expression, day)
    if day := _day_ahead(expression, trigger, told, direction, published):
        return resolve(_other_way(expression), day)
    anchor, begins = _told_anchor(trigger.doc, expression), trigger.sent.start_char
    first = previous is None or previous.sentence.start < begins
    if anchor is None and first:  # 'left on Monday and returned two days later', whoever left
        day = _last_day(told, begins, expression.start, direction)
        if day:
            return resolve(expression, day)
    if expression.anchored is None or previous is None or previous.when is None:
        return expression
    if anchor is None:
        return resolve(expression, previous.when.edtf)
    if anchor.i != trigger.i and not anchor.is_ancestor(trigger):
        known = previous.trigger.start >= expression.end or _is_known(anchor)
        return resolve(expression, previous.when.edtf) if known else expression
    if not begins <= previous.trigger.start < expression.start:
        return expression
    if previous.when.start == expression.start:
        return expression  # which was counted itself
    return resolve(_other_way(expression), previous.when.edtf)


def _other_way(expression: TimeExpression) -> TimeExpression:
    """The time counted the other way."""
    turned = str.maketrans("+-", "-+")
    return replace(expression, anchored=(expression.anchored or "").translate(turned))


def _day_ahead(
    expression: TimeExpression,
    trigger: Token,
    told: Sequence[TimeExpression],
    direction: Direction,
    published: date | None,
) -> str:
    """The day that is so long after the trigger's thing; empty where none is told.

    It stands right before ('they said *on Saturday*, a week after the raid') or is the report's.
    """
    anchor = _told_anchor(trigger.doc, expression)
    if expression.anchored is None or anchor is None:
        return ""
    if anchor.i != trigger.i and not anchor.is_ancestor(trigger):
        return ""
    if published is not None and _comes_now(trigger, expression):
        return published.isoformat()
    if anchor.i not in (trigger.i, trigger.head.i):
        return ""
    before, text = (o for o in told if o.end <= expression.start), trigger.doc.text
    beside = (o for o in before if text[o.end : expression.start].strip() in _BESIDE)
    return next((_last_day([o], o.start, o.end, direction) for o in beside), "")


def _comes_now(trigger: Token, expression: TimeExpression) -> bool:
    """Whether what is counted from is the report: 'the step *comes two days after* he fled'."""
    if not expression.text.endswith("after"):
        return False
    start = trigger.doc.char_span(expression.start, expression.end, alignment_mode="expand")
    if start is None or start.start == start.sent.start:
        return False
    verb = start[0].nbor(-1)
    return verb.lemma_ == "come" and verb.tag_ in PRESENT and not auxiliaries(verb)


def _last_day(told: Sequence[TimeExpression], start: int, end: int, direction: Direction) -> str:
    """The day told last between two characters of the text; empty where none is."""
    days = (read(o, direction).edtf for o in reversed(told) if start <= o.start and o.end <= end)
    return next((edtf for edtf in days if len(edtf) == len("2025-07-23")), "")


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
