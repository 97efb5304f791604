"""Who met whom: 'they' after 'X met Y' are X and Y."""

from __future__ import annotations

from collections.abc import Sequence

from spacy.tokens import Doc, Token

from dragoman.actors.party import Party, Told
from dragoman.analysis.grammar import NOUN_SUBJECTS

_MEETING = frozenset(
    {"meet", "host", "receive", "welcome", "visit", "phone", "call", "speak", "talk", "confer",
     "join", "greet", "invite"}
)  # fmt: skip
_HOLDING = frozenset({"hold", "have", "begin", "start", "open", "resume", "conclude", "end"})
ENCOUNTERS = frozenset({"talk", "talks", "call", "conversation", "meeting", "summit", "dialogue"})
"""What two have with each other."""
_TALKS = ENCOUNTERS | {"negotiation", "discussion", "consultation"}


def who_met(told: Sequence[Told], doc: Doc) -> tuple[Party, ...]:
    """The two who met, in the last of the sentences that tells of a meeting; empty without one.

    Args:
        told: the parties that may be meant, in order.
        doc: their document.
    """
    for one in reversed(told):
        name = doc[one.index]
        if name.dep_ not in NOUN_SUBJECTS or not _is_meeting(name.head):
            continue
        for other in told:
            apart = other.party.name != one.party.name and other.index > one.index
            if apart and other.sentence == one.sentence and _is_met(doc[other.index], name.head):
                return one.party, other.party
    return ()


def _is_meeting(verb: Token) -> bool:
    if verb.lemma_ in _MEETING:
        return True
    return verb.lemma_ in _HOLDING and any(
        c.dep_ == "dobj" and c.lemma_.lower() in _TALKS for c in verb.rights
    )


def _is_met(name: Token, verb: Token) -> bool:
    """Whether it is who is met: 'met Y', 'met with Y', 'held talks with Y', 'his counterpart Y'."""
    node = name.head if name.dep_ == "appos" else name
    if node.dep_ == "dobj":
        return node.head.i == verb.i
    if node.dep_ != "pobj" or node.head.lower_ not in ("with", "to", "by"):
        return False
    above = node.head.head
    return above.i == verb.i or (above.dep_ == "dobj" and above.head.i == verb.i)
