"""One party against all others, and which two have to do with each other at all."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass
from datetime import date
from typing import Any

from sqlalchemy import or_, true

from dragoman.codes import party_code
from dragoman.days import as_day
from dragoman.record.dyads.dyads import claims, counted, mean_score, seen, sums
from dragoman.record.questions.values import as_days, check_code, check_whole
from dragoman.record.rows import schema
from dragoman.record.store.store import Record


@dataclass(frozen=True, slots=True)
class Partner:
    """What one party did with another: counts and mean score as in `dyads.Week`."""

    code: str
    cooperation: int
    conflict: int
    intensity: float
    claimed: int


@dataclass(frozen=True, slots=True)
class Pair:
    """Two parties, ``first`` before ``second`` in the alphabet, as in `Partner`."""

    first: str
    second: str
    cooperation: int
    conflict: int
    intensity: float
    claimed: int


def partners(
    record: Record,
    code: str,
    *,
    since: date | None = None,
    until: date | None = None,
    on: date | None = None,
) -> tuple[Partner, ...]:
    """All parties that one has to do with, the most events first; see
    `dragoman.record.dyads.dyads.dyad`.

    Raises:
        TypeError: a day is no date.
        ValueError: the party is no code, or days lie the wrong way round.
    """
    check_code(code, party_code)
    since, until = as_days(since, until)
    on = as_day("on", on) or date.today()
    table = schema.dyad
    mine = or_(table.c.first == code, table.c.second == code)
    with record.reading() as connection, seen(connection, on, mine) as then:
        rows = counted((table.c.first, table.c.second), then, mine, since, until, on)
    told: dict[str, list[Any]] = defaultdict(list)
    for row in rows:
        told[row.second if row.first == code else row.first].append(row)
    found = (Partner(other, *_tally(rows)) for other, rows in told.items())
    return tuple(sorted(found, key=lambda p: (-(p.cooperation + p.conflict), p.code)))


def pairs(
    record: Record,
    *,
    since: date | None = None,
    until: date | None = None,
    on: date | None = None,
    most: int | None = None,
) -> tuple[Pair, ...]:
    """All that have to do with each other, the most events first; at most so many of them.

    Raises:
        TypeError: a day is no date, or ``most`` no whole number.
        ValueError: days lie the wrong way round, or ``most`` is below 0 or past any record.
    """
    since, until = as_days(since, until)
    on = as_day("on", on) or date.today()
    if most is not None:
        check_whole("most", most)
    table = schema.dyad
    with record.reading() as connection, seen(connection, on, true()) as then:
        rows = counted((table.c.first, table.c.second), then, true(), since, until, on)
    told: dict[tuple[str, str], list[Any]] = defaultdict(list)
    for row in rows:
        told[row.first, row.second].append(row)
    found = [Pair(one, other, *_tally(mine)) for (one, other), mine in told.items()]
    found.sort(key=lambda p: (-(p.cooperation + p.conflict), p.first, p.second))
    return tuple(found[:most])


def _tally(rows: list[Any]) -> tuple[int, int, float, int]:
    return *sums(rows), mean_score(rows), claims(rows)
