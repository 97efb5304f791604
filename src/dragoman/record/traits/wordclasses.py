"""Classes that a table gives to words: kinds of people, of visitors, subjects of pacts."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from functools import cache
from importlib.resources import files

from dragoman.tables import rows, values

WordClasses = Mapping[str, frozenset[str]]


@cache
def kinds_in(table: str) -> WordClasses:
    """What a table of the record's data, of the columns ``word`` and ``kinds``, gives to words."""
    told = rows(files("dragoman.record.traits") / "data" / table, ("word", "kinds"))
    return with_plurals((row["word"], row["kinds"]) for row in told)


def with_plurals(given: Iterable[tuple[str, str]]) -> WordClasses:
    """The classes of each word, and of its plural in -s.

    Args:
        given: words, and the cells in which a table lists their classes.
    """
    found: dict[str, frozenset[str]] = {}
    for word, cell in given:
        found[word] = found[f"{word}s"] = frozenset(values(cell))
    return found


def classes_of(words: Iterable[str], table: WordClasses) -> frozenset[str]:
    """All classes that the table gives to any of these words, which come in small letters."""
    return frozenset().union(*(table.get(word, ()) for word in words))
