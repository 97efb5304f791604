"""Times that belong to a thing beside the trigger: an attack condemned.

'Condemned *Monday's* attack' tells no day of the condemning, 'called off *Friday's* strike' none of
the calling off, 'summoned him over the *2 May* raid' none of the summons.
"""

from __future__ import annotations

from spacy.tokens import Token

from dragoman.analysis.grammar import (
    ALL_SUBJECTS,
    PRESENT,
    auxiliaries,
    particle,
    word_before,
)
from dragoman.times.clauses import PUNISHING

_JUDGING = frozenset(
    "condemn criticise criticize denounce deplore decry praise welcome hail mourn applaud protest "
    "investigate probe discuss review avenge blame reject cancel postpone regret defend justify "
    "lament slam decry blast castigate debate examine recall accuse suspect".split()
)
_ABOUT = frozenset("to of over about on against after before since following despite from".split())
# 'Flew to the 3 May summit' was then; 'spoke about the 3 May raid' was not.
_CONCERNING = (_ABOUT - {"to", "of", "from"}) | {"into", "regarding", "concerning"}
_HELD_IN = frozenset({"in", "at", "during", "on"})
_TEXTS = frozenset(
    "agreement deal accord treaty pact convention resolution law act constitution protocol "
    "memorandum decree charter".split()
)
_SIGNING = frozenset("sign conclude ratify adopt reach strike pass approve negotiate".split())
_STRETCHES = frozenset(
    "weekend week month day night morning afternoon evening holiday period anniversary".split()
)
_OCCASIONS = frozenset({"anniversary", "holiday"})
_IN_NAME = frozenset({"compound", "nmod", "nummod", "det"})
_ON = frozenset({"on", "in", "by", "until", "from"})
_MARKING = frozenset(
    "mark commemorate mourn remember honour honor discuss condemn denounce protest investigate "
    "oppose demand assess debate review support celebrate".split()
)
_PURPOSES = frozenset({"advcl", "acl", "xcomp", "relcl"})


def is_of_thing_beside(time: Token, trigger: Token) -> bool:
    """Whether a time is not of what ``trigger`` tells, but of a thing told beside it."""
    return _is_of_thing_judged(time, trigger) or _is_of_marking(time, trigger)


def is_of_another(time: Token, trigger: Token) -> bool:
    """Whether the time is part of the name of something else: 'a reply to *the ban of Monday*'.

    So it is with 'the 6 July proposal', whatever that does, and 'the 2 May raid', whatever is said
    about it.
    """
    thing = _thing_named(time)
    if thing is None or thing.i == trigger.i or thing.is_ancestor(trigger):
        return False
    if time.dep_ == "pobj" and thing.lemma_ in _STRETCHES - _OCCASIONS:
        return False  # 'on the night of 2 May'
    if _is_text_named(time, thing):
        return True
    if thing.lemma_ in _STRETCHES and (thing.lemma_ != "anniversary" or time.dep_ in _IN_NAME):
        return False  # 'on the night of 9 May', 'at the 9 May anniversary'
    about = thing.head.lower_ if thing.dep_ == "pobj" else ""
    if about == "by" and thing.head.head.i != trigger.i and thing.pos_ == "NOUN":
        return True  # 'protests set off *by last week's ban*', 'schools hit by the storm of 2023'
    if time.dep_ not in _IN_NAME:
        return thing.pos_ == "NOUN" and about in _ABOUT
    if thing.dep_ in (*ALL_SUBJECTS, "dobj"):
        return not trigger.is_ancestor(thing)
    return about in _CONCERNING or (about == "for" and trigger.lemma_ in PUNISHING)


def _is_text_named(time: Token, thing: Token) -> bool:
    """Whether a year names a text that the trigger does not make: 'under *the 1978 agreement*'."""
    year = time.like_num and len(time) == 4 and time.dep_ in _IN_NAME
    if not year or thing.lemma_ not in _TEXTS:
        return False
    return not (thing.dep_ in ("dobj", "nsubjpass") and thing.head.lemma_ in _SIGNING)


def _thing_named(time: Token) -> Token | None:
    """What a date is part of the name of: '2 May *raid*', "Monday's *raid*", '*raid* of 2 May'.

    The parse may tie the date of 'on 2 May rebels fled', or 'sat there on Friday holding placards',
    to the noun after it.
    """
    if time.dep_ == "pobj":
        return time.head.head if time.head.lower_ == "of" else None
    if time.dep_ == "poss":
        return time.head
    if time.dep_ != "det" and word_before(time) in _ON:
        return None
    named = time.dep_ in _IN_NAME and time.head.tag_ in ("NN", "NNS")
    return time.head if named and time.head.i > time.i else None


def _is_of_thing_judged(time: Token, trigger: Token) -> bool:
    """Whether it is the day of what a verb judges or takes off: 'condemned *Monday's* attack'.

    Not that of where the words were spoken: 'condemned it at *Monday's* session'.
    """
    if is_judged_now(time, trigger):
        return True
    thing = _thing_named(time)
    if thing is None or thing.pos_ != "NOUN" or trigger.pos_ != "VERB":
        return False
    judged = trigger.lemma_ in _JUDGING or (trigger.lemma_ == "call" and particle(trigger) == "off")
    if not judged or thing.lemma_ in _STRETCHES or not trigger.is_ancestor(thing):
        return False
    held_in = thing.dep_ == "pobj" and thing.head.lower_ in _HELD_IN
    return not (held_in and thing.head.head.i == trigger.i)


def is_judged_now(time: Token, verb: Token) -> bool:
    """Whether a time stands behind what the present or the perfect judges, and is of that.

    'We condemn the raid in Bor *on 9 May*', 'has condemned'.
    """
    now = {verb.tag_, *(helper.tag_ for helper in auxiliaries(verb))} & PRESENT
    if not now or verb.lemma_ not in _JUDGING or verb.pos_ != "VERB":
        return False
    things = (c for c in verb.rights if c.dep_ == "dobj" and c.pos_ == "NOUN")
    return any(thing.i < time.i for thing in things) and verb.is_ancestor(time)


def _is_of_marking(time: Token, trigger: Token) -> bool:
    """Whether it is when people came together over a thing: 'a vigil *on Friday* to mark the raid'.

    What they discuss, mark or mourn was before.
    """
    verb = trigger.head
    if trigger.dep_ != "dobj" or verb.lemma_ not in _MARKING or verb.dep_ not in _PURPOSES:
        return False
    return time.i != verb.i and not verb.is_ancestor(time)
