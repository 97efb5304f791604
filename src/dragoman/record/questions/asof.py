"""The record as it was known on a day: what was reported later is taken back out of its events.

An event last reported by that day stands as it stood then. One that was reported before and after
it is told anew from its reports up to the day; its dated reports alone, for of the others nobody
knows when they came. Links need no going back: a mention hangs on an earlier one, so that nothing
that came later joined two events of before. What readers have put right since stays right.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import date
from typing import Any

from sqlalchemy import (
    ColumnElement,
    Connection,
    FromClause,
    Row,
    Select,
    create_engine,
    exists,
    func,
    insert,
    or_,
    select,
)

from dragoman.record.event import Event, History
from dragoman.record.questions.questions import MOST_COUNTED, counted, events_of, histories_of
from dragoman.record.rows import schema
from dragoman.record.rows.batches import listed
from dragoman.record.rows.eventrows import country_rows, dyad_rows, event_row

_TABLES = (schema.event, schema.event_country, schema.dyad)


@dataclass(frozen=True, slots=True)
class Found:
    """Numbers of events, in order; ``total`` counts all that fit, up to `MOST_COUNTED`."""

    numbers: tuple[int, ...]
    total: int


class AsOf:
    """Events as they were known on a day; made by `as_of`.

    Args:
        connection: one that reads the record.
        day: the day.
        past: tables in memory for events told anew; None where nothing was reported after the day.
        retold: the histories of those, by number.
    """

    def __init__(
        self,
        connection: Connection,
        day: date,
        past: Connection | None,
        retold: dict[int, History],
    ) -> None:
        self.day = day
        self._connection = connection
        self._past, self._retold = past, retold

    def find(
        self,
        conditions: Sequence[ColumnElement[bool]],
        order: Sequence[ColumnElement[Any]],
        most: int,
    ) -> Found:
        """The first events that fit, as they stood on the day, and how many fit in all.

        Args:
            conditions: on the table ``event``.
            order: of the events.
            most: at most so many.
        """
        no = schema.event.c.no
        chosen = select(no).where(*conditions)
        stood = chosen if self._past is None else chosen.where(_stands_since(self.day))
        numbers = list(self._connection.scalars(stood.order_by(*order).limit(most)))
        total = len(numbers)
        if total == most:
            total = counted(self._connection, stood)
        if self._past is None:
            return Found(tuple(numbers), total)
        fitting = self._retold.keys() & set(self._past.scalars(chosen))
        if fitting:  # then those that stood are put beside them, and one order sorts both
            _copy(self._connection, self._past, numbers)
            known = fitting.union(numbers)
            both = self._past.scalars(chosen.order_by(*order))
            numbers = [number for number in both if number in known][:most]
        total += len(fitting)
        return Found(tuple(numbers), min(total, MOST_COUNTED))

    def rows(self, chosen: Select[Any], event: ColumnElement[int]) -> tuple[Row[Any], ...]:
        """The rows of a statement, from events as they stood on the day.

        Args:
            chosen: a statement over the table ``event_country`` or ``dyad``, joined to ``event`` or
                not. What it groups stands twice where it is of events that stood and of events told
                anew.
            event: the table's column of the event's number.
        """
        if self._past is None:
            return tuple(self._connection.execute(chosen))
        then = schema.event.alias()
        stood = exists().where(then.c.no == event, _stands_since(self.day, then))
        retold = chosen.where(event.in_(listed(self._past, self._retold)))
        return (
            *self._connection.execute(chosen.where(stood)),
            *self._past.execute(retold),
        )

    def histories(self, numbers: Iterable[int]) -> tuple[History, ...]:
        """The histories of these events up to the day."""
        numbers = tuple(numbers)
        rest = [number for number in numbers if number not in self._retold]
        told = dict(zip(rest, histories_of(self._connection, rest), strict=True)) | self._retold
        return tuple(told[number] for number in numbers)

    def events(self, numbers: Iterable[int]) -> tuple[Event, ...]:
        """These events as they stood on the day."""
        numbers = tuple(numbers)
        rest = [number for number in numbers if number not in self._retold]
        no = schema.event.c.no
        chosen = select(no).where(no.in_(listed(self._connection, rest))).order_by(no)
        told = dict(zip(sorted(rest), events_of(self._connection, chosen), strict=True))
        told |= {number: history.event for number, history in self._retold.items()}
        return tuple(told[number] for number in numbers)


@contextmanager
def as_of(
    connection: Connection, day: date, *likely: ColumnElement[bool], background: bool = False
) -> Iterator[AsOf]:
    """The events of the record as they were known on a day.

    Args:
        connection: one that reads the record.
        day: the day.
        likely: which of the events that were reported on after the day, one of these, may be
            asked for: the more, the more is told anew.
        background: whether what is told as context of long ago may be asked for, too.
    """
    last = connection.scalar(select(func.max(schema.event.c.last_reported)))
    if last is None or last <= day:
        yield AsOf(connection, day, None, {})
        return
    event = schema.event.c
    astride = (event.first_reported <= day, event.last_reported > day)
    likely_ones = select(event.no).where(*astride, or_(*likely))
    if not background:
        likely_ones = likely_ones.where(event.background.is_(False))
    numbers = connection.scalars(likely_ones).all()
    told = zip(numbers, histories_of(connection, numbers, until=day), strict=True)
    retold = dict(told)
    engine = create_engine("sqlite://")
    try:
        with engine.begin() as past:
            schema.metadata.create_all(past, list(_TABLES))
            _keep(past, retold)
            yield AsOf(connection, day, past, retold)
    finally:
        engine.dispose()


def known_by(day: date) -> ColumnElement[bool]:
    """What was reported by a day, or has no report with a day."""
    return func.coalesce(schema.event.c.first_reported, day) <= day


def _stands_since(day: date, event: FromClause = schema.event) -> ColumnElement[bool]:
    last = event.c.last_reported
    return or_(last <= day, last.is_(None))


def _keep(past: Connection, retold: dict[int, History]) -> None:
    rows = [{"no": number, **event_row(told.event), "data": ""} for number, told in retold.items()]
    sides = (
        [row for number, told in retold.items() for row in rows_of(number, told)]
        for rows_of in (country_rows, dyad_rows)
    )
    for table, made in zip(_TABLES, (rows, *sides), strict=True):
        if made:
            past.execute(insert(table), made)


def _copy(connection: Connection, past: Connection, numbers: Iterable[int]) -> None:
    """Put events that stood on the day beside those told anew."""
    event, country, dyad = schema.event.c, schema.event_country.c, schema.dyad.c
    there = set(past.scalars(select(event.no)))
    wanted = listed(connection, (number for number in numbers if number not in there))
    columns = [column for column in event if column.name != "data"]
    found: Select[Any]
    for table, found in (
        (schema.event, select(*columns).where(event.no.in_(wanted))),
        (schema.event_country, select(schema.event_country).where(country.event.in_(wanted))),
        (schema.dyad, select(schema.dyad).where(dyad.event.in_(wanted))),
    ):
        rows = [dict(row) for row in connection.execute(found).mappings()]
        if rows:
            blank = {"data": ""} if table is schema.event else {}
            past.execute(insert(table), [{**row, **blank} for row in rows])
