"""Lengths of time in words: 'three weeks', 'two and a half years', 'half a century'."""

from __future__ import annotations

from .rules import UNITS, Hit, counted, pieces

_SHARES = {
    ("half", "year"): ("month", 6),
    ("half", "decade"): ("year", 5),
    ("half", "century"): ("year", 50),
    ("quarter", "century"): ("year", 25),
}


def amount_pattern() -> str:
    """A pattern for a number of units; read its match with `amount`."""
    return (
        rf"(?:(?P<n>{pieces().number})(?P<more>[\s-]and[\s-]a[\s-]half)?[\s-]{UNITS}"
        r"(?P<more_after>\sand\sa\shalf)?"
        r"|(?:a\s)?(?P<share>half|quarter)(?:\sof)?(?:\sa\s|-|\s)(?P<whole>year|decade|century)\b)"
    )


def amount(hit: Hit) -> tuple[str, int, bool] | None:
    """The unit, how many of it, and whether that is a round figure; None for no such length."""
    if hit["share"]:
        known = _SHARES.get((hit["share"], hit["whole"]))
        return (*known, known[0] == "year") if known else None
    unit, number = hit["unit"], counted(hit["n"])
    more = bool(hit["more"] or hit["more_after"])
    if more and unit == "year":
        return "month", number * 12 + 6, True
    return unit, number, more
