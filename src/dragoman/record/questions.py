"""Questions asked of a record: which events, and what is known of one."""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass, field
from datetime import date
from typing import Any, Literal, get_args

from sqlalchemy import (
    ColumnElement,
    Connection,
    FromClause,
    Select,
    func,
    literal,
    select,
    text,
    union_all,
)

from dragoman.article import Article
from dragoman.formats.jsonl import mention_from_dict
from dragoman.mention import EventType, Mention, Status
from dragoman.record import schema
from dragoman.record.articles import article_of
from dragoman.record.batches import batched, listed
from dragoman.record.event import Event, History
from dragoman.record.eventjson import event_from_dict
from dragoman.record.events import report_of
from dragoman.record.life import history_of
from dragoman.record.store import Record

Sort = Literal["reported", "day", "sources", "confidence"]
Facet = Literal["types", "statuses", "countries"]
# A text that stands in more sentences than this is looked for in the newest of them only.
MOST_MATCHES = 5_000
# Pages count no further than this; beyond it they say "more than".
MOST_COUNTED = 10_000


@dataclass(frozen=True, slots=True)
class Filter:
    """Which events are asked for; everything that is set must hold, of several values one.

    Attributes:
        about: countries (alpha-3 or another top-level code) that take part or host.
        dyad: two countries on the two sides.
        types: PLOVER types.
        modes: PLOVER modes.
        statuses: statuses.
        quads: quad classes, 1 to 4.
        since: events whose last possible day is this one or later (their first report, where no
            day is told).
        until: events whose first possible day is this one or earlier.
        reported_since: last reported on this day or later.
        reported_until: first reported on this day or earlier.
        place: country code or the beginning of a place's name.
        text: words that a sentence or headline of a report has, all of them.
        confidence: at least so confident.
        sources: at least so many independent sources.
        disputed: True: only what somebody denies; False: only what nobody does.
        overdue: day by which what was planned and never reported on is overdue; only that.
        background: True to have what is only told as context of long ago, too.
    """

    about: tuple[str, ...] = ()
    dyad: tuple[str, str] | None = None
    types: tuple[EventType, ...] = ()
    modes: tuple[str, ...] = ()
    statuses: tuple[Status, ...] = ()
    quads: tuple[int, ...] = ()
    since: date | None = None
    until: date | None = None
    reported_since: date | None = None
    reported_until: date | None = None
    place: str | None = None
    text: str | None = None
    confidence: float = 0.0
    sources: int = 0
    disputed: bool | None = None
    overdue: date | None = None
    background: bool = False


@dataclass(frozen=True, slots=True)
class Page:
    """Some of the events that a filter finds.

    Attributes:
        events: those of this page, in the order asked for.
        total: how many there are in all, counted up to `MOST_COUNTED`.
        offset: how many came before.
    """

    events: tuple[Event, ...]
    total: int
    offset: int = field(default=0)


def events(
    record: Record,
    wanted: Filter = Filter(),  # immutable
    *,
    sort: Sort = "reported",
    limit: int = 50,
    offset: int = 0,
    total: int | None = None,
) -> Page:
    """The events that a filter finds, a page of them.

    Args:
        record: the record.
        wanted: which events.
        sort: ``reported`` (last reported first), ``day`` (latest event first), ``sources`` (most
            independent sources first), ``confidence`` (most certain first).
        limit: how many at most.
        offset: how many to pass over.
        total: how many there are in all, where that is known; else they are counted.
    """
    table = schema.event
    conditions = conditions_of(wanted, record.dialect)
    with record.reading() as connection:
        chosen = select(table.c.no).where(*conditions).order_by(*_order(sort))
        found = events_of(connection, chosen.limit(limit).offset(offset))
        if offset == 0 and len(found) < limit:
            total = len(found)
        elif total is None:
            counted = select(table.c.no).where(*conditions).limit(MOST_COUNTED).subquery()
            total = connection.scalar(select(func.count()).select_from(counted)) or 0
    return Page(found, total, offset)


def events_of(connection: Connection, chosen: Select[tuple[int]]) -> tuple[Event, ...]:
    """The events whose numbers a statement selects, in its order.

    The numbers come first, by an index alone: a statement that sorts many events to keep a few is
    not to read what it lets go.
    """
    table = schema.event
    numbers: Sequence[Any] = connection.scalars(chosen).all()
    wanted = select(table.c.no, table.c.data).where(table.c.no.in_(listed(connection, numbers)))
    rows = {row.no: row.data for row in connection.execute(wanted)}
    return tuple(event_from_dict(json.loads(rows[number])) for number in numbers)


