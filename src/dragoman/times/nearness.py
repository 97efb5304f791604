"""How far in the parse a time stands from an event, and whether it is another's."""

from __future__ import annotations

from spacy.tokens import Token

from dragoman.analysis.grammar import PREDICATES
from dragoman.times.clauses import (
    PUNISHING,
    clause_dated,
    is_in_side_clause,
    takes_place,
    tells_when,
    told_by,
)
from dragoman.times.counted import LINKS
from dragoman.times.expression import Direction
from dragoman.times.joined import (
    ENTERING,
    at_once,
    follows_up,
    is_means,
    is_outcome,
    is_parted_until,
    is_seen,
    joined_to,
    trails,
)
from dragoman.times.of_things import is_judged_now
from dragoman.times.spoken import is_of_words

_CLAUSES = frozenset({"relcl", "advcl", "ccomp", "pcomp", "acl"})
_WITHIN, _MAKING = frozenset({"in", "during"}), frozenset({"let", "make", "have"})
_BARE = frozenset({"VB", "VBP"})
_TOLD_OF_IT, _SAME_CLAUSE, _GOVERNED, _SHARED, ELSEWHERE = -1, 0, 1, 3, 4


def distance_of(
    trigger: Token, time: Token, reports: frozenset[int], direction: Direction, lately: bool
) -> int:
    """How far in the parse a time stands from a trigger; `ELSEWHERE` if it is another's.

    A day of ``lately`` is also that of the next deed: 'raided it *on Sunday* and took him away'. Of
    'paid in May and dropped the charges' that is not said.
    """
    clause = clause_dated(time)
    own = told_by(trigger)
    if takes_place(time, clause, trigger) or is_of_words(clause, trigger, own):
        return _TOLD_OF_IT
    here = trigger.is_ancestor(time) and clause.i in (own.i, trigger.i)
    judged = trigger.dep_ == "dobj" and trigger.head.i == clause.i and is_judged_now(time, clause)
    if here or judged or _counts_from(time, trigger) or _stands_in_phrase(time, trigger):
        return _SAME_CLAUSE
    if _is_report_of(clause, trigger, reports):
        return _SHARED if _is_at_once(time, clause, trigger, reports) else ELSEWHERE
    if clause.i == own.i or _is_made_to(clause, own) or tells_when(clause, trigger, direction):
        return _SAME_CLAUSE
    if _is_misread(time, trigger, clause, own) or _is_stressed(clause, own):
        return _GOVERNED
    if _is_at_once(time, clause, trigger, reports):
        return _SHARED
    if clause.is_ancestor(trigger):
        between = [a for a in trigger.ancestors if clause.is_ancestor(a)]
        if any(_starts_clause(a) for a in [own, *between]):
            return ELSEWHERE
        if time.i > clause.i and any(a.dep_ == "conj" for a in [own, *between]):
            at_once_done = lately or clause.lemma_ in ENTERING
            return _SHARED if at_once_done and follows_up(own, clause) else ELSEWHERE
        return _GOVERNED
    if _is_of_both(time, clause, own) and (own.i == trigger.i or own.i not in reports):
        return _SHARED
    if trigger.is_ancestor(time):
        aside = (not lately and _is_charge(clause, trigger)) or is_in_side_clause(clause, trigger)
        return ELSEWHERE if aside else _GOVERNED
    return ELSEWHERE


def _is_of_both(time: Token, clause: Token, verb: Token) -> bool:
    """Whether a time told of a later verb is an earlier one's, too."""
    if is_outcome(clause, verb):
        return True
    both = joined_to(clause, verb) or trails(time, clause, verb)
    return both and not is_parted_until(time, clause)


def _is_report_of(clause: Token, trigger: Token, reports: frozenset[int]) -> bool:
    """Whether it only tells of what the trigger tells: '*condemned* on Monday the raid'.

    Whoever spoke may go on to do it ('accused Peru on Monday and *summoned* its envoy'); what such
    a second verb only speaks of is not of that day.
    """
    if clause.i not in reports or clause.i == trigger.i:
        return False
    own = told_by(trigger)
    does = own.i == trigger.i or own.i not in reports
    beside = clause.i == own.i + 2 and joined_to(clause, own)  # 'arrested and charged in May'
    return not (does and (follows_up(own, clause) or beside))


def _stands_in_phrase(time: Token, trigger: Token) -> bool:
    """Whether it stands between a deed's noun and whom it struck: 'the killing *in May* of two'."""
    doc, first = trigger.doc, time.left_edge.i
    start = first - 1 if time.dep_ == "pobj" and time.head.i == first - 1 else first
    if trigger.pos_ != "NOUN" or start != trigger.i + 1:
        return False
    last = max((c.i for c in time.rights if c.dep_ == "nummod"), default=time.i)
    return last + 1 < len(doc) and doc[last + 1].lower_ == "of"


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


def _is_charge(clause: Token, trigger: Token) -> bool:
    """Whether it tells what one is charged with, which was before: 'accused of *killing* two'."""
    charged = trigger.lemma_ in PUNISHING or trigger.lemma_ == "accuse"
    return charged and clause.dep_ == "pcomp" and clause.head.lower_ in ("of", "with", "for")


def _is_stressed(clause: Token, verb: Token) -> bool:
    """Whether the clause only stresses who did it: 'on Monday *it was* the army that fired'."""
    who = verb.head
    stressed = verb.dep_ == "relcl" and who.dep_ == "attr" and who.head.i == clause.i
    return stressed and any(c.dep_ == "nsubj" and c.lower_ == "it" for c in clause.lefts)


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
