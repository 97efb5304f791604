"""Years that the text told before: 'July 19:' in a timeline of 2024, 'in December *that year*'.

A timeline tells its years here and there, and its entries follow on each other. An entry without
its year has that of the one before it, or the next where it would go back; in a timeline that goes
backwards, the one before.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from datetime import date

from dragoman.times.expression import TimeExpression, fixed
from dragoman.times.headings import leads_entry

_YEAR = re.compile(r"^(?P<year>(?:1[5-9]|20)\d\d)(?=\s?[:–—]\s)", re.MULTILINE)
_TIMELINE = re.compile(r"(?i:\b(?:timeline|chronology|key\s(?:dates|events|moments))\b)")
_YEARLESS = re.compile(r"\d{4}(?P<rest>-\d\d(?:-\d\d)?)")
_OWN_YEAR = re.compile(r"\d{4}")
_FEWEST = 2


def in_years_told(
    text: str, found: Sequence[TimeExpression], published: date | None
) -> tuple[TimeExpression, ...]:
    """The expressions, those whose year the text told before in that year.

    Args:
        text: the text.
        found: all its time expressions, in order.
        published: its day of publication, or None.
    """
    if published is None:
        return tuple(found)
    told = sorted((*found, *_years(text, found, published)), key=lambda e: e.start)
    known = _of_entries(text, told, published)
    made: list[TimeExpression] = []
    for expression in told:
        edtf = known.get(expression.start) or _of_that_year(expression, made)
        made.append(replace(fixed(expression, edtf), basis="anchored") if edtf else expression)
    return tuple(made)


def _years(
    text: str, found: Sequence[TimeExpression], published: date
) -> Iterator[TimeExpression]:
    """The years that lead entries: '2018: Guyana asks the court'. '2018: ' may be a clock's."""
    known = {place for e in found for place in range(e.start, e.end)}
    years = [m for m in _YEAR.finditer(text) if m.start() not in known]
    told = [int(m["year"]) for m in years]
    in_row = told in (sorted(told), sorted(told, reverse=True)) and max(told, default=0)
    dated = any(_has_year(e) and leads_entry(text, e) for e in found)
    if not in_row or in_row > published.year or not (dated or _TIMELINE.search(text)):
        return
    for m in years:
        yield TimeExpression(m["year"], m.start(), m.end(), m["year"], "stated", "point")


def _of_entries(
    text: str, told: Sequence[TimeExpression], published: date
) -> dict[int, str]:
    """The dates of the entries of a timeline that leave out their year, by where they begin."""
    entries = [e for e in told if leads_entry(text, e)]
    stated = [e.edtf for e in entries if _has_year(e)]
    if len(entries) < _FEWEST or not stated:
        return {}
    back = len(stated) > 1 and stated[0] > stated[-1]
    known: dict[int, str] = {}
    last = ""
    for entry in entries:
        if _has_year(entry):
            last = entry.edtf
        elif last and (rest := _YEARLESS.fullmatch(entry.edtf)):
            year = int(last[:4])
            there = f"{year}{rest['rest']}"
            if back and there > last:
                there = f"{year - 1}{rest['rest']}"
            elif not back and there < last[: len(there)]:
                there = f"{year + 1}{rest['rest']}"
            if there <= published.isoformat():
                last = known[entry.start] = there
    return known


def _of_that_year(expression: TimeExpression, before: Sequence[TimeExpression]) -> str | None:
    """The date of 'December *that year*': in the year told last."""
    rest = _YEARLESS.fullmatch(expression.edtf)
    if rest is None or not expression.text.lower().endswith("that year"):
        return None
    last = next((e.edtf for e in reversed(before) if _OWN_YEAR.match(e.edtf)), None)
    return f"{last[:4]}{rest['rest']}" if last else None


def _has_year(expression: TimeExpression) -> bool:
    return expression.basis == "stated" and bool(_OWN_YEAR.match(expression.edtf))
