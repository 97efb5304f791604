"""The brief: what is new, what changed, what is disputed, what is coming, with who says so."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any

from sqlalchemy import ColumnElement, func, select

from dragoman.days import shifted
from dragoman.record import schema
from dragoman.record.event import DONE, PLANS, Event, History
from dragoman.record.filters import Filter, conditions_of
from dragoman.record.plans import is_ahead, may_come, next_day
from dragoman.record.questions import histories_of
from dragoman.record.store import Record

_COMING = timedelta(days=14)
# What is merely possible, or did not happen, is no news by itself.
_NEWS = (*DONE, *PLANS)


@dataclass(frozen=True, slots=True)
class Brief:
    """A few days of the record, seen on their last day; every event is told once.

    An event stands under the heading that tells most of it: what changed or is disputed is not
    told as new, nor what is new as coming. It is told as the record has it now.

    Attributes:
        since: first day.
        on: last day.
        about: the countries it is about; empty for all.
        new: events first reported in these days, plans among them, the most sources first.
        changed: events whose present status is of these days, and was another before.
        disputed: events that somebody denies, first reported before the end of these days and
            last after their beginning.
        coming: what is planned, was reported by ``on``, and may take place from then on or in the
            two weeks after, the soonest first.
    """

    since: date
    on: date
    about: tuple[str, ...]
    new: tuple[History, ...]
    changed: tuple[History, ...]
    disputed: tuple[History, ...]
    coming: tuple[History, ...]


def brief(
    record: Record,
    *,
    on: date,
    since: date,
    about: tuple[str, ...] = (),
    most: int = 12,
) -> Brief:
    """The brief of the days from ``since`` to ``on``, both included.

    Args:
        record: the record.
        on: the last day, from which what is coming is seen.
        since: the first day.
        about: only events in which one of these countries takes part or hosts.
        most: at most so many events under each heading.
    """
    table = schema.event
    loud = (table.c.sources.desc(), table.c.confidence.desc(), table.c.id)
    kept: list[int] = []  # what was told already

    def section(
        order: Sequence[ColumnElement[Any]],
        *conditions: ColumnElement[bool],
        reported: date | None = None,
    ) -> tuple[History, ...]:
        base = conditions_of(Filter(about=about, reported_since=reported), record.dialect)
        chosen = select(table.c.no).where(*base, *conditions, table.c.no.not_in(kept))
        numbers = connection.scalars(chosen.order_by(*order).limit(most)).all()
        kept.extend(numbers)
        return tuple(histories_of(connection, numbers))

    with record.reading() as connection:
        changed = section(loud, table.c.changed.between(since, on), reported=since)
        disputed = section(
            loud, table.c.disputed.is_(True), table.c.first_reported <= on, reported=since
        )
        new = section(
            loud,
            table.c.first_reported.between(since, on),
            table.c.status.in_(_NEWS),
            reported=since if about else None,  # among all, the first report's day tells more
        )
        coming = section(
            (next_day(on), table.c.id),
            is_ahead(),
            *may_come(on, shifted(on, _COMING)),
            func.coalesce(table.c.first_reported, on) <= on,
        )
    return Brief(since, on, about, new, changed, disputed, coming)


def sections(told: Brief) -> tuple[tuple[str, tuple[History, ...]], ...]:
    """The headings of a brief with their events, in order; those without any left out."""
    named = (
        ("New", told.new),
        ("Changed", told.changed),
        ("Disputed", told.disputed),
        ("Coming", told.coming),
    )
    return tuple((name, events) for name, events in named if events)


def outlets(history: History) -> tuple[tuple[str, str | None], ...]:
    """The independent sources of an event, each with the address of its first report."""
    found: dict[str, str | None] = {}
    for step in history.steps:
        if step.report_id == step.article_id:
            found.setdefault(step.source or step.article_id, step.url)
    for step in history.steps:
        if step.report_id != step.article_id and not found:
            found.setdefault(step.source or step.article_id, step.url)
    return tuple(found.items())


def change(event: Event) -> str:
    """The change of status in words: 'planned → postponed', or the status alone."""
    return f"{event.before} → {event.status}" if event.before else event.status
