"""Common nouns for people and groups, titles and given names: sector, office, gender."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from importlib.resources import files

from spacy.tokens import Doc

from dragoman.letters import fold
from dragoman.tables import rows, values

_SHORT = {"pm": "prime minister"}
_ALSO_KIN = ("father", "sister", "mother", "brother")  # of a church only with a capital

BODY_NOUNS = frozenset({"body", "collective", "group"})
"""Kinds of nouns for several who act as one: 'army', 'parliament', 'militia'."""


@dataclass(frozen=True, slots=True)
class Role:
    """A noun for a party.

    Attributes:
        noun: its singular, lower case.
        sector: PLOVER sector that it has alone.
        kind: ``person``, ``group``, ``body``, ``collective`` (a body that takes its owner's
            sector) or ``carrier`` (who takes it).
        gender: ``m``, ``f`` or empty.
        refers: whether 'the ...' often stands for somebody named before.
        plural: whether this form is a plural.
        length: number of tokens matched.
    """

    noun: str
    sector: str
    kind: str
    gender: str
    refers: bool
    plural: bool
    length: int = 1


@dataclass(frozen=True, slots=True)
class Title:
    """A title: the office it tells in one spelling, its sector, and the tokens matched.

    ``rank`` is true for ranks and honorifics, which say less than an office before them.
    """

    office: str
    sector: str
    length: int
    rank: bool = False


class Roles:
    """The tables of roles, modifiers, titles and given names."""

    def __init__(self) -> None:
        data = files("dragoman.actors") / "data"
        self._nouns: dict[tuple[str, ...], Role] = {}
        self._modifiers: dict[str, str] = {}
        plurals: list[tuple[tuple[str, ...], Role]] = []
        columns = ("noun", "plural", "sector", "kind", "gender", "refers")
        for row in rows(data / "roles.tsv", columns):
            if row["kind"] == "modifier":
                self._modifiers[row["noun"]] = row["sector"]
            else:
                self._add_noun(row, plurals)
        for words, role in plurals:
            self._nouns.setdefault(words, role)  # a row of its own comes before a rule
        for short, noun in _SHORT.items():
            self._nouns[_words(short)] = self._nouns[_words(noun)]
        self._titles: dict[tuple[str, ...], Title] = {}
        for row in rows(data / "offices.tsv", ("title", "office", "sector", "rank")):
            words = _words(row["title"])
            rank = row["rank"] == "yes"
            self._titles[words] = Title(row["office"], row["sector"], len(words), rank)
        self._genders = {
            fold(row["name"]): row["gender"]
            for table in ("given_names.tsv", "leader_genders.tsv")
            for row in rows(data / table, ("name", "gender"))
        }
        self._noun_ends = _lengths(self._nouns, -1)
        self._noun_starts = _lengths(self._nouns, 0)
        self._title_ends = _lengths(self._titles, -1)
        self._title_starts = _lengths(self._titles, 0)

    def _add_noun(
        self, row: dict[str, str], plurals: list[tuple[tuple[str, ...], Role]]
    ) -> None:
        refers = row["refers"] == "yes"
        group = row["kind"] == "group"
        base = (row["sector"], row["kind"], row["gender"], refers)
        singular = _words(row["noun"])
        self._nouns.setdefault(singular, Role(row["noun"], *base, plural=group))
        forms = values(row["plural"]) or (_plural(row["noun"]),)
        plurals += [(_words(form), Role(row["noun"], *base, plural=True)) for form in forms]

    def ends_noun(self, word: str) -> bool:
        """Whether a role may end with the word, given in lower case."""
        return word in self._noun_ends

    def noun_at(self, doc: Doc, end: int, start: int = 0) -> Role | None:
        """The longest role that ends with token ``end`` and begins at ``start`` or later."""
        if doc[end].lower_ == "pm" and (doc[end].is_lower or (end and doc[end - 1].like_num)):
            return None  # the hour: '3 pm'
        longest = min(self._noun_ends.get(_plain(doc[end].lower_), 0), end - start + 1)
        for words in _ending(doc, end, longest):
            if words in self._nouns:
                return replace(self._nouns[words], length=len(words))
        return None

    def title_at(self, doc: Doc, end: int, start: int = 0) -> Title | None:
        """The longest title that ends with token ``end`` and begins at ``start`` or later."""
        longest = min(self._title_ends.get(_plain(doc[end].lower_), 0), end - start + 1)
        for words in _ending(doc, end, longest):
            if words in self._titles and not (words[-1] in _ALSO_KIN and doc[end].is_lower):
                return self._titles[words]
        return None

    def title_from(self, doc: Doc, begin: int, end: int) -> Title | None:
        """The longest title that begins with token ``begin`` and ends before ``end``."""
        longest = min(self._title_starts.get(_plain(doc[begin].lower_), 0), end - begin)
        for words in _beginning(doc, begin, longest):
            if words in self._titles:
                return self._titles[words]
        return None

    def noun_from(self, doc: Doc, begin: int, end: int) -> Role | None:
        """The longest role that begins with token ``begin`` and ends before ``end``."""
        longest = min(self._noun_starts.get(_plain(doc[begin].lower_), 0), end - begin)
        for words in _beginning(doc, begin, longest):
            if words in self._nouns:
                return replace(self._nouns[words], length=len(words))
        return None

    def title_of(self, noun: str) -> Title | None:
        """The title that a noun in the singular is: 'foreign minister', or None."""
        return self._titles.get(_words(noun))

    def gender(self, name: str) -> str:
        """``m`` or ``f`` where a full name of the tables or its given name tells it, else empty."""
        whole = self._genders.get(fold(name), "")
        return whole or self._genders.get(fold(name.split()[0]), "")

    def modifier(self, word: str) -> str | None:
        """The sector that a word before a noun tells, or None."""
        return self._modifiers.get(word.lower())


def _plain(word: str) -> str:
    return word.replace("’", "'").rstrip(".") if not word.isalpha() else word


def _ending(doc: Doc, end: int, longest: int) -> Iterator[tuple[str, ...]]:
    """The phrases of ``longest`` words and fewer that end with token ``end``, longest first."""
    if longest > 0:
        words = tuple(_plain(doc[i].lower_) for i in range(end - longest + 1, end + 1))
        for cut in range(longest):
            yield words[cut:]


def _beginning(doc: Doc, begin: int, longest: int) -> Iterator[tuple[str, ...]]:
    """The phrases of ``longest`` words and fewer that begin with token ``begin``, longest first."""
    if longest > 0:
        words = tuple(_plain(doc[i].lower_) for i in range(begin, begin + longest))
        for length in range(longest, 0, -1):
            yield words[:length]


def _lengths(phrases: Iterable[tuple[str, ...]], place: int) -> dict[str, int]:
    """The length of the longest phrase by its first (0) or last (-1) word."""
    found: dict[str, int] = {}
    for phrase in phrases:
        found[phrase[place]] = max(found.get(phrase[place], 0), len(phrase))
    return found


def _words(phrase: str) -> tuple[str, ...]:
    """The phrase as spaCy would cut it: hyphens and possessives apart."""
    spaced = phrase.lower().replace("-", " - ").replace("'s", " 's").replace("s' ", "s ' ")
    return tuple(spaced.split())


def _plural(noun: str) -> str:
    if noun.endswith("man") and not noun.endswith(("human", "german", "roman", "talisman")):
        return noun[:-3] + "men"
    if noun.endswith("y") and noun[-2] not in "aeiou":
        return noun[:-1] + "ies"
    return noun + ("es" if noun.endswith(("s", "x", "ch", "sh")) else "s")
