"""Words in front of a period that take a part of it: 'early', 'the end of', 'the first week of'."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from functools import lru_cache

from .periods import Part, fraction, part, portion
from .rules import counted, pieces

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
    return Edge(match.end(), _change(match), unit)


@lru_cache(maxsize=1)
def edge_starts() -> frozenset[str]:
    """The first words of edges, lower case."""
    words = (*_PARTS, "the", "very", *_FROM_THE_END, *_FROM_THE_START, *pieces().words.ordinals)
    return frozenset(words)


@lru_cache(maxsize=1)
def _pattern() -> re.Pattern[str]:
    p = pieces()
    ends = "|".join((*_FROM_THE_END, *_FROM_THE_START))
    return re.compile(
        r"(?i:(?P<half>(?:the\s)?(?:first|second)\shalf\sof\s)"
        rf"|(?:the\s)?(?:very\s)?(?P<turn>{ends}|{p.ordinal})\s"
        rf"(?:(?P<count>{p.number})\s)?(?P<size>day|week|month)s?\s(?:of|in)\s"
        r"|(?:the\s)?(?:very\s)?(?P<edge>early|earlier|mid|middle|late|later|beginning|start|end)"
        r"(?:-|\s(?:part\sof\s|(?:hours|days)\sof\s|of\s|in\s|on\s)?))"
        r"(?P<whole>(?i:the\s(?:month|year|week|decade))\b)?"
    )


def _change(match: re.Match[str]) -> Callable[[str], str]:
    if match["half"]:
        return fraction(1 if "first" in match["half"].lower() else 2, 2)
    if match["edge"]:
        return part(_PARTS[match["edge"].lower()])
    word = match["turn"].lower()
    turn = 1 if word in _FROM_THE_START else pieces().words.ordinals.get(word, -1)
    return portion(turn, counted(match["count"] or "1"), match["size"].lower())
