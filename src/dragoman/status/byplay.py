"""What a denial leaves alone: the deed behind what is denied of it.

'Denied that a ransom was paid for *their release*', 'denied that the *arrest* was political':
nobody denies the release or the arrest.
"""

from __future__ import annotations

from spacy.tokens import Token

from dragoman.analysis.grammar import NOUN_SUBJECTS, PREDICATES
from dragoman.status.clauses import is_known, steps_up
from dragoman.status.negation import FORCE

_REQUITING = frozenset(
    "pay give offer hand transfer receive accept punish reward compensate thank apologise "
    "apologize".split()
)
_RETURNS = frozenset(
    "exchange return retaliation revenge response reprisal reply payment ransom reward".split()
)
_JUDGED = frozenset(
    "motivate link connect aim intend target prompt influence violate breach justify cause kill "
    "hit harm injure wound damage".split()
)
_COMPLEMENTS = frozenset({"acomp", "attr"})
_ABOUT = frozenset({"about", "because", "for", "against"})
_SPOKEN_FOR = frozenset({"because", "since"})


def is_by_the_way(trigger: Token, event: str) -> bool:
    """Whether what is denied over a trigger is something else that only has to do with it.

    Args:
        trigger: the word that reports an event.
        event: the type of the event.
    """
    for node, _ in steps_up(trigger):
        if node.dep_ in ("relcl", "advcl"):
            return False
        if node.pos_ in PREDICATES:
            if node.dep_ in ("ccomp", "xcomp"):
                # Force is denied with its reason: 'denied having shelled the camp in revenge'.
                return event not in FORCE and _has_reason(node)
        elif is_known(node) and _is_beside(node):
            return True
    return False


def _is_beside(noun: Token) -> bool:
    """Whether something was done for a known thing, or is said of it: 'paid for the release'."""
    head = noun.head
    if noun.dep_ == "pobj" and head.lower_ in ("for", "to"):
        over = head.head
        return over.lemma_ in (_REQUITING if over.pos_ == "VERB" else _RETURNS)
    return noun.dep_ in NOUN_SUBJECTS and _is_judged(head)


def _is_judged(verb: Token) -> bool:
    """Whether the clause says what a thing was like or led to: 'was unlawful', 'killed nobody'."""
    if verb.lemma_ != "be":
        return verb.lemma_ in _JUDGED
    return any(
        c.dep_ in _COMPLEMENTS or (c.dep_ == "prep" and c.lower_ in _ABOUT) for c in verb.children
    )


def _has_reason(verb: Token) -> bool:
    """Whether it is told why something was done: 'in retaliation for', 'because of'."""
    for child in verb.children:
        if child.i < verb.i:
            continue
        if child.dep_ in ("prep", "mark") and child.lower_ in _SPOKEN_FOR:
            return True
        reasons = (c for c in child.children if c.dep_ == "pobj" and c.lemma_ in _RETURNS)
        if child.dep_ == "prep" and child.lower_ in ("in", "as") and any(reasons):
            return True
    return False
