"""Did it happen: the status and certainty of an event, read from the words around its trigger."""

from __future__ import annotations

from dataclasses import dataclass

from spacy.tokens import Token

from dragoman.analysis import Analysis
from dragoman.mention import Certainty, Cue, Status
from dragoman.status.climb import Climb
from dragoman.status.cues import CueTables
from dragoman.status.evidence import Evidence
from dragoman.status.hedges import hedge_on


@dataclass(frozen=True, slots=True)
class Standing:
    """How an event stands.

    Attributes:
        status: whether it happened.
        certainty: the hedges on it; ``asserted`` where there are none (who says so is found apart).
        cues: the words that decided.
        stated: False where no word told the status and it is the default for such a trigger.
    """

    status: Status
    certainty: Certainty
    cues: tuple[Cue, ...]
    stated: bool


class Judge:
    """Judges the standing of triggers; see `Climb` and `hedge_on`."""

    def __init__(self, tables: CueTables | None = None) -> None:
        self._tables = tables or CueTables()

    def __call__(self, analysis: Analysis, trigger: Token, event: str) -> Standing:
        """Judge the event of type ``event`` that ``trigger`` reports."""
        evidence = Evidence()
        status = Climb(analysis, self._tables, event, evidence).status(trigger)
        certainty = hedge_on(trigger, event, self._tables, evidence)
        return Standing(status or "occurred", certainty, tuple(evidence.cues), status is not None)
