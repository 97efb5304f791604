"""Whether a place told below an event's word is told of the event's own doing."""

from __future__ import annotations

from collections.abc import Iterator

from spacy.tokens import Token

from dragoman.analysis.grammar import ALL_SUBJECTS, PREDICATES, SUBJECTS
from dragoman.places.sited import (
    AT_ONCE,
    HINGES,
    IN_TURN,
    INSIDE,
    OF_DEEDS,
    STIRRING,
    STRIKING,
    WITHIN,
    Sited,
    opener,
)  # fmt: skip
from dragoman.times.clauses import happens, told_by
from dragoman.times.joined import HARMING, harms_too

_OF_PROTEST = OF_DEEDS - {"against", "on", "with"}  # what they are about is elsewhere
_OF_WORDS = WITHIN - {"near", "across"} | {"on", "of"}
_WAYS = frozenset(
    "visit trip tour journey flight march way route return convoy entrance access road highway "
    "gate border crossing bridge corridor approach exit".split()
)
_LANDING = frozenset("land fall splash crash fly pass".split())
_DYING = frozenset({"kill", "wound", "injure", "die", "hurt"})


def leads_down(event: Sited, hinge: Token, head: Token) -> bool:
    """Whether a place below the trigger is told of the trigger's own doing."""
    trigger, node, last = event.trigger, head, head
    if hinge.lower_ in ("from", "to") and _is_of_somebody(event, head):
        return False
    while node.i != trigger.i:
        if not _goes_down(event, node, hinge, head):
            return False
        node, last = node.head, node
    return not event.spoken or _is_of_speaker(event, last, head)


def _is_of_somebody(event: Sited, head: Token) -> bool:
    """'A man *from* Oslo', 'an envoy *to* Mali': that tells who it is, unless things move there."""
    if head.pos_ in PREDICATES or head.lemma_.lower() in _WAYS:
        return False
    return not event.moving or head.dep_ in SUBJECTS


def _is_of_speaker(event: Sited, last: Token, head: Token) -> bool:
    """Whether the place below an act of speech is where it was said, or where the speaker is."""
    if last.dep_ == "advcl":
        setting = all(a.dep_ in HINGES | {"pobj"} for a in _way(head, last))
        return last.tag_ == "VBG" and last.i < event.trigger.i and setting
    if last.dep_ == "prep" and last.lower_ in _OF_WORDS - {"of"}:
        return True
    return last.dep_ in ALL_SUBJECTS | HINGES | {"poss"} and event.does(head)


def _way(low: Token, high: Token) -> Iterator[Token]:
    """The words from one up to one over it, which is left out."""
    node = low
    while node.i != high.i and node.head.i != node.i:
        yield node
        node = node.head


def _goes_down(event: Sited, node: Token, hinge: Token, head: Token) -> bool:
    """Whether one step from a place's word up to the trigger stays with what the trigger tells."""
    up, trigger = node.head, event.trigger
    hung = node.dep_ == "pobj" and up.lower_ in WITHIN
    if node.i in event.others and not hung and not _is_harm(node, trigger):
        return False
    if node.dep_ in HINGES:
        if event.spoken:
            return node.lower_ in _OF_WORDS | {"by", "from"}
        return node.lower_ in (_OF_PROTEST if event.protest else OF_DEEDS)
    if node.dep_ == "appos" or node.lemma_ in IN_TURN:
        return False
    if event.moving and node.lemma_ in _LANDING and node.dep_ != "ccomp":
        return True  # 'a missile that flew over Crete before it *fell* into the sea'
    if node.dep_ == "conj" and node.pos_ in PREDICATES:
        return _is_harm(node, trigger) or not _has_complement(up, node)
    if node.dep_ == "advcl":
        return _is_same_time(event, node, hinge, head)
    if node.dep_ in ("relcl", "acl"):
        return _tells_of_noun(event, node, head)
    if node.dep_ == "pcomp":
        return up.lower_ in ("by", "in")
    if node.dep_ in ("ccomp", "xcomp"):
        below = node.dep_ == "xcomp" or node.i == head.i
        return not event.spoken and up.pos_ in PREDICATES and below
    return node.dep_ != "parataxis"


def _is_harm(node: Token, trigger: Token) -> bool:
    """Whether a verb tells what more was done to those whom the deed was done to."""
    if node.lemma_ in HARMING or harms_too(node, told_by(trigger)):
        return True
    same = any(c.dep_ == "dobj" and c.tag_ == "PRP" for c in node.rights)
    return same and node.dep_ == "conj" and node.head.i == trigger.i  # 'took a man and beat him'


def _is_same_time(event: Sited, node: Token, hinge: Token, head: Token) -> bool:
    """Whether an adverbial clause tells how the deed was done, or what went on then and there."""
    opens = opener(node)
    if opens is None:
        if node.tag_ == "VBG" and node.lemma_ not in STIRRING:
            return node.i == head.i or node.lemma_ in HARMING or node.i < event.trigger.i
        return node.lemma_ in HARMING
    if event.spoken or event.moving:
        return False
    if opens.lower_ == "after":
        return event.trigger.lemma_ in _DYING
    return opens.tag_ == "TO" or (opens.lower_ in AT_ONCE and hinge.lower_ in INSIDE)


def _tells_of_noun(event: Sited, node: Token, head: Token) -> bool:
    """Whether a side clause on a noun below the trigger tells of the trigger's own doing."""
    up = node.head
    if up.i == event.trigger.i:
        return node.i == head.i or node.lemma_ in STRIKING or happens(node)
    if event.spoken:
        return False
    return _is_going_on(node) or (node.dep_ == "acl" and node.tag_ in ("VBN", "VBG"))


def _is_going_on(verb: Token) -> bool:
    """Whether a side clause tells what went on then: 'men who *were fishing* off Tyre'."""
    return verb.tag_ == "VBG" and any(c.dep_ == "aux" and c.lemma_ == "be" for c in verb.lefts)


def _has_complement(verb: Token, other: Token) -> bool:
    """Whether the verb has an object or adverbial of its own before the other verb."""
    return any(
        c.dep_ in ("dobj", "prep", "npadvmod", "xcomp", "ccomp", "advmod", "dative")
        and verb.i < c.i < other.i
        for c in verb.children
    )
