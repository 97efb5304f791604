"""The brief: what is new, what changed, what is disputed, what is coming, with who says so."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta

from sqlalchemy import ColumnElement, select

from dragoman.record import schema
from dragoman.record.event import AHEAD, DONE, Event, History
from dragoman.record.filters import Filter, conditions_of
from dragoman.record.questions import histories_of
from dragoman.record.store import Record

_COMING_DAYS = 14


@dataclass(frozen=True, slots=True)
class Brief:
    """A few days of the record, seen on their last day.

    Attributes:
        since: first day.
        on: last day.
        about: the countries it is about; empty for all.
        new: events first reported in these days, the most sources first.
        changed: events that took another status in these days.
        disputed: events reported in these days that somebody denies.
        coming: what is planned for the two weeks after.
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

    def section(
        *conditions: ColumnElement[bool], reported: date | None = None, soonest: bool = False
    ) -> tuple[History, ...]:
        base = conditions_of(Filter(about=about, reported_since=reported), record.dialect)
        order = (table.c.due, *loud) if soonest else loud
        with record.reading() as connection:
            numbers = connection.scalars(
                select(table.c.no).where(*base, *conditions).order_by(*order).limit(most)
            ).all()
            return tuple(histories_of(connection, numbers))

    return Brief(
        since,
        on,
        about,
        new=section(
            table.c.first_reported.between(since, on),
            table.c.status.in_(DONE),
            table.c.changed.is_(None),
            reported=since if about else None,  # among all, the first report's day tells more
        ),
        changed=section(table.c.changed.between(since, on), reported=since),
        disputed=section(
            table.c.last_reported <= on, table.c.disputed.is_(True), reported=since
        ),
        coming=section(
            table.c.status.in_(AHEAD),
            table.c.due.between(on, on + timedelta(days=_COMING_DAYS)),
            soonest=True,
        ),
    )


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
