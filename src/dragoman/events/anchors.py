"""Where words and mentions stand in the parse of their article, its sentences and parties."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence

from spacy.tokens import Doc, Span, Token

from dragoman.analysis import Analysis
from dragoman.mention import Entity, Mention
from dragoman.mutuality import is_mutual


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
    return _words_at(analysis.doc, offset, offset + 1)[0]


def phrase_of(party: Entity, doc: Doc) -> Span:
    """The words that name a party."""
    return _words_at(doc, party.start, party.end)


def is_told_mutual(trigger: Token, event: str, mode: str | None) -> bool:
    """Whether those who do what the word reports do it to each other; see `is_mutual`."""
    start = trigger.idx - trigger.sent.start_char
    return is_mutual(event, mode, trigger.sent.text, (start, start + len(trigger)))


def _words_at(doc: Doc, start: int, end: int) -> Span:
    span = doc.char_span(start, end, alignment_mode="expand")
    assert span is not None  # 'expand' always finds tokens inside the text
    return span
