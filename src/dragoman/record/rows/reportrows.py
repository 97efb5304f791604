"""Reading reports: the rows of mention and article as the life of an event takes them."""

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
from dragoman.record.rows import schema
from dragoman.record.rows.batches import batched

_article = schema.article.c
ORIGIN = (_article.report, _article.source, _article.title, _article.url, _article.published)
"""Columns of what an article tells of its origin."""


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
