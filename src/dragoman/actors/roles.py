"""Common nouns for people and groups, and titles: what sector and office they tell."""

from __future__ import annotations

from dataclasses import dataclass, replace
from importlib.resources import files

from spacy.tokens import Doc

from dragoman.tables import rows, values

_LONGEST = 6


@dataclass(frozen=True, slots=True)
class Role:
    """A noun for a party.

    Attributes:
        noun: its singular, lower case.
        sector: PLOVER sector that it has alone.
        kind: ``person``, ``group``, ``body`` or ``carrier`` (takes its owner's sector).
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
    """A title: the office it tells in one spelling, its sector, and the tokens matched."""

    office: str
    sector: str
    length: int


class Roles:
    """The tables of roles, modifiers and titles."""

    def __init__(self) -> None:
        data = files("dragoman.actors") / "data"
        self._nouns: dict[tuple[str, ...], Role] = {}
        self._modifiers: dict[str, str] = {}
        columns = ("noun", "plural", "sector", "kind", "gender", "refers")
        for row in rows(data / "roles.tsv", columns):
            if row["kind"] == "modifier":
                self._modifiers[row["noun"]] = row["sector"]
            else:
                self._add_noun(row)
        self._titles: dict[tuple[str, ...], tuple[str, str]] = {}
        for row in rows(data / "offices.tsv", ("title", "office", "sector")):
            self._titles[_words(row["title"])] = (row["office"], row["sector"])

    def _add_noun(self, row: dict[str, str]) -> None:
        refers = row["refers"] == "yes"
        group = row["kind"] == "group"
        base = (row["sector"], row["kind"], row["gender"], refers)
        singular = _words(row["noun"])
        self._nouns.setdefault(singular, Role(row["noun"], *base, plural=group))
        forms = values(row["plural"]) or (_plural(row["noun"]),)
        for form in forms:
            self._nouns.setdefault(_words(form), Role(row["noun"], *base, plural=True))

    def noun_at(self, doc: Doc, end: int, start: int = 0) -> Role | None:
        """The longest role that ends with token ``end`` and begins at ``start`` or later."""
        found: Role | None = None
        for length in range(1, min(_LONGEST, end - start + 1) + 1):
            words = tuple(t.lower_.replace("’", "'") for t in doc[end - length + 1 : end + 1])
            role = self._nouns.get(words)
            if role is not None:
                found = replace(role, length=length)
        return found

    def title_at(self, doc: Doc, end: int, start: int = 0) -> Title | None:
        """The longest title that ends with token ``end`` and begins at ``start`` or later."""
        found: Title | None = None
        for length in range(1, min(_LONGEST + 2, end - start + 1) + 1):
            words = tuple(
                t.lower_.rstrip(".") for t in doc[end - length + 1 : end + 1]
            )
            if words in self._titles:
                found = Title(*self._titles[words], length)
        return found

    def title_from(self, doc: Doc, begin: int, end: int) -> Title | None:
        """The longest title that begins with token ``begin`` and ends before ``end``."""
        for length in range(min(_LONGEST + 2, end - begin), 0, -1):
            words = tuple(t.lower_.rstrip(".") for t in doc[begin : begin + length])
            if words in self._titles:
                return Title(*self._titles[words], length)
        return None

    def noun_from(self, doc: Doc, begin: int, end: int) -> Role | None:
        """The longest role that begins with token ``begin`` and ends before ``end``."""
        for length in range(min(_LONGEST, end - begin), 0, -1):
            words = tuple(t.lower_.replace("’", "'") for t in doc[begin : begin + length])
            if words in self._nouns:
                return replace(self._nouns[words], length=length)
        return None

    def modifier(self, word: str) -> str | None:
        """The sector that a word before a noun tells, or None."""
        return self._modifiers.get(word.lower())


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
