"""What the codes of the output mean, for people who read them."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from typing import Literal, cast, get_args

from dragoman.countries import code_of, countries
from dragoman.events.ontology import contexts, modes
from dragoman.letters import fold
from dragoman.mention import EventType
from dragoman.tables import rows, values

CodeKind = Literal[
    "type", "mode", "context", "status", "certainty", "sector", "body", "country"
]


_SHOWN = 60  # characters of what is refused


@dataclass(frozen=True, slots=True)
class Code:
    """A code and its meaning.

    Attributes:
        kind: what it is a code of: ``type`` (of event), ``mode``, ``context``, ``status``,
            ``certainty``, ``sector``, ``body`` (stands where a country's code does) or
            ``country``.
        code: the code as the output writes it.
        meaning: one line; a country's is its name.
        of: the types whose mode it is in this meaning; empty where it is no mode.
    """

    kind: CodeKind
    code: str
    meaning: str
    of: tuple[str, ...] = ()


@cache
def glossary() -> tuple[Code, ...]:
    """Every code but those of countries, kind by kind."""
    table = files(__package__) / "data" / "codes.tsv"
    told = tuple(
        Code(cast(CodeKind, row["kind"]), row["code"], row["meaning"], values(row["of"]))
        for row in rows(table, ("kind", "code", "of", "meaning"))
    )
    return told + tuple(Code("context", code, meaning) for code, meaning in contexts().items())


@cache
def sectors() -> tuple[str, ...]:
    """PLOVER's codes of sectors."""
    return tuple(code.code for code in glossary() if code.kind == "sector")


def party_code(given: str) -> str:
    """The code of a country or other top-level party, given as code or name.

    Raises:
        ValueError: it is none; says how to write it.
    """
    found = code_of(given)
    if found is None:
        what = "is no country or code; write it as IRN or Iran, or UNO, EUR, IGO"
        raise ValueError(f"{_shown(given)} {what}")
    return found


def sector_code(given: str) -> str:
    """The code of a sector, given in whatever case.

    Raises:
        ValueError: PLOVER has no such sector; says which there are.
    """
    if (code := given.upper()) not in sectors():
        raise ValueError(f"{_shown(given)} is no sector; one of {', '.join(sectors())}")
    return code


def type_name(given: str) -> EventType:
    """A type of event, given in whatever case.

    Raises:
        ValueError: PLOVER has no such type; says which there are.
    """
    types = get_args(EventType)
    if (found := given.upper()) not in types:
        what = f"is no type; one of {', '.join(types)}; `dragoman codes WORD` tells a word's"
        raise ValueError(f"{_shown(given)} {what}")
    return cast(EventType, found)


def mode_name(given: str) -> str:
    """A mode, given in whatever case.

    Raises:
        ValueError: PLOVER has no such mode; says which there are.
    """
    if (mode := given.lower()) not in modes():
        raise ValueError(f"{_shown(given)} is no mode; one of {', '.join(modes())}")
    return mode


def explained(word: str) -> tuple[Code, ...]:
    """The codes that a word asks for.

    Args:
        word: a kind (``country``), which asks for all of that kind; else a code, the type of a
            mode, or a part of a meaning or name.

    Returns:
        Those that are the word first.
    """
    sought = fold(word.strip())
    known = (*glossary(), *_countries())
    return tuple(code for code in known if code.kind == sought) or tuple(
        sorted((c for c in known if _fits(c, sought)), key=lambda c: fold(c.code) != sought)
    )


def _shown(given: str) -> str:
    return repr(given[:_SHOWN])


def _fits(code: Code, sought: str) -> bool:
    return bool(sought) and (
        sought in (fold(code.code), *map(fold, code.of)) or sought in fold(code.meaning)
    )


def _countries() -> Iterator[Code]:
    known = {code.code for code in glossary()}
    for country in countries():
        if country.code not in known and country.code == country.iso3:
            yield Code("country", country.code, country.name)
