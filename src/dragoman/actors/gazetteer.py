"""The tables of names, and finding their names in a text."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

from dragoman.actors.entry import Entry, Kind
from dragoman.actors.name_tables import (
    all_names,
    combining_forms,
    common_acronyms,
    given_names,
    own_names,
    renowned_names,
    shared_towns,
)
from dragoman.letters import fold

_WORD = re.compile(r"[^\W_]+")
_GAP = re.compile(r"[\s.'’‘`&/-]{0,3}")
_ACRONYM_LENGTH = 6
_DIVISIONS = frozenset(
    {"State", "Province", "Region", "County", "Governorate", "Department", "Prefecture", "District"}
)
# Where the family's name stands first: 'Moon' is Moon Jae-in.
_FAMILY_FIRST = frozenset({"CHN", "TWN", "HKG", "PRK", "KOR", "VNM"})

_Index = dict[tuple[str, str], list[tuple[tuple[str, ...], str, tuple[Entry, ...]]]]
"""By the first two words, the second empty for names of one."""


@dataclass(frozen=True, slots=True)
class Hit:
    """A name of the tables in a text: characters ``start`` to ``end``, and its meanings."""

    start: int
    end: int
    entries: tuple[Entry, ...]

    @property
    def entry(self) -> Entry:
        """The foremost meaning."""
        return self.entries[0]

    @property
    def kind(self) -> Kind:
        """What the name foremost is."""
        return self.entries[0].kind


class Gazetteer:
    """All tables of names, read once.

    Args:
        extra: a table of one's own (columns name, aliases, country, sectors, office): its names
            come before all others.

    Raises:
        TableError: a table's columns are not as expected.
    """

    def __init__(self, extra: Path | None = None) -> None:
        names: dict[str, list[Entry]] = {}
        self._surnames: dict[str, list[Entry]] = {}
        for name, entry in all_names():
            names.setdefault(name, []).append(entry)
            if entry.kind is Kind.LEADER:
                words = name.split()
                family = words[0 if entry.country in _FAMILY_FIRST else -1]
                self._surnames.setdefault(fold(family), []).append(entry)
        self.renowned = renowned_names()
        """Names that several bodies bear to the one that is meant without a sign of any."""
        self.shared_towns = shared_towns()
        """Names of towns in several countries."""
        self.given_names = given_names()
        """Folded given names."""
        self.acronyms = common_acronyms()
        """Acronyms that many bear to the countries of which one tells that a body is meant."""
        self.combining = combining_forms()
        """What stands for a country before a hyphen and another's name to the country's code."""
        self.halves = _halves(entry for name in names.values() for entry in name)
        """By country code the two halves of a divided land, each by its bare name ('North')."""
        if extra is not None:
            for name, entry in own_names(extra):
                names.setdefault(name, []).append(entry)
        self._index = _indexed(names)
        self._firsts = frozenset(first for first, _ in self._index)
        self._small = frozenset(fold(_first(n)) for n in names if n[:1].islower())

    def leaders(self, surname: str) -> tuple[Entry, ...]:
        """The leaders whose name ends in the given word."""
        return tuple(dict.fromkeys(self._surnames.get(fold(surname), ())))

    def called(self, word: str) -> tuple[Entry, ...]:
        """The leaders whom a single word names in the tables ('Obama')."""
        entries = (e for _, _, es in self._index.get((fold(word), ""), ()) for e in es)
        return tuple(e for e in entries if e.kind is Kind.LEADER)

    def find(self, text: str) -> Iterator[Hit]:
        """The names of the tables in a text, longest first, none within another."""
        words = [(m.start(), m.end(), fold(m[0])) for m in _WORD.finditer(text)]
        position = 0
        while position < len(words):
            start, _, first = words[position]
            if first not in self._firsts or not (text[start].isupper() or first in self._small):
                position += 1
                continue
            found = self._longest(text, words, position)
            if found is None:
                position += 1
                continue
            length, entries = found
            yield Hit(words[position][0], words[position + length - 1][1], entries)
            position += length

    def _longest(
        self, text: str, words: list[tuple[int, int, str]], position: int
    ) -> tuple[int, tuple[Entry, ...]] | None:
        start, _, first = words[position]
        second = words[position + 1][2] if position + 1 < len(words) else ""
        best: tuple[int, list[Entry]] | None = None
        candidates = (*self._index.get((first, second), ()), *self._index.get((first, ""), ()))
        for key, written, entries in candidates:
            length = len(key)
            if best is not None and length < best[0]:
                break  # the candidates stand longest first
            if not _matches(words, position, key):
                continue
            end = words[position + length - 1][1]
            if not _is_written(text, start, end, written) or not _is_joined(
                text, words, position, length
            ):
                continue
            if best is None:
                best = (length, [])
            best[1].extend(e for e in entries if e not in best[1])
        if best is None:
            return None
        return best[0], tuple(sorted(best[1], key=lambda e: e.kind))


def _matches(words: list[tuple[int, int, str]], position: int, key: tuple[str, ...]) -> bool:
    if position + len(key) > len(words):
        return False
    return all(words[position + k][2] == key[k] for k in range(1, len(key)))


def _is_written(text: str, start: int, end: int, written: str) -> bool:
    """Whether the text has the capitals that the name needs; acronyms need them all."""
    found = text[start:end]
    bare = written.replace(".", "")
    if bare.isupper() and len(bare) <= _ACRONYM_LENGTH:
        return found.replace(".", "").isupper()
    if written[0].islower():
        return True
    wanted, given = _WORD.findall(written), _WORD.findall(found)
    if wanted[-1] in _DIVISIONS and len(wanted) > 1:
        wanted, given = wanted[:-1], given[:-1]  # 'Plateau state'
    return all(
        g[0].isupper() for w, g in zip(wanted, given, strict=True) if w[0].isupper()
    )


def _is_joined(text: str, words: list[tuple[int, int, str]], position: int, length: int) -> bool:
    return all(
        _GAP.fullmatch(text, words[k][1], words[k + 1][0]) is not None
        for k in range(position, position + length - 1)
    )


def _first(name: str) -> str:
    return next(m[0] for m in _WORD.finditer(name))


def _indexed(names: Mapping[str, Iterable[Entry]]) -> _Index:
    index: _Index = {}
    for name, entries in names.items():
        key = tuple(fold(m) for m in _WORD.findall(name))
        if key:
            pair = (key[0], key[1] if len(key) > 1 else "")
            index.setdefault(pair, []).append((key, name, tuple(entries)))
    for candidates in index.values():
        candidates.sort(key=lambda c: -len(c[0]))
    return index


def _halves(entries: Iterable[Entry]) -> Mapping[str, Mapping[str, Entry]]:
    """North and South Korea: states whose names differ in the first word, a quarter, alone."""
    lands: dict[str, dict[str, Entry]] = {}
    for entry in entries:
        quarter, _, land = entry.name.partition(" ")
        if entry.kind is Kind.COUNTRY and quarter in ("North", "South", "East", "West"):
            lands.setdefault(land, {})[quarter] = entry
    return {
        entry.country: quarters
        for quarters in lands.values()
        if len(quarters) > 1
        for entry in quarters.values()
        if entry.country
    }
