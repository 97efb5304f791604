"""Everyday words of the news, and the codes under which what they name is found."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from importlib.resources import files

from dragoman.events.ontology import contexts, kinds
from dragoman.letters import fold
from dragoman.tables import TableError, rows, values

_COLUMNS = ("words", "event", "mode", "context", "meaning", "example")


@dataclass(frozen=True, slots=True)
class Everyday:
    """One meaning of some everyday words.

    Attributes:
        words: the words, each of which has it: ``truce``, ``ceasefire``.
        event: the type it is coded as; None where it names no event by itself.
        mode: the mode, or None.
        context: the context that such a text has, or None.
        meaning: which meaning of the words it is, in one line.
        example: a sentence that is coded so; empty where the table has none.
    """

    words: tuple[str, ...]
    event: str | None
    mode: str | None
    context: str | None
    meaning: str
    example: str


@cache
def everyday() -> tuple[Everyday, ...]:
    """Every row of the table, in its order.

    Raises:
        TableError: a row has a type, mode or context that there is not.
    """
    table = files(__package__) / "data" / "everyday.tsv"
    return tuple(_row(row) for row in rows(table, _COLUMNS))


def meanings(word: str) -> tuple[Everyday, ...]:
    """What an everyday word is coded as, one for each of its meanings; those of it alone first.

    Args:
        word: a word or several, in the singular or plural: ``coup``, ``drone strikes``; a word
            within one of the table's finds that, too: ``gas`` finds ``tear gas``.
    """
    sought = _singular(word)
    if not sought:
        return ()
    found = [row for row in everyday() if any(_holds(known, sought) for known in row.words)]
    return tuple(sorted(found, key=lambda row: sought not in map(_singular, row.words)))


def _holds(known: str, sought: str) -> bool:
    return f" {sought} " in f" {_singular(known)} "


def _singular(text: str) -> str:
    return " ".join(word.removesuffix("s") for word in fold(text).replace("-", " ").split())


def _row(row: dict[str, str]) -> Everyday:
    event, mode, context = row["event"] or None, row["mode"] or None, row["context"] or None
    if (event or mode) and (event, mode) not in kinds():
        raise TableError(f"everyday.tsv: {row['words']}: there is no {event} {mode or ''}".strip())
    if context and context not in contexts():
        raise TableError(f"everyday.tsv: {row['words']}: there is no context {context}")
    words = values(row["words"])
    return Everyday(words, event, mode, context, row["meaning"], row["example"])
