"""Perfects that the parser takes for having: 'denied that it *had targeted* civilians'.

To the small parser these are targeted civilians whom somebody has. Where it is known that the word
tells what is done to them, it is the verb, and the other its auxiliary.
"""

from __future__ import annotations

from spacy.tokens import Span, Token

_HAVE = frozenset({"had", "has", "have", "having", "'d", "’d", "'ve", "’ve"})
_BETWEEN = frozenset({"advmod", "neg"})
Move = tuple[int, int, str]
"""The index of a token, that of its head, and its label."""


def perfect(verb: Token, other: Span) -> tuple[Move, ...]:
    """How the tree changes where a participle before a noun is the verb of a perfect; else empty.

    Args:
        verb: the word that is known to tell what is done.
        other: the phrase of those to whom it is done.
    """
    noun, have = verb.head, _auxiliary(verb)
    beside = other.start <= verb.i + 1 < other.end and other.start <= noun.i < other.end
    if have is None or not beside or noun.i < verb.i or verb.dep_ not in ("amod", "compound"):
        return ()
    over = have if noun.head == have else noun
    label = "ccomp" if over is noun and over.head != over else over.dep_
    moved = [(verb.i, verb.i if over.head == over else over.head.i, label)]
    moved += ((noun.i, verb.i, "dobj"), (have.i, verb.i, "aux"))
    hung = [*have.children] if over is have else [c for c in have.children if c.i < have.i]
    moved += ((c.i, verb.i, c.dep_) for c in hung if c not in (verb, noun))
    between = (t for t in verb.doc[have.i + 1 : verb.i] if t.head == noun)
    return (*moved, *((t.i, verb.i, "advmod") for t in between))


def _auxiliary(verb: Token) -> Token | None:
    """The form of 'have' before it, with nothing but adverbs between."""
    if verb.tag_ not in ("VBN", "VBD", "JJ") or not verb.lower_.endswith(("ed", "n", "t", "d")):
        return None
    before = verb.i - 1
    while before > verb.sent.start and (
        verb.doc[before].dep_ in _BETWEEN or verb.doc[before].pos_ == "ADV"
    ):
        before -= 1
    word = verb.doc[before]
    return word if before >= verb.sent.start and word.lower_ in _HAVE else None
