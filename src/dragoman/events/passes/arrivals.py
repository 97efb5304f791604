"""Arrivals told beside the meeting that they were for: 'flew to Oslo on Friday and met Lee'.

Both are deeds of their own, and the network often reads the meeting alone; the day is told of the
arrival.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace

from spacy.tokens import Token

from dragoman.actors import Cast
from dragoman.analysis.grammar import (
    PREDICATES,
    clause_of,
    conjuncts,
    is_where_one_went,
    prepositional,
    subjects,
    with_words_before,
)
from dragoman.events.parties.lands import lands_of
from dragoman.events.proposal import Proposal

_ARRIVING = frozenset({"arrive", "fly", "land", "travel"})
_THERE = ("in", "to", "at")
_MOST = 0.7
"""How likely it is a visit, at the most: the network did not read it."""


def with_arrivals(proposals: Iterable[Proposal], cast: Cast) -> Iterator[Proposal]:
    """The proposals, with a visit before a meeting that follows an arrival in another country.

    Args:
        proposals: what the network read.
        cast: who is who in the article.
    """
    told = tuple(proposals)
    known = {proposal.trigger.i for proposal in told}
    for proposal in told:
        arrival = _arrival(proposal, cast)
        if arrival is not None and arrival.trigger.i not in known:
            known.add(arrival.trigger.i)
            yield arrival
        yield proposal


def _arrival(meeting: Proposal, cast: Cast) -> Proposal | None:
    """The visit that a meeting follows in its sentence; None where none is told."""
    if meeting.kind not in (("CONSULT", None), ("CONSULT", "third-party")):
        return None
    verb = clause_of(meeting.trigger)
    before = _before(verb)
    if before is None or before.lemma_ not in _ARRIVING or before.tag_ != verb.tag_:
        return None
    guests = [guest for subject in subjects(before) for guest in conjuncts(subject)]
    lands = lands_of(guests, cast)
    for place in prepositional(before, *_THERE):
        there = lands_of((place,), cast) if place.pos_ == "PROPN" else set()
        if lands and there and lands.isdisjoint(there):
            return replace(
                meeting,
                trigger=before,
                mode="visit",
                confidence=min(meeting.confidence, _MOST),
                actors=tuple(map(with_words_before, guests)),
                recipients=(with_words_before(place),),
                wholeness=None,
            )
    return None


def _before(verb: Token) -> Token | None:
    """The verb whose subject also does what the one given tells, right before it."""
    if verb.dep_ == "conj" and not any(c.dep_ == "nsubj" for c in verb.lefts):
        return verb.head if verb.head.pos_ in PREDICATES else None
    return clause_of(verb.head) if verb.dep_ == "relcl" and is_where_one_went(verb) else None
