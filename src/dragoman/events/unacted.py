"""Deeds that are only a word: a topic, what is avoided, what somebody does to himself.

'The abductions *issue*', 'in order *not to* fire it over Mali', 'the gunman killed *himself*',
'declined to *comment*', 'a *cabinet* meeting', police called to a *crash*.
"""

from __future__ import annotations

from spacy.tokens import Token

from dragoman.analysis.grammar import is_negated, prepositional
from dragoman.events.proposal import Proposal

_TOPICS = frozenset({"issue", "question"})
_KILLING = frozenset("kill shoot hang stab drown poison strangle".split())
_SELVES = frozenset({"himself", "herself", "themselves", "itself"})
_IN_ATTACKS = frozenset({"suicide-attack", "explosives"})
_REFUSING = frozenset({"refuse", "decline"})
_TELLING = frozenset("comment say elaborate specify identify name disclose reveal divulge".split())
_SITTINGS = frozenset({"meeting", "session"})
_BODIES = ("cabinet", "national security council")
_JOINT = frozenset({"joint", "bilateral", "trilateral", "ministers"})
_ACCIDENTS = frozenset(
    "crash derail derailment accident collision collide pileup blaze wildfire flood earthquake "
    "landslide avalanche".split()
)
_FIELD = frozenset({"field", "guidance"})


def is_only_worded(proposal: Proposal) -> bool:
    """Whether nobody does what a proposal's word names."""
    trigger, event = proposal.trigger, proposal.event
    if _is_topic(trigger) or _is_avoided(trigger):
        return True
    match event:
        case "ASSAULT":
            return proposal.mode not in _IN_ATTACKS and _is_to_oneself(trigger)
        case "MOBILIZE":
            rescue = proposal.mode == "police" and _is_at_accident(trigger)
            return rescue or _is_looked_at(trigger)
        case "REJECT":
            return _is_silence(trigger)
        case "CONSULT":
            return _is_of_own_body(trigger)
    return False


def _is_topic(noun: Token) -> bool:
    """Whether it only tells what an issue is about: 'the *abductions* issue'."""
    return noun.dep_ in ("compound", "nmod") and noun.head.lemma_.lower() in _TOPICS


def _is_avoided(verb: Token) -> bool:
    """Whether it is what something is done not to do: 'in order *not to* hit', 'so as *not to*'."""
    if verb.tag_ != "VB" or is_negated(verb) is None:
        return False
    before = verb.doc[max(verb.sent.start, verb.i - 4) : verb.i].text.lower()
    return "order not to" in before or "so as not to" in before


def _is_to_oneself(verb: Token) -> bool:
    """Whether he does it to himself alone: 'shot himself', not 'killed himself and two guards'."""
    if verb.lemma_ not in _KILLING:
        return False
    whom = [c for c in verb.rights if c.dep_ == "dobj"]
    return bool(whom) and all(c.lower_ in _SELVES and not any(c.conjuncts) for c in whom)


def _is_at_accident(verb: Token) -> bool:
    """Whether crews are sent to help where nobody did harm: 'were called to the *crash*'."""
    scene = {place.lemma_.lower() for place in prepositional(verb, "to")}
    if verb.lemma_ == "call" and "scene" in scene:
        return True
    return any(word.lemma_.lower() in _ACCIDENTS for word in verb.sent)


def _is_looked_at(trigger: Token) -> bool:
    """Whether forces are only inspected: 'inspected the fleet', 'a *field* inspection'."""
    if trigger.lemma_ == "inspect":
        return True
    looked = trigger.lemma_.lower() == "inspection"
    return looked and any(c.lower_ in _FIELD for c in trigger.lefts)


def _is_silence(verb: Token) -> bool:
    """Whether somebody only says nothing: 'declined to *comment*', 'refused to *say* who'."""
    if verb.lemma_ not in _REFUSING:
        return False
    left = (c for c in verb.rights if c.dep_ == "xcomp")
    return any(c.lemma_ in _TELLING or _is_no_answer(c) for c in left)


def _is_no_answer(verb: Token) -> bool:
    """Whether nothing is told that is answered: 'refused to *respond*'."""
    return verb.lemma_ in ("respond", "reply") and not any(c.dep_ == "prep" for c in verb.rights)


def _is_of_own_body(noun: Token) -> bool:
    """Whether a state's own ministers sit: 'a *cabinet* meeting', not 'a joint cabinet session'."""
    if noun.lemma_.lower() not in _SITTINGS:
        return False
    words = [t for t in noun.subtree if t.i <= noun.i or t.head.lower_ == "of"]
    told = " ".join(t.lower_ for t in words)
    if not any(body in told for body in _BODIES) or any(prepositional(noun, "with", "between")):
        return False
    several = sum(t.ent_type_ in ("GPE", "NORP") for t in words) > 1
    return not several and not any(t.lower_ in _JOINT or "-" in t.text for t in words)
