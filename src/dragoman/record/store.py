"""The store: articles and their mentions go in, events come of them."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

from sqlalchemy import Connection, Engine, func, insert, select, text, update

from dragoman.article import Article
from dragoman.formats.jsonl import article_to_dict, dump, mention_to_dict
from dragoman.mention import Mention
from dragoman.record import schema
from dragoman.record.batches import ADDED_AT_ONCE, batched, uncollected, write
from dragoman.record.copies import Print, print_of
from dragoman.record.eventwriting import restate_reports
from dragoman.record.limits import Limits, limit
from dragoman.record.opening import engine_of, plain_errors
from dragoman.record.reports import group_copies
from dragoman.record.search import index_words
from dragoman.record.storable import storable, storable_article
from dragoman.record.traitrows import dump_traits
from dragoman.record.traits import Traits, setting_of, traits_of
from dragoman.record.updating import link_mentions

# The lock that makes writers to a PostgreSQL record take turns; any number that is always the same.
_TURN = 7235


@dataclass(frozen=True, slots=True)
class Added:
    """What one call added: articles and mentions that were new, and articles already there."""

    articles: int = 0
    mentions: int = 0
    known: int = 0

    def __add__(self, other: Added) -> Added:
        return Added(
            self.articles + other.articles,
            self.mentions + other.mentions,
            self.known + other.known,
        )


class Record:
    """An open record. Safe to share between threads; every call has its own transaction.

    Args:
        engine: an engine whose tables are up to date; see `Record.open`.
    """

    def __init__(self, engine: Engine) -> None:
        self._engine = engine
        self._grown = False

    @classmethod
    def open(
        cls, address: str | Path, *, create: bool = False, limits: Limits | None = None
    ) -> Record:
        """The record at a file path or database URL.

        Args:
            address: path of an SQLite file, or ``postgresql://user@host/name``.
            create: make the record where there is none.
            limits: what questions may cost, and whether anything may be written.

        Raises:
            RecordError: it is not there, no record, made by a newer version, not to be reached, or
                made by an older version and to be only read.
        """
        read_only = limits is not None and limits.read_only
        engine = engine_of(address, create=create, read_only=read_only)
        if limits is not None:
            limit(engine, limits)
        return cls(engine)

    @property
    def dialect(self) -> str:
        """The kind of database: ``sqlite`` or ``postgresql``."""
        return self._engine.dialect.name

    @contextmanager
    def reading(self) -> Iterator[Connection]:
        """A connection that sees the record as it is at this moment, whatever writers do.

        Raises:
            RecordError: the database fails; says what it says.
        """
        with plain_errors("the record cannot be read"), self._engine.connect() as connection:
            if connection.dialect.name == "postgresql":
                connection = connection.execution_options(isolation_level="REPEATABLE READ")
            with connection.begin():
                yield connection

    @contextmanager
    def writing(self) -> Iterator[Connection]:
        """A connection whose changes are kept all together or not at all; writers take turns.

        Raises:
            RecordError: the database fails, or others write for longer than is waited for.
        """
        with plain_errors("the record cannot be written"), self._engine.connect() as plain:
            connection = plain.execution_options(writing=True)
            with connection.begin():
                if connection.dialect.name == "postgresql":
                    connection.execute(text("SELECT pg_advisory_xact_lock(:turn)"), {"turn": _TURN})
                number = schema.generation.c.number
                connection.execute(update(schema.generation).values(number=number + 1))
                yield connection

    def generation(self) -> int:
        """How many times the record was written to: what was answered then holds until the next."""
        with self.reading() as connection:
            return connection.scalar(select(schema.generation.c.number)) or 0

    def add(self, coded: Iterable[tuple[Article, Sequence[Mention]]]) -> Added:
        """Add articles with their mentions, link them, and bring the events up to date.

        They are taken and kept a batch at a time, `ADDED_AT_ONCE`, so that a long stream such as
        `Coder.code_all` gives needs little memory. A batch is kept whole or, where the process
        dies or the stream fails, not at all; those before it stay. An article whose id the record
        has is passed over, whatever its text.

        Args:
            coded: articles with their mentions, as many as there are.

        Returns:
            the counts of all batches together.

        Raises:
            TypeError: they are no such pairs.
            RecordError: the database fails, or others write for longer than is waited for.
        """
        if isinstance(coded, Article):
            raise _no_pair(coded)
        added = Added()
        for batch in batched(coded, ADDED_AT_ONCE):
            # Fingerprints and traits are made before the lock is taken: others may write meanwhile.
            with uncollected():
                added += self._add([Prepared(*_pair(given)) for given in batch])
        return added

    def _add(self, made: Sequence[Prepared]) -> Added:
        with self.writing() as connection:
            fresh = _unknown(connection, made)
            numbers = _insert_articles(connection, fresh)
            moved = group_copies(connection, {numbers[one.article.id]: one.print for one in fresh})
            traits, mentions = insert_mentions(connection, fresh, numbers)
            link_mentions(connection, traits, mentions)
            restate_reports(connection, moved - set(numbers.values()))
            last = max(traits, default=0)
            if last.bit_length() > (last - len(traits)).bit_length():
                _take_stock(connection)  # it has doubled since the last time
        self._grown |= bool(fresh)
        return Added(len(fresh), sum(len(one.mentions) for one in fresh), len(made) - len(fresh))

    def close(self) -> None:
        """Give back the connections; after additions SQLite counts what its indexes hold."""
        if self._grown and self.dialect == "sqlite":  # nothing is to be written elsewhere
            self._grown = False
            with self.writing() as connection:
                _take_stock(connection)
        self._engine.dispose()

    def __enter__(self) -> Record:
        return self

    def __exit__(self, *_: object) -> None:
        self.close()


class Prepared:
    """An article with all that is computed of it and its mentions before anything is written."""

    def __init__(self, article: Article, mentions: Sequence[Mention]) -> None:
        self.article, mentions = storable_article(article, mentions)
        self.mentions = list({mention.id: mention for mention in mentions}.values())
        self.print: Print = print_of(self.article.text)
        self.setting = setting_of(self.article)
        self.traits = [traits_of(m, article.published, self.setting) for m in self.mentions]


def _pair(given: Any) -> tuple[Article, Sequence[Mention]]:
    """An article and its mentions.

    Raises:
        TypeError: it is something else.
    """
    article, mentions = given if isinstance(given, tuple | list) and len(given) == 2 else (given, 0)
    if not isinstance(article, Article) or not isinstance(mentions, tuple | list):
        raise _no_pair(given)
    for mention in mentions:
        if not isinstance(mention, Mention):
            raise _no_pair(mention)
    return article, mentions


def _no_pair(given: Any) -> TypeError:
    advice = "give add(Coder().code_all(articles)), or [(article, mentions)] with a list of them"
    told = f"add takes pairs of an Article and its mentions, not {given!r:.80}"
    return TypeError(f"{told}; {advice}")


def _take_stock(connection: Connection) -> None:
    """Let SQLite count what its indexes hold: without that it picks bad ones."""
    if connection.dialect.name == "sqlite":  # PostgreSQL does it by itself
        connection.exec_driver_sql("PRAGMA analysis_limit = 400")  # rows of each index
        connection.exec_driver_sql("ANALYZE")


def _unknown(connection: Connection, made: Sequence[Prepared]) -> list[Prepared]:
    """Those whose article the record does not have, the first of each id."""
    table = schema.article
    ids = [one.article.id for one in made]
    known = set(connection.scalars(select(table.c.id).where(table.c.id.in_(ids))))
    fresh: dict[str, Prepared] = {}
    for one in made:
        if one.article.id not in known:
            fresh.setdefault(one.article.id, one)
    return list(fresh.values())


def _insert_articles(connection: Connection, fresh: Sequence[Prepared]) -> dict[str, int]:
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
        "id": article.id,
        "url": article.url,
        "title": article.title,
        "text": article.text,
        "published": article.published,
        "source": article.source,
        # Two letters have room; a language that has no such code is told by what was left out.
        "language": code if len(code := article.language or "") == 2 else None,
        "author": article.author,
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
