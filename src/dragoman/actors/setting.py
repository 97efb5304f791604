"""The country that a text is about at a point: whose police 'police' are."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

from spacy.tokens import Token

from dragoman.actors.entry import BLOCS, TOPONYMS, Kind
from dragoman.actors.mediators import mediates
from dragoman.actors.names import Names
from dragoman.actors.phrases import PARTNERS, belongs_to
from dragoman.actors.venues import is_venue
from dragoman.actors.victims import harmers, is_victim, wages
from dragoman.actors.visits import Visits
from dragoman.analysis.grammar import first_conjunct

_LOCATIVE = frozenset(
    {"in", "at", "near", "outside", "inside", "across", "around", "throughout"}
)
_WITHIN = ("in", "at", "near", "inside", "across", "on", "from")
MISSIONS = frozenset(
    {"embassy", "consulate", "consulate general", "consul", "ambassador", "high commission"}
)
"""Whoever stands abroad for a state."""
_ABROAD = MISSIONS | {"envoy", "diplomat", "diplomats", "mission"}
_BACK = 3
_STATE_BACK = 6  # sentences
_RENOWN = 40  # how much a text that is all about one state outweighs sentences between
# 'Fell on Iraqi soil' tells a place as 'in Iraq' does.
_GROUNDS = frozenset(
    {"territory", "soil", "airspace", "waters", "mainland", "coast", "shores", "capital", "border",
     "city", "town", "village", "province", "island"}
)  # fmt: skip
_THE_LAND = frozenset({"country", "nation"})
_PLACE, _ADJECTIVE, _NAME = "place", "nationality", "name"
# A country with this share of all country names is what the text is about.
_MAIN_SHARE = 0.5
# Where a text plays: half of so many places or all of fewer are one country's, most are surely.
_PLACES = 4
_SURE_SHARE = 0.75
# Who serves a state is of the one where he is told of: 'In Berlin, the foreign minister, X'.
_SERVING = frozenset({"GOV", "MIL", "COP", "JUD", "LEG", "SPY"})


class Setting:
    """Finds the country that words without one are of."""

    def __init__(self, names: Names) -> None:
        self._names = names
        self._sentences = names.sentences
        self._number = {s.start: n for n, s in enumerate(self._sentences)}
        self._venues: Counter[str] = Counter()
        self._aside: Counter[str] = Counter()  # told of mediators, hosts and friends alone
        self._visits = Visits()
        self._lands: list[tuple[int, str]] = []  # the places told, venues too
        self._marks = self._without_strays(self._marked())
        marks = [mark for marks in self._marks for mark in marks]
        self._grounds = Counter(country for country, told, _ in marks if told is _PLACE)
        self._dateline = self._unless_venue(names.dateline_country)
        self.main = self._unless_venue(self._mostly())
        if self._dateline is None:  # a mere venue: the line itself tells of no more
            code = names.dateline_country
            self._marks = [[m for m in told if m[0] != code] for told in self._marks]

    def country(self, token: Token) -> str | None:
        """The country meant at the token, or None where it is not plain.

        The place told in the sentence comes first, then the only country named before in it, the
        only nationality, the place of the sentences just before, the only country told there, the
        dateline's, and last the one that the whole text is mostly about. Where parties only meet
        is no such place, who calls on a country is not of it, and who harms somebody does not tell
        of which country the other is, nor the other of which he is.
        """
        found = self._land(token) or self._nearest(token)
        if found is None or self._visits.calls_on(token, found):
            return None
        if self._harms_its_own(token, found):
            return None
        if not is_victim(token) or found == self._dateline:
            return found
        number = self._number.get(token.sent.start, 0)
        if found in self._places(number) or self._plays_in(found):
            return found
        return None if found in self._attackers(number) else found

    def _land(self, token: Token) -> str | None:
        """'Rebels in the north of the country': of the place told last, where somebody calls too.

        Nothing where they stand in no such place.
        """
        inside = [obj for _, obj in belongs_to(token, _WITHIN)]
        inside += [obj for place in inside for _, obj in belongs_to(place, ("of",))]
        if not any(o.lower_ in _THE_LAND and _is_bare(o) for o in inside):
            return None
        here = self._number.get(token.sent.start, 0)
        since = self._sentences[max(0, here - _BACK)].start
        return next((c for i, c in reversed(self._lands) if since <= i < token.i), None)

    def _harms_its_own(self, token: Token, code: str) -> bool:
        """Whether it harms people told by that nationality, in a text that tells others too.

        Not where the text plays in that country.
        """
        number = self._number.get(token.sent.start, 0)
        if code in self._places(number) or self._plays_in(code) or code == self._dateline:
            return False
        if all(c == code for marks in self._marks for c, _, _ in marks):
            return False
        first = first_conjunct(token)
        harmed = (i for c, _, i in self._marks[number] if c == code)
        return any(first in harmers(self._head(index)) for index in harmed)

    def _nearest(self, token: Token) -> str | None:
        number = self._number.get(token.sent.start, 0)
        before = {(c, told) for c, told, index in self._marks[number] if index < token.i}
        back = range(number - 1, max(-1, number - _BACK - 1), -1)
        places = self._places(number)
        named = {country for country, told in before if told is not _ADJECTIVE}
        sought = (
            places,
            named if len(named) < 2 else self._doer(token),
            {country for country, _ in before},
            next(filter(None, map(self._places, back)), set()),
            next(filter(None, map(self._told, back)), set()),
        )
        for found in sought:
            if len(found) == 1:
                return next(iter(found))
        return self._dateline or self.main

    def _doer(self, token: Token) -> set[str]:
        """The country named as subject of the verb whose object it is: 'Minsk freed prisoners'."""
        first = first_conjunct(token)
        if first.dep_ != "dobj":
            return set()
        subjects = (c for c in first.head.lefts if c.dep_ == "nsubj")
        hits = (self._names.hit(c) for c in subjects)
        codes = {h.entry.country for h in hits if h is not None and h.kind in TOPONYMS}
        return {code for code in codes if code}

    def _attackers(self, number: int) -> set[str]:
        """The countries told as those who do harm, in a sentence or the one before."""
        marks = [mark for marks in self._marks[max(0, number - 1) : number + 1] for mark in marks]
        return {c for c, told, index in marks if told is not _PLACE and wages(self._head(index))}

    def _mostly(self) -> str | None:
        """The country of most places that the text tells, else the one that it names most."""
        places = self._grounds + self._venues
        if places and places.most_common(1)[0][1] > _MAIN_SHARE * places.total():
            return places.most_common(1)[0][0]
        told = Counter(self._names.countries) - self._aside
        states = {c: n for c, n in told.most_common() if c not in BLOCS}
        first = next(iter(states), None)
        plain = first is not None and states[first] >= _MAIN_SHARE * sum(states.values())
        return first if plain else None

    def _unless_venue(self, code: str | None) -> str | None:
        """The country, but not where the text tells it only as where parties meet.

        Its dateline and nothing else may be of that country, where it tells of another.
        """
        if code not in self._venues:
            return code
        doc, marks = self._names.doc, [mark for marks in self._marks for mark in marks]
        apart = [(c, i) for c, _, i in marks if not self._names.in_dateline(doc[i])]
        return code if any(c == code for c, _ in apart) else None

    def home(self, token: Token, sectors: Sequence[str]) -> str | None:
        """The country of somebody named at the token of whom no word tells any, or None.

        What a text is about is not where people come from, nor is what stands beside a name: only
        its dateline, the places that it tells, and for who serves a state that of the sentence.
        """
        code = self.country(token)
        if code is None:
            return None
        serves = bool(sectors) and sectors[0] in _SERVING and self._is_served(code, token)
        if serves or code == self._dateline or self._plays_in(code):
            return code
        ground = max(self._grounds, key=self._grounds.__getitem__, default=None)
        sure = ground is not None and self._plays_in(ground, _SURE_SHARE)
        return ground if sure and ground and not self._visits.calls_on(token, ground) else None

    def _is_served(self, code: str, token: Token) -> bool:
        """Whether who serves a state is of this one: told as place, or what the text is about.

        Not one that stands after the verb whose subject he is: whom he condemns is not his own.
        """
        number = self._number.get(token.sent.start, 0)
        if self._places(number) == {code}:
            return True
        verb = first_conjunct(token).head if token.dep_ in ("nsubj", "nsubjpass", "conj") else None
        met = verb is not None and any(
            country == code and index > verb.i for country, _, index in self._marks[number]
        )
        return code == self.main and not met

    def _plays_in(self, code: str, share: float = _MAIN_SHARE) -> bool:
        """Whether enough of the places that the text tells are the country's."""
        told, total = self._grounds[code], self._grounds.total()
        return told >= share * total if total >= _PLACES else 0 < told == total

    def only(self, token: Token) -> str | None:
        """The only country told in the token's sentence before it, or None."""
        number = self._number.get(token.sent.start, 0)
        before = {country for country, _, index in self._marks[number] if index < token.i}
        return before.pop() if len(before) == 1 else None

    def state(self, token: Token) -> str | None:
        """The state that 'the rogue state', 'the island nation' means at the token, or None.

        The one that the last sentences and the whole text tell of most, by name or adjective and
        not as a mere place; never one that the same sentence names, for it would be 'it' there.
        """
        number = self._number.get(token.sent.start, 0)
        here = {country for country, _, _ in self._marks[number]}
        total = sum(self._names.countries.values())
        best: tuple[float, str] | None = None
        for back in range(1, _STATE_BACK + 1):
            for country, told, _ in self._marks[number - back] if back <= number else ():
                if told is _PLACE or country in here:
                    continue
                score = _RENOWN * self._names.countries.get(country, 0) / total - 2 * back
                best = max(best or (score, country), (score, country))
        return best[1] if best else None

    def _without_strays(
        self, marked: list[list[tuple[str, str, int]]]
    ) -> list[list[tuple[str, str, int]]]:
        """The marks less a lone town of a country that the text never names, where others are told.

        In a text about London, somebody called Montana is no sign of the United States.
        """
        towns: dict[str, set[str]] = {}
        told: set[str] = set()
        for country, manner, index in (mark for marks in marked for mark in marks):
            hit = self._names.hit(index)
            if hit is not None and hit.kind is Kind.CITY and country not in self._names.countries:
                towns.setdefault(country, set()).add(hit.entry.name)
            elif manner is _PLACE:
                told.add(country)
        strays = {country for country, names in towns.items() if told and len(names) == 1}
        return [[mark for mark in marks if mark[0] not in strays] for marks in marked]

    def _places(self, number: int) -> set[str]:
        return {country for country, told, _ in self._marks[number] if told is _PLACE}

    def _told(self, number: int) -> set[str]:
        """The countries told in a sentence; a nationality tells no other than the text's own."""
        known = self._dateline or self.main
        marks = self._marks[number]
        return {c for c, told, _ in marks if told is not _ADJECTIVE or known in (None, c)}

    def _marked(self) -> list[list[tuple[str, str, int]]]:
        """For each sentence the countries meant: code, how, and token index."""
        found: list[list[tuple[str, str, int]]] = []
        for sentence in self._sentences:
            marks: list[tuple[str, str, int]] = []
            for index in range(sentence.start, sentence.end):
                hit = self._names.hit(index)
                if hit is None or self._names.span(index)[0] != index or hit.entry.generic:
                    continue
                country = hit.entry.country
                if country and self._is_aside(index):
                    self._aside[country] += 1
                    continue
                if "JRN" in hit.entry.sectors or self._is_abroad(index):
                    continue  # who reports it tells nothing of where it is
                if country:
                    self._visits.note(self._head(index), hit.kind, country)
                if country and is_venue(self._ground(index, hit.kind)):
                    self._venues[country] += 1
                    self._lands.append((index, country))
                elif country and country not in BLOCS and hit.kind is not Kind.LEADER:
                    manner = self._manner(index, hit.kind)
                    marks.append((country, manner, index))
                    if manner is _PLACE:
                        self._lands.append((index, country))
            found.append(marks)
        return found

    def _head(self, index: int) -> Token:
        """The head of the name that begins with the token."""
        first, end = self._names.span(index)
        head: Token = self._names.doc[first:end].root
        return head

    def _ground(self, index: int, kind: Kind) -> Token:
        """The head of a place's phrase: 'Doha', 'capital' in 'the Qatari capital'."""
        adjective = kind not in TOPONYMS and self._is_ground(index)
        return self._names.doc[self._names.span(index)[1]] if adjective else self._head(index)

    def _is_aside(self, index: int) -> bool:
        """Whether it tells who mediates, a mere friend ('Iran-backed'), or 'his Kenyan host'."""
        end = self._names.span(index)[1]
        partner = end < len(self._names.doc) and self._names.doc[end].lower_ in PARTNERS
        return partner or not self._names.tells_origin(index) or mediates(self._head(index))

    def _is_abroad(self, index: int) -> bool:
        """'The German consulate' is anywhere but in Germany."""
        end = self._names.span(index)[1]
        return end < len(self._names.doc) and self._names.doc[end].lower_ in _ABROAD

    def _manner(self, index: int, kind: Kind) -> str:
        """How a country is told: as a place ('in Lahore'), a nationality, or by its name."""
        if kind in (Kind.PEOPLE, Kind.ADJECTIVE):
            return _PLACE if self._is_ground(index) else _ADJECTIVE
        return _PLACE if kind is Kind.CITY or self._is_place(index, kind) else _NAME

    def _is_ground(self, index: int) -> bool:
        end = self._names.span(index)[1]
        return end < len(self._names.doc) and self._names.doc[end].lower_ in _GROUNDS

    def _is_place(self, index: int, kind: Kind) -> bool:
        if kind not in TOPONYMS:
            return False
        if index > 0 and self._names.doc[index - 1].lower_ in _LOCATIVE:
            return True
        head = self._head(index)
        return head.dep_ == "pobj" and head.head.lower_ in _LOCATIVE


def _is_bare(noun: Token) -> bool:
    """Whether nothing but 'the' stands before it: 'the country', not 'the host country'."""
    return [c.lower_ for c in noun.lefts] in (["the"], ["this"])
