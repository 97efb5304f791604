"""Counting what parties did with and against each other; see `dragoman.record.dyads.dyads`."""

from __future__ import annotations

from collections.abc import Sequence
from contextlib import AbstractContextManager
from datetime import date
from typing import Any

from sqlalchemy import ColumnElement, Connection, func, or_, select

from dragoman.mention import COOPERATION
from dragoman.record.questions.asof import AsOf, as_of
from dragoman.record.questions.conditions import within
from dragoman.record.rows import schema


def seen(
    connection: Connection, on: date, which: ColumnElement[bool], *others: ColumnElement[bool]
) -> AbstractContextManager[AsOf]:
    """The events of some dyads, and others, as they were known on a day."""
    numbers = select(schema.dyad.c.event).where(which)
    return as_of(connection, on, schema.event.c.no.in_(numbers), *others, background=True)


def counted(
    by: tuple[ColumnElement[Any], ...],
    then: AsOf,
    which: ColumnElement[bool],
    since: date | None,
    until: date | None,
    on: date,
) -> tuple[Any, ...]:
    """How many events took place, and their scores: by quad class, voice and some columns."""
    table = schema.dyad.c
    numbers = (func.count().label("number"), func.sum(table.intensity).label("sum"))
    grouped = (*by, table.quad_class, table.claimed)
    happened = or_(table.day.is_(None), table.day <= on)
    wanted = (which, table.counted, happened, *within(table.day, since, until))
    chosen = select(*grouped, *numbers).select_from(schema.dyad).where(*wanted)
    return then.rows(chosen.group_by(*grouped), table.event)


def sums(rows: Sequence[Any]) -> tuple[int, int]:
    """How many of the events are cooperation, and how many conflict."""
    good = sum(row.number for row in rows if row.quad_class in COOPERATION)
    return good, sum(row.number for row in rows) - good


def claims(rows: Sequence[Any]) -> int:
    """How many of the events no report tells in its own voice."""
    return sum(row.number for row in rows if row.claimed)


def mean_score(rows: Sequence[Any]) -> float:
    """The mean PLOVER score of the events."""
    mean: float = sum(row.sum for row in rows) / sum(row.number for row in rows)
    return round(mean, 2)
