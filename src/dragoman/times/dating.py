"""Which of a sentence's time expressions dates which event."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import date

from spacy.tokens import Doc, Token

from dragoman.analysis.grammar import PREDICATES, auxiliaries, clause_of
from dragoman.mention import FUTURE, TAKEN_OFF, Mention, Status, When
from dragoman.times.ahead import is_still_ahead
from dragoman.times.clauses import (
    clause_dated,
    happens,
    is_before_or_after,
    is_foretold,
    is_in_side_clause,
    is_of_counting,
    takes_place,
    tells_when,
    told_by,
    way_told,
)
from dragoman.times.coming import coming, way_of_missed
from dragoman.times.counted import LINKS, counted_for
from dragoman.times.earlier import is_of_what_was_before
from dragoman.times.expression import Direction, TimeExpression, days_read, read
from dragoman.times.finer import finer
from dragoman.times.headings import Heading, headed
from dragoman.times.joined import (
    at_once,
    follows_up,
    is_means,
    is_outcome,
    is_parted_until,
    is_seen,
    joined_to,
    trails,
)
from dragoman.times.moving import is_of_taking_off
from dragoman.times.occasions import occasion
from dragoman.times.of_things import is_of_another, is_of_thing_beside
from dragoman.times.pictured import pictured_on
from dragoman.times.telling import is_of_telling, is_of_vote

_MERELY_TOLD = frozenset({"planned", "possible"})
_CLAUSES = frozenset({"relcl", "advcl", "ccomp", "pcomp", "acl"})
_WITHIN, _MAKING = frozenset({"in", "during"}), frozenset({"let", "make", "have"})
_BARE = frozenset({"VB", "VBP"})
_OF_OTHERS = (
    is_of_another,
    is_of_counting,
    is_before_or_after,
    is_of_thing_beside,
    is_of_what_was_before,
)
"""What tells that a time is not of the trigger's thing."""
_LATE = 14  # days
_TOLD_OF_IT, _SAME_CLAUSE, _GOVERNED, _SHARED, _ELSEWHERE = -1, 0, 1, 3, 4


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
    ranked: list[tuple[int, int, TimeExpression]] = []
    for found in here:
        expression = counted_for(found, trigger, previous, told, direction, published)
        if not (expression.edtf or expression.edtf_future):
            continue
        head = _head(trigger.doc, expression)
        if _ranks(head, sentence.start) or any(rule(head, trigger) for rule in _OF_OTHERS):
            continue
        if _is_of_another_time(trigger, head, expression, status, published):
            continue
        lately = _is_of_late(expression, published)
        distance = _distance(trigger, head, reports, direction, lately)
        if distance < _ELSEWHERE:
            way = _way(trigger, head) or direction
            if way == "future" and _has_come(expression, trigger, here, published):
                way = "past"
            way = way_of_missed(way, trigger, head, expression, published)
            if way == "future" and status == "planned":
                expression = coming(expression, head, here, published)
            if (reading := read(expression, way)).edtf:
                ranked.append((distance, abs(head.i - trigger.i), reading))
    if not ranked:
        over = [heading.day for heading in headings]
        if any(e.edtf and e not in over for e in here):
            return pictured_on(trigger, here)
        return headed(trigger.idx, headings, direction, published)
    best = finer(min(ranked, key=lambda r: r[:2])[2], (r[2] for r in ranked), trigger.doc)
    return When(best.text, best.start, best.end, best.edtf, best.basis)


def _way(trigger: Token, head: Token) -> Direction | None:
    """The way that a time looks by its own clause; None where that tells none."""
    return "past" if is_of_vote(trigger, head) else way_told(trigger, head)


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


def _distance(
    trigger: Token, time: Token, reports: frozenset[int], direction: Direction, lately: bool
) -> int:
    """How far in the parse a time stands from a trigger; ``_ELSEWHERE`` if it is another's.

    A day of ``lately`` is also that of the next deed: 'raided it *on Sunday* and took him away'. Of
    'paid in May and dropped the charges' that is not said.
    """
    clause = clause_dated(time)
    own = told_by(trigger)
    if takes_place(time, clause, trigger):
        return _TOLD_OF_IT
    here = trigger.is_ancestor(time) and clause.i in (own.i, trigger.i)
    if here or _counts_from(time, trigger):
        return _SAME_CLAUSE
    if clause.i in reports and clause.i != trigger.i:
        return _SHARED if _is_at_once(time, clause, trigger, reports) else _ELSEWHERE
    if clause.i == own.i or _is_made_to(clause, own) or tells_when(clause, trigger, direction):
        return _SAME_CLAUSE
    if _is_misread(time, trigger, clause, own):
        return _GOVERNED
    if _is_at_once(time, clause, trigger, reports):
        return _SHARED
    if clause.is_ancestor(trigger):
        between = [a for a in trigger.ancestors if clause.is_ancestor(a)]
        if any(_starts_clause(a) for a in [own, *between]):
            return _ELSEWHERE
        if time.i > clause.i and any(a.dep_ == "conj" for a in [own, *between]):
            return _SHARED if lately and follows_up(own, clause) else _ELSEWHERE
        return _GOVERNED
    if _is_of_both(time, clause, own):
        return _SHARED
    if trigger.is_ancestor(time):
        return _ELSEWHERE if is_in_side_clause(clause, trigger) else _GOVERNED
    return _ELSEWHERE


def _is_of_both(time: Token, clause: Token, verb: Token) -> bool:
    """Whether a time told of a later verb is an earlier one's, too."""
    if is_outcome(clause, verb):
        return True
    both = joined_to(clause, verb) or trails(time, clause, verb)
    return both and not is_parted_until(time, clause)


def _counts_from(time: Token, trigger: Token) -> bool:
    """Whether it is counted from the trigger's thing: 'two years *after* his arrest'."""
    return time.lower_ in LINKS and trigger.dep_ == "pobj" and trigger.head.i == time.i


def _is_at_once(time: Token, clause: Token, trigger: Token, reports: frozenset[int]) -> bool:
    """Whether the time is of what went on when the trigger's thing did, which nobody only tells."""
    own = told_by(trigger)
    told = own.i in reports and own.i != trigger.i
    at_once_told = at_once(time, clause, trigger, own) or is_seen(clause, own)
    return not told and (at_once_told or is_means(clause, own))


def _starts_clause(word: Token) -> bool:
    """Whether a clause with a time of its own begins at the word.

    What somebody was hurt in ('wounded in shelling') was when he was; what he was arrested for,
    before.
    """
    if word.dep_ == "pcomp" and word.head.lower_ in _WITHIN:
        return False
    return word.dep_ in _CLAUSES and word.tag_ != "VB"


def _is_made_to(clause: Token, verb: Token) -> bool:
    """Whether the clause tells what the verb makes somebody do: '*let* the hostages *go*'."""
    made = verb.lemma_ in _MAKING and clause.tag_ in _BARE and clause.dep_ in ("ccomp", "xcomp")
    return made and clause.head.i == verb.i


def _is_misread(time: Token, trigger: Token, clause: Token, verb: Token) -> bool:
    """Whether the parse, plainly wrong, hides that a time in front is the trigger's.

    'On Thursday shelling killed' is taken for shelling on a day, 'On 17 May armed men looted' for
    a clause around the adjective.
    """
    if time.i > trigger.i:
        return False
    joined = trigger.dep_ == "pcomp" and trigger.head.i == time.head.i
    return joined or (clause.pos_ not in PREDICATES and verb.head.i == clause.i != verb.i)
