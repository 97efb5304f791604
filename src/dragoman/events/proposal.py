"""What a typer says of a sentence: which words report which events."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Protocol

from spacy.tokens import Span, Token

from dragoman.analysis import Analysis
from dragoman.mention import Status

TypeAndMode = tuple[str, str | None]
"""A PLOVER type, and its mode or None."""


@dataclass(frozen=True, slots=True)
class Proposal:
    """One event proposed at one word.

    Attributes:
        trigger: the word that reports it.
        event: PLOVER type.
        mode: PLOVER mode or None.
        confidence: 0 to 1: how likely the event and its type are right.
        status: whether it happened, as the typer judges.
        sureness: 0 to 1: how sure the typer is of the status; where it is not, the words decide.
        actors: the phrases that name who does it.
        recipients: the phrases that name whom it is directed at.
        contexts: PLOVER contexts of the sentence, most telling first.
        wholeness: 0 to 1: how likely status, actors and recipients are right, if the type is; None
            where the typer does not tell.
    """

    trigger: Token
    event: str
    mode: str | None
    confidence: float
    status: Status = "occurred"
    sureness: float = 0.0
    actors: tuple[Span, ...] = ()
    recipients: tuple[Span, ...] = ()
    contexts: tuple[str, ...] = ()
    wholeness: float | None = None

    @property
    def kind(self) -> TypeAndMode:
        """Its type and mode together."""
        return self.event, self.mode


class Typer(Protocol):
    """Finds the events of an article; the encoder is one."""

    def __call__(self, analysis: Analysis) -> tuple[Proposal, ...]:
        """The proposals for every sentence that is to be coded, in order of their triggers."""
        ...
