"""A plan whose day or month has gone by this year: it is that of the year to come.

Over nine months nearness tells more than a clause that may look forward; but what *will* be, or is
set, has not been. What *was* to be may have been, and what somebody said long ago would be.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from datetime import date

from spacy.tokens import Token

from dragoman.analysis.grammar import PRESENT, SUBJECTS, WILL, WOULD, auxiliaries
from dragoman.times.clauses import SCHEDULING, clause_dated, told_by
from dragoman.times.expression import Direction, TimeExpression, days_read
from dragoman.times.intervals import days_of

_PROMISING = frozenset("agree promise pledge vow decide undertake".split())
_EXPECTED = frozenset({"suppose", "mean", "intend"})
_WAS = frozenset({"was", "were", "had"})
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


def way_of_missed(
    way: Direction,
    trigger: Token,
    head: Token,
    expression: TimeExpression,
    published: date | None,
) -> Direction:
    """The way that a plan looks of which the words tell that it is over, or may be.

    'Talks due on Friday never began' looks back; of what 'was to have begun on Friday', or 'had
    been promised by Friday', the nearest Friday is meant.
    """
    if way == "past":
        return way
    clause = clause_dated(head)
    helpers = {helper.lower_ for helper in auxiliaries(clause)}
    if _was_missed(trigger, head):
        return "past"
    was_to_have = {"to", "have"} <= helpers
    if published is None or not (was_to_have or _had_been_promised(clause)):
        return "past" if was_to_have else "future"
    last, turn = days_read(expression, "past"), days_read(expression, "future")
    back, ahead = last[1] or last[0], turn[0] or turn[1]
    if back is None or ahead is None or back > published:
        return "future"
    return "past" if published - back <= ahead - published else "future"


def _was_missed(trigger: Token, head: Token) -> bool:
    """Whether the sentence goes on that it did not come to be: '... but *did not*'."""
    verb = told_by(trigger)
    denials = (w.head for w in trigger.sent if w.dep_ == "neg" and w.i > head.i)
    return any(_is_of_past(no) and _is_said_of(no, verb) for no in denials)


def _is_said_of(no: Token, verb: Token) -> bool:
    """Whether a negated verb is the one given, stands over it, or goes on with what does."""
    if no.i == verb.i or no.is_ancestor(verb):
        return True
    goes_on = no.dep_ == "conj" and not any(c.dep_ in SUBJECTS for c in no.children)
    return goes_on and (no.head.i == verb.i or no.head.is_ancestor(verb))


def _is_of_past(verb: Token) -> bool:
    return verb.tag_ == "VBD" or any(h.lower_ in ("did", "was", "were") for h in auxiliaries(verb))


def _had_been_promised(clause: Token) -> bool:
    """Whether it is under what somebody had done, or was supposed to: 'had agreed *to leave*'."""
    verb = clause
    while verb.dep_ in _UNDER and verb.head.i != verb.i and verb.tag_ in ("VB", "VBN"):
        if verb.i != clause.i and verb.tag_ == "VBN":
            break
        verb = verb.head
    helpers = {helper.lower_ for helper in auxiliaries(verb)}
    if verb.i == clause.i:
        return False
    return "had" in helpers or (verb.lemma_ in _EXPECTED and bool(helpers & _WAS))


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
    begins = days_read(expression, "future")[0]
    return ends is not None and begins is not None and (begins - ends).days > _LATELY


def _is_lately(expression: TimeExpression, published: date) -> bool:
    """Whether its last turn is just over, so that the report may be of before it."""
    ends = days_read(expression, "past")[1]
    return ends is not None and (published - ends).days <= _LATELY


def _is_ahead(
    head: Token, expression: TimeExpression, others: Iterable[TimeExpression], published: date
) -> bool:
    """Whether the clause of a time tells, at the time of the report, of what is to come."""
    clause = clause_dated(head)
    for _ in range(4):
        helpers = auxiliaries(clause)
        words = {helper.lower_ for helper in helpers}
        if words & WILL:
            return True
        promised = clause.tag_ == "VBD" and clause.lemma_ in _PROMISING and clause.i < head.i
        if words & WOULD or (promised and clause_dated(head).i != clause.i):
            return not any(_is_long_ago(o, expression, published) for o in others)
        finite = (clause, *helpers)
        if any(word.tag_ in PRESENT for word in finite):
            return "have" not in {helper.lemma_ for helper in helpers}
        if any(word.tag_ == "VBD" for word in finite) or clause.dep_ not in _UNDER:
            return False
        clause = clause.head
    return False


def _is_long_ago(other: TimeExpression, expression: TimeExpression, published: date) -> bool:
    """Whether another time of the sentence was over a week before the report."""
    ends = days_read(other, "past")[1]
    if ends is None or other.start == expression.start:
        return False
    return (published - ends).days > _LATELY
