"""The sentences of a document by number, read once."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence
from functools import cached_property

from spacy.tokens import Doc, Span, Token


class Sentences:
    """The sentences of a document, and which of them a token stands in.

    Args:
        doc: the document.
    """

    def __init__(self, doc: Doc) -> None:
        self._doc = doc
        self._spans = tuple(doc.sents)
        self._numbers = [n for n, s in enumerate(self._spans) for _ in range(s.start, s.end)]

    def __len__(self) -> int:
        return len(self._spans)

    def __iter__(self) -> Iterator[Span]:
        return iter(self._spans)

    def __getitem__(self, number: int) -> Span:
        return self._spans[number]

    def number(self, token: Token) -> int:
        """The number of the token's sentence, from 0."""
        return self._numbers[token.i]

    def with_words(self, after: int, before: int) -> Sequence[int]:
        """The numbers of the sentences between two others that hold words, in order."""
        worded = self._worded
        return worded[bisect_right(worded, after) : bisect_left(worded, before)]

    def saying(self, words: frozenset[str]) -> frozenset[int]:
        """The numbers of the sentences that hold one of the words, which are in small letters."""
        return frozenset(n for word in words for n in self._of_word.get(word, ()))

    @cached_property
    def _worded(self) -> tuple[int, ...]:
        return tuple(dict.fromkeys(self.number(token) for token in self._doc if token.is_alpha))

    @cached_property
    def _of_word(self) -> dict[str, list[int]]:
        found: dict[str, list[int]] = {}
        for token in self._doc:
            found.setdefault(token.lower_, []).append(self.number(token))
        return found
