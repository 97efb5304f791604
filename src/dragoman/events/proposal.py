"""What a typer says of a sentence: which words report which events."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Protocol

from spacy.tokens import Span, Token

from dragoman.analysis import Analysis
from dragoman.mention import Certainty, Status


@dataclass(frozen=True, slots=True)
class Proposal:
    """One event proposed at one word.

    Attributes:
        trigger: the word that reports it.
        event: PLOVER type.
        mode: PLOVER mode or None.
        confidence: 0 to 1.
        status: the typer's own judgement, or None where it leaves that to the grammar.
        certainty: likewise.
        actors: the words it takes for actors, or None where it leaves that to the grammar.
        recipients: likewise.
        inner: the event that a refusal, demand or threat is about, if one was read.
    """

    trigger: Token
    event: str
    mode: str | None
    confidence: float
    status: Status | None = None
    certainty: Certainty | None = None
    actors: tuple[Span, ...] | None = None
    recipients: tuple[Span, ...] | None = None
    inner: Proposal | None = None


class Typer(Protocol):
    """Finds the events of an article; the lexicon and the encoder are both such."""

    def __call__(self, analysis: Analysis) -> tuple[Proposal, ...]:
        """The proposals for every sentence that is to be coded, in order of their triggers."""
        ...
