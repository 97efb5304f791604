"""Whether a text is still about somebody, so that 'he' or 'she' may mean him or her."""

from __future__ import annotations

from collections.abc import Iterator

from spacy.tokens import Token

from dragoman.actors.fitting import is_man_or_woman
from dragoman.actors.party import Party, Told
from dragoman.actors.told_parties import ToldParties
from dragoman.analysis.grammar import NOUN_SUBJECTS, subjects
from dragoman.analysis.layout import layout_of

MALE = frozenset({"he", "him", "his", "himself"})
FEMALE = frozenset({"she", "her", "hers", "herself"})
_OBJECTS = ("dobj", "dative")
_BACK = 2  # sentences


class Topic:
    """Tells whom a pronoun may mean among the parties told before.

    Args:
        told: the parties that the text tells by name or noun.
    """

    def __init__(self, told: ToldParties) -> None:
        self._told = told
        self._number = told.sentences.number
        self._saying = {"m": told.sentences.saying(MALE), "f": told.sentences.saying(FEMALE)}

    def has_left(self, told: Told, token: Token, gender: str) -> bool:
        """Whether the text has turned to others since it told of somebody sentences before."""
        alike = told.subject or told.party.unnamed or token.dep_ not in NOUN_SUBJECTS
        far = self._number(token) - told.sentence > (1 if alike else 0)
        return far and not self._is_still_meant(told, token, gender)

    def _is_still_meant(self, told: Told, token: Token, gender: str) -> bool:
        """Whether the text still is about somebody told in an earlier sentence.

        Each sentence between says 'he' or 'the minister' too, or nobody else is told since, or as
        a subject of the paragraph.
        """
        between = self._told.sentences.with_words(told.sentence, self._number(token))
        said = self._saying[gender]
        if between and all(n in said or self._is_renamed(told, n) for n in between):
            return True
        start = layout_of(token.doc).break_before(token.i) or 0
        if not told.subject:  # in passing, beside whom the paragraph is about
            back = self._number(token) - told.sentence
            sure = told.party.gender == gender and token.dep_ in _OBJECTS
            if sure and 1 < back <= _BACK:  # to whom else could it be done?
                return not any(True for _ in self._others(told, told.index, token, gender))
            near = back <= 1
            return near and not any(
                t.subject and not t.party.unnamed and (
                    not told.party.gender or t.party.gender == told.party.gender
                )
                for t in self._others(told, min(start, told.index), token, gender)
            )
        if not any(True for _ in self._others(told, told.index, token, gender)):
            return True
        return told.index >= start and not any(
            t.subject for t in self._others(told, start, token, gender)
        )

    def _is_renamed(self, told: Told, number: int) -> bool:
        return any(_may_rename(other, told) for other in self._told.in_sentence(number))

    def _others(self, told: Told, since: int, token: Token, gender: str) -> Iterator[Told]:
        """Others whom the pronoun may mean, told from an index on before the token; last first."""
        for other in reversed(self._told.between(since, token.i)):
            apart = other.party.name != told.party.name and not _may_rename(other, told)
            apart = apart and not _does_it_to(token.doc[other.index], token)
            if apart and _may_be(other.party, gender):
                yield other

    def is_one_of_many(self, told: Told, gender: str) -> bool:
        """Whether it is told in passing, beside another whom the pronoun may mean as well."""
        return not told.subject and any(
            other.party.name != told.party.name
            and _may_be(other.party, gender)
            and not other.party.unnamed
            and (not told.party.gender or other.party.gender == told.party.gender)
            for other in self._told.in_sentence(told.sentence)
        )


def _does_it_to(noun: Token, token: Token) -> bool:
    """Whether the noun's does to the pronoun's what the verb says: '*Sethi* accused her'."""
    return token.dep_ in _OBJECTS and noun in subjects(token.head)


def _may_be(party: Party, gender: str) -> bool:
    """Whether 'he' or 'she' may mean the party."""
    return (party.kind == "person" or is_man_or_woman(party)) and party.gender in ("", gender)


def _may_rename(other: Told, told: Told) -> bool:
    """Whether 'the minister' may mean a person told before, by his office."""
    noun, office = other.party.noun, (told.party.office or told.party.noun).lower()
    return other.party.unnamed and noun != "" and f" {noun} " in f" {office} "
