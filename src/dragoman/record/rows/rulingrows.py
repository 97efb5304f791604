"""What readers ruled of mentions, as linking needs it and as it is shown."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import Any

from sqlalchemy import Connection, select

from dragoman.record.rows import schema
from dragoman.record.rows.batches import listed
from dragoman.record.ruling import Kind, Ruling, Withdrawal


@dataclass(frozen=True, slots=True)
class Ruled:
    """A ruling that holds, by the numbers of the mentions of its two sides."""

    kind: Kind
    sides: tuple[tuple[int, ...], tuple[int, ...]]

    @property
    def numbers(self) -> tuple[int, ...]:
        """The mentions of both sides."""
        return (*self.sides[0], *self.sides[1])


def ruled(connection: Connection, mentions: Iterable[int]) -> list[Ruled]:
    """The rulings that hold and name one of these mentions, the latest first.

    Args:
        connection: one that reads the record.
        mentions: numbers of mentions.
    """
    ruling, named = schema.ruling, schema.ruling_mention
    if connection.scalar(select(ruling.c.no).limit(1)) is None:
        return []
    withdrawn = select(ruling.c.withdraws).where(ruling.c.withdraws.is_not(None))
    wanted = select(named.c.ruling).where(named.c.mention.in_(listed(connection, mentions)))
    rows = connection.execute(
        select(ruling.c.no, ruling.c.kind, named.c.side, named.c.mention)
        .join(named, named.c.ruling == ruling.c.no)
        .where(ruling.c.no.in_(wanted), ruling.c.no.not_in(withdrawn))
        .order_by(ruling.c.no.desc(), named.c.place)
    )
    kinds: dict[int, Kind] = {}
    sides: dict[int, tuple[list[int], list[int]]] = defaultdict(lambda: ([], []))
    for row in rows:
        kinds[row.no] = row.kind
        sides[row.no][row.side].append(row.mention)
    return [Ruled(kinds[no], (tuple(one), tuple(other))) for no, (one, other) in sides.items()]


def apart(rulings: Iterable[Ruled]) -> defaultdict[int, set[int]]:
    """For each mention that rulings part from others those others, both ways round.

    Args:
        rulings: the latest first; what a later one joined, an earlier one does not part.
    """
    found: defaultdict[int, set[int]] = defaultdict(set)
    joined: list[set[int]] = []
    for ruling in rulings:
        if ruling.kind == "join":
            joined.append(set(ruling.numbers))
            continue
        for one in ruling.sides[0]:
            lifted = set[int]().union(*(together for together in joined if one in together))
            for other in set(ruling.sides[1]) - lifted:
                found[one].add(other)
                found[other].add(one)
    return found


def sole(connection: Connection, mentions: Iterable[int]) -> set[int]:
    """Those of these mentions without which a ruling that holds had nothing on one of its sides."""
    mentions = set(mentions)
    return {
        number
        for ruling in ruled(connection, mentions)
        for side in ruling.sides
        if mentions.issuperset(side)
        for number in side
    }


def rulings_on(connection: Connection, events: Iterable[int]) -> dict[int, tuple[Ruling, ...]]:
    """For each of these events the rulings on its mentions, also those taken back, in order."""
    ruling, named, mention = schema.ruling, schema.ruling_mention, schema.mention
    if connection.scalar(select(ruling.c.no).limit(1)) is None:
        return {}
    touching = (
        select(mention.c.event, named.c.ruling)
        .join(named, named.c.mention == mention.c.no)
        .where(mention.c.event.in_(listed(connection, events)))
        .distinct()
    )
    pairs = [(row.event, row.ruling) for row in connection.execute(touching)]
    made = told(connection, {no for _, no in pairs})
    found: dict[int, tuple[Ruling, ...]] = {}
    for event, no in sorted(pairs):
        found[event] = (*found.get(event, ()), made[no])
    return found


def told(connection: Connection, numbers: Iterable[int]) -> dict[int, Ruling]:
    """The rulings of these numbers, by number."""
    ruling, named, mention = schema.ruling, schema.ruling_mention, schema.mention
    numbers = list(numbers)
    rows = connection.execute(select(ruling).where(ruling.c.no.in_(listed(connection, numbers))))
    back = select(ruling).where(ruling.c.withdraws.in_(listed(connection, numbers)))
    withdrawn = {
        row.withdraws: Withdrawal(row.reviewer, utc(row.made), row.note)
        for row in connection.execute(back)
    }
    sides: dict[int, tuple[list[str], list[str]]] = defaultdict(lambda: ([], []))
    of = (
        select(named.c.ruling, named.c.side, mention.c.id)
        .join(mention, mention.c.no == named.c.mention)
        .where(named.c.ruling.in_(listed(connection, numbers)))
        .order_by(named.c.ruling, named.c.place)
    )
    for row in connection.execute(of):
        sides[row.ruling][row.side].append(row.id)
    return {row.no: _ruling(row, sides[row.no], withdrawn.get(row.no)) for row in rows}


def _ruling(row: Any, sides: tuple[list[str], list[str]], back: Withdrawal | None) -> Ruling:
    one, other = map(tuple, sides)
    return Ruling(row.id, row.kind, one, other, row.reviewer, utc(row.made), row.note, back)


def utc(made: datetime) -> datetime:
    """The moment with its zone, which SQLite does not keep."""
    return made if made.tzinfo else made.replace(tzinfo=UTC)
