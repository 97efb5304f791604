"""What was put off and has taken place since: 'whose trip was put off in May, arrived on Monday'.

The delay is told in a side clause, and the typer reads it for the state of the visit. The main
clause tells what became of it.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

from spacy.tokens import Token

from dragoman.analysis.grammar import as_spans, auxiliaries, is_negated, prepositional, tells_delay
from dragoman.events.proposal import Proposal

_ARRIVING = frozenset("arrive land fly travel touch reach visit".split())
_HAPPENING = frozenset("begin start open take occur go".split())


def after_delays(proposals: Iterable[Proposal]) -> tuple[Proposal, ...]:
    """The proposals, in order of the text; of what was put off and took place, as it took place."""
    told = tuple(proposals)
    taken = {proposal.trigger.i for proposal in told}
    return tuple(sorted((_settled(p, taken) for p in told), key=lambda p: p.trigger.i))


def _settled(proposal: Proposal, taken: set[int]) -> Proposal:
    """The proposal; where it is told as put off by a side clause, as its main clause tells it."""
    if proposal.status != "postponed":
        return proposal
    trigger = proposal.trigger
    delayed = any(map(tells_delay, trigger.children))
    if delayed and _main_verb(trigger, _HAPPENING) is not None:
        return replace(proposal, status="occurred", sureness=1.0)
    clause = trigger.head
    whose = any(child.lower_ == "whose" for child in trigger.children)
    if not whose or clause.dep_ != "relcl" or not tells_delay(clause):
        return proposal
    main = _main_verb(clause.head, _ARRIVING)
    if main is None or main.i in taken or proposal.mode != "visit":
        return proposal
    places = prepositional(main, "in", "to", "at")
    hosts = as_spans(places)
    told = replace(proposal, trigger=main, recipients=proposal.recipients or hosts)
    return replace(told, status="occurred", sureness=1.0)


def _main_verb(subject: Token, lemmas: frozenset[str]) -> Token | None:
    """The verb that tells in the past what its subject did, if it is one of these; else None."""
    verb = subject.head
    told = subject.dep_ == "nsubj" and verb.tag_ == "VBD" and verb.lemma_ in lemmas
    return verb if told and not auxiliaries(verb) and is_negated(verb) is None else None
