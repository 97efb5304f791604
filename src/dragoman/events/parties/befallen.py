"""To whom a deed is done: not to nobody, and to whom 'it' means where it was struck.

'The ferry was passing a frigate when it was struck': the ferry. The network gives the deed to whom
is told last; whoever was doing something when it was struck is the one spoken of.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from spacy.tokens import Span, Token

from dragoman.actors import Cast
from dragoman.analysis.grammar import (
    BEFORE_NOUN,
    first_conjunct,
    is_passive,
    names_none,
    outermost,
    prepositional,
    subjects,
    with_words_before,
)
from dragoman.events.ontology import VISIT
from dragoman.events.proposal import Proposal

_BACK = frozenset({"back", "home"})
_GIVEN = frozenset({"get", "receive", "obtain"})
_GETTING = frozenset({"get", "take", "have", "welcome", "receive", "win"})
_WHEN = frozenset({"when", "as", "while", "before", "until"})
_IMPOSED = frozenset({"sanction", "embargo", "tariff", "duty"})
_AIMED = frozenset(
    "sanction sanctions embargo ban tariff restriction penalty blockade pressure resolution charge "
    "indictment investigation strike airstrike attack war offensive operation campaign".split()
)


def told_by_when(trigger: Token, read: Sequence[Span]) -> tuple[Span, ...]:
    """Who was doing something when 'it' was struck; empty where the clause is no such one.

    Args:
        trigger: the word that reports the deed.
        read: the phrases that the network reads as of those to whom it is done.
    """
    doing = trigger.head
    struck = [c for c in trigger.lefts if c.dep_ == "nsubjpass" and c.lower_ == "it"]
    when = any(c.lower_ in _WHEN and c.dep_ in ("advmod", "mark") for c in trigger.lefts)
    if trigger.dep_ != "advcl" or not struck or not when or not _is_under_way(doing):
        return ()
    own = tuple(s for s in subjects(doing) if s.i < doing.i and s.tag_ in ("NN", "NNP"))
    told = (first_conjunct(phrase.root) for phrase in read)
    others = all(noun in own or (doing.is_ancestor(noun) and noun.i > doing.i) for noun in told)
    if len(own) != 1 or not others:
        return ()
    return (with_words_before(own[0]),)


def as_received(proposal: Proposal) -> Proposal:
    """A visit with whoever is received as its doer: 'the king received in audience *an envoy*'."""
    verb = proposal.trigger
    received = verb.lemma_ == "receive" and verb.pos_ == "VERB" and not is_passive(verb)
    if proposal.kind != VISIT or not received:
        return proposal
    hosts = subjects(verb)
    host = tuple(p for p in proposal.actors if p.root in hosts)
    guests = tuple(p for p in proposal.recipients if p.root.head == verb and p.start > verb.i)
    if not host or not guests or len(guests) != len(proposal.recipients):
        return proposal
    return replace(proposal, actors=guests, recipients=host)


def as_helped(proposal: Proposal) -> Proposal:
    """Help with whoever gets it as the one helped: '*Mali* is to get ten tonnes of rice'.

    Whoever gets help to others gives it.
    """
    verb = proposal.trigger
    if proposal.event != "AID" or verb.lemma_ not in _GIVEN or is_passive(verb):
        return proposal
    if any(prepositional(verb, "to")):
        return proposal
    getting = subjects(verb)
    helped = tuple(p for p in proposal.actors if first_conjunct(outermost(p.root)) in getting)
    givers = tuple(p for p in proposal.actors if p not in helped)
    return replace(proposal, actors=givers, recipients=(*proposal.recipients, *helped))


def is_received(phrase: Span, deed: Proposal, cast: Cast) -> bool:
    """Whether it is what somebody is given: 'the soldiers received *Gitanes*', a name, and food.

    Whoever is told as the giver may be: 'received *Russian* arms', 'arms from *Mali*'.
    """
    trigger = deed.trigger
    if trigger.lemma_ != "receive" or is_passive(trigger) or deed.event == "CONSULT":
        return False
    named = phrase.root.dep_ in BEFORE_NOUN and any(e.country for e in cast.resolve(phrase.root))
    thing = first_conjunct(outermost(phrase.root))
    return thing.dep_ == "dobj" and thing.head == trigger and not named


def gets_back(phrase: Span, deed: Proposal) -> bool:
    """Whether who is read as the one who frees only gets them: '*Mali* got back ten soldiers'."""
    trigger = deed.trigger
    back = any(c.lower_ in _BACK for c in trigger.rights)
    getting = trigger.lemma_ == "receive" or (trigger.lemma_ in _GETTING and back)
    if deed.event != "RETREAT" or not getting or is_passive(trigger):
        return False
    return first_conjunct(outermost(phrase.root)) in subjects(trigger)


def by_its_owner(proposal: Proposal) -> Proposal:
    """A penalty with whose it is as its doer: 'condemned the sanctions *of the bloc*'."""
    noun = proposal.trigger
    if proposal.event != "SANCTION" or noun.pos_ != "NOUN" or noun.lemma_ not in _IMPOSED:
        return proposal
    own = prepositional(noun, "of")
    doers = tuple(p for p in proposal.recipients if p.root in own)
    others = tuple(p for p in proposal.recipients if p not in doers)
    return replace(proposal, actors=proposal.actors or doers, recipients=others)


def without_nobody(proposal: Proposal) -> Proposal:
    """What was done, without the phrases that name nobody: 'a raid that killed no soldiers'.

    What was not done at all names whom it would have been done to. Nor is whom a penalty is
    against the one who is supported with it.
    """
    if proposal.status == "negated":
        return proposal
    named = (p for p in proposal.recipients if not names_none(p.root))
    if proposal.event == "SUPPORT":
        named = (p for p in named if not _is_penalised(p))
    return replace(proposal, recipients=tuple(named))


def _is_penalised(phrase: Span) -> bool:
    """Whether it is whom the thing supported is against: 'backed sanctions on *Mali*'."""
    head = phrase.root
    against = head.dep_ == "pobj" and head.head.lower_ in ("on", "against")
    return against and head.head.head.lemma_.lower() in _AIMED


def _is_under_way(verb: Token) -> bool:
    """Whether it is told as going on: 'was following', 'had been escorting'."""
    return verb.tag_ == "VBG" and any(c.lemma_ == "be" and c.dep_ == "aux" for c in verb.lefts)
