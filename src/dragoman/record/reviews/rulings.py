"""Rulings: a reader says that two events are one, or that reports do not belong to theirs.

A ruling is kept beside what likeness says, never over it: linking asks for it whenever mentions
come or change, and it can be taken back. Of two that cannot both hold the later one counts.
"""

from __future__ import annotations

import secrets
from collections.abc import Sequence
from datetime import UTC, datetime

from sqlalchemy import Connection, insert, select

from dragoman.record.questions.questions import event_number, histories_of
from dragoman.record.questions.values import check_page, check_several, check_string
from dragoman.record.reviews.checks import ReviewError, reader_in, remark_in
from dragoman.record.rows import schema
from dragoman.record.rows.batches import batched
from dragoman.record.rows.rulingrows import told
from dragoman.record.rows.storable import storable
from dragoman.record.ruling import Kind, Ruling
from dragoman.record.store.store import Record
from dragoman.record.store.updating import rehang

_MOST = 1_000  # mentions that are named at once
_LONGEST = 80  # characters of an id that is told


def join(
    record: Record, one: str, other: str, *, reviewer: str, note: str | None = None
) -> Ruling:
    """Say that two events are one; it has the id of the earlier, and the other id leads to it.

    Args:
        record: the record.
        one: id of an event, or of a mention of it.
        other: that of another.
        reviewer: who says so.
        note: a remark.

    Raises:
        TypeError: an id, the reader's name or the remark is no string.
        ReviewError: there is no such event, or both are the same.
    """
    reader = reader_in(reviewer)
    with record.writing() as connection:
        numbers = [_event(connection, name) for name in (one, other)]
        if numbers[0] == numbers[1]:
            what = f"{one[:_LONGEST]} and {other[:_LONGEST]} lead to one event already"
            raise ReviewError(f"{what}; name another one")
        sides = [_members(connection, number) for number in numbers]
        return _rule(connection, "join", sides, reader, note)


def part(
    record: Record, mentions: Sequence[str], *, reviewer: str, note: str | None = None
) -> Ruling:
    """Say that mentions do not belong to the event that they are in.

    Where they belong instead is left to likeness: to another event, to one of their own.

    Args:
        record: the record.
        mentions: their ids, all of one event; some of it must be left.
        reviewer: who says so.
        note: a remark.

    Raises:
        TypeError: ``mentions`` is one text, or has what is no string; or the reader's name or the
            remark is none.
        ReviewError: there is no such mention, or they are of several events, or all of one.
    """
    check_several("mentions", mentions)
    for name in mentions:
        check_string("a mention's id", name)
    reader = reader_in(reviewer)
    if not 0 < len(set(mentions)) <= _MOST:
        raise ReviewError(f"name the mentions to take out of their event, at most {_MOST}")
    mentions = [storable(name) for name in mentions]
    table = schema.mention
    with record.writing() as connection:
        wanted = select(table.c.id, table.c.event).where(table.c.id.in_(set(mentions)))
        known = {row.id: row.event for row in connection.execute(wanted)}
        for name in mentions:
            if known.get(name) is None:
                what = f"no event of the record has a mention {name[:_LONGEST]!r}"
                raise ReviewError(f"{what}; ids are to be given whole")
        if len(set(known.values())) > 1:
            raise ReviewError("the mentions are of several events; take them out event by event")
        members = _members(connection, known[mentions[0]])
        out = {name: number for name, number in members.items() if name in known}
        left = {name: number for name, number in members.items() if name not in known}
        if not left:
            raise ReviewError("these are all mentions of the event; leave one, or reject them")
        return _rule(connection, "part", [out, left], reader, note)


