"""Logistic fits of few figures: how likely something is right."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray

Table = NDArray[np.float64]
_ROUNDS = 500
_STILL = 1e-6


def fit(
    figures: Table, right: Sequence[bool], start: Sequence[float], ridge: float
) -> tuple[float, ...]:
    """The weight of each figure, and an intercept last, to four places.

    Args:
        figures: one row a case, one column a figure.
        right: whether each case is right.
        start: weights and intercept, from which it departs as little as the cases allow.
        ridge: how strongly it is held to the start.
    """
    inputs = np.hstack([figures, np.ones((len(figures), 1))])
    found = begin = np.array(start, dtype=float)
    for _ in range(_ROUNDS):
        given = 1 / (1 + np.exp(-(inputs @ found)))
        slope = inputs.T @ (np.array(right, dtype=float) - given) - ridge * (found - begin)
        bend = inputs.T @ (inputs * (given * (1 - given))[:, None]) + ridge * np.eye(len(begin))
        step = np.linalg.solve(bend, slope)
        found = found + np.clip(step, -0.5, 0.5)
        if np.abs(step).max() < _STILL:
            break
    return tuple(round(float(weight), 4) for weight in found)
