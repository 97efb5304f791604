"""The year of a date that comes round every year: told beside it, by its weekday, or fitting."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import date

from .rules import TURNS, Hit
from .senses import Recurrence, Sense, chosen, fixed, yearly


def in_year(
    hit: Hit, make: Callable[[int | None], str | None], weekday: int | None = None
) -> Sense | None:
    """The date in the year that the words tell, or else in the one that fits.

    Args:
        hit: the words; its groups ``year`` and ``which`` ('last' of 'last year') may tell the year.
        make: gives the date in a year, or with an unknown one; None or empty where it has none.
        weekday: keeps the years in which the date falls on it, 0 for Monday. They lie five years
            and more apart, so that the nearest is meant, whichever way the clause looks.
    """
    if hit["year"]:
        edtf = make(int(hit["year"]))
        return fixed(edtf, "stated") if edtf else None
    if hit["which"] in TURNS and hit.published:
        return fixed(make(hit.published.year + TURNS[hit["which"]]) or "", "relative")
    recurs = yearly(make)
    if weekday is None:
        return chosen(recurs, hit.published)
    nearest = chosen(_falling_on(recurs, weekday), hit.published)
    return replace(nearest, past=nearest.plain, future=nearest.plain, recurs=None)


def _falling_on(recurs: Recurrence, weekday: int) -> Recurrence:
    def make(year: int | None) -> str | None:
        edtf = recurs.turn(year)
        if year is None or not edtf:
            return edtf
        return edtf if date.fromisoformat(edtf[:10]).weekday() == weekday else None

    return yearly(make)
