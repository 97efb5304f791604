"""Whose words stand around a pronoun of the first person: 'we', 'our'."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from functools import cached_property

from spacy.tokens import Token

from dragoman.actors.interviews import Interview
from dragoman.actors.people import People
from dragoman.actors.statements import Statements
from dragoman.analysis import Analysis, Quotation
from dragoman.analysis.grammar import STATING

SAYING = STATING | frozenset(
    "note warn stress write declare conclude insist argue reply assure".split()
)
"""Verbs that stand beside quoted words."""


class Voices:
    """Finds who says what a document quotes.

    Args:
        analysis: the article.
        people: its persons.
    """

    def __init__(self, analysis: Analysis, people: People) -> None:
        self._analysis = analysis
        self._doc = analysis.doc
        self._people = people
        self._interview = Interview(analysis, people)
        self._statements = Statements(analysis)

    def speakers(self, pronoun: Token) -> Iterator[Token]:
        """The heads of the phrases of who may say the words around it, the likeliest first."""
        quotation = self._analysis.quotation_around(pronoun)
        beside = None if quotation is None else self._beside(quotation)
        if (told := beside or self._statements.told_above(pronoun)) is not None:
            yield told
        elif quotation is None and (answering := self._interview.who_answers(pronoun)) is not None:
            yield answering
        elif quotation is None:
            yield from self._statements.issuers(pronoun)

    def _beside(self, quotation: Quotation) -> Token | None:
        """Who is told to say what is quoted, in its paragraph."""
        paragraph = self._analysis.paragraph_of(quotation.start)
        outside = [
            token
            for token in self._sayers.get(paragraph, ())
            if not quotation.start <= token.idx < quotation.end
        ]
        return min(
            outside,
            key=lambda t: min(abs(t.idx - quotation.end), abs(t.idx - quotation.start)),
            default=None,
        )

    @cached_property
    def _sayers(self) -> Mapping[int, Sequence[Token]]:
        """The subjects of verbs of saying, by number of the paragraph."""
        found: dict[int, list[Token]] = {}
        for token in self._doc:
            if token.dep_ == "nsubj" and token.head.lemma_ in SAYING:
                found.setdefault(self._analysis.paragraph_of(token.idx), []).append(token)
        return found
