"""Who accuses behind a parenthesis: 'The *army* shut the road, officials said, accusing rebels'.

The parser hangs the accusing on the word of saying, and the network gives it to who says so. Who
takes a measure tells why he takes it: it is he who accuses, unless he is the one accused. Who
strikes somebody does not: 'The raid killed six, officials said, accusing rebels'.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from spacy.tokens import Span, Token

from dragoman.actors import Cast
from dragoman.analysis.grammar import as_spans, is_passive, subjects
from dragoman.events.proposal import Proposal
from dragoman.mention import Entity

_MEASURES = frozenset({"COERCE", "SANCTION", "REJECT"})


def with_accusers(proposals: Sequence[Proposal], cast: Cast) -> tuple[Proposal, ...]:
    """The proposals, accusations behind a parenthesis by whoever takes the measure before it.

    Args:
        proposals: those of an article.
        cast: who is who in it.
    """
    measures = {p.trigger.i for p in proposals if p.event in _MEASURES}
    return tuple(_with_accuser(p, measures, cast) for p in proposals)


def _with_accuser(proposal: Proposal, measures: set[int], cast: Cast) -> Proposal:
    if proposal.event != "ACCUSE" or proposal.trigger.tag_ != "VBG":
        return proposal
    deed, said = _told_before(proposal.trigger)
    if deed is None or said is None or deed.i not in measures or is_passive(deed):
        return proposal
    doers = _parties(deed, cast)
    if any(_is_of(phrase, doers, cast) for phrase in proposal.recipients):
        doers = _parties(said, cast)
    if not doers:
        return proposal
    return replace(proposal, actors=as_spans(doers))


def _parties(verb: Token, cast: Cast) -> list[Token]:
    return [noun for noun in subjects(verb) if cast.is_party(noun)]


def _told_before(accusing: Token) -> tuple[Token | None, Token | None]:
    """The verb of what was told before 'X said' in the middle of the sentence, and that of saying.

    None where there is no such parenthesis.
    """
    over = accusing.head
    if accusing.dep_ != "advcl" or accusing.i < over.i:
        return None, None
    beside = (c for c in over.rights if c.dep_ == "parataxis" and c.i < accusing.i)
    if (said := next(beside, None)) is not None:
        return over, said
    deed = next((c for c in over.lefts if c.dep_ == "ccomp"), None)
    return (deed, over) if _is_in_parenthesis(over) else (None, None)


def _is_in_parenthesis(said: Token) -> bool:
    """Whether the clause of saying begins after a comma."""
    teller = next((c for c in said.lefts if c.dep_ == "nsubj"), None)
    start = teller.left_edge.i if teller is not None else said.sent.start
    return start > said.sent.start and said.doc[start - 1].text == ","


def _is_of(phrase: Span, doers: Sequence[Token], cast: Cast) -> bool:
    """Whether who is accused is one of the doers, or of their state."""
    accused = cast.resolve(phrase.root)
    return any(
        one.name == other.name or _are_of_one_state(one, other)
        for noun in doers for one in cast.resolve(noun) for other in accused
    )  # fmt: skip


def _are_of_one_state(one: Entity, other: Entity) -> bool:
    """Whether both are told to be of the same."""
    guessed = one.country_inferred or other.country_inferred
    return one.country is not None and one.country == other.country and not guessed
