"""Mentions as rows: what the life of an event takes of them, and the traits that linking compares.

Traits are one row of JSON a mention, also those of older versions.
"""

from __future__ import annotations

import json
from collections import defaultdict
from collections.abc import Iterable
from datetime import date
from typing import Any

from sqlalchemy import Connection, select

from dragoman.formats.jsonl import mention_from_dict
from dragoman.mention import Mention
from dragoman.record.life.life import Report
from dragoman.record.linking.linking import Hold
from dragoman.record.rows import schema
from dragoman.record.rows.batches import batched, listed
from dragoman.record.traits.deeds import NO_DEED, Deed, Slack
from dragoman.record.traits.traits import Side, Spot, Traits, place_in_order
from dragoman.record.traits.turns import Turn
from dragoman.record.traits.words import weighed

_article = schema.article.c
ORIGIN = (_article.report, _article.source, _article.title, _article.url, _article.published)
"""Columns of what an article tells of its origin."""
# Turn, put off, deed, what it undoes and its subjects, where an older version wrote none.
_OLDER: tuple[Any, ...] = (None, False, None, "", ())


def reports_of(
    connection: Connection, numbers: Iterable[int], until: date | None = None
) -> dict[int, list[Report]]:
    """The reports of events by number; events without any are left out.

    Args:
        connection: one that reads the record.
        numbers: the events.
        until: only what was published up to this day.
    """
    mention = schema.mention.c
    columns = select(mention.event, mention.data, mention.corrected, *ORIGIN).join(
        schema.article, _article.no == mention.article
    )
    if until is not None:
        columns = columns.where(_article.published <= until)
    found: dict[int, list[Report]] = defaultdict(list)
    for part in batched(numbers):
        for row in connection.execute(columns.where(mention.event.in_(part))):
            found[row.event].append(report_of(row))
    return found


def report_of(row: Any) -> Report:
    """The report in a row of mention and article, as readers corrected it."""
    return report_with(mention_of(row.corrected, row.data), row)


def report_with(mention: Mention, row: Any) -> Report:
    """A mention with its article's row."""
    return Report(mention, row.report, row.source, row.title, row.url, row.published)


def mention_of(corrected: str | None, data: str) -> Mention:
    """What the machine coded, as readers corrected it."""
    return mention_from_dict(json.loads(corrected or data))


def dump_traits(traits: Traits) -> str:
    """The traits as JSON, without the setting, which the article keeps."""
    return json.dumps(
        [
            traits.id,
            traits.article,
            traits.order,
            traits.family,
            traits.event,
            traits.mode,
            traits.stage,
            traits.published,
            traits.first,
            traits.last,
            traits.spread,
            [_row(side) for side in traits.actors],
            [_row(side) for side in traits.recipients],
            traits.mutual,
            traits.visit,
            _place(traits.spot) if traits.spot else None,
            traits.trigger,
            " ".join(traits.words),
            (traits.turn.unit, traits.turn.number) if traits.turn else None,
            traits.put_off,
            _told(traits.deed),
            traits.undoes,
            traits.subjects,
        ],
        ensure_ascii=False,
        separators=(",", ":"),
    )


def _told(deed: Deed) -> tuple[Any, ...] | None:
    return (deed.slack, deed.counts, deed.sites) if deed != NO_DEED else None


def _row(side: Side) -> tuple[Any, ...]:
    told = side.name, side.country, side.sector, side.proper, side.person, side.inferred
    return (*told, side.office) if side.office else told


def _place(spot: Spot) -> tuple[Any, ...]:
    return spot.country, spot.geonameid, spot.lat, spot.lon, spot.fine


def load_traits(text: str, setting: dict[str, float]) -> Traits:
    """The traits that `dump_traits` wrote, in an article of this setting."""
    row: list[Any] = json.loads(text)
    told = row[18:]  # nothing in the row of an older version
    row = row[:18]
    row[2] = place_in_order(row[7], *row[2][1:])
    row[11] = tuple(Side(*side) for side in row[11])
    row[12] = tuple(Side(*side) for side in row[12])
    row[15] = Spot(*row[15]) if row[15] else None
    row[17] = words = weighed(row[17])
    row += (setting, sum(words.values()), sum(setting.values()))
    turn, put_off, deed, undoes, subjects = tuple(told) + _OLDER[len(told) :]
    row += (Turn(*turn) if turn else None, put_off, _deed(*deed) if deed else NO_DEED, undoes)
    row.append(tuple(subjects))
    return Traits(*row)


def known_of(
    connection: Connection, numbers: Iterable[int]
) -> tuple[dict[int, Traits], dict[int, Hold]]:
    """The traits of these mentions, less the rejected, and what those hang on that hang.

    Args:
        connection: one that reads the record.
        numbers: of mentions.
    """
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


def _deed(slack: Slack, counts: list[Any], sites: list[list[float]], *_: Any) -> Deed:
    """What a row tells; those of older versions also told which day of a strike it was."""
    return Deed(
        slack,
        tuple((counted, low, high) for counted, low, high in counts),
        tuple((lat, lon) for lat, lon in sites),
    )
