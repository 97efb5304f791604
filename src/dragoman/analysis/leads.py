"""The headline over a text, and the lead: the sentence in which its news is told once more."""

from __future__ import annotations

import re

from spacy.tokens import Span

from dragoman.analysis.analysis import Analysis, is_headline
from dragoman.letters import fold

_TOP = 3  # sentences, of which a kicker or a byline may stand over the headline
_NEAR = 8  # sentences from the top in which the lead stands, under bylines and summaries
_LEAST = 6  # words of a lead
_WORD = re.compile(r"\w+")


def headline_of(analysis: Analysis) -> Span | None:
    """What stands over the text as its headline; None where the text begins with a sentence.

    That is the article's title, with whatever mark it ends, else what is set as a headline.
    """
    title = _words(analysis.article.title or "")
    for sentence in analysis.sentences[:_TOP]:
        if title and _words(sentence.text) == title:
            return sentence
    first = next(iter(analysis.sentences), None)
    return first if first is not None and is_headline(first) else None


def lead_of(analysis: Analysis, headline: Span) -> Span | None:
    """The first sentence under the headline that is none itself, nor a byline or a date."""
    for sentence in analysis.sentences[:_NEAR]:
        if sentence.start <= headline.start or is_headline(sentence):
            continue
        if sum(token.is_alpha for token in sentence) >= _LEAST:
            return sentence
    return None


def _words(text: str) -> list[str]:
    return _WORD.findall(fold(text))
