"""A plan whose day or month has gone by this year: it is that of the year to come.

Over nine months nearness tells more than a clause that may look forward; but what *will* be, or is
set, has not been. What *was* to be may have been, and what somebody said long ago would be.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from datetime import date

from spacy.tokens import Token

from dragoman.analysis.grammar import auxiliaries
from dragoman.times.clauses import SCHEDULING, clause_dated
from dragoman.times.expression import TimeExpression, read
from dragoman.times.intervals import days_of

_WILL = frozenset({"will", "'ll", "’ll", "shall", "wo"})
_WOULD = frozenset({"would", "'d", "’d"})
_PROMISING = frozenset("agree promise pledge vow decide undertake".split())
_WAS = frozenset({"was", "were", "had"})
_PRESENT = frozenset({"VBZ", "VBP"})
_UNDER = frozenset({"xcomp", "acomp", "ccomp", "conj", "acl"})
_LATELY = 7  # days


def coming(
    expression: TimeExpression,
    head: Token,
    others: Iterable[TimeExpression],
    published: date | None,
) -> TimeExpression:
    """The time of something planned, in its next turn where its clause says that it is to come.

    Where it says that it was once to be, in its nearest.

    Args:
        expression: the time.
        head: the word that it hangs by.
        others: the times of its sentence.
        published: the day of publication, or None.
    """
    if published is None or _is_lately(expression, published):
        return expression
    if _was_to_be(head) and _is_far_off(expression):
        return replace(expression, edtf_future=None)
    turn = expression.edtf_coming
    if turn is None or not _is_ahead(head, expression, others, published):
        return expression
    return replace(expression, edtf=turn, edtf_future=None)


def _was_to_be(head: Token) -> bool:
    """Whether the clause of a time tells what was once to come: 'was due', 'was to visit'."""
    clause = clause_dated(head)
    for _ in range(4):
        if clause.tag_ == "VBD" or any(h.lower_ in _WAS for h in auxiliaries(clause)):
            return clause.lemma_ == "be" or clause.lemma_ in SCHEDULING
        if clause.dep_ not in _UNDER or any(h.tag_ == "MD" for h in auxiliaries(clause)):
            return False
        clause = clause.head
    return False


def _is_far_off(expression: TimeExpression) -> bool:
    """Whether its next turn is not its nearest, and no weekday's."""
    ends = days_of(expression.edtf)[1]
    begins = days_of(read(expression, "future").edtf)[0]
    return ends is not None and begins is not None and (begins - ends).days > _LATELY


def _is_lately(expression: TimeExpression, published: date) -> bool:
    """Whether its last turn is just over, so that the report may be of before it."""
    ends = days_of(read(expression, "past").edtf)[1]
    return ends is not None and (published - ends).days <= _LATELY


def _is_ahead(
    head: Token, expression: TimeExpression, others: Iterable[TimeExpression], published: date
) -> bool:
    """Whether the clause of a time tells, at the time of the report, of what is to come."""
    clause = clause_dated(head)
    for _ in range(4):
        helpers = auxiliaries(clause)
        words = {helper.lower_ for helper in helpers}
        if words & _WILL:
            return True
        promised = clause.tag_ == "VBD" and clause.lemma_ in _PROMISING and clause.i < head.i
        if words & _WOULD or (promised and clause_dated(head).i != clause.i):
            return not any(_is_long_ago(o, expression, published) for o in others)
        finite = (clause, *helpers)
        if any(word.tag_ in _PRESENT for word in finite):
            return "have" not in {helper.lemma_ for helper in helpers}
        if any(word.tag_ == "VBD" for word in finite) or clause.dep_ not in _UNDER:
            return False
        clause = clause.head
    return False


def _is_long_ago(other: TimeExpression, expression: TimeExpression, published: date) -> bool:
    """Whether another time of the sentence was over a week before the report."""
    ends = days_of(read(other, "past").edtf)[1]
    if ends is None or other.start == expression.start:
        return False
    return (published - ends).days > _LATELY
