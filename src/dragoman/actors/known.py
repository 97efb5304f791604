"""Whom a name that the tables know means in this text: of a state, a people, a body, a leader."""

from __future__ import annotations

from collections.abc import Callable

from spacy.tokens import Token

from dragoman.actors.entry import PEOPLES, TOPONYMS, Entry, Kind
from dragoman.actors.names import Names
from dragoman.actors.party import UNIDENTIFIED, Party
from dragoman.actors.phrases import core_start, is_plural, left_edge
from dragoman.actors.roles import Roles
from dragoman.actors.setting import Setting
from dragoman.actors.traits import Traits, read_traits
from dragoman.analysis.grammar import word_before
from dragoman.countries import name_of

# What is had with a people's government: 'talks with the Iranians'.
_DEALINGS = frozenset(
    {"talk", "talks", "negotiate", "negotiation", "deal", "agreement", "accord", "treaty", "truce",
     "ceasefire", "dialogue", "diplomacy", "summit", "cooperate", "cooperation"}
)  # fmt: skip

# What is said to a state, as it is to none of its people.
_ADDRESSING = frozenset({"ask", "urge", "accuse", "warn", "press", "blame", "tell", "persuade"})
_OF_STATES = frozenset(
    "campaign offensive invasion airstrike strike raid bombing blockade siege withdrawal demand "
    "offer proposal refusal decision sanction".split()
)
_SURELY = 2  # how many times oftener than any other the one of several states is told


