"""Inquiries and charges that are dropped: 'the probe *was shelved*', 'decided to *close* the case'.

Who drops one gives in, and does it by the verb. Where the network reads the noun alone, it tells
of an inquiry, which the words over it then call off.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace

from spacy.tokens import Token

from dragoman.analysis.grammar import FINITE, as_spans, auxiliaries, is_negated, subjects
from dragoman.events.proposal import Proposal

_INQUIRIES = frozenset("investigation inquiry enquiry probe case prosecution charge suit".split())
_DROPPING = frozenset("drop discontinue shelve close abandon halt scrap end quash dismiss".split())
_DECIDING = frozenset({"decide", "decision", "move", "vote"})


def dropped_as_conceded(proposals: Iterable[Proposal]) -> Iterator[Proposal]:
    """The proposals of an article; an inquiry that is told to be dropped as the dropping of it."""
    told = tuple(proposals)
    taken = {proposal.trigger.i for proposal in told}
    for proposal in told:
        verb = _dropped_by(proposal.trigger) if proposal.event == "ACCUSE" else None
        if verb is None:
            yield proposal
        elif verb.i not in taken:
            passive = proposal.trigger.i < verb.i
            doers = proposal.actors or (() if passive else as_spans(_deciders(verb)))
            yield replace(
                proposal, trigger=verb, event="CONCEDE", mode=None, status="occurred",
                sureness=float(_decided(verb)), actors=tuple(doers),
            )  # fmt: skip


def _dropped_by(inquiry: Token) -> Token | None:
    """The verb that drops an inquiry or a charge, or decides to; else None."""
    verb = inquiry.head
    if inquiry.lemma_.lower() not in _INQUIRIES or inquiry.dep_ not in ("dobj", "nsubjpass"):
        return None
    if verb.lemma_ not in _DROPPING or is_negated(verb) is not None:
        return None
    finite = verb.tag_ in FINITE or any(h.lower_ != "to" for h in auxiliaries(verb))
    return verb if finite or _decided(verb) else None


def _decided(verb: Token) -> bool:
    """Whether a decision does it: 'decided to drop', 'the decision to drop'."""
    return verb.tag_ == "VB" and verb.head.lemma_.lower() in _DECIDING


def _deciders(verb: Token) -> list[Token]:
    """Who does it, or decides or makes the decision to."""
    own = subjects(verb)
    above = verb.head if not own and _decided(verb) else verb
    over = above.head if above.dep_ == "dobj" else above
    return list(own or subjects(over))
