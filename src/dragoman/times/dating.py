"""Which of a sentence's time expressions dates which event."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace
from datetime import date

from spacy.tokens import Doc, Token

from dragoman.analysis.grammar import auxiliaries, clause_of
from dragoman.mention import FUTURE, TAKEN_OFF, Mention, Status, When
from dragoman.times.ahead import is_still_ahead
from dragoman.times.clauses import (
    clause_dated,
    happens,
    is_before_or_after,
    is_foretold,
    is_of_counting,
    told_by,
    way_told,
)
from dragoman.times.coming import coming, way_of_missed
from dragoman.times.counted import counted_for
from dragoman.times.earlier import is_of_what_was_before
from dragoman.times.expression import Direction, TimeExpression, days_read, read
from dragoman.times.finer import finer
from dragoman.times.headings import Heading, headed
from dragoman.times.moving import is_of_taking_off
from dragoman.times.nearness import ELSEWHERE, distance_of
from dragoman.times.occasions import occasion
from dragoman.times.of_things import is_of_another, is_of_thing_beside
from dragoman.times.pictured import pictured_on
from dragoman.times.telling import is_of_telling, is_of_vote

_MERELY_TOLD = frozenset({"planned", "possible"})
_OF_OTHERS = (
    is_of_another,
    is_of_counting,
    is_before_or_after,
    is_of_thing_beside,
    is_of_what_was_before,
)
"""What tells that a time is not of the trigger's thing."""
_AFTERWARDS = frozenset({"later", "subsequently", "eventually"})
_LATE = 14  # days


def direction_of(status: Status, trigger: Token) -> Direction:
    """The way the clause of an event of this status looks; a negated one goes by its auxiliary.

    'Talks due on Friday *did* not take place' looks back, whatever the status.
    """
    verb = clause_of(trigger)
    if happens(verb) and any(helper.lower_ == "did" for helper in auxiliaries(verb)):
        return "past"
    if status == "negated":
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
    previous: Mention | None = None,
    published: date | None = None,
    moved: TimeExpression | None = None,
    headings: Sequence[Heading] = (),
) -> When | None:
    """The time of the event at ``trigger``, or None where none is told.

    Where its sentence tells none, that is the day over it; see `headings`.

    Args:
        trigger: the event's word.
        expressions: the article's time expressions; those outside the sentence are passed over.
        status: the event's status; a planned event's weekday lies ahead.
        reports: indices of words over the trigger that report, demand or judge it: a time told
            of them ('said on Monday') is not the event's.
        previous: the last dated event told before, which 'the next day' is counted from; None
            where there is none.
        published: the day of publication, after which nothing told as done was done.
        moved: the new date of what is moved, which is the event's; see `moved_to`.
        headings: the days that head parts of the article.
    """
    sentence = trigger.sent
    direction = direction_of(status, trigger)
    told = tuple(expressions)
    here = [e for e in told if sentence.start_char <= e.start < sentence.end_char]
    if (known := moved or occasion(trigger, here, direction)) is not None:
        return When(known.text, known.start, known.end, known.edtf, known.basis)
    ranked: list[tuple[int, bool, int, TimeExpression]] = []
    for found in here:
        expression = counted_for(found, trigger, previous, told, direction, published)
        head = _head(trigger.doc, expression)
        if not _may_be_of(trigger, head, expression, status, published):
            continue
        lately = _is_of_late(expression, published)
        distance = distance_of(trigger, head, reports, direction, lately)
        if distance < ELSEWHERE:
            reading = _read(expression, head, trigger, status, here, published)
            if reading.edtf:
                apart = not trigger.is_ancestor(head)
                ranked.append((distance, apart, abs(head.i - trigger.i), reading))
    if ranked:
        best = finer(min(ranked, key=lambda r: r[:3])[3], (r[3] for r in ranked), trigger.doc)
        return When(best.text, best.start, best.end, best.edtf, best.basis)
    over = [heading.day for heading in headings]
    if any(e.edtf and e not in over for e in here):
        return pictured_on(trigger, here)
    if any(child.lower_ in _AFTERWARDS for child in told_by(trigger).children):
        return None  # 'May 3: Soldiers arrest him. A court *later* sentences him'
    return headed(trigger.idx, headings, direction, published)


