"""Whether what names no party is an event all the same: 'a truce took effect'.

No event are 'fears of unrest' and 'calls for restraint', of which nobody is told.
"""

from __future__ import annotations

from spacy.tokens import Token

from dragoman.analysis import Analysis
from dragoman.analysis.grammar import DEFINITE, NOUN_SUBJECTS, is_passive, subjects
from dragoman.events.anchors import trigger_of
from dragoman.events.parties.miscast import SPELLS
from dragoman.mention import DONE, Entity, Mention

HAPPENINGS = frozenset({"ASSAULT", "CONSULT", "COERCE", "MOBILIZE", "PROTEST", "RETREAT"})
"""Types that the news tells without saying by whom, and that are events all the same."""
# Nouns under which an event is an observer's wish or view, not anybody's act.
_OUTLOOK = frozenset(
    {"opportunity", "opportunities", "room", "scope", "window", "hope", "hopes", "prospect",
     "prospects", "need", "chance", "chances"}
)  # fmt: skip
_DECLARED = ("CONCEDE", None)
# Words that nobody in particular says are no act.
_NEEDS_ACTOR = frozenset({"AGREE", "REJECT", "REQUEST", "THREATEN"})
_TELLING = frozenset("confirm detect observe record register report track".split())
_RUINING = frozenset(
    "torch burn destroy raze ransack loot shell bomb bombard ambush attack storm".split()
)
_ENDING = frozenset("repel repulse rebuff break breach relieve".split())
_GETTING = frozenset({"receive", "get"})
_READER = frozenset({"i", "you"})


def is_event(mention: Mention, analysis: Analysis) -> bool:
    """Whether a mention is more than an outlook, and names the parties its type needs."""
    if mention.status == "possible" and any(cue.text.lower() in _OUTLOOK for cue in mention.cues):
        return False
    if not mention.recipients and mention.event == "AID":
        return any(_gives(actor) for actor in mention.actors)
    if mention.actors or (mention.recipients and mention.event not in _NEEDS_ACTOR):
        return True
    token = trigger_of(mention, analysis)
    if mention.event == "THREATEN" and mention.recipients and mention.status in DONE:
        return _is_received(token)
    if mention.event not in HAPPENINGS and (mention.event, mention.mode) != _DECLARED:
        return False
    if any(s.lower_ in _READER for s in subjects(token)):
        return False  # 'I may repeal my consent': a form, not the news
    return _is_told_for_itself(token, mention)


def _gives(party: Entity) -> bool:
    """Whether its help is an event whoever is helped: a state's or a body's, not a nurse's."""
    return party.country is not None and party.sectors[:1] in ((), ("GOV",), ("MIL",))


def _is_received(threat: Token) -> bool:
    """Whether it is told of whom it reached: 'two judges *were threatened*', 'got *threats*'."""
    if threat.pos_ == "VERB":
        return is_passive(threat)
    return threat.dep_ == "dobj" and threat.head.lemma_ in _GETTING


def _is_told_for_itself(trigger: Token, mention: Mention) -> bool:
    """Whether a happening without parties is what its clause is about: 'a truce took effect'."""
    if mention.magnitudes.killed or mention.magnitudes.injured:
        return True
    if trigger.pos_ == "VERB":
        harmed = mention.event == "ASSAULT" and mention.status in DONE and _is_suffered(trigger)
        if mention.event == "RETREAT" and trigger.lemma_ == "leave":
            return False  # 'a truce that leaves the region on edge'
        return harmed or bool(mention.where) or mention.event in ("RETREAT", "CONCEDE")
    if _is_come_under(trigger):
        return mention.event == "ASSAULT" and mention.status in DONE
    if trigger.dep_ == "pobj" and trigger.head.head.lemma_.lower() in SPELLS:
        trigger = trigger.head.head  # 'weeks of protests shook the city'
    if trigger.dep_ == "dobj" and trigger.head.lemma_ in _TELLING and is_definite(trigger):
        return True  # 'Japan detected the launch'
    if trigger.dep_ == "dobj" and trigger.head.lemma_ in _ENDING:
        return True  # 'repelled an attack on Bangui', 'broke the siege'
    return trigger.dep_ in NOUN_SUBJECTS | {"ROOT"}


def _is_suffered(verb: Token) -> bool:
    """Whether its clause tells what befell a thing: 'ten of them *were torched*'."""
    return verb.lemma_ in _RUINING and any(c.dep_ == "nsubjpass" for c in verb.lefts)


def _is_come_under(noun: Token) -> bool:
    """Whether its clause tells what somebody came under: 'the village came under mortar *fire*'."""
    under = noun.head
    return noun.dep_ == "pobj" and under.lower_ == "under" and under.head.lemma_ == "come"


def is_definite(token: Token) -> bool:
    """Whether the noun points back: 'the visit', 'this attack', "Pezeshkian's trip"."""
    if token.pos_ != "NOUN":
        return False
    return any(
        (child.dep_ == "det" and child.lower_ in DEFINITE) or child.dep_ == "poss"
        for child in token.children
    )
