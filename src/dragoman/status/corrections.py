"""What a correction tells to have been wrong: 'wrongly said that', 'withdrew its report that'.

The notice repeats the mistake to take it back, and reports nothing by it.
"""

from __future__ import annotations

from spacy.tokens import Token

from dragoman.analysis.grammar import PREDICATES, is_negated, prepositional, subjects
from dragoman.status.clauses import is_claim, is_presupposed, steps_up
from dragoman.status.cues import CueTables

_WRONGLY = frozenset("wrongly incorrectly mistakenly erroneously inaccurately falsely".split())
_MISTELLING = frozenset({"misstate", "misreport"})
_TAKING_BACK = frozenset({"retract", "withdraw", "correct", "recant"})
_REMOVING = frozenset({"remove", "delete", "drop", "omit", "cut"})
_TEXTS = frozenset(
    "article story report item version dispatch post caption headline graphic correction".split()
)
_EARLIER = frozenset({"earlier", "previous", "prior", "original", "initial"})


def taken_back(trigger: Token, tables: CueTables) -> Token | None:
    """The word by which a correction takes back what ``trigger`` reports, or None.

    Args:
        trigger: the word that reports the event.
        tables: the words that report what somebody says.
    """
    for node, head in steps_up(trigger):
        aside = node.dep_ == "advcl" or (node.dep_ == "relcl" and not _is_told(head))
        if aside or is_presupposed(node):
            return None
        if head.pos_ in PREDICATES and node.i > head.i and is_negated(head) is None:
            word = _mistold(node, head, tables)
            if word is not None:
                return word
    return None


def _mistold(told: Token, verb: Token, tables: CueTables) -> Token | None:
    """The word that tells that a verb's clause or its claim, ``told``, was wrong."""
    lemma = verb.lemma_.lower()
    if _is_told(told) and told.dep_ == "dobj":
        own = lemma in _TAKING_BACK or (lemma in _REMOVING and _by_a_text(verb))
        return verb if own else None
    if lemma in _MISTELLING:
        return verb if told.dep_ == "ccomp" else None
    word = tables.word(verb, "V")
    charging = word is not None and word.certainty == "attributed"
    if lemma not in tables.reporting and not charging:
        return None
    wrongly = (c for c in verb.children if c.dep_ == "advmod" and c.lower_ in _WRONGLY)
    return next(wrongly, None) or _earlier_version(verb)


def _is_told(noun: Token) -> bool:
    return is_claim(noun) or noun.lemma_.lower() in ("reference", "statement", "line")


def _by_a_text(verb: Token) -> bool:
    """Whether a text is what leaves the words out, or nobody is named: 'Removes reference to'."""
    by = subjects(verb)
    return all(subject.lemma_.lower() in _TEXTS for subject in by)


def _earlier_version(verb: Token) -> Token | None:
    """The 'version' of 'an earlier version of this story said'; a draft of a deal is none."""
    for subject in verb.children:
        if subject.dep_ != "nsubj" or subject.lemma_.lower() != "version":
            continue
        earlier = any(c.lower_ in _EARLIER for c in subject.children)
        others = [c for c in subject.children if c.dep_ not in ("det", "amod", "prep")]
        whose = prepositional(subject)
        if earlier and not others and all(w.lemma_.lower() in _TEXTS for w in whose):
            return subject
    return None
