"""Abbreviations that a text introduces: 'the Hill Farmers Front (HFF)'."""

from __future__ import annotations

import re

from spacy.tokens import Doc, Token

from dragoman.actors.names import Names

_INTRODUCED = re.compile(r"\(\s*[\"“‘']?([A-Z][A-Za-z&-]{0,7}[A-Z])[\"”’']?\s*\)")


def abbreviations(names: Names) -> dict[int, Token]:
    """Token indices of abbreviations that the tables do not know, to the head of what is meant."""
    doc = names.doc
    meant: dict[str, Token] = {}
    for match in _INTRODUCED.finditer(doc.text):
        index = names.token_index(match.start())
        if index == 0 or names.hit(index + 1) is not None:
            continue
        head = doc[index - 1]
        while head.dep_ in ("compound", "amod") and head.head.i < index:
            head = head.head
        if head.pos_ in ("NOUN", "PROPN") and _are_initials(match[1], doc, index):
            meant.setdefault(match[1], head)
    return {t.i: meant[t.text] for t in doc if t.text in meant} if meant else {}


def _are_initials(short: str, doc: Doc, index: int) -> bool:
    """Whether the letters are initials, in order, of the words before token ``index``."""
    words = doc[max(0, index - len(short) - 4) : index]
    initials = iter(t.text[0].upper() for t in words if t.text[0].isalnum())
    return all(letter in initials for letter in short if letter.isupper())
