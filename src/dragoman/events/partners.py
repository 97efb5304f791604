"""Whom each of two verbs is told with: 'will restore ties with *Togo* and break with *Mali*'.

The network gives both to both. A verb that has one of its own after it has no part in that of the
other.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from spacy.tokens import Span, Token

from dragoman.events.proposal import Proposal


def with_own_partners(proposals: Sequence[Proposal]) -> tuple[Proposal, ...]:
    """The proposals, those at joined verbs without whom the other verb alone is told with."""
    return tuple(_with_own(p, proposals) for p in proposals)


def _with_own(proposal: Proposal, proposals: Sequence[Proposal]) -> Proposal:
    for other in proposals:
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


def _are_joined(first: Token, later: Token) -> bool:
    verbs = first.pos_ == later.pos_ == "VERB"
    return verbs and later.dep_ == "conj" and later.head == first


def _is_told_with(phrase: Span, verb: Token, later: Token) -> bool:
    """Whether the phrase stands after the verb, in the part of the sentence that is its own."""
    noun = phrase.root
    own = verb.is_ancestor(noun) and noun.i > verb.i
    return own and (verb == later or not (later == noun or later.is_ancestor(noun)))
