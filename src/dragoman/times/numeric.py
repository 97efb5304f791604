"""Rules for dates in digits alone: ``2025-07-23``, ``23.7.2025``, ``2025-07``, ``07/2025``."""

from __future__ import annotations

import re

from .periods import day_text
from .rules import DIGITS, Hit, Rule, rule
from .senses import Sense, fixed


def numeric_rules() -> list[Rule]:
    """The rules of this module."""
    return [
        rule(
            r"(?P<y>[0-9]{4})([-/])(?P<m>0[1-9]|1[0-2])\2(?P<d>0[1-9]|[12]\d|3[01])"
            r"(?:[T ]\d\d:\d\d(?::\d\d)?(?:\.\d{1,9})?(?:Z|[+-]\d\d:?\d\d)?)?(?![\w-])",
            [DIGITS],
            _year_first,
        ),
        rule(
            r"(?P<a>\d\d?)(?P<sep>[/.-])(?P<b>\d\d?)(?P=sep)(?P<y>(?:19|20)[0-9][0-9])(?!\w)",
            [DIGITS],
            _year_last,
        ),
        rule(
            r"(?P<y>(?:19|20)[0-9][0-9])-(?P<m>0[1-9]|1[0-2])(?![\w/-])(?![.,]\d)",
            [DIGITS],
            _month,
        ),
        rule(r"(?P<m>0[1-9]|1[0-2])/(?P<y>(?:19|20)[0-9][0-9])(?![\w/])", [DIGITS], _month),
    ]


def _year_first(hit: Hit) -> Sense | None:
    edtf = day_text(hit["y"], int(hit["m"]), int(hit["d"])) if int(hit["y"]) else ""
    return fixed(edtf, "stated") if edtf else None


def _year_last(hit: Hit) -> Sense | None:
    """Day or month first is told by a number over 12, by both being one, or by dots (day first)."""
    first, second, year = int(hit["a"]), int(hit["b"]), hit["y"]
    if first == 0 or second == 0 or min(first, second) > 12:
        return None
    if hit["sep"] == "." or first > 12 or first == second:
        edtf = day_text(year, second, first) if second <= 12 else ""
    elif second > 12:
        edtf = day_text(year, first, second)
    else:
        edtf = f"{year}-XX-XX"
    return fixed(edtf, "stated") if edtf else None


def _month(hit: Hit) -> Sense | None:
    """'2025-06'; where the last two digits may be a later year ('2003-05') it is no month."""
    year, month = hit["y"], hit["m"]
    if "-" in hit.match[0] and int(month) > int(year[2:]):
        return None
    if re.search(r"\b(?!(?:In|Since|Until|During|By)\b)[A-Z]\w*\.?\s$", hit.before()):
        return None
    return fixed(f"{year}-{month}", "stated")
