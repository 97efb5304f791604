"""The day of what somebody says he will not do: it is not the day on which he says so."""

from __future__ import annotations

from spacy.tokens import Token

from dragoman.analysis.grammar import auxiliaries
from dragoman.times.clauses import clause_dated, hangs_below

_WILL = frozenset({"will", "wo", "'ll", "’ll"})


def is_of_refused(trigger: Token, time: Token) -> bool:
    """Whether the time is of what the trigger itself puts ahead: 'will not reopen it on *Friday*'.

    The refusal has occurred, and not then.
    """
    helpers = {helper.lower_ for helper in auxiliaries(trigger)}
    if not helpers & _WILL or "have" in helpers:
        return False
    return clause_dated(time).i == trigger.i or hangs_below(time, trigger)
