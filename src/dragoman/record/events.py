"""Bringing the record's events up to date when mentions come or change."""

from __future__ import annotations

import json
from collections import defaultdict
from collections.abc import Iterable, Mapping, Set
from typing import Any

from sqlalchemy import Connection, bindparam, delete, func, insert, select, update

from dragoman.formats.jsonl import mention_from_dict
from dragoman.mention import Mention
from dragoman.record import schema
from dragoman.record.batches import batched, listed, write
from dragoman.record.event import History
from dragoman.record.eventrows import country_rows, dyad_rows, event_row
from dragoman.record.life import Report, history_of
from dragoman.record.linking import (
    Hold,
    coherent,
    components,
    hang,
    keys_of,
    probes_of,
    ranges_of,
)
from dragoman.record.traits import Traits, load_traits
from dragoman.record.words import weighed

_Row = Any


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
    _regroup(connection, touched, known, fresh=mentions)


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
    _write_events(connection, list(members.values()), old=events, fresh={})


def unlink_mention(connection: Connection, number: int) -> int | None:
    """Take a mention out of linking: what hung on it looks for another, its event goes on without.

    Its link keys and its traits go here.

    Returns:
        a mention of the event that most of those have now which were with it in one; None where
        there are none, or it was in no event.
    """
    table = schema.mention
    event = connection.scalar(select(table.c.event).where(table.c.no == number))
    own, _ = _known(connection, [number])
    if number in own:
        _unfile(connection, number, own[number])
    left = select(table.c.no).where(table.c.antecedent == number, table.c.traits.is_not(None))
    hanging = list(connection.scalars(left)) if event is not None else []
    connection.execute(
        update(table)
        .where(table.c.no.in_([number, *hanging]))
        .values(antecedent=None, likeness=None)
    )
    connection.execute(update(table).where(table.c.no == number).values(event=None, traits=None))
    if event is None:
        return None
    members = list(connection.scalars(select(table.c.no).where(table.c.event == event)))
    rest = {*members, *hanging}
    known, _ = _known(connection, hanging)
    among: dict[int, Traits] = {}
    if known:
        near, among, holds = _near(connection, known)
        mine = {n: hold for n, hold in hang(known, near, among, holds).items() if n in known}
        _write_holds(connection, mine)
        rest.update(hold.antecedent for hold in mine.values())
    _regroup(connection, rest, among, fresh={}, emptied={event})
    found: int | None = connection.scalar(
        select(func.min(table.c.no))
        .where(table.c.no.in_(listed(connection, members)))
        .group_by(table.c.event)
        .order_by(func.count().desc(), func.min(table.c.no))
        .limit(1)
    )
    return found


def _unfile(connection: Connection, number: int, traits: Traits) -> None:
    """Take out every key under which a mention of these traits is found."""
    link = schema.link_key
    for low, high in ranges_of(traits):
        mine = link.c.mention == number
        connection.execute(delete(link).where(mine, link.c.key.between(low, high)))


def _near(
    connection: Connection, fresh: Mapping[int, Traits]
) -> tuple[dict[int, set[int]], dict[int, Traits], dict[int, Hold]]:
    """For each new mention those that may report the same; their traits; what they hang on."""
    table = schema.link_key
    probes = {number: probes_of(traits) for number, traits in fresh.items()}
    holders: dict[int, list[int]] = {}
    wanted = sorted({key for keys in probes.values() for key in keys})
    filed = select(table).where(table.c.key.in_(listed(connection, wanted)))
    for key, number in connection.execute(filed).all():
        holders.setdefault(key, []).append(number)
    found = {
        number: set[int]().union(*(holders.get(key, ()) for key in keys))
        for number, keys in probes.items()
    }
    old = {other for near in found.values() for other in near} - set(fresh)
    known, holds = _known(connection, old)
    known.update(fresh)
    return found, known, holds


def _known(
    connection: Connection, numbers: Iterable[int]
) -> tuple[dict[int, Traits], dict[int, Hold]]:
    mention, article = schema.mention, schema.article
    columns = select(
        mention.c.no,
        mention.c.traits,
        mention.c.antecedent,
        mention.c.likeness,
        article.c.no.label("article"),
        article.c.setting,
    ).join(article, article.c.no == mention.c.article)
    settings: dict[int, dict[str, float]] = {}
    traits: dict[int, Traits] = {}
    holds: dict[int, Hold] = {}
    wanted = columns.where(mention.c.no.in_(listed(connection, numbers)))
    for row in connection.execute(wanted).all():
        if row.traits is None:
            continue
        if row.article not in settings:
            settings[row.article] = weighed(row.setting)
        traits[row.no] = load_traits(row.traits, settings[row.article])
        if row.antecedent is not None:
            holds[row.no] = Hold(row.antecedent, row.likeness)
    return traits, holds


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


