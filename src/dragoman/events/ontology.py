"""The ontology's tables: PLOVER's types and modes with quad class and score, and its contexts."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from importlib.resources import files

from dragoman.tables import TableError, rows

SPOKEN = frozenset({"ACCUSE", "AGREE", "CONCEDE", "REJECT", "REQUEST", "SUPPORT", "THREATEN"})
"""Types of acts done by saying them: the report of the words is the report of the act."""

BLOWS = frozenset({"ASSAULT", "COERCE", "SANCTION"})
"""Types of what is done to somebody against his will."""

TALKS = frozenset({"AGREE", "CONSULT"})
"""Types of what several say to each other."""

VISIT = ("CONSULT", "visit")
ARREST = ("COERCE", "arrest")

WEAPONS_TEST = ("MOBILIZE", "weapons")
"""Type and mode of arms that are shown or fired at nobody."""

SHELLING = ("ASSAULT", "heavy-weapons")
"""Type and mode of an attack with heavy arms."""


@dataclass(frozen=True, slots=True)
class Kind:
    """One event type with one mode (or none): a row of the ontology."""

    event: str
    mode: str | None
    quad_class: int
    intensity: float
    recipient_required: bool


@cache
def kinds() -> Mapping[tuple[str, str | None], Kind]:
    """Every (event, mode) pair that PLOVER knows.

    Raises:
        TableError: the table in the package is damaged.
    """
    found: dict[tuple[str, str | None], Kind] = {}
    columns = ("event", "mode", "quad_class", "intensity", "recipient")
    for row in rows(files(__package__) / "data" / "ontology.tsv", columns):
        key = (row["event"], row["mode"] or None)
        if key in found:
            raise TableError(f"ontology.tsv: {key} stands twice; remove one row")
        found[key] = Kind(
            row["event"],
            row["mode"] or None,
            int(row["quad_class"]),
            float(row["intensity"]),
            row["recipient"] == "required",
        )
    return found


@cache
def modes() -> Mapping[str, frozenset[str]]:
    """Every mode, in order of the alphabet, with the types that have it."""
    found: dict[str, set[str]] = {}
    for event, mode in kinds():
        if mode:
            found.setdefault(mode, set()).add(event)
    return {mode: frozenset(found[mode]) for mode in sorted(found)}


@cache
def contexts() -> Mapping[str, str]:
    """The 37 contexts of PLOVER and when each is set."""
    table = files(__package__) / "data" / "contexts.tsv"
    return {row["context"]: row["meaning"] for row in rows(table, ("context", "meaning"))}
