"""Questions asked of a record: which events, how many of each kind, and what became of one."""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass, field, replace
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
    union_all,
)

from dragoman.record.event import Event, History
from dragoman.record.life.life import history_of
from dragoman.record.questions.conditions import conditions_of
from dragoman.record.questions.filters import Filter
from dragoman.record.questions.values import (
    check_one_of,
    check_page,
    check_several,
    check_string,
    check_whole,
)
from dragoman.record.rows import schema
from dragoman.record.rows.batches import batched, listed
from dragoman.record.rows.eventrows import event_from_dict
from dragoman.record.rows.mentionrows import reports_of
from dragoman.record.rows.rulingrows import rulings_on
from dragoman.record.rows.storable import storable
from dragoman.record.store.following import followed
from dragoman.record.store.store import Record

Sort = Literal["reported", "day", "sources", "confidence"]
Facet = Literal["types", "statuses", "countries"]
# Pages count no further than this; beyond it they say "more than".
MOST_COUNTED = 10_000


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
    wanted: Filter = Filter(),
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
        sort: ``reported`` (last reported first), ``day`` (latest event first, of what has
            no date the day of its first report), ``sources`` (most
            independent sources first), ``confidence`` (most certain first).
        limit: how many at most.
        offset: how many to pass over.
        total: how many there are in all, where that is known; else they are counted.

    Raises:
        TypeError: ``limit``, ``offset`` or ``total`` is no whole number.
        ValueError: one is below 0 or past any record, or ``sort`` is none of these.
    """
    check_one_of("sort", sort, get_args(Sort))
    check_page(limit, offset)
    check_whole("total", total or 0)
    table = schema.event
    conditions = conditions_of(wanted, record.dialect)
    with record.reading() as connection:
        chosen = select(table.c.no).where(*conditions).order_by(*_order(sort))
        found = events_of(connection, chosen.limit(limit).offset(offset))
        if offset == 0 and len(found) < limit:
            total = len(found)
        elif total is None:
            total = counted(connection, select(table.c.no).where(*conditions))
    return Page(found, total, offset)


def counted(connection: Connection, chosen: Select[tuple[int]]) -> int:
    """How many rows a statement selects, counted up to `MOST_COUNTED`."""
    rows = chosen.limit(MOST_COUNTED).subquery()
    return connection.scalar(select(func.count()).select_from(rows)) or 0


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
    """Every event that a filter finds, with its history, by day of first report; streamed.

    Those of which no report has a day come first.
    """
    table = schema.event
    conditions = conditions_of(wanted, record.dialect)
    with record.reading() as connection:
        numbers = connection.scalars(
            select(table.c.no)
            .where(*conditions)
            .order_by(table.c.first_reported.nulls_first(), table.c.id)
        ).all()
        for part in batched(numbers, 500):
            yield from histories_of(connection, part)


def history(record: Record, identifier: str) -> History | None:
    """The event of this id, or the one that the mention of this id belongs to; None if neither.

    An id may be cut short as long as it is the beginning of one id only. That of a mention that was
    rejected leads to where those are now that were with it in one event.

    Raises:
        TypeError: ``identifier`` is no string.
    """
    with record.reading() as connection:
        found = event_number(connection, identifier)
        return next(histories_of(connection, [found])) if found is not None else None


def event_number(connection: Connection, identifier: str) -> int | None:
    """The number of the event that an id leads to, as `history` has it; None where none is.

    Raises:
        TypeError: ``identifier`` is no string.
    """
    check_string("an event's id", identifier)
    mention, identifier = schema.mention, storable(identifier)
    begun = (mention.c.id >= identifier, mention.c.id < identifier + "\U0010ffff")
    live = select(mention.c.event).where(*begun, mention.c.event.is_not(None))
    found: Sequence[int] = connection.scalars(live.distinct().limit(2)).all()
    if not found:
        rejected = select(mention.c.no).where(*begun).limit(2)
        found = _left(connection, connection.scalars(rejected).all())
    return found[0] if len(found) == 1 else None


def _left(connection: Connection, rejected: Sequence[int]) -> list[int]:
    """The event, if any, to which a rejected mention leads, when there is but that one.

    Each leads to one that was not rejected yet when it was itself, so that no way turns back.
    """
    mention = schema.mention
    number = rejected[0] if len(rejected) == 1 else None
    while number is not None:
        wanted = select(mention.c.event, mention.c.antecedent).where(mention.c.no == number)
        row = connection.execute(wanted).first()
        if row is None or row.event is not None:
            return [row.event] if row else []
        number = row.antecedent
    return []


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

    Raises:
        TypeError: ``of`` is one text.
        ValueError: ``of`` has what is not counted.
    """
    check_several("of", of)
    for one in of:
        check_one_of("of", one, get_args(Facet))
    table, country = schema.event, schema.event_country
    told = (table.c.no, table.c.type, table.c.status, table.c.last_reported, table.c.id)
    fits: FromClause = table
    fitting = select(*told).where(*conditions_of(wanted, record.dialect))
    if wanted.about or wanted.actors or wanted.dyad or wanted.text:
        # A list of few events is gone through and sorted, not all events in their order.
        fits = fitting.cte("fits").prefix_with("MATERIALIZED")
        fitting = select(*fits.c)
    newest = fitting.order_by(fits.c.last_reported.desc().nulls_last(), fits.c.id)
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


def _order(sort: Sort) -> Sequence[ColumnElement[Any]]:
    table = schema.event
    recent = (table.c.last_reported.desc().nulls_last(), table.c.id)
    if sort == "day":
        day = func.coalesce(table.c.first_day, table.c.last_day, table.c.first_reported)
        return (day.desc().nulls_last(), *recent)
    if sort == "sources":
        return (table.c.sources.desc(), *recent)
    if sort == "confidence":
        return (table.c.confidence.desc(), *recent)
    return recent


def histories_of(
    connection: Connection, numbers: Sequence[int], until: date | None = None
) -> Iterator[History]:
    """The histories of events by number, in the order given.

    Args:
        connection: one that reads the record.
        numbers: the events.
        until: only what was published up to this day, as each event has a report of.
    """
    found = reports_of(connection, numbers, until)
    rulings = rulings_on(connection, numbers)
    beside = followed(connection, numbers, until)
    for number in dict.fromkeys(numbers):
        if reports := found.get(number):
            told = history_of(reports, beside.get(number, ()))
            yield replace(told, rulings=rulings.get(number, ()))
