"""Talks that somebody only calls fruitless: 'talks with Chad would be *a waste of time*'.

Nobody holds them. Of a party to them it is a refusal to meet the other; of an onlooker, an opinion.
Talks that were held, and came to nothing, stay: 'the talks in Lome proved useless'.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace

from spacy.tokens import Token

from dragoman.actors import Cast
from dragoman.analysis.grammar import DEFINITE, ON_NOUN, as_spans, is_negated, prepositional
from dragoman.events.proposal import Proposal
from dragoman.status.sayers import speakers_of

_TALKS = frozenset("talk dialogue dialog negotiation meeting discussion summit".split())
_FRUITLESS = frozenset({"useless", "pointless", "futile", "fruitless", "meaningless", "senseless"})
_POINTS = frozenset({"point", "use", "sense"})
_SAYING = frozenset("say insist add tell declare state maintain argue stress reiterate".split())
_PARTIES = (("GOV",), ("MIL",), ("REB",), ("PTY",), ("LEG",))


def as_refused(proposals: Iterable[Proposal], cast: Cast) -> Iterator[Proposal]:
    """The proposals of an article; talks called fruitless as refused by a party, or left out."""
    for proposal in proposals:
        verdict = _verdict(proposal.trigger) if proposal.event == "CONSULT" else None
        if verdict is None:
            yield proposal
            continue
        whom = prepositional(proposal.trigger, "with")
        who = [s for s in _speakers(verdict) if _is_party_to(s, whom, cast)]
        if who:
            yield replace(
                proposal, event="REJECT", mode="meet", status="occurred",
                actors=as_spans(who), recipients=as_spans(whom),
            )  # fmt: skip


def _verdict(noun: Token) -> Token | None:
    """The 'be' of the clause that calls the talks fruitless; None of talks that were held."""
    if noun.lemma_.lower() not in _TALKS or _are_held(noun):
        return None
    link = noun.head
    if noun.dep_ == "nsubj":
        return link if _is_judged(link) else None
    if noun.dep_ == "pobj" and link.lower_ == "in":  # 'there is no point in talks'
        over = link.head
        return over.head if over.lemma_ in _POINTS and _is_judged(over.head) else None
    if noun.dep_ == "dobj":  # 'it is useless to hold talks', 'no point in holding talks'
        over = link.head.head if link.dep_ == "pcomp" else link.head
        over = over.head if over.lemma_ in _POINTS | _FRUITLESS else over
        told = link.dep_ in ("xcomp", "pcomp", "acl", "advcl")
        return over if told and _is_judged(over) else None
    return None


def _is_judged(verb: Token) -> bool:
    """Whether it is the 'be' of 'would be useless', 'is a waste of time', 'is no point'."""
    if verb.lemma_ != "be" or is_negated(verb) is not None:
        return False
    for told in (c for c in verb.rights if c.dep_ in ("acomp", "attr", "nsubj")):
        none = any(c.lower_ == "no" for c in told.lefts)
        wasted = told.lemma_ == "waste" and any(prepositional(told, "of"))
        if told.lemma_ in _FRUITLESS or wasted or (none and told.lemma_ in _POINTS):
            return True
    return False


def _are_held(noun: Token) -> bool:
    """Whether they are told as held, or known: 'the talks', "Monday's talks", 'talks held in'."""
    before = (c for c in noun.lefts if c.dep_ == "poss" or c.lower_ in DEFINITE)
    clauses = (c for c in noun.rights if c.dep_ in ON_NOUN)
    return any(before) or any(clauses) or any(c.ent_type_ == "DATE" for c in noun.lefts)


def _speakers(verdict: Token) -> tuple[Token, ...]:
    """Who says so, by the verb of saying over the clause."""
    for verb in verdict.ancestors:
        if verb.lemma_ in _SAYING:
            return speakers_of(verb)
    return ()


def _is_party_to(speaker: Token, whom: Iterable[Token], cast: Cast) -> bool:
    """Whether who says so serves a side, and another is told with whom the talks would be."""
    own = {e.country for e in cast.resolve(speaker) if e.sectors[:1] in _PARTIES}
    others = {e.country for noun in whom for e in cast.resolve(noun)}
    return bool(own) and bool(others - own)
