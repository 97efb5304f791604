"""Which dyads moved: how two parties dealt with each other lately, and how before that.

As of a day of the past, what was reported on again after it is not counted.
"""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any

from sqlalchemy import Select, case, func, or_, select

from dragoman.days import shifted
from dragoman.record import schema
from dragoman.record.event import COOPERATION
from dragoman.record.store import Record


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
    with record.reading() as connection:
        rows = connection.execute(_counted(on, days, about)).all()
    told: dict[tuple[str, str], dict[bool, Any]] = defaultdict(dict)
    for row in rows:
        told[row.first, row.second][bool(row.late)] = row
    found = [_move(pair, by[True], by.get(False)) for pair, by in told.items() if True in by]
    found.sort(key=lambda m: (-abs(m.change) * (m.cooperation + m.conflict), m.first, m.second))
    return tuple(found[:most])


def _counted(on: date, days: int, about: tuple[str, ...]) -> Select[Any]:
    """Counts by dyad, of the last days and of those before them."""
    event, dyad = schema.event.c, schema.dyad.c
    start = shifted(on, -timedelta(days=days))
    late = case((event.last_reported > start, 1), else_=0).label("late")
    wanted = [
        event.last_reported > shifted(start, -timedelta(days=days)),
        event.last_reported <= on,
        event.background.is_(False),
        dyad.counted,
    ]
    if about:
        wanted.append(or_(dyad.first.in_(about), dyad.second.in_(about)))
    return (
        select(
            dyad.first,
            dyad.second,
            late,
            func.count().label("number"),
            func.sum(case((dyad.quad_class.in_(COOPERATION), 1), else_=0)).label("good"),
            func.avg(dyad.intensity).label("mean"),
        )
        .join(schema.event, event.no == dyad.event)
        .where(*wanted)
        .group_by(dyad.first, dyad.second, late)
    )


def _move(pair: tuple[str, str], late: Any, early: Any) -> Move:
    good = int(late.good)
    return Move(
        *pair,
        good,
        late.number - good,
        round(late.mean, 2),
        early.number if early else 0,
        round(early.mean, 2) if early else None,
    )
