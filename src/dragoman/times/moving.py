"""Plans that are moved to another day or taken off: which of a sentence's dates are the plan's.

What is moved to a new date has the new date; the old one stands only where no new one is told. The
day on which a thing was put off or called off is no day of the thing.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from datetime import date
from typing import Literal

from spacy.tokens import Token

from dragoman.analysis.grammar import ALL_SUBJECTS, FINITE, auxiliaries, clause_of, tells_delay
from dragoman.times.clauses import (
    APPOINTED,
    APPOINTING,
    HAPPENING,
    SCHEDULING,
    clause_dated,
    hangs_on,
)
from dragoman.times.expression import TimeExpression, dated_kind, days_read, read
from dragoman.times.finder import find
from dragoman.times.intervals import days_of
from dragoman.times.joined import joined_to

_SHIFTING = frozenset({"move", "shift", "reschedule"})
_WITH_PARTICLE = frozenset({"bring", "pull", "push", "put"})
_DELAYING = frozenset({"postpone", "delay", "defer"})
_SLIPPING = frozenset({"slip", "slide"})
_MOVING = _SHIFTING | _WITH_PARTICLE | _DELAYING
_FORWARD = frozenset({"forward", "up"})
_BACK = frozenset({"back", "off"})
_TO = frozenset({"to", "for", "until", "till"})
_TAKING_PLACE = HAPPENING | {"take", "be", "go"}
_OTHERS = frozenset({"ccomp", "advcl", "conj"})

Way = Literal["moved", "forward", "off"]


@dataclass(frozen=True, slots=True)
class Move:
    """A plan's new date.

    Attributes:
        to: the date; its words are those of the text.
        way: ``forward`` to an earlier day, ``off`` to a later one, ``moved`` where the verb does
            not say.
    """

    to: TimeExpression
    way: Way


def is_put_off(trigger: Token) -> bool:
    """Whether a side clause tells that it was put off: 'talks which were put off will be held'."""
    return any(map(tells_delay, trigger.subtree))


def moved_to(
    trigger: Token, expressions: Iterable[TimeExpression], published: date | None
) -> Move | None:
    """The day to come that a thing is moved to: 'talks were brought forward *to May 3*'.

    None for a day gone by, for none, and for a place.
    """
    told = tuple(expressions)
    for verb in _movers(trigger):
        way = _way(verb)
        found = _new_date(verb, told, published) if way else None
        if way and (found := found or _held_instead(verb, told, published)):
            return Move(found, way)
    return None


def _movers(trigger: Token) -> Iterator[Token]:
    """The verbs that may say the thing is moved: those it is object of, and those on it."""
    verb = clause_of(trigger)
    if trigger.dep_ in ("nsubjpass", "dobj") or verb.lemma_ in _SLIPPING or _is_moved(trigger):
        yield verb
        yield from (c for c in verb.conjuncts if c.i > verb.i and _goes_on_about_it(c, verb))
    if verb.lemma_ in SCHEDULING:  # in 'talks set for May were put off' it is taken for the verb
        yield from (c for c in (verb.head, *verb.children) if c.i > verb.i and c.tag_ == "VBN")
    if verb.i != trigger.i:
        yield from (
            c
            for c in trigger.subtree
            if c.dep_ in ("relcl", "acl") and c.i > trigger.i and c.tag_ in ("VBN", "VBD")
        )


def _goes_on_about_it(later: Token, verb: Token) -> bool:
    """Whether a later verb is of the same thing: 'set it, then *put it off*', not 'a vote'."""
    others = (c for c in later.rights if c.dep_ == "dobj" and c.tag_ != "PRP")
    return joined_to(later, verb) and next(others, None) is None


def _is_moved(trigger: Token) -> bool:
    """Whether it is moved in a headline that drops the 'is': 'Summit *pushed back* to 3 May'."""
    verb = trigger.head
    bare = trigger.dep_ == "nsubj" and verb.tag_ == "VBD" and not auxiliaries(verb)
    return bare and not any(c.dep_ == "dobj" for c in verb.children)


def _way(verb: Token) -> Way | None:
    if verb.lemma_ in _SLIPPING:
        return "off"
    if verb.lemma_ not in _MOVING:
        return None
    particles = {c.lower_ for c in verb.children if c.i > verb.i and c.dep_ in ("prt", "advmod")}
    follower = verb.doc[verb.i + 1].lower_ if verb.i + 1 < len(verb.doc) else ""
    particles.add(follower)
    if verb.lemma_ in _DELAYING or particles & _BACK:
        return "off"
    if particles & _FORWARD:
        return "forward"
    return None if verb.lemma_ in _WITH_PARTICLE - {"push"} else "moved"


def _new_date(
    verb: Token, expressions: Iterable[TimeExpression], published: date | None
) -> TimeExpression | None:
    doc = verb.doc
    for expression in expressions:
        if not verb.idx < expression.start < verb.sent.end_char or not expression.edtf:
            continue
        time = doc.char_span(expression.start, expression.end, alignment_mode="expand")
        if time is None or not _leads_to(verb, time[0]):
            continue
        new = read(expression, "future")
        if new.edtf.startswith("../"):  # what is put off until a day is on that day
            until = find(expression.text.split(maxsplit=1)[1], published)
            edtf = read(until[0], "future").edtf if until else new.edtf.removeprefix("../")
            new = replace(new, edtf=edtf, kind=dated_kind(edtf))
        ends = days_of(new.edtf)[1]
        if ends is None or published is None or ends >= published:
            return new
    return None


def _held_instead(
    verb: Token, expressions: Iterable[TimeExpression], published: date | None
) -> TimeExpression | None:
    """The day on which a thing put off will be: 'was postponed and *will now be held on* 3 May'."""
    for later in verb.conjuncts:
        ahead = any(helper.tag_ == "MD" for helper in auxiliaries(later))
        own = any(c.dep_ in ALL_SUBJECTS for c in later.lefts)
        if later.i < verb.i or own or not ahead or later.lemma_ not in _TAKING_PLACE:
            continue
        for expression in expressions:
            time = verb.doc.char_span(expression.start, expression.end, alignment_mode="expand")
            if time is not None and later.is_ancestor(time[0]):
                new = read(expression, "future")
                begins = days_of(new.edtf)[0] if new.edtf else None
                if begins is not None and (published is None or begins >= published):
                    return new
    return None


def _leads_to(verb: Token, time: Token) -> bool:
    """Whether the words from the verb to a time say that it is the new one."""
    if time.i <= verb.i:
        return False
    to = time if time.lower_ in _TO else time.nbor(-1)
    if to.lower_ not in _TO or to.i <= verb.i:
        return False
    between = verb.doc[verb.i + 1 : to.i]
    if any(t.dep_ in _OTHERS and t.tag_ in FINITE for t in between):
        return False
    before = to.nbor(-1)
    appointing = before if before.is_punct else to.head
    return not {before.lemma_, appointing.lemma_} & SCHEDULING


def _was_planned(verb: Token) -> bool:
    """Whether it tells for when a thing was planned: 'it *had been planned* for this week'."""
    passive = any(helper.dep_ == "auxpass" for helper in auxiliaries(verb))
    return verb.lemma_ in SCHEDULING and passive


def is_of_taking_off(
    trigger: Token, time: Token, expression: TimeExpression, published: date | None
) -> bool:
    """Whether it is when a plan was put off or called off: 'the trip was cancelled *on Monday*'."""
    verb = clause_of(trigger)
    off = clause_dated(time)
    if verb.i == trigger.i or (off.i != verb.i and not joined_to(off, verb)):
        return False
    if off.tag_ not in ("VBD", "VBN") or any(h.tag_ == "MD" for h in auxiliaries(off)):
        return False
    if off.lemma_ in APPOINTING | _TAKING_PLACE or _was_planned(off):
        return False
    if {time.lower_, time.head.lower_, expression.text.split()[0].lower()} & APPOINTED:
        return False
    hanging = hangs_on(time, trigger, off)
    if hanging and (time.i < off.i or time.i < trigger.i or published is None):
        return False
    begins = days_read(expression, "future" if hanging else "past")[0]
    return begins is None or published is None or begins <= published
