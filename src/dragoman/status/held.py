"""What becomes of a thing that was to be held: it was not, or will not be.

'The talks did *not* take place', 'the visit, due on Friday, will *not* go ahead'. A plan told
beside the noun ('due', 'planned for') is what is undone. A 'not' that bears on less than the thing
('not until May', 'not in Geneva but in Cairo') undoes none.
"""

from __future__ import annotations

from collections.abc import Iterator

from spacy.tokens import Token

from dragoman.analysis.grammar import NOUN_SUBJECTS, WILL, WOULD, auxiliaries, is_negated
from dragoman.mention import STATUSES, TAKEN_OFF, Status
from dragoman.status.cues import CueTables
from dragoman.status.evidence import Evidence
from dragoman.status.negation import is_narrowed

_HAPPENING = frozenset({"happen", "occur", "materialise", "materialize"})
_HELD = frozenset({"hold", "convene"})
_PAST = frozenset({"did", "was", "were", "has", "have", "had"})
_AHEAD = WILL | WOULD
_RELATIVES = frozenset({"which", "that"})
_ONLY_IF = frozenset("until till unless before if while without but only as so except".split())
_CONDITIONS = frozenset({"if", "unless", "whether", "until", "before"})
_PLACED = frozenset({"in", "at", "on", "under", "during", "this", "next"})


def fate_of(noun: Token, tables: CueTables, evidence: Evidence) -> Status | None:
    """The status of a thing that is told not to be held; else None.

    Args:
        noun: the word for it: 'talks', 'visit'.
        tables: the words that tell a status.
        evidence: where the words are noted that do.
    """
    beside = (tables.word(word, "A") for word in noun.subtree)
    planned = any(word is not None and word.status == "planned" for word in beside)
    while noun.dep_ == "pobj" and noun.head.lower_ == "of" and noun.head.head.pos_ == "NOUN":
        noun = noun.head.head  # 'a round of talks'
    for verb in _verbs_of(noun):
        negation = is_negated(verb)
        if negation is None or is_narrowed(verb):
            continue
        if _looks_back(verb):
            evidence.excluded |= frozenset(STATUSES) - {"negated"}
            return evidence.status(negation, "negated", "held or not")
        if _looks_ahead(verb) and not _is_under_condition(verb):
            dropped = planned or verb.lemma_ == "go"
            if not dropped and _is_limited(verb):
                continue
            kept: frozenset[Status] = TAKEN_OFF if dropped else TAKEN_OFF | {"negated"}
            evidence.excluded |= frozenset(STATUSES) - kept
            return evidence.status(negation, "cancelled", "held or not")
    return None


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
    opens = any(c.dep_ == "mark" and c.lower_ in _CONDITIONS for c in verb.lefts)
    return opens or bool(_ONLY_IF.intersection(told))


def _is_limited(verb: Token) -> bool:
    """Whether a place or time behind the verb may be all that is denied: 'not held in Geneva'."""
    return any(c.i > verb.i and c.lower_ in _PLACED for c in verb.children)
