"""The present tense that tells of a day to come: 'Merz visits Ankara on Tuesday' is planned.

News tells in the present, with a day, of what is arranged beforehand; of a day gone by it tells in
the past. Headlines do not name the day, and what nobody arranges ('rebels attack') is left alone.
"""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date

from spacy.tokens import Token

from dragoman.analysis.grammar import (
    NOUN_SUBJECTS,
    NOUNS,
    PRESENT,
    WILL,
    auxiliaries,
    clause_of,
)
from dragoman.mention import When
from dragoman.times.clauses import HAPPENING, clause_dated
from dragoman.times.expression import TimeExpression
from dragoman.times.intervals import days_of
from dragoman.times.occasions import occasion

_ARRANGED = frozenset({"CONSULT", "COOPERATE"})
_HOLDING = HAPPENING | {"take", "pay", "make", "resume", "sign", "host", "return"}
_AHEAD = frozenset({"next", "tomorrow", "coming", "later"})
_WEEK = range(2, 7)  # days gone by; of yesterday a headline tells in the present as well


def is_in_present(trigger: Token, event: str) -> bool:
    """Whether the present tense tells of something arranged: a visit, a meeting, a signing.

    Args:
        trigger: the event's word.
        event: its type.
    """
    verb = clause_of(trigger)
    held = trigger.head.i == verb.i and verb.lemma_ in _HOLDING
    come = trigger.head.head.i == verb.i and trigger.head.lower_ == "on" and event == "CONSULT"
    if verb.i != trigger.i and not held and not come:  # 'arrives in Oslo *on a visit*'
        return False
    if event not in _ARRANGED and verb.lemma_ not in _HOLDING:
        return False
    # The tagger may take 'returns' for a noun, though it gives it a subject.
    misread = verb.tag_ == "NNS" and any(c.dep_ in NOUN_SUBJECTS for c in verb.lefts)
    return (verb.tag_ in PRESENT or misread) and not auxiliaries(verb)


def is_scheduled(
    trigger: Token,
    ahead: When | None,
    expressions: Iterable[TimeExpression],
    published: date | None,
) -> bool:
    """Whether what the present tense tells of is to come.

    A weekday that has just gone by is no sign of it, unless it heads the entry.

    Args:
        trigger: the event's word.
        ahead: the time of the event if it is planned.
        expressions: the article's time expressions.
        published: the day of publication, or None.
    """
    begins = days_of(ahead.edtf)[0] if ahead else None
    if ahead is None or published is None or begins is None or begins <= published:
        return False
    told = next((e for e in expressions if e.start == ahead.start), None)
    nearest = days_of(told.edtf)[0] if told else None
    if nearest is None:
        return False
    time = trigger.doc.char_span(ahead.start, ahead.end, alignment_mode="expand")
    heads = time is None or time.end <= trigger.sent.start or time.start == trigger.sent.start
    if not heads and time is not None and not _is_of_the_verb(time[0], trigger):
        if told is None or occasion(trigger, (told,), "future") is None:
            return False
        if _is_of_planned(time[0]):
            return True
    gone = (published - nearest).days
    return gone < 0 or gone in _WEEK or (heads and gone == 1)


def is_to_come(
    trigger: Token, expressions: Iterable[TimeExpression], published: date | None
) -> bool:
    """Whether the trigger's own phrase tells a time to come: 'after talks with unions *next week*'.

    A weekday or a month, which come round, are none: they may be the last.

    Args:
        trigger: the event's word.
        expressions: the article's time expressions.
        published: the day of publication, or None.
    """
    if published is None or trigger.pos_ not in NOUNS:
        return False
    sentence = trigger.sent
    for told in expressions:
        begins = days_of(told.edtf)[0]
        here = sentence.start_char <= told.start < sentence.end_char
        ahead = begins is not None and begins > published
        if not (here and ahead) or _AHEAD.isdisjoint(told.text.lower().split()):
            continue
        time = trigger.doc.char_span(told.start, told.end, alignment_mode="expand")
        if time is not None:
            root = time.root
            over = root.head.head if root.dep_ == "pobj" else root.head
            if over.i == trigger.i:
                return True
    return False


def is_over(trigger: Token, when: When, published: date | None) -> bool:
    """Whether what the present tells stands under a day gone by: '*July 19:* they meet in Oslo'.

    Args:
        trigger: the event's word.
        when: its time.
        published: the day of publication, or None.
    """
    ends = days_of(when.edtf)[1]
    heads = when.start <= trigger.sent.start_char
    return heads and published is not None and ends is not None and ends < published


def _is_of_planned(time: Token) -> bool:
    """Whether it is of what will be done: '*will sign* on 3 May, when Merz visits Oslo'."""
    return any(helper.lower_ in WILL for helper in auxiliaries(clause_dated(time)))


def _is_of_the_verb(time: Token, trigger: Token) -> bool:
    """Whether the trigger's own verb is told of that time: not 'backs talks due on Friday'."""
    verb = clause_of(trigger)
    between = [a for a in time.ancestors if verb.is_ancestor(a)]
    return clause_dated(time).i == verb.i and all(a.pos_ != "ADJ" for a in between)
