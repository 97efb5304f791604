"""Which dyads moved: how two parties dealt with each other lately, and how before that.

All of it is told as it was known on the last of the days (see `dragoman.record.questions.asof`).
"""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any

from sqlalchemy import ColumnElement, Select, and_, case, func, or_, select

from dragoman.days import shifted
from dragoman.mention import COOPERATION
from dragoman.record.dyads.dyads import mean_score
from dragoman.record.questions.asof import as_of
from dragoman.record.rows import schema
from dragoman.record.store.store import Record


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
    start = shifted(on, -timedelta(days=days))
    since = shifted(start, -timedelta(days=days))
    between = or_(*(side.in_(about) for side in (schema.dyad.c.first, schema.dyad.c.second)))
    wanted = (between,) if about else ()
    with record.reading() as connection, as_of(connection, on, _told_in(since, on, wanted)) as then:
        rows = then.rows(_counted(since, start, on).where(*wanted), schema.dyad.c.event)
    told: dict[tuple[str, str], dict[bool, list[Any]]] = defaultdict(lambda: defaultdict(list))
    for row in rows:
        told[row.first, row.second][bool(row.late)].append(row)
    found = [_move(pair, by[True], by[False]) for pair, by in told.items() if by[True]]
    found.sort(key=lambda m: (-abs(m.change) * (m.cooperation + m.conflict), m.first, m.second))
    return tuple(found[:most])


def _told_in(since: date, on: date, wanted: tuple[ColumnElement[bool], ...]) -> ColumnElement[bool]:
    """Events of these dyads that were reported after one day, up to the other."""
    mention, article, dyad = schema.mention, schema.article, schema.dyad
    told = (
        select(mention.c.event)
        .join(article, article.c.no == mention.c.article)
        .where(article.c.published > since, article.c.published <= on)
    )
    number = schema.event.c.no
    return and_(number.in_(told), number.in_(select(dyad.c.event).where(*wanted)))


def _counted(since: date, start: date, on: date) -> Select[Any]:
    """Counts by dyad, of the days after ``start`` and of those before them."""
    event, dyad = schema.event.c, schema.dyad.c
    late = case((event.last_reported > start, 1), else_=0).label("late")
    good = case((dyad.quad_class.in_(COOPERATION), 1), else_=0)
    return (
        select(
            dyad.first,
            dyad.second,
            late,
            func.count().label("number"),
            func.sum(good).label("good"),
            func.sum(dyad.intensity).label("sum"),
        )
        .join(schema.event, event.no == dyad.event)
        .where(
            event.last_reported > since,
            event.last_reported <= on,
            event.background.is_(False),
            dyad.counted,
        )
        .group_by(dyad.first, dyad.second, late)
    )


def _move(pair: tuple[str, str], late: list[Any], early: list[Any]) -> Move:
    number, earlier = (sum(row.number for row in rows) for rows in (late, early))
    good = int(sum(row.good for row in late))
    before = mean_score(early) if early else None
    return Move(*pair, good, number - good, mean_score(late), earlier, before)
