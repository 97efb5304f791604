"""Figures: shares and F1 with their intervals, means over labels, confusion, calibration."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from math import sqrt
from typing import TypeVar

import numpy as np

T = TypeVar("T")

_Z = 1.959963984540054  # the normal quantile of a 95 % interval
_ROUNDS = 1000
_SEED = 1


@dataclass(frozen=True, slots=True)
class Figure:
    """A figure with its 95 % interval, and the number of items it is of."""

    value: float
    low: float
    high: float
    total: int


def share(right: int, total: int) -> Figure:
    """The share of ``right`` in ``total`` with its Wilson score interval (Wilson 1927)."""
    if total == 0:
        return Figure(0.0, 0.0, 1.0, 0)
    value, square = right / total, _Z * _Z / total
    middle = (value + square / 2) / (1 + square)
    half = _Z * sqrt(value * (1 - value) / total + square / (4 * total)) / (1 + square)
    return Figure(value, max(0.0, middle - half), min(1.0, middle + half), total)


def f1(right: int, predicted: int, gold: int) -> float:
    """The harmonic mean of precision and recall; 0 where there is nothing on either side."""
    return 2 * right / (predicted + gold) if predicted + gold else 0.0


def label_f1(pairs: Sequence[tuple[str, str]]) -> dict[str, float]:
    """F1 of each label that is gold somewhere, from (gold, predicted) pairs, by name."""
    right = Counter(gold for gold, predicted in pairs if gold == predicted)
    golds = Counter(gold for gold, _ in pairs)
    predictions = Counter(predicted for _, predicted in pairs)
    return {name: f1(right[name], predictions[name], golds[name]) for name in sorted(golds)}


def macro_f1(pairs: Sequence[tuple[str, str]], without: str | None = None) -> float:
    """The mean F1 over the labels that are gold somewhere, but for the label ``without``."""
    by_label = [value for name, value in label_f1(pairs).items() if name != without]
    return sum(by_label) / len(by_label) if by_label else 0.0


def bootstrap(items: Sequence[T], measure: Callable[[Sequence[T]], float]) -> Figure:
    """The measure of the items, with its interval over items drawn again with replacement."""
    if not items:
        return Figure(0.0, 0.0, 0.0, 0)
    rng = np.random.default_rng(_SEED)
    drawn = rng.integers(len(items), size=(_ROUNDS, len(items)))
    values = [measure([items[i] for i in row]) for row in drawn]
    low, high = np.quantile(values, (0.025, 0.975))
    return Figure(measure(items), float(low), float(high), len(items))


def confusion(pairs: Sequence[tuple[str, str]]) -> Mapping[str, Mapping[str, int]]:
    """How often each gold label (outer) was given each label (inner), most frequent first."""
    table: dict[str, Counter[str]] = {}
    for gold, predicted in pairs:
        table.setdefault(gold, Counter())[predicted] += 1
    return {gold: dict(table[gold].most_common()) for gold in sorted(table)}


def calibration_error(judged: Sequence[tuple[float, bool]]) -> float:
    """Expected calibration error of (confidence, right) pairs, over ten bins of equal width."""
    error = 0.0
    for number in range(10):
        low, high = number / 10, (number + 1) / 10
        last = number == 9
        held = [pair for pair in judged if low <= pair[0] < high or (last and pair[0] == 1)]
        if held:
            gap = sum(c for c, _ in held) - sum(right for _, right in held)
            error += abs(gap) / len(judged)
    return error
