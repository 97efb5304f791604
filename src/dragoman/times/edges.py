"""Words in front of a period that take a part of it: 'early', 'the end of', 'the first week of'."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from functools import lru_cache

from .periods import Part, between, fraction, interval, nth_weekday, part, portion, week_of
from .rules import counted, pieces, weekday_number

_PARTS: Mapping[str, Part] = {
    "early": "early", "earlier": "early", "mid": "mid", "middle": "mid", "late": "late",
    "later": "late", "beginning": "start", "start": "start", "end": "end",
}  # fmt: skip
_FROM_THE_END = ("last", "final", "closing")
_FROM_THE_START = ("opening",)


@dataclass(frozen=True, slots=True)
class Edge:
    """Which part is taken, up to where its words reach.

    Attributes:
        end: one past the last character of the words.
        change: from the EDTF of the whole to that of the part.
        unit: 'week', 'month', 'year' or 'decade' where the words name the present one ('the end
            of the month'); else empty, and the period follows at ``end``.
    """

    end: int
    change: Callable[[str], str]
    unit: str


def edge_at(text: str, begin: int) -> Edge | None:
    """The edge that starts at ``begin``, or None."""
    match = _pattern().match(text, begin)
    if not match:
        return None
    unit = match["whole"].split()[1].lower() if match["whole"] else ""
    unit = unit or (match["close"] or match["close_of"] or "").lower()
    return Edge(match.end(), _change(match), unit)


@lru_cache(maxsize=1)
def edge_starts() -> frozenset[str]:
    """The first words of edges, lower case."""
    turns = (*_FROM_THE_END, *_FROM_THE_START, *pieces().words.ordinals)
    return frozenset((*_PARTS, "the", "very", "year", "month", *turns))


@lru_cache(maxsize=1)
def _pattern() -> re.Pattern[str]:
    p = pieces()
    ends = "|".join((*_FROM_THE_END, *_FROM_THE_START))
    return re.compile(
        r"(?i:(?P<half>(?:the\s)?(?:first|second)\shalf\sof\s)"
        rf"|(?:the\s)?(?:very\s)?(?P<turn>{ends}|{p.ordinal})\s"
        rf"(?:(?P<count>{p.number})\s)?(?P<size>day|week|month)(?P<many>s)?\s(?:of|in)\s"
        r"|(?:the\s)?(?P<close>year|month)(?:['’]s\s|-|\s)end\b"
        rf"|(?:the\s)?(?P<nth>{ends}|{p.ordinal})\s(?P<weekday>{p.weekday_name})\s(?:of|in)\s"
        r"|(?:the\s)?end\sof\s(?P<close_of>year|month)\b"
        r"|(?P<low>early|mid)-?[\s-]to[\s-](?P<high>mid|late)[\s-]"
        r"|(?:the\s)?(?:very\s)?(?P<edge>early|earlier|mid|middle|late|later|beginning|start|end)"
        r"(?:-|\s(?:part\sof\s|(?:hours|days)\sof\s|of\s|in\s|on\s)?))"
        r"(?P<whole>(?i:the\s(?:month|year|week|decade))\b)?"
    )


def _change(match: re.Match[str]) -> Callable[[str], str]:
    if match["half"]:
        return fraction(1 if "first" in match["half"].lower() else 2, 2)
    if match["edge"]:
        return part(_PARTS[match["edge"].lower()])
    if match["low"]:
        return _from_to(part(_PARTS[match["low"].lower()]), part(_PARTS[match["high"].lower()]))
    if match["nth"]:
        return nth_weekday(_turn(match["nth"]), weekday_number(match["weekday"]))
    if not match["turn"]:
        return part("end")
    word = match["turn"].lower()
    if match["many"] and not match["count"]:
        return _loosely(word, match["size"].lower())
    return portion(_turn(word), counted(match["count"] or "1"), match["size"].lower())


def _turn(word: str) -> int:
    lower = word.lower()
    return 1 if lower in _FROM_THE_START else pieces().words.ordinals.get(lower, -1)


def _from_to(low: Callable[[str], str], high: Callable[[str], str]) -> Callable[[str], str]:
    """'Mid-to-late April'; a whole whose parts are not told apart stays as it is."""

    def take(edtf: str) -> str:
        return edtf if low(edtf) == edtf else between(low(edtf), high(edtf))

    return take


def _loosely(word: str, size: str) -> Callable[[str], str]:
    """'The last days of June': no number is told, so they are the period's start or end."""
    at_end = word in _FROM_THE_END
    if size == "month":
        return part("late" if at_end else "early")
    return part("end" if at_end else "start")


def week_around(edtf: str) -> str:
    """The week, Monday to Sunday, that a day is in; anything else as it is."""
    return week_of(date.fromisoformat(edtf)) if re.fullmatch(r"\d{4}-\d\d-\d\d", edtf) else edtf


def week_up_to(edtf: str) -> str:
    """The seven days that end on a day; anything else as it is."""
    if not re.fullmatch(r"\d{4}-\d\d-\d\d", edtf):
        return edtf
    day = date.fromisoformat(edtf)
    return interval(day - timedelta(6), day)
