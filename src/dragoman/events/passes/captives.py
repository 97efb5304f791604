"""Captives: taken, handed over, fetched by a go-between, whatever the network reads in the verb.

Soldiers and policemen whom an army or rebels take captive are arrested, and abducted only by a
gang (manual). Whoever hands captives over frees them, and whoever receives them for others neither
visits nor is visited: their holder frees them. Agents of a state who snatch a man arrest him.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace

from spacy.tokens import Token

from dragoman.actors import Cast
from dragoman.analysis.grammar import (
    COMPOUNDS,
    conjuncts,
    is_passive,
    particle,
    prepositional,
    with_words_before,
)
from dragoman.events.ontology import ARREST
from dragoman.events.proposal import Proposal, TypeAndMode

_UNIFORMED = frozenset(
    "soldier troop serviceman policeman officer guard ranger jawan constable marine sailor trooper "
    "conscript peacekeeper gendarme recruit reservist sergeant corporal lieutenant".split()
)
_CAPTIVES = frozenset("captive hostage prisoner detainee abductee pow".split())
_HELD = _UNIFORMED | _CAPTIVES | frozenset({"fisherman", "crew", "seafarer"})
_BOUND = frozenset({"captive", "prisoner", "hostage"})
_FREE = frozenset({"freed", "former", "released", "rescued", "ex"})
_GANGS = frozenset(
    "gang gangster bandit kidnapper gunman cartel robber pirate mob man militant criminal".split()
)
_AGENTS = frozenset(
    "police policeman officer soldier troop marine agent gendarme commando army navy security "
    "serviceman trooper ranger".split()
)
_SNATCHING = frozenset("snatch grab nab seize pick haul drag bundle whisk".split())
_CARRYING_OFF = frozenset("whisk spirit cart haul bundle herd".split())
_HANDING = frozenset({"hand", "turn", "give"})
_GIVING = _HANDING | {"repatriate", "return"}
_RECEIVING = frozenset("receive collect fetch retrieve pick".split())
_RELEASE = ("RETREAT", "release")
_ABDUCTION = ("ASSAULT", "abduct")
_COOPERATION = ("COOPERATE", None)
_KILLING = frozenset({"liquidate", "eliminate"})
_MISREAD_RELEASES = frozenset(
    {("RETREAT", "withdraw"), ("RETREAT", None), ARREST, ("COERCE", "deport")}
)
_MISREAD_RECEIPTS = frozenset({("CONSULT", "visit"), ("CONSULT", None), ("AID", None)})


def with_captives(proposals: Iterable[Proposal], cast: Cast) -> Iterator[Proposal]:
    """The proposals, those on captives with the type and parties that their words tell."""
    for proposal in proposals:
        kind, trigger = proposal.kind, proposal.trigger
        if trigger.pos_ != "VERB":
            yield proposal
        elif kind in _MISREAD_RECEIPTS and (received := _received(trigger)) is not None:
            yield _freed_by_holder(proposal, received)
        elif given := _handed_over(trigger, kind, cast):
            yield replace(_as(proposal, _RELEASE), recipients=tuple(map(with_words_before, given)))
        elif kind == _ABDUCTION and (_takes_captive(proposal) or _seizes_for_state(proposal)):
            yield _as(proposal, ARREST)
        elif kind == ARREST and _takes_out(trigger):
            yield _as(proposal, ("ASSAULT", None))
        elif kind == ("ASSAULT", "torture") and trigger.lemma_ in _CARRYING_OFF:
            yield _as(proposal, _ABDUCTION)
        else:
            yield proposal


def _as(proposal: Proposal, kind: TypeAndMode) -> Proposal:
    return replace(proposal, event=kind[0], mode=kind[1])


def _objects(verb: Token) -> tuple[Token, ...]:
    """Heads of what a verb is done to, in the active or the passive."""
    label = "nsubjpass" if is_passive(verb) else "dobj"
    return tuple(one for c in verb.children if c.dep_ == label for one in conjuncts(c))


def _is_among(noun: Token, words: frozenset[str]) -> bool:
    return noun.lemma_.lower() in words


def _takes_captive(proposal: Proposal) -> bool:
    """Whether soldiers or policemen are taken by those who fight them: 'took 9 soldiers captive'.

    Not by a gang, nor where the word is 'kidnapped'.
    """
    if proposal.trigger.lemma_ not in ("take", "hold", "capture", "seize"):
        return False
    taken = any(_is_among(phrase.root, _UNIFORMED) for phrase in proposal.recipients)
    by_gang = any(_is_among(phrase.root, _GANGS) for phrase in proposal.actors)
    return taken and not by_gang and bool(proposal.actors)


def _seizes_for_state(proposal: Proposal) -> bool:
    """Whether a state's own men seize somebody: 'agents *snatched* a student leader'."""
    if proposal.trigger.lemma_ not in _SNATCHING:
        return False
    return any(_is_among(phrase.root, _AGENTS) for phrase in proposal.actors)


def _takes_out(verb: Token) -> bool:
    """Whether fighters are killed, in the army's words: 'troops *took out* a commander'."""
    return verb.lemma_ in _KILLING or (verb.lemma_ == "take" and particle(verb) == "out")


def _handed_over(verb: Token, kind: TypeAndMode, cast: Cast) -> list[Token]:
    """The captives who are given back: 'handed over *a soldier*', 'repatriated nine *fishermen*'.

    What is read as cooperation is so only where the captives are told to be another nation's:
    suspects are extradited.
    """
    if verb.lemma_ not in _GIVING or kind not in (*_MISREAD_RELEASES, _COOPERATION):
        return []
    if verb.lemma_ in _HANDING and particle(verb) not in ("over", "back"):
        return []
    given = [noun for noun in _objects(verb) if _is_given(noun)]
    foreign = any(cast.names_nation(word) for noun in given for word in noun.lefts)
    return given if foreign or kind != _COOPERATION else []


def _is_given(noun: Token) -> bool:
    """Whether it is somebody held: a soldier, a prisoner, or one by name: 'constable Diallo'."""
    ranks = (c for c in noun.lefts if c.dep_ in COMPOUNDS)
    return any(_is_among(word, _HELD) for word in (noun, *ranks))


def _received(verb: Token) -> Token | None:
    """The captives whom a go-between receives of their holder; None where none are told.

    'Is to *receive* the four hostages', 'will *collect* the captive soldiers', 'received nine
    soldiers from the rebels'; not those who come as free men: 'received four *freed* hostages'.
    """
    if verb.lemma_ not in _RECEIVING or is_passive(verb):
        return None
    for noun in _objects(verb):
        before = {c.lower_ for c in noun.lefts}
        if before & _FREE:
            continue
        held = _is_among(noun, _CAPTIVES) or bool(before & _BOUND)
        if held or (_is_among(noun, _UNIFORMED) and any(_holders(verb, noun))):
            return noun
    return None


def _holders(verb: Token, captives: Token) -> Iterator[Token]:
    """Who holds them: 'received nine soldiers from *the rebels*', 'men held by *the rebels*'."""
    for told in (verb, captives):
        yield from prepositional(told, "from")
    for clause in captives.rights:
        if clause.dep_ == "acl" and clause.lemma_ in ("hold", "capture", "take", "kidnap"):
            yield from prepositional(clause, "by")


def _freed_by_holder(proposal: Proposal, captives: Token) -> Proposal:
    """The release by whoever holds them."""
    holders = tuple(with_words_before(one) for one in _holders(proposal.trigger, captives))
    return replace(
        _as(proposal, _RELEASE), actors=holders, recipients=(with_words_before(captives),)
    )
