"""Plans made longer or shorter, which are not off: 'the visit was cut from three days to one'."""

from __future__ import annotations

from spacy.tokens import Token

from dragoman.analysis.grammar import is_passive
from dragoman.mention import TAKEN_OFF, Status
from dragoman.status.cues import CueTables

_PLANS = frozenset({"CONSULT", "COOPERATE"})
_RESIZING = frozenset({"shorten", "extend", "lengthen", "prolong", "curtail"})


def resized(noun: Token, event: str, tables: CueTables) -> tuple[Token, Status] | None:
    """The verb that makes a plan longer or shorter, and the status that leaves it; else None.

    A plan stays one; a visit that somebody cuts short has begun. What is put off as well is not
    meant.
    """
    verb = noun.head
    if event not in _PLANS or noun.dep_ not in ("dobj", "nsubjpass") or not _resizes(verb):
        return None
    words = (tables.verb(other) for other in verb.conjuncts)
    if any(word is not None and word.status in TAKEN_OFF for word in words):
        return None
    begun = _is_cut_short(verb) and verb.tag_ == "VBD" and not is_passive(verb)
    return verb, "occurred" if begun else "planned"


def _resizes(verb: Token) -> bool:
    """'Shortened', 'cut from three days to one', 'cut short'; not 'cut from the agenda'."""
    if verb.lemma_ != "cut":
        return verb.lemma_ in _RESIZING
    measures = (w for c in verb.children if c.lower_ in ("to", "by", "from") for w in c.subtree)
    return _is_cut_short(verb) or any(w.like_num for w in measures)


def _is_cut_short(verb: Token) -> bool:
    return any(c.lower_ == "short" for c in verb.children)
