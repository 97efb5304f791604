"""Who issued a text that is a statement, in which no marks stand around the words.

'The ministry issued the following statement', 'Statement by the prime minister'.
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import cached_property

from spacy.tokens import Span, Token

from dragoman.analysis import Analysis
from dragoman.analysis.grammar import STATING, prepositional, subjects

_STATEMENTS = frozenset(
    "statement readout communique communiqué declaration release remarks briefing".split()
)
_ISSUING = STATING | frozenset("issue release publish make read give deliver".split())
_FOLLOWING = "following"
_HEADS = 3  # paragraphs in which the headline of a statement stands
_QUOTES = ('"', "“")


class Statements:
    """The statements of a document that stand in it without quotation marks.

    Args:
        analysis: the article.
    """

    def __init__(self, analysis: Analysis) -> None:
        self._analysis = analysis
        self._doc = analysis.doc

    def issuers(self, word: Token) -> Iterator[Token]:
        """The heads of who may have issued the statement around a word, the likeliest first."""
        number = self._analysis.paragraph_of(word.idx)
        opened = [who for at, who in self._openings if at < number]
        yield from (*opened[-1:], *self._headed)

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
        return next((who for who in told if who.lower_ != _FOLLOWING), None)

    @cached_property
    def _openings(self) -> tuple[tuple[int, Token], ...]:
        """The paragraphs that announce 'the following', and who is told to say or issue it."""
        found = []
        for number in range(len(self._analysis.paragraphs) - 1):
            sentence = self._last(number)
            following = any(t.lower_ == _FOLLOWING for t in sentence or ())
            closed = self._text(number).rstrip().endswith((":", f"{_FOLLOWING}."))
            if following and closed and (who := self._teller(number)) is not None:
                found.append((number, who))
        return tuple(found)

    @cached_property
    def _headed(self) -> tuple[Token, ...]:
        """Whose statement the headline calls the text: 'Statement *by the premier*'."""
        found: list[Token] = []
        for number in range(min(_HEADS, len(self._analysis.paragraphs))):
            line = self._analysis.words_of(number)
            if line is None or self._text(number).rstrip().endswith("."):
                continue
            nouns = [t for t in line if t.lower_ in _STATEMENTS]
            colon = next((t.i for t in line if t.text == ":"), line.start)
            if nouns and line.start < colon < nouns[0].i:
                found.append(self._doc[line.start : colon].root)
            found += (by for noun in nouns for by in prepositional(noun, "by", "from", "of"))
        return tuple(found)
