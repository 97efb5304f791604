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
_LONGEST_LABEL = 6  # tokens of a name and its colon


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
        beside = self._label(pronoun) if quotation is None else self._beside(quotation)
        if (told := beside or self._statements.told_above(pronoun)) is not None:
            yield told
        elif quotation is None and (answering := self._interview.who_answers(pronoun)) is not None:
            yield answering
        elif quotation is None:
            yield from self._statements.issuers(pronoun)

    def addressed(self, pronoun: Token) -> Token | None:
        """The name of whom 'you' means in a question of an interview, or None."""
        quoted = self._analysis.quotation_around(pronoun) is not None
        return None if quoted else self._interview.who_is_asked(pronoun)

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

    def _label(self, pronoun: Token) -> Token | None:
        """The name before the colon that a line of an interview begins with: 'Silva: We left'."""
        start, _ = self._analysis.paragraphs[self._analysis.paragraph_of(pronoun.idx)]
        line = self._doc.char_span(start, pronoun.idx, alignment_mode="contract")
        begun = tuple(line[:_LONGEST_LABEL]) if line is not None else ()
        for token in begun[1:]:
            if token.text == ":":
                name: Token = self._doc[begun[0].i : token.i].root
                return name if name.i in self._people.runs else None
        return None

    @cached_property
    def _sayers(self) -> Mapping[int, Sequence[Token]]:
        """The subjects of verbs of saying, by number of the paragraph."""
        found: dict[int, list[Token]] = {}
        for token in self._doc:
            if token.dep_ == "nsubj" and token.head.lemma_ in SAYING:
                found.setdefault(self._analysis.paragraph_of(token.idx), []).append(token)
        return found
