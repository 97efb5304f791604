"""What is done in the name of one's own state: it is ordered to leave a body, or quits a mission.

Who orders *his own state* out of a treaty asks nothing of it: it will leave, which is the event. A
state that *quits* is no official who resigns.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace

from spacy.tokens import Span, Token

from dragoman.actors import Cast
from dragoman.analysis.grammar import (
    OWN,
    as_spans,
    direct_objects,
    infinitives_after,
    prepositional,
    who_is_told,
)
from dragoman.countries import is_state
from dragoman.events.nondeeds.words import is_a
from dragoman.events.proposal import Proposal

_LEAVING = frozenset({"withdraw", "leave", "quit", "exit", "pull"})
_SAYING = frozenset({"decide", "choose", "resolve", "vow", "plan", "move", "opt"})
_LANDS = frozenset({"country", "nation", "state", "government"})


def of_own_state(proposals: Iterable[Proposal], cast: Cast) -> Iterator[Proposal]:
    """The proposals of an article; orders to one's own state to leave told as its leaving."""
    told = tuple(proposals)
    taken = {proposal.trigger.i for proposal in told}
    for proposal in told:
        verb = proposal.trigger
        if proposal.kind == ("RETREAT", "resign"):
            yield _as_leaving(proposal) if _is_states_own(proposal, cast) else proposal
            continue
        act = _ordered(verb) if proposal.event in ("REQUEST", "SANCTION") else None
        ordered = next(iter(who_is_told(verb)), None)
        if act is None or ordered is None or not _is_own(ordered, proposal.actors, verb, cast):
            yield proposal
        elif act.i not in taken:
            yield replace(
                proposal, trigger=act, event="SANCTION", mode="withdraw", status="planned",
                sureness=1.0, actors=as_spans((ordered,)), recipients=_left(act, cast),
            )  # fmt: skip


def _as_leaving(proposal: Proposal) -> Proposal:
    """It as a state's withdrawal, which is to come where it is only decided."""
    verb = proposal.trigger
    decided = verb.dep_ == "xcomp" and verb.head.lemma_ in _SAYING
    status = "planned" if decided else proposal.status
    sureness = 1.0 if decided else proposal.sureness
    return replace(
        proposal, event="SANCTION", mode="withdraw", status=status, sureness=sureness
    )


def _is_states_own(proposal: Proposal, cast: Cast) -> bool:
    """Whether a state quits, by its name or its capital's: '*Burundi* decided to quit'."""
    quits = proposal.trigger.lemma_ in _LEAVING
    doers = [phrase for phrase in proposal.actors if len(phrase) == 1]
    parties = [party for phrase in doers for party in cast.resolve(phrase.root)]
    states = [p for p in parties if is_state(p.name, p.country)]
    return quits and bool(states) and len(states) == len(proposal.actors)


def _ordered(verb: Token) -> Token | None:
    """The verb of leaving that somebody is told to do: 'ordered it *to withdraw* from'."""
    if not is_a(verb, "order") or verb.pos_ != "VERB":
        return None
    return next((c for c in infinitives_after(verb) if c.lemma_ in _LEAVING), None)


def _is_own(ordered: Token, doers: Iterable[Span], verb: Token, cast: Cast) -> bool:
    """Whether it is the state of who orders, by its name or as '*his* country'."""
    if ordered.lemma_.lower() in _LANDS and any(c.lower_ in OWN for c in ordered.lefts):
        return True
    if not cast.names_state(ordered):
        return False
    heads = [*(d.root for d in doers), *(c for c in verb.lefts if c.dep_ == "nsubj")]
    orderers = [e for head in heads if head.i < verb.i for e in cast.resolve(head)]
    lands = {e.country for e in cast.resolve(ordered)}
    return any(e.country in lands and e.sectors[:1] == ("GOV",) for e in orderers)


def _left(verb: Token, cast: Cast) -> tuple[Span, ...]:
    """What is left: 'to withdraw *from the court*', 'to quit *the pact*'."""
    things = (*prepositional(verb, "from"), *direct_objects(verb))
    links = (c for c in verb.rights if c.lower_ == "out")
    things += tuple(o for c in links for o in prepositional(c, "of"))
    return as_spans(thing for thing in things if cast.is_party(thing))
