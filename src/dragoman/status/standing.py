"""Did it happen: the status and certainty of an event, read from the words around its trigger."""

from __future__ import annotations

from dataclasses import dataclass

from spacy.tokens import Token

from dragoman.analysis import Analysis
from dragoman.analysis.grammar import auxiliaries, subjects
from dragoman.mention import DONE, STATUSES, Certainty, Cue, Status
from dragoman.status.climb import Climb
from dragoman.status.crowds import tried_in_protest
from dragoman.status.cues import CueTables
from dragoman.status.evidence import Evidence
from dragoman.status.hedges import hedge_on
from dragoman.status.questions import asked, presupposed

_STRIKING = frozenset("hit strike kill wound rock shake rip".split())
_OFTEN = frozenset("daily nightly constant continued continuing continuous again still".split())
_NOT_DONE = frozenset(STATUSES).difference(DONE)


@dataclass(frozen=True, slots=True)
class Standing:
    """How an event stands.

    Attributes:
        status: whether it happened.
        certainty: the hedges on it; ``asserted`` where there are none (who says so is found apart).
        cues: the words that decided.
        stated: False where no word told the status and it is the default for such a trigger.
        excluded: the statuses that the words rule out, however sure the typer is of one.
    """

    status: Status
    certainty: Certainty
    cues: tuple[Cue, ...]
    stated: bool
    excluded: frozenset[Status]


class Judge:
    """Judges the standing of triggers; see `Climb` and `hedge_on`."""

    def __init__(self, tables: CueTables | None = None) -> None:
        self._tables = tables or CueTables()

    def __call__(self, analysis: Analysis, trigger: Token, event: str) -> Standing:
        """Judge the event of type ``event`` that ``trigger`` reports."""
        evidence = Evidence()
        status = _by_question(trigger, evidence) or _by_crowd(trigger, event, evidence)
        status = status or Climb(analysis, self._tables, event, evidence).status(trigger)
        if status != "possible" and any(map(_is_named_may, (*subjects(trigger), *trigger.lefts))):
            evidence.excluded |= {"possible"}
        _by_blow(trigger, event, evidence)
        certainty = hedge_on(trigger, event, self._tables, evidence)
        return Standing(
            status or "occurred",
            certainty,
            tuple(evidence.cues),
            status is not None,
            evidence.excluded,
        )


def _is_named_may(word: Token) -> bool:
    """Whether it is somebody of that name: 'Theresa May met the king' is no mere possibility."""
    return word.text == "May" and word.tag_ == "NNP"


def _by_question(trigger: Token, evidence: Evidence) -> Status | None:
    """The status of what a direct question asks about or takes as done; None outside of one."""
    if (mark := asked(trigger)) is not None:
        evidence.excluded = frozenset(STATUSES) - {"possible"}
        return evidence.status(mark, "possible", "asked")
    if (did := presupposed(trigger)) is not None:
        evidence.excluded = _NOT_DONE
        return evidence.status(did, "occurred", "presupposed")
    return None


def _by_blow(trigger: Token, event: str, evidence: Evidence) -> None:
    """Rules out that fire goes on which one verb in the present lets strike: 'fire *hits* a town'.

    Headlines tell so of what has been; what strikes daily goes on.
    """
    verb = trigger.head
    if event != "ASSAULT" or trigger.dep_ != "nsubj" or verb.lemma_ not in _STRIKING:
        return
    often = any(c.lower_ in _OFTEN for word in (trigger, verb) for c in word.children)
    if verb.tag_ == "VBZ" and not auxiliaries(verb) and not often:
        evidence.excluded |= {"ongoing"}


def _by_crowd(trigger: Token, event: str, evidence: Evidence) -> Status | None:
    """The status of a protest in which something was only tried; None for all else."""
    tried = tried_in_protest(trigger) if event == "PROTEST" else None
    if tried is None:
        return None
    evidence.excluded = _NOT_DONE
    return evidence.status(tried, "occurred", "tried in a protest")
