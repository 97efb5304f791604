"""Where the mentions of an article stand in its parse: their sentences and their words."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence

from spacy.tokens import Token

from dragoman.analysis import Analysis
from dragoman.mention import Mention


def by_sentence(mentions: Sequence[Mention], analysis: Analysis) -> dict[int, list[Mention]]:
    """The mentions by the number of their sentence, which counts from 1 in the whole text."""
    starts = [sentence.start_char for sentence in analysis.doc.sents]
    told: dict[int, list[Mention]] = {}
    for mention in mentions:
        told.setdefault(bisect_right(starts, mention.trigger.start), []).append(mention)
    return told


def trigger_of(mention: Mention, analysis: Analysis) -> Token:
    """The word that a mention is shown at: one token of the parse that it was coded from."""
    return token_at(analysis, mention.trigger.start)


def token_at(analysis: Analysis, offset: int) -> Token:
    """The word that holds a character of a word of the text."""
    span = analysis.doc.char_span(offset, offset + 1, alignment_mode="expand")
    assert span is not None  # 'expand' always finds tokens inside the text
    return span[0]
