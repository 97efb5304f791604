"""The record's articles and mentions, a page at a time, the newest first."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import Any

from sqlalchemy import ColumnElement, Select, select

from dragoman.mention import Mention
from dragoman.record.questions.conditions import within
from dragoman.record.questions.questions import counted
from dragoman.record.questions.values import as_days, check_page
from dragoman.record.rows import schema
from dragoman.record.rows.mentionrows import mention_of
from dragoman.record.store.store import Record


@dataclass(frozen=True, slots=True)
class Headline:
    """What is known of an article's origin, without its text.

    Attributes:
        id: its id.
        title: the headline, or None.
        url: its address, or None.
        published: its day of publication, or None.
        source: the outlet, or None.
        report_id: the article that it is a copy of; its own id where it is none.
    """

    id: str
    title: str | None
    url: str | None
    published: date | None
    source: str | None
    report_id: str


@dataclass(frozen=True, slots=True)
class Told:
    """A mention as it holds now.

    Attributes:
        mention: as readers corrected it, else as coded.
        event_id: the event that it reports; None where a reader rejected it.
        reviewed: whether a reader has seen it.
    """

    mention: Mention
    event_id: str | None
    reviewed: bool


@dataclass(frozen=True, slots=True)
class Headlines:
    """Some of the articles; ``total`` counts all that were asked for, as `counted` does."""

    articles: tuple[Headline, ...]
    total: int


@dataclass(frozen=True, slots=True)
class Tellings:
    """Some of the mentions; ``total`` counts all that were asked for, as `counted` does."""

    mentions: tuple[Told, ...]
    total: int


def articles(
    record: Record,
    *,
    source: str | None = None,
    since: date | None = None,
    until: date | None = None,
    dated: bool | None = None,
    limit: int = 50,
    offset: int = 0,
) -> Headlines:
    """The articles of an outlet and of some days, the last published first.

    Args:
        record: the record.
        source: the outlet, as its articles name it.
        since: published on this day or later.
        until: published on this day or earlier.
        dated: only those with a day of publication, or only those without one.
        limit: how many at most.
        offset: how many to pass over.

    Raises:
        TypeError: a day is no date, or ``limit`` or ``offset`` no whole number.
        ValueError: the days lie the wrong way round, or a number is below 0 or past any record.
    """
    since, until = as_days(since, until)
    check_page(limit, offset)
    table = schema.article
    wanted = within(table.c.published, since, until)
    if source:
        wanted.append(table.c.source == source)
    if dated is not None:
        wanted.append(table.c.published.is_not(None) if dated else table.c.published.is_(None))
    found = (
        select(table.c.id, table.c.title, table.c.url, table.c.published, table.c.source,
               table.c.report)
        .where(*wanted)
        .order_by(table.c.published.desc().nulls_last(), table.c.no.desc())
    )  # fmt: skip
    with record.reading() as connection:
        rows = connection.execute(found.limit(limit).offset(offset)).all()
        total = counted(connection, select(table.c.no).where(*wanted))
    return Headlines(tuple(Headline(*row) for row in rows), total)


def mentions(
    record: Record,
    *,
    article_id: str | None = None,
    event_id: str | None = None,
    reviewed: bool | None = None,
    limit: int = 50,
    offset: int = 0,
) -> Tellings:
    """The mentions of an article or of an event, the last added first.

    Args:
        record: the record.
        article_id: only those of this article.
        event_id: only those of this event.
        reviewed: only those that a reader has seen, or only those that none has.
        limit: how many at most.
        offset: how many to pass over.

    Raises:
        TypeError: ``limit`` or ``offset`` is no whole number.
        ValueError: one is below 0 or past any record.
    """
    check_page(limit, offset)
    table, article, event = schema.mention, schema.article, schema.event
    wanted: list[ColumnElement[bool]] = []
    if article_id is not None:
        number = select(article.c.no).where(article.c.id == article_id).scalar_subquery()
        wanted.append(table.c.article == number)
    if event_id is not None:
        number = select(event.c.no).where(event.c.id == event_id).scalar_subquery()
        wanted.append(table.c.event == number)
    if reviewed is not None:
        wanted.append(table.c.reviewed.is_(reviewed))
    found = _tellings().where(*wanted).order_by(table.c.no.desc())
    with record.reading() as connection:
        rows = connection.execute(found.limit(limit).offset(offset)).all()
        total = counted(connection, select(table.c.no).where(*wanted))
    return Tellings(tuple(map(_told, rows)), total)


def told(record: Record, mention_id: str) -> Told | None:
    """The mention of this id; None where the record has none."""
    with record.reading() as connection:
        row = connection.execute(_tellings().where(schema.mention.c.id == mention_id)).first()
    return None if row is None else _told(row)


def _tellings() -> Select[Any]:
    """Mentions, each with the id of its event."""
    mention, event = schema.mention.c, schema.event.c
    told = select(mention.data, mention.corrected, mention.reviewed, event.id)
    return told.outerjoin(schema.event, event.no == mention.event)


def _told(row: Any) -> Told:
    return Told(mention_of(row.corrected, row.data), row.id, row.reviewed)
