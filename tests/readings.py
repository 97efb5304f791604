"""Coding with told readings in place of the network's: what the rules make of what it may read."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date

from spacy.tokens import Doc, Span

from dragoman import Article, Coder, Mention
from dragoman.analysis import Analysis
from dragoman.events.proposal import Proposal


@dataclass(frozen=True, slots=True)
class Reading:
    """One event as a network may read it: its word, type, mode and the phrases of its parties."""

    word: str
    event: str
    mode: str | None = None
    actors: tuple[str, ...] = ()
    recipients: tuple[str, ...] = ()
    status: str = "occurred"


def coded_as(coder: Coder, text: str, *readings: Reading) -> list[Mention]:
    """The mentions that the coder makes of a text in which these events were read."""

    def read(analysis: Analysis) -> tuple[Proposal, ...]:
        return tuple(_proposal(analysis.doc, reading) for reading in readings)

    told = Coder(stages=replace(coder.stages, typer=read))
    return told.code(Article(text, published=date(2026, 11, 11)))


def _proposal(doc: Doc, reading: Reading) -> Proposal:
    trigger = next(token for token in doc if token.text == reading.word)
    return Proposal(
        trigger,
        reading.event,
        reading.mode,
        0.9,
        status=reading.status,  # type: ignore[arg-type]  # a status's name
        sureness=0.9,
        actors=tuple(_phrase(doc, words) for words in reading.actors),
        recipients=tuple(_phrase(doc, words) for words in reading.recipients),
    )


def _phrase(doc: Doc, words: str) -> Span:
    start = doc.text.index(words)
    span = doc.char_span(start, start + len(words))
    assert span is not None
    return span
