"""The index of words: those of each mention's headline and sentence, and which mentions have some.

SQLite parts a text at whatever is no letter or digit and knows no accents; PostgreSQL would keep
``Reuters.com`` and ``and/or`` whole, and knows capitals by the database's locale. What it is given
is therefore made plain here, the same for the index and the question.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Mapping
from typing import Any

from sqlalchemy import ColumnElement, Connection, Select, select, text

from dragoman.record.rows.storable import storable

# A text that stands in more sentences than this is looked for in the newest of them only.
MOST_MATCHES = 5_000
# Characters of a headline or sentence that are indexed; PostgreSQL takes a megabyte of words.
_LONGEST = 50_000
_ACCENTS = re.compile("[\u0300-\u036f]+")
_BETWEEN = re.compile(r"[\W_]+")


def index_words(connection: Connection, told: Mapping[int, tuple[str | None, str]]) -> None:
    """Index the words of new mentions.

    Args:
        connection: one that writes.
        told: headline and sentence of each mention, by its number.
    """
    sqlite = connection.dialect.name == "sqlite"
    value = ":words" if sqlite else "to_tsvector('dragoman', :words)"
    statement = text(f"INSERT INTO mention_text (rowid, words) VALUES (:number, {value})")
    rows = [{"number": number, "words": _words(sqlite, *of)} for number, of in told.items()]
    connection.execute(statement, rows)


def forget_words(connection: Connection, number: int, title: str | None, sentence: str) -> None:
    """Take a mention out of the index, with the headline and sentence that it was indexed with.

    SQLite keeps no words by mention, and has to be told which to take out.
    """
    if connection.dialect.name == "sqlite":
        columns = "(mention_text, rowid, words) VALUES ('delete', :number, :words)"
        row = {"number": number, "words": _words(True, title, sentence)}
        connection.execute(text(f"INSERT INTO mention_text {columns}"), row)
    else:
        how = "DELETE FROM mention_text WHERE rowid = :number"
        connection.execute(text(how), {"number": number})


def _words(sqlite: bool, title: str | None, sentence: str) -> str:
    words = storable(f"{(title or '')[:_LONGEST]} {sentence[:_LONGEST]}")
    # Made plain, one character may become several.
    return words if sqlite else _plain(words)[: 2 * _LONGEST]


def having_words(words: str, dialect: str) -> Select[Any]:
    """The numbers of the newest `MOST_MATCHES` mentions that have all the words.

    A word with marks in it, as ``COVID-19``, is found where its parts follow each other.

    Args:
        words: parted by blanks.
        dialect: ``sqlite`` or ``postgresql``.
    """
    if dialect == "sqlite":
        match = "words MATCH :words"
        quoted = " ".join('"' + word.replace('"', '""') + '"' for word in words.split())
    else:
        match = "words @@ websearch_to_tsquery('dragoman', :words)"
        quoted = " ".join(f'"{_plain(word)}"' for word in words.split())
    rowid: ColumnElement[int] = text("rowid")  # type: ignore[assignment]
    return (
        select(rowid)
        .select_from(text("mention_text"))
        .where(text(match).bindparams(words=quoted))
        .order_by(text("rowid DESC"))
        .limit(MOST_MATCHES)
    )


def _plain(words: str) -> str:
    """The words in lower case and without accents, parted by blanks alone."""
    letters = _ACCENTS.sub("", unicodedata.normalize("NFKD", words))
    return _BETWEEN.sub(" ", letters).lower()
