"""What is looked for by words: those of each mention's headline and sentence, and names of parties.

SQLite parts a text at whatever is no letter or digit and knows no accents; PostgreSQL would keep
``Reuters.com`` and ``and/or`` whole, and knows capitals by the database's locale. What it is given
is therefore made plain here, the same for the index and the question.

Names are looked for as whole words, in plain letters, from any word on. "Abdel Fattah el-Sisi" is
found by "Sisi", by "el-Sisi" and by "abdel fattah", not by "Fatt". Each name is kept from each of
its words on, so that a question goes through a part of one index.
"""

from __future__ import annotations

import re
import unicodedata
from collections import defaultdict
from collections.abc import Iterable, Mapping
from functools import cache
from typing import Any

from sqlalchemy import ColumnElement, Connection, Select, select, text

from dragoman.actors.entry import BODIES, Kind
from dragoman.actors.name_tables import all_names
from dragoman.letters import fold
from dragoman.record.rows.storable import storable

# A text that stands in more sentences than this is looked for in the newest of them only.
MOST_MATCHES = 5_000
# Characters of a headline or sentence that are indexed; PostgreSQL takes a megabyte of words.
_LONGEST = 50_000
_ACCENTS = re.compile("[\u0300-\u036f]+")
_BETWEEN = re.compile(r"[\W_]+")
_WORD = re.compile(r"[^\W_]+")
# Words that a question can tell apart; those of longer names are descriptions.
_WORDS = 5
# Words of a name from which it is kept on.
_STARTS = 12
_LONGEST_WORD = 40  # characters of a word
_NAMED = BODIES | {Kind.LEADER}


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


def kept_names(names: Iterable[str]) -> list[str]:
    """What is kept of these names, each part once, in order of the alphabet."""
    found: set[str] = set()
    for name in names:
        words = _name_words(name)
        found.update(" ".join(words[k : k + _WORDS]) for k in range(min(len(words), _STARTS)))
    return sorted(found)


def sought_names(name: str) -> tuple[str, ...]:
    """How what is kept begins where a name is asked for; nothing where it has no letter.

    A body or a leader whom the tables of names know by another name is looked for by both: "ELN",
    and "National Liberation Army".
    """
    words = _name_words(name)
    if not words:
        return ()
    known = _also_called().get(" ".join(words), ())
    return tuple(sorted({" ".join(part[:_WORDS]) for part in (words, *map(_name_words, known))}))


def _name_words(name: str) -> list[str]:
    words = _WORD.findall(fold(storable(name)))
    return [word[:_LONGEST_WORD] for word in words[: _STARTS + _WORDS]]


@cache
def _also_called() -> dict[str, tuple[str, ...]]:
    """The names that the tables write, by each way to write it, in plain words."""
    found: dict[str, set[str]] = defaultdict(set)
    for written, entry in all_names():
        if entry.kind in _NAMED:
            found[" ".join(_name_words(written))].add(entry.name)
    return {written: tuple(sorted(names)) for written, names in found.items()}