def _regroup(
    connection: Connection,
    touched: set[int],
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
        fresh: mentions that are in no event yet, by number.
        emptied: events that lost a mention; they are written whatever their mentions are now.
    """
    rows = _together(connection, touched, emptied)
    members: dict[int, set[int]] = defaultdict(set)
    for row in rows.values():
        if row.event is not None:
            members[row.event].add(row.no)
    holds = {n: _hold(row) for n, row in rows.items() if row.live}
    several = {n for part in components(holds) if len(part) > 1 for n in part}
    unread, _ = _known(connection, several - known.keys())
    found = components(coherent(holds, {**known, **unread}))
    whole = [among for event, among in members.items() if event not in emptied]
    same = [set(part) in whole and fresh.keys().isdisjoint(part) for part in found]
    kept = {
        rows[part[0]].event for part, unchanged in zip(found, same, strict=True) if unchanged
    }
    new = [part for part, unchanged in zip(found, same, strict=True) if not unchanged]
    _write_events(connection, new, old=(members.keys() | emptied) - kept, fresh=fresh)


def _together(
    connection: Connection, touched: Iterable[int], emptied: Set[int]
) -> dict[int, _Row]:
    """These mentions and those of ``emptied`` events, with all that hang together with them.

    A row tells what the mention hangs on, whichever event that is in; its own event; and whether
    it is ``live``: no reader has rejected it.
    """
    table = schema.mention
    live = table.c.traits.is_not(None)
    columns = select(
        table.c.no, table.c.antecedent, table.c.likeness, table.c.event, live.label("live")
    )
    rows: dict[int, _Row] = {}
    events: set[int] = set()
    front, fresh_events = set(touched), set(emptied)
    asked: set[int] = set()
    while front or fresh_events:
        asked |= front
        found = connection.execute(columns.where(table.c.no.in_(listed(connection, front)))).all()
        fresh_events |= {row.event for row in found if row.event is not None} - events
        events |= fresh_events
        within = columns.where(table.c.event.in_(listed(connection, fresh_events)))
        new = {row.no: row for row in (*found, *connection.execute(within)) if row.no not in rows}
        rows |= new
        hanging = select(table.c.no).where(table.c.antecedent.in_(listed(connection, new)), live)
        above = {row.antecedent for row in new.values() if row.live} - {None}
        front = {*above, *connection.scalars(hanging)} - rows.keys() - asked
        fresh_events = set()
    return rows


def _hold(row: _Row) -> Hold | None:
    return Hold(row.antecedent, row.likeness) if row.antecedent is not None else None


def _write_events(
    connection: Connection,
    groups: list[list[int]],
    *,
    old: set[int],
    fresh: Mapping[int, Mention],
) -> None:
    """Write one event for each group of mentions, in the place of the ``old`` events."""
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
    for table, rows_of in ((schema.event_country, country_rows), (schema.dyad, dyad_rows)):
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
    origin = (
        article.c.report, article.c.source, article.c.title, article.c.url, article.c.published
    )  # fmt: skip
    joined = mention.join(article, article.c.no == mention.c.article)
    known: Any = select(mention.c.no, *origin).select_from(joined)
    told = (mention.c.no, mention.c.data, mention.c.corrected)
    unread: Any = select(*told, *origin).select_from(joined)
    found: dict[int, Report] = {}
    new = mention.c.no.in_(listed(connection, (n for n in numbers if n in fresh)))
    for row in connection.execute(known.where(new)):
        found[row.no] = _report(fresh[row.no], row)
    old = mention.c.no.in_(listed(connection, (n for n in numbers if n not in fresh)))
    for row in connection.execute(unread.where(old)):
        found[row.no] = report_of(row)
    return found


def report_of(row: Any) -> Report:
    """The report in a row of mention and article, as readers corrected it."""
    return _report(mention_from_dict(json.loads(row.corrected or row.data)), row)


def _report(mention: Mention, row: Any) -> Report:
    return Report(mention, row.report, row.source, row.title, row.url, row.published)
