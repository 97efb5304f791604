"""The telling words of a text, with fixed weights, so that likeness never depends on the record."""

from __future__ import annotations

import math
import re
from collections import Counter
from functools import cache, lru_cache
from importlib.resources import files

from dragoman.tables import rows

_WORD = re.compile(r"[^\W\d_]+(?:-[^\W\d_]+)*|\d[\d.,]*\d|\d")
_ENDING = re.compile(r"(?<=\w{4})(?:ings?|ed|es|s)\Z")
# What endings remain differ after the sixth letter ("postpone", "postponement"); most names that
# share six letters are the same name in another form ("Pakistan", "Pakistani").
_STEM = 6


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
