"""What tells of anybody: 'an adult *found* guilty of it could be jailed'."""

from __future__ import annotations

from spacy.tokens import Token

from dragoman.analysis.grammar import ALL_SUBJECTS, auxiliaries
from dragoman.events.nondeeds.words import is_a

_MODAL = frozenset("can could may might shall would will must".split())


def is_of_anybody(verb: Token) -> bool:
    """Whether it tells what anybody might do or undergo: 'found guilty of *hitting* a guard'."""
    return verb.pos_ == "VERB" and any(map(_is_misread_rule, (verb, *verb.ancestors)))


def _is_misread_rule(verb: Token) -> bool:
    """Whether a participle on anybody is taken for the main verb: 'an adult *found* guilty could'.

    What is left of the main clause then has no subject.
    """
    if not any(c.dep_ == "nsubj" and _is_indefinite(c) for c in verb.lefts):
        return False
    clauses = (c for c in verb.rights if c.dep_ == "ccomp")
    rest = (c for c in clauses if not any(s.dep_ in ALL_SUBJECTS for s in c.lefts))
    return any(_MODAL & {h.lower_ for h in auxiliaries(c)} for c in rest)


def _is_indefinite(who: Token) -> bool:
    """'A person', 'those', 'an adult'."""
    one = any(c.lower_ in ("a", "an", "any") for c in who.lefts)
    return who.lower_ == "those" or (one and is_a(who, "somebody"))
