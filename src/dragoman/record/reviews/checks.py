"""What every value that a reader gives is checked for, and where in the article its words are."""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Any

from dragoman.codes import party_code, sector_code
from dragoman.mention import Mention
from dragoman.record.questions.values import check_string
from dragoman.record.rows.storable import storable

LONGEST = 300  # characters of a name
_MOST = 20  # of a list
_LONGEST_READER = 100
_LONGEST_REMARK = 2_000

Words = tuple[str, int, int]


class ReviewError(ValueError):
    """A review cannot be taken; says what is wrong with it and what to write instead."""


def reader_in(name: str) -> str:
    """The name of who says so.

    Raises:
        TypeError: it is no string.
        ReviewError: it is empty or too long.
    """
    check_string("reviewer", name)
    name = storable(name).strip()
    if not name or len(name) > _LONGEST_READER:
        what = f"a review needs its reader's name, of at most {_LONGEST_READER} letters"
        raise ReviewError(what)
    return name


def remark_in(note: str | None) -> str | None:
    """The remark, cut where it is endless; None where there is none.

    Raises:
        TypeError: it is no string.
    """
    if note is None:
        return None
    check_string("note", note)
    return storable(note[:_LONGEST_REMARK]) or None


def rows_of(value: Any, what: str) -> list[Any]:
    """A list of not too many; ``what`` names its members.

    Raises:
        ReviewError: it is none.
    """
    if not isinstance(value, list) or len(value) > _MOST:
        raise ReviewError(f"{what} are a list of at most {_MOST}; give one object for each")
    return value


def name_in(row: Any, known: set[str], what: str) -> str:
    """The name in one object of a list, none of whose fields is unknown.

    Raises:
        ReviewError: it is no object, has no name, or a field that is not ``known``.
    """
    if not isinstance(row, Mapping) or not isinstance(row.get("name"), str) or not row["name"]:
        raise ReviewError(
            f'a {what} needs at least a name; write {{"name": ..., "country": ...}}'
        )
    check_fields(row, known, what)
    return str(row["name"])[:LONGEST]


def check_fields(row: Mapping[str, Any], known: set[str], what: str) -> None:
    """Nothing, unless an object has a field that is not ``known``.

    Raises:
        ReviewError: it has.
    """
    if unknown := set(row) - known:
        raise ReviewError(f"a {what} has no field {', '.join(sorted(map(str, unknown)))}")


def country_in(row: Mapping[str, Any]) -> str | None:
    """The country's code in an object, given as code or name; None where it has none.

    Raises:
        ReviewError: it is neither.
    """
    country = row.get("country") or None
    try:
        return country and party_code(str(country))
    except ValueError as error:
        raise ReviewError(str(error)) from None


def sectors_in(row: Mapping[str, Any]) -> tuple[str, ...]:
    """The sectors in an object; UNK where it has none.

    Raises:
        ReviewError: they are no list of codes, or PLOVER has no such sector.
    """
    sectors = row.get("sectors") or ["UNK"]
    if not isinstance(sectors, list) or not all(isinstance(s, str) for s in sectors):
        raise ReviewError(f'sectors are {sectors!r}; write a list of codes, as ["GOV", "MIL"]')
    try:
        return tuple(map(sector_code, sectors))
    except ValueError as error:
        raise ReviewError(str(error)) from None


def words_at(words: Any, mention: Mention, text: str) -> Words | None:
    """The words and where they stand in the article, nearest to the sentence; None without any.

    A blank may be a line's end in the article.

    Raises:
        ReviewError: the article does not have them.
    """
    parts = str(words or "").split()
    if not parts:
        return None
    found = list(re.finditer(r"\s+".join(map(re.escape, parts)), text))
    if not found:
        raise ReviewError(f"the article does not have the words {str(words)[:80]!r}; copy them")
    best = min(found, key=lambda match: abs(match.start() - mention.sentence.start))
    return best[0], best.start(), best.end()


def words_or_name(row: Mapping[str, Any], name: str, mention: Mention, text: str) -> Words:
    """The words given for a name; without any the name itself, where the article has it.

    What the article has no words for is empty, at the trigger.

    Raises:
        ReviewError: the article does not have the words given.
    """
    given = row.get("text") or (name if name in text else None)
    return words_at(given, mention, text) or no_words(mention)


def no_words(mention: Mention) -> Words:
    """Where what the article does not say in words stands: at the trigger, and empty."""
    return "", mention.trigger.start, mention.trigger.start