def histories(record: Record, wanted: Filter = Filter()) -> Iterator[History]:
    """Every event that a filter finds, with its history, in order of first report; streamed."""
    table = schema.event
    conditions = conditions_of(wanted, record.dialect)
    with record.reading() as connection:
        numbers = connection.scalars(
            select(table.c.no)
            .where(*conditions)
            .order_by(table.c.first_reported, table.c.id)
        ).all()
        for start in range(0, len(numbers), 500):
            part = numbers[start : start + 500]
            yield from histories_of(connection, part)


def history(record: Record, identifier: str) -> History | None:
    """The event of this id, or the one that the mention of this id belongs to; None if neither.

    An id may be cut short as long as it is the beginning of one id only.
    """
    mention = schema.mention
    with record.reading() as connection:
        found = connection.scalars(
            select(mention.c.event).where(
                mention.c.id >= identifier,
                mention.c.id < identifier + "\U0010ffff",
                mention.c.event.is_not(None),
            ).distinct().limit(2)
        ).all()
        if len(found) != 1:
            return None
        return next(histories_of(connection, found))


@dataclass(frozen=True, slots=True)
class Facets:
    """How the events that a filter finds divide: value to number, the most first."""

    types: dict[str, int]
    statuses: dict[str, int]
    countries: dict[str, int]


def facets(
    record: Record, wanted: Filter = Filter(), of: Collection[Facet] = get_args(Facet)
) -> Facets:
    """Counts by type, status and country over the newest `MOST_COUNTED` events of a filter.

    Args:
        record: the record.
        wanted: which events.
        of: what to count; what is not asked for stays empty.
    """
    table, country = schema.event, schema.event_country
    told = (table.c.no, table.c.type, table.c.status, table.c.last_reported, table.c.id)
    fits: FromClause = table
    fitting = select(*told).where(*conditions_of(wanted, record.dialect))
    if wanted.about or wanted.dyad or wanted.text:
        # A list of few events is gone through and sorted, not all events in their order.
        fits = fitting.cte("fits").prefix_with("MATERIALIZED")
        fitting = select(*fits.c)
    newest = fitting.order_by(fits.c.last_reported.desc(), fits.c.id)
    found = newest.limit(MOST_COUNTED).cte("found")
    joined = found.join(country, country.c.event == found.c.no)
    values: dict[Facet, tuple[ColumnElement[str], FromClause]] = {
        "types": (found.c.type, found),
        "statuses": (found.c.status, found),
        "countries": (country.c.country, joined),
    }
    parts = [
        select(literal(name), value, func.count()).select_from(among).group_by(value)
        for name, (value, among) in values.items()
        if name in of
    ]
    counts: dict[str, Counter[str]] = {name: Counter() for name in values}
    with record.reading() as connection:
        for name, value, number in connection.execute(union_all(*parts)):
            counts[name][value] = number
    return Facets(**{name: _ranked(counted) for name, counted in counts.items()})


def _ranked(counts: Counter[str]) -> dict[str, int]:
    return dict(sorted(counts.items(), key=lambda item: (-item[1], item[0])))


@dataclass(frozen=True, slots=True)
class Filed:
    """An article as the record keeps it.

    Attributes:
        article: the article.
        report_id: the article that it is a copy of; its own id where it is none.
        mentions: its mentions as readers corrected them, in order of the text.
        events: for each mention the id of its event, None where a reader rejected it.
    """

    article: Article
    report_id: str
    mentions: tuple[Mention, ...]
    events: tuple[str | None, ...]


def filed(record: Record, article_id: str) -> Filed | None:
    """The article of this id with its mentions; None where the record has none."""
    article, mention, event = schema.article, schema.mention, schema.event
    with record.reading() as connection:
        row = connection.execute(select(article).where(article.c.id == article_id)).first()
        if row is None:
            return None
        rows = connection.execute(
            select(mention.c.data, mention.c.corrected, event.c.id)
            .outerjoin(event, event.c.no == mention.c.event)
            .where(mention.c.article == row.no)
            .order_by(mention.c.start, mention.c.id)
        ).all()
    mentions = tuple(mention_from_dict(json.loads(r.corrected or r.data)) for r in rows)
    return Filed(article_of(row), row.report, mentions, tuple(r.id for r in rows))


def mentions(record: Record, identifiers: Sequence[str]) -> dict[str, Mention]:
    """Mentions by id as readers corrected them; what the record does not have is left out."""
    table = schema.mention
    found: dict[str, Mention] = {}
    with record.reading() as connection:
        for part in batched(identifiers):
            rows = connection.execute(
                select(table.c.id, table.c.data, table.c.corrected).where(table.c.id.in_(part))
            )
            for row in rows:
                found[row.id] = mention_from_dict(json.loads(row.corrected or row.data))
    return found


