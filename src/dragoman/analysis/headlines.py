"""Title-case headlines, read as sentences: 'Minister to Visit Cairo' → 'minister to visit Cairo'.

Taggers take every capitalised word for a name. The article's own body tells which words are
names: a word that it writes small is none. A country's name or adjective is one though the body has
it nowhere.
"""

from __future__ import annotations

import re
from functools import cache
from itertools import pairwise

from dragoman.countries import countries

_WORD = re.compile(r"[^\W\d_]+(?:[’'][^\W\d_]+)?")
_MOST_WORDS = 24
_TITLE_SHARE = 0.7  # of the words of four letters and more, in a line set in title case
_BODY_WORDS = 80  # below this the body is too short to tell names by their absence
_GAP = 3  # characters between two words that may be one name
_ENDINGS = ".!?…:;"


def in_sentence_case(text: str) -> str:
    """The text with its title-case headlines in sentence case; every character keeps its place."""
    lines = text.split("\n")
    headlines = [i for i, line in enumerate(lines) if _is_title_case(line)]
    if not headlines:
        return text
    body = "\n".join(line for i, line in enumerate(lines) if i not in headlines)
    found = list(_WORD.finditer(body))
    pairs = {body[a.start() : b.end()] for a, b in pairwise(found) if b.start() - a.end() <= _GAP}
    words = {word[0] for word in found}
    small = {w for w in words if w.islower()}
    names = {w for w in words if not w.islower()} if len(found) >= _BODY_WORDS else None
    for i in headlines:
        lines[i] = _recased(lines[i], small, names, pairs)
    return "\n".join(lines)


@cache
def _lands() -> frozenset[str]:
    """Names and adjectives of countries that are one word."""
    return frozenset(
        word for land in countries() for word in (land.name, *land.aliases, *land.adjectives)
        if word.istitle() and _WORD.fullmatch(word)
    )  # fmt: skip


def _recased(line: str, small: set[str], names: set[str] | None, pairs: set[str]) -> str:
    words = list(_WORD.finditer(line))
    made, end = [], 0
    for word, following in zip(words, [*words[1:], None], strict=True):
        pair = line[word.start() : following.end()] if following else ""
        named = following and following[0][0].isupper() and pair in pairs  # 'President Mora'
        made += [line[end : word.start()], word[0] if named else _cased(word[0], small, names)]
        end = word.end()
    return "".join((*made, line[end:]))


def _is_title_case(line: str) -> bool:
    stripped = line.strip()
    words = _WORD.findall(stripped)
    if not 3 <= len(words) <= _MOST_WORDS or stripped[-1] in _ENDINGS:
        return False
    long = [word for word in words if len(word) > 3]
    return bool(long) and sum(word[0].isupper() for word in long) / len(long) >= _TITLE_SHARE


def _cased(word: str, small: set[str], names: set[str] | None) -> str:
    lower = word.lower()
    if not word.istitle() or len(lower) != len(word):
        return word
    unnamed = names is not None and word not in names and word not in _lands()
    return lower if lower in small or unnamed else word
