"""Writing articles: what is computed of each before, its row, and the rows of its mentions."""

from __future__ import annotations

import json
from collections.abc import Sequence
from datetime import UTC, datetime
from typing import Any

from sqlalchemy import Connection, func, insert, select

from dragoman.article import Article
from dragoman.formats.jsonl import article_to_dict, dump, mention_to_dict
from dragoman.mention import Mention
from dragoman.record.linking.copies import Print, print_of
from dragoman.record.rows import schema
from dragoman.record.rows.batches import write
from dragoman.record.rows.mentionrows import dump_traits
from dragoman.record.rows.search import index_words
from dragoman.record.rows.storable import storable, storable_article
from dragoman.record.traits.traits import Traits, setting_of, traits_of

_SAME = ("id", "url", "title", "text", "published", "source", "author")


class Prepared:
    """An article with all that is computed of it and its mentions before anything is written."""

    def __init__(self, article: Article, mentions: Sequence[Mention]) -> None:
        self.article, mentions = storable_article(article, mentions)
        self.mentions = list({mention.id: mention for mention in mentions}.values())
        self.print: Print = print_of(self.article.text)
        self.setting = setting_of(self.article)
        self.traits = [traits_of(m, article.published, self.setting) for m in self.mentions]


def unknown(connection: Connection, made: Sequence[Prepared]) -> list[Prepared]:
    """Those whose article the record does not have, the first of each id."""
    table = schema.article
    ids = [one.article.id for one in made]
    known = set(connection.scalars(select(table.c.id).where(table.c.id.in_(ids))))
    fresh: dict[str, Prepared] = {}
    for one in made:
        if one.article.id not in known:
            fresh.setdefault(one.article.id, one)
    return list(fresh.values())


def insert_articles(connection: Connection, fresh: Sequence[Prepared]) -> dict[str, int]:
    """Write the articles; gives their numbers by id."""
    if not fresh:
        return {}
    now = datetime.now(UTC)
    table = schema.article
    statement = insert(table).returning(table.c.id, table.c.no)
    found = connection.execute(statement, [_row(one, now) for one in fresh])
    return {row.id: row.no for row in found}


def _row(one: Prepared, now: datetime) -> dict[str, Any]:
    article = one.article
    return {
        **{name: getattr(article, name) for name in _SAME},
        # Two letters have room; a language that has no such code is told by what was left out.
        "language": code if len(code := article.language or "") == 2 else None,
        "left_out": json.dumps(article_to_dict(article)["left_out"], ensure_ascii=False),
        "added": now,
        "report": article.id,
        "shingles": one.print.shingles,
        "signature": one.print.signature,
        "setting": " ".join(one.setting),
    }


def insert_mentions(
    connection: Connection, fresh: Sequence[Prepared], numbers: dict[str, int]
) -> tuple[dict[int, Traits], dict[int, Mention]]:
    """Write the mentions of articles that are there; gives their traits, and them, by number.

    Args:
        connection: one that writes.
        fresh: the articles with their mentions.
        numbers: of the articles, by id.
    """
    table = schema.mention
    rows: list[dict[str, Any]] = []
    words: dict[int, tuple[str | None, str]] = {}
    traits: dict[int, Traits] = {}
    mentions: dict[int, Mention] = {}
    # Writers take turns, and nothing leads to a mention that was taken out: the next are free.
    number = connection.scalar(select(func.max(table.c.no))) or 0
    for one in fresh:
        for mention, made in zip(one.mentions, one.traits, strict=True):
            number += 1
            traits[number], mentions[number] = made, mention
            words[number] = one.article.title, mention.sentence.text
            rows.append(
                {
                    "no": number,
                    "id": mention.id,
                    "article": numbers[one.article.id],
                    "start": mention.trigger.start,
                    "data": storable(dump(mention_to_dict(mention))),
                    "traits": storable(dump_traits(made)),
                    "confidence": mention.confidence,
                    "reviewed": False,
                }
            )
    if rows:
        write(connection, insert(table), rows)
        index_words(connection, words)
    return traits, mentions
