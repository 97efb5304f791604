"""What an onlooker says ought to be done, or might come of it, and orders at home: no requests.

'"They must go," said a former envoy', 'an analyst said that Seoul should answer', 'the mayor warned
that a blockade could provoke unrest', 'an alert warned residents of a missile', 'urged its citizens
to leave Mali', '"I think talks will be held," said a senator'. Else who *urges* or *calls on*
somebody asks him, whoever he is; but who orders what is his own asks nothing of anybody: the act
that is ordered is the event, if it is one.
"""

from __future__ import annotations

from spacy.tokens import Span, Token

from dragoman.analysis.grammar import (
    OWN,
    auxiliaries,
    clause_of,
    infinitives_after,
    owners,
    subjects,
    who_is_told,
)
from dragoman.events.nondeeds.words import is_a
from dragoman.events.proposal import Proposal

AHEAD = frozenset({"will", "'ll", "’ll", "would", "could", "may", "might"})
"""Auxiliaries of what is taken to be coming."""
_FORMER = frozenset({"former", "ex", "retired", "late", "onetime"})
_WARNING = frozenset({"warn", "caution"})
_MIGHT = frozenset({"could", "may", "might", "can"})
_SEEKING_COVER = frozenset({"shelter", "cover", "indoors", "underground"})
_SPEAKER = frozenset({"i", "we"})
_ASKED = frozenset({"xcomp", "ccomp", "advcl"})


def is_onlookers(proposal: Proposal) -> bool:
    """Whether all who ask for something are onlookers: '"They *must* go," said a former envoy'."""
    asks = is_a(proposal.trigger, "ought")
    return asks and bool(proposal.actors) and all(map(_looks_on, proposal.actors))


def is_forecast(verb: Token) -> bool:
    """Whether it warns of what a thing could lead to: 'warned that it *could provoke* unrest'."""
    if verb.lemma_ not in _WARNING:
        return False
    clauses = (c for c in verb.rights if c.dep_ in ("ccomp", "advcl") and is_a(c, "lead"))
    return any(h.lower_ in _MIGHT for c in clauses for h in auxiliaries(c))


def is_alarm(proposal: Proposal) -> bool:
    """Whether people are told to look out: 'sirens warned them', 'Mali warned its citizens'.

    Or whoever travels: 'warned that Malians *travelling* to Chad could be robbed'.
    """
    verb = proposal.trigger
    if verb.lemma_ not in _WARNING:
        return False
    by = (*subjects(verb), *(phrase.root for phrase in proposal.actors))
    if any(is_a(word, "alarm") for word in by) or _is_to_own_people(verb):
        return True
    return any(is_a(word, "traveller") for word in verb.subtree if word.i > verb.i)


def is_advice(verb: Token) -> bool:
    """Whether people are told how to be safe: 'urged residents to take *shelter*'.

    Or by their own state to keep away: 'urged its citizens to leave Mali'.
    """
    asked = next(iter(infinitives_after(verb)), None)
    if asked is None or verb.lemma_ in _WARNING:
        return False
    if any(c.lower_ in _SEEKING_COVER for c in (asked, *asked.rights)):
        return True
    return is_a(asked, "stay_safe") and _is_to_own_people(verb)


def is_sermon(proposal: Proposal) -> bool:
    """Whether clergy tells its flock how to live: 'the pope urged the young to be patient'.

    Not what states, arms or votes have to do with.
    """
    by, to = ([p.root for p in side] for side in (proposal.actors, proposal.recipients))
    preached = by and to and all(any(is_a(t, "clergy") for t in _with_title(w)) for w in by)
    if not preached or not all(is_a(word, "flock") for word in to):
        return False
    asked = [c for c in proposal.trigger.rights if c.tag_ == "VB" and c.dep_ in _ASKED]
    return bool(asked) and not any(
        is_a(t, "rouse", "public", "armed", "ballot") for verb in asked for t in verb.subtree
    )


def is_expected(trigger: Token) -> bool:
    """Whether somebody who speaks only expects it of others: '"I *think* they *will* meet"'."""
    node = trigger
    while node.head.i != node.i:
        over = node.head
        if node.dep_ == "ccomp" and is_a(over, "think") and _is_of_speaker(over):
            ahead = any(helper.lower_ in AHEAD for helper in auxiliaries(node))
            return ahead and not _is_of_speaker(node)
        node = over
    return False


def is_bidden(trigger: Token) -> bool:
    """Whether a writer bids his readers do it: '*Arrest* them', 'Refrain from *arresting* them'."""
    verb = clause_of(trigger.head.head if trigger.dep_ == "pcomp" else trigger)
    if verb.tag_ != "VB" or verb.dep_ != "ROOT" or auxiliaries(verb) or subjects(verb):
        return False
    return verb.is_title and all(not t.is_alpha for t in verb.doc[verb.sent.start : verb.i])


def is_order_at_home(verb: Token) -> bool:
    """Whether somebody orders what is his own: 'ordered *his government* to work with Togo'."""
    if not is_a(verb, "order") or verb.pos_ != "VERB":
        return False
    ordered = who_is_told(verb)
    return bool(ordered) and all(
        is_a(noun, "own") and any(o.lower_ in OWN for o in owners(noun)) for noun in ordered
    )


def _looks_on(phrase: Span) -> bool:
    """Whether it is somebody without an office: 'a former envoy', 'the columnist Ann Low'."""
    told = _with_title(phrase.root)
    return any(is_a(t, "onlooker") or t.lower_ in _FORMER for t in told)


def _with_title(head: Token) -> tuple[Token, ...]:
    """A person's word, with what tells what he is."""
    beside = (c for c in head.children if c.dep_ in ("appos", "compound"))
    return (head, *head.lefts, *beside)


def _is_to_own_people(verb: Token) -> bool:
    """Whether a state speaks to its own: 'urged *its citizens*'."""
    whom = (c for c in verb.subtree if c.i > verb.i and is_a(c, "citizen"))
    return any(c.lower_ in OWN for noun in whom for c in noun.lefts)


def _is_of_speaker(verb: Token) -> bool:
    return any(c.dep_ == "nsubj" and c.lower_ in _SPEAKER for c in verb.children)
