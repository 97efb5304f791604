"""Which dyads moved: how two parties dealt with each other lately, and how before that."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any

from sqlalchemy import select

from dragoman.record import schema
from dragoman.record.event import COOPERATION, DONE
from dragoman.record.store import Record

# Of a busy record's days the newest events speak for all.
_MOST = 10_000


@dataclass(frozen=True, slots=True)
class Move:
    """Two parties in the last days, against as many days before.

    Attributes:
        first: code of the one, before the other in the alphabet.
        second: of the other.
        cooperation: events of quad classes 1 and 2 in the last days.
        conflict: events of quad classes 3 and 4 in the last days.
        intensity: mean PLOVER score of the last days, -10 to +10.
        earlier: how many events there were in the days before.
        before: their mean score; None where there were none.
    """

    first: str
    second: str
    cooperation: int
    conflict: int
    intensity: float
    earlier: int
    before: float | None

    @property
    def change(self) -> float:
        """How far the mean score moved; from nought where nothing was told before."""
        return round(self.intensity - (self.before or 0.0), 2)


def moves(
    record: Record,
    *,
    on: date,
    days: int = 7,
    about: tuple[str, ...] = (),
    most: int = 8,
) -> tuple[Move, ...]:
    """The dyads with something new in the last days, those that moved most first.

    Args:
        record: the record.
        on: the last of the days.
        days: how many days the last ones are.
        about: only dyads with one of these countries.
        most: at most so many.
    """
    event, dyad = schema.event, schema.dyad
    start = on - timedelta(days=days)
    wanted = (
        select(dyad.c.first, dyad.c.second, dyad.c.quad_class, dyad.c.intensity,
               event.c.last_reported)
        .join(event, event.c.no == dyad.c.event)
        .where(
            event.c.last_reported > start - timedelta(days=days),
            event.c.last_reported <= on,
            event.c.background.is_(False),
            event.c.status.in_(DONE),
        )
        .order_by(event.c.last_reported.desc())
        .limit(_MOST)
    )  # fmt: skip
    told: dict[tuple[str, str], list[Any]] = defaultdict(list)
    with record.reading() as connection:
        for row in connection.execute(wanted):
            if not about or row.first in about or row.second in about:
                told[row.first, row.second].append(row)
    found = [move for pair, rows in told.items() if (move := _move(pair, rows, start))]
    found.sort(key=lambda m: (-abs(m.change) * (m.cooperation + m.conflict), m.first, m.second))
    return tuple(found[:most])


def _move(pair: tuple[str, str], rows: list[Any], start: date) -> Move | None:
    late = [row for row in rows if row.last_reported > start]
    early = [row for row in rows if row.last_reported <= start]
    if not late:
        return None
    good = sum(row.quad_class in COOPERATION for row in late)
    return Move(
        *pair, good, len(late) - good, _mean(late), len(early), _mean(early) if early else None
    )


def _mean(rows: Iterable[Any]) -> float:
    scores: list[float] = [row.intensity for row in rows]
    return round(sum(scores) / len(scores), 2)
