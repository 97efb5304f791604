"""Groups: numbers that hang together."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable


class Groups:
    """Numbers that hang together; one that was never joined is a group of its own."""

    def __init__(self) -> None:
        self._above: dict[int, int] = {}

    def of(self, number: int) -> int:
        """The least number that this one hangs together with."""
        above = self._above
        while (parent := above.get(number, number)) != number:
            above[number] = number = above.get(parent, parent)
        return number

    def join(self, one: int, other: int) -> None:
        """Let two numbers hang together, and all that hang together with either."""
        least, most = sorted((self.of(one), self.of(other)))
        self._above[most] = least

    def parted(self, numbers: Iterable[int]) -> list[list[int]]:
        """The numbers in their order, those that hang together in one list."""
        found: dict[int, list[int]] = defaultdict(list)
        for number in numbers:
            found[self.of(number)].append(number)
        return list(found.values())
