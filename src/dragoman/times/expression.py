"""The time expression, and the two readings that one without a year or week may have."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date
from typing import Literal

from ..mention import Basis
from .intervals import days_of

Direction = Literal["past", "future"]
Kind = Literal["point", "interval", "duration", "frequency", "vague", "clock"]


@dataclass(frozen=True, slots=True)
class TimeExpression:
    """Words that tell a time, and what they mean.

    Attributes:
        text: the words, without a leading 'on', 'in' or 'at'; 'since', 'from', 'by' are kept.
        start: first character in the text searched.
        end: one past the last character.
        edtf: the date in EDTF as it reads with no further cue; empty where no date can be told.
        basis: ``stated``, ``relative``, ``anchored`` or ``unresolved``; see `mention.When`.
        kind: ``point`` (one EDTF date of any precision), ``interval`` (two, or one open),
            ``duration`` ('for six months'), ``frequency`` ('every Friday'), ``vague``
            ('recently'), ``clock`` ('at 3 p.m.' with no day). Only the first two carry a date.
        edtf_past: the date where the clause looks back, if it differs from ``edtf``; else None.
        edtf_future: the date where the clause looks forward, if it differs; else None.
        edtf_coming: its next turn, where that is so far off that ``edtf_future`` is the last one;
            else None. See `coming`.
        anchored: what to add to another event's date, as ``+2 day``, ``-1 week``, ``+0 year``,
            ``+1 mon`` (the Monday after it) or ``-1 mon``; None for all other expressions.

    """

    text: str
    start: int
    end: int
    edtf: str
    basis: Basis
    kind: Kind
    edtf_past: str | None = None
    edtf_future: str | None = None
    edtf_coming: str | None = None
    anchored: str | None = None


def read(expression: TimeExpression, direction: Direction | None) -> TimeExpression:
    """Return ``expression`` as it reads in a clause that looks ``direction`` (None: no cue).

    'On Friday' is the last one where the clause looks back, the coming one where it looks
    forward. The result has no further candidates.
    """
    other = None
    if direction == "past":
        other = expression.edtf_past
    elif direction == "future":
        other = expression.edtf_future
    edtf = expression.edtf if other is None else other
    kind = dated_kind(edtf) if edtf else expression.kind
    basis: Basis = (
        "relative" if edtf and expression.basis == "unresolved" and other else (expression.basis)
    )
    return replace(fixed(expression, edtf), kind=kind, basis=basis)


def fixed(expression: TimeExpression, edtf: str) -> TimeExpression:
    """The expression with this date as its only reading."""
    return replace(expression, edtf=edtf, edtf_past=None, edtf_future=None, edtf_coming=None)


def dated_kind(edtf: str) -> Kind:
    """Whether a non-empty EDTF string is a point or an interval."""
    return "interval" if "/" in edtf else "point"


def days_read(expression: TimeExpression, way: Direction) -> tuple[date | None, date | None]:
    """The first and the last day that a time may be of, read the given way; see `days_of`."""
    return days_of(read(expression, way).edtf)
