"""Who a noun phrase means by its own words: its names, its role noun, whose it is."""

from __future__ import annotations

from dataclasses import replace

from spacy.tokens import Token

from dragoman.actors.entry import BODIES, TOPONYMS, Entry, Kind
from dragoman.actors.gazetteer import Hit
from dragoman.actors.known import Known
from dragoman.actors.long_names import LongNames
from dragoman.actors.names import Names
from dragoman.actors.ownership import Antecedent, Ownership
from dragoman.actors.party import UNIDENTIFIED, Party
from dragoman.actors.people import People
from dragoman.actors.phrases import (
    appositions,
    belongs_to,
    core_start,
    is_plural,
    is_worldwide,
    left_edge,
    possessor,
)
from dragoman.actors.roles import Role, Roles
from dragoman.actors.setting import MISSIONS, Setting
from dragoman.actors.traits import DEALING, Traits, is_anybodys, is_unknown, read_traits, settle
from dragoman.analysis.grammar import first_conjunct
from dragoman.countries import name_of

_STATES = frozenset(
    {"government", "regime", "authorities", "authority", "administration", "state", "leadership",
     "republic", "kingdom", "nation", "country", "federal government", "central government"}
)  # fmt: skip
# Whose country is nobody's guess: told outright or not at all.
_STATELESS = frozenset({"UAF", "REF", "UNK"})
_TRAVELLERS = MISSIONS | frozenset(
    {"tourist", "foreigner", "expatriate", "expat", "foreign national", "hijacker", "pirate",
     "pilgrim", "passenger", "hostage", "diplomat", "expert", "analyst", "professor", "academic",
     "scholar", "insider", "report", "reports", "media report", "news report"}
)  # fmt: skip
_SENT = frozenset({"GOV", "MIL", "COP", "SPY"})  # whoever sends these, theirs they are
# Who is sought, and so of nobody's country until it is told.
_SOUGHT = frozenset({"suspect", "accused", "culprit"})
_GANGS = frozenset({"gang", "cartel", "mafia", "crime"})  # whose people are where they rule
# Words that place somebody elsewhere, or nowhere, whatever country the text is about.
_OUTSIDE = frozenset(
    {"foreign", "international", "global", "world", "western", "overseas", "neighbouring",
     "neighboring", "visiting", "allied", "multinational", "expatriate", "worldwide", "regional",
     "african", "asian", "nordic", "baltic", "balkan", "scandinavian", "caribbean", "sahelian",
     "andean"}
)  # fmt: skip
_OF_LANDS = ("ian", "ean", "ese")
_OTHER_HEADS = frozenset({"leader", "president", "country", "nation", "government", "minister"})
# Whose partners and rivals are not of the same country.
_RELATED = frozenset(
    {"ally", "allies", "partner", "rival", "enemy", "foe", "neighbour", "neighbor", "adversary",
     "backer", "patron", "sponsor", "competitor"}
)  # fmt: skip
_PARTS = frozenset(
    {"provincial", "local", "regional", "municipal", "city", "district", "state", "county",
     "federal-state", "village", "town", "prison", "port", "airport", "tax", "customs", "health",
     "school", "immigration", "prosecuting", "border", "transport", "interim"}
)  # fmt: skip
# Common nouns that stand in the names of bodies of any kind: 'China Capital Investment'.
_NAMING = frozenset(
    {"national", "capital", "state", "nation", "people", "citizen", "union", "player", "star",
     "first", "public", "family", "children", "partner", "partners", "investor", "member"}
)  # fmt: skip
# Titles of one word that are names too, of singers and families.
_ALSO_NAMES = frozenset({"prince", "king", "duke", "bishop", "judge", "major", "sheriff"})
# Bodies of a state: several of them are several states' unless the text tells.
_OF_STATES = frozenset({"government", "parliament", "army", "regime", "monarchy"})
_JOINING = ("and", "or", "&", ",")
_ARGUMENTS = frozenset({"nsubj", "nsubjpass", "pobj", "dobj", "poss"})
_DEPTH = 3


