"""The tables of names, and finding their names in a text."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from importlib.resources import files
from importlib.resources.abc import Traversable
from pathlib import Path

from dragoman.actors.entry import BODIES, Entry, Kind
from dragoman.actors.words import fold
from dragoman.countries import COUNTRY_COLUMNS
from dragoman.tables import rows, values

_WORD = re.compile(r"[^\W_]+")
_GAP = re.compile(r"[\s.'’‘`&/-]{0,3}")
_ACRONYM_LENGTH = 6
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
        data = files("dragoman.actors") / "data"
        names: dict[str, list[Entry]] = {}
        self._surnames: dict[str, list[Entry]] = {}
        loaders = (_countries, _seats, _cities, _institutions, _organisations, _armed, _parties,
                   _leaders)  # fmt: skip
        for load in loaders:
            for name, entry in load(data):
                names.setdefault(name, []).append(entry)
                if entry.kind is Kind.LEADER:
                    words = name.split()
                    family = words[0 if entry.country in _FAMILY_FIRST else -1]
                    self._surnames.setdefault(fold(family), []).append(entry)
        self._countries = {row["code"]: row["name"] for row in _states(data)}
        self.halves = _halves(entry for name in names.values() for entry in name)
        """By country code the two halves of a divided land, each by its bare name ('North')."""
        if extra is not None:
            for name, entry in _own(extra):
                names.setdefault(name, []).append(entry)
        self._index = _indexed(names)
        self._firsts = frozenset(first for first, _ in self._index)
        self._small = frozenset(fold(_first(n)) for n in names if n[:1].islower())

    def country_name(self, code: str) -> str:
        """The short English name of a country code; the code itself where it has none."""
        return self._countries.get(code, _BLOCS.get(code, code))

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


_INTERNATIONAL = frozenset({"UNO", "EUR", "IGO", "NGO", "ISM", "IMG", "MNC"})
_BLOCS: Mapping[str, str] = {"UNO": "United Nations", "EUR": "European Union"}


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


_Named = Iterator[tuple[str, Entry]]




def _states(data: Traversable) -> Iterator[dict[str, str]]:
    for row in rows(data / "countries.tsv", COUNTRY_COLUMNS):
        if row["status"] in ("state", "special"):
            yield row


def _countries(data: Traversable) -> _Named:
    for row in rows(data / "countries.tsv", COUNTRY_COLUMNS):
        sectors = ("GOV", "PRE") if row["status"] == "partial" else ("GOV",)
        country = Entry(row["name"], Kind.COUNTRY, row["code"], sectors)
        for name in (row["name"], *values(row["aliases"])):
            yield name, country
        adjective = replace(country, kind=Kind.ADJECTIVE)
        for name in values(row["adjectives"]):
            yield name, adjective
        people = replace(country, kind=Kind.PEOPLE, sectors=("CVL",))
        for name in values(row["demonyms"]):
            yield name, people
            yield _plural(name), people


def _plural(demonym: str) -> str:
    if demonym.endswith("man"):
        return demonym[:-3] + "men"
    return demonym if demonym.endswith(("ese", "ss", "z")) else demonym + "s"


def _seats(data: Traversable) -> _Named:
    for row in rows(data / "seats.tsv", ("name", "country", "sectors", "when")):
        yield row["name"], Entry(
            row["name"], Kind.SEAT, row["country"], values(row["sectors"]),
            always=row["when"] == "always",
        )  # fmt: skip


def _cities(data: Traversable) -> _Named:
    for row in rows(data / "cities.tsv", ("name", "aliases", "code")):
        city = Entry(row["name"], Kind.CITY, row["code"] or None, ())
        for name in (row["name"], *values(row["aliases"])):
            yield name, city


def _institutions(data: Traversable) -> _Named:
    common = _common_words(data)
    for row in rows(data / "institutions.tsv", ("name", "aliases", "country", "sectors")):
        sectors = values(row["sectors"])
        for name in (row["name"], *values(row["aliases"])):
            national = row["country"] not in _INTERNATIONAL
            generic = national and all(word in common for word in fold(name).split())
            yield name, Entry(
                row["name"], Kind.INSTITUTION, row["country"], sectors, generic=generic
            )


def _common_words(data: Traversable) -> frozenset[str]:
    """The words of roles and titles: a name made of them alone is no country's own."""
    columns = ("noun", "plural", "sector", "kind", "gender", "refers")
    nouns = {w for row in rows(data / "roles.tsv", columns) for w in row["noun"].split()}
    return frozenset(
        nouns
        | {"of", "the", "for", "and", "national", "federal", "central", "supreme", "affairs",
           "foreign", "interior", "special", "public", "general", "deputies", "congress", "guard",
           "treasury", "investigation", "commerce", "human", "justice", "senate", "bureau", "task",
           "people's", "criminal", "external", "strategic", "western", "eastern", "southern",
           "northern", "defence", "defense", "security"}
    )  # fmt: skip


