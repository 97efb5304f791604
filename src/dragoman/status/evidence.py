"""The words that decided a standing, noted as they are found."""

from __future__ import annotations

from spacy.tokens import Token

from dragoman.mention import Certainty, Cue, Status


class Evidence:
    """What is noted of one event.

    Attributes:
        cues: the words, in the order in which they were found; none twice.
    """

    def __init__(self) -> None:
        self.cues: list[Cue] = []

    def status(self, token: Token, status: Status | None, why: str) -> Status | None:
        """Note that ``token`` tells the status, if it tells any; gives the status back."""
        if status is not None:
            self._note(token, "status", f"{status}: {why}")
        return status

    def certainty(self, token: Token, certainty: Certainty) -> Certainty:
        """Note that ``token`` tells the certainty; gives it back."""
        self._note(token, "certainty", certainty)
        return certainty

    def _note(self, token: Token, field: str, why: str) -> None:
        cue = Cue(token.text, token.idx, token.idx + len(token.text), field, why)
        if cue not in self.cues:
            self.cues.append(cue)