def _may_be_of(
    trigger: Token, head: Token, expression: TimeExpression, status: Status, published: date | None
) -> bool:
    """Whether it is a time, and no word tells that it is another's than the trigger's thing's."""
    if not (expression.edtf or expression.edtf_future) or _ranks(head, trigger.sent.start):
        return False
    if any(rule(head, trigger) for rule in _OF_OTHERS):
        return False
    return not _is_of_another_time(trigger, head, expression, status, published)


def _read(
    expression: TimeExpression,
    head: Token,
    trigger: Token,
    status: Status,
    here: Sequence[TimeExpression],
    published: date | None,
) -> TimeExpression:
    """The expression as it is read of an event of this status, by its own clause or the event's."""
    told = "past" if is_of_vote(trigger, head) else way_told(trigger, head)
    way = told or direction_of(status, trigger)
    if way == "future" and _has_come(expression, trigger, here, published):
        way = "past"
    way = way_of_missed(way, trigger, head, expression, published)
    if way == "future" and status == "planned":
        expression = coming(expression, head, here, published)
    return _by_then(read(expression, way), head)


def _by_then(reading: TimeExpression, head: Token) -> TimeExpression:
    """The time; of what *had been* done 'as of Sunday', up to then, and not from then on."""
    since = reading.edtf.removesuffix("/..")
    done = any(helper.lemma_ == "have" for helper in auxiliaries(clause_dated(head)))
    if not done or since == reading.edtf or not reading.text.lower().startswith("as of"):
        return reading
    return replace(reading, edtf=f"../{since}")


def _is_of_another_time(
    trigger: Token, head: Token, expression: TimeExpression, status: Status, published: date | None
) -> bool:
    """Whether an event of this status cannot be then: it was told, or taken off, or is to come."""
    if status in _MERELY_TOLD:
        return is_of_telling(trigger, head, expression, published)
    if status in TAKEN_OFF:
        return is_of_taking_off(trigger, head, expression, published)
    past = direction_of(status, trigger) == "past"
    return past and is_still_ahead(trigger, head, expression, published)


def _is_of_late(expression: TimeExpression, published: date | None) -> bool:
    """Whether it is one day of the last weeks, or a weekday where no publication is known."""
    begins, ends = days_read(expression, "past")
    if published is None:
        return expression.basis == "unresolved" and not expression.edtf
    if begins is None or begins != ends:
        return False
    return 0 <= (published - begins).days <= _LATE


def _has_come(
    expression: TimeExpression,
    trigger: Token,
    others: Iterable[TimeExpression],
    published: date | None,
) -> bool:
    """Whether a day to come, as it was told long before the report, has come since.

    'On 8 August he said that he would attack in the middle of August' is of that August.
    """
    begins = days_read(expression, "past")[0]
    if begins is None or published is None or not is_foretold(trigger):
        return False
    ends = (days_read(o, "past")[1] for o in others if o.start < expression.start)
    return any(told is not None and told <= begins for told in ends)


def _ranks(time: Token, start: int) -> bool:
    """Whether the time only bounds a comparison: 'the first visit since 2019'."""
    words = [token.lower_ for token in time.doc[start : time.i + 1]]
    if "since" not in words[-4:]:
        return False
    return any(
        token.tag_ == "JJS" or token.ent_type_ == "ORDINAL" for token in time.doc[start : time.i]
    )


def _head(doc: Doc, expression: TimeExpression) -> Token:
    """The word that the expression hangs by.

    The parse often tears 'on Friday, 13 November 2026, she said' apart: its first word tells whose
    it is.
    """
    span = doc.char_span(expression.start, expression.end, alignment_mode="expand")
    if span is None:
        return doc[0]
    head = span[0]
    while head.head.i != head.i and span.start <= head.head.i < span.end:
        head = head.head
    return head
