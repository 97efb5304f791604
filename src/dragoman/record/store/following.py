"""Talks that follow the visit on which they were to be held, when that is put off or called off.

The record keeps the two apart, for each has a history of its own. Who postpones a visit seldom says
that the talks on it are off, too; so what became of the plan of the visit is told of the plan of
its talks, unless that is told to go on without it. Talks are of a visit where one article tells of
both plans, with the same traveller and nobody but the host, on the same days.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence
from datetime import date
from functools import cache
from typing import Any

from sqlalchemy import Connection, Select, select

from dragoman.countries import name_of
from dragoman.mention import Entity, Mention
from dragoman.record.event import Change
from dragoman.record.life.life import FROM_AFAR, OPEN, Report, history_of, in_order
from dragoman.record.life.stretches import gap, stretch_told
from dragoman.record.rows import schema
from dragoman.record.rows.batches import batched
from dragoman.record.rows.mentionrows import mention_of, reports_of

_AFTER = 300  # characters from the sentence of a visit to that of talks without a day
_NEWS: frozenset[Change] = frozenset({"status", "date"})


def followed(
    connection: Connection, talks: Iterable[int], until: date | None = None
) -> dict[int, tuple[Report, ...]]:
    """For each event of talks what was reported of the visits that they are part of.

    Args:
        connection: one that reads the record.
        talks: numbers of events, of which some may be talks.
        until: only what was published up to this day.

    Returns:
        by number of the talks, where they are part of a visit, the reports that changed its plan.
    """
    pairs: dict[int, dict[int, set[str]]] = defaultdict(dict)
    read = cache(mention_of)  # each is told beside every other of its article
    for part in batched(talks):
        for row in connection.execute(_beside().where(schema.mention.c.event.in_(part))):
            if until is not None and (row.published is None or row.published > until):
                continue
            told = read(row.corrected, row.data), read(row.visit_corrected, row.visit)
            if is_on_visit(*told):
                met = pairs[row.event].setdefault(row.visit_event, set())
                met.update(_met(*told))
    changes = _changes(connection, {visit for of in pairs.values() for visit in of}, until)
    return {
        number: tuple(
            report
            for visit in sorted(visits)
            for report in changes.get(visit, ())
            if _is_of(report, visits[visit])
        )
        for number, visits in pairs.items()
    }


def talks_beside(connection: Connection, events: Iterable[int]) -> set[int]:
    """The talks told in an article that tells of one of these events, and of a visit.

    Args:
        connection: one that reads the record.
        events: their numbers.
    """
    told, mine = schema.mention.c, schema.mention.alias()
    found: set[int] = set()
    for part in batched(events):
        articles = select(mine.c.article).where(mine.c.event.in_(part))
        beside = _beside().with_only_columns(told.event).where(told.article.in_(articles))
        found.update(connection.scalars(beside.distinct()))
    return found


def is_on_visit(talks: Mention, visit: Mention) -> bool:
    """Whether what is planned is talks on a planned visit that the same article tells."""
    planned = talks.status == visit.status == "planned" and visit.mode == "visit"
    planned = planned and talks.event == visit.event == "CONSULT"
    if not planned or talks.background or visit.background or talks.mode is not None:
        return False
    if FROM_AFAR.search(talks.sentence.text) or not _are_days_one(talks, visit):
        return False
    hosts = {p.country for p in visit.recipients} | {w.country for w in visit.where[:1]}
    if any(place.country not in (None, *hosts) for place in talks.where):
        return False  # in a third land
    guests = {p.country for p in visit.actors}
    others = _met(talks, visit)
    travels = any(_are_one(one, other) for one in visit.actors for other in talks.parties)
    strangers = any(p.country in guests for p in talks.parties) and not travels
    return not strangers and (travels or bool(others)) and others <= hosts


def _met(talks: Mention, visit: Mention) -> set[str]:
    """The countries of those whom the traveller meets."""
    guests = {p.country for p in visit.actors}
    return {p.country for p in talks.parties if p.country and p.country not in guests}


def _is_of(report: Report, met: set[str]) -> bool:
    """Whether a turn of the visit is also that of talks with these.

    Of a visit to two countries one may be put off alone.
    """
    hosts = {p.country for p in report.mention.recipients if p.country}
    return not hosts or not met or not hosts.isdisjoint(met)


def _are_days_one(talks: Mention, visit: Mention) -> bool:
    """Whether both are told of the same days, or talks without a day right beside the visit."""
    one, other = stretch_told(talks), stretch_told(visit)
    if one is not None and other is not None:
        return gap(one, other) <= 0
    return one is None and 0 <= talks.sentence.start - visit.sentence.start <= _AFTER


def _are_one(one: Entity, other: Entity) -> bool:
    """Whether they may be one: by name, or by country where no office speaks against it."""
    if one.name.casefold() == other.name.casefold():
        return True
    if one.country is None or one.country != other.country:
        return False
    if name_of(one.country) in (one.name, other.name):
        return True  # the state, for whoever goes
    offices = {p.office for p in (one, other) if p.office}
    return len(offices) == 1 and bool(set(one.sectors) & set(other.sectors))


def _changes(
    connection: Connection, visits: Iterable[int], until: date | None
) -> dict[int, tuple[Report, ...]]:
    """The reports that changed the plan of each visit, of those that did not begin it."""
    told = reports_of(connection, visits, until)
    return {visit: _turns(reports) for visit, reports in told.items()}


def _turns(reports: Sequence[Report]) -> tuple[Report, ...]:
    told = history_of(reports)
    turns = [
        report
        for report, step in zip(in_order(reports), told.steps, strict=True)
        if report.mention.status in OPEN and not _NEWS.isdisjoint(step.changes)
    ]
    while turns and told.event.status == "planned" != turns[-1].mention.status:
        turns.pop()  # that it was off was denied, and counts no longer
    return tuple(turns)


def _beside() -> Select[Any]:
    """Mentions of meetings, each with those of others in its article.

    Which are talks and which a visit each mention tells: of the events that may change with time.
    """
    told, article, event = schema.mention, schema.article, schema.event
    visit, other = told.alias(), event.alias()
    joined = (
        told.join(article, article.c.no == told.c.article)
        .join(event, event.c.no == told.c.event)
        .join(visit, visit.c.article == told.c.article)
        .join(other, other.c.no == visit.c.event)
    )
    return (
        select(
            told.c.event, told.c.data, told.c.corrected, article.c.published,
            visit.c.event.label("visit_event"), visit.c.data.label("visit"),
            visit.c.corrected.label("visit_corrected"),
        )
        .select_from(joined)
        .where(
            event.c.type == "CONSULT", other.c.type == "CONSULT", told.c.event != visit.c.event
        )
    )  # fmt: skip
