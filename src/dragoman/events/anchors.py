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


def head_of(mention: Mention, analysis: Analysis) -> Token | None:
    """The head of a mention's trigger; None where the parse has no such words."""
    start, end = mention.trigger.start, mention.trigger.end
    span = analysis.doc.char_span(start, end, alignment_mode="expand")
    return span.root if span is not None else None


def token_at(analysis: Analysis, offset: int) -> Token | None:
    """The word that holds a character of the text; None where none does."""
    span = analysis.doc.char_span(offset, offset + 1, alignment_mode="expand")
    return span[0] if span is not None and len(span) else None
