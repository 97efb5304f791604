"""What a short text says that another of its kind says otherwise: names, days and numbers.

Two flashes have nearly all their words in common where ministers *met in Athens on Tuesday*, and
again *in Istanbul*. One word makes them two reports; in a long text it would be a correction.
"""

from __future__ import annotations

import re
from collections.abc import Set

from dragoman.letters import fold
from dragoman.numerals import number_words

_WORD = re.compile(r"\w+")
_ASIDE = re.compile(r"\([^()]*\)")  # "(AP)", "(left)"
_BEGINS = re.compile(r"(?:^|[.!?:;\"“”‘\n—–-])\s*\Z")
_SPELLED = 5  # letters from which on one that differs makes no other name


def said_in(text: str) -> frozenset[str]:
    """The names, days and numbers of ``text``, in plain letters and digits.

    A word that begins a sentence is no name here, nor is what stands in brackets.
    """
    plain = _ASIDE.sub(" ", text)
    numbers = number_words()
    found = set()
    for match in _WORD.finditer(plain):
        word, start = fold(match.group()), match.start()
        value, kind = numbers.get(word, (0, ""))
        if word[0].isdigit():
            found.add(word)
        elif kind and value > 1:
            found.add(str(value))
        elif match.group()[0].isupper() and not _BEGINS.search(plain[max(start - 3, 0) : start]):
            found.add(word)
    return frozenset(found)


def say_otherwise(one: Set[str], other: Set[str]) -> bool:
    """Whether each says something that the other does not, another spelling apart."""
    return _says_more(one, other) and _says_more(other, one)


def _says_more(one: Set[str], other: Set[str]) -> bool:
    return any(not any(_are_spellings(word, known) for known in other) for word in one - other)


def _are_spellings(word: str, other: str) -> bool:
    """Whether the two differ in one letter, which makes them no other name: Odesa and Odessa."""
    short, long = sorted((word, other), key=len)
    if len(short) < _SPELLED or len(long) - len(short) > 1 or not short.isalpha():
        return False
    pairs = zip(short, long, strict=False)
    same = next((n for n, (a, b) in enumerate(pairs) if a != b), len(short))
    rest = short[same:] if len(short) < len(long) else short[same + 1 :]
    return rest == long[same + 1 :]
