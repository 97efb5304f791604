"""The store: articles and their mentions go in, events come of them."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from sqlalchemy import Connection, Engine, select, text, update

from dragoman.article import Article
from dragoman.mention import Mention
from dragoman.record.rows import schema
from dragoman.record.rows.batches import ADDED_AT_ONCE, batched, uncollected
from dragoman.record.rows.limits import Limits, limit
from dragoman.record.rows.opening import engine_of, plain_errors
from dragoman.record.store.articlewriting import (
    Prepared,
    insert_articles,
    insert_mentions,
    unknown,
)
from dragoman.record.store.copygroups import group_copies
from dragoman.record.store.eventwriting import restate_reports
from dragoman.record.store.updating import link_mentions

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
            fresh = unknown(connection, made)
            numbers = insert_articles(connection, fresh)
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
