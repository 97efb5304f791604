"""Copies of one text: forty papers that print one agency report are one source.

Two flashes have nearly all their words in common where ministers *met in Athens on Tuesday*, and
again *in Istanbul*. One word makes them two reports; in a long text it would be a correction.
"""

from __future__ import annotations

import re
from array import array
from collections.abc import Iterator, Set
from dataclasses import dataclass
from zlib import crc32

from dragoman.letters import fold
from dragoman.numerals import number_words

_WORD = re.compile(r"\w+")
_SHINGLE = 4  # words
_BANDS = 24
_ROWS = 4
_SEED = 1
# Two texts are copies where so much of the shorter one stands in the longer: a cut tail or another
# headline leave more than that, two reporters' own words on one speech far less.
_COPIED = 0.72
# Shorter texts (a caption, a flash) are compared whole.
_LEAST = 12
# A text of no more words is a report of its own where one name, day or number is another; and one
# word that is spelled otherwise takes a quarter of its shingles.
_SHORT = 60
_COPIED_SHORT = 0.55
_ASIDE = re.compile(r"\([^()]*\)")  # "(AP)", "(left)"
_BEGINS = re.compile(r"(?:^|[.!?:;\"“”‘\n—–-])\s*\Z")
_SPELLED = 5  # letters from which on one that differs makes no other name
_SIGNED = _BANDS * _ROWS * array("I").itemsize  # bytes of the MinHash signature


@dataclass(frozen=True, slots=True)
class Print:
    """The fingerprint of a text.

    Attributes:
        shingles: how many it has.
        signature: their MinHash signature; of a short text what it says stands behind it.
    """

    shingles: int
    signature: bytes

    @property
    def said(self) -> frozenset[str]:
        """The names, days and numbers of a short text; empty of a long one."""
        return frozenset(self.signature[_SIGNED:].decode().split())


def print_of(text: str) -> Print:
    """The fingerprint of ``text``; case, accents, punctuation and spacing do not count.

    A text without words has none: it is no copy of another.
    """
    from rensa import RMinHash  # imported here: only what writes to a record needs it

    words = _WORD.findall(text.lower())
    if not text.isascii():
        words = [word if word.isascii() else fold(word) for word in words]
    if not words:
        return Print(0, b"")
    if len(words) < _LEAST:
        shingles = {" ".join(words)}
    else:
        last = len(words) - _SHINGLE + 1
        shingles = {" ".join(words[start : start + _SHINGLE]) for start in range(last)}
    minhash = RMinHash(num_perm=_BANDS * _ROWS, seed=_SEED)
    minhash.update(sorted(shingles))
    said = " ".join(sorted(said_in(text))) if len(words) <= _SHORT else ""
    return Print(len(shingles), array("I", minhash.digest()).tobytes() + said.encode())


def bands(made: Print) -> Iterator[int]:
    """Hashes of which copies share at least one; almost surely from a likeness of 0.6 on."""
    if not made.shingles:
        return
    width = _SIGNED // _BANDS
    for number in range(_BANDS):
        part = made.signature[number * width : (number + 1) * width]
        yield crc32(part) << 8 | number


def are_copies(one: Print, other: Print) -> bool:
    """Whether most of the shorter text stands in the longer one.

    Of two short texts also that neither tells a name, a day or a number in place of the other's.
    """
    if not one.shingles or not other.shingles:
        return False
    said, also = one.said, other.said
    if say_otherwise(said, also):
        return False
    a, b = array("I", one.signature[:_SIGNED]), array("I", other.signature[:_SIGNED])
    same = sum(x == y for x, y in zip(a, b, strict=True)) / len(a)
    shared = same * (one.shingles + other.shingles) / (1.0 + same)
    bar = _COPIED_SHORT if said and also else _COPIED
    return shared >= bar * min(one.shingles, other.shingles)


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
