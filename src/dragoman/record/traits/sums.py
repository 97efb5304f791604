"""Whether a report sums up many happenings: 'Mali *has carried out dozens of* tests'.

Such a sum is no report of the last of them, though it has all of its words.
"""

from __future__ import annotations

import re

from dragoman.numerals import counts

_LEAST = 3
_PERFECT = re.compile(r"\b(?:has|have|had)\b", re.IGNORECASE)
_SERIES = re.compile(
    r"\b(?:a\s(?:series|string|spate|succession|record\snumber)\sof|numerous|countless|repeated)\b",
    re.IGNORECASE,
)
# What stands between the number and what is counted: 'dozens of ballistic missile'.
_QUALITIES = re.compile(
    r"\s(?:of\s)?(?:(?!(?:in|at|on|by|for|with|to|from|and|of)\s)[\w’'-]+\s){0,4}"
)


def is_sum(sentence: str, start: int, end: int) -> bool:
    """Whether the noun from ``start`` to ``end`` counts what was done over time, in the perfect."""
    word, before = sentence[start:end].lower(), sentence[:start]
    if not word.endswith("s") or word.endswith("ss") or not _PERFECT.search(before):
        return False
    many = [count.end for count in counts(before) if count.low >= _LEAST]
    many += [match.end() for match in _SERIES.finditer(before)]
    return any(_QUALITIES.fullmatch(before[number:]) for number in many)
