"""Abbreviations that a text itself introduces: 'the Hill Farmers Front (HFF)'."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator
from dataclasses import dataclass

from spacy.tokens import Doc

_BRACKETED = re.compile(r"\(\s*[\"“‘']?([A-Z][A-Za-z&-]{0,7}[A-Z])[\"”’']?\s*\)")
_SMALL = frozenset({"of", "the", "for", "and", "on", "in", "to", "de", "&"})
_SHORTEST, _LONGEST = 3, 6  # letters of an abbreviation that stands without brackets
_SPARE = 4  # words that an expansion may have beyond the letters


@dataclass(frozen=True, slots=True)
class Introduced:
    """An abbreviation and the words it stands for, tokens ``start`` to ``end`` (exclusive)."""

    short: str
    start: int
    end: int


def bracketed(doc: Doc, text: str) -> Iterator[Introduced]:
    """The abbreviations that stand in brackets in the document's text after what they shorten."""
    for match in _BRACKETED.finditer(text):
        bracket = doc.char_span(match.start(), match.start() + 1, alignment_mode="expand")
        if bracket is None or bracket.start == 0:
            continue
        start = _first_word(match[1], doc, bracket.start)
        if start is not None:
            yield Introduced(match[1], start, bracket.start)


def spelt_out(doc: Doc, words: Collection[str]) -> Iterator[Introduced]:
    """For each of the abbreviations the first capitalised words that have just its initials."""
    wanted = {w for w in words if _SHORTEST <= len(w) <= _LONGEST and w.isalpha()}
    if not wanted:
        return
    for token in doc:
        if token.is_title:
            for short in [w for w in wanted if w[0] == token.text[0]]:
                end = _last_word(short, doc, token.i)
                if end is not None:
                    wanted.discard(short)
                    yield Introduced(short, token.i, end)


def _first_word(short: str, doc: Doc, end: int) -> int | None:
    """Where the nearest words before token ``end`` begin that have the capitals as initials."""
    wanted = [letter for letter in short if letter.isupper()]
    for index in range(end - 1, max(-1, end - len(short) - _SPARE - 1), -1):
        if doc[index].text[0].upper() == wanted[-1]:
            wanted.pop()
            if not wanted:
                return index
    return None


def _last_word(short: str, doc: Doc, begin: int) -> int | None:
    """The end of the capitalised words from token ``begin`` on that spell the letters, or None."""
    index, letters = begin, list(short)
    while index < len(doc):
        word = doc[index].text
        if word[0] == letters[0] and word[0].isupper() and word[1:].islower():
            letters.pop(0)
            if not letters:
                after = index + 1
                return None if after < len(doc) and doc[after].is_title else after
        elif doc[index].lower_ not in _SMALL:
            return None
        index += 1
    return None
