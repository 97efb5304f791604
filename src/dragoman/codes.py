"""What the codes of the output mean, for people who read them."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from typing import Literal, cast

from dragoman.countries import countries
from dragoman.letters import fold
from dragoman.tables import rows

CodeKind = Literal["type", "status", "certainty", "sector", "body", "country"]


@dataclass(frozen=True, slots=True)
class Code:
    """A code and its meaning.

    Attributes:
        kind: what it is a code of: ``type`` (of event), ``status``, ``certainty``, ``sector``,
            ``body`` (stands where a country's code does) or ``country``.
        code: the code as the output writes it.
        meaning: one line; a country's is its name.
    """

    kind: CodeKind
    code: str
    meaning: str


@cache
def glossary() -> tuple[Code, ...]:
    """Every code but those of countries, kind by kind."""
    table = files(__package__) / "data" / "codes.tsv"
    return tuple(
        Code(cast(CodeKind, row["kind"]), row["code"], row["meaning"])
        for row in rows(table, ("kind", "code", "meaning"))
    )


def explained(word: str) -> tuple[Code, ...]:
    """The codes that are the word, or whose meaning or name holds it, the former first."""
    sought = fold(word.strip())
    return tuple(
        sorted(
            (c for c in (*glossary(), *_countries()) if _fits(c, sought)),
            key=lambda c: fold(c.code) != sought,
        )
    )


def _fits(code: Code, sought: str) -> bool:
    return bool(sought) and (sought == fold(code.code) or sought in fold(code.meaning))


def _countries() -> Iterator[Code]:
    known = {code.code for code in glossary()}
    for country in countries():
        if country.code not in known and country.code == country.iso3:
            yield Code("country", country.code, country.name)
