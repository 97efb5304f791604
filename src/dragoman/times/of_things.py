"""Times that belong to a thing beside the trigger: an attack condemned, talks one is asked to.

'Condemned *Monday's* attack' tells no day of the condemning, 'called off *Friday's* strike' none of
the calling off, 'invited her to talks *on Friday*' none of the invitation.
"""

from __future__ import annotations

from calendar import day_name

from spacy.tokens import Token

from dragoman.analysis.grammar import is_negated, particle

_JUDGING = frozenset(
    "condemn criticise criticize denounce deplore decry praise welcome hail mourn applaud protest "
    "investigate probe discuss review avenge blame reject cancel postpone regret defend justify "
    "boycott".split()
)
_ASKING = frozenset(
    "invite urge ask request press refuse decline reject agree threaten vow promise pledge warn "
    "call want plan offer".split()
)
_MARKING = frozenset(
    "mark commemorate mourn remember honour honor discuss condemn denounce protest investigate "
    "oppose demand assess debate review support celebrate".split()
)
_WEEKDAYS = frozenset(name.lower() for name in day_name)
_PURPOSES = frozenset({"advcl", "acl", "xcomp", "relcl"})
_ATTENDING = frozenset({"attend", "join", "host"})
_MEETINGS = frozenset(
    "talk talks summit meeting conference session negotiation rally ceremony hearing congress "
    "protest march forum inauguration funeral election".split()
)


def is_of_thing_beside(time: Token, trigger: Token) -> bool:
    """Whether a time is not of what ``trigger`` tells, but of a thing told beside it."""
    if _is_of_thing_judged(time, trigger) or _is_of_marking(time, trigger):
        return True
    return _is_of_meeting_asked_to(time, trigger)


def _is_of_thing_judged(time: Token, trigger: Token) -> bool:
    """Whether it is the day of what a verb judges or takes off: 'condemned *Monday's* attack'."""
    if time.dep_ != "poss" or time.head.pos_ != "NOUN" or trigger.pos_ != "VERB":
        return False
    judged = trigger.lemma_ in _JUDGING or (trigger.lemma_ == "call" and particle(trigger) == "off")
    thing = time.head
    return judged and thing.i > trigger.i and trigger.is_ancestor(thing)


def _is_of_marking(time: Token, trigger: Token) -> bool:
    """Whether it is when people came together over a thing: 'a vigil *on Friday* to mark the raid'.

    What they discuss, mark or mourn was before.
    """
    verb = trigger.head
    if trigger.dep_ != "dobj" or verb.lemma_ not in _MARKING or verb.dep_ not in _PURPOSES:
        return False
    return time.i != verb.i and not verb.is_ancestor(time)


def _is_of_meeting_asked_to(time: Token, trigger: Token) -> bool:
    """Whether it is the day of a meeting that one is asked to, or refuses: 'to talks *on Friday*'.

    A weekday right behind the word for the meeting is the meeting's; a date gone by may be that of
    the asking.
    """
    on = time.head if time.dep_ == "pobj" else time
    days = {word.lower_ for word in (on, *on.rights)}
    if trigger.pos_ != "VERB" or on.i == 0 or not days & _WEEKDAYS:
        return False
    meeting = on.nbor(-1)
    if meeting.lemma_.lower() not in _MEETINGS or not trigger.is_ancestor(meeting):
        return False
    refuses = trigger.lemma_ in _ATTENDING and is_negated(trigger) is not None
    return trigger.lemma_ in _ASKING or refuses
