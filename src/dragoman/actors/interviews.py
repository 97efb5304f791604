"""Who is asked in an interview of questions and answers, whose lines are marked: 'Q:', 'A:'."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cached_property

from spacy.tokens import Token

from dragoman.actors.people import People
from dragoman.analysis import Analysis
from dragoman.analysis.grammar import NOUN_SUBJECTS

_QUESTION = re.compile(r"\s*(?:Q|Question)\s*[:.]\s")
_ANSWER = re.compile(r"\s*(?:A|Answer)\s*[:.]\s")
_SPEAKING = frozenset("speak talk tell answer say sit discuss give interview".split())
_WITH = frozenset({"with", "to", "of"})
_LONGEST_ADDRESS = 6  # tokens of 'Mr Silva,' at the head of a question, with its label


class Interview:
    """An interview, as far as a text is one.

    Args:
        analysis: the article.
        people: its persons.
    """

    def __init__(self, analysis: Analysis, people: People) -> None:
        self._analysis = analysis
        self._doc = analysis.doc
        self._people = people

    def who_answers(self, word: Token) -> Token | None:
        """The name of the one asked, where the word stands in an answer of his; else None."""
        return self._asked if self._part(word) == "A" else None

    def who_is_asked(self, word: Token) -> Token | None:
        """The name of the one asked, where the word stands in a question to him; else None."""
        return self._asked if self._part(word) == "Q" else None

    def _part(self, word: Token) -> str:
        """Whether a word stands in a question or an answer; empty where in neither."""
        return self._parts.get(self._analysis.paragraph_of(word.idx), "")

    @cached_property
    def _parts(self) -> dict[int, str]:
        """Question or answer, by number of the paragraph; none of a text that has not both."""
        text, parts, now = self._analysis.article.text, dict[int, str](), ""
        for number, (start, end) in enumerate(self._analysis.paragraphs):
            line = text[start:end]
            now = "Q" if _QUESTION.match(line) else "A" if _ANSWER.match(line) else now
            parts[number] = now
        return parts if {"Q", "A"} <= set(parts.values()) else {}

    @cached_property
    def _asked(self) -> Token | None:
        """Who is told before the first question to speak, or whom a question names first."""
        return next(self._told_to_speak(), None) or next(self._addressed(), None)

    def _told_to_speak(self) -> Iterator[Token]:
        """'Minister *Silva* spoke to us', 'an interview with *Silva*'."""
        for token in self._doc:
            if self._part(token):
                return
            if token.i not in self._people.runs:
                continue
            over = token.head
            linked = token.dep_ == "pobj" and over.lower_ in _WITH
            told = token.dep_ in (*NOUN_SUBJECTS, "dobj") or linked
            if told and (over.head if linked else over).lemma_.lower() in _SPEAKING:
                yield token

    def _addressed(self) -> Iterator[Token]:
        """'Q: *Mr Silva*, will you sign?'."""
        for number, part in self._parts.items():
            line = self._analysis.words_of(number)
            if part != "Q" or line is None:
                continue
            begun = line[:_LONGEST_ADDRESS]
            comma = next((t.i for t in begun if t.text == ","), line.start)
            yield from (t for t in self._doc[line.start : comma] if t.i in self._people.runs)
