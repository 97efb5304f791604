"""When a thing to come was told, asked for or promised, which is no day of the thing itself."""

from __future__ import annotations

from datetime import date

from spacy.tokens import Token

from dragoman.analysis.grammar import auxiliaries, clause_of
from dragoman.times.clauses import APPOINTED, APPOINTING, clause_dated, hangs_on, told_by
from dragoman.times.expression import TimeExpression, days_read

_APPOINTED_TO = APPOINTING | {"be", "have"}
_GIVING_ONES_WORD = frozenset("pledge promise vow offer undertake commit".split())
_MAKING = frozenset("agree announce approve adopt unveil reach sign pass propose".split())
_WORDS = frozenset(
    "announcement pledge vow promise decision declaration statement speech decree agreement deal "
    "resolution accord".split()
)
_VOTED = frozenset(
    "extend renew prolong impose ban lift suspend expel approve adopt recognise recognize condemn "
    "reject end remove impeach ratify censure strip".split()
)
_WEEK = 7


def is_of_telling(
    trigger: Token, time: Token, expression: TimeExpression, published: date | None
) -> bool:
    """Whether it is when a thing to come was told of: 'had announced the strike *last week*'.

    That is so of what stands before the thing told, of what lies in the past, and of a weekday
    that has just gone by: 'agreed to a truce *on Tuesday*', on the day after.
    """
    if _is_of_plans_making(trigger, time) or _is_of_word_beside(
        trigger, time, expression, published
    ):
        return True
    if _is_of_promising(trigger, time) or _is_of_pledge(trigger, time, expression, published):
        return True
    verb = clause_of(trigger)
    if verb.i == trigger.i or verb.tag_ not in ("VBD", "VBN") or verb.lemma_ in APPOINTING:
        return False
    if clause_dated(time).i != verb.i or {time.lower_, time.head.lower_} & APPOINTED:
        return False
    told = next(t for t in (trigger, *trigger.ancestors) if t.head.i == verb.i)
    if told.dep_ not in ("dobj", "nsubjpass", "prep"):
        return False
    if has_just_been(expression, published):
        return True
    if hangs_on(time, trigger, verb) or told.dep_ == "prep":
        return False
    ends = days_read(expression, "future")[1]
    return time.i < trigger.i or bool(published and ends and ends < published)


def _is_of_word_beside(
    trigger: Token, time: Token, expression: TimeExpression, published: date | None
) -> bool:
    """Whether it stands right behind the word by which it was told: 'under a *vow last month*'.

    Not where what stands there is itself what is done: 'to sign an *agreement* by May'.
    """
    start = time.head.i if time.dep_ == "pobj" else time.left_edge.i
    word = time.doc[start - 1] if start > trigger.sent.start else trigger
    told = word.i != trigger.i and word.lemma_.lower() in _WORDS and word.pos_ == "NOUN"
    if not told or word.head.i == trigger.i:
        return False
    past, future = days_read(expression, "past"), days_read(expression, "future")
    return past == future and not (published and past[1] and past[1] > published)


def _is_of_plans_making(trigger: Token, time: Token) -> bool:
    """Whether it is when the plan was made: 'a plan to lend it a billion, *agreed in May*'."""
    if trigger.tag_ != "VB" or trigger.dep_ != "acl" or time.i < trigger.i:
        return False
    verb = clause_dated(time)
    made = verb.lemma_ in _MAKING and verb.tag_ in ("VBD", "VBN")
    noun = trigger.head
    return made and (verb.head.i == noun.i or (noun.head.i == verb.i and noun.i < verb.i))


def _is_of_promising(trigger: Token, time: Token) -> bool:
    """Whether it is when somebody gave his word: 'promised *on Tuesday* to free them'."""
    own, verb = told_by(trigger), clause_dated(time)
    if not verb.is_ancestor(own) or time.i > own.i or verb.lemma_ in _APPOINTED_TO:
        return False
    if is_of_vote(trigger, time):
        return False
    return verb.tag_ in ("VBD", "VBN")


def _is_of_pledge(
    trigger: Token, time: Token, expression: TimeExpression, published: date | None
) -> bool:
    """Whether it is when the trigger's own verb gave a word: 'pledged $5 million *on Monday*'.

    Also where it stands before what was promised: 'on Monday offered to host talks'. A day that is
    plainly still to come ('pledged troops for next Monday') is of what was promised.
    """
    verb = told_by(trigger)
    if verb.lemma_ not in _GIVING_ONES_WORD or verb.tag_ not in ("VBD", "VBN"):
        return False
    if clause_dated(time).i != verb.i or any(h.tag_ == "MD" for h in auxiliaries(verb)):
        return False
    if {time.lower_, time.head.lower_} & APPOINTED:
        return False
    if trigger.i != verb.i and not time.i < verb.i:
        return False
    begins = days_read(expression, "past")[0]
    return published is None or begins is None or begins <= published


def is_of_vote(trigger: Token, time: Token) -> bool:
    """Whether it is when the deed was voted, which does it: '*voted on Tuesday* to extend it'."""
    own, verb = told_by(trigger), clause_dated(time)
    voted = verb.lemma_ == "vote" and verb.tag_ in ("VBD", "VBN") and verb.is_ancestor(own)
    return voted and own.lemma_ in _VOTED and time.i < own.i


def has_just_been(expression: TimeExpression, published: date | None) -> bool:
    """Whether a weekday's last turn is nearer than its next, or it is that of publication."""
    last = days_read(expression, "past")[1]
    coming = days_read(expression, "future")[0]
    if published is None or last is None or coming is None or (coming - last).days > _WEEK:
        return False
    return last <= published <= coming and published - last <= coming - published
