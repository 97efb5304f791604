"""An event with its parties, as the events stage hands it on."""

from __future__ import annotations

from dataclasses import dataclass

from spacy.tokens import Token

from dragoman.events.proposal import TypeAndMode
from dragoman.events.stops import Stop
from dragoman.mention import Entity, Magnitudes, Status


@dataclass(frozen=True, slots=True)
class CodedEvent:
    """An event of the article, before its standing, time and place are known.

    ``status``, ``sureness`` and ``wholeness`` are the typer's judgement; see `Proposal`. ``stop``
    is the part of the sentence that tells of it alone, where a verb is told once for several; see
    `Stop`.
    """

    trigger: Token
    event: str
    mode: str | None
    actors: tuple[Entity, ...]
    recipients: tuple[Entity, ...]
    contexts: tuple[str, ...]
    magnitudes: Magnitudes
    confidence: float
    status: Status
    sureness: float
    wholeness: float | None
    stop: Stop | None = None
    word: Token | None = None
    """The word that a later stop is shown at; None for the trigger."""

    @property
    def kind(self) -> TypeAndMode:
        """Its type and mode together."""
        return self.event, self.mode
