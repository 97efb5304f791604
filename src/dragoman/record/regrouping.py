"""Which mentions are one event: dividing them anew where something touched them."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Set
from typing import Any

from sqlalchemy import Connection, select

from dragoman.mention import Mention
from dragoman.record import schema
from dragoman.record.batches import listed
from dragoman.record.dividing import divided
from dragoman.record.eventwriting import write_events
from dragoman.record.linking import Hold
from dragoman.record.ruled import Ruled, ruled

Rows = dict[int, Any]


def regroup(
    connection: Connection,
    touched: Iterable[int],
    *,
    fresh: Mapping[int, Mention],
    emptied: Set[int] = frozenset(),
) -> None:
    """Divide the mentions of the touched events into events anew; write those that changed.

    Args:
        connection: one that writes.
        touched: numbers of mentions; what they hang on is written.
        fresh: those that are in no event yet, by number.
        emptied: events that lost a mention; they are written whatever their mentions are now.
    """
    rows, rulings = around(connection, touched, emptied)
    members: dict[int, set[int]] = {}
    for row in rows.values():
        if row.event is not None:
            members.setdefault(row.event, set()).add(row.no)
    holds = {
        row.no: Hold(row.antecedent, row.likeness) if row.antecedent is not None else None
        for row in rows.values()
        if row.live or row.no in fresh
    }
    whole = [among for event, among in members.items() if event not in emptied]
    new: list[list[int]] = []
    kept: set[int] = set()
    for part in divided(holds, rulings):
        if set(part) in whole and fresh.keys().isdisjoint(part):
            kept.add(rows[part[0]].event)
        else:
            new.append(part)
    write_events(connection, new, old=(members.keys() | emptied) - kept, fresh=fresh)


def around(
    connection: Connection, touched: Iterable[int], emptied: Set[int] = frozenset()
) -> tuple[Rows, list[Ruled]]:
    """Mentions with all of their events, and of what readers ruled them to be with or without.

    Args:
        connection: one that reads the record.
        touched: numbers of mentions.
        emptied: events that are wanted, too.

    Returns:
        the rows by number, and the rulings on them that hold, the latest first. A row tells what
        the mention hangs on, in which event it is, and whether it is ``live``: not rejected.
    """
    table = schema.mention
    columns = select(
        table.c.no, table.c.antecedent, table.c.likeness, table.c.event,
        table.c.traits.is_not(None).label("live"),
    )  # fmt: skip
    rows: Rows = {}
    known: set[int] = set()
    asked: set[int] = set()
    wanted = columns.where(table.c.no.in_(listed(connection, touched)))
    while True:
        rows |= {row.no: row for row in connection.execute(wanted)}
        events = ({row.event for row in rows.values()} | emptied) - known - {None}
        within = columns.where(table.c.event.in_(listed(connection, events)))
        rows |= {row.no: row for row in connection.execute(within)}
        known |= events
        rulings = ruled(connection, rows)
        beyond = {number for ruling in rulings for number in ruling.numbers} - rows.keys() - asked
        if not beyond:
            return rows, rulings
        asked |= beyond
        # One that is in no event was rejected, or is yet to be linked.
        wanted = columns.where(
            table.c.no.in_(listed(connection, beyond)), table.c.event.is_not(None)
        )
