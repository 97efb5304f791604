"""Writing events: the rows of what a group of mentions reports, in the place of older events."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping
from typing import Any

from sqlalchemy import Connection, bindparam, delete, insert, select, update

from dragoman.mention import Mention
from dragoman.record.event import History
from dragoman.record.life.life import Report, history_of
from dragoman.record.rows import schema
from dragoman.record.rows.batches import batched, listed, write
from dragoman.record.rows.eventrows import country_rows, dyad_rows, event_row, name_rows
from dragoman.record.rows.mentionrows import ORIGIN, report_of, report_with, reports_of
from dragoman.record.store.following import followed, talks_beside

_SIDES = (
    (schema.event_country, country_rows),
    (schema.event_name, name_rows),
    (schema.dyad, dyad_rows),
)


def restate_reports(connection: Connection, articles: Iterable[int]) -> None:
    """Bring the events of these articles up to date: they are copies of another report now."""
    table = schema.mention
    events = {
        number
        for part in batched(articles)
        for number in connection.scalars(
            select(table.c.event).where(table.c.article.in_(part), table.c.event.is_not(None))
        )
    }
    members: dict[int, list[int]] = defaultdict(list)
    for part in batched(events):
        wanted = select(table.c.no, table.c.event).where(table.c.event.in_(part))
        for row in connection.execute(wanted):
            members[row.event].append(row.no)
    write_events(connection, list(members.values()), old=events, fresh={})


def write_events(
    connection: Connection,
    groups: list[list[int]],
    *,
    old: set[int],
    fresh: Mapping[int, Mention],
) -> None:
    """Write one event for each group of mentions, in the place of the ``old`` events.

    Args:
        connection: one that writes.
        groups: numbers of mentions, those of one event together.
        old: numbers of the events that they were in, all of whose mentions are in the groups or
            in none.
        fresh: mentions by number that need no reading.
    """
    reports = _reports(connection, [number for group in groups for number in group], fresh)
    table = schema.event
    known: dict[str, int] = {
        row.id: row.no
        for part in batched(old)
        for row in connection.execute(select(table.c.id, table.c.no).where(table.c.no.in_(part)))
    }
    made = [(history_of(reports[n] for n in group), group) for group in groups]
    rows = [event_row(history.event) for history, _ in made]
    numbers = _upsert(connection, rows, known)
    statement = (
        update(schema.mention)
        .where(schema.mention.c.no == bindparam("number"))
        .values(event=bindparam("of"))
    )
    told = [(numbers[history.event.id], history) for history, _ in made]
    places = [
        {"number": n, "of": number}
        for (number, _), (_, group) in zip(told, made, strict=True)
        for n in group
    ]
    write(connection, statement, places)
    _write_sides(connection, told, old)
    gone = old - set(numbers.values())
    for part in batched(gone):
        left = update(schema.mention).where(schema.mention.c.event.in_(part))
        connection.execute(left.values(event=None))
        connection.execute(delete(table).where(table.c.no.in_(part)))
    restate_talks(connection, talks_beside(connection, numbers.values()))


def restate_talks(connection: Connection, talks: Iterable[int]) -> None:
    """Bring events of talks up to date with the visits on which they are to be held.

    Args:
        connection: one that writes.
        talks: their numbers.
    """
    talks = sorted(talks)
    beside = followed(connection, talks)
    reports = reports_of(connection, talks)
    told = [(n, history_of(of, beside.get(n, ()))) for n, of in sorted(reports.items())]
    rows = [event_row(history.event) for _, history in told]
    _upsert(connection, rows, {history.event.id: number for number, history in told})
    _write_sides(connection, told, reports)


def _upsert(
    connection: Connection, rows: list[dict[str, Any]], known: Mapping[str, int]
) -> dict[str, int]:
    """Write event rows; gives the numbers by id."""
    table = schema.event
    fresh = [row for row in rows if row["id"] not in known]
    numbers = {row["id"]: known[row["id"]] for row in rows if row["id"] in known}
    if fresh:
        statement = insert(table).returning(table.c.id, table.c.no)
        numbers |= {row.id: row.no for row in connection.execute(statement, fresh)}
    present = [{**row, "number": known[row["id"]]} for row in rows if row["id"] in known]
    if present:
        connection.execute(update(table).where(table.c.no == bindparam("number")), present)
    return numbers


def _write_sides(
    connection: Connection, told: list[tuple[int, History]], old: Iterable[int]
) -> None:
    for table, rows_of in _SIDES:
        for part in batched(old):
            connection.execute(delete(table).where(table.c.event.in_(part)))
        rows = [row for number, history in told for row in rows_of(number, history)]
        if rows:
            connection.execute(insert(table), rows)


def _reports(
    connection: Connection, numbers: Iterable[int], fresh: Mapping[int, Mention]
) -> dict[int, Report]:
    """The reports of these numbers; the mentions of ``fresh`` need no reading."""
    mention, article = schema.mention, schema.article
    joined = mention.join(article, article.c.no == mention.c.article)
    known: Any = select(mention.c.no, *ORIGIN).select_from(joined)
    told = (mention.c.no, mention.c.data, mention.c.corrected)
    unread: Any = select(*told, *ORIGIN).select_from(joined)
    found: dict[int, Report] = {}
    new = mention.c.no.in_(listed(connection, (n for n in numbers if n in fresh)))
    for row in connection.execute(known.where(new)):
        found[row.no] = report_with(fresh[row.no], row)
    old = mention.c.no.in_(listed(connection, (n for n in numbers if n not in fresh)))
    for row in connection.execute(unread.where(old)):
        found[row.no] = report_of(row)
    return found
