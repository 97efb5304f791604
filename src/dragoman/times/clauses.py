"""What a clause says of the times in it: whose they are, and whether they lie ahead."""

from __future__ import annotations

from datetime import date

from spacy.tokens import Token

from dragoman.analysis.grammar import PASSIVE_SUBJECTS, SUBJECTS, auxiliaries, clause_of
from dragoman.times.expression import Direction, TimeExpression, read
from dragoman.times.intervals import days_of

_SUBJECTS = SUBJECTS | PASSIVE_SUBJECTS
_SCHEDULING = frozenset("schedule plan set slate due expect book".split())
_HAPPENING = frozenset("begin start open happen occur hold stage launch carry conduct".split())
_APPOINTING = _SCHEDULING - {"plan"}
_APPOINTED = frozenset({"for", "from", "until", "by"})
_SUBORDINATE = frozenset({"relcl", "acl", "ccomp", "advcl", "conj"})
_PAST_HELPERS = frozenset({"can", "could", "ca", "have"})


def hangs_below(token: Token, trigger: Token) -> bool:
    """Whether the token stands below the trigger in the parse."""
    return any(ancestor.i == trigger.i for ancestor in token.ancestors)


def clause_dated(time: Token) -> Token:
    """The verb of the clause that the time is told of.

    In 'said on Thursday they had fled' it is the saying, which the parse often misses: what stands
    between a verb and the subject of the clause that it governs is the verb's.
    """
    clause = clause_of(time)
    verb = clause.head
    if clause.dep_ != "ccomp" or not verb.i < time.i < clause.i:
        return clause
    between = clause.doc[verb.i + 1 : time.i]
    opened = any(t.is_punct or t.dep_ == "mark" or t.dep_ in _SUBJECTS for t in between)
    subject = any(c.dep_ in _SUBJECTS and c.i > time.i for c in clause.children)
    return verb if subject and not opened else clause


def tells_when(clause: Token, trigger: Token, direction: Direction) -> bool:
    """Whether it says when the trigger's thing is: 'a trip *scheduled* for', 'that was to *begin*'.

    What was done before a thing ('met ahead of talks scheduled for Thursday') is not dated by it.
    """
    side, lemmas = _side_clause(clause)
    if side is None or not trigger.is_ancestor(side):
        return False
    if clause.lemma_ in _HAPPENING and side.head.i == trigger.i:
        return True
    done = trigger.pos_ == "VERB" and direction == "past"
    return bool(lemmas & _SCHEDULING) and not done


def _side_clause(clause: Token) -> tuple[Token | None, set[str]]:
    """The clause on a noun whose verb governs the one given, and the verbs from there down."""
    side, lemmas = clause, {clause.lemma_}
    while side.dep_ in ("xcomp", "acomp"):
        side = side.head
        lemmas.add(side.lemma_)
    return (side if side.dep_ in ("acl", "relcl") else None), lemmas


def way_told(trigger: Token, time: Token) -> Direction | None:
    """The way that a clause on the trigger looks: 'a strike that *was to begin*' looks ahead."""
    clause = clause_of(time)
    side, _ = _side_clause(clause)
    if side is None or side.head.i != trigger.i or clause.lemma_ not in _HAPPENING:
        return None
    if clause.tag_ == "VBD":
        return "past"
    return "future" if clause.tag_ == "VB" else None


def is_in_side_clause(clause: Token, trigger: Token) -> bool:
    """Whether a clause below the trigger tells of something else: 'met and agreed to *return*'."""
    while clause.i != trigger.i and clause.head.i != clause.i:
        if clause.dep_ in _SUBORDINATE and clause.pos_ in ("VERB", "AUX"):
            return True
        clause = clause.head
    return False


def is_still_ahead(
    trigger: Token, time: Token, expression: TimeExpression, published: date | None
) -> bool:
    """Whether the time hangs on what another verb says will be, so that it dates no past deed.

    'Held talks and *will meet* on 3 May'; 'agreed *to meet* on 3 May', where that is to come.
    """
    clause = clause_dated(time)
    if clause.i == trigger.i or _hangs_on(time, trigger, clause):
        return False
    helpers = auxiliaries(clause)
    modal = any(helper.tag_ == "MD" for helper in helpers)
    if modal and not any(helper.lower_ in _PAST_HELPERS for helper in helpers):
        return True
    begins = days_of(expression.edtf)[0]
    return clause.tag_ == "VB" and bool(published and begins and begins > published)


def is_of_telling(
    trigger: Token, time: Token, expression: TimeExpression, published: date | None
) -> bool:
    """Whether it is when a thing to come was told of: 'had announced the strike *last week*'.

    That is so of what stands before the thing told, and of what lies in the past.
    """
    verb = clause_of(trigger)
    if verb.i == trigger.i or verb.tag_ not in ("VBD", "VBN") or verb.lemma_ in _APPOINTING:
        return False
    if clause_dated(time).i != verb.i or _hangs_on(time, trigger, verb):
        return False
    told = next(t for t in (trigger, *trigger.ancestors) if t.head.i == verb.i)
    if told.dep_ not in ("dobj", "nsubjpass") or {time.lower_, time.head.lower_} & _APPOINTED:
        return False
    ends = days_of(read(expression, "future").edtf)[1]
    return time.i < trigger.i or bool(published and ends and ends < published)


def _hangs_on(time: Token, trigger: Token, clause: Token) -> bool:
    """Whether the time belongs to the trigger's own phrase, below the verb of the clause."""
    return hangs_below(time, trigger) and clause.is_ancestor(trigger)
