"""Which of its bearers a name means in a text: 'the ADF' is Australia's, or rebels in Congo."""

from __future__ import annotations

import itertools
from collections import Counter
from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import replace
from datetime import date

from spacy.tokens import Doc

from dragoman.actors.acronyms import Introduced
from dragoman.actors.entry import BLOCS, BODIES, NATIONS, TOWNS, Entry, Kind
from dragoman.actors.gazetteer import Gazetteer, Hit
from dragoman.countries import neighbours

_SHARED = BODIES - {Kind.OWN}
_LONGEST_BESIDE = 4  # tokens between a possessor and what it owns: "India's then ruling"
# What stands beside the name of a federal state and never beside a country of that name.
_OF_FEDERAL_STATES = frozenset(
    {"governor", "gov", "gov.", "senator", "sen", "sen.", "rep", "rep.", "congressman",
     "congresswoman", "legislature", "statehouse", "republican", "republicans", "democrat",
     "democrats", "lieutenant"}
)  # fmt: skip
# What towns have: 'Georgetown University', 'San José State'.
_OF_TOWNS = frozenset(
    {"university", "college", "hospital", "infirmary", "school", "academy", "institute", "state",
     "council", "police", "airport", "bank", "cathedral", "church", "court", "prison", "museum",
     "orchestra", "theatre", "theater", "festival", "press", "united", "city", "rovers", "fc"}
)  # fmt: skip
_OWNS = ("'s", "’s")
# The capitals of federal states that bear a country's name.
_SEATS = {"Georgia": "Atlanta"}


