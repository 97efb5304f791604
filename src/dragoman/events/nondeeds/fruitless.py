"""Talks that somebody only calls fruitless: 'talks with Chad would be *a waste of time*'.

Nobody holds them. Talks that were held, and came to nothing, stay: 'the talks in Lome proved
useless'.
"""

from __future__ import annotations

from spacy.tokens import Token

from dragoman.analysis.grammar import DEFINITE, ON_NOUN, is_negated, prepositional

_TALKS = frozenset("talk dialogue dialog negotiation meeting discussion summit".split())
_FRUITLESS = frozenset({"useless", "pointless", "futile", "fruitless", "meaningless", "senseless"})


def are_called_fruitless(noun: Token) -> bool:
    """Whether the talks are the subject of such a verdict, and none that were held."""
    talks = noun.lemma_.lower() in _TALKS and noun.dep_ == "nsubj"
    return talks and _is_verdict(noun.head) and not _are_held(noun)


def _is_verdict(verb: Token) -> bool:
    """Whether it is the 'be' of 'would be useless', 'is a waste of time'."""
    if verb.lemma_ != "be" or is_negated(verb) is not None:
        return False
    told = [c for c in verb.rights if c.dep_ in ("acomp", "attr")]
    wasted = (t for t in told if t.lemma_ == "waste" and any(prepositional(t, "of")))
    return any(t.lemma_ in _FRUITLESS for t in told) or any(wasted)


def _are_held(noun: Token) -> bool:
    """Whether they are told as held, or known: 'the talks', "Monday's talks", 'talks held in'."""
    before = (c for c in noun.lefts if c.dep_ == "poss" or c.lower_ in DEFINITE)
    clauses = (c for c in noun.rights if c.dep_ in ON_NOUN)
    return any(before) or any(clauses) or any(c.ent_type_ == "DATE" for c in noun.lefts)
