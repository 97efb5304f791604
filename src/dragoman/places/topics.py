"""What talks, deals and replies are about, whose place is not theirs, and what follows on it."""

from __future__ import annotations

from spacy.tokens import Token

from dragoman.analysis.grammar import clause_of
from dragoman.places.sited import INSIDE, Sited
from dragoman.places.struck import is_hosted_for
from dragoman.times.clauses import told_by

_CAUSES = frozenset("for to after before over about following since despite".split())
_TOWNWARDS = frozenset({"in", "at"})
_ON = frozenset("on over about for against of".split())


def is_after_topic(event: Sited, hinge: Token, head: Token, town: bool) -> bool:
    """Whether a place is the event's own though the parse hangs it on another word.

    Args:
        event: the event.
        hinge: the preposition over the place.
        head: the word that it hangs on.
        town: whether the place is a town, or something as small.
    """
    if event.meeting and is_hosted_for(head, event.trigger):
        return True  # 'will host the ministers in Doha for talks'
    return _is_second(event, hinge) or (town and _is_of_signing(event, hinge, head))


def is_of_cause(event: Sited, hinge: Token) -> bool:
    """Whether a place comes right after another event, the cause: 'in reply to raids *in* Gao'."""
    noun = hinge
    while noun.i and (noun.i == hinge.i or noun.ent_type_ in ("DATE", "TIME")):
        noun = noun.nbor(-1)
    return noun.i in event.others and noun.dep_ == "pobj" and noun.head.lower_ in _CAUSES


def _is_second(event: Sited, hinge: Token) -> bool:
    """Whether a place follows on that of the topic: 'held talks on the war in Sudan *in* Oslo'."""
    if hinge.lower_ not in _TOWNWARDS or hinge.i < 2:
        return False
    first = hinge.nbor(-1)
    over = first.head
    if first.pos_ != "PROPN" or first.dep_ != "pobj":
        return False
    if over.lower_ in INSIDE:
        topic = over.head.dep_ == "pobj" and over.head.head.lower_ in _ON
    else:
        topic = is_topic(event, over)
    return topic and clause_of(hinge).i in (event.trigger.i, told_by(event.trigger).i)


def is_topic(event: Sited, hinge: Token) -> bool:
    """Whether a preposition leads from talks to what they are about: 'talks *on* the Nile dam'."""
    trigger = event.trigger
    about = event.meeting and not event.hosted and hinge.lower_ in ("on", "over")
    return about and trigger.pos_ == "NOUN" and hinge.head.i == trigger.i


def _is_of_signing(event: Sited, hinge: Token, head: Token) -> bool:
    """Whether a town that the parse hangs on the topic is where it was signed.

    'Signed a deal on fishing rights *in* Dakar', not 'a deal on the port in Gwadar'.
    """
    if not event.signing or hinge.lower_ not in _TOWNWARDS:
        return False
    if head.dep_ == "dobj" and head.head.i == event.trigger.i:
        return True  # 'signed the accord in Dakar'
    if head.dep_ != "pobj":
        return False
    told = any(c.dep_ in ("det", "poss", "nummod") for c in head.lefts)
    deal = head.head.head
    topic = head.head.lower_ in _ON and deal.dep_ == "dobj" and not told
    return topic and deal.head.i == event.trigger.i
