"""An axis of days, with ticks at round ones."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from dragoman.wording import MONTHS


@dataclass(frozen=True, slots=True)
class Tick:
    """A day on the axis: where it stands and what is written there."""

    x: float
    text: str


@dataclass(frozen=True, slots=True)
class Axis:
    """Days from ``first`` to ``last`` laid out from ``left`` to ``right``."""

    first: date
    last: date
    left: float
    right: float

    def at(self, day: date) -> float:
        """Where a day stands."""
        whole = max((self.last - self.first).days, 1)
        share = (day - self.first).days / whole
        return round(self.left + share * (self.right - self.left), 1)

    def ticks(self, most: float) -> tuple[Tick, ...]:
        """Ticks at round days, at most about so many: days, weeks, months, years or centuries."""
        for step in (1, 2, 7, 14):
            if (self.last - self.first).days / step <= most:
                return self._days(step)
        for step in (1, 3, 6, 12, 24, 60, 120, 240, 600, 1_200, 2_400, 6_000):
            if (self.last - self.first).days / (30.4 * step) <= most:
                found = self._months(step)
                # So few may begin in a short stretch that no length can be read from them.
                return found if len(found) > 1 else self._days(28)
        return self._months(12_000)

    def _days(self, step: int) -> tuple[Tick, ...]:
        begin = self.first.toordinal()
        if step >= 7:
            begin += -self.first.weekday() % 7
        days = list(map(date.fromordinal, range(begin, self.last.toordinal() + 1, step)))
        # The first of a year bears it.
        years = [day.year for day in days]
        return tuple(
            Tick(
                self.at(day),
                f"{day.day} {MONTHS[day.month - 1]}{f' {day.year}' if new else ''}",
            )
            for day, new in zip(days, _firsts(years), strict=True)
        )

    def _months(self, step: int) -> tuple[Tick, ...]:
        # Months counted from the year 0 on; the first that begins on the axis.
        number = self.first.year * 12 + self.first.month - 1 + (self.first.day > 1)
        number += -number % step
        found = []
        for month in range(number, self.last.year * 12 + self.last.month, step):
            day = date(month // 12, month % 12 + 1, 1)
            text = str(day.year) if step >= 12 else f"{MONTHS[day.month - 1]} {day.year}"
            found.append(Tick(self.at(day), text))
        return tuple(found)


def _firsts(values: Sequence[int]) -> list[bool]:
    """Of each value whether it is another than the one before it."""
    return [not n or value != values[n - 1] for n, value in enumerate(values)]
