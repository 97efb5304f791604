"""How far coders agree: Krippendorff's alpha for nominal values.

Krippendorff (2004), Content Analysis, chapter 11: one less the observed disagreement over that
expected by chance. Any number of coders; a unit that fewer than two coded says nothing.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Hashable, Iterable, Sequence


def alpha(units: Iterable[Sequence[Hashable]]) -> float | None:
    """Nominal alpha of the values that coders gave to the same units.

    Args:
        units: for each unit the values that its coders gave it.

    Returns:
        1 where all agree (or nothing varies), 0 where they agree as by chance, less below that;
        None where no unit has two coders.
    """
    coded = [values for values in units if len(values) > 1]
    total = sum(len(values) for values in coded)
    if not total:
        return None
    observed = sum(_unlike(Counter(values)) / (len(values) - 1) for values in coded) / total
    counts = Counter(value for values in coded for value in values)
    expected = _unlike(counts) / (total * (total - 1))
    return 1 - observed / expected if expected else 1.0


def _unlike(counts: Counter[Hashable]) -> int:
    """Ordered pairs of values that differ."""
    return sum(counts.values()) ** 2 - sum(number**2 for number in counts.values())
