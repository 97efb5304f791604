"""Copies of one text: forty papers that print one agency report are one source."""

from __future__ import annotations

import re
from array import array
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from zlib import crc32

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


@dataclass(frozen=True, slots=True)
class Print:
    """The fingerprint of a text: how many shingles it has, and their MinHash signature."""

    shingles: int
    signature: bytes


def print_of(text: str) -> Print:
    """The fingerprint of ``text``; case, punctuation and spacing do not count.

    A text without words has none: it is no copy of another.
    """
    from rensa import RMinHash  # imported here: only what writes to a record needs it

    words = [word.casefold() for word in _WORD.findall(text)]
    if not words:
        return Print(0, b"")
    if len(words) < _LEAST:
        shingles = {" ".join(words)}
    else:
        last = len(words) - _SHINGLE + 1
        shingles = {" ".join(words[start : start + _SHINGLE]) for start in range(last)}
    minhash = RMinHash(num_perm=_BANDS * _ROWS, seed=_SEED)
    minhash.update(sorted(shingles))
    return Print(len(shingles), array("I", minhash.digest()).tobytes())


def bands(made: Print) -> Iterator[int]:
    """Hashes of which copies share at least one; almost surely from a likeness of 0.6 on."""
    if not made.shingles:
        return
    width = len(made.signature) // _BANDS
    for number in range(_BANDS):
        part = made.signature[number * width : (number + 1) * width]
        yield crc32(part) << 8 | number


def are_copies(one: Print, other: Print) -> bool:
    """Whether most of the shorter text stands in the longer one."""
    if not one.shingles or not other.shingles:
        return False
    a, b = array("I", one.signature), array("I", other.signature)
    same = sum(x == y for x, y in zip(a, b, strict=True)) / len(a)
    shared = same * (one.shingles + other.shingles) / (1.0 + same)
    return shared >= _COPIED * min(one.shingles, other.shingles)


def groups(pairs: Iterable[tuple[int, int]]) -> dict[int, int]:
    """Each number that stands in a pair, with the least number it hangs together with."""
    root: dict[int, int] = {}

    def find(number: int) -> int:
        while root.setdefault(number, number) != number:
            root[number] = root[root[number]]
            number = root[number]
        return number

    for one, other in pairs:
        a, b = sorted((find(one), find(other)))
        root[b] = a
    return {number: find(number) for number in list(root)}
