"""Reading reports: the rows of mention and article as the life of an event takes them."""

from __future__ import annotations

import json
from typing import Any

from dragoman.formats.jsonl import mention_from_dict
from dragoman.mention import Mention
from dragoman.record import schema
from dragoman.record.life import Report

_article = schema.article.c
ORIGIN = (_article.report, _article.source, _article.title, _article.url, _article.published)
"""Columns of what an article tells of its origin."""


def report_of(row: Any) -> Report:
    """The report in a row of mention and article, as readers corrected it."""
    return report_with(mention_of(row.corrected, row.data), row)


def report_with(mention: Mention, row: Any) -> Report:
    """A mention with its article's row."""
    return Report(mention, row.report, row.source, row.title, row.url, row.published)


def mention_of(corrected: str | None, data: str) -> Mention:
    """What the machine coded, as readers corrected it."""
    return mention_from_dict(json.loads(corrected or data))
