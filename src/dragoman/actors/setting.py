"""The country that a text is about at a point: whose police 'police' are."""

from __future__ import annotations

from collections import Counter

from spacy.tokens import Token

from dragoman.actors.entry import TOPONYMS, Kind
from dragoman.actors.names import Names

_LOCATIVE = frozenset(
    {"in", "at", "near", "outside", "inside", "across", "around", "throughout"}
)
_BLOCS = frozenset({"UNO", "EUR", "IGO", "NGO", "ISM", "IMG", "MNC"})
_BACK = 3
# A country with this share of all country names is what the text is about.
_MAIN_SHARE = 0.5


class Setting:
    """Finds the country that words without one are of."""

    def __init__(self, names: Names) -> None:
        self._names = names
        self._sentences = tuple(names.doc.sents)
        self._number = {s.start: n for n, s in enumerate(self._sentences)}
        states = {c: n for c, n in names.countries.items() if c not in _BLOCS}
        total = sum(states.values())
        first = next(iter(states), None)
        plain = first is not None and states[first] >= _MAIN_SHARE * total
        self.main: str | None = first if plain else None
        self._marks = self._marked()
        places = Counter(c for marks in self._marks for c, place, _ in marks if place)
        if places and places.most_common(1)[0][1] > _MAIN_SHARE * sum(places.values()):
            self.main = places.most_common(1)[0][0]

    def country(self, token: Token) -> str | None:
        """The country meant at the token, or None where it is not plain.

        The place told in the sentence comes first, then the only country of the sentences just
        before, then the dateline's, then the one that the whole text is mostly about.
        """
        number = self._number.get(token.sent.start, 0)
        here = self._places(number)
        if len(here) == 1:
            return here.pop()
        before = {c for c, _, index in self._marks[number] if index < token.i}
        if len(before) == 1:
            return before.pop()
        for previous in range(number - 1, max(-1, number - _BACK - 1), -1):
            told = self._places(previous) or {c for c, _, _ in self._marks[previous]}
            if len(told) == 1:
                return told.pop()
            if told:
                break
        return self._names.dateline_country or self.main

    def _places(self, number: int) -> set[str]:
        return {country for country, place, _ in self._marks[number] if place}

    def _marked(self) -> list[list[tuple[str, bool, int]]]:
        """For each sentence the countries meant: code, whether as a place, and token index."""
        found: list[list[tuple[str, bool, int]]] = []
        for sentence in self._sentences:
            marks: list[tuple[str, bool, int]] = []
            for index in range(sentence.start, sentence.end):
                hit = self._names.hit(index)
                if hit is None or self._names.span(index)[0] != index or hit.entry.generic:
                    continue
                country = hit.entry.country
                if country and country not in _BLOCS and hit.kind is not Kind.LEADER:
                    marks.append((country, self._is_place(index, hit.kind), index))
            found.append(marks)
        return found

    def _is_place(self, index: int, kind: Kind) -> bool:
        """Whether it stands for where something is: 'in Lahore', 'in the province of Kunduz'."""
        if kind is Kind.CITY:
            return True
        if kind not in TOPONYMS:
            return False
        if index > 0 and self._names.doc[index - 1].lower_ in _LOCATIVE:
            return True
        head = self._names.doc[index]
        return head.dep_ == "pobj" and head.head.lower_ in _LOCATIVE
