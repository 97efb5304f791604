"""What was plainly not done: by a 'not' on the deed's own verb, to nobody, by nobody.

Here the words are beyond doubt and outweigh a typer that is sure of the contrary. A 'not' that
bears on less than the deed ('not only', 'not until May', 'not to provoke anybody') is no such one,
nor is that of a verb whose refusal is the deed: 'did not let aid in'.
"""

from __future__ import annotations

from spacy.tokens import Token

from dragoman.analysis.grammar import conjuncts, is_negated, names_none

# Types of deeds; of the spoken ones a 'not' makes others: 'does not accept', 'did not condemn'.
_DEEDS = frozenset("ASSAULT MOBILIZE COERCE SANCTION CONSULT COOPERATE AID RETREAT".split())
FORCE = frozenset({"ASSAULT", "MOBILIZE"})
# Not to do this is a deed of the other kind: not to let in, not to attack.
_TURNING = frozenset(
    "allow let permit admit renew extend issue grant free release return pay supply accept "
    "recognise recognize attend attack fire shell prosecute oppose seek cut stop".split()
)
_NARROWING = frozenset(
    "only just merely simply solely alone until till because unless since".split()
)
_ADDING = frozenset({"only", "just", "merely", "simply", "solely"})
_NEARLY = frozenset({"nearly", "almost", "narrowly"})


def is_plainly_negated(verb: Token, event: str) -> bool:
    """Whether the 'not' on a verb says that its deed, of type ``event``, was not done."""
    negation = is_negated(verb)
    if negation is None or negation.dep_ != "neg" or event not in _DEEDS:
        return False
    if event not in FORCE and verb.lemma_ in _TURNING:
        return False
    return not is_narrowed(verb)


def undone(verb: Token, event: str) -> Token | None:
    """The words that tell that a verb was done to nobody, or not quite, or None."""
    return _done_to_nobody(verb, event) or _all_but_done(verb)


def _done_to_nobody(verb: Token, event: str) -> Token | None:
    """The phrase that tells that a verb was done to or by nobody, or None.

    'Arrested no one', 'none of the jets bombed it'; who does not accept refuses.
    """
    labels = ("dobj", "nsubjpass") if event == "REJECT" else ("dobj", "nsubjpass", "nsubj")
    for label in labels:
        own = (c for c in verb.children if c.dep_ == label)
        told = [other for thing in own for other in conjuncts(thing)]
        if told and all(map(names_none, told)):
            return told[0]
    return None


def says_more(verb: Token) -> bool:
    """Whether its 'not' says that there is more: 'did *not only* expel them but closed a road'."""
    return any(
        word.lower_ in ("not", "n't", "n’t") and word.nbor().lower_ in _ADDING
        for word in verb.lefts
    )


def _all_but_done(verb: Token) -> Token | None:
    """The 'nearly' right before a verb: 'nearly shot down a jet'; not 'killed nearly 20'."""
    before = verb.i - 1
    if before < verb.sent.start or verb.doc[before].lower_ not in _NEARLY:
        return None
    nearly = verb.doc[before]
    return nearly if nearly.head == verb and verb.tag_ in ("VBD", "VBN") else None


def is_narrowed(verb: Token) -> bool:
    """Whether a 'not' on the verb bears on less than its deed."""
    if any(c.dep_ == "advcl" and c.tag_ == "VB" for c in verb.children):
        return True  # 'did not test it to provoke anybody'
    for word in verb.subtree:
        if word.lower_ in _NARROWING and word.i > verb.left_edge.i:
            return True
        if word.lower_ == "but" and word.dep_ == "cc" and word.head.i != verb.i:
            return True  # 'did not arrest the mayor but his aide'
    return False
