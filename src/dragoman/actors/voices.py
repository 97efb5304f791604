"""Whose words stand around a pronoun of the first person: 'we', 'our'."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from functools import cached_property

from spacy.tokens import Token

from dragoman.actors.people import People
from dragoman.analysis import Analysis
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

    def speaker(self, pronoun: Token) -> Token | None:
        """The head of the phrase of who says the words around the pronoun, or None."""
        quotation = self._analysis.quotation_around(pronoun)
        if quotation is None:
            return self._label(pronoun)
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
