"""Bringing the record's events up to date when mentions come or change."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from sqlalchemy import Connection, bindparam, delete, func, insert, select, update

from dragoman.mention import Mention
from dragoman.record.linking.linking import Hold, hang, keys_of, probes_of, ranges_of
from dragoman.record.rows import schema
from dragoman.record.rows.batches import listed, write
from dragoman.record.rows.mentionrows import known_of
from dragoman.record.rows.rulingrows import apart, ruled
from dragoman.record.store.eventwriting import restate_talks
from dragoman.record.store.regrouping import regroup
from dragoman.record.traits.traits import Traits


def link_mentions(
    connection: Connection, fresh: Mapping[int, Traits], mentions: Mapping[int, Mention]
) -> None:
    """Link new mentions to the record's, and bring every event that it touches up to date.

    Args:
        connection: one that writes.
        fresh: traits of the new mentions by number; their rows are written.
        mentions: the new mentions by number, as readers corrected them.
    """
    if not fresh:
        return
    keys = sorted((key, number) for number, traits in fresh.items() for key in keys_of(traits))
    rows = [{"key": key, "mention": number} for key, number in keys]
    write(connection, insert(schema.link_key), rows)
    near, known, holds = _near(connection, fresh)
    changed = hang(fresh, near, known, holds)
    _write_holds(connection, changed)
    touched = {*fresh, *changed, *(hold.antecedent for hold in changed.values())}
    regroup(connection, touched, known, fresh=mentions)


def unlink_mention(connection: Connection, number: int) -> int | None:
    """Take a mention out of linking: what hung on it looks for another, its event goes on without.

    Its link keys and its traits go here.

    Returns:
        a mention of the event that most of those have now which were with it in one; None where
        there are none, or it was in no event.
    """
    table = schema.mention
    event = connection.scalar(select(table.c.event).where(table.c.no == number))
    own, _ = known_of(connection, [number])
    if number in own:
        _unfile(connection, number, own[number])
    connection.execute(
        update(table)
        .where(table.c.no == number)
        .values(antecedent=None, likeness=None, event=None, traits=None)
    )
    if event is None:
        return None
    members = connection.scalars(select(table.c.no).where(table.c.event == event)).all()
    left = select(table.c.no).where(table.c.antecedent == number, table.c.traits.is_not(None))
    hanging = connection.scalars(left).all()
    found_again, among = _hang_anew(connection, hanging)
    rest = {*members, *hanging, *found_again}
    regroup(connection, rest, among, fresh={}, emptied={event})
    article = select(table.c.article).where(table.c.no == number)
    beside = select(table.c.event).where(table.c.article.in_(article), table.c.event.is_not(None))
    restate_talks(connection, set(connection.scalars(beside)))
    found: int | None = connection.scalar(
        select(func.min(table.c.no))
        .where(table.c.no.in_(listed(connection, members)))
        .group_by(table.c.event)
        .order_by(func.count().desc(), func.min(table.c.no))
        .limit(1)
    )
    return found


def rehang(connection: Connection, numbers: Iterable[int]) -> None:
    """Let mentions look anew for what they hang on, and bring the events up to date.

    Args:
        connection: one that writes.
        numbers: of mentions that a ruling names; those that were rejected are passed over.
    """
    numbers = list(numbers)
    touched, among = _hang_anew(connection, numbers)
    regroup(connection, {*numbers, *touched}, among, fresh={})


def _hang_anew(
    connection: Connection, numbers: Iterable[int]
) -> tuple[set[int], Mapping[int, Traits]]:
    """Let mentions look anew for what they hang on; gives what they found, and traits read."""
    known, _ = known_of(connection, numbers)
    if not known:
        return set(), {}
    table = schema.mention
    loose = update(table).where(table.c.no.in_(listed(connection, known)))
    connection.execute(loose.values(antecedent=None, likeness=None))
    near, among, holds = _near(connection, known)
    mine = {n: hold for n, hold in hang(known, near, among, holds).items() if n in known}
    _write_holds(connection, mine)
    return {hold.antecedent for hold in mine.values()}, among


def _unfile(connection: Connection, number: int, traits: Traits) -> None:
    """Take out every key under which a mention of these traits is found."""
    link = schema.link_key
    for low, high in ranges_of(traits):
        mine = link.c.mention == number
        connection.execute(delete(link).where(mine, link.c.key.between(low, high)))


def _near(
    connection: Connection, fresh: Mapping[int, Traits]
) -> tuple[dict[int, set[int]], dict[int, Traits], dict[int, Hold]]:
    """For each new mention those that may report the same, less those that a ruling parts from it;
    their traits; what they hang on.
    """
    table = schema.link_key
    probes = {number: probes_of(traits) for number, traits in fresh.items()}
    holders: dict[int, list[int]] = {}
    wanted = sorted({key for keys in probes.values() for key in keys})
    filed = select(table).where(table.c.key.in_(listed(connection, wanted)))
    for key, number in connection.execute(filed).all():
        holders.setdefault(key, []).append(number)
    parted = apart(ruled(connection, fresh))
    found = {
        number: {other for key in keys for other in holders.get(key, ())} - parted[number]
        for number, keys in probes.items()
    }
    old = {other for near in found.values() for other in near} - set(fresh)
    known, holds = known_of(connection, old)
    known.update(fresh)
    return found, known, holds


def _write_holds(connection: Connection, changed: Mapping[int, Hold]) -> None:
    if not changed:
        return
    table = schema.mention
    statement = (
        update(table)
        .where(table.c.no == bindparam("number"))
        .values(antecedent=bindparam("before"), likeness=bindparam("alike"))
    )
    rows = [
        {"number": number, "before": hold.antecedent, "alike": hold.likeness}
        for number, hold in changed.items()
    ]
    write(connection, statement, rows)
