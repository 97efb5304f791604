"""Whose words paragraphs of mere quotation are: 'The mayor said:' stands above them."""

from __future__ import annotations

from spacy.tokens import Span, Token

from dragoman.analysis import Analysis
from dragoman.analysis.grammar import STATING, subjects

_ISSUING = STATING | frozenset("issue release publish make read give deliver".split())
_QUOTES = ('"', "“")


class Statements:
    """The statements of a document that stand in it without quotation marks.

    Args:
        analysis: the article.
    """

    def __init__(self, analysis: Analysis) -> None:
        self._analysis = analysis
        self._doc = analysis.doc

    def told_above(self, word: Token) -> Token | None:
        """Whose words paragraphs of mere quotation are: 'The mayor said:' stands above them."""
        number = self._analysis.paragraph_of(word.idx)
        while number and self._text(number).lstrip().startswith(_QUOTES):
            number -= 1
            if self._text(number).rstrip().endswith(":"):
                return self._teller(number)
        return None

    def _text(self, number: int) -> str:
        start, end = self._analysis.paragraphs[number]
        return self._analysis.article.text[start:end]

    def _last(self, number: int) -> Span | None:
        """The last sentence of a paragraph."""
        told = self._analysis.words_of(number)
        return None if told is None or not len(told) else told[-1].sent

    def _teller(self, number: int) -> Token | None:
        """Who is told to say or issue what stands below a paragraph."""
        sentence = self._last(number)
        verbs = [t for t in sentence or () if t.lemma_ in _ISSUING and t.pos_ == "VERB"]
        told = (who for verb in reversed(verbs) for who in subjects(verb))
        return next(told, None)
