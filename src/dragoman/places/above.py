"""Whether a place told above an event's word is told of the event's own doing."""

from __future__ import annotations

from spacy.tokens import Token

from dragoman.analysis.grammar import ALL_SUBJECTS, PREDICATES, clause_of, subjects
from dragoman.places.sited import AT_ONCE, HINGES, IN_TURN, STIRRING, WITHIN, Sited, opener

NEAR, GOVERNED, SCENE, ELSEWHERE = range(4)
"""How near a place stands to an event; the last is of a place that is not the event's."""

_HELD = frozenset("be remain stay keep hold place put live".split())
_UPWARDS = WITHIN | {"by", "with", "of", "into", "through"}
_COMING = frozenset(
    "arrive land fly travel come go head gather assemble convene meet be return stop".split()
)
_THESE = frozenset({"them", "these", "those"})


def reach_above(event: Sited, scene: Token) -> int:
    """A place of something that the trigger stands below."""
    if scene.i in event.reports:
        return ELSEWHERE  # 'condemned the raid in a speech in Rome'
    node = event.trigger
    while node.i != scene.i:
        if not _rises(event, node, scene):
            return ELSEWHERE
        node = node.head
    plain = clause_of(event.trigger).i == clause_of(scene).i
    if plain and scene.pos_ in PREDICATES:
        return NEAR
    return GOVERNED if plain else SCENE


def _rises(event: Sited, node: Token, scene: Token) -> bool:
    """Whether one step from the trigger up to a place's word stays within one scene."""
    up, label = node.head, node.dep_
    if node.lemma_ in IN_TURN:
        return False
    if label in HINGES:
        held = node.lower_ == "under" and up.lemma_ in _HELD  # 'in Gao he is *under* arrest'
        went = node.lower_ == "on" and up.lemma_ in ("go", "be")  # 'miners in Gao went *on* strike'
        held = held or (went and event.trigger.head.i == node.i)
        met = _is_come_for(event, node) or is_after_meeting(event, node)
        return held or node.lower_ in _UPWARDS or met
    if label == "nsubj":
        return up.lemma_ not in STIRRING or not any(c.dep_ == "dobj" for c in up.children)
    if label == "nsubjpass":
        return up.i not in event.others
    if label in ("relcl", "acl"):
        if event.spoken:
            return label == "acl" and up.i == scene.i and event.does(up)
        return not event.moving and up.i == scene.i
    if label == "advcl":
        return _is_of_the_same(node)
    if label == "pcomp":
        return up.lower_ == "by"
    if label == "conj" and node.pos_ in PREDICATES:
        own = node.i in (clause_of(event.trigger).i, _auxiliary_of(event.trigger).i)
        return own and all(_is_of_them(c) for c in node.children if c.dep_ in ALL_SUBJECTS)
    return label not in ("ccomp", "csubj", "appos", "parataxis")


def _auxiliary_of(verb: Token) -> Token:
    """'Was' of '*was* flogged' where the parse takes what was done for a quality."""
    return verb.head if verb.dep_ == "acomp" else verb


def _is_come_for(event: Sited, hinge: Token) -> bool:
    """Whether the parties come to where they meet: 'flew to Lima *for* talks'."""
    return event.meeting and hinge.lower_ == "for" and hinge.head.lemma_ in _COMING


def is_after_meeting(event: Sited, hinge: Token) -> bool:
    """Whether who met then did there what is told: 'signed it in Lima *after* talks with Boric'."""
    verb = clause_of(hinge)
    after = hinge.lower_ == "after" and event.trigger.head.i == hinge.i
    stayed = event.meeting and not event.hosted and verb.lemma_ not in _COMING
    return after and stayed and any(event.does(s) for s in subjects(verb))


def _is_of_them(subject: Token) -> bool:
    """Whether it is part of whom the clause before tells of: '*one of them* was beaten'."""
    of = next((c for c in subject.rights if c.lower_ == "of"), None)
    return of is not None and any(c.lower_ in _THESE for c in of.rights)


def _is_of_the_same(clause: Token) -> bool:
    """Whether an adverbial clause tells what the same party did there: 'met in Paris *to talk*'."""
    opens = opener(clause)
    if opens is None:
        return clause.tag_ == "VBG"
    subject = next((c for c in clause.lefts if c.dep_ in ALL_SUBJECTS), None)
    same = subject is None or subject.pos_ == "PRON"
    return opens.tag_ == "TO" or (same and opens.lower_ in AT_ONCE)
