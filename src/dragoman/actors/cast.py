"""The parties of one article: who each of its noun phrases means."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace

from spacy.tokens import Token

from dragoman.actors.entry import ARMED_GROUPS, NATIONS, OF_STATES, PEOPLES, TOPONYMS, Kind
from dragoman.actors.gazetteer import Gazetteer
from dragoman.actors.listing import joined_groups, listed, past_bracket, row_to_end
from dragoman.actors.name_runs import without_stop
from dragoman.actors.names import Names, stands_apart
from dragoman.actors.parties import RELATIVE, Parties
from dragoman.actors.party import UNIDENTIFIED
from dragoman.actors.phrases import belongs_to, left_edge, of_quantity
from dragoman.actors.reference import Reference
from dragoman.actors.roles import Role, Roles
from dragoman.actors.toponyms import is_destination, is_struck, stands_for_government
from dragoman.analysis import Analysis
from dragoman.analysis.grammar import NOUNS, conjuncts, first_conjunct
from dragoman.countries import name_of
from dragoman.letters import HYPHENS
from dragoman.mention import Entity, Speaker

_FIGHTING = ARMED_GROUPS | {"UAF"}
_DOCUMENTS = frozenset({"report", "statement", "letter", "survey", "poll", "study"})


class Cast:
    """Who is who in one article; made by `Actors`, never changed.

    Args:
        analysis: the article.
        gazetteer: the tables of names.
        roles: the tables of roles and titles.
        placed: the country where the text places a town, by the first character of its name.
    """

    def __init__(
        self,
        analysis: Analysis,
        gazetteer: Gazetteer,
        roles: Roles,
        placed: Mapping[int, str],
    ) -> None:
        self._text = analysis.article.text
        self._roles = roles
        self._doc = analysis.doc
        self._names = Names(self._doc, gazetteer, analysis.article.published, placed)
        self._parties = Parties(analysis, self._names, gazetteer, roles)

    @property
    def dateline_country(self) -> str | None:
        """The PLOVER code of the country of the dateline's place, or None."""
        return self._names.dateline_country

    @property
    def countries(self) -> Mapping[str, int]:
        """How often each PLOVER country code is meant in the article, most often first."""
        return self._names.countries

    def resolve(self, head: Token) -> tuple[Entity, ...]:
        """The parties that the noun phrase headed by ``head`` means, coordination included.

        Empty where the phrase names no party. Somebody of whom nothing is known has the country
        None and the sector UNK (UAF for unidentified armed men).
        """
        head = self._past_name(self._parties.describer.long_names.head_of(head))
        members = [head]
        if head.dep_ != "conj":
            nominal = (*NOUNS, "PRON", "NUM", "ADJ")
            joined = [c for c in conjuncts(head) if c.i != head.i and c.pos_ in nominal]
            members += [c for c in joined if c.i not in self._row(head)]
            members += self._joined_after(head)
        if head.i in self._parties.people.runs:
            named = self._parties.people.sharing(head.i)
            members += [name for name in named if name not in members]
        members = [*self._joined_before(head), *members]
        found: dict[tuple[str, str | None, int], Entity] = {}
        for member in members:
            start, end = self._extent(member)
            text = self._text[start:end]
            for party in self._parties.of(member):
                entity = Entity(
                    text, start, end, party.name, party.country, party.sectors, party.office,
                    country_inferred=party.guessed and party.country is not None,
                )  # fmt: skip
                found.setdefault((party.name, party.country, start), entity)
        return tuple(found.values())

    def _past_name(self, head: Token) -> Token:
        """Whoever stands after a name with 'and' in it, which the parser takes for two.

        'Haq' for 'Jammu' in 'Jammu and Kashmir Chief Minister Haq'.
        """
        if self._names.hit(head) is None:
            return head
        end = self._names.span(head)[1]
        after = (c for c in head.rights if c.dep_ == "conj" and c.i >= end)
        runs = self._parties.people.runs
        return next((c for c in after if c.i in runs and left_edge(c) < end), head)

    def _joined_before(self, head: Token) -> list[Token]:
        """Persons joined by 'and' whom the parser takes for a part of the next one's name."""
        run = self._parties.people.runs.get(head.i)
        if run is None:
            return []
        return [
            child
            for child in head.lefts
            if (other := self._parties.people.runs.get(child.i)) is not None
            and other.start != run.start
            and any(t.dep_ == "cc" for t in self._doc[other.end : run.left])
        ]

    def _joined_after(self, head: Token) -> list[Token]:
        """What the parser joins to the state that the head is of, and stands beside the head.

        'ELN' in 'the government of Colombia and ELN', 'the ministers' in 'the presidents of Chad
        and Mali and the ministers of Togo', 'Hamas' in 'members of Fatah and Hamas'.
        """
        if (counted := of_quantity(head)) is not None:
            return [other for other in conjuncts(counted) if other != counted]
        return [
            member
            for _, obj in belongs_to(head, ("of",))
            for member in obj.conjuncts
            if self.stands_apart(member) or self.stands_beside(member)
        ] + joined_groups(self._names, head)

    def _row(self, head: Token) -> frozenset[int]:
        """Indices of the countries in a row that the head is of, wherever the parser hangs them."""
        of = (land for _, land in belongs_to(head, ("of", "from")))
        return frozenset(other.i for land in of for other in listed(self._names, land))

    def stands_beside(self, noun: Token) -> bool:
        """Whether a role noun with states of its own is joined to the state of another's."""
        own = self.role(noun) is not None and any(True for _ in belongs_to(noun, ("of",)))
        return own and self._names.hit(first_conjunct(noun)) is not None

    def bracketed_list(self, land: Token) -> tuple[Token, ...]:
        """The countries told in a row after one, with brackets between: 'Chad (2 May), Mali'."""
        others = listed(self._names, land)[1:]
        end = self._names.span(land)[1] if others else 0
        return others if others and past_bracket(self._names, end) != end else ()

    def headline_row(self, land: Token) -> tuple[Token, ...]:
        """The countries told in a headline's row after one, with commas alone: 'Chad, Mali'."""
        return row_to_end(self._names, land)[1:]

    def row_of_states(self, land: Token) -> tuple[Token, ...]:
        """The heads of the states told in a row that begins with one; empty where none does."""
        return listed(self._names, land)

    def stands_apart(self, name: Token) -> bool:
        """Whether the name is a party beside the noun 'of' a state which it is joined to."""
        return stands_apart(self._names, name)

    def names_town(self, token: Token) -> bool:
        """Whether the token is part of a town's name that is no seat of a government."""
        return self._names.kind(token) is Kind.CITY

    def speaker(self, head: Token) -> tuple[Speaker, ...]:
        """The parties that the phrase names as source of a claim, as `resolve` finds them."""
        document = head.lemma_.lower() in _DOCUMENTS
        found = (self._authors(head) if document else ()) or self.resolve(head)
        found = found or self._authors(head)
        if not found and head.pos_ == "PROPN":
            start, end = self._extent(head)
            text = self._text[start:end]
            return (Speaker(text, start, end, text, None, UNIDENTIFIED),)
        return tuple(
            Speaker(e.text, e.start, e.end, e.name, e.country, e.sectors) for e in found
        )

    def _authors(self, thing: Token) -> tuple[Entity, ...]:
        """Whose words a document is: 'a White House statement', 'a letter from the ministry'."""
        owners = [c for c in thing.lefts if c.dep_ in ("poss", "compound", "nmod")]
        owners += [c for c in thing.lefts if c.dep_ == "amod" and self._names.hit(c) is not None]
        owners += [o for _, o in belongs_to(thing, ("by", "from", "of"))]
        for owner in owners:
            found = self.resolve(owner)
            if found and self._names.kind(owner) in PEOPLES:
                code = found[0].country
                return (replace(found[0], name=name_of(code), sectors=("GOV",)),) if code else ()
            if found:
                return found
        return ()

    def is_party(self, head: Token) -> bool:
        """Whether the phrase can be an actor: a person, a group, a body, or a state used as one."""
        head = self._past_name(self._parties.describer.long_names.head_of(head))
        if self._names.in_dateline(head):
            return False
        if Reference.is_pronoun(head):
            return head.lower_ not in ("it", "its") or bool(self._parties.of(head))
        if head.tag_ in RELATIVE:
            return bool(self._parties.of(head))
        kind = self._names.kind(head)
        place = kind in TOPONYMS and head.i not in self._parties.people.runs
        if place and self._parties.describer.role(head) is None:
            return self._place_acts(head)
        if self._is_called(head):
            return True
        if head.pos_ not in (*NOUNS, "PRON", "NUM", "ADJ", "DET", "X"):
            return False
        if head.pos_ == "ADJ" and head.dep_ == "amod" and kind is None:
            return False  # 'a military field'
        if self._is_bare_collective(head):
            return False
        return bool(self._parties.of(head))

    def _is_called(self, head: Token) -> bool:
        """'Called *the accused* thieves', where the parser takes the party for an adjective."""
        after_the = head.i > 0 and head.nbor(-1).lower_ == "the"
        role = self._parties.describer.role(head) if after_the and head.tag_ == "VBN" else None
        return role is not None and role.kind == "person"

    def _is_bare_collective(self, head: Token) -> bool:
        """'Take office', 'in service': a body's noun alone names no body."""
        role = self._parties.describer.role(head)
        if role is None or role.kind != "collective" or head.tag_ != "NN":
            return False
        if role.noun == "side":  # 'on its side', 'by his side'; 'both sides' are parties
            return True
        return not any(c.dep_ not in ("punct", "prep") for c in head.lefts) and not any(
            c.lower_ == "of" for c in head.rights
        )

    def role(self, noun: Token) -> Role | None:
        """The longest noun for a party that ends with the token, as the tables have it, or None."""
        return self._roles.noun_at(self._doc, noun.i)

    def names_fighters(self, word: Token) -> bool:
        """Whether a word is a common one for armed men of no state: 'jihadist', 'rebel', 'gang'."""
        against = word.i > 0 and word.nbor(-1).text in HYPHENS  # 'a counter-terrorist raid'
        if against or self._names.hit(word) is not None:
            return False
        role = self._roles.noun_at(self._doc, word.i, word.i)
        told = (self._roles.modifier(word.text), role.sector if role is not None else None)
        return not _FIGHTING.isdisjoint(told)

    def land_at(self, token: Token) -> str | None:
        """The country that a place's name tells; of one that only the map knows, if it is named."""
        if (hit := self._names.hit(token)) is not None:
            return hit.entry.country if hit.kind in TOPONYMS else None
        code = self._names.small_towns.get(token.i)
        return code if code in self.countries else None

    def names_state(self, token: Token) -> bool:
        """Whether the token is part of a country's name."""
        return self._names.kind(token) is Kind.COUNTRY

    def names_power(self, token: Token) -> bool:
        """Whether the token is part of the name of a country or of a body of states."""
        hit = self._names.hit(token)
        return self.names_state(token) or (hit is not None and hit.entry.country in OF_STATES)

    def names_nation(self, token: Token) -> bool:
        """Whether the token is part of a country's name, or of its adjective or its people's."""
        return self._names.kind(token) in NATIONS

    def is_one_name(self, one: Token, other: Token) -> bool:
        """Whether both tokens are parts of one name of the tables: 'Guinea' and 'Bissau'."""
        hits = self._names.hit(one), self._names.hit(other)
        return None not in hits and self._names.span(one) == self._names.span(other)

    def stands_for_government(self, token: Token) -> bool:
        """Whether a toponym is used for its government, as against the place."""
        return stands_for_government(token, self._names)

    def _place_acts(self, head: Token) -> bool:
        return (
            stands_for_government(head, self._names)
            or is_destination(head, self._names)
            or is_struck(head, self._names)
        )

    def _extent(self, head: Token) -> tuple[int, int]:
        """The characters of the phrase's core: without what follows the head, but for its name."""
        first, last = self._parties.describer.long_names.extent(head)
        run = self._parties.people.runs.get(head.i)
        if (called := self._parties.describer.name_after(head)) is not None:
            last = called.end
        elif run is not None and head.i < run.end:
            first, last = min(run.left, run.start), max(last, run.end)
        elif self._names.hit(head) is not None:
            begin, end = self._names.span(head)
            first, last = min(first, begin), max(last, end)
        if Reference.is_pronoun(head) or head.i < first:
            first = head.i
        while first < last - 1 and (self._doc[first].is_punct or self._doc[first].is_space):
            first += 1
        start = self._doc[first].idx
        final = self._doc[last - 1]
        end = final.idx + len(final.text.rstrip())
        return start, start + len(without_stop(self._text[start:end])) if run is not None else end