def conditions_of(wanted: Filter, dialect: str) -> list[ColumnElement[bool]]:
    """The filter as conditions on the table ``event``."""
    table = schema.event
    found: list[ColumnElement[bool]] = []
    for column, values in (
        (table.c.type, wanted.types),
        (table.c.mode, wanted.modes),
        (table.c.status, wanted.statuses),
        (table.c.quad_class, wanted.quads),
    ):
        if values:
            found.append(column.in_(values))
    found += _by_countries(wanted)
    found += _by_days(wanted)
    if wanted.place:
        found.append(_by_place(wanted.place))
    if wanted.text and wanted.text.strip():
        found.append(_by_words(wanted.text, dialect))
    if wanted.confidence > 0:
        found.append(table.c.confidence >= wanted.confidence)
    if wanted.sources > 1:
        found.append(table.c.sources >= wanted.sources)
    if wanted.disputed is not None:
        found.append(table.c.disputed.is_(wanted.disputed))
    if not wanted.background:
        found.append(table.c.background.is_(False))
    return found


def _by_countries(wanted: Filter) -> list[ColumnElement[bool]]:
    table, country, dyad = schema.event, schema.event_country, schema.dyad
    found: list[ColumnElement[bool]] = []
    if wanted.about:
        among = select(country.c.event).where(country.c.country.in_(wanted.about))
        if wanted.reported_since:
            among = among.where(country.c.last_reported >= wanted.reported_since)
        found.append(table.c.no.in_(among))
    if wanted.dyad:
        first, second = sorted(wanted.dyad)
        pair = select(dyad.c.event).where(dyad.c.first == first, dyad.c.second == second)
        found.append(table.c.no.in_(pair))
    return found


def _by_days(wanted: Filter) -> list[ColumnElement[bool]]:
    table = schema.event
    found: list[ColumnElement[bool]] = []
    if wanted.since:
        told = func.coalesce(table.c.last_day, table.c.first_day, table.c.last_reported)
        found.append(told >= wanted.since)
    if wanted.until:
        told = func.coalesce(table.c.first_day, table.c.last_day, table.c.first_reported)
        found.append(told <= wanted.until)
    if wanted.reported_since:
        found.append(table.c.last_reported >= wanted.reported_since)
    if wanted.reported_until:
        found.append(table.c.first_reported <= wanted.reported_until)
    if wanted.overdue:
        found.append(table.c.due.is_not(None))
        found.append(table.c.last_day < wanted.overdue)
    return found


def _by_place(place: str) -> ColumnElement[bool]:
    table = schema.event
    if len(place) == 3 and place.isupper():
        return table.c.place_country == place
    pattern = place.replace("\\", "\\\\").replace("%", "\\%").replace("_", "\\_")
    return table.c.place.ilike(f"{pattern}%", escape="\\")


def _by_words(words: str, dialect: str) -> ColumnElement[bool]:
    """Events with a report that has all the words; the newest `MOST_MATCHES` reports count."""
    if dialect == "sqlite":
        quoted = " ".join('"' + word.replace('"', '""') + '"' for word in words.split())
        match = text("words MATCH :words").bindparams(words=quoted)
    else:
        match = text("words @@ plainto_tsquery('english', :words)").bindparams(words=words)
    rowid: ColumnElement[int] = text("rowid")  # type: ignore[assignment]
    matching = (
        select(rowid)
        .select_from(text("mention_text"))
        .where(match)
        .order_by(text("rowid DESC"))
        .limit(MOST_MATCHES)
    )
    mention = schema.mention
    return schema.event.c.no.in_(
        select(mention.c.event).where(mention.c.no.in_(matching), mention.c.event.is_not(None))
    )


def _order(sort: Sort) -> Sequence[ColumnElement[Any]]:
    table = schema.event
    recent = (table.c.last_reported.desc(), table.c.id)
    if sort == "day":
        return (func.coalesce(table.c.first_day, table.c.first_reported).desc(), *recent)
    if sort == "sources":
        return (table.c.sources.desc(), *recent)
    if sort == "confidence":
        return (table.c.confidence.desc(), *recent)
    return recent


def histories_of(connection: Connection, numbers: Sequence[int]) -> Iterator[History]:
    """The histories of events by number, in the order given."""
    mention, article = schema.mention, schema.article
    columns: Select[Any] = select(
        mention.c.event,
        mention.c.data,
        mention.c.corrected,
        article.c.report,
        article.c.source,
        article.c.title,
        article.c.url,
        article.c.published,
    ).join(article, article.c.no == mention.c.article)
    members: dict[int, list[Any]] = {number: [] for number in numbers}
    for part in batched(numbers):
        for row in connection.execute(columns.where(mention.c.event.in_(part))):
            members[row.event].append(report_of(row))
    for reports in members.values():
        if reports:
            yield history_of(reports)
