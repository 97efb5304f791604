"""A crowd that only tried: the protest took place, whatever became of what it tried.

'Tried to *break* through the cordon in the largest *march* yet'. Who tried to hold a march, or to
storm a palace, did not.
"""

from __future__ import annotations

from spacy.tokens import Token

_TRYING = frozenset({"try", "attempt", "seek"})
_PROTESTS = frozenset("march protest rally demonstration sit-in vigil riot procession".split())
_WITHIN = frozenset({"in", "during", "at", "amid"})
_PHRASE = frozenset({"dobj", "pobj", "prep", "prt"})


def tried_in_protest(word: Token) -> Token | None:
    """The 'tried' of what was tried in a protest that a word tells of, or None.

    Args:
        word: that for the protest, or for what was tried in it.
    """
    if word.pos_ == "NOUN":
        return _tried(_deed_within(word)) if _is_held(word) else None
    held = any(_is_held(t) and _deed_within(t).i == word.i for t in word.subtree)
    return _tried(word) if held else None


def _is_held(noun: Token) -> bool:
    """Whether something is done *in* the protest: not 'reached the march'."""
    within = noun.dep_ == "pobj" and noun.head.lower_ in _WITHIN
    return noun.lemma_.lower() in _PROTESTS and within


def _deed_within(protest: Token) -> Token:
    """What is done in it; the parse may hang it on the thing that this is done to."""
    deed = protest.head.head
    while deed.dep_ in _PHRASE and deed.head.i != deed.i:
        deed = deed.head
    return deed


def _tried(deed: Token) -> Token | None:
    tried = deed.head
    told = deed.dep_ == "xcomp" and deed.tag_ == "VB" and tried.lemma_ in _TRYING
    past = tried.tag_ == "VBD" and not any(c.dep_ in ("aux", "neg") for c in tried.children)
    return tried if told and past else None
