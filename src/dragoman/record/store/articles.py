"""Articles as the record keeps them."""

from __future__ import annotations

import json
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from sqlalchemy import select

from dragoman.article import Article, Omission
from dragoman.mention import Mention
from dragoman.record.rows import schema
from dragoman.record.rows.batches import batched
from dragoman.record.rows.mentionrows import mention_of
from dragoman.record.store.store import Record


@dataclass(frozen=True, slots=True)
class Filed:
    """An article as the record keeps it.

    Attributes:
        article: the article.
        report_id: the article that it is a copy of; its own id where it is none.
        mentions: its mentions as readers corrected them, in order of the text.
        events: for each mention the id of its event, None where a reader rejected it.
    """

    article: Article
    report_id: str
    mentions: tuple[Mention, ...]
    events: tuple[str | None, ...]


def article_of(row: Any) -> Article:
    """The article in a row of the table ``article``."""
    return Article(
        text=row.text,
        id=row.id,
        title=row.title,
        url=row.url,
        published=row.published,
        source=row.source,
        language=row.language,
        author=row.author,
        left_out=tuple(Omission(**left) for left in json.loads(row.left_out)),
    )


def filed(record: Record, article_id: str) -> Filed | None:
    """The article of this id with its mentions; None where the record has none."""
    article, mention, event = schema.article, schema.mention, schema.event
    with record.reading() as connection:
        row = connection.execute(select(article).where(article.c.id == article_id)).first()
        if row is None:
            return None
        rows = connection.execute(
            select(mention.c.data, mention.c.corrected, event.c.id)
            .outerjoin(event, event.c.no == mention.c.event)
            .where(mention.c.article == row.no)
            .order_by(mention.c.start, mention.c.id)
        ).all()
    mentions = tuple(mention_of(r.corrected, r.data) for r in rows)
    return Filed(article_of(row), row.report, mentions, tuple(r.id for r in rows))


def mentions(record: Record, identifiers: Sequence[str]) -> dict[str, Mention]:
    """Mentions by id as readers corrected them; what the record does not have is left out."""
    table = schema.mention
    found: dict[str, Mention] = {}
    with record.reading() as connection:
        for part in batched(identifiers):
            rows = connection.execute(
                select(table.c.id, table.c.data, table.c.corrected).where(table.c.id.in_(part))
            )
            found |= {row.id: mention_of(row.corrected, row.data) for row in rows}
    return found
