"""How much of an article reports events, and what that says of each of its readings.

The network was trained on sentences of which nearly two in three report an event, and judges each
alone. In a report on a war that is about right; in a piece on a singer, a tram or a share price
hardly any sentence does, and what looks like an event there most often is none. The share of an
article's sentences that report one is estimated from the network's own chances, by the procedure of
Saerens, Latinne and Decaestecker (2002, "Adjusting the outputs of a classifier to new a priori
probabilities", Neural Computation 14), and each chance is then put right by it.
"""

from __future__ import annotations

from collections.abc import Sequence
from math import tanh

import numpy as np

_TRAINED = 0.64
"""Share of the training corpus's sentences that report an event."""
USUAL = 0.4
"""Share in news on world affairs, where a reading's confidence holds as it is: the mean of
the articles in ``examples/news``."""
_WEIGHT = 10.0
"""Sentences that the usual share weighs as much as: a text of a few lines is little evidence."""
_LEAST, _MOST = 0.02, 0.999
"""No sentence is surer than this to report an event or not."""
_ROUNDS = 100
_STILL = 1e-5


def prevalence(chances: Sequence[float]) -> float:
    """The share of an article's sentences that report an event, 0 to 1.

    Args:
        chances: of each sentence the network's chance that it reports one.
    """
    bounded = np.clip(np.asarray(chances, dtype=float), _LEAST, _MOST)
    odds = bounded / (1 - bounded) / _odds(_TRAINED)
    share = USUAL
    for _ in range(_ROUNDS):
        raised = odds * _odds(share)
        found = float((raised / (1 + raised)).sum())
        before, share = share, (found + _WEIGHT * USUAL) / (odds.size + _WEIGHT)
        if abs(share - before) < _STILL:
            break
    return share


def in_its_article(chance: float, share: float) -> float:
    """A chance of one sentence's reading, put right by the share of sentences with an event.

    Args:
        chance: 0 to 1, as if the sentence stood in news on world affairs.
        share: the article's `prevalence`; above that of the training corpus it counts as that.
    """
    if not 0 < chance < 1:
        return chance
    odds = _odds(chance) * _odds(min(share, _TRAINED)) / _odds(USUAL)
    return odds / (1 + odds)


def chance_of(log_odds: float) -> float:
    """The chance, 0 to 1, that log-odds stand for."""
    return (1 + tanh(log_odds / 2)) / 2


def _odds(chance: float) -> float:
    return chance / (1 - chance)
