"""Whom a noun phrase means by its own words and those that stand beside it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from spacy.tokens import Token

from dragoman.actors.chapters import chapter
from dragoman.actors.close_names import CloseName, name_after
from dragoman.actors.entry import BODIES, TOPONYMS, Entry, Kind
from dragoman.actors.gazetteer import Hit
from dragoman.actors.known import Known
from dragoman.actors.long_names import LongNames
from dragoman.actors.names import Names
from dragoman.actors.nationality import PRIVATE, SENT_OUT, TRAVELLERS, Nationality
from dragoman.actors.nominals import Nominals
from dragoman.actors.ownership import Antecedent, Ownership, of_its_body
from dragoman.actors.party import UNIDENTIFIED, Party, tells_more
from dragoman.actors.people import People
from dragoman.actors.phrases import (
    appositions,
    belongs_to,
    is_partner,
    left_edge,
    possessor,
)
from dragoman.actors.roles import Role, Roles
from dragoman.actors.setting import Setting
from dragoman.actors.strange_names import StrangeNames
from dragoman.actors.traits import read_traits
from dragoman.analysis.grammar import first_conjunct

# Bodies that many states have under one name.
_NATIONAL = (Kind.PARTY, Kind.INSTITUTION)
# Bodies whose men are told by their names alone: 'the SPD's Olaf'.
_EMPLOYING = (Kind.PARTY, Kind.ARMED_GROUP, Kind.ORGANISATION)
_JOINING = ("and", "or", "&", ",")
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
        self.nationality = Nationality(names, roles, people, setting, self._bodies)
        self._nominals = Nominals(
            names, roles, people, self.long_names, self._ownership, self.nationality
        )
        self._strange_names = StrangeNames(
            names, roles, self._nominals, self.long_names, self._ownership, self.nationality,
            setting, self._bodies,
        )  # fmt: skip
        self._known = Known(names, roles, setting, self._ownership.told, self.long_names.text)

    def role(self, head: Token) -> Role | None:
        """The role noun that the head is or ends, or None."""
        return self._nominals.role(head)

    def name_after(self, head: Token) -> CloseName | None:
        """The name that stands right after the noun which describes its bearer, or None."""
        return name_after(self._names, head, self.role(head))

    def learn_body(self, head: Token) -> None:
        """Let what stands beside a body's name tell of it all through the text.

        'Germany's financial watchdog BaFin' makes the BaFin of later sentences German.
        """
        for told in self._strange_names.parties(head, _DEPTH)[:1]:
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
        if hit is None and (states := self._states(head)):
            return states
        if hit is None and (one := self._people.family(head)) is not None:
            return (replace(one, name=head.text, kind="people", plural=True, gender=""),)
        role = self.role(head)
        inside = hit is not None and (
            hit.kind in BODIES | {Kind.COUNTRY} or self._names.span(head)[1] == head.i + 1
        )
        if hit is not None and (role is None or inside):
            body = chapter(self._names, head, hit, self.long_names.text(head))
            owner = self._owned_by(head, antecedent)
            return self._known(head, hit.entry, owner) if body is None else (body,)
        if role is None:
            return self._strange_names.parties(head, depth)
        told = self._nominals.parties(head, role, antecedent, depth)
        name = name_after(self._names, head, role)
        return told if name is None else self._so_called(name, told)

    def _states(self, head: Token) -> tuple[Party, ...]:
        """'Three countries': governments, of whom nobody says which."""
        if head.tag_ != "NNS" or head.lower_ not in ("countries", "nations"):
            return ()
        name = self.long_names.text(head)
        return (Party(name, None, ("GOV",), plural=True, noun=head.lemma_, unnamed=True),)

    def _owned_by(self, head: Token, antecedent: Antecedent | None) -> str | None:
        """The country of whom a pronoun before the head means: 'his National Security Council'."""
        owner = possessor(head)
        if owner is None or owner.tag_ != "PRP$" or antecedent is None:
            return None
        return next((p.country for p in antecedent(owner)[:1] if not p.guessed), None)

    def _so_called(self, name: CloseName, told: tuple[Party, ...]) -> tuple[Party, ...]:
        """Who bears a name right after the noun that describes him: 'the rebel group M23'."""
        head = self._doc[name.start : name.end].root
        hit = self._names.hit(head) if name.known else None
        if hit is None:
            text = self._doc[name.start : name.end].text
            return tuple(replace(party, name=text, unnamed=False) for party in told[:1])
        entry, first = hit.entry, told[0]
        land = first.country if not first.guessed else None
        if land is not None and (entry.generic or entry.kind in _NATIONAL):
            return tuple(replace(p, country=land) for p in self._known(head, entry))
        return self._known(head, entry)

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
            if self._names.kind(land) in TOPONYMS
            for beside in appositions(land)
        )

    def _apposed_to(self, name: Token) -> Token:
        """What a name stands beside; not the land that what it stands beside is of."""
        land = name.head
        of = land.dep_ == "pobj" and land.head.lower_ == "of"
        return land.head.head if of and self._names.kind(land) in TOPONYMS else land

    def _person(
        self, party: Party, head: Token, antecedent: Antecedent | None, depth: int
    ) -> Party:
        party = of_its_body(party, head, antecedent)
        if depth <= 0 or (party.country and party.sectors != UNIDENTIFIED):
            return party
        for beside in (*self._beside_run(head), *self._shared_apposition(head)):
            role = self.role(beside)
            if beside.i in self._people.runs or role is None or role.kind == "body":
                continue
            told = self._nominals.parties(beside, role, antecedent, depth - 1)[0]
            party = _informed(party, told, self._office(beside))
        first = first_conjunct(head)  # 'the ministers X and Y', of whom both are ministers
        if first.dep_ == "appos":
            beside = self._apposed_to(first)
            role = self.role(beside)
            if role is not None and (first is head or role.plural):
                told = self._nominals.parties(beside, role, antecedent, depth - 1)[0]
                party = _informed(party, told, self._office(beside))
            party = self._as_partner(party, beside, depth)
        for _, obj in belongs_to(head, ("of", "from")):
            if party.country is None:
                party = replace(party, country=self._ownership.country_of(obj))
        owner = possessor(head)
        if owner is not None and party.country is None:  # "Malaysia's Anwar"
            party = self._of_owner(party, owner)
        foreign = party.noun in TRAVELLERS or owner is not None
        run = self._people.runs[head.i]
        sent = any(t.lower_ in SENT_OUT for t in self._doc[run.left : run.start])
        foreign = foreign or sent or party.sector == "CRM"
        if party.country is None and party.sectors and not foreign:
            home = self._home_of(party, head)
            party = replace(party, country=home, guessed=home is not None)
        return party

    def _home_of(self, party: Party, head: Token) -> str | None:
        """The country of somebody named of whom no word tells any, or None."""
        if party.sectors == UNIDENTIFIED:
            return self._setting.alone
        home = self._setting.home(head, party.sectors)
        untold = party.noun in PRIVATE and home != self._setting.only(head)
        return None if untold else self.nationality.crowned(party.noun, home)

    def _of_owner(self, party: Party, owner: Token) -> Party:
        """'Malaysia's Anwar' is of Malaysia, 'the SPD's Olaf' of the party and its country."""
        hit = self._names.hit(owner)
        if hit is not None and hit.kind is Kind.COUNTRY:
            return replace(party, country=hit.entry.country)
        if hit is None or hit.kind not in _EMPLOYING or party.noun:
            return party
        for body in self.describe(owner)[:1]:
            sectors = body.sectors if party.sectors == UNIDENTIFIED else party.sectors
            return replace(party, country=body.country, sectors=sectors, guessed=body.guessed)
        return party

    def _beside_run(self, head: Token) -> Iterator[Token]:
        """What is told beside a name, on whichever of its words the parser hangs it."""
        run = self._people.runs[head.i]
        for token in self._doc[run.start : run.end] if run.start <= head.i < run.end else (head,):
            yield from (b for b in appositions(token) if not run.start <= b.i < run.end)

    def _shared_apposition(self, head: Token) -> Iterator[Token]:
        """What is told beside names of them all: 'A and B, two prison *guards*'."""
        others = [c for c in head.conjuncts if c.i in self._people.runs]
        for beside in (b for other in others for b in appositions(other)):
            role = self.role(beside)
            if role is not None and role.plural and beside.i > max(o.i for o in (head, *others)):
                yield beside

    def _as_partner(self, party: Party, noun: Token, depth: int) -> Party:
        """'And his Kenyan host, X': X of Kenya, who serves his state if the other does."""
        owner = possessor(noun)
        if not is_partner(noun) or owner is None or party.country is not None:
            return party
        traits = read_traits(self._names, self._roles, owner.right_edge.i + 1, noun.i)
        if not traits.countries:
            return party
        others = [p for c in noun.conjuncts for p in self.describe(c, None, depth - 1)[:1]]
        serves = party.sectors == UNIDENTIFIED and any(p.sector == "GOV" for p in others)
        sectors = ("GOV",) if serves else party.sectors
        return replace(party, country=traits.countries[0], sectors=sectors)

    def _office(self, head: Token) -> str | None:
        title = self._roles.title_at(self._doc, head.i, left_edge(head))
        return title.office if title else None


def _informed(party: Party, told: Party, office: str | None) -> Party:
    """A person with what a phrase beside the name tells."""
    more = tells_more(told.sectors, party.sectors, office)
    return replace(
        party,
        country=party.country or (None if told.guessed else told.country),
        sectors=told.sectors if more else party.sectors,
        office=party.office or office,
        gender=party.gender or told.gender,
        noun=party.noun or told.noun,
    )
