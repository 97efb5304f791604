"""Whom a phrase means: by its own words, by what stands beside it, by what was told before."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

from spacy.tokens import Token

from dragoman.actors.abbreviations import abbreviations
from dragoman.actors.counterparts import counterparts
from dragoman.actors.country_marks import MISSIONS
from dragoman.actors.description import Describer
from dragoman.actors.either import of_either
from dragoman.actors.fitting import tells_of_none
from dragoman.actors.gazetteer import Gazetteer
from dragoman.actors.introductions import Introductions
from dragoman.actors.mouthpieces import VOICES, Mouthpieces
from dragoman.actors.names import Names
from dragoman.actors.nationality import is_of_several
from dragoman.actors.pairs import STATES
from dragoman.actors.party import SERVING, UNIDENTIFIED, Party, Told, gendered
from dragoman.actors.people import NameRun, People
from dragoman.actors.phrases import (
    appositions,
    is_counterpart,
    is_partner,
    of_quantity,
    speech_ends,
)
from dragoman.actors.reference import Reference
from dragoman.actors.roles import Role, Roles
from dragoman.actors.setting import Setting
from dragoman.actors.telling import Telling
from dragoman.actors.told_parties import ToldParties
from dragoman.actors.voices import SAYING, Voices
from dragoman.analysis import Analysis
from dragoman.analysis.grammar import conjuncts
from dragoman.countries import is_state

_PARTS = frozenset({"branch", "chapter", "affiliate", "member"})
_FIRST_PERSON = frozenset({"i", "we", "us", "our", "my", "me", "ours"})
_SECOND_PERSON = frozenset({"you", "your"})
_IRREGULAR = frozenset({"REB", "PRM"})
_LONGEST_NAME = 6  # tokens of a name with its title
RELATIVE = ("WP", "WDT", "WP$")
"""Tags of relative pronouns."""


class Parties:
    """Finds whom each phrase of one document means.

    Args:
        analysis: the article.
        names: its names.
        gazetteer: the tables of names.
        roles: the tables of roles and titles.
    """

    def __init__(
        self, analysis: Analysis, names: Names, gazetteer: Gazetteer, roles: Roles
    ) -> None:
        self._analysis = analysis
        self._doc = analysis.doc
        self._names = names
        self.people = People(names, roles, gazetteer, analysis.article.published)
        self._setting = Setting(names, self.people.lands())
        self.describer = Describer(names, roles, self.people, self._setting)
        self._reference = self._referring(())
        introductions = Introductions(names, self.people, self.describer)
        introductions.learn_members()
        telling = Telling(names, roles, self.people, self.describer)
        telling.introduce()
        self._aliases = abbreviations(names)
        self._reference = self._referring(telling.tell())
        self._voices = Voices(analysis, self.people)
        self._mouthpieces = Mouthpieces(names, self.describer)
        news = introductions.recognise(self._reference.told, SAYING)
        if introductions.learn_nations(self._reference.told) or news:
            self._reference = self._referring(telling.tell())
        self._reference = self._with_genders(self._reference)
        introductions.learn_kin(self.of)

    def of(self, head: Token, depth: int = 3) -> tuple[Party, ...]:
        """Whom the phrase of a head means, what is coordinated with it left out.

        Args:
            head: the phrase's head.
            depth: how many phrases within phrases are still followed.
        """
        if depth == 0:
            return ()
        if Reference.is_pronoun(head) or head.lower_ in _SECOND_PERSON:
            return self._possessor(head)
        if head.tag_ in RELATIVE:
            return self._relative(head, depth)
        if (meant := self._aliases.get(head.i, head)) != head:
            return self.of(meant, depth - 1)
        if head.i not in self.people.runs and (named := self.people.sharing(head.i)):
            return tuple(p for name in named for p in self.describer.describe(name))
        if is_partner(head) and (beside := self._name_beside(head)) is not None:
            called = self.describer.describe(self._doc[beside.start : beside.end].root)
            known = called[0].country is not None and not called[0].guessed
            told = known or not is_counterpart(head)
            own = () if told else self.describer.describe(head, self._possessor)
            return called if told else self._counterpart(head, own)
        quantified = of_quantity(head)
        if quantified is not None and head.lower_ == "both" and (
            two := self._reference.both_of(quantified)
        ):
            return two
        if quantified is not None and (inner := self.of(quantified, depth - 1)):
            return inner
        own = self.describer.describe(head, self._possessor)
        if head.i in self.people.runs or (own and not own[0].unnamed):
            title = next(filter(is_counterpart, head.lefts), None)
            untold = title is not None and own and (own[0].guessed or not own[0].country)
            return self._counterpart(title, own) if title and untold else own
        role = self.describer.role(head)
        back = self._reference.phrase(head, role, own[0] if own else None)
        if back and self._name_beside(head) is None:
            return back
        if role is None or not own:
            return own
        parties = self._reference.told.all
        both = of_either(head, own[0], parties, lambda whose: self.of(whose, depth - 1))
        return both or self._placed(head, self._identified(head, role, own))

    def _identified(self, head: Token, role: Role, own: tuple[Party, ...]) -> tuple[Party, ...]:
        """Whom a role noun means where a name or a body near by tells it."""
        if is_counterpart(head):
            return self._counterpart(head, own)
        if own[0].sectors == UNIDENTIFIED and own[0].plural and (named := self._listed(head)):
            return named
        if role.kind in ("person", "carrier") and not own[0].plural:
            apposed = head.dep_ == "appos" and not speech_ends(head, head.head)
            if apposed and head.head.i in self.people.runs:
                return self.describer.describe(head.head, self._possessor)
            own = self._named_beside(head, own)
        if role.noun in _PARTS and tells_of_none(head, own[0]):
            return self._part_of(head, own)
        if role.noun in VOICES and own[0].guessed and not self._speaks_for_unknown(head):
            return self._voice_of(head, own)
        return own

    def _listed(self, head: Token) -> tuple[Party, ...]:
        """'Their allies, China and Russia': those who are named beside."""
        members = [m for c in head.rights if c.dep_ == "appos" for m in (c, *conjuncts(c))]
        found = [p for m in members for p in self.describer.describe(m, self._possessor)]
        return tuple(found) if all(not p.unnamed and p.country for p in found) else ()

    def _placed(self, head: Token, own: tuple[Party, ...]) -> tuple[Party, ...]:
        """'The rebels' are of the country told where they were first spoken of."""
        first = own[0]
        untold = first.unnamed and (first.guessed or first.country is None)
        if is_state(first.name, first.country):
            return own  # 'the government': the last state spoken of, as the setting has it
        untold = untold and not is_of_several(head, first.noun) and head.lemma_ not in STATES
        if len(own) > 1 or not untold or "UAF" in first.sectors:
            return own
        if first.noun in MISSIONS:
            earlier = self._reference.earlier.mission(head, first)
        elif self.describer.nationality.is_outside(head):
            return own
        elif self._told_beside(head, first):
            earlier = self._reference.earlier.lately(head, first)
            if earlier is None and first.sector not in _IRREGULAR:
                return own
        else:
            earlier = self._reference.earlier.same_noun(head, first)
        if earlier is not None:
            return (replace(first, country=earlier.country, guessed=earlier.guessed),)
        armed = first.sector in _IRREGULAR | {"MIL"}
        code = self._reference.earlier.force(head, first) if armed else None
        return own if code is None else (replace(first, country=code, guessed=True),)

    def _told_beside(self, head: Token, party: Party) -> bool:
        """Whether its sentence tells one country before it that does not speak against its own."""
        only = self._setting.only(head)
        return only is not None and party.country in (None, only)

    def _possessor(self, pronoun: Token) -> tuple[Party, ...]:
        if pronoun.tag_ == "WP$":
            return self._relative(pronoun, 2)
        if pronoun.lower_ in _FIRST_PERSON:
            return self._speaker(pronoun)
        if pronoun.lower_ in _SECOND_PERSON:
            asked = self._voices.addressed(pronoun)
            return self.of(asked, 2) if asked is not None else ()
        if pronoun.lower_ == "it" and (told := self._own_report(pronoun)):
            return told
        own = self._mouthpieces.spoken_for(pronoun, self._reference.told, self.of)
        return own or self._reference.pronoun(pronoun)

    def _own_report(self, pronoun: Token) -> tuple[Party, ...]:
        """'Iran said it', 'the army, which says it': the one who says so speaks of himself."""
        clause = pronoun.head
        if pronoun.dep_ != "nsubj" or clause.dep_ != "ccomp" or clause.head.lemma_ not in SAYING:
            return ()
        speakers = [c for c in clause.head.children if c.dep_ == "nsubj" and c.i < pronoun.i]
        if not speakers or speakers[0].tag_ == "PRP":
            return ()
        told = self.of(speakers[0], 2)
        return told if len(told) == 1 and told[0].kind in ("country", "body") else ()

    def _name_beside(self, head: Token) -> NameRun | None:
        """The name in apposition to a role: by the parse, or between commas right after it."""
        for beside in (*appositions(head), *self.describer.past_land(head)):
            run = self.people.runs.get(beside.i)
            if run is not None and beside.dep_ == "appos":
                return run
        if is_partner(head):  # 'his counterpart President Silva'
            near = (self.people.runs.get(i) for i in range(head.i + 1, head.i + _LONGEST_NAME))
            after = (r for r in near if r is not None and r.left in (head.i, head.i + 1))
            if (called := next(after, None)) is not None:
                return called
        if head.i + 2 >= len(self._doc) or self._doc[head.i + 1].text != ",":
            return None
        run = self.people.runs.get(head.i + 2)
        if run is None or run.left not in (head.i + 2, run.start):
            return None
        closed = run.end >= len(self._doc) or self._doc[run.end].text in (",", ".", ";", "'s", "’s")
        return run if closed else None

    def _part_of(self, head: Token, own: tuple[Party, ...]) -> tuple[Party, ...]:
        """'All 72 branches' are of the union that was just named."""
        whole = self._reference.whole(head)
        return own if whole is None else _of_body(own[0], whole)

    def _voice_of(self, head: Token, own: tuple[Party, ...]) -> tuple[Party, ...]:
        """'A spokesman added' after 'The police said': theirs."""
        body = self._named_body(head)
        if body is None and not self._names_body(head):
            body = self._reference.nearest_body(head)
        return own if body is None or body.sectors in (UNIDENTIFIED, ()) else _of_body(own[0], body)

    def _speaks_for_unknown(self, head: Token) -> bool:
        """Whether a name that no table knows stands before it: 'a Bolt spokesman'."""
        unknown = self.describer.nationality.is_unknown
        return any(c.dep_ == "compound" and unknown(c) for c in head.lefts)

    def _names_body(self, head: Token) -> bool:
        """Whether its own words tell for what body of a state it speaks: 'an army spokesman'."""
        roles = (self.describer.role(c) for c in head.lefts if c.dep_ == "compound")
        return any(r is not None and r.kind == "body" and r.sector in SERVING for r in roles)

    def _named_body(self, head: Token) -> Party | None:
        """Of 'the ministry spokesman' the ministry told before."""
        for noun in head.lefts:
            if noun.dep_ == "compound" and self.describer.role(noun) is not None:
                for body in self.describer.describe(noun)[:1]:
                    return self._reference.earlier.same_noun(noun, body) if body.unnamed else None
        return None

    def _named_beside(self, head: Token, own: tuple[Party, ...]) -> tuple[Party, ...]:
        """'Egypt's top general, X': X, with what the phrase tells of him."""
        run = self._name_beside(head)
        if run is not None:
            described = self.describer.describe(self._doc[run.end - 1], self._possessor)[0]
            told = None if own[0].guessed else own[0].country
            return (replace(described, country=described.country or told),)
        return own

    def _counterpart(self, head: Token, own: tuple[Party, ...]) -> tuple[Party, ...]:
        owner = next((c for c in head.lefts if c.tag_ == "PRP$"), None)
        met_by = self._reference.pronoun(owner) if owner is not None else ()
        beside = self._name_beside(head)
        return counterparts(self._names, head, own, met_by, beside.party if beside else None)

    def _relative(self, pronoun: Token, depth: int) -> tuple[Party, ...]:
        node = pronoun
        while node.head.i != node.i and node.dep_ != "relcl":
            node = node.head
        return self.of(node.head, depth - 1) if node.dep_ == "relcl" else ()

    def _speaker(self, pronoun: Token) -> tuple[Party, ...]:
        """Whom a pronoun of the first person means: who says the words in which it stands."""
        found = [self.of(speaker, 2) for speaker in self._voices.speakers(pronoun)]
        told = [parties for parties in found if parties]
        of_a_land = (parties for parties in told if parties[0].country is not None)
        return next(of_a_land, told[0] if told else ())

    def _referring(self, told: Iterable[Told]) -> Reference:
        return Reference(ToldParties(told, self._names.sentences), self._setting.state)

    def _with_genders(self, reference: Reference) -> Reference:
        """With what 'he' and 'she' tell of the gender of those they refer to, all text through."""
        for token in self._doc:
            gender = {"he": "m", "she": "f"}.get(token.lower_)
            for party in reference.pronoun(token) if gender is not None else ():
                if party.kind == "person" and not party.gender:
                    told = (gendered(t, party.name, str(gender)) for t in reference.told.all)
                    reference = self._referring(told)
        return reference


def _of_body(part: Party, body: Party) -> tuple[Party]:
    """Who is part of a body or speaks for it, with its country and sectors."""
    return (replace(part, country=body.country, guessed=body.guessed, sectors=body.sectors),)