class Describer:
    """Tells of a noun phrase's head whom it means, without looking to other phrases.

    Args:
        names: the document's names.
        roles: the tables of roles and titles.
        people: the document's persons.
        setting: what country the text is about.
    """

    def __init__(self, names: Names, roles: Roles, people: People, setting: Setting) -> None:
        self._names = names
        self._roles = roles
        self._people = people
        self._setting = setting
        self._doc = names.doc
        self._bodies: dict[str, Party] = {}
        self._ownership = Ownership(names, roles, self, self._bodies)
        self.long_names = LongNames(names, roles)
        self._known = Known(names, roles, setting, self._ownership.told, self.long_names.text)

    def role(self, head: Token) -> Role | None:
        """The role noun that the head is or ends, or None."""
        if self._names.hit(head) is not None and self._names.span(head)[1] == head.i + 1:
            hit = self._names.hit(head)
            if hit is not None and hit.kind is not Kind.CITY and not hit.entry.generic:
                return None
        edge = min(left_edge(head), head.i)
        return self.long_names.role(head, self._roles.noun_at(self._doc, head.i, edge))

    def learn_body(self, head: Token) -> None:
        """Let what stands beside a body's name tell of it all through the text.

        'Germany's financial watchdog BaFin' makes the BaFin of later sentences German.
        """
        for told in self._otherwise(head, _DEPTH)[:1]:
            if told.kind == "body" and told.country and not told.guessed:
                self._bodies.setdefault(head.text, replace(told, name=head.text))

    def describe(
        self, head: Token, antecedent: Antecedent | None = None, depth: int = _DEPTH
    ) -> tuple[Party, ...]:
        """The parties that the phrase means; empty where its own words do not tell.

        Args:
            head: the phrase's head.
            antecedent: what a possessive pronoun in it means.
            depth: how many phrases within phrases are still followed.
        """
        run = self._people.runs.get(head.i)
        if run is not None:
            return (self._person(run.party, head, antecedent, depth),)
        hit = self._names.hit(head)
        if hit is not None and (noun := self._shared_noun(head, hit)) is not None:
            return self._with_noun(head, hit.entry, noun, antecedent, depth)
        role = self.role(head)
        inside = hit is not None and (hit.kind in BODIES or self._names.span(head)[1] == head.i + 1)
        if hit is not None and (role is None or inside):
            return self._known(head, hit.entry)
        if role is not None:
            return self._by_role(head, role, antecedent, depth)
        return self._otherwise(head, depth)

    def _shared_noun(self, head: Token, hit: Hit) -> Token | None:
        """The role noun that a nation's adjective shares: 'Thai' of 'Thai and Lao officials'."""
        if all(e.kind is not Kind.ADJECTIVE for e in hit.entries) or head.dep_ == "amod":
            return None
        end = self._names.span(head)[1]
        while end + 1 < len(self._doc) and self._doc[end].lower_ in _JOINING and (
            (other := self._names.hit(end + 1)) is not None
            and any(e.kind is Kind.ADJECTIVE for e in other.entries)
        ):
            end = self._names.span(end + 1)[1]
        joined = end > self._names.span(head)[1] and all(c.dep_ != "det" for c in head.lefts)
        for noun in head.conjuncts if joined else ():
            if noun.i >= end and left_edge(noun) <= end and self.role(noun) is not None:
                return noun
        return None

    def _with_noun(
        self, head: Token, nation: Entry, noun: Token, antecedent: Antecedent | None, depth: int
    ) -> tuple[Party, ...]:
        """The parties of a noun that stands after a coordinated nation, as the head's nation's."""
        start = self._names.span(left_edge(noun))[1] if self._names.hit(left_edge(noun)) else noun.i
        text = f"{head.text} {self._doc[start : noun.i + 1].text}"
        return tuple(
            replace(told, name=text, country=nation.country, guessed=False)
            for told in self.describe(noun, antecedent, depth)[:1]
        )

    def past_land(self, head: Token) -> tuple[Token, ...]:
        """Appositions that the parser hangs on a head's land: 'the president of Georgia, X'."""
        return tuple(
            beside
            for _, land in belongs_to(head, ("of",))
            if (hit := self._names.hit(land)) is not None and hit.kind in TOPONYMS
            for beside in appositions(land)
        )

    def _apposed_to(self, name: Token) -> Token:
        """What a name stands beside; not the land that what it stands beside is of."""
        land, hit = name.head, self._names.hit(name.head)
        of = land.dep_ == "pobj" and land.head.lower_ == "of"
        return land.head.head if of and hit is not None and hit.kind in TOPONYMS else land

    def _person(
        self, party: Party, head: Token, antecedent: Antecedent | None, depth: int
    ) -> Party:
        if depth <= 0 or (party.country and party.sectors != UNIDENTIFIED):
            return party
        for beside in appositions(head):
            role = self.role(beside)
            if beside.i in self._people.runs or role is None or role.kind in ("body",):
                continue
            for told in self._by_role(beside, role, antecedent, depth - 1)[:1]:
                party = _informed(party, told, self._office(beside))
        first = first_conjunct(head)  # 'the ministers X and Y', of whom both are ministers
        beside = self._apposed_to(first)
        if first.dep_ == "appos" and (role := self.role(beside)) is not None and (
            first is head or role.plural
        ):
            for told in self._by_role(beside, role, antecedent, depth - 1)[:1]:
                party = _informed(party, told, self._office(beside))
        for preposition, obj in belongs_to(head, ("of", "from")):
            if preposition and party.country is None:
                party = replace(party, country=self._ownership.country_of(obj))
        foreign = party.noun in _TRAVELLERS or possessor(head) is not None
        foreign = foreign or party.sectors[:1] == ("CRM",)
        if party.country is None and party.sectors not in (UNIDENTIFIED, ()) and not foreign:
            party = replace(party, country=self._setting.home(head, party.sectors))
        return party

    def _office(self, head: Token) -> str | None:
        title = self._roles.title_at(self._doc, head.i, left_edge(head))
        return title.office if title else None

    def _by_role(
        self, head: Token, role: Role, antecedent: Antecedent | None, depth: int
    ) -> tuple[Party, ...]:
        edge = left_edge(head)
        start = self._before_topic(head.i - role.length + 1, role)
        owner = possessor(head)
        related = role.noun in _RELATED
        if related and owner is not None:
            edge = owner.right_edge.i + 1
        traits = read_traits(self._names, self._roles, edge, start)
        if not related:
            traits = self._ownership.with_owner(head, traits, antecedent, depth)
        if role.sector in _SENT and role.noun not in _TRAVELLERS:
            traits = self._ownership.with_sender(head, traits, depth)
        title = self._roles.title_at(self._doc, head.i, edge)
        sectors = settle(role.sector, role.kind, role.noun, traits)
        if owner is not None and role.kind == "carrier" and self._is_unknown(owner):
            sectors = UNIDENTIFIED
        if role.kind == "collective" and head.pos_ == "PROPN" and self.is_outside(head) and (
            traits.body is None and not traits.countries
        ):
            sectors = UNIDENTIFIED  # 'International Council of ...': a body of nobody knows whom
        if self._stands_as_name(head):
            sectors = UNIDENTIFIED
        elif head.text[0].isupper() and traits == Traits():
            words = self._doc[core_start(head, edge) : start]
            sectors = UNIDENTIFIED if is_anybodys(self._names, role.noun, words) else sectors
        named = role.kind == "collective" and head.pos_ == "PROPN" and traits.body is None
        if (named or sectors in (UNIDENTIFIED, ())) and depth > 0:
            beside = self._from_apposition(head, depth)
            if beside is not None:
                sectors = beside.sectors
                if not traits.countries and beside.country and not beside.guessed:
                    traits = replace(traits, countries=(beside.country,))
        countries = self._countries(head, role, traits, sectors)
        guessed = not traits.countries and bool(countries)
        plural = role.plural or is_plural(head)
        if not plural or role.kind == "body":
            countries = countries[: 1 if not plural else None]
        single = role.kind == "group" and head.tag_ in ("NN", "NNP")
        kind = "body" if role.kind in ("body", "collective") or single else "people"
        text = self.long_names.text(head)
        office = title.office if title is not None and not plural and not traits.former else None
        return tuple(
            Party(
                self._name(text, role, country, sectors), country, sectors, office, kind, plural,
                role.gender, role.noun, unnamed=True, guessed=guessed,
            )
            for country in (countries or (None,))
        )  # fmt: skip

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

    def _before_topic(self, start: int, role: Role) -> int:
        """Where a country's bare name begins that tells what an expert or envoy deals with."""
        hit = self._names.hit(start - 1) if start > 0 else None
        if role.noun in DEALING and hit is not None and hit.kind is Kind.COUNTRY:
            return self._names.span(start - 1)[0]
        return start

    def _name(
        self, text: str, role: Role, country: str | None, sectors: tuple[str, ...]
    ) -> str:
        part = any(word.removesuffix("'s") in _PARTS for word in text.lower().split()[:-1])
        whole = role.noun in _STATES and not part
        if whole and country and sectors[:1] == ("GOV",) and "PRE" not in sectors:
            return name_of(country)
        return text

    def _countries(
        self, head: Token, role: Role, traits: Traits, sectors: tuple[str, ...]
    ) -> tuple[str | None, ...]:
        if traits.countries:
            return traits.countries
        if not sectors or sectors[0] in _STATELESS or role.noun in _TRAVELLERS:
            return ()
        if is_of_several(head, role.noun) or _is_outlaw(role):
            return ()
        if self.is_outside(head) or self._is_of_unknown_land(head, role):
            return ()
        owner = possessor(head)
        if owner is not None and self._is_unknown(owner):
            return ()  # 'Apfel's chief': of a firm or body that nothing tells of
        if owner is not None and owner.tag_ == "PRP$" and role.kind == "person":
            return ()  # 'her father' is of her country, told elsewhere or not at all
        return (self._beside(head) or self._setting.country(head),)

    def is_outside(self, head: Token) -> bool:
        """Whether its words place it elsewhere: 'foreign firms', 'fans around the globe'."""
        before = self._doc[left_edge(head) : head.i]
        words = {t.lower_ for t in before}
        hits = [hit for t in before if (hit := self._names.hit(t)) is not None]
        if any(hit.kind is Kind.CITY and hit.entry.country is None for hit in hits):
            return True  # 'Latin American leaders'
        other = "other" in words and head.lemma_ in _OTHER_HEADS
        return other or bool(words & _OUTSIDE) or is_worldwide(head)

    def _is_of_unknown_land(self, head: Token, role: Role) -> bool:
        """Whether an adjective that no table knows tells a land: 'Lusatian officials'."""
        before = head.i - role.length
        if before < left_edge(head) or self._names.hit(before) is not None:
            return False
        word = self._doc[before].text
        return word.istitle() and word.endswith(_OF_LANDS) and self._roles.modifier(word) is None

    def _is_unknown(self, name: Token) -> bool:
        """Whether it is a proper name, not a place's, of which neither tables nor text tell."""
        told = name.i in self._people.runs or name.text in self._bodies
        return not told and is_unknown(self._names, self._roles, name)

    def _beside(self, head: Token) -> str | None:
        """The country of what it is coordinated with: 'Ethiopian officials and the rebels'."""
        for other in head.conjuncts:
            traits = read_traits(self._names, self._roles, left_edge(other), other.i + 1)
            if traits.countries and traits.body is None:
                return traits.countries[0]
        return None

    def _from_apposition(self, head: Token, depth: int) -> Party | None:
        for beside in appositions(head):
            role = self.role(beside)
            if role is not None and all(c.dep_ != "nummod" for c in beside.lefts):
                told = self._by_role(beside, role, None, depth - 1)
                if told and told[0].sectors not in (UNIDENTIFIED, ()):
                    return told[0]
        return None

    def _otherwise(self, head: Token, depth: int) -> tuple[Party, ...]:
        """A proper name that no table knows: an organisation told by what stands beside it."""
        if head.pos_ != "PROPN" or head.ent_type_ in ("DATE", "TIME", "MONEY", "PERCENT"):
            return ()
        if head.text in self._bodies and self.long_names.text(head) == head.text:
            return (self._bodies[head.text],)
        beside: list[Token] = list(appositions(head))
        if head.dep_ == "appos":
            beside.append(head.head)
        start = core_start(head, left_edge(head))
        for told_by in beside:
            role = self.role(told_by)
            if role is not None and depth > 0:
                for told in self._by_role(told_by, role, None, depth - 1)[:1]:
                    return (replace(told, name=self.long_names.text(head), unnamed=False),)
        for index in range(head.i - 1, start - 1, -1):
            role = self._roles.noun_at(self._doc, index, start)
            if role is None or (role.noun in _NAMING and self._doc[index].text[0].isupper()):
                continue
            traits = read_traits(self._names, self._roles, start, index)
            sectors = settle(role.sector, role.kind, role.noun, traits)
            country = self._ownership.told(head, traits)
            person = role.kind in ("person", "carrier")
            apart = person or self._doc[index].is_lower  # 'the watchdog BaFin', not 'Bank Muscat'
            name = self._doc[index + 1 : head.i + 1].text if apart else self.long_names.text(head)
            return (Party(name, country, sectors, None, "person" if person else "body"),)
        if head.ent_type_ in ("ORG", "NORP") and head.dep_ in _ARGUMENTS:
            traits = read_traits(self._names, self._roles, start, head.i)
            country = traits.countries[0] if traits.countries else None
            return (Party(self.long_names.text(head), country, UNIDENTIFIED, None, "body"),)
        return ()


def is_of_several(head: Token, noun: str) -> bool:
    """Whether it means bodies of several states, if no word tells whose: 'some governments'."""
    within = any(t.lower_ in _PARTS for t in head.lefts)  # 'local governments'
    return is_plural(head) and noun in _OF_STATES and not within


def _is_outlaw(role: Role) -> bool:
    """Whether it is a person outside the law, who may be from anywhere: 'hackers', 'a suspect'."""
    alone = role.kind == "person" and not _GANGS & set(role.noun.split())
    return role.noun in _SOUGHT or (alone and role.sector == "CRM")


def _informed(party: Party, told: Party, office: str | None) -> Party:
    """A person with what a phrase beside the name tells."""
    unknown = party.sectors in (UNIDENTIFIED, ())
    return replace(
        party,
        country=party.country or (None if told.guessed else told.country),
        sectors=told.sectors if unknown else party.sectors,
        office=party.office or office,
        gender=party.gender or told.gender,
        noun=party.noun or told.noun,
    )
