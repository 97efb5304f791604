"""The words of a text: which are telling, and of what class a table says they are.

Weights are fixed, so that likeness never depends on the record.
"""

from __future__ import annotations

import math
import re
from collections import Counter
from collections.abc import Iterable, Mapping
from functools import cache, lru_cache
from importlib.resources import files

from dragoman.tables import rows, values

_WORD = re.compile(r"[^\W\d_]+(?:-[^\W\d_]+)*|\d[\d.,]*\d|\d")
_ENDING = re.compile(r"(?<=\w{4})(?:ings?|ed|es|s)\Z")
# What endings remain differ after the sixth letter ("postpone", "postponement"); most names that
# share six letters are the same name in another form ("Pakistan", "Pakistani").
_STEM = 6
WordClasses = Mapping[str, frozenset[str]]


@lru_cache(maxsize=1 << 16)
def stem(word: str) -> str:
    """The beginning of the word, in lower case, by which its inflections are known."""
    return _ENDING.sub("", word.casefold())[:_STEM]


def stems(text: str) -> Counter[str]:
    """The stems of the words and numbers of ``text``, each with its count."""
    return Counter(map(stem, _WORD.findall(text)))


def telling(text: str, *, most: int | None = None) -> dict[str, float]:
    """The stems of ``text`` that tell something, each with its weight.

    Args:
        text: any text.
        most: keep only so many, those of most weight times number of uses; ties by the alphabet.
    """
    counts = stems(text)
    table = _weights()
    found = {word: table.get(word, 1.0) for word in counts if len(word) > 1}
    found = {word: value for word, value in found.items() if value > 0.0}
    if most is None or len(found) <= most:
        return found
    ranked = sorted(found, key=lambda word: (-found[word] * math.sqrt(counts[word]), word))
    return {word: found[word] for word in ranked[:most]}


def weighed(text: str) -> dict[str, float]:
    """The stems of a text of nothing but stems, parted by blanks, with their weights."""
    table = _weights()
    return {word: table.get(word, 1.0) for word in text.split(" ") if word}


@cache
def _weights() -> dict[str, float]:
    table = files("dragoman.record.traits") / "data" / "words.tsv"
    return {row["stem"]: float(row["weight"]) for row in rows(table, ("stem", "weight"))}


@cache
def kinds_in(table: str) -> WordClasses:
    """What a table of the record's data, of the columns ``word`` and ``kinds``, gives to words."""
    told = rows(files("dragoman.record.traits") / "data" / table, ("word", "kinds"))
    return with_plurals((row["word"], row["kinds"]) for row in told)


def with_plurals(given: Iterable[tuple[str, str]]) -> WordClasses:
    """The classes of each word, and of its plural in -s.

    Args:
        given: words, and the cells in which a table lists their classes.
    """
    found: dict[str, frozenset[str]] = {}
    for word, cell in given:
        found[word] = found[f"{word}s"] = frozenset(values(cell))
    return found


def classes_of(words: Iterable[str], table: WordClasses) -> frozenset[str]:
    """All classes that the table gives to any of these words, which come in small letters."""
    return frozenset().union(*(table.get(word, ()) for word in words))
