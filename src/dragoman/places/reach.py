"""How near a place told in a sentence stands to an event told there, by the grammar between them.

A place belongs to the word that its preposition hangs on. It is an event's own where the way from
that word to the trigger leads through one scene alone: parties, what is struck, 'in' or 'during'
something, what is done to an end or at once. What was before or after, what is said or asked, and
what people in a side clause do, has its own place.
"""

from __future__ import annotations

from dataclasses import replace
from itertools import pairwise

from spacy.tokens import Token

from dragoman.analysis.grammar import ALL_SUBJECTS, PREDICATES, SUBJECTS, clause_of, word_before
from dragoman.places.above import (
    ELSEWHERE,
    GOVERNED,
    NEAR,
    SCENE,
    is_after_meeting,
    reach_above,
)  # fmt: skip
from dragoman.places.below import leads_down
from dragoman.places.sited import (
    HINGES,
    IN_TURN,
    INSIDE,
    OF_DEEDS,
    STRIKING,
    WITHIN,
    Sited,
    is_far_side,
    local_phrase,
    named_place,
)  # fmt: skip
from dragoman.places.struck import (
    is_done_to,
    is_hit_by,
    is_host,
    is_of_siege,
    is_opened,
    is_opening_fire,
    is_receiving,
    is_shot_from,
    struck_by,
)  # fmt: skip
from dragoman.places.topics import is_after_topic, is_of_cause, is_topic
from dragoman.times.clauses import told_by
from dragoman.times.joined import harms_too

_SHIFTING = frozenset({"move", "shift", "relocate", "transfer"})
_AWAY = frozenset({"from", "out", "off"})
_FAR = frozenset("away far mile miles kilometre kilometres kilometer kilometers km".split())


def reach(event: Sited, place: Token, *, town: bool = False) -> int:
    """How near the place stands: `NEAR`, `GOVERNED`, `SCENE`, or `ELSEWHERE` where it is none.

    Args:
        event: the event.
        place: the head of the place's name.
        town: whether it is a town, or something as small.
    """
    ground = named_place(place)
    if ground.i != place.i and is_done_to(event.trigger, ground):
        said = event.spoken and not is_opened(event.trigger)
        return ELSEWHERE if said else NEAR  # 'captured the town of Gao in Mali'
    if town and event.meeting and is_host(event.trigger, place):
        return NEAR
    if event.hosted and is_receiving(event.trigger, place):
        return NEAR
    distance = _reach(event, ground, town)
    if distance == ELSEWHERE:
        return distance
    fired = not event.moving and is_shot_from(event.trigger, place)  # a test is where it starts
    return SCENE if fired or is_far_side(place) else distance


def _reach(event: Sited, place: Token, town: bool) -> int:
    """As `reach`, of a place that is not what the deed is done to."""
    trigger = event.trigger
    phrase = local_phrase(place)
    if _is_where(place, trigger):
        return NEAR
    if phrase is None:
        return _bare(event, place)
    hinge, head = phrase
    if _is_before_speaker(event, hinge, head):
        return NEAR
    if is_of_cause(event, hinge) or is_topic(event, hinge) or _is_left(hinge, head):
        return ELSEWHERE
    if is_after_topic(event, hinge, head, town):
        return NEAR
    if head.i == trigger.i or _follows(trigger, hinge) or _is_quality(trigger, head):
        return ELSEWHERE if event.spoken and not _is_of_speech(hinge) else NEAR
    if head.dep_ == "appos" or _is_report(event, head):
        return ELSEWHERE
    clause = clause_of(head)
    if event.hosted and clause.dep_ == "conj" and clause_of(trigger) in clause.conjuncts:
        return SCENE  # 'visits Japan and is expected in Seoul': the next stop
    if trigger.is_ancestor(head):
        return GOVERNED if leads_down(event, hinge, head) else ELSEWHERE
    scene = _scene(head, trigger)
    if scene.is_ancestor(trigger):
        if event.spoken and hinge.lower_ in _AWAY:
            return ELSEWHERE  # 'withdrew from Gao and asked'
        return reach_above(event, scene)
    return _beside(event, hinge, head)


def _is_left(hinge: Token, head: Token) -> bool:
    """'30 miles *from* Oslo', 'talks were moved *from* Oslo to Rome'."""
    if hinge.lower_ != "from":
        return False
    return bool(_FAR & {head.lower_, word_before(hinge)}) or head.lemma_ in _SHIFTING


def _follows(trigger: Token, hinge: Token) -> bool:
    """Whether a preposition comes right after a noun, or after its time: 'strikes this month *in*'.

    The parse often hangs it on a noun before: in 'revenge for air strikes in Gao' on the revenge.
    """
    if trigger.pos_ in PREDICATES or not trigger.i < hinge.i:
        return False
    return all(t.ent_type_ in ("DATE", "TIME") for t in trigger.doc[trigger.i + 1 : hinge.i])


def _is_quality(trigger: Token, noun: Token) -> bool:
    """Whether the parse takes what is done for a quality of its object: '*flying* drones over'."""
    return trigger.tag_ == "VBG" and trigger.dep_ == "amod" and trigger.head.i == noun.i


def _is_of_speech(hinge: Token) -> bool:
    """Whether a place on a word of speech is where it is spoken, and not what is spoken of.

    In 'called it a reply to raids in Gao' the raids are there, whatever the parse says.
    """
    noun = hinge.nbor(-1) if hinge.i else hinge
    topic = noun.pos_ == "NOUN" and noun.dep_ == "pobj" and noun.head.lower_ not in WITHIN
    return hinge.lower_ in INSIDE - {"over"} and not topic


