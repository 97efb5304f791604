"""The country that a text is about at a point: whose police 'police' are."""

from __future__ import annotations

from spacy.tokens import Token

from dragoman.actors.entry import TOPONYMS, Kind
from dragoman.actors.names import Names

_LOCATIVE = frozenset(
    {"in", "at", "near", "outside", "inside", "across", "around", "throughout", "from", "of"}
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

    def country(self, token: Token) -> str | None:
        """The country meant at the token, or None where it is not plain.

        The place told in the sentence comes first, then the only country of the sentences just
        before, then the dateline's, then the one that the whole text is mostly about.
        """
        sentence = token.sent
        here = self._places(sentence.start, sentence.end)
        if len(here) == 1:
            return here.pop()
        before = self._mentioned(sentence.start, token.i)
        if len(before) == 1:
            return before.pop()
        number = self._number.get(sentence.start, 0)
        for previous in reversed(self._sentences[max(0, number - _BACK) : number]):
            told = self._places(previous.start, previous.end) or self._mentioned(
                previous.start, previous.end
            )
            if len(told) == 1:
                return told.pop()
            if told:
                break
        return self._names.dateline_country or self.main

    def _places(self, start: int, end: int) -> set[str]:
        """Countries of what stands after a locative preposition ('in Lahore')."""
        found: set[str] = set()
        for index in range(start, end):
            hit = self._names.hit(index)
            if hit is None or hit.kind not in TOPONYMS or hit.entry.country in (None, *_BLOCS):
                continue
            first = self._names.span(index)[0]
            head = self._names.doc[index]
            if first > start and self._names.doc[first - 1].lower_ in _LOCATIVE - {"from", "of"}:
                found.add(str(hit.entry.country))
            elif head.dep_ == "pobj" and head.head.lower_ in _LOCATIVE - {"from", "of"}:
                found.add(str(hit.entry.country))
        return found

    def _mentioned(self, start: int, end: int) -> set[str]:
        found: set[str] = set()
        for index in range(start, end):
            hit = self._names.hit(index)
            if hit is not None and hit.kind is not Kind.LEADER and not hit.entry.generic:
                country = hit.entry.country
                if country and country not in _BLOCS:
                    found.add(country)
        return found
