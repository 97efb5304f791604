"""Whom a phrase with a role noun means: 'Kenyan police', 'the prime minister's spokesman'."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from spacy.tokens import Token

from dragoman.actors.coups import are_soldiers, seizes_power
from dragoman.actors.entry import NATIONS, Kind
from dragoman.actors.listing import tied
from dragoman.actors.long_names import LongNames
from dragoman.actors.names import Names
from dragoman.actors.nationality import PARTS, TRAVELLERS, Nationality
from dragoman.actors.ownership import Antecedent, Ownership
from dragoman.actors.party import SERVING, UNIDENTIFIED, Party
from dragoman.actors.people import People
from dragoman.actors.phrases import appositions, core_start, is_plural, left_edge, possessor
from dragoman.actors.roles import BODY_NOUNS, Role, Roles
from dragoman.actors.sectors import DELIBERATING, settle
from dragoman.actors.things import is_side_of_ground
from dragoman.actors.traits import DEALING, Traits, is_anybodys, read_traits
from dragoman.actors.unlisted import unlisted_role
from dragoman.analysis.grammar import JOINING
from dragoman.countries import name_of

_STATES = frozenset(
    {"government", "gov't", "govt", "regime", "authorities", "authority", "administration", "state",
     "leadership", "republic", "kingdom", "nation", "country", "federal government",
     "central government"}
)  # fmt: skip
# What states form together: 'the US-Japan alliance' is of the two governments.
_OF_STATES = DELIBERATING | frozenset(
    {"alliance", "initiative", "bloc", "coalition", "partnership"}
)
_SENT = frozenset({"GOV", "MIL", "COP", "SPY"})  # whoever sends these, theirs they are
# Whose partners and rivals are not of the same country.
_RELATED = frozenset(
    {"ally", "allies", "partner", "rival", "enemy", "foe", "neighbour", "neighbor", "neighbours",
     "neighbors", "adversary",
     "backer", "patron", "sponsor", "competitor"}
)  # fmt: skip
# Beside a nation's they tell of others of no told country: 'Thai and foreign troops'.
_FROM_ABROAD = frozenset({"international", "foreign", "allied", "overseas"})
_SHUNNING = frozenset({"summon", "expel"})  # what a state does to the envoys of others
_LONGEST_GENERAL = 6  # tokens: 'directors general of military operations'
# Titles of one word that are names too, of singers and families.
_ALSO_NAMES = frozenset({"prince", "king", "duke", "bishop", "judge", "major", "sheriff"})


class Nominals:
    """Tells of a role noun whom it means, by the words before it, its owner and its country.

    Args:
        names: the document's names.
        roles: the tables of roles and titles.
        people: the document's persons.
        long_names: the names of bodies that go on after their noun.
        ownership: what tells whose a phrase is.
        nationality: what tells of which country somebody is.
    """

    def __init__(
        self,
        names: Names,
        roles: Roles,
        people: People,
        long_names: LongNames,
        ownership: Ownership,
        nationality: Nationality,
    ) -> None:
        self._names = names
        self._roles = roles
        self._people = people
        self._long_names = long_names
        self._ownership = ownership
        self._nationality = nationality
        self._doc = names.doc

    def role(self, head: Token) -> Role | None:
        """The role noun that the head is or ends, or None."""
        hit = self._names.hit(head)
        own = hit is not None and hit.kind is not Kind.CITY and not hit.entry.generic
        if own and self._names.span(head)[1] == head.i + 1:
            return None
        edge = min(left_edge(head), head.i)
        if head.i + 1 < len(self._doc) and head.nbor().lower_ == "general" and (
            general := self._roles.noun_from(self._doc, head.i, head.i + _LONGEST_GENERAL)
        ) is not None and general.length > 1:
            return replace(general, length=1)  # 'consuls general', which end with no noun
        role = self._long_names.role(head, self._roles.noun_at(self._doc, head.i, edge))
        if role is None:
            return unlisted_role(head) if hit is None else None
        if head.text == "Union" and role.length == 1 and "EUR" in self._names.countries:
            return None  # in a text that tells of the EU 'the Union' is none of workers
        return None if _is_thing(head, role) else role

    def parties(
        self, head: Token, role: Role, antecedent: Antecedent | None, depth: int
    ) -> tuple[Party, ...]:
        """The parties that the phrase means, one of each country it tells.

        Args:
            head: the phrase's head.
            role: its role noun.
            antecedent: what a possessive pronoun in it means.
            depth: how many phrases within phrases are still followed.
        """
        owner = possessor(head) if role.noun in _RELATED else None
        edge = left_edge(head) if owner is None else owner.right_edge.i + 1
        start = self._before_topic(head, role)
        traits = self._traits(head, role, edge, start, antecedent, depth)
        sectors = self._sectors(head, role, traits, edge, start)
        if depth > 0 and (_is_named(head, role, traits) or sectors in (UNIDENTIFIED, ())):
            traits, sectors = self._with_apposition(head, traits, sectors, depth)
        countries = self._nationality.countries(head, role, traits, sectors)
        guessed = not traits.countries and bool(countries)
        plural = role.plural or is_plural(head)
        if joint := self._joint(edge, start, role, sectors):
            countries, guessed = joint, False
            sectors = ("GOV",) if role.noun in _OF_STATES else sectors
        elif not plural:
            countries = countries[:1]
        single = role.kind == "group" and head.tag_ in ("NN", "NNP")
        kind = "body" if role.kind in ("body", "collective") or single else "people"
        text = self._long_names.text(head)
        codes = countries or (None,)
        if plural and not joint and self._has_others(edge, head.i):
            codes = (*countries, None)
        texts = {} if joint else self._each_of(head, edge, text, codes)
        title = self._roles.title_at(self._doc, head.i, edge)
        office = title.office if title is not None and not plural and not traits.former else None
        return tuple(
            Party(
                self._name(head, texts.get(country, text), role, country, sectors), country,
                sectors, office, kind, plural, role.gender, role.noun,
                unnamed=True, guessed=guessed,
            )
            for country in codes
        )  # fmt: skip

    def _traits(
        self, head: Token, role: Role, edge: int, start: int,
        antecedent: Antecedent | None, depth: int,
    ) -> Traits:  # fmt: skip
        """What its words tell, who sent it, and whose it is; a mere ally or rival is nobody's."""
        traits = read_traits(self._names, self._roles, edge, start)
        if role.noun not in _RELATED:
            traits = self._ownership.with_owner(head, traits, antecedent, depth)
        if role.sector in _SENT and role.noun not in TRAVELLERS:
            traits = self._ownership.with_sender(head, traits, depth)
        return traits

    def _joint(
        self, edge: int, start: int, role: Role, sectors: tuple[str, ...]
    ) -> tuple[str, ...]:
        """The two states whose joint body it is, or who both serve: 'the US-Japan committee'.

        A person of two nations is not two: 'a Franco-Algerian writer'.
        """
        common = role.kind in BODY_NOUNS or (role.plural and sectors[:1] and sectors[0] in SERVING)
        return tied(self._names, edge, start) if common else ()

    def _sectors(
        self, head: Token, role: Role, traits: Traits, edge: int, start: int
    ) -> tuple[str, ...]:
        """Its sectors by its own words; of nobody knows whom where those are a name or its part."""
        owner = possessor(head)
        if owner is not None and role.kind == "carrier" and self._nationality.is_unknown(owner):
            return UNIDENTIFIED
        if traits == Traits() and self._leads_unknown(head, role):
            return UNIDENTIFIED  # 'the NARD president'
        outside = not traits.countries and self._nationality.is_outside(head)
        if outside and _is_named(head, role, traits):
            return UNIDENTIFIED  # 'International Council of ...': a body of nobody knows whom
        if role.noun == "house" and head.is_lower:
            return ("CVL",)  # it stands for who lives there, and for no chamber
        if self._stands_as_name(head):
            return UNIDENTIFIED
        if head.text[0].isupper() and traits == Traits():
            words = self._doc[core_start(head, edge) : start]
            if is_anybodys(self._names, role.noun, words):
                return UNIDENTIFIED
        if role.noun == "bomber" and _is_model(self._doc[head.i - 1] if head.i else head):
            return ("MIL",)
        if role.noun == "officer" and traits.borrowed is None and (
            seizes_power(head) or are_soldiers(head)
        ):
            return ("MIL",)
        return settle(role.sector, role.kind, role.noun, traits)

    def _leads_unknown(self, head: Token, role: Role) -> bool:
        """Whether the letters of a body that nothing tells of stand before whoever heads it."""
        body = self._doc[head.i - role.length] if head.i >= role.length else head
        heads = role.kind in ("person", "carrier") and role.sector == "GOV"
        letters = body.text.isupper() and body.text.isalpha() and len(body.text) > 2
        known = self._names.hit(body) is not None or self._roles.modifier(body.text) is not None
        return heads and letters and body.head == head and not known

    def _with_apposition(
        self, head: Token, traits: Traits, sectors: tuple[str, ...], depth: int
    ) -> tuple[Traits, tuple[str, ...]]:
        """Its traits and sectors with those that the first telling phrase beside it has."""
        for beside in appositions(head):
            role = self.role(beside)
            if role is None or any(c.dep_ == "nummod" for c in beside.lefts):
                continue
            told = self.parties(beside, role, None, depth - 1)[0]
            if told.sectors not in (UNIDENTIFIED, ()):
                if not traits.countries and told.country and not told.guessed:
                    traits = replace(traits, countries=(told.country,))
                return traits, told.sectors
        return traits, sectors

    def _stands_as_name(self, head: Token) -> bool:
        """Whether a title is somebody's name all through the text: 'they sued Prince'.

        It always stands alone and with a capital there, and not at the head of a line only.
        """
        if not head.is_title or head.lower_ not in _ALSO_NAMES or any(True for _ in head.lefts):
            return False
        alike = [t for t in self._doc if t.lower_ == head.lower_]
        alone = all(t.is_title and t.i not in self._people.runs for t in alike)
        bare = alone and all(c.dep_ == "punct" for t in alike for c in t.lefts)
        return bare and any(not t.is_sent_start for t in alike)

    def _before_topic(self, head: Token, role: Role) -> int:
        """Where a country's bare name begins that tells what an expert or envoy deals with."""
        start = head.i - role.length + 1
        called_in = head.dep_ == "dobj" and head.head.lemma_ in _SHUNNING
        deals = role.noun in DEALING and not called_in  # 'Mali summons Togo envoy': Togo's
        if deals and self._names.kind(start - 1) is Kind.COUNTRY:
            return self._names.span(start - 1)[0]
        return start

    def _each_of(
        self, head: Token, edge: int, text: str, countries: Sequence[str | None]
    ) -> dict[str | None, str]:
        """What those of each country are called: 'Kenyan troops' of 'Kenyan and Ugandan troops'."""
        told: dict[str | None, tuple[int, int]] = {}
        for token in self._doc[edge : head.i]:
            hit = self._names.hit(token)
            if None in countries and token.lower_ in _FROM_ABROAD:
                told[None] = (token.i, token.i + 1)
            if hit is not None and hit.entry.country in countries:
                told[hit.entry.country] = self._names.span(token)
        noun = self._doc[max((end for _, end in told.values()), default=edge) : head.i + 1].text
        if len(told) < 2 or len(told) != len(countries) or not text.endswith(noun):
            return {}
        gap = "" if noun[0] in "'’\'" else " "  # 'Kenya and Togo's troops'
        return {code: f"{self._doc[a:b].text}{gap}{noun}" for code, (a, b) in told.items()}

    def _has_others(self, edge: int, end: int) -> bool:
        """Whether others are told beside those of a nation: 'Thai and *foreign* troops'."""
        words = self._doc[max(edge - 1, 0) : end + 1]
        return any(
            one.lower_ in _FROM_ABROAD and self._names.kind(other) in NATIONS
            for before, joining, after in zip(words, words[1:], words[2:], strict=False)
            if joining.lower_ in JOINING
            for one, other in ((before, after), (after, before))
        )

    def _name(
        self, head: Token, text: str, role: Role, country: str | None, sectors: tuple[str, ...]
    ) -> str:
        part = any(word.removesuffix("'s") in PARTS for word in text.lower().split()[:-1])
        part = part or self._names.kind(head.i - 1) is Kind.CITY  # 'Seattle authorities'
        whole = role.noun in _STATES and not part
        if whole and country and sectors[:1] == ("GOV",) and "PRE" not in sectors:
            return name_of(country)
        return text


def _is_thing(head: Token, role: Role) -> bool:
    """Whether a noun that means a body elsewhere is a thing here: 'the movement of goods'.

    Also a direction: 'Bara, *west* of El Obeid'.
    """
    moved = role.noun in ("movement", "west") and any(c.lower_ == "of" for c in head.rights)
    return head.is_lower and role.length == 1 and (
        moved or (role.noun in ("side", "sides") and is_side_of_ground(head))
    )


def _is_named(head: Token, role: Role, traits: Traits) -> bool:
    """Whether it is the name of a body that no table knows: 'International Council of ...'."""
    return role.kind == "collective" and head.pos_ == "PROPN" and traits.body is None


def _is_model(word: Token) -> bool:
    """Whether it is what a kind of aircraft or ship is called: the B-52 of 'a B-52 bomber'."""
    letters = {character.isalpha() for character in word.text if character.isalnum()}
    return len(letters) == 2 and word.text[0].isupper()
