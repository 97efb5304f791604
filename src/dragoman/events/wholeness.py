"""How likely an event is right in all its parts, once its type is.

A reading's confidence is of trigger and type alone. Whether status, actors and recipients are right
as well, the network's own chances tell: three figures, weighed as `Settings.wholeness` says, which
`training.wholeness` sets on held-out sentences, where whole mentions are held against their rows.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from math import exp, log

import numpy as np

from dragoman.events.prevalence import chance_of
from dragoman.events.reading import Chars, Wholeness, overlap
from dragoman.events.settings import Floats

_LEAST = 1e-4
_UNTOLD = 0.9
"""Counts for a side of which no phrase is read."""


def wholeness(
    status: float, sides: Iterable[tuple[Floats, Sequence[Chars]]], spans: Sequence[Chars]
) -> Wholeness:
    """How sure the network is of an event's parts.

    Args:
        status: its chance of the status read.
        sides: of actors and of recipients every word's chance to be one, and the phrases read.
        spans: the characters of each word.
    """
    phrases, words = 0.0, 0.0
    for chances, found in sides:
        phrases += _log_odds(min((_best(one, chances, spans) for one in found), default=_UNTOLD))
        words += float(np.log(np.maximum(chances, 1 - chances)).sum())
    return Wholeness(_log_odds(status), phrases, _log_odds(exp(words)))


def chance_of_all(whole: Wholeness, weights: Sequence[float]) -> float:
    """The chance, 0 to 1, that the parts are right; a weight for each figure, and an intercept."""
    status, phrases, words, intercept = weights
    told = status * whole.status + phrases * whole.phrases + words * whole.words
    return chance_of(told + intercept)


def _best(phrase: Chars, chances: Floats, spans: Sequence[Chars]) -> float:
    """The chance of the phrase's likeliest word."""
    rated: Iterable[tuple[float, Chars]] = zip(chances.tolist(), spans, strict=True)
    return max(chance for chance, span in rated if overlap(span, phrase))


def _log_odds(chance: float) -> float:
    bounded = min(max(chance, _LEAST), 1 - _LEAST)
    return log(bounded / (1 - bounded))
