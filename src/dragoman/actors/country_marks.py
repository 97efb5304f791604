"""Where a text tells of a country, and how: as a place, by a nationality, or by its name."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Literal

from spacy.tokens import Token

from dragoman.actors.borders import is_beyond
from dragoman.actors.entry import BLOCS, PEOPLES, TOPONYMS, TOWNS, Kind
from dragoman.actors.gazetteer import Hit
from dragoman.actors.mediators import mediates
from dragoman.actors.names import Names
from dragoman.actors.passing import is_carried, is_sojourn, is_world_seat
from dragoman.actors.phrases import PARTNERS
from dragoman.actors.venues import NAMED_FOR_VENUES, is_venue
from dragoman.actors.victims import is_strike
from dragoman.actors.visits import Visits
from dragoman.analysis.grammar import BEFORE_NOUN, NOUN_MODIFIERS, WHERE, first_conjunct

Manner = Literal["place", "nationality", "name"]
MISSIONS = frozenset(
    {"embassy", "consulate", "consulate general", "consul", "ambassador", "high commission"}
)
"""Whoever stands abroad for a state."""
ABROAD = MISSIONS | {"envoy", "diplomat", "diplomats", "mission"}
"""What a state has in other countries, after its adjective."""
_LOCATIVE = WHERE | {"across", "throughout"}
# What is of a land, so that 'fell on Iraqi soil' tells a place as 'in Iraq' does.
_OF_LANDS = frozenset(
    {"territory", "soil", "airspace", "waters", "mainland", "coast", "shores", "capital", "border",
     "city", "town", "village", "province", "island"}
)  # fmt: skip
_QUARTERS = frozenset("district quarter neighbourhood neighborhood suburb area sector".split())


@dataclass(frozen=True, slots=True)
class Mark:
    """One place where a country is told: its code, how, and the first token of the name."""

    country: str
    manner: Manner
    index: int


class CountryMarks:
    """The countries that a text tells.

    Where parties only meet, who mediates or hosts, and who reports it are no marks.

    Attributes:
        sentences: the marks of each sentence, in order.
        venues: how often each country is told as where parties meet.
        aside: how often each is told of mediators, hosts and friends alone.
        lands: the places told, venues too: token index and country.
        visits: who calls on which country.

    Args:
        names: the document's names.
    """

    def __init__(self, names: Names) -> None:
        self._names = names
        self.venues: Counter[str] = Counter()
        self.aside: Counter[str] = Counter()
        self.lands: list[tuple[int, str]] = []
        self.visits = Visits()
        self.sentences = [list(self._marked(s.start, s.end)) for s in names.sentences]
        self._leave_out_passing()
        self.sentences = self._without(self._strays() | self._foreign_venues())

    def __iter__(self) -> Iterator[Mark]:
        return (mark for marks in self.sentences for mark in marks)

    def forget(self, country: str) -> None:
        """Take out all marks of a country."""
        self.sentences = self._without({country})

    def places(self, number: int) -> set[str]:
        """The countries told as a place in a sentence; the one that it opens with, if it does."""
        told = {mark.country for mark in self.sentences[number] if mark.manner == "place"}
        opening = self.opening(number)
        return told if opening is None else {opening}

    def opening(self, number: int) -> str | None:
        """The country that a sentence opens with: '*In Kenya*, men sat near Ugandan Busia'."""
        first = next(iter(self.sentences[number]), None)
        if first is None or first.manner != "place":
            return None
        start = self._names.sentences[number].start
        opens = first.index == start + 1 and self._names.doc[start].lower_ in _LOCATIVE
        return first.country if opens else None

    def head(self, mark: Mark) -> Token:
        """The head of the name that the mark stands for."""
        return self._head(mark.index)

    def _marked(self, start: int, end: int) -> Iterator[Mark]:
        """The marks between two tokens; notes what is none on the way."""
        for index in range(start, end):
            hit = self._names.hit(index)
            if hit is None and index in self._names.small_towns:
                yield from self._marks_of_town(index, self._names.small_towns[index])
            if hit is None or self._names.span(index)[0] != index or self._names.is_office(index):
                continue
            if hit.entry.generic:
                yield from self._marks_of_people(index, hit)
                continue
            country = hit.entry.country
            if country and self._is_carried(index):
                continue
            if country and self._is_aside(index):
                self.aside[country] += 1
            elif country and "JRN" not in hit.entry.sectors and not self._is_abroad(index):
                # who reports it, or stands abroad, tells nothing of where it is
                yield from self._marks_of(index, hit, country)

    def _marks_of_people(self, index: int, hit: Hit) -> Iterator[Mark]:
        """The mark of a people without a state, where the text names only the country they live in.

        Rohingya in a text that names Bangladesh too may be there.
        """
        country = hit.entry.country
        if country and hit.kind is Kind.PEOPLE and list(self._names.countries) == [country]:
            yield Mark(country, "place", index)

    def _marks_of_town(self, index: int, country: str) -> Iterator[Mark]:
        """The mark of a town that only the map knows, where somebody is in it or it is struck."""
        head = self._head(index)
        if not _tells_where(head):
            return
        if is_venue(head):
            self.venues[country] += 1
        else:
            yield Mark(country, "place", index)
        self.lands.append((index, country))

    def _marks_of(self, index: int, hit: Hit, country: str) -> Iterator[Mark]:
        self.visits.note(self._head(index), hit.kind, country)
        if is_venue(self._ground(index, hit.kind)) or self._names_deal(index, hit.kind):
            self.venues[country] += 1
            self.lands.append((index, country))
        elif country not in BLOCS and hit.kind is not Kind.LEADER:
            manner = self._manner(index, hit.kind)
            if manner == "place":
                self.lands.append((index, country))
            yield Mark(country, manner, index)

    def _is_carried(self, index: int) -> bool:
        """Whether it only tells whose flags or sanctions are told."""
        end = self._names.span(index)[1]
        return end < len(self._names.doc) and is_carried(self._names.doc[end])

    def _leave_out_passing(self) -> None:
        """Take out where somebody lives abroad, and seats of world courts, if more is told."""
        passing = {m.index for m in self if self._is_passing(m)}
        told = {mark.country for mark in self if mark.index not in passing}
        out = {m.index: m.country for m in self if m.index in passing and told - {m.country}}
        self.aside.update(out.values())
        self.venues.update(m.country for m in self if m.index in out and self._is_world_seat(m))
        self.sentences = [[m for m in s if m.index not in out] for s in self.sentences]

    def _is_passing(self, mark: Mark) -> bool:
        if self._is_world_seat(mark):
            return sum(other.country == mark.country for other in self) == 1
        return mark.manner != "nationality" and is_sojourn(self._head(mark.index))

    def _is_world_seat(self, mark: Mark) -> bool:
        hit = self._names.hit(mark.index)
        return hit is not None and is_world_seat(hit.entry.name)

    def _strays(self) -> set[str]:
        """Countries of a lone town that the text never names, where it tells places of others.

        In a text about London, somebody called Montana is no sign of the United States; a dateline
        tells enough of a place that only the map knows, such as a Chinatown.
        """
        towns: dict[str, set[str]] = {}
        told, dateline, on_map = False, self._names.dateline_country, set()
        for mark in self:
            hit = self._names.hit(mark.index)
            unnamed = mark.country not in self._names.countries
            if unnamed and (hit is None or hit.kind is Kind.CITY):
                name = self._head(mark.index).text if hit is None else hit.entry.name
                towns.setdefault(mark.country, set()).add(name)
                on_map |= {mark.country} if hit is None else set()
            elif mark.manner == "place":
                told = True
        alone = {country for country, names in towns.items() if len(names) == 1}
        return alone if told else alone & on_map if dateline not in (None, *alone) else set()

    def _foreign_venues(self) -> set[str]:
        """Countries of which the text tells but towns where parties meet or sign, by no name."""
        return {code for code in self.venues if code not in self._names.countries}

    def _without(self, countries: set[str]) -> list[list[Mark]]:
        return [[m for m in marks if m.country not in countries] for marks in self.sentences]

    def _names_deal(self, index: int, kind: Kind) -> bool:
        """Whether a town names what was agreed or held there: 'the Zanzibar Agreement'."""
        if kind not in TOWNS or self._names.word_after(index) not in NAMED_FOR_VENUES:
            return False
        return bool(self._names.doc[self._names.span(index)[1]].text[0].isupper())

    def _head(self, index: int) -> Token:
        if self._names.hit(index) is None:
            return _head_of_name(self._names.doc[index])
        return self._names.head(index)

    def _ground(self, index: int, kind: Kind) -> Token:
        """The head of a place's phrase: 'Doha', 'capital' in 'the Qatari capital'."""
        adjective = kind not in TOPONYMS and self._names.word_after(index) in _OF_LANDS
        return self._names.doc[self._names.span(index)[1]] if adjective else self._head(index)

    def _is_aside(self, index: int) -> bool:
        """Whether it tells who mediates, a mere friend, a host, or whose border is near."""
        partner = self._names.word_after(index) in (*PARTNERS, "opposite")
        friend = partner or not self._names.tells_origin(index) or mediates(self._head(index))
        return friend or is_beyond(self._names, index)

    def _is_abroad(self, index: int) -> bool:
        """'The German consulate' is anywhere but in Germany."""
        return self._names.word_after(index) in ABROAD

    def _manner(self, index: int, kind: Kind) -> Manner:
        """How a country is told: as a place ('in Lahore'), a nationality, or by its name."""
        if kind in PEOPLES:
            return "place" if self._names.word_after(index) in _OF_LANDS else "nationality"
        if kind is Kind.CITY or self._is_place(index, kind):
            return "place"
        head = first_conjunct(self._head(index))  # 'U.S. officials' are told as American ones
        before = kind is Kind.COUNTRY and head.dep_ in NOUN_MODIFIERS and head.head.is_lower
        return "nationality" if before else "name"

    def _is_place(self, index: int, kind: Kind) -> bool:
        if kind not in TOPONYMS:
            return False
        if index > 0 and self._names.doc[index - 1].lower_ in _LOCATIVE:
            return True
        return _tells_where(self._head(index))


def _tells_where(head: Token) -> bool:
    """Whether a place is told by 'in' and the like, or is struck: 'air strikes *on* Gao'."""
    if head.dep_ == "compound" and head.head.lower_ in _QUARTERS:
        head = head.head  # "in the city's Westlands district"
    over = head.head
    struck = over.lower_ == "on" and is_strike(over.head)
    return head.dep_ == "pobj" and (over.lower_ in _LOCATIVE or struck)


def _head_of_name(first: Token) -> Token:
    """The head of a name that no table knows, given its first token: 'Bazar' of 'Cox's Bazar'."""
    head = first
    while head.dep_ in BEFORE_NOUN and head.head.i > head.i and head.head.text[0].isupper():
        head = head.head
    return head
