"""Which mentions are one event: dividing them anew where something touched them.

Readers come before likeness, and of two rulings that cannot both hold the later one. Where a ruling
parts mentions that likeness would bring together by way of others, the way is cut at its weakest
link.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence, Set
from itertools import product
from typing import Any

from sqlalchemy import Connection, select

from dragoman.mention import Mention
from dragoman.record.linking.groups import Groups
from dragoman.record.linking.linking import Hold, coherent, components
from dragoman.record.rows import schema
from dragoman.record.rows.batches import listed
from dragoman.record.rows.mentionrows import known_of
from dragoman.record.rows.rulingrows import Ruled, apart, ruled
from dragoman.record.store.eventwriting import write_events
from dragoman.record.traits.traits import Traits

Rows = dict[int, Any]


def regroup(
    connection: Connection,
    touched: Iterable[int],
    known: Mapping[int, Traits],
    *,
    fresh: Mapping[int, Mention],
    emptied: Set[int] = frozenset(),
) -> None:
    """Divide the mentions that hang together into events anew; write those that changed.

    Args:
        connection: one that writes.
        touched: numbers of mentions; what they hang on is written.
        known: traits that need no reading.
        fresh: those that are in no event yet, by number.
        emptied: events that lost a mention; they are written whatever their mentions are now.
    """
    rows, rulings = _around(connection, touched, emptied)
    members: dict[int, set[int]] = {}
    for row in rows.values():
        if row.event is not None:
            members.setdefault(row.event, set()).add(row.no)
    holds = {
        row.no: Hold(row.antecedent, row.likeness) if row.antecedent is not None else None
        for row in rows.values()
        if row.live
    }
    several = {n for part in components(holds) if len(part) > 1 for n in part}
    unread, _ = known_of(connection, several - known.keys())
    holds = coherent(holds, {**known, **unread})
    whole = [among for event, among in members.items() if event not in emptied]
    new: list[list[int]] = []
    kept: set[int] = set()
    for part in divided(holds, rulings):
        if set(part) in whole and fresh.keys().isdisjoint(part):
            kept.add(rows[part[0]].event)
        else:
            new.append(part)
    write_events(connection, new, old=(members.keys() | emptied) - kept, fresh=fresh)


def _around(
    connection: Connection, touched: Iterable[int], emptied: Set[int]
) -> tuple[Rows, list[Ruled]]:
    """Mentions with all that hangs together with them, or that readers ruled to be with or without.

    Args:
        connection: one that reads the record.
        touched: numbers of mentions.
        emptied: events that are wanted, too.

    Returns:
        the rows by number, and the rulings on them that hold, the latest first. A row tells what
        the mention hangs on, whichever event that is in; its own event; and whether it is
        ``live``: not rejected.
    """
    table = schema.mention
    live = table.c.traits.is_not(None)
    columns = select(
        table.c.no, table.c.antecedent, table.c.likeness, table.c.event, live.label("live")
    )
    rows: Rows = {}
    events: set[int] = set()
    asked: set[int] = set()
    touched = set(touched)
    front, more = touched, set(emptied)
    while True:
        asked |= front
        among = connection.execute(columns.where(table.c.no.in_(listed(connection, front))))
        # One that is in no event was rejected, or is yet to be linked.
        found = [row for row in among if row.event is not None or row.no in touched]
        more |= {row.event for row in found if row.event is not None} - events
        events |= more
        within = columns.where(table.c.event.in_(listed(connection, more)))
        new = {row.no: row for row in (*found, *connection.execute(within)) if row.no not in rows}
        rows |= new
        rulings = ruled(connection, rows)
        hanging = select(table.c.no).where(table.c.antecedent.in_(listed(connection, new)), live)
        front = {row.antecedent for row in new.values() if row.live} - {None}
        front.update(connection.scalars(hanging))
        front.update(number for ruling in rulings for number in ruling.numbers)
        front -= rows.keys() | asked
        more = set()
        if not front:
            return rows, rulings


def divided(holds: Mapping[int, Hold | None], rulings: Sequence[Ruled]) -> list[list[int]]:
    """The mentions that are one event, for each event.

    Args:
        holds: for each mention what it hangs on; one that is no key itself is passed over.
        rulings: of readers on these mentions, the latest first.
    """
    if not rulings:
        return components(holds)
    parts = _Parts(apart(rulings))
    for ruling in rulings:
        if ruling.kind == "join":
            sides = ([number for number in side if number in holds] for side in ruling.sides)
            # The first of each side, or where rulings part those, the next that may.
            any(parts.join(one, other) for one, other in product(*sides))
    links = [(-hold.likeness, n, hold.antecedent) for n, hold in holds.items() if hold]
    for _, number, antecedent in sorted(links):
        if antecedent in holds:
            parts.join(antecedent, number)
    return parts.together.parted(holds)


class _Parts:
    """Numbers that are together, and such as must not be."""

    def __init__(self, apart: Mapping[int, set[int]]) -> None:
        self.together = Groups()
        self._apart = defaultdict(set, apart)  # by the least of each group, both ways round

    def join(self, one: int, other: int) -> bool:
        """Bring two together with all that is with them, where they may; tells if they are now."""
        one, other = sorted((self.together.of(one), self.together.of(other)))
        if one == other:
            return True
        if other in self._apart[one]:
            return False
        self.together.join(one, other)
        for third in self._apart.pop(other, ()):
            self._apart[third].discard(other)
            self._apart[third].add(one)
            self._apart[one].add(third)
        return True
