"""Copies of one text: forty papers that print one agency report are one source."""

from __future__ import annotations

import re
from array import array
from collections.abc import Iterator
from dataclasses import dataclass
from zlib import crc32

from dragoman.letters import fold
from dragoman.record.linking.saying import said_in, say_otherwise

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