def _is_where(place: Token, trigger: Token) -> bool:
    """Whether the trigger's clause tells what was there: 'in Goma, *where* rebels killed six'."""
    for node in (trigger, *trigger.ancestors):
        if node.dep_ == "relcl" and any(c.lower_ == "where" for c in node.children):
            phrase = local_phrase(place)
            named = local_phrase(node.head)
            if node.head.ent_type_ in ("DATE", "TIME"):  # 'in Goma on Friday, *where*'
                named = (node.head.head, node.head.head.head)
                return phrase is not None and _are_beside(phrase, named)
            return named is not None and phrase is not None and named[0].i == phrase[0].i
        if node.dep_ in ("relcl", "acl", "advcl", "ccomp"):
            return False
    return False


def _are_beside(phrase: tuple[Token, Token], other: tuple[Token, Token]) -> bool:
    """Whether two phrases, each with what it hangs on, follow each other on one word."""
    (first, head), (second, over) = phrase, other
    hung = [c.i for c in head.rights if c.dep_ in HINGES]
    return head.i == over.i and (first.i, second.i) in pairwise(hung)


def _bare(event: Sited, place: Token) -> int:
    """A place without a preposition of place: what is struck or visited, and no dateline."""
    hinge = place.head
    if place.dep_ == "pobj" and hinge.lower_ == "of":
        said = event.spoken and not is_opened(event.trigger)
        taken = not said and is_of_siege(event.trigger, hinge.head)
        return GOVERNED if taken else ELSEWHERE
    if is_hit_by(event.trigger, place):
        return GOVERNED  # 'artillery *fire* hit Gao'
    verb = struck_by(place) or place.head
    if verb.i != event.trigger.i:
        return ELSEWHERE
    if place.dep_ in SUBJECTS and (event.spoken or event.trigger.pos_ == "VERB"):
        return ELSEWHERE
    return GOVERNED


def _is_before_speaker(event: Sited, hinge: Token, verb: Token) -> bool:
    """Whether a phrase ends what is reported, though the parse hangs it on the reporting verb.

    'Troops shot nine men, most of them herders, *in* Gao, a witness said': who speaks comes after.
    """
    trigger = event.trigger
    if verb.i not in event.reports:
        return False
    speaker = next((c for c in reversed(list(verb.lefts)) if c.dep_ in SUBJECTS), None)
    if not trigger.i < hinge.i < (speaker.left_edge if speaker is not None else verb).i:
        return False
    reported = (c for c in verb.lefts if c.dep_ == "ccomp" and c.i < hinge.i)
    return any(c.i == trigger.i or c.is_ancestor(trigger) for c in reported)


def _is_report(event: Sited, head: Token) -> bool:
    """Whether the place is where somebody told of the event."""
    reports = event.reports
    if head.i in reports:
        return True
    if any(head.is_ancestor(a) and a.i in reports for a in event.trigger.ancestors):
        return True
    clause = clause_of(head)
    return clause.i in reports and clause_of(event.trigger).i != clause.i


def _scene(head: Token, trigger: Token) -> Token:
    """The word that a place's word is the setting of: 'held' in 'held at a square in Kyiv'.

    It stands over the trigger; where none does, it is the place's word.
    """
    node = head
    while not node.is_ancestor(trigger) and node.dep_ == "pobj":
        hinge = node.head
        if hinge.lower_ not in WITHIN | {"of", "on"} or hinge.head.i == hinge.i:
            break
        node = hinge.head
    return node if node.is_ancestor(trigger) else head


def _beside(event: Sited, hinge: Token, head: Token) -> int:
    """A place of another part of the sentence than the trigger's."""
    trigger = event.trigger
    clause = clause_of(head)
    if harms_too(clause, told_by(trigger)):
        return GOVERNED  # 'killed nine and wounded 15 in Taiz'
    shared = next((a for a in trigger.ancestors if a.is_ancestor(head)), None)
    if shared is None or not (shared.pos_ in PREDICATES or shared.lower_ == "dead"):
        return ELSEWHERE  # 'dead' is taken for the verb of 'police shoot dead a man in Gao'
    if shared.lemma_ in IN_TURN:
        return ELSEWHERE
    if reach_above(event, shared) == ELSEWHERE:
        return ELSEWHERE
    arm = next(a for a in (head, *head.ancestors) if a.head.i == shared.i)
    if is_opening_fire(trigger, shared) and arm.dep_ == "prep" and arm.lower_ == "on":
        as_one = replace(event, trigger=shared)  # 'opened fire on men fleeing through Gao'
        return GOVERNED if leads_down(as_one, hinge, head) else ELSEWHERE
    if hinge.lower_ not in INSIDE or not _is_plain(head, arm):
        return ELSEWHERE
    if is_after_meeting(event, trigger.head):
        return SCENE
    if arm.dep_ in ALL_SUBJECTS:
        return GOVERNED if event.does(head) or not event.spoken else ELSEWHERE
    struck = trigger.pos_ == "NOUN" and (
        shared.lemma_ in STRIKING or (arm.dep_ == "prep" and is_opening_fire(trigger, shared))
    )
    done = trigger.tag_ in ("VBD", "VBN", "VBG")
    then = done and trigger.pos_ == "VERB" and shared.i < trigger.i and not event.moving
    if event.spoken or not (struck or then):
        return ELSEWHERE
    return GOVERNED if struck else SCENE


def _is_plain(head: Token, arm: Token) -> bool:
    """Whether only nouns and prepositions stand between a place's word and the verb above it."""
    node = head
    while node.i != arm.i:
        if node.pos_ in PREDICATES or node.dep_ == "appos":
            return False
        if node.dep_ in HINGES and node.lower_ not in OF_DEEDS:
            return False
        node = node.head
    return arm.pos_ not in PREDICATES and (arm.dep_ not in HINGES or arm.lower_ in OF_DEEDS)
