"""Victims, and who harms them: 'Moscow targeted civilians' does not make these Russia's."""

from __future__ import annotations

from spacy.tokens import Token

from dragoman.actors.phrases import of_quantity
from dragoman.analysis.grammar import (
    BEFORE_NOUN,
    DONE_TO,
    NOUN_MODIFIERS,
    NOUNS,
    first_conjunct,
    owners,
    subjects,
    word_before,
)

_HARM = frozenset(
    {"kill", "attack", "bomb", "shell", "target", "strike", "hit", "shoot", "wound", "injure",
     "abduct", "kidnap", "massacre", "murder", "execute", "torture", "bombard", "assault",
     "killing", "bombing", "shelling", "murdering", "shooting", "airstrike", "raid", "abduction",
     "bombardment", "targeting", "slap", "punch", "kick", "beat", "stab", "beating"}
)  # fmt: skip
_WAGING = _HARM | {
    "launch", "fire", "invade", "deny", "advance", "storm", "carry", "conduct", "land", "slam",
    "rain",
}
# What strikes the ground, so that 'on' tells where, and whose it is does the harm.
_STRIKES = frozenset(
    {"strike", "airstrike", "shelling", "bombardment", "bombing", "raid", "barrage"}
)
_AT_HOME = frozenset({"police", "security", "gang", "prison"})  # whose raids are on their own
OUTWARD = frozenset(
    {"sanction", "sanctions", "tariff", "embargo", "expel", "expulsion", "deport", "extradite",
     "blacklist"}
)  # fmt: skip
"""What states do to those abroad; none does it to people of its own."""
_REACTING = frozenset(
    {"welcome", "condemn", "denounce", "deplore", "decry", "criticise", "criticize", "urge",
     "praise", "hail", "applaud", "congratulate", "voice", "express", "regret", "protest"}
)  # fmt: skip
_ANSWERING = frozenset({"deny", "admit", "acknowledge", "concede", "insist", "confess"})
_DYING = frozenset({"die", "perish", "martyr"})
_ON = frozenset({"on", "of", "against", "at"})
_SUBJECTS = ("nsubj", "agent")


def is_victim(head: Token) -> bool:
    """Whether harm is done to whom the phrase of the head means."""
    first = first_conjunct(head)
    if first.dep_ == "pobj" and first.head.lower_ == "of" and of_quantity(first.head.head) == first:
        first = first_conjunct(first.head.head)  # 'killed dozens of people'
    if first.dep_ == "nsubj" and first.head.lemma_.lower() in _DYING:
        return True
    if first.dep_ in DONE_TO:
        if first.head.lemma_.lower() in _HARM:
            return True
        # the tagger takes the verb of 'had targeted civilians' for an adjective
        before = [c for c in first.lefts if c.dep_ == "amod" and c.lemma_.lower() in _HARM]
        if any(word_before(c) in ("had", "has", "have") for c in before):
            return True
    told_of = (c for c in first.rights if c.dep_ == "acl" and c.tag_ == "VBN")
    if any(c.lemma_.lower() in _HARM | _DYING for c in told_of):
        return True  # 'Three villagers killed in ...', a headline
    preposition = first.head
    told = first.dep_ == "pobj" and preposition.lower_ in _ON
    return told and preposition.head.lemma_.lower() in _HARM


def is_strike(noun: Token) -> bool:
    """Whether it is a blow from afar: 'Malian air *strikes* on Gao'."""
    return noun.pos_ in NOUNS and noun.lemma_.lower() in _STRIKES


def wages(name: Token) -> bool:
    """Whether who is named by the token, or whose adjective it is, does harm, or denies it."""
    if name.dep_ in BEFORE_NOUN and is_strike(name.head):
        return all(c.lower_ not in _AT_HOME for c in name.head.lefts)
    if name.i + 1 < len(name.doc) and name.nbor().lower_ in _STRIKES:
        return True  # where the parser takes 'shelling' for a verb
    node = name
    while node.dep_ in BEFORE_NOUN | {"conj", "pobj", "prep"}:
        if node.head.i == node.i:
            return False
        node = node.head
        if node.dep_ == "agent":
            break
    return node.dep_ in _SUBJECTS and node.head.lemma_.lower() in _WAGING


def reacts(name: Token) -> bool:
    """Whether who is named by the token only says what it thinks: '*Chad* welcomed the verdict'."""
    first = first_conjunct(name)
    return first.dep_ == "nsubj" and first.head.lemma_.lower() in _REACTING


def answers_for_itself(name: Token) -> bool:
    """Whether who is named by the token denies or owns what it did: '*Chad* denied the raid'."""
    return name.dep_ == "nsubj" and name.head.lemma_.lower() in _ANSWERING


def harmers(name: Token) -> tuple[Token, ...]:
    """The heads of those who harm whom the token names, or whose adjective it is."""
    node = name
    while node.dep_ in NOUN_MODIFIERS and node.head.i != node.i:
        node = node.head
    first = first_conjunct(node)
    told_of = [c for c in first.rights if c.dep_ == "acl" and c.tag_ == "VBN"]
    if harmed := [c for c in told_of if c.lemma_.lower() in _HARM]:  # 'Kurds shot by guards'
        return _agents(harmed[0])
    if first.dep_ not in DONE_TO or first.head.lemma_.lower() not in _HARM:
        return ()
    if first.dep_ == "dobj":
        return subjects(first.head)
    return _agents(first.head)


def harmed_by_its_own(head: Token) -> bool:
    """Whether only a pronoun tells whose those are who harm them: 'shot by *its* soldiers'."""
    return any(owner.tag_ == "PRP$" for harmer in harmers(head) for owner in owners(harmer))


def shut_out_by(head: Token) -> tuple[Token, ...]:
    """The heads of those who shut out whom the phrase means: 'Chad expelled four *teachers*'.

    Whom a state sanctions or expels is another's.
    """
    first = first_conjunct(head)
    if first.dep_ == "dobj" and first.head.lemma_.lower() in OUTWARD:
        return subjects(first.head)
    on = first.head
    if first.dep_ != "pobj" or on.lower_ not in ("on", "against"):
        return ()
    penalty = on.head
    imposed = penalty.dep_ == "dobj" and penalty.lemma_.lower() in OUTWARD
    return subjects(penalty.head) if imposed else ()


def _agents(verb: Token) -> tuple[Token, ...]:
    """By whom it is told to be done."""
    agents = (c for c in verb.rights if c.dep_ == "agent")
    return tuple(c for agent in agents for c in agent.rights if c.dep_ == "pobj")
