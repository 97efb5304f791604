"""Verbs: their voice, their helpers and particles, and which verb a word hangs on."""

from __future__ import annotations

from spacy.tokens import Token

from dragoman.analysis.grammar.phrases import first_conjunct
from dragoman.analysis.grammar.words import FINITE, NOUNS, ON_NOUN, PREDICATES

SUBJECTS = frozenset({"nsubj", "csubj", "expl"})
PASSIVE_SUBJECTS = frozenset({"nsubjpass", "csubjpass"})
ALL_SUBJECTS = SUBJECTS | PASSIVE_SUBJECTS
_STOPS = frozenset({".", "!", "?", ":", ")"})
_CLOSING = " \n\t\"'”’"
_PUTTING_OFF = frozenset({"put", "postpone", "delay", "defer", "push"})


def is_passive(verb: Token) -> bool:
    """Whether the verb stands in the passive, reduced relatives ('troops sent by') included."""
    if any(c.dep_ in ("auxpass", "nsubjpass", "agent") for c in verb.children):
        return True
    if verb.tag_ != "VBN":
        return False
    if verb.dep_ == "conj" and verb.head.pos_ in PREDICATES:  # 'was beaten and robbed'
        return not any(c.dep_ in ("aux", "nsubj") for c in verb.children) and is_passive(verb.head)
    return verb.dep_ == "acl"


def auxiliaries(verb: Token) -> tuple[Token, ...]:
    """The auxiliary verbs of a verb; of a bare later conjunct, those of the first."""
    own = tuple(c for c in verb.children if c.dep_ in ("aux", "auxpass"))
    if own or verb.dep_ != "conj" or verb.head.pos_ not in PREDICATES:
        return own
    if any(c.dep_ in ALL_SUBJECTS for c in verb.children):
        return own
    return auxiliaries(verb.head) if verb.tag_ in ("VB", "VBN", "VBG") else own


def particle(verb: Token) -> str | None:
    """The particle of a verb ('out' in 'carried out', 'back' in 'pushed back'), or None."""
    for child in verb.children:
        if child.dep_ == "prt" or (child.dep_ == "advmod" and child.lower_ in ("back", "away")):
            return str(child.lower_)
    return None


def is_headline_infinitive(verb: Token) -> bool:
    """Whether an infinitive is the predicate of a headline without a verb: 'Minister to visit'."""
    return (
        verb.tag_ == "VB"
        and verb.dep_ in ON_NOUN
        and verb.head.dep_ == "ROOT"
        and verb.head.pos_ in NOUNS
        and not any(t.tag_ in FINITE | {"MD"} for t in verb.sent)
    )


def is_headline_progressive(verb: Token) -> bool:
    """Whether a headline drops its 'is': 'Police *hunting* a man', 'Rebels *fleeing*, UN says'.

    What ends in a full stop is a sentence, or a caption.
    """
    if verb.tag_ != "VBG" or auxiliaries(verb) or verb.sent.text.rstrip(_CLOSING)[-1:] in _STOPS:
        return False
    finite = [t for t in verb.sent if t.tag_ in FINITE | {"MD"}]
    over = verb.head if verb.dep_ == "acl" else verb
    if over.dep_ == "ROOT":
        return not finite
    return verb.dep_ == "ccomp" and finite == [verb.head] and verb.i < verb.head.i


def tells_delay(clause: Token) -> bool:
    """Whether a side clause tells that its noun was put off: 'talks *which were postponed*'."""
    return clause.dep_ in ON_NOUN and clause.lemma_ in _PUTTING_OFF


def clause_of(token: Token) -> Token:
    """The verb of the clause that a token stands in; the root where there is no verb."""
    while token.pos_ not in PREDICATES and token.head.i != token.i:
        token = token.head
    return token


def governing_verb(token: Token) -> Token | None:
    """The verb that a noun is subject, object or prepositional object of; None for none."""
    node = first_conjunct(token)
    while node.dep_ in ("pobj", "pcomp", "prep", "appos", "compound", "nmod", "attr", "conj"):
        if node.dep_ == "attr":
            return node.head
        if node.head.i == node.i:
            return None
        node = node.head
        if node.pos_ in PREDICATES:
            return node
    if node.dep_ in ("dobj", "nsubj", "nsubjpass", "dative", "oprd", "agent"):
        return node.head
    return None


def is_where_one_went(clause: Token) -> bool:
    """Whether a clause tells what somebody did where he went: 'to Oslo, *where he met* Lee'."""
    opens = any(c.dep_ == "advmod" and c.lower_ == "where" for c in clause.lefts)
    return opens and any(c.dep_ == "nsubj" and c.tag_ == "PRP" for c in clause.lefts)
