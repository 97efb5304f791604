"""Regret for what another did is blame, and no admission: "regretted *Mali's* test".

The network reads whoever regrets as one who yields. Whose deed it is that he regrets, its owner
tells, or the sentence before: 'Mali fired a rocket. Togo expressed regret.'
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace

from spacy.tokens import Span, Token

from dragoman.actors import Cast
from dragoman.analysis.grammar import BEFORE_NOUN, as_spans, prepositional
from dragoman.events.ontology import BLOWS
from dragoman.events.parties.lands import lands_of
from dragoman.events.proposal import Proposal

_DEEDS = BLOWS | {"MOBILIZE"}
# Of these one regrets that they befell others: 'regret over the Malian deaths'.
_HARMS = frozenset(
    "death dead killing loss casualty injury victim suffering tragedy incident accident".split()
)
_NEAR = 2  # sentences


def regretted_as_blamed(proposals: Sequence[Proposal], cast: Cast) -> Iterator[Proposal]:
    """The proposals of an article, regret for what another did as blame of him.

    Args:
        proposals: those of an article, in order of the text.
        cast: who is who in it.
    """
    for proposal in proposals:
        if proposal.event != "CONCEDE" or proposal.trigger.lemma_.lower() != "regret":
            yield proposal
            continue
        own = _lands(proposal.actors, cast)
        about = _regretted(proposal.trigger)
        blamed = _owners(about, own, cast) if about else _doers_before(proposal, proposals, cast)
        if blamed and own:
            yield replace(proposal, event="ACCUSE", mode="disapprove", recipients=blamed)
        else:
            yield proposal


def _regretted(word: Token) -> tuple[Token, ...]:
    """What is regretted: 'regret *at the ban*', 'regretted *the ban*'."""
    over = prepositional(word, "at", "over", "about", "for", "that")
    if word.pos_ != "VERB":
        return over
    return (*over, *(c for c in word.rights if c.dep_ in ("dobj", "ccomp")))


def _owners(things: Sequence[Token], own: set[str], cast: Cast) -> tuple[Span, ...]:
    """The states by which a regretted deed is told, which are not the speaker's own."""
    found = (
        c for thing in things if thing.lemma_.lower() not in _HARMS
        for c in thing.lefts if c.dep_ in BEFORE_NOUN and cast.names_nation(c)
    )  # fmt: skip
    spans = as_spans(found)
    lands = _lands(spans, cast)
    return spans if lands and lands.isdisjoint(own) else ()


def _doers_before(
    regret: Proposal, proposals: Sequence[Proposal], cast: Cast
) -> tuple[Span, ...]:
    """The doers of the deed told last before, where no deed near by is of the speaker's own."""
    own = _lands(regret.actors, cast)
    doc, start = regret.trigger.doc, regret.trigger.sent.start
    near = [
        p for p in proposals
        if p.event in _DEEDS and p.trigger.i < start and p.actors
        and sum(bool(t.is_sent_start) for t in doc[p.trigger.i + 1 : start + 1]) <= _NEAR
    ]  # fmt: skip
    lands = [_lands(p.actors, cast) for p in near]
    if not near or any(not own.isdisjoint(codes) for codes in lands) or not lands[-1]:
        return ()
    return near[-1].actors


def _lands(phrases: Iterable[Span], cast: Cast) -> set[str]:
    return lands_of((phrase.root for phrase in phrases), cast)
