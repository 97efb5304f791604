"""A plan whose day or month has gone by this year: it is that of the year to come.

Over nine months nearness tells more than a clause that may look forward; but what *will* be, or is
set, has not been.
"""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from spacy.tokens import Token

from dragoman.analysis.grammar import PRESENT, WILL, WOULD, auxiliaries
from dragoman.times.clauses import clause_dated
from dragoman.times.expression import TimeExpression, days_read

_PROMISING = frozenset("agree promise pledge vow decide undertake".split())
_UNDER = frozenset({"xcomp", "acomp", "ccomp", "conj", "acl"})
_LATELY = 7  # days


def coming(expression: TimeExpression, head: Token, published: date | None) -> TimeExpression:
    """The time of something planned, in its next turn where its clause says that it is to come.

    Args:
        expression: the time.
        head: the word that it hangs by.
        published: the day of publication, or None.
    """
    if published is None or _is_lately(expression, published):
        return expression
    turn = expression.edtf_coming
    if turn is None or not _is_ahead(head):
        return expression
    return replace(expression, edtf=turn, edtf_future=None)


def _is_lately(expression: TimeExpression, published: date) -> bool:
    """Whether its last turn is just over, so that the report may be of before it."""
    ends = days_read(expression, "past")[1]
    return ends is not None and (published - ends).days <= _LATELY


def _is_ahead(head: Token) -> bool:
    """Whether the clause of a time tells, at the time of the report, of what is to come."""
    clause = clause_dated(head)
    for _ in range(4):
        helpers = auxiliaries(clause)
        words = {helper.lower_ for helper in helpers}
        promised = clause.tag_ == "VBD" and clause.lemma_ in _PROMISING and clause.i < head.i
        if words & (WILL | WOULD) or (promised and clause_dated(head).i != clause.i):
            return True
        finite = (clause, *helpers)
        if any(word.tag_ in PRESENT for word in finite):
            return "have" not in {helper.lemma_ for helper in helpers}
        if any(word.tag_ == "VBD" for word in finite) or clause.dep_ not in _UNDER:
            return False
        clause = clause.head
    return False