def withdraw(
    record: Record, ruling: str, *, reviewer: str, note: str | None = None
) -> Ruling:
    """Take a ruling back: likeness and the other rulings decide again.

    Args:
        record: the record.
        ruling: its id.
        reviewer: who says so.
        note: a remark.

    Raises:
        TypeError: the id, the reader's name or the remark is no string.
        ReviewError: there is no such ruling, or it was taken back before.
    """
    check_string("a ruling's id", ruling)
    reader = reader_in(reviewer)
    with record.writing() as connection:
        table = schema.ruling
        named = table.c.id == storable(ruling)
        number = connection.scalar(select(table.c.no).where(named, table.c.kind != "withdraw"))
        if number is None:
            raise ReviewError(f"the record has no ruling {ruling[:_LONGEST]!r}; it may be mistyped")
        if told(connection, [number])[number].withdrawn:
            raise ReviewError(f"ruling {ruling} was taken back before")
        _insert(connection, "withdraw", reader, note, withdraws=number)
        of = schema.ruling_mention.c
        rehang(connection, connection.scalars(select(of.mention).where(of.ruling == number)).all())
        return told(connection, [number])[number]


def rulings(record: Record, *, limit: int = 50, offset: int = 0) -> tuple[Ruling, ...]:
    """Rulings, also those taken back, the latest first.

    Args:
        record: the record.
        limit: how many at most.
        offset: how many to pass over.

    Raises:
        TypeError: ``limit`` or ``offset`` is no whole number.
        ValueError: one is below 0 or past any record.
    """
    check_page(limit, offset)
    no, kind = schema.ruling.c.no, schema.ruling.c.kind
    wanted = select(no).where(kind != "withdraw").order_by(no.desc()).limit(limit).offset(offset)
    with record.reading() as connection:
        numbers = connection.scalars(wanted).all()
        made = told(connection, numbers)
    return tuple(made[number] for number in numbers)


def events_now(record: Record, ruling: Ruling) -> tuple[str, ...]:
    """Ids of the events in which the mentions of a ruling are now, those of the one side first."""
    event, mention = schema.event, schema.mention
    found: dict[str, None] = {}
    with record.reading() as connection:
        for side in (ruling.mentions, ruling.others):
            for names in batched(side):
                wanted = select(event.c.id).join(mention, mention.c.event == event.c.no)
                of = wanted.where(mention.c.id.in_(names)).distinct().order_by(event.c.id)
                found |= dict.fromkeys(connection.scalars(of))
    return tuple(found)


def _event(connection: Connection, identifier: str) -> int:
    number = event_number(connection, identifier)
    if number is None:
        what = f"the record has no event {identifier[:_LONGEST]!r}, or several begin so"
        raise ReviewError(f"{what}; give the whole id")
    return number


def _members(connection: Connection, event: int) -> dict[str, int]:
    """The mentions of an event in its order: id to number."""
    table = schema.mention
    (history,) = histories_of(connection, [event])
    wanted = select(table.c.id, table.c.no).where(table.c.event == event)
    numbers = {row.id: row.no for row in connection.execute(wanted)}
    return {step.mention_id: numbers[step.mention_id] for step in history.steps}


def _rule(
    connection: Connection,
    kind: Kind,
    sides: Sequence[dict[str, int]],
    reviewer: str,
    note: str | None,
) -> Ruling:
    number = _insert(connection, kind, reviewer, note)
    rows = [
        {"ruling": number, "mention": mention, "side": side, "place": place}
        for side, members in enumerate(sides)
        for place, mention in enumerate(members.values())
    ]
    connection.execute(insert(schema.ruling_mention), rows)
    rehang(connection, [row["mention"] for row in rows])
    return told(connection, [number])[number]


def _insert(
    connection: Connection,
    kind: str,
    reviewer: str,
    note: str | None,
    withdraws: int | None = None,
) -> int:
    row = {
        "id": secrets.token_hex(6),
        "kind": kind,
        "withdraws": withdraws,
        "reviewer": reviewer,
        "made": datetime.now(UTC),
        "note": remark_in(note),
    }
    number: int = connection.execute(
        insert(schema.ruling).returning(schema.ruling.c.no), [row]
    ).scalar_one()
    return number
