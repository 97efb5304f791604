"""What becomes of a thing that was to be held: it was not, will not be, or is on again.

'The talks did *not* take place', 'the visit, due on Friday, will *not* go ahead'. A plan told
beside the noun ('due', 'planned for') is what is undone. A 'not' that bears on less than the thing
('not until May', 'not in Geneva but in Cairo') undoes none. 'Talks *back on*' are planned anew.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from spacy.tokens import Token

from dragoman.analysis.grammar import (
    NOUN_SUBJECTS,
    PREDICATES,
    WILL,
    WOULD,
    auxiliaries,
    is_negated,
    word_before,
)
from dragoman.mention import STATUSES, TAKEN_OFF, Status
from dragoman.status.cues import CueTables
from dragoman.status.evidence import Evidence
from dragoman.status.negation import is_narrowed
from dragoman.status.resizing import resized

_HAPPENING = frozenset({"happen", "occur", "materialise", "materialize"})
_HELD = frozenset({"hold", "convene"})
_PAST = frozenset({"did", "was", "were", "has", "have", "had"})
_AHEAD = WILL | WOULD
_RELATIVES = frozenset({"which", "that"})
_ONLY_IF = frozenset("until till unless before if while without but only as so except".split())
_STAYING = frozenset({"stay", "remain", "continue"})
_IN_FORCE = frozenset({"in force", "in place", "in effect"})
_LASTING = frozenset({"COERCE", "SANCTION", "RETREAT", "CONCEDE"})
_CONDITIONS = frozenset({"if", "unless", "whether", "until", "before"})
_AFTER_BACK_ON = frozenset("for after as in at despite following with".split())
_ARRANGED = frozenset({"CONSULT", "COOPERATE", "PROTEST"})
_PLACED = frozenset({"in", "at", "on", "under", "during", "this", "next"})


@dataclass(frozen=True, slots=True)
class _Fate:
    """What a clause says of a thing to be held.

    Attributes:
        word: the word that says so.
        status: ``negated`` of what did not take place, ``cancelled`` of what will not, ``planned``
            of what is on again.
        ruled_out: the statuses that it cannot have.
    """

    word: Token
    status: Status
    ruled_out: frozenset[Status]


def fate_of(noun: Token, event: str, tables: CueTables, evidence: Evidence) -> Status | None:
    """The status of a thing that is told not to be held, to be on again or resized; else None.

    Args:
        noun: the word for it: 'talks', 'visit'.
        event: its type.
        tables: the words that tell a status.
        evidence: where the words are noted that do.
    """
    beside = (tables.word(word, "A") for word in noun.subtree)
    planned = any(word is not None and word.status == "planned" for word in beside)
    fate = _not_held(noun, planned=planned) or _back_on(noun, event)
    fate = fate or _goes_ahead(noun) or _stays(noun, event)
    if fate is not None:
        evidence.excluded |= fate.ruled_out
        return evidence.status(fate.word, fate.status, "held or not")
    if (new := resized(noun, event, tables)) is not None:
        evidence.excluded |= {"postponed", "cancelled", "negated"}
        return evidence.status(*new, "made longer or shorter")
    return None


def _not_held(noun: Token, *, planned: bool) -> _Fate | None:
    """What its clause says of a thing that is not held, or None.

    Args:
        noun: the word for it.
        planned: whether the words beside it tell that it was planned.
    """
    while noun.dep_ == "pobj" and noun.head.lower_ == "of" and noun.head.head.pos_ == "NOUN":
        noun = noun.head.head  # 'a round of talks'
    for verb in _verbs_of(noun):
        negation = is_negated(verb) or _no_longer(verb)
        if negation is None or is_narrowed(verb):
            continue
        if _looks_back(verb):
            return _Fate(negation, "negated", frozenset(STATUSES) - {"negated"})
        if _looks_ahead(verb) and not _is_under_condition(verb):
            dropped = planned or verb.lemma_ == "go" or _no_longer(verb) is not None
            if not dropped and _is_limited(verb):
                continue
            kept: frozenset[Status] = frozenset({"cancelled", "postponed"})
            kept |= frozenset[Status]() if dropped else {"negated"}
            return _Fate(negation, "cancelled", frozenset(STATUSES) - kept)
    return None


def _back_on(noun: Token, event: str) -> _Fate | None:
    """What 'back on', said of a thing of type ``event`` alone, tells of it, or None.

    A headline may lack the verb: 'Peace talks back on'. 'Back on track', 'put back on Friday' and
    'looks back on a summit' tell no such thing.
    """
    be = noun.head if noun.dep_ in NOUN_SUBJECTS and noun.head.lemma_ == "be" else None
    over = noun if be is None and noun.dep_ == "ROOT" else be
    if over is None or event not in _ARRANGED:
        return None
    for word in noun.sent[noun.i - noun.sent.start + 1 : -1]:
        if word.lower_ != "back" or word.nbor().lower_ != "on" or not over.is_ancestor(word):
            continue
        told = noun.doc[noun.right_edge.i + 1 : word.i] if be else noun.doc[noun.i + 1 : word.i]
        after = noun.doc[word.i + 2 : noun.sent.end]
        alone = len(after) == 0 or after[0].is_punct or after[0].lower_ in _AFTER_BACK_ON
        if alone and all(t.lemma_ == "be" or t.pos_ not in PREDICATES for t in told):
            return _Fate(word, "planned", frozenset(STATUSES) - {"planned"})
    return None


def _goes_ahead(noun: Token) -> _Fate | None:
    """What is told to go ahead, whatever is put off beside it: 'his trip *is going ahead*'."""
    going = (verb for verb in _verbs_of(noun) if verb.lemma_ == "go" and _looks_ahead(verb))
    verb = next(going, None)
    if verb is None or is_negated(verb) is not None or _opens_condition(verb):
        return None
    return _Fate(verb, "planned", TAKEN_OFF)


def _stays(noun: Token, event: str) -> _Fate | None:
    """What is told to last goes on now: 'the curfew *will stay in force* until Monday'."""
    verb = noun.head
    if noun.dep_ not in NOUN_SUBJECTS or verb.lemma_ not in _STAYING or event not in _LASTING:
        return None
    after = " ".join(word.lower_ for word in verb.doc[verb.i + 1 : verb.i + 3])
    ahead = {helper.lower_ for helper in auxiliaries(verb)} & WILL
    if after not in _IN_FORCE or not ahead or is_negated(verb) is not None:
        return None
    return _Fate(verb, "ongoing", frozenset({"planned", *TAKEN_OFF}))


def _verbs_of(noun: Token) -> Iterator[Token]:
    """The verbs that say of a thing that it is held: its own, and that of 'which will not be'."""
    clauses = [noun.head] if noun.dep_ in NOUN_SUBJECTS else []
    for clause in noun.rights:
        opening = (c.lower_ for c in clause.lefts if c.dep_ in NOUN_SUBJECTS)
        if clause.dep_ == "relcl" and _RELATIVES.intersection(opening):
            clauses.append(clause)
    for verb in clauses:
        after = {c.lower_ for c in verb.rights}
        coming = verb.lemma_ == "take" and "place" in after
        going = verb.lemma_ == "go" and ("ahead" in after or "forward" in after)
        held = verb.lemma_ in _HELD and any(c.dep_ == "auxpass" for c in verb.lefts)
        if coming or going or held or verb.lemma_ in _HAPPENING:
            yield verb


def _no_longer(verb: Token) -> Token | None:
    """The 'longer' of 'will no longer take place', or None."""
    told = (c for c in verb.lefts if c.lower_ == "longer" and word_before(c) == "no")
    return next(told, None)


def _looks_back(verb: Token) -> bool:
    helpers = {helper.lower_ for helper in auxiliaries(verb)}
    going_on = verb.tag_ == "VBG"  # 'said that it was not going ahead'
    return (verb.tag_ == "VBD" or bool(helpers & _PAST)) and not going_on


def _looks_ahead(verb: Token) -> bool:
    helpers = {helper.lower_ for helper in auxiliaries(verb)}
    return bool(helpers & _AHEAD) or (verb.tag_ == "VBG" and bool(helpers))


def _is_under_condition(verb: Token) -> bool:
    """'*If* the talks will not go ahead', 'will not be held *unless*', 'not as planned'."""
    told = (word.lower_ for word in verb.subtree if word.i > verb.i)
    return _opens_condition(verb) or bool(_ONLY_IF.intersection(told))


def _opens_condition(verb: Token) -> bool:
    return any(c.dep_ == "mark" and c.lower_ in _CONDITIONS for c in verb.lefts)


def _is_limited(verb: Token) -> bool:
    """Whether a place or time behind the verb may be all that is denied: 'not held in Geneva'."""
    return any(c.i > verb.i and c.lower_ in _PLACED for c in verb.children)
