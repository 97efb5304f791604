"""Times that belong to a thing beside the trigger: an attack condemned, talks one is asked to.

'Condemned *Monday's* attack' tells no day of the condemning, 'called off *Friday's* strike' none of
the calling off, 'summoned him over the *2 May* raid' none of the summons, 'invited her to talks *on
Friday*' none of the invitation.
"""

from __future__ import annotations

from calendar import day_name

from spacy.tokens import Token

from dragoman.analysis.grammar import (
    ALL_SUBJECTS,
    PRESENT,
    auxiliaries,
    clause_of,
    is_negated,
    particle,
    prepositional,
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
_ASKING = frozenset(
    "invite urge ask request press refuse decline reject agree threaten vow promise pledge warn "
    "call want plan offer".split()
)
_MARKING = frozenset(
    "mark commemorate mourn remember honour honor discuss condemn denounce protest investigate "
    "oppose demand assess debate review support celebrate".split()
)
_WEEKDAYS = frozenset(name.lower() for name in day_name)
_APPOINTING = frozenset(
    "announce call schedule fix set convene plan organise organize summon declare".split()
)
_ANSWERED = frozenset(
    "thank congratulate praise commend criticise criticize blame condemn apologise apologize "
    "rebuke denounce".split()
)
_WANTING = frozenset("describe call brand want seek summon sue extradite".split())
_PROMISING = frozenset("offer promise pledge agree vow propose decide threaten".split())
_GONE = frozenset({"last", "ago", "yesterday", "past"})
_COUNTED_IN = frozenset({"month", "year"})
_ORDINALS = frozenset("second third fourth fifth sixth seventh eighth ninth tenth latest".split())
_FOR = frozenset({"for", "over", "on"})
_PURPOSES = frozenset({"advcl", "acl", "xcomp", "relcl"})
_ATTENDING = frozenset({"attend", "join", "host"})
_MEETINGS = frozenset(
    "talk talks summit meeting conference session negotiation rally ceremony hearing congress "
    "protest march forum inauguration funeral election vote referendum strike boycott vigil "
    "demonstration prayer mourning".split()
)


def is_of_thing_beside(time: Token, trigger: Token) -> bool:
    """Whether a time is not of what ``trigger`` tells, but of a thing told beside it."""
    if _is_of_thing_judged(time, trigger) or _is_of_marking(time, trigger):
        return True
    if _is_of_offer(time, trigger) or _is_of_count(time, trigger):
        return True
    if _is_of_appointed(time, trigger) or _is_of_deed_answered(time, trigger):
        return True
    return _is_of_meeting_asked_to(time, trigger)


def _is_of_offer(time: Token, trigger: Token) -> bool:
    """Whether it is when a thing to come was offered: 'offered to mediate *last month*'."""
    verb = trigger.head
    promised = trigger.dep_ == "xcomp" and trigger.tag_ == "VB" and verb.lemma_ in _PROMISING
    if not promised or verb.tag_ not in ("VBD", "VBN"):
        return False
    words = {time.lower_, *(c.lower_ for c in time.children)}
    return not words.isdisjoint(_GONE) and verb.is_ancestor(time)


def _is_of_count(time: Token, trigger: Token) -> bool:
    """Whether it only tells in what time a deed is the third: 'fired, its third test *this month*'.

    The day of the deed is told, if at all, elsewhere.
    """
    if time.lemma_ not in _COUNTED_IN or time.i < 2 or word_before(time) != "this":
        return False
    noun = time.nbor(-2)
    ordinal = any(c.ent_type_ == "ORDINAL" or c.lower_ in _ORDINALS for c in noun.lefts)
    if not ordinal or noun.pos_ != "NOUN" or noun.i < trigger.i:
        return False
    return noun.i > trigger.i or word_before(noun.left_edge) == ","


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
    if _is_text_named(time, thing, trigger):
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


def _is_text_named(time: Token, thing: Token, trigger: Token) -> bool:
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


def _is_of_appointed(time: Token, trigger: Token) -> bool:
    """Whether it is the day that a later verb sets: 'condemned it and called a rally *for Sunday*'.

    After 'on' it is so of what is held on a day: 'announced a rally *on Sunday*'; 'announced a
    truce on Sunday' is of the announcing.
    """
    verb = clause_of(time)
    later = trigger.i < verb.i < time.i and verb.dep_ == "conj" and not verb.is_ancestor(trigger)
    if not later or verb.lemma_ not in _APPOINTING or any(c.dep_ == "neg" for c in verb.lefts):
        return False
    link = time.head.lower_ if time.dep_ == "pobj" else ""
    things = [c for c in verb.rights if c.dep_ in ("dobj", "ccomp", "oprd")]
    things += prepositional(verb, "for") if verb.lemma_ == "call" else ()
    before = [thing for thing in things if thing.i < time.i]
    if link == "for":
        return bool(before)
    told = {word.lemma_.lower() for thing in before for word in (thing, *thing.subtree)}
    return bool(told & _MEETINGS)


def _is_of_deed_answered(time: Token, trigger: Token) -> bool:
    """Whether it is the day of what one is thanked or blamed for: 'for *sending aid on Friday*'.

    So is a year told after what the words are over: 'over the raid *in 2019*'.
    """
    over = _told_over(time, trigger) if trigger.pos_ == "VERB" else None
    if over is None or time.i < over.i:
        return False
    if trigger.lemma_ in _ANSWERED and over.is_ancestor(time) and time.head.i != over.i:
        return True
    year = time.like_num and len(time) == 4 and time.dep_ == "pobj"
    judging = trigger.lemma_ in _JUDGING | _ANSWERED | PUNISHING | _WANTING
    return year and judging and time.head.i != over.i


def _told_over(time: Token, trigger: Token) -> Token | None:
    """The 'for' or 'over' before what the trigger's words are about.

    The parse may hang it on one of them: 'called them "half asleep" *over* the loss in 2019'.
    """
    own = (c for c in trigger.rights if c.dep_ == "prep" and c.lower_ in _FOR)
    between = trigger.doc[trigger.i + 1 : time.i]
    below = (t for t in between if t.dep_ == "prep" and t.lower_ == "over")
    return next(own, None) or next((t for t in below if trigger.is_ancestor(t)), None)


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
    asked = meeting.i > trigger.i and trigger.is_ancestor(meeting)
    if meeting.lemma_.lower() not in _MEETINGS or not asked:
        return False
    refuses = trigger.lemma_ in _ATTENDING and is_negated(trigger) is not None
    return trigger.lemma_ in _ASKING | {"congratulate"} or refuses