class Known:
    """Tells of a known name's head whom it means.

    Args:
        names: the document's names.
        roles: the tables of roles and titles.
        setting: what country the text is about.
        told: the country that possessors and phrases after a head tell.
        text: the words of a head's phrase.
    """

    def __init__(
        self,
        names: Names,
        roles: Roles,
        setting: Setting,
        told: Callable[[Token, Traits], str | None],
        text: Callable[[Token], str],
    ) -> None:
        self._names = names
        self._roles = roles
        self._setting = setting
        self._told = told
        self._text = text

    def __call__(
        self, head: Token, entry: Entry, owner: str | None = None
    ) -> tuple[Party, ...]:
        """The parties that the entry stands for at the head.

        Args:
            head: the name's head.
            entry: what the tables know of the name.
            owner: the country of whom a possessive pronoun before it means.
        """
        if entry.kind in TOPONYMS:
            return (self._of_country(entry),)
        if entry.kind in PEOPLES:
            return (self._people_of(head, entry),)
        if entry.kind is Kind.LEADER:
            return (Party(entry.name, entry.country, entry.sectors, entry.office, "person"),)
        country, guessed = entry.country, False
        first = self._names.span(head)[0]
        traits = read_traits(self._names, self._roles, left_edge(head), first)
        bearers = self._bearers(head, entry.kind)
        if entry.kind is Kind.PARTY and entry.generic:
            told = self._told(head, traits) or self._party_told(head)
            country = told or self._party_country(entry, head)
            guessed = told is None and country != entry.country
        elif entry.kind is Kind.INSTITUTION and len(bearers) > 1:
            told = self._told(head, traits) or owner
            country, guessed = told or self._borne_here(bearers, head), told is None
        elif entry.generic:
            told = self._told(head, traits) or owner
            country = told or self._generic_country(entry, head)
            guessed = told is None and country != entry.country
            entry = self._party_of(country, head) or entry
        elif entry.kind in (Kind.PARTY, Kind.INSTITUTION) and traits.countries:
            country = traits.countries[0]  # 'the Philippine Justice Department'
        name = self._name(head, entry, country)
        return (Party(name, country, entry.sectors, entry.office, "body", guessed=guessed),)

    def _name(self, head: Token, entry: Entry, country: str | None) -> str:
        """Its name in the tables; another state's body is called what the text calls it."""
        shared = entry.kind is Kind.PARTY and entry.generic
        if country == entry.country or not (shared or entry.kind is Kind.INSTITUTION):
            return entry.name
        first, end = self._names.span(head)
        return self._names.doc[min(first, core_start(head, left_edge(head))) : end].text

    def _generic_country(self, entry: Entry, head: Token) -> str | None:
        if self._is_seated(entry, head):
            return entry.country  # 'the Turkish president met members of Congress in Washington'
        if (only := self._setting.only(head)) is not None:
            return only  # 'the Korean president convened the National Security Council'
        if entry.country in self._names.countries:
            return entry.country
        return self._setting.country(head, serves=True) or entry.country

    def _party_of(self, country: str | None, head: Token) -> Entry | None:
        """The party that a chamber's name means in a country without such a chamber: 'Congress'."""
        hit = self._names.hit(head)
        entries = hit.entries if hit is not None else ()
        parties = (e for e in entries if e.kind is Kind.PARTY and e.country == country)
        return next(parties, None)

    def _is_seated(self, entry: Entry, head: Token) -> bool:
        """Whether its sentence has it where its state's government sits."""
        for token in head.sent:
            hit = self._names.hit(token)
            seat = hit is not None and hit.kind is Kind.SEAT and hit.entry.country == entry.country
            if seat and word_before(token) == "in":
                return True
        return False

    def _party_told(self, head: Token) -> str | None:
        """Of a party's name borne in many states: the one of its states the text tells of most.

        Not one told in passing, in a text about a state that has no such party in the tables.
        """
        counts, bearers = self._names.countries, self._bearers(head, Kind.PARTY)
        told = next((code for code in counts if code in bearers), None)
        passing = told is not None and _SURELY * counts[told] < max(counts.values())
        return None if passing else told

    def _party_country(self, entry: Entry, head: Token) -> str | None:
        """Where the text tells of none of its states: the text's own, or none that it may be."""
        here = self._setting.country(head)
        return here if here is not None or self._names.countries else entry.country

    def _bearers(self, head: Token, kind: Kind) -> frozenset[str | None]:
        """The states that have a body of that kind and name."""
        hit = self._names.hit(head)
        return frozenset(e.country for e in hit.entries if e.kind is kind) if hit else frozenset()

    def _borne_here(self, bearers: frozenset[str | None], head: Token) -> str | None:
        """Of the states that have a body of the name the one that the text tells of, or None.

        Where North Korea alone is named nothing tells whose the Joint Chiefs of Staff are.
        """
        counts = {c: n for c, n in self._names.countries.items() if c in bearers}
        only = self._setting.only(head)
        if only in counts or not counts:
            return only if only in counts else None
        most, *others = sorted(counts, key=counts.__getitem__, reverse=True)
        return most if not others or counts[most] >= _SURELY * counts[others[0]] else None

    def _of_country(self, entry: Entry) -> Party:
        """The government that a toponym stands for, or would."""
        if entry.country is None:  # a region of several
            return Party(entry.name, None, UNIDENTIFIED, None, "country")
        sectors = entry.sectors or ("GOV",)
        own = entry.kind is Kind.COUNTRY or entry.always or "PRE" in sectors
        name = entry.name if own else name_of(entry.country)
        return Party(name, entry.country, sectors, None, "country")

    def _people_of(self, head: Token, entry: Entry) -> Party:
        """'three Israelis' are civilians; 'the Russians' alone are their government."""
        if entry.generic:
            return self._stateless(head, entry)
        first = self._names.span(head)[0]
        before = [c for c in head.lefts if c.i < first]
        alone = len(before) == 1 and before[0].lower_ == "the" and not list(head.rights)
        governs = alone and head.dep_ == "nsubj" and head.head.lemma_ not in ("die", "live", "vote")
        dealt = alone and head.dep_ == "pobj" and head.head.lower_ == "with"
        governs = governs or (dealt and head.head.head.lemma_ in _DEALINGS)
        governs = governs or (before[:1] != [] and self._is_addressed(head, before[0]))
        if governs and is_plural(head):
            return Party(entry.name, entry.country, ("GOV",), None, "country", plural=True)
        return Party(self._text(head), entry.country, ("CVL",), None, "people", is_plural(head),
                     unnamed=True)  # fmt: skip

    def _is_addressed(self, people: Token, article: Token) -> bool:
        """Whether 'the Russians' are asked or accused, or own what states do: 'their offensive'."""
        bare = article.lower_ == "the" and article.i == self._names.span(people)[0] - 1
        asked = people.dep_ == "dobj" and people.head.lemma_ in _ADDRESSING
        owns = people.dep_ == "poss" and people.head.lemma_.lower() in _OF_STATES
        return bare and (asked or owns)

    def _stateless(self, head: Token, entry: Entry) -> Party:
        """People of no state: 'Rohingya' are of Myanmar as a guess, and elsewhere refugees."""
        away = self._setting.country(head) not in (None, entry.country)
        sector = entry.sectors[-1 if away else 0]
        return Party(self._text(head), entry.country, (sector,), None, "people", True,
                     unnamed=True, guessed=entry.country is not None)  # fmt: skip
