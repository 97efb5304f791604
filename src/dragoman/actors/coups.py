"""Who takes over a state by force: 'officers who seized power' are no policemen."""

from __future__ import annotations

from spacy.tokens import Token

from dragoman.analysis.grammar import first_conjunct

_OVERTHROWING = frozenset({"overthrow", "topple", "oust", "depose", "unseat"})
_TAKING = frozenset({"seize", "take", "grab", "usurp"})
_MAKING = frozenset({"stage", "mount", "lead", "launch", "attempt", "plot", "carry", "plan"})
_COUPS = frozenset({"coup", "putsch", "mutiny", "junta"})

_MILITARY = frozenset(
    {"army", "military", "soldiers", "troops", "junta", "putsch", "mutiny", "barracks", "generals",
     "general", "regiment", "navy", "colonel", "colonels", "paratroopers"}
)  # fmt: skip
# Whose people are called officers too.
_POLICING = frozenset(
    {"police", "policeman", "policemen", "policewoman", "cop", "cops", "constable", "sheriff",
     "prison", "jail", "customs", "immigration", "gendarmes", "gendarmerie", "detectives", "guards",
     "deputies", "agents", "patrol", "patrolman", "probation", "homicide"}
)  # fmt: skip


def seizes_power(head: Token) -> bool:
    """Whether who is named by the phrase of the head takes over a state, or tries to."""
    first = first_conjunct(head)
    if any(c.dep_ == "relcl" and _is_takeover(c) for c in head.rights):
        return True
    if first.dep_ == "nsubj":
        return _is_takeover(first.head)
    if first.dep_ != "pobj" or first.head.lower_ != "by":
        return False
    deed = first.head.head
    return deed.lemma_.lower() in _OVERTHROWING | _COUPS or (
        deed.lemma_ in _MAKING and deed.head.lemma_.lower() in _COUPS
    )


def are_soldiers(officer: Token) -> bool:
    """Whether the text tells of armies and coups, and of no police whose the officer may be."""
    told = {token.lower_ for token in officer.doc}
    return not _MILITARY.isdisjoint(told) and _POLICING.isdisjoint(told)


def overthrown(head: Token) -> tuple[Token, ...]:
    """The heads of what who is named by the phrase of the head topples: 'who deposed *Bio*'."""
    first = first_conjunct(head)
    verbs = [c for c in head.rights if c.dep_ == "relcl"]
    verbs += [first.head] if first.dep_ == "nsubj" else []
    toppling = (v for v in verbs if v.lemma_ in _OVERTHROWING)
    return tuple(c for v in toppling for c in v.rights if c.dep_ == "dobj")


def _is_takeover(verb: Token) -> bool:
    done = {c.lemma_.lower() for c in verb.rights if c.dep_ == "dobj"}
    if verb.lemma_ in _OVERTHROWING:
        return bool(done)
    return (verb.lemma_ in _TAKING and "power" in done) or (
        verb.lemma_ in _MAKING and not _COUPS.isdisjoint(done)
    )
