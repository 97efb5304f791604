"""Victims, and who harms them: 'Moscow targeted civilians' does not make these Russia's."""

from __future__ import annotations

from spacy.tokens import Token

from dragoman.actors.phrases import of_quantity
from dragoman.analysis.grammar import first_conjunct, subjects

_HARM = frozenset(
    {"kill", "attack", "bomb", "shell", "target", "strike", "hit", "shoot", "wound", "injure",
     "abduct", "kidnap", "massacre", "murder", "execute", "torture", "bombard", "assault",
     "killing", "bombing", "shelling", "murdering", "shooting", "airstrike", "raid", "abduction",
     "bombardment", "targeting", "slap", "punch", "kick", "beat", "stab", "beating"}
)  # fmt: skip
_WAGING = _HARM | {"launch", "fire", "invade", "deny", "advance", "storm", "carry", "conduct"}
_ON = frozenset({"on", "of", "against", "at"})
_SUBJECTS = ("nsubj", "agent")


def is_victim(head: Token) -> bool:
    """Whether harm is done to whom the phrase of the head means."""
    first = first_conjunct(head)
    if first.dep_ == "pobj" and first.head.lower_ == "of" and of_quantity(first.head.head) == first:
        first = first_conjunct(first.head.head)  # 'killed dozens of people'
    if first.dep_ in ("dobj", "nsubjpass"):
        if first.head.lemma_.lower() in _HARM:
            return True
        # the tagger takes the verb of 'had targeted civilians' for an adjective
        before = [c for c in first.lefts if c.dep_ == "amod" and c.lemma_.lower() in _HARM]
        return any(c.i > 0 and c.nbor(-1).lower_ in ("had", "has", "have") for c in before)
    preposition = first.head
    told = first.dep_ == "pobj" and preposition.lower_ in _ON
    return told and preposition.head.lemma_.lower() in _HARM


def wages(name: Token) -> bool:
    """Whether who is named by the token, or whose adjective it is, does harm, or denies it."""
    node = name
    while node.dep_ in ("amod", "compound", "nmod", "poss", "conj", "pobj", "prep"):
        if node.head.i == node.i:
            return False
        node = node.head
        if node.dep_ == "agent":
            break
    return node.dep_ in _SUBJECTS and node.head.lemma_.lower() in _WAGING


def harmers(name: Token) -> tuple[Token, ...]:
    """The heads of those who harm whom the token names, or whose adjective it is."""
    node = name
    while node.dep_ in ("amod", "compound", "nmod") and node.head.i != node.i:
        node = node.head
    first = first_conjunct(node)
    if first.dep_ not in ("dobj", "nsubjpass") or first.head.lemma_.lower() not in _HARM:
        return ()
    if first.dep_ == "dobj":
        return subjects(first.head)
    agents = (c for c in first.head.rights if c.dep_ == "agent")
    return tuple(c for agent in agents for c in agent.rights if c.dep_ == "pobj")
