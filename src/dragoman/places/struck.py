"""What is hit or shut, where from, and which town is to host: a place by its part in the clause."""

from __future__ import annotations

from spacy.tokens import Token

from dragoman.analysis.grammar import ALL_SUBJECTS, DONE_TO, SUBJECTS, prepositional
from dragoman.places.sited import BESETTING, HOSTING, PLANNING, STRIKING

_RELATIVE = frozenset({"WDT", "WP"})
_STAGING = HOSTING | {"hold", "stage"}
_SHOOTING = STRIKING | {"fire", "launch", "shoot", "attack", "open"}
_OPENINGS = frozenset("opening reopening closing closure".split())
_OPENING = frozenset("open reopen close shut block unblock lift end ease".split()) | _OPENINGS
_TAKING = STRIKING | frozenset("attack capture overrun raid recapture retake seize storm".split())
_LIGHT = frozenset("open launch carry stage mount conduct make".split())
_UP = 4


def is_done_to(trigger: Token, ground: Token) -> bool:
    """Whether the deed is done to a ground: 'closed the *crossing*', 'the *crossing* it closed'."""
    if ground.dep_ in DONE_TO and ground.head.i == trigger.i:
        return True
    if trigger.dep_ != "relcl" or trigger.head.i != ground.i:
        return trigger.pos_ == "NOUN" and is_hit_by(trigger, ground)
    return any(c.tag_ in _RELATIVE and c.dep_ in DONE_TO for c in trigger.lefts)


def is_opened(trigger: Token) -> bool:
    """Whether a crossing is opened or shut, or a siege lifted, which is more than said."""
    return trigger.lemma_ in _OPENING


def is_of_siege(trigger: Token, noun: Token) -> bool:
    """Whether what comes after 'of' is besieged, taken or opened: 'ended their *siege* of Gao'.

    The noun is the deed, or what the deed is done to.
    """
    done = noun.head.i == trigger.i and noun.dep_ in DONE_TO
    besetting = noun.lower_ in BESETTING | _OPENINGS
    return besetting and (noun.i == trigger.i or done)


def is_opening_fire(trigger: Token, verb: Token) -> bool:
    """Whether a verb only carries the event's noun: '*opened* fire', '*launched* a raid'."""
    return trigger.dep_ == "dobj" and trigger.head.i == verb.i and verb.lemma_ in _LIGHT


def is_hit_by(trigger: Token, place: Token) -> bool:
    """Whether fire, which is the event's word, hits the place: 'a *raid* hit Gao'."""
    fire = trigger.head if trigger.dep_ == "acl" else trigger  # 'rockets *launched* at noon hit'
    verb = struck_by(place) or place.head
    done = place.dep_ == "dobj" or verb.i != place.head.i
    hit = done and verb.pos_ == "VERB" and verb.lemma_ in STRIKING
    return hit and fire.dep_ in SUBJECTS and fire.head.i == verb.i


def struck_by(place: Token) -> Token | None:
    """The verb right before a place that the parse does not hang on it, or on nothing.

    'As rockets *hit* Gao'; 'rebels *retake* Gao', where it may be taken for part of the name.
    """
    first = place
    while first.i and first.nbor(-1).head.i == place.i and first.nbor(-1).dep_ == "compound":
        first = first.nbor(-1)
    verb = first.nbor(-1) if first.i else place
    if first.lemma_ in _TAKING and first.i < place.i and first.text.islower():
        return first
    return verb if place.dep_ == "dep" and verb.pos_ == "VERB" else None


def is_shot_from(trigger: Token, place: Token) -> bool:
    """Whether fire only comes from the place: 'fired rockets *from* Tyre at Haifa'."""
    node = place
    for _ in range(_UP):
        if node.dep_ == "prep" and node.lower_ == "from":
            verb = node.head if node.head.pos_ == "VERB" else node.head.head
            return trigger.lemma_ in _SHOOTING and trigger.i in (node.head.i, verb.i)
        if node.dep_ not in ("pobj", "prep", "conj") or node.head.i == node.i:
            return False
        node = node.head
    return False


def is_host(trigger: Token, place: Token) -> bool:
    """Whether a town is to host the meeting: 'the summit that Gao was to *host*'.

    So is one that it had been planned for.
    """
    verb = place.head
    if place.dep_ == "pobj" and verb.lower_ == "for":
        planned = verb.head
        mine = trigger.dep_ in ALL_SUBJECTS and trigger.head.i == planned.i
        return planned.lemma_ in PLANNING and (mine or _tells_of(planned, trigger))
    if place.dep_ not in SUBJECTS or verb.pos_ not in ("VERB", "AUX"):
        return False
    hosting = _what_is_to_be_done(verb)
    if hosting.lemma_ == "hold" and (place.conjuncts or any(prepositional(trigger, "with"))):
        return False  # 'Oslo and the rebels held talks', 'Oslo held talks with them'
    done = trigger.dep_ == "dobj" and trigger.head.i == hosting.i
    return hosting.lemma_ in _STAGING and (done or _tells_of(verb, trigger))


def _tells_of(verb: Token, noun: Token) -> bool:
    return verb.dep_ == "relcl" and verb.head.i == noun.i


def _what_is_to_be_done(verb: Token) -> Token:
    """'Host' of 'was to host', which the parse may take for a noun; else the verb."""
    for child in verb.rights:
        if child.dep_ == "xcomp":
            return child
        if child.dep_ == "prep" and child.lower_ == "to" and verb.lemma_ == "be":
            return next(child.rights, verb)
    return verb


def is_receiving(trigger: Token, place: Token) -> bool:
    """Whether a country receives the visitor: '*Chad* will receive Sisi on Friday'."""
    mine = place.dep_ in SUBJECTS and place.head.i == trigger.i
    return mine and trigger.lemma_ in HOSTING


def is_hosted_for(head: Token, trigger: Token) -> bool:
    """Whether a place's word is hosting, or whom it hosts, *for* the meeting: 'hosts them ... *for*
    talks'.
    """
    verb = head.head if head.dep_ == "dobj" else head
    if verb.lemma_ not in HOSTING or trigger.dep_ != "pobj":
        return False
    return trigger.head.lower_ == "for" and verb.is_ancestor(trigger)