# A party's name of these words alone is borne in many states.
_PARTY_WORDS = frozenset(
    {"party", "labour", "labor", "democratic", "republican", "socialist", "communist", "liberal",
     "conservative", "green", "progress", "national", "people's", "centre", "center", "justice",
     "freedom", "social", "christian", "workers'", "moderate", "progressive", "independence",
     "unity", "congress", "alliance", "united", "front", "nationalist", "radical", "popular",
     "reform", "patriotic", "movement", "coalition", "left", "the", "of", "for", "and", "change"}
)  # fmt: skip


def _organisations(data: Traversable) -> _Named:
    columns = ("name", "aliases", "acronym", "kind", "country", "sectors", "members")
    for row in _optional(data / "organisations.tsv", columns):
        entry = Entry(row["name"], Kind.ORGANISATION, row["country"] or None,
                      values(row["sectors"]))  # fmt: skip
        for name in (row["name"], *values(row["aliases"]), *values(row["acronym"])):
            yield name, entry


def _armed(data: Traversable) -> _Named:
    columns = ("name", "aliases", "acronym", "country", "sectors", "active_from", "active_to",
               "governed")  # fmt: skip
    for row in _optional(data / "armed_groups.tsv", columns):
        entry = Entry(row["name"], Kind.ARMED_GROUP, row["country"] or None,
                      values(row["sectors"]), None, row["active_from"], "")  # fmt: skip
        terms = [term.split("/") for term in values(row["governed"])]
        governments = [
            replace(entry, sectors=("GOV",), since=begin, until=end, governing=True)
            for begin, end in terms
        ]
        for name in (row["name"], *values(row["aliases"]), *values(row["acronym"])):
            for meaning in (*governments, entry):
                yield name, meaning


def _parties(data: Traversable) -> _Named:
    columns = ("name", "aliases", "acronym", "country", "sectors")
    for row in _optional(data / "parties.tsv", columns):
        entry = Entry(row["name"], Kind.PARTY, row["country"] or None, values(row["sectors"]))
        for name in (row["name"], *values(row["aliases"]), *values(row["acronym"])):
            words = fold(name).split()
            yield name, replace(entry, generic=len(words) > 1 and _PARTY_WORDS.issuperset(words))


def _leaders(data: Traversable) -> _Named:
    columns = ("name", "aliases", "country", "office", "sectors", "from", "to")
    for row in _optional(data / "leaders.tsv", columns):
        entry = Entry(
            row["name"], Kind.LEADER, row["country"] or None, values(row["sectors"]),
            row["office"] or None, row["from"], row["to"],
        )  # fmt: skip
        for name in (row["name"], *values(row["aliases"])):
            yield name, entry


def _own(path: Path) -> _Named:
    for row in rows(path, ("name", "aliases", "country", "sectors", "office")):
        entry = Entry(row["name"], Kind.OWN, row["country"] or None, values(row["sectors"]),
                      row["office"] or None)  # fmt: skip
        for name in (row["name"], *values(row["aliases"])):
            yield name, entry


def _optional(path: Traversable, columns: tuple[str, ...]) -> Iterator[dict[str, str]]:
    if path.is_file():
        yield from rows(path, columns)


__all__ = ["BODIES", "Gazetteer", "Hit"]
