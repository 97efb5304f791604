"""Which articles of a record are copies of which."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any

from sqlalchemy import Connection, bindparam, select, update

from dragoman.record import schema
from dragoman.record.batches import batched, listed
from dragoman.record.copies import Print, are_copies, bands, groups


def group_copies(connection: Connection, prints: Mapping[int, Print]) -> set[int]:
    """Find the copies of new articles, and name the first of each group as the report.

    Args:
        connection: one that writes.
        prints: fingerprints of the new articles by number; their rows and bands are written.

    Returns:
        the numbers of the articles whose report is another one than before.
    """
    known = _neighbours(connection, prints)
    pairs = [
        (number, other)
        for number, near in known.items()
        for other, made in near.items()
        if other != number and are_copies(prints[number], made)
    ]
    grouped = groups(pairs)
    if not grouped:
        return set()
    rows = _with_companions(connection, grouped)
    # What was one group before stays one; the new pairs join groups.
    ties = [(row.no, rows_of[0].no) for rows_of in _by_report(rows) for row in rows_of]
    return _name_reports(connection, rows, groups([*pairs, *ties]))


def _neighbours(
    connection: Connection, prints: Mapping[int, Print]
) -> dict[int, dict[int, Print]]:
    """For each new article those that share a band with it, with their fingerprints."""
    table = schema.band
    holders: dict[int, list[int]] = {}
    wanted = {value for made in prints.values() for value in bands(made)}
    shared = select(table).where(table.c.hash.in_(listed(connection, sorted(wanted))))
    for value, number in connection.execute(shared):
        holders.setdefault(value, []).append(number)
    found = {
        number: {other for value in bands(made) for other in holders.get(value, ())} - {number}
        for number, made in prints.items()
    }
    known = _prints(connection, {other for near in found.values() for other in near})
    return {number: {other: known[other] for other in near} for number, near in found.items()}


def _prints(connection: Connection, numbers: Iterable[int]) -> dict[int, Print]:
    table = schema.article
    columns = select(table.c.no, table.c.shingles, table.c.signature)
    return {
        row.no: Print(row.shingles, row.signature)
        for part in batched(numbers)
        for row in connection.execute(columns.where(table.c.no.in_(part)))
    }


def _with_companions(connection: Connection, numbers: Iterable[int]) -> list[Any]:
    """The articles of these numbers and all that are copies of the same reports."""
    table = schema.article
    reports = {
        name
        for part in batched(numbers)
        for name in connection.scalars(select(table.c.report).where(table.c.no.in_(part)))
    }
    columns = select(table.c.no, table.c.id, table.c.published, table.c.report)
    return [
        row
        for part in batched(reports)
        for row in connection.execute(columns.where(table.c.report.in_(part)))
    ]


def _by_report(rows: Iterable[Any]) -> Iterable[list[Any]]:
    found: dict[str, list[Any]] = {}
    for row in rows:
        found.setdefault(row.report, []).append(row)
    return found.values()


def _name_reports(
    connection: Connection, rows: list[Any], grouped: Mapping[int, int]
) -> set[int]:
    """Name the first published article of each group, the first id of one day, as its report."""
    first: dict[int, Any] = {}
    for row in sorted(rows, key=lambda row: (str(row.published or "9999"), row.id)):
        first.setdefault(grouped.get(row.no, row.no), row)
    moved = {
        row.no: first[grouped.get(row.no, row.no)].id
        for row in rows
        if row.report != first[grouped.get(row.no, row.no)].id
    }
    if moved:
        table = schema.article
        statement = update(table).where(table.c.no == bindparam("number"))
        connection.execute(
            statement.values(report=bindparam("name")),
            [{"number": number, "name": name} for number, name in moved.items()],
        )
    return set(moved)
