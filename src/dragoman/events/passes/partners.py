"""Whom each of two verbs is told with: 'will restore ties with *Togo* and break with *Mali*'.

The network gives both to both. A verb that has one of its own after it has no part in that of the
other. Nor is whoever somebody thanks the one whom he blames in the same breath: 'thanked *Togo* and
condemned the raid'.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace

from spacy.tokens import Span, Token

from dragoman.events.ontology import kinds
from dragoman.events.proposal import Proposal

_HOSTILE = frozenset({3, 4})
"""Quad classes of conflict, in words and in deeds."""
_POINTING = frozenset({"it", "its", "him", "his", "her", "them", "their", "there", "whom", "whose"})


def with_own_partners(proposals: Sequence[Proposal]) -> tuple[Proposal, ...]:
    """The proposals, those at joined verbs without whom the other verb alone is told with."""
    at: dict[int, list[Proposal]] = {}
    for proposal in proposals:
        at.setdefault(proposal.trigger.i, []).append(proposal)
    return tuple(_of_one_sign(_with_own(p, at), at) for p in proposals)


def _with_own(proposal: Proposal, at: Mapping[int, Sequence[Proposal]]) -> Proposal:
    """The proposal without whom a verb that is joined to its own is told with.

    Args:
        proposal: what a verb tells.
        at: the article's proposals by the index of their trigger.
    """
    trigger = proposal.trigger
    joined = {trigger.head.i, *(c.i for c in trigger.children)}
    for other in (p for index in sorted(joined) for p in at.get(index, ())):
        first, later = sorted((proposal.trigger, other.trigger), key=lambda verb: verb.i)
        if not _are_joined(first, later):
            continue
        both = (*proposal.recipients, *other.recipients)
        mine, theirs = (
            [p for p in both if _is_told_with(p, verb, later)]
            for verb in (proposal.trigger, other.trigger)
        )
        if mine and theirs:
            kept = tuple(p for p in proposal.recipients if p not in theirs)
            return replace(proposal, recipients=kept)
    return proposal


def _of_one_sign(proposal: Proposal, at: Mapping[int, Sequence[Proposal]]) -> Proposal:
    """The deed of a second verb, without whom a first one of the other sign alone is told with."""
    verb = _verb(proposal.trigger)
    if verb.dep_ != "conj" or any(t.lower_ in _POINTING for t in verb.subtree):
        return proposal
    for first in at.get(verb.head.i, ()):
        if not _are_at_odds(first, proposal):
            continue
        theirs = {p.root for p in first.recipients}
        kept = (
            p for p in proposal.recipients if p.root not in theirs or verb.is_ancestor(p.root)
        )
        return replace(proposal, recipients=tuple(kept))
    return proposal


def _verb(trigger: Token) -> Token:
    return trigger.head if trigger.dep_ == "dobj" else trigger


def _are_at_odds(one: Proposal, other: Proposal) -> bool:
    """Whether one thanks or supports somebody, and the other is hostile."""
    quads = {kinds()[p.event, p.mode].quad_class for p in (one, other)}
    return "SUPPORT" in (one.event, other.event) and bool(quads & _HOSTILE) and len(quads) > 1


def _are_joined(first: Token, later: Token) -> bool:
    verbs = first.pos_ == later.pos_ == "VERB"
    return verbs and later.dep_ == "conj" and later.head == first


def _is_told_with(phrase: Span, verb: Token, later: Token) -> bool:
    """Whether the phrase stands after the verb, in the part of the sentence that is its own."""
    noun = phrase.root
    own = verb.is_ancestor(noun) and noun.i > verb.i
    return own and (verb == later or not (later == noun or later.is_ancestor(noun)))
