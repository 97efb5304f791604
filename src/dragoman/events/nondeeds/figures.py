"""Figures of speech: a siege of a market, a pipe that frees from dependence, a summit 'of sorts'.

Goods besiege nobody, and whom a plan frees from a burden was no captive.
"""

from __future__ import annotations

from spacy.tokens import Token

from dragoman.analysis.grammar import modifiers, particle, prepositional, subjects
from dragoman.events.nondeeds.words import is_a
from dragoman.events.proposal import Proposal

_FREEING = frozenset({"free", "liberate", "release", "deliver", "rid"})
_LIGHT = frozenset({"lay", "launch", "mount"})
_REPAYING = frozenset({"repay", "reimburse"})


def is_of_trade(proposal: Proposal) -> bool:
    """Whether goods or firms win a market: '*lays siege* to the Chinese market'.

    Not where the armed do: 'rebels stormed the cattle market'.
    """
    word = proposal.trigger
    verb = word.head if word.dep_ == "dobj" and word.head.lemma_ in _LIGHT else word
    targets = [c for c in verb.children if c.dep_ == "dobj" and c != word]
    targets += [o for t in {verb, word} for o in prepositional(t, "to", "on", "into", "of")]
    if not any(is_a(t, "market") and _is_of_nation(t) for t in targets):
        return False
    by = (*subjects(verb), *(phrase.root for phrase in proposal.actors))
    return not any(is_a(t, "armed") for who in by for t in (who, *who.lefts, who.head))


def _is_of_nation(noun: Token) -> bool:
    """'The *Chinese* market', 'the European car market'; not 'the Bangui market'."""
    return any(t.pos_ == "ADJ" or t.ent_type_ == "NORP" for t in modifiers(noun))


def is_from_burden(verb: Token) -> bool:
    """Whether somebody is freed of what is no prison: 'would *free* Mali from dependence'."""
    things = (verb, *(c for c in verb.children if c.dep_ == "dobj"))
    burdens = (o for t in things for o in prepositional(t, "from", "of"))
    return verb.lemma_ in _FREEING and any(is_a(o, "burden") for o in burdens)


def is_of_sorts(noun: Token) -> bool:
    """Whether it is only likened to one: 'a peace *summit* of sorts'."""
    return any(o.lower_ in ("sorts", "kinds") and not any(o.lefts)
               for o in prepositional(noun, "of"))  # fmt: skip


def is_repayment(verb: Token) -> bool:
    """Whether what was lent is given back, which helps nobody: 'has to *pay* it back'."""
    back = verb.lemma_ == "pay" and particle(verb) == "back"
    said = any(c.lower_ == "back" and c.dep_ == "advmod" for c in verb.rights)
    return verb.lemma_ in _REPAYING or back or (verb.lemma_ == "pay" and said)
