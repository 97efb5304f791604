"""How far a record reaches: its days and its counts."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from sqlalchemy import func, select

from dragoman.record.rows import schema
from dragoman.record.store.store import Record


@dataclass(frozen=True, slots=True)
class Extent:
    """The days from the first report to the last, and what the record holds.

    Attributes:
        first: publication day of the earliest report; None where none is dated.
        last: of the latest.
        articles: how many articles there are.
        mentions: how many mentions.
        events: how many events.
    """

    first: date | None
    last: date | None
    articles: int
    mentions: int
    events: int


def extent(record: Record) -> Extent:
    """The record's days and counts; it counts rows, which takes a moment in a large record."""
    first, last = days(record)
    with record.reading() as connection:
        articles, mentions, events = (
            connection.scalar(select(func.count()).select_from(table)) or 0
            for table in (schema.article, schema.mention, schema.event)
        )
    return Extent(first, last, articles, mentions, events)


def days(record: Record) -> tuple[date | None, date | None]:
    """The publication days of the first and the last report."""
    table = schema.event
    first = select(func.min(table.c.first_reported))
    with record.reading() as connection:
        firsts = [  # apart, as the index has them
            connection.scalar(first.where(table.c.background.is_(told))) for told in (False, True)
        ]
        last = connection.scalar(select(func.max(table.c.last_reported)))
    return min((day for day in firsts if day is not None), default=None), last
