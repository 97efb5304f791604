"""Strict PLOVER: what its manual writes for an event that has not, or not yet, happened."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from functools import cache
from importlib.resources import files

from dragoman.events.ontology import kinds
from dragoman.record.event import Event
from dragoman.tables import rows

RULES = ("event", "mode", "standing", "becomes", "becomes_mode")
_STANDING = {"planned": "ahead", "postponed": "ahead", "cancelled": "off"}
_MARKS = {
    "planned": "future",
    "postponed": "future",
    "cancelled": "negation",
    "negated": "negation",
    "possible": "hypothetical",
}


@dataclass(frozen=True, slots=True)
class Strict:
    """An event as strict PLOVER has it.

    Attributes:
        event: the type that is written.
        mode: its mode, or None.
        marks: auxiliary modes, which PLOVER keeps among the contexts: ``historical``,
            ``future``, ``hypothetical``, ``negation``.
        quad_class: 1 to 4, of the type written.
        intensity: PLOVER's score of type and mode written.
        day: the day of what is written: where another type stands for the natural one (an
            announced visit is an AGREE), that of the report which announced it.
    """

    event: str
    mode: str | None
    marks: tuple[str, ...]
    quad_class: int
    intensity: float
    day: date | None


def strict(event: Event) -> Strict:
    """The event by the rules of ``data/strict.tsv``."""
    past = ("historical",) if event.background else ()
    found = _reduced(event.event, event.mode, event.status)
    if found is None:
        mark = _MARKS.get(event.status)
        marks = (*past, mark) if mark else past
        return Strict(
            event.event, event.mode, marks, event.quad_class, event.intensity, day_of(event)
        )
    kind = kinds()[found]
    told = event.changed
    if event.status == "postponed" and event.before == "planned":
        told = None  # putting it off announced nothing; its first report did
    told = told or event.first_reported or day_of(event)
    return Strict(kind.event, kind.mode, past, kind.quad_class, kind.intensity, told)


def strict_kind(event: str, mode: str | None, status: str) -> tuple[str, str | None]:
    """Type and mode that strict PLOVER writes for a natural type, its mode and its status."""
    return _reduced(event, mode, status) or (event, mode)


def _reduced(event: str, mode: str | None, status: str) -> tuple[str, str | None] | None:
    standing = _STANDING.get(status, "")
    rules = _rules()
    return rules.get((event, mode or "", standing)) or rules.get((event, "*", standing))


def day_of(event: Event) -> date | None:
    """The day that stands for the event where one must: its first; else that of its first report.

    What is told as context of long ago did not happen when it was reported: it has no such day.
    """
    told = event.first_day or event.last_day
    return told or (None if event.background else event.first_reported)


def standing_of(event: Event) -> str:
    """``ahead``, ``off``, or the empty string for what has happened or never was to."""
    return _STANDING.get(event.status, "")


@cache
def _rules() -> Mapping[tuple[str, str, str], tuple[str, str | None]]:
    table = rows(files("dragoman.formats") / "data" / "strict.tsv", RULES)
    return {
        (row["event"], row["mode"], row["standing"]): (row["becomes"], row["becomes_mode"] or None)
        for row in table
    }
