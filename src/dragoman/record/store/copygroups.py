"""Which articles of a record are copies of which."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any

from sqlalchemy import Connection, insert, select, update

from dragoman.record.linking.copies import Print, are_copies, bands
from dragoman.record.linking.groups import Groups
from dragoman.record.rows import schema
from dragoman.record.rows.batches import batched, listed, write

# So many copies of one report are found by a band that they share: a crawl holds the same consent
# page ten thousand times, and a text that is a copy of none of these is one of hardly any other.
_FILED = 8


def group_copies(connection: Connection, prints: Mapping[int, Print]) -> set[int]:
    """Find the copies of new articles, and name the first of each group as the report.

    Args:
        connection: one that writes.
        prints: fingerprints of the new articles by number; their rows are written, each as its
            own report. Their bands are written here.

    Returns:
        the numbers of the articles whose report is another one than before.
    """
    holders = _holders(connection, prints)
    known, reports = _filed(connection, {other for near in holders.values() for other in near})
    grouped = Groups()
    for copies in reports.values():
        for other in copies:
            grouped.join(copies[0], other)
    fresh: list[dict[str, float | str | None]] = []
    for number, made in prints.items():
        values = set(bands(made))
        for other in sorted({other for value in values for other in holders.get(value, ())}):
            if grouped.of(number) != grouped.of(other) and are_copies(made, known[other]):
                grouped.join(number, other)
        known[number] = made
        for value in values:
            near = holders.setdefault(value, [])
            if sum(grouped.of(other) == grouped.of(number) for other in near) < _FILED:
                near.append(number)
                fresh.append({"hash": value, "article": number})
    write(connection, insert(schema.band), sorted(fresh, key=lambda row: tuple(row.values())))
    return _name_reports(connection, prints, reports, grouped)


def _holders(connection: Connection, prints: Mapping[int, Print]) -> dict[int, list[int]]:
    """The articles filed under each of these bands, by band."""
    table = schema.band
    wanted = {value for made in prints.values() for value in bands(made)}
    shared = select(table).where(table.c.hash.in_(listed(connection, sorted(wanted))))
    found: dict[int, list[int]] = {}
    for value, number in connection.execute(shared):
        found.setdefault(value, []).append(number)
    return found


def _filed(
    connection: Connection, numbers: Iterable[int]
) -> tuple[dict[int, Print], dict[str, list[int]]]:
    """The fingerprints of articles by number, and the numbers by the report they are copies of."""
    table = schema.article
    columns = select(table.c.no, table.c.shingles, table.c.signature, table.c.report)
    prints: dict[int, Print] = {}
    reports: dict[str, list[int]] = {}
    for part in batched(numbers):
        for row in connection.execute(columns.where(table.c.no.in_(part))):
            prints[row.no] = Print(row.shingles, row.signature)
            reports.setdefault(row.report, []).append(row.no)
    return prints, reports


def _name_reports(
    connection: Connection,
    fresh: Iterable[int],
    reports: Mapping[str, list[int]],
    grouped: Groups,
) -> set[int]:
    """Name the first published article of each group, the first id of one day, as its report.

    Only what was a report until now, or is new, can be the first.
    """
    touched = {grouped.of(number) for number in fresh}
    names = [name for name, (first, *_) in reports.items() if grouped.of(first) in touched]
    table = schema.article
    columns = select(table.c.no, table.c.id, table.c.published)
    rows = [
        row
        for column, values in ((table.c.id, names), (table.c.no, fresh))
        for part in batched(values)
        for row in connection.execute(columns.where(column.in_(part)))
    ]
    members: dict[int, list[Any]] = {}
    for row in sorted(rows, key=_earliest):
        group = grouped.of(reports[row.id][0] if row.id in reports else row.no)
        members.setdefault(group, []).append(row)
    moved: set[int] = set()
    for first, *rest in members.values():
        for part in batched(row.id for row in rest):
            theirs = table.c.report.in_(part)
            moved.update(connection.scalars(select(table.c.no).where(theirs)))
            connection.execute(update(table).where(theirs).values(report=first.id))
    return moved


def name_anew(connection: Connection, report: str) -> set[int]:
    """Name the report of this one's copies anew, as where one of them got its day or is gone.

    Returns:
        the numbers of those articles, where their report is another one than before.
    """
    table = schema.article
    theirs = table.c.report == report
    rows = connection.execute(select(table.c.no, table.c.id, table.c.published).where(theirs)).all()
    first = min(rows, key=_earliest, default=None)
    if first is None or first.id == report:
        return set()
    connection.execute(update(table).where(theirs).values(report=first.id))
    return {row.no for row in rows}


def _earliest(row: Any) -> tuple[str, str]:
    """The order of the articles of a group; its first is the report."""
    return str(row.published or "9999"), row.id
