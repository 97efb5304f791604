"""Which of the parties told before a word it most likely means: the nearest of the most salient."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Callable, Iterator, Sequence

from spacy.tokens import Token

from dragoman.actors.party import Party, Told
from dragoman.actors.pointing import (
    acts_in_aside,
    answers_offer,
    dies_in_report,
    is_held_while,
    is_owned_alike,
    is_spoken_of,
    joined_to_own,
    made_to_say,
    names_later,
    owners_around,
    shares_object,
    tells_of_another,
)
from dragoman.actors.several import SENTENCES_BACK
from dragoman.actors.told_parties import ToldParties
from dragoman.actors.topic import Topic
from dragoman.analysis.grammar import NOUN_SUBJECTS, PREDICATES, subjects

_OTHERS = ("dobj", "dative", "prep")
_WHERE = frozenset({"over", "in", "near", "into", "across", "at", "through", "around"})
# Of one's own state one tells these: 'reaffirmed *Chad's* commitment to the pact'.
_OWN = frozenset(
    {"commitment", "support", "readiness", "resolve", "determination", "position", "pledge",
     "solidarity", "policy", "stance", "stand", "willingness", "desire", "gratitude", "wish"}
)  # fmt: skip
_SALIENCE = 4  # at most what a subject counts
_GENDERED = 4  # what it counts that a person's gender is told, and not only fits
_ALMOST_SURE = 8  # what it counts to own what the word stands in, or to be made to say it


class Antecedents:
    """Finds the likeliest of the parties told before.

    Args:
        told: the parties that the text tells by name or noun.
    """

    def __init__(self, told: ToldParties) -> None:
        self._told = told
        self._number = told.sentences.number
        self._topic = Topic(told)
        self._named_at: defaultdict[str, list[int]] = defaultdict(list)
        for one in told.all:
            if not one.party.unnamed:
                self._named_at[one.party.name].append(one.index)
        self._holding: dict[str, list[int]] = {}  # where holders of an office are named
        self._named = Counter(t.party.country for t in told.all if t.party.kind == "country")

    def best(
        self, token: Token, fits: Callable[[Party], bool], gender: str = "",
        back: int = SENTENCES_BACK, *, subjects: bool = False,
    ) -> Party | None:
        """The likeliest party before the token: a subject of this or the last sentences first.

        Args:
            token: the word that points back.
            fits: whether it may mean a party.
            gender: ``m`` or ``f`` where the word tells it.
            back: how many sentences back are looked at.
            subjects: whether subjects alone are.
        """
        here, beside = self._number(token), self._beside(token)
        owners, sayer = owners_around(token), made_to_say(token)
        best: Told | None = None
        rank = -1.0
        for told in reversed(self._told.before(token, back)):
            distance = here - told.sentence
            if subjects and not told.subject:
                continue
            if not fits(told.party) or told.party.country in beside:
                continue
            if self._is_ruled_out(token, told, gender, near=distance == 0):
                continue
            score = self._salience(token, told, gender, near=distance == 0) - 3 * distance
            score += _ALMOST_SURE * answers_offer(token, told.index)
            if gender:
                sure = told.index in owners or joined_to_own(token, told.index)
                made = told.index == sayer and not told.subject
                score += _ALMOST_SURE * (sure + made + 2 * shares_object(token, told.index))
            if score > rank:
                best, rank = told, score
        if best is None:
            return None
        if gender and shares_object(token, best.index):
            return best.party
        if gender and best.party.unnamed and self._is_done_by_named(token):
            return None
        sure = not gender or best.index == sayer or joined_to_own(token, best.index)
        return best.party if sure or not self._topic.is_one_of_many(best, gender) else None

    def _salience(self, token: Token, told: Told, gender: str, *, near: bool) -> float:
        """How much the text has a party in view, wherever the token stands.

        Of an earlier sentence that is whom it is about: not *Chile* in 'a step that Chile praised'.
        """
        party = told.party
        leads = told.subject and (near or not acts_in_aside(token.doc[told.index]))
        score = 10.0 + (4 if leads else 0)
        if gender:
            score += (-5 if party.unnamed else 2) + (_GENDERED if party.gender == gender else 0)
        if party.kind == "country":  # what the text is about, and not where something went
            score += _SALIENCE * self._named[party.country] / self._named.total()
            score -= 2 if token.doc[told.index].head.lower_ in _WHERE else 0
        return score

    def _is_ruled_out(self, token: Token, told: Told, gender: str, *, near: bool) -> bool:
        """Whether grammar, gender or the course of the text forbid that the token means it."""
        party, noun = told.party, token.doc[told.index]
        if (near and self._is_another(token, told, gender)) or answers_offer(token, noun.i) < 0:
            return True
        if party.sector == "COP" and is_held_while(token, noun):
            return True
        if not gender:
            return not near and party.unnamed and acts_in_aside(noun)
        return (
            party.gender not in ("", gender)
            or (not near and tells_of_another(token, noun.i))
            or names_later(token, self._named_as(party))
            or (party.unnamed and noun.dep_ == "attr")  # 'Russia is the largest employer. He said'
            or self._topic.has_left(told, token, gender)
        )

    def _named_as(self, party: Party) -> Sequence[int]:
        """Where the text names a person, or of 'the president' whoever is named as president."""
        if not party.unnamed:
            return self._named_at[party.name]
        noun = party.noun
        if noun and noun not in self._holding:
            self._holding[noun] = [
                t.index for t in self._told.all
                if not t.party.unnamed and t.party.kind == "person"
                and f" {noun} " in f" {(t.party.office or '').lower()} "
            ]  # fmt: skip
        return self._holding.get(noun, ())

    def _is_another(self, token: Token, told: Told, gender: str) -> bool:
        """Whether grammar forbids that the pronoun means whom its own sentence tells before it."""
        if joined_to_own(token, told.index):
            return False
        if token.doc[told.index].is_ancestor(token) and not told.subject:
            return True  # 'the man he had overthrown'
        if gender and is_owned_alike(token, told.index):
            return True  # 'her lawyer said she was ill'
        if gender and is_spoken_of(token, told.index):
            return True  # 'X took bribes, he said'
        if gender and dies_in_report(token, told.index):
            return True
        return self._same_clause_object(token, told)

    def _is_done_by_named(self, token: Token) -> bool:
        """Whether a named person does it to him: 'Silva thanked him', and no officer."""
        if token.dep_ not in ("dobj", "dative"):
            return False
        doing = {subject.i for subject in subjects(token.head)}
        return any(
            t.party.kind == "person" and not t.party.unnamed for t in self._told.at(doing)
        )

    def _same_clause_object(self, token: Token, told: Told) -> bool:
        """'He' cannot be the object of its own verb: 'he met X'."""
        if token.dep_ in ("dobj", "dative") and token.doc[told.index] in subjects(token.head):
            return True
        return token.dep_ == "dobj" and told.subject and told.index > token.head.i - 8 and any(
            other.index < told.index for other in self._told.in_sentence(told.sentence)
        )

    def _beside(self, token: Token) -> frozenset[str]:
        """The states told in what the verb does, whose subject the token is: not its own."""
        if token.dep_ not in NOUN_SUBJECTS:
            return frozenset()
        verb = token.head
        within = {
            t.i for c in verb.rights if c.dep_ in _OTHERS for t in _phrase(c)
            if t.dep_ != "poss" or t.head.lemma_.lower() not in _OWN
        }  # fmt: skip
        return frozenset(
            told.party.country
            for told in self._told.at(within)
            if told.party.country and told.party.kind == "country"
        )


def _phrase(head: Token) -> Iterator[Token]:
    """A noun or preposition and what hangs on it, but for clauses."""
    yield head
    for child in head.children:
        if child.pos_ not in PREDICATES:
            yield from _phrase(child)
