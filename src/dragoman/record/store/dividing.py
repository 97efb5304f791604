"""Dividing mentions into events: what they hang on, and what readers ruled.

Readers come before likeness, and of two rulings that cannot both hold the later one. Where a ruling
parts mentions that likeness would bring together by way of others, the way is cut at its weakest
link.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence
from itertools import product

from dragoman.record.linking.groups import Groups
from dragoman.record.linking.linking import Hold, components
from dragoman.record.rows.rulingrows import Ruled, apart


def divided(holds: Mapping[int, Hold | None], rulings: Sequence[Ruled]) -> list[list[int]]:
    """The mentions that are one event, for each event.

    Args:
        holds: for each mention what it hangs on; one that is no key itself is passed over.
        rulings: of readers on these mentions, the latest first.
    """
    if not rulings:
        return components(holds)
    parts = _Parts(apart(rulings))
    for ruling in rulings:
        if ruling.kind == "join":
            sides = ([number for number in side if number in holds] for side in ruling.sides)
            # The first of each side, or where rulings part those, the next that may.
            any(parts.join(one, other) for one, other in product(*sides))
    links = [(-hold.likeness, n, hold.antecedent) for n, hold in holds.items() if hold]
    for _, number, antecedent in sorted(links):
        if antecedent in holds:
            parts.join(antecedent, number)
    return parts.together.parted(holds)


class _Parts:
    """Numbers that are together, and such as must not be."""

    def __init__(self, apart: Mapping[int, set[int]]) -> None:
        self.together = Groups()
        self._apart = defaultdict(set, apart)  # by the least of each group, both ways round

    def join(self, one: int, other: int) -> bool:
        """Bring two together with all that is with them, where they may; tells if they are now."""
        one, other = sorted((self.together.of(one), self.together.of(other)))
        if one == other:
            return True
        if other in self._apart[one]:
            return False
        self.together.join(one, other)
        for third in self._apart.pop(other, ()):
            self._apart[third].discard(other)
            self._apart[third].add(one)
            self._apart[one].add(third)
        return True
