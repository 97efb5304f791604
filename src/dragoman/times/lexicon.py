"""The words of time, read once from the tables in ``data/``."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import lru_cache
from importlib.resources import files

from ..numerals import number_words
from ..tables import rows, values


@dataclass(frozen=True, slots=True)
class Lexicon:
    """The tables, ready for building patterns. Keys are lower case unless said otherwise.

    Attributes:
        months: name or abbreviation -> 1 to 12.
        month_names: full names as written, in order.
        weekdays: name or abbreviation -> 0 (Monday) to 6.
        weekday_names: full names as written, in order.
        cardinals: number word -> value.
        ordinals: ordinal word -> value.
        seasons: name -> (EDTF code, first month).
        holidays: name as written -> (rule, whether it needs a preposition).
        known_days: (pattern, what follows, ISO date) of days known without their year.
        deictic: phrase -> (first, last) in days from publication.
        counted: nouns and units that a number counts.
        happenings: nouns that a bare year dates.
        naming: nouns that make a date before them a name ('July 26 Movement').
        names: names that look like dates, as written.

    """

    months: Mapping[str, int]
    month_names: tuple[str, ...]
    weekdays: Mapping[str, int]
    weekday_names: tuple[str, ...]
    cardinals: Mapping[str, int]
    ordinals: Mapping[str, int]
    seasons: Mapping[str, tuple[int, int]]
    holidays: Mapping[str, tuple[str, bool]]
    known_days: tuple[tuple[str, str, str], ...]
    deictic: Mapping[str, tuple[int, int]]
    counted: frozenset[str]
    happenings: frozenset[str]
    naming: frozenset[str]
    names: tuple[str, ...]


@lru_cache(maxsize=1)
def lexicon() -> Lexicon:
    """Read the tables; the result is shared and never changed.

    Raises:
        TableError: a table is not in the form it should have.

    """
    months = _table("months.tsv", "name", "short", "number")
    weekdays = _table("weekdays.tsv", "name", "short", "number")
    numbers = _table("numbers.tsv", "word", "cardinal", "ordinal")
    seasons = _table("seasons.tsv", "name", "code", "month")
    holidays = _table("holidays.tsv", "name", "rule", "use")
    known = _table("known_days.tsv", "words", "then", "date")
    deictic = _table("deictic.tsv", "phrase", "first", "last")
    context = _table("context.tsv", "role", "words")
    return Lexicon(
        months=_numbered(months),
        month_names=tuple(row["name"] for row in months),
        weekdays=_numbered(weekdays),
        weekday_names=tuple(row["name"] for row in weekdays),
        cardinals=_simple_numbers()
        | {r["word"]: int(r["cardinal"]) for r in numbers if r["cardinal"]},
        ordinals={r["word"]: int(r["ordinal"]) for r in numbers if r["ordinal"]},
        seasons={r["name"]: (int(r["code"]), int(r["month"])) for r in seasons},
        holidays={r["name"]: (r["rule"], r["use"] == "prep") for r in holidays},
        known_days=tuple((r["words"], r["then"], r["date"]) for r in known),
        deictic={r["phrase"]: (int(r["first"]), int(r["last"])) for r in deictic},
        counted=_context(context, "counted"),
        happenings=_context(context, "happening"),
        naming=_context(context, "naming"),
        names=tuple(sorted(_context(context, "name"))),
    )


def _simple_numbers() -> dict[str, int]:
    """'One' to 'nineteen' and the tens."""
    return {word: value for word, (value, kind) in number_words().items() if kind != "scale"}


def _table(name: str, *columns: str) -> list[dict[str, str]]:
    return list(rows(files("dragoman.times") / "data" / name, columns))


def _numbered(table: Iterable[dict[str, str]]) -> dict[str, int]:
    return {
        word.lower(): int(row["number"])
        for row in table
        for word in (row["name"], *values(row["short"]))
    }


def _context(table: Iterable[dict[str, str]], role: str) -> frozenset[str]:
    return frozenset(word for row in table if row["role"] == role for word in values(row["words"]))


def alternatives(words: Iterable[str]) -> str:
    """A pattern for any of ``words``, the longest first, spaces matching any short run of space."""
    ordered = sorted(set(words), key=lambda word: (-len(word), word))
    return "(?:" + "|".join(re.escape(word).replace(r"\ ", r"\s{1,3}") for word in ordered) + ")"
