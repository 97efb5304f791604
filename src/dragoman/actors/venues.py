"""Where parties only meet or sign: 'talks in Doha' tells nothing of whose they are."""

from __future__ import annotations

from spacy.tokens import Token

from dragoman.actors.visits import CALLING
from dragoman.analysis.grammar import DONE_TO, PREDICATES, first_conjunct

_MEETINGS = frozenset(
    {"talk", "meeting", "summit", "conference", "visit", "hearing", "negotiation", "round",
     "session", "forum", "dialogue", "consultation", "discussion", "mediation", "trip", "tour"}
)  # fmt: skip
_SIGNING = frozenset({"sign", "ink", "initial", "conclude"})
_DEALS = frozenset(
    {"deal", "agreement", "accord", "truce", "ceasefire", "pact", "treaty", "protocol",
     "declaration", "cessation"}
)  # fmt: skip
NAMED_FOR_VENUES = frozenset(
    {"agreement", "accord", "accords", "declaration", "process", "protocol", "communique", "talks",
     "summit", "conference", "pact", "truce", "deal"}
)  # fmt: skip
"""What is named for where it was made or held, and tells no more: 'under the Doha Agreement'."""
_COMING = frozenset({"meet", "arrive", "travel", "fly", "confer", "negotiate", "land"}) | CALLING
_AWAITED = frozenset({"expect", "due"})  # 'is expected in Rabat'
_WHERE = frozenset({"in", "at", "to", "into"})
_OBJECTS = ("dobj", "pobj", "attr", "conj", "appos")


def is_venue(place: Token) -> bool:
    """Whether the place, given by its head, is only where parties meet or go to call."""
    node = first_conjunct(place)
    if node.dep_ == "appos" and node.head.pos_ == "PROPN" and _after_comma(node):
        node = first_conjunct(node.head)  # 'in Juba, South Sudan'
    if node.dep_ == "dobj":
        return node.head.lemma_.lower() in CALLING
    if node.dep_ != "pobj" or node.head.lower_ not in _WHERE:
        return False
    node = node.head.head
    while node.pos_ not in PREDICATES:
        if node.lemma_.lower() in _MEETINGS | _AWAITED:
            return True
        if node.dep_ not in (*_OBJECTS, "prep") or node.head.i == node.i:
            return False
        node = node.head
    brought = any(c.dep_ == "nsubjpass" for c in node.children)  # 'was flown to Goma'
    coming = node.lemma_.lower() in (_AWAITED if brought else _COMING | _AWAITED)
    return coming or _is_signing(node) or any(map(_is_meeting, node.children))


def _is_signing(verb: Token) -> bool:
    """Whether something is agreed on paper: 'signed a truce'."""
    signed = [c for c in verb.children if c.dep_ in DONE_TO]
    if verb.dep_ in ("relcl", "acl"):  # 'the deal that they signed in Lima'
        signed.append(verb.head)
    return verb.lemma_.lower() in _SIGNING and any(c.lemma_.lower() in _DEALS for c in signed)


def _is_meeting(beside: Token) -> bool:
    """Whether what stands with a verb is a meeting: 'held talks', 'was there for talks'."""
    if beside.dep_ == "prep" and beside.lower_ == "for":
        return any(c.lemma_.lower() in _MEETINGS for c in beside.children)
    told = beside.dep_ in ("nsubj", "nsubjpass", "dobj")
    return told and beside.lemma_.lower() in _MEETINGS


def _after_comma(noun: Token) -> bool:
    edge = noun.left_edge
    return edge.i > 0 and edge.nbor(-1).text == ","
