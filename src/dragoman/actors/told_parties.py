"""The parties that a text tells, in order, and where each stands: what is told before a word."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable, Iterator, Sequence

from spacy.tokens import Token

from dragoman.actors.party import Told
from dragoman.actors.sentences import Sentences


class ToldParties:
    """The parties of a document, found by their place without a walk over all of them.

    Attributes:
        all: the parties that the text tells by name or noun, in order.
        sentences: the document's sentences.
    """

    def __init__(self, told: Iterable[Told], sentences: Sentences) -> None:
        self.all = tuple(told)
        self.sentences = sentences
        self._indices = [t.index for t in self.all]
        self._numbers = [t.sentence for t in self.all]
        self._at: dict[int, list[Told]] = {}
        for one in self.all:
            self._at.setdefault(one.index, []).append(one)

    def __contains__(self, index: object) -> bool:
        """Whether a party is told at a token."""
        return index in self._at

    def at(self, indices: Iterable[int]) -> Iterator[Told]:
        """Those told at the tokens, in order of the text."""
        for index in sorted(indices):
            yield from self._at.get(index, ())

    def between(self, start: int, end: int) -> Sequence[Told]:
        """Those told from a token to another, exclusive."""
        return self.all[bisect_left(self._indices, start) : bisect_left(self._indices, end)]

    def before(self, token: Token, back: int | None = None) -> Sequence[Told]:
        """Those told before a token, in its sentence and so many before it; in all without."""
        first = 0 if back is None else self._first_of(self.sentences.number(token) - back)
        return self.all[first : bisect_left(self._indices, token.i)]

    def in_sentence(self, number: int) -> Sequence[Told]:
        """Those told in a sentence."""
        return self.all[self._first_of(number) : self._first_of(number + 1)]

    def _first_of(self, number: int) -> int:
        return bisect_left(self._numbers, number)
