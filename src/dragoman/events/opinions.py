"""What an onlooker says ought to be done, or might come of it: no request and no threat.

'"They must go," said a former envoy', 'an analyst said that Seoul should answer', 'the mayor warned
that a blockade could provoke unrest', 'an alert warned residents of a missile', 'urged its citizens
to leave Mali'. Else who *urges* or *calls on* somebody asks him, whoever he is.
"""

from __future__ import annotations

from spacy.tokens import Span, Token

from dragoman.analysis.grammar import auxiliaries, subjects
from dragoman.events.proposal import Proposal

_OUGHT = frozenset("must should ought need have say tell add write argue believe insist".split())
_FORMER = frozenset({"former", "ex", "retired", "late", "onetime"})
_ONLOOKERS = frozenset(
    "analyst expert observer columnist commentator historian professor scholar academic researcher "
    "scientist economist author writer blogger reader pundit editorial newspaper critic journalist "
    "lecturer strategist shopkeeper resident farmer neighbour neighbor".split()
)
_WARNING = frozenset({"warn", "caution"})
_MIGHT = frozenset({"could", "may", "might", "can"})
_LEADING = frozenset(
    "lead result cause trigger provoke spark fuel escalate destabilise destabilize undermine "
    "worsen deepen spread collapse ignite encourage embolden jeopardise jeopardize risk".split()
)
_ALARMS = frozenset(
    "alert alarm siren message system broadcaster station app loudspeaker radio television".split()
)
_SEEKING_COVER = frozenset({"shelter", "cover", "indoors", "underground"})
_STAYING_SAFE = frozenset(
    "leave avoid evacuate stay remain shelter seek take refrain travel".split()
)
_OWN = frozenset({"its", "his", "her", "their"})
_CITIZENS = frozenset("resident citizen national people traveller traveler public".split())


def is_opinion(proposal: Proposal) -> bool:
    """Whether a proposed request or threat is only what an onlooker thinks, or an alarm."""
    trigger = proposal.trigger
    if trigger.lemma_ in _WARNING:
        return _is_forecast(trigger) or _is_alarm(proposal)
    if _is_advice(trigger):
        return True
    if proposal.event != "REQUEST" or trigger.lemma_.lower() not in _OUGHT:
        return False
    return bool(proposal.actors) and all(map(_looks_on, proposal.actors))


def _looks_on(phrase: Span) -> bool:
    """Whether it is somebody without an office: 'a former envoy', 'the columnist Ann Low'."""
    head = phrase.root
    told = (head, *head.lefts, *(c for c in head.children if c.dep_ in ("appos", "compound")))
    return any(t.lemma_.lower() in _ONLOOKERS or t.lower_ in _FORMER for t in told)


def _is_forecast(verb: Token) -> bool:
    """Whether it warns of what a thing could lead to: 'warned that it *could provoke* unrest'."""
    for clause in verb.rights:
        if clause.dep_ not in ("ccomp", "advcl") or clause.lemma_ not in _LEADING:
            continue
        if any(h.lower_ in _MIGHT for h in auxiliaries(clause)):
            return True
    return False


def _is_alarm(proposal: Proposal) -> bool:
    """Whether people are told to look out: 'sirens warned them', 'Mali warned its citizens'."""
    verb = proposal.trigger
    by = (*subjects(verb), *(phrase.root for phrase in proposal.actors))
    return any(word.lemma_.lower() in _ALARMS for word in by) or _is_to_own_people(verb)


def _is_advice(verb: Token) -> bool:
    """Whether people are told how to be safe: 'urged residents to take *shelter*'.

    Or by their own state to keep away: 'urged its citizens to leave Mali'.
    """
    asked = next((c for c in verb.rights if c.dep_ in ("xcomp", "ccomp") and c.tag_ == "VB"), None)
    if asked is None:
        return False
    if any(c.lower_ in _SEEKING_COVER for c in (asked, *asked.rights)):
        return True
    return asked.lemma_ in _STAYING_SAFE and _is_to_own_people(verb)


def _is_to_own_people(verb: Token) -> bool:
    """Whether a state speaks to its own: 'urged *its citizens*'."""
    whom = (c for c in verb.subtree if c.i > verb.i and c.lemma_.lower() in _CITIZENS)
    return any(c.lower_ in _OWN for noun in whom for c in noun.lefts)
