"""A time that a clause with 'when' tells more of: 'since October, *when Mali bombed Gao*'.

What the clause tells was then, and is told as what went before.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

from spacy.tokens import Token

from dragoman.analysis.grammar import PREDICATES, PRESENT
from dragoman.analysis.layout import layout_of
from dragoman.times.clauses import told_by
from dragoman.times.expression import Direction, TimeExpression, dated_kind, read

_WHEN = "when"
_MOST_STEPS = 4
# 'Since early July' has a first day that is none of what was done then.
_PART_OF = frozenset("early mid late beginning start end middle".split())


def occasion(
    trigger: Token, expressions: Iterable[TimeExpression], direction: Direction
) -> TimeExpression | None:
    """The time that the 'when' of the trigger's clause stands for, or None.

    Of 'since October' that is October, when it began. What the present tells of a day to come ('on
    3 May, when Merz *visits* Oslo') is on it. None where the clause has a time of its own.

    Args:
        trigger: the event's word.
        expressions: the times of its sentence.
        direction: the way its clause looks.
    """
    when = _when_of(trigger)
    if when is None or (direction == "future" and when.head.tag_ not in PRESENT):
        return None
    if when.i < 2 or when.nbor(-1).text not in (",", "—", "–"):
        return None
    end, times = when.nbor(-1).idx, list(expressions)
    if any(when.idx < e.start and _edge(e) and _is_below(e, when) for e in times):
        return None
    text = layout_of(trigger.doc).text
    told = next((e for e in times if e.end <= end and not text[e.end : end].strip()), None)
    if told is None:
        return None
    blurred = _PART_OF.intersection(told.text.lower().replace("-", " ").split())
    edtf = "" if blurred else _edge(read(told, direction))
    return replace(told, edtf=edtf, kind=dated_kind(edtf)) if edtf else None


def _when_of(trigger: Token) -> Token | None:
    """The 'when' that opens the clause in which the trigger is told, or goes on."""
    verb = told_by(trigger)
    for _ in range(_MOST_STEPS):
        opening = (c for c in verb.lefts if c.lower_ == _WHEN and c.dep_ in ("advmod", "mark"))
        when = next(opening, None)
        if when is not None:
            return when
        goes_on = verb.dep_ == "conj" or (verb.dep_ == "advcl" and verb.tag_ == "VBG")
        if not goes_on or verb.head.pos_ not in PREDICATES:
            return None
        verb = verb.head
    return None


def _is_below(expression: TimeExpression, when: Token) -> bool:
    """Whether the time stands in the clause of the 'when'."""
    span = when.doc.char_span(expression.start, expression.end, alignment_mode="expand")
    return span is not None and when.head.is_ancestor(span.root)


def _edge(expression: TimeExpression) -> str:
    """The date; of one that is open to one side, the known end."""
    return expression.edtf.removesuffix("/..").removeprefix("../")
