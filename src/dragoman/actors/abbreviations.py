"""Whom the abbreviations of a text mean: those it introduces itself."""

from __future__ import annotations

from spacy.tokens import Doc, Token

from dragoman.actors.acronyms import spelt_out
from dragoman.actors.names import Names
from dragoman.analysis.grammar import NOUNS


def abbreviations(names: Names) -> dict[int, Token]:
    """Token indices of abbreviations that the tables do not know, to the head of what is meant."""
    doc = names.doc
    short = {t.text for t in doc if t.is_upper and t.is_alpha and names.hit(t) is None}
    told = {found.short for found in names.introduced}
    meant: dict[str, Token] = {}
    for found in (*names.introduced, *spelt_out(doc, short - told)):
        head = _head(doc, found.start, found.end)
        if head is not None:
            meant.setdefault(found.short, head)
    if not meant:
        return {}
    return {t.i: meant[t.text] for t in doc if t.text in meant and names.hit(t) is None}


def _head(doc: Doc, start: int, end: int) -> Token | None:
    head = doc[start:end].root
    return head if head.pos_ in NOUNS else None
