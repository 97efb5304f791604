"""What a text tells of its parties by name or noun, in order: what later phrases refer back to."""

from __future__ import annotations

from dataclasses import replace

from spacy.tokens import Doc, Token

from dragoman.actors.description import Describer
from dragoman.actors.entry import TOWNS
from dragoman.actors.listing import listed
from dragoman.actors.names import Names
from dragoman.actors.party import UNIDENTIFIED, Party, Told
from dragoman.actors.people import People
from dragoman.actors.phrases import belongs_to
from dragoman.actors.reference import Reference
from dragoman.actors.related import RELATED
from dragoman.actors.roles import Roles
from dragoman.actors.toponyms import stands_for_government
from dragoman.analysis.grammar import NOUN_SUBJECTS, NOUNS, first_conjunct

_INSIDE = frozenset({"compound", "amod", "nmod", "nummod", "det", "punct"})


class Telling:
    """Reads the parties that a document tells.

    Args:
        names: the document's names.
        roles: the tables of roles and titles.
        people: its persons, who learn what stands beside their names.
        describer: what tells of a phrase whom it means.
    """

    def __init__(self, names: Names, roles: Roles, people: People, describer: Describer) -> None:
        self._doc: Doc = names.doc
        self._names = names
        self._roles = roles
        self._people = people
        self._describer = describer

    def introduce(self) -> None:
        """Let what stands beside each full name tell of its bearer all through the article."""
        for token in self._doc:
            unknown = token.i not in self._people.runs and self._names.hit(token) is None
            if unknown and token.pos_ == "PROPN" and token.dep_ not in _INSIDE:
                self._describer.learn_body(token)
        guessed: list[Party] = []
        for run in self._people.names():
            head = self._doc[run.start : run.end].root
            if run.party.country and run.party.sectors != UNIDENTIFIED:
                continue
            for told in self._describer.describe(head)[:1]:
                if told.guessed:
                    if told.sectors != UNIDENTIFIED:  # else another name may still tell who it is
                        guessed.append(replace(told, name=run.party.name))
                    told = replace(told, country=None, guessed=False)
                if told != run.party:
                    self._people.learn(run.party.name, told)
        for told in guessed:  # what other words tell comes before what the setting does
            self._people.learn(told.name, told)

    def tell(self) -> list[Told]:
        """The parties told by name or noun, in order of the text, for what refers back to them."""
        told: list[Told] = []
        for token in self._doc:
            if token.pos_ not in NOUNS or token.dep_ in _INSIDE:
                continue
            if self._names.in_dateline(token) or Reference.is_pronoun(token):
                continue
            if self._describer.long_names.head_of(token) != token:
                continue
            kind = self._names.kind(token)
            named = kind is not None or token.pos_ == "PROPN" or token.i in self._people.runs
            if not named and not self._roles.ends_noun(token.lower_):
                continue
            if kind in TOWNS and not stands_for_government(token, self._names):
                continue
            first = self._joined_to(token)
            subject = first.dep_ in NOUN_SUBJECTS
            number = self._names.sentences.number(token)
            for party in self._describer.describe(token):
                untold = party.sectors == UNIDENTIFIED or party.noun in RELATED
                unknown = untold and party.country is None
                if unknown and party.kind != "person":
                    continue
                told.append(Told(token.i, number, party, subject, first.i))
        return told

    def _joined_to(self, token: Token) -> Token:
        """The first of those whom the token is coordinated with; itself where it is alone.

        Of 'the ministers of Chad and Mali' the parser may join Mali to the ministers: it is Chad's.
        """
        first = first_conjunct(token)
        lands = (land for _, land in belongs_to(first, ("of", "from")))
        rows = ((land, listed(self._names, land)) for land in lands if first.i != token.i)
        return next((land for land, row in rows if token in row), first)