class SharedNames:
    """Settles whom the shared names of one document mean.

    Args:
        doc: the document.
        hits: token index to the name it is part of.
        spans: token index to the first token of its name and the one past the last.
        introduced: the abbreviations that the text introduces itself.
        published: day of publication, on which armed groups must be active; or None.
        gazetteer: the tables, which know renowned bodies and the towns of several countries.
    """

    def __init__(
        self,
        doc: Doc,
        hits: Mapping[int, Hit],
        spans: Mapping[int, tuple[int, int]],
        introduced: Collection[Introduced],
        gazetteer: Gazetteer,
        published: date | None,
    ) -> None:
        self._published = published
        self._doc = doc
        self._hits = hits
        self._spans = spans
        self._renowned = gazetteer.renowned
        self._acronyms = gazetteer.acronyms
        self._towns = gazetteer.shared_towns
        self._introduced = {found.short: found for found in introduced}
        firsts = [(i, hit) for i, hit in hits.items() if spans[i][0] == i]
        self._firsts = [(i, hit) for i, hit in firsts if hit.kind is not Kind.OWN]
        own = [(i, hit) for i, hit in firsts if not hit.entry.generic]
        plain = [(i, hit) for i, hit in own if not self._is_open(i, hit)]
        self._named = {hit.entry.name for i, hit in plain if not self._is_short(i)}
        self._cities = {hit.entry.name for _, hit in plain if hit.kind is Kind.CITY}
        self._states = _states(hit for i, hit in plain if not self._is_bare_surname(i, hit))
        self._told_else = _states(hit for i, hit in plain if not self._is_shared_town(i, hit))
        self._told = _states(hit for i, hit in plain if not self._is_short(i))

    def settled(self) -> Iterator[tuple[int, Hit | None]]:
        """Each name that is short or borne by several: its first token, and what it means here.

        None where it means nobody whom the tables know.
        """
        for first, hit in self._firsts:
            if self._is_introduced(first, hit) or self._is_of_strange_town(first, hit):
                yield first, None
            elif self._is_open(first, hit):
                if hit.kind in NATIONS:
                    yield first, self._land(first, hit)
                    continue
                if hit.kind is Kind.CITY:
                    yield first, self._region(hit)
                    continue
                entry = self._body(first, hit)
                others = tuple(e for e in hit.entries if e.kind not in _SHARED)
                yield first, None if entry is None else replace(hit, entries=(entry, *others))

    def _is_introduced(self, first: int, hit: Hit) -> bool:
        """Whether the text introduces the short name for somebody whom the tables do not mean.

        'The Philippine Sports Commission (PSC)' is not the African Union's council.
        """
        short = self._is_short(first) and self._doc[first].text in self._introduced
        return short and not any(e.name in self._named for e in hit.entries)

    def _is_shared_town(self, first: int, hit: Hit) -> bool:
        text = self._doc[slice(*self._spans[first])].text
        return hit.kind in TOWNS and text in self._towns

    def _is_of_strange_town(self, first: int, hit: Hit) -> bool:
        """Whether a town of many countries names a body, in a text that tells nothing of its own.

        'Georgetown University' is not Guyana's.
        """
        if not self._is_shared_town(first, hit) or hit.entry.country in self._told_else:
            return False
        index = self._spans[first][1]
        if index < len(self._doc) and self._doc[index].tag_ == "POS":
            index += 1
        words = itertools.takewhile(lambda t: t.text[0].isupper(), self._doc[index : index + 4])
        of = first > 1 and self._doc[first - 1].lower_ == "of"
        before = self._doc[first - 2 : first - 1] if of else ()  # 'University of Georgetown'
        named = (*before, *words)
        return any(t.lower_ in _OF_TOWNS and t.text[0].isupper() for t in named)

    def _is_open(self, first: int, hit: Hit) -> bool:
        """Whether the text must tell whom the name means: if it is short, or several bear it."""
        if hit.kind in NATIONS:
            return len({e.country for e in hit.entries if e.kind in NATIONS | {Kind.CITY}}) > 1
        if hit.kind is Kind.CITY:
            return len({e.country for e in hit.entries if e.kind is Kind.CITY}) > 1
        if hit.kind not in _SHARED or hit.entry.generic:
            return False
        return self._is_short(first) or _several(hit.entries)

    def _is_short(self, first: int) -> bool:
        token = self._doc[first]
        return token.is_upper and len(token.text) > 1 and self._spans[first] == (first, first + 1)

    def _is_bare_surname(self, first: int, hit: Hit) -> bool:
        return hit.kind is Kind.LEADER and self._spans[first] == (first, first + 1)

    def _body(self, first: int, hit: Hit) -> Entry | None:
        """The bearer whom the text tells: in full, by whose it is, or by its countries."""
        bearers = [e for e in hit.entries if e.kind in _SHARED and self._is_active(e)]
        bearers = bearers or [e for e in hit.entries if e.kind in _SHARED]
        text = self._doc[slice(*self._spans[first])].text
        in_full = [e for e in bearers if e.name in self._named]
        if in_full:
            return in_full[0]
        if text in self._acronyms and self._told.keys().isdisjoint(self._acronyms[text]):
            return None
        if not _several(hit.entries):
            strange = hit.kind is Kind.PARTY and self._told
            return None if strange and hit.entry.country not in self._told else hit.entry
        if (beside := self._beside(first)) is not None:
            if owned := [e for e in bearers if e.country == beside]:
                return owned[0]
            bearers = [e for e in bearers if e.country is None or e.country in BLOCS]
        return self._by_country(bearers) or self._by_renown(text, bearers)

    def _is_active(self, entry: Entry) -> bool:
        day = self._published
        return entry.kind is not Kind.ARMED_GROUP or day is None or entry.holds_on(day)

    def _by_country(self, bearers: list[Entry]) -> Entry | None:
        """The one of the country told most; of armed groups one from across its border too."""
        told = [e for e in bearers if e.country in self._states]
        if told:
            return max(told, key=lambda e: self._states[e.country or ""])
        for state, _ in self._states.most_common():
            for entry in bearers:
                if entry.kind is Kind.ARMED_GROUP and entry.country in neighbours(state):
                    return entry
        return None

    def _by_renown(self, text: str, bearers: list[Entry]) -> Entry | None:
        """Without a sign of any: the renowned one, or the only one that belongs to no country."""
        meant = self._renowned.get(text)
        for entry in bearers:
            if entry.name == meant:
                return None if entry.kind is Kind.PARTY and self._states else entry
        abroad = [e for e in bearers if e.country is None or e.country in BLOCS]
        return abroad[0] if len(abroad) == 1 and self._states else None

    def _beside(self, first: int) -> str | None:
        """The country of the possessor or adjective before the name: "Kenya's ruling UDA"."""
        for index in range(first - 1, max(-1, first - 1 - _LONGEST_BESIDE), -1):
            hit, token = self._hits.get(index), self._doc[index]
            if hit is not None:
                country = hit.entry.country if hit.kind in NATIONS | TOWNS else None
                return None if country in BLOCS else country
            if token.tag_ not in ("POS", "VBG", "VBN") and token.pos_ not in ("ADJ", "NOUN", "ADV"):
                return None
        return None

    def _region(self, hit: Hit) -> Hit:
        """Of two states' regions of one name that of the state told most, else the first."""
        chosen = max(hit.entries, key=lambda e: self._states[e.country or ""])
        return replace(hit, entries=(chosen, *(e for e in hit.entries if e != chosen)))

    def _land(self, first: int, hit: Hit) -> Hit:
        """Of two lands of one name or adjective the one that the text names otherwise."""
        cities = tuple(e for e in hit.entries if e.kind is Kind.CITY)
        lands = tuple(e for e in hit.entries if e.kind is not Kind.CITY)
        told = [e for e in lands if e.country in self._states]
        if told and not (cities and self._has_governor(first)):
            chosen = max(told, key=lambda e: self._states[e.country or ""])
            return replace(hit, entries=(chosen, *(e for e in lands if e != chosen)))
        if cities and self._is_federal(first, cities[0]):
            return replace(hit, entries=cities)
        return replace(hit, entries=lands)

    def _has_governor(self, first: int) -> bool:
        """Whether a governor is its own: 'Georgia's governor', 'the governor of Georgia'."""
        end = self._spans[first][1]
        own = self._doc[end + 1 : end + 2] if self._doc[end : end + 1].text in _OWNS else ()
        of = self._doc[first - 2 : first - 1] if self._doc[first - 1].lower_ == "of" else ()
        return any(t.lower_ in ("governor", "gov") for t in (*own, *of))

    def _is_federal(self, first: int, state: Entry) -> bool:
        """Whether a federal state is meant: its governor stands beside, or its capital is named."""
        end = self._spans[first][1]
        near = self._doc[max(0, first - 3) : end + 2]
        beside = any(t.lower_ in _OF_FEDERAL_STATES for t in near)
        return beside or _SEATS.get(state.name) in self._cities


def _several(entries: Collection[Entry]) -> bool:
    return len({(e.name, e.country) for e in entries if e.kind in _SHARED}) > 1


def _states(hits: Iterable[Hit]) -> Counter[str]:
    """How often each state is told, by whatever is of it; who reports it tells nothing of it."""
    entries = (hit.entry for hit in hits)
    return Counter(
        e.country for e in entries
        if e.country is not None and e.country not in BLOCS and "JRN" not in e.sectors
    )  # fmt: skip
