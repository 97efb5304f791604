"""Whether a text is still about somebody, so that 'he' or 'she' may mean him or her."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Callable, Sequence

from spacy.tokens import Token

from dragoman.actors.fitting import is_man_or_woman
from dragoman.actors.party import Party, Told
from dragoman.analysis.grammar import NOUN_SUBJECTS

MALE = frozenset({"he", "him", "his", "himself"})
FEMALE = frozenset({"she", "her", "hers", "herself"})


class Topic:
    """Tells whom a pronoun may mean among the parties told before.

    Args:
        told: the parties that the text tells by name or noun, in order.
        number: the number of a token's sentence.
    """

    def __init__(self, told: Sequence[Told], number: Callable[[Token], int]) -> None:
        self._told = told
        self._number = number
        self._indices = [t.index for t in told]
        self._beside: dict[int, list[Told]] = {}  # by sentence
        for one in told:
            self._beside.setdefault(one.sentence, []).append(one)

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
        doc, words = token.doc, MALE if gender == "m" else FEMALE
        again = {self._number(t) for t in doc[told.index : token.i] if t.lower_ in words}
        again |= {t.sentence for t in self._since(told.index, token) if _may_rename(t, told)}
        worded = {self._number(t) for t in doc[told.index : token.i] if t.is_alpha}
        between = worded - {told.sentence, self._number(token)}
        if between and again.issuperset(between):
            return True
        start = next((i for i in range(token.i - 1, -1, -1) if "\n" in doc[i].text), 0)
        others = [
            t for t in self._since(min(start, told.index), token)
            if _may_be(t.party, gender) and t.party.name != told.party.name
            and not _may_rename(t, told)
        ]  # fmt: skip
        if not told.subject:  # in passing, beside whom the paragraph is about
            near = self._number(token) - told.sentence <= 1
            return near and not any(
                t.subject and not t.party.unnamed and (
                    not told.party.gender or t.party.gender == told.party.gender
                )
                for t in others
            )
        alone = all(t.index < told.index for t in others)
        return alone or (told.index >= start and not any(t.subject for t in others))

    def _since(self, index: int, token: Token) -> Sequence[Told]:
        """What is told from an index to the token."""
        return self._told[bisect_left(self._indices, index) : bisect_left(self._indices, token.i)]

    def is_one_of_many(self, told: Told, gender: str) -> bool:
        """Whether it is told in passing, beside another whom the pronoun may mean as well."""
        return not told.subject and any(
            other.party.name != told.party.name
            and _may_be(other.party, gender)
            and not other.party.unnamed
            and (not told.party.gender or other.party.gender == told.party.gender)
            for other in self._beside[told.sentence]
        )


def _may_be(party: Party, gender: str) -> bool:
    """Whether 'he' or 'she' may mean the party."""
    return (party.kind == "person" or is_man_or_woman(party)) and party.gender in ("", gender)


def _may_rename(other: Told, told: Told) -> bool:
    """Whether 'the minister' may mean a person told before, by his office."""
    noun, office = other.party.noun, (told.party.office or told.party.noun).lower()
    return other.party.unnamed and noun != "" and f" {noun} " in f" {office} "
