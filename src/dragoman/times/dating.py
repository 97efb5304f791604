"""Which of a sentence's time expressions dates which event."""

from __future__ import annotations

from collections.abc import Iterable

from spacy.tokens import Doc, Token

from dragoman.analysis.grammar import auxiliaries, clause_of
from dragoman.mention import FUTURE, Status, When
from dragoman.times.anchored import resolve
from dragoman.times.expression import Direction, TimeExpression, read

_SCHEDULING = frozenset("schedule plan set slate due expect book".split())
_SUBORDINATE = frozenset({"relcl", "acl", "ccomp", "advcl", "conj"})
_SAME_CLAUSE = 0
_GOVERNED = 1
_ELSEWHERE = 4


def direction_of(status: Status, trigger: Token) -> Direction:
    """The way the clause of an event of this status looks; a negated one goes by its auxiliary."""
    if status == "negated":
        verb = clause_of(trigger)
        ahead = any(helper.tag_ == "MD" for helper in auxiliaries(verb))
        return "future" if ahead or _is_present_progressive(verb) else "past"
    return "future" if status in FUTURE else "past"


def _is_present_progressive(verb: Token) -> bool:
    """'Is not attending on Friday' speaks of what is to come."""
    return verb.tag_ == "VBG" and any(h.tag_ in ("VBZ", "VBP") for h in auxiliaries(verb))


def date_event(
    trigger: Token,
    expressions: Iterable[TimeExpression],
    status: Status,
    *,
    reports: frozenset[int] = frozenset(),
    previous: str = "",
) -> When | None:
    """The time of the event at ``trigger``, or None where its sentence tells none.

    Args:
        trigger: the event's word.
        expressions: the article's time expressions; those outside the sentence are passed over.
        status: the event's status; a planned event's weekday lies ahead.
        reports: indices of words over the trigger that report, demand or judge it: a time told
            of them ('said on Monday') is not the event's.
        previous: EDTF of the event told before, which 'the next day' is counted from; empty
            where none is dated.

    """
    sentence = trigger.sent
    ranked: list[tuple[int, int, TimeExpression]] = []
    for found in expressions:
        if not sentence.start_char <= found.start < sentence.end_char:
            continue
        expression = resolve(found, previous)
        if not expression.edtf:
            continue
        head = _head(trigger.doc, expression)
        if _ranks(head, sentence.start):
            continue
        distance = _distance(trigger, head, reports)
        if distance < _ELSEWHERE:
            ranked.append((distance, abs(head.i - trigger.i), expression))
    if not ranked:
        return None
    best = read(min(ranked, key=lambda r: r[:2])[2], direction_of(status, trigger))
    if not best.edtf:
        return None
    return When(best.text, best.start, best.end, best.edtf, best.basis)


def _ranks(time: Token, start: int) -> bool:
    """Whether the time only bounds a comparison: 'the first visit since 2019'."""
    words = [token.lower_ for token in time.doc[start : time.i + 1]]
    if "since" not in words[-4:]:
        return False
    return any(
        token.tag_ == "JJS" or token.ent_type_ == "ORDINAL" for token in time.doc[start : time.i]
    )


def _head(doc: Doc, expression: TimeExpression) -> Token:
    span = doc.char_span(expression.start, expression.end, alignment_mode="expand")
    return span.root if span is not None else doc[0]


def _attached_noun(token: Token, trigger: Token) -> bool:
    return any(ancestor.i == trigger.i for ancestor in token.ancestors)


def _distance(trigger: Token, time: Token, reports: frozenset[int]) -> int:
    """How far in the parse a time stands from a trigger; ``_ELSEWHERE`` if it is another's."""
    clause = clause_of(time)
    own = clause_of(trigger)
    if _attached_noun(time, trigger) and clause.i in (own.i, trigger.i):
        return _SAME_CLAUSE
    if clause.i in reports and clause.i != trigger.i:
        return _ELSEWHERE
    scheduled = clause.dep_ in ("acl", "relcl") and clause.lemma_ in _SCHEDULING
    if scheduled and trigger.is_ancestor(clause):
        return _SAME_CLAUSE  # 'a trip scheduled for Thursday'
    if clause.i == own.i:
        return _SAME_CLAUSE
    if clause.is_ancestor(trigger):
        between = [a for a in trigger.ancestors if clause.is_ancestor(a)]
        clauses = ("relcl", "advcl", "ccomp", "pcomp", "acl")
        if any(a.dep_ in clauses and a.tag_ != "VB" for a in [own, *between]):
            return _ELSEWHERE
        if time.i > clause.i and any(a.dep_ == "conj" for a in [own, *between]):
            return _ELSEWHERE  # 'paid in May and dropped the charges'
        return _GOVERNED
    if _attached_noun(time, trigger):
        return _ELSEWHERE if clause.dep_ in _SUBORDINATE else _GOVERNED
    if clause.dep_ == "conj" and clause.head.i == own.i:
        return _ELSEWHERE - 1 if not any(c.dep_ == "nsubj" for c in clause.children) else _ELSEWHERE
    return _ELSEWHERE
