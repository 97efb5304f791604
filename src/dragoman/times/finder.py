"""Finding the expressions of a text: one pass over its words, the grammar tried at each.

The search goes on after an expression that was found; so it takes time linear in the length of the
text.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import replace
from datetime import date
from functools import lru_cache
from operator import itemgetter

from .expression import TimeExpression, dated_kind
from .grammar import WORD, Grammar
from .lexicon import alternatives, lexicon
from .rules import Found
from .senses import Sense
from .zones import at_the_place, set_right

_GLUED = frozenset("-$£€¥/\u2011@#_&.,")
"""Characters that, right before a word, make it part of something else ('post-2014', '$2010')."""
_AHEAD_OF = re.compile(r"(?i:\b(?:ahead\sof|in\sthe\srun-?up\sto|in\stime\sfor)\s(?:the\s)?)\Z")
"""What stands before a date that lies ahead, whatever the clause does."""
_LINE = re.compile(r"[^\n]+")
"""What an expression never leaves: 'Friday 22 May' over '14:05' is no date and time."""
_YEARS = range(1000, 9000)


def find(
    text: str, published: date | None, *, start: int = 0, end: int | None = None
) -> tuple[TimeExpression, ...]:
    """Find the time expressions of ``text``.

    Each line is read for itself.

    Args:
        text: any English text.
        published: the day it was published, which relative expressions count from; None when it
            is not known, and then they stay unresolved. One outside the years 1000 to 8999 is
            an error of the source and counts as unknown.
        start: where to begin, in characters of ``text``.
        end: where to stop; None for its end.

    Returns:
        The expressions in order, not overlapping; offsets count characters of ``text``.

    """
    if published and published.year not in _YEARS:
        published = None
    found = (
        replace(told, start=line.start() + told.start, end=line.start() + told.end)
        for line in _LINE.finditer(text, start, len(text) if end is None else end)
        for told in _expressions(line[0], published)
    )
    return set_right(tuple(at_the_place(found, text)), published)


def _expressions(text: str, published: date | None) -> Iterator[TimeExpression]:
    grammar = Grammar(text, published)
    names = [match.span() for match in _names().finditer(text)]
    position = 0
    for word in WORD.finditer(text):
        begin = word.start()
        if begin < position or _is_glued(text, begin):
            continue
        position = grammar.replaced(begin) or position
        if begin < position:
            continue
        found = grammar.expression(begin)
        if found and not _overlaps(names, begin, found.end):
            yield _expression(text, begin, found, published)
            position = found.end


@lru_cache(maxsize=1)
def _names() -> re.Pattern[str]:
    """The names that look like dates and are none; built once."""
    return re.compile(alternatives(lexicon().names) + r"(?!\w)")


def _is_glued(text: str, begin: int) -> bool:
    """Whether the word at ``begin`` is part of something else."""
    if begin == 0 or text[begin - 1] not in _GLUED:
        return False
    return text[begin - 1] not in ".," or text[begin].isdigit()


def _overlaps(spans: Sequence[tuple[int, int]], begin: int, end: int) -> bool:
    """Whether any of the spans, which are in order, has a character of ``begin`` to ``end``."""
    place = bisect_right(spans, begin, key=itemgetter(1))
    return place < len(spans) and spans[place][0] < end


def _expression(text: str, begin: int, found: Found, published: date | None) -> TimeExpression:
    sense = found.sense
    if _AHEAD_OF.search(text, max(0, begin - 24), begin):
        sense = replace(sense, plain=sense.future, past=sense.future)
    words = text[begin : found.end].rstrip()
    return TimeExpression(
        text=words,
        start=begin,
        end=begin + len(words),
        edtf=sense.plain,
        basis=sense.basis,
        kind=sense.kind or (dated_kind(sense.plain) if sense.plain else "point"),
        edtf_past=sense.past if sense.past != sense.plain else None,
        edtf_future=sense.future if sense.future != sense.plain else None,
        edtf_coming=_next_turn(sense, published),
        anchored=sense.anchor,
    )


def _next_turn(sense: Sense, published: date | None) -> str | None:
    """The next turn of a day or month without its year, where it is too far off to be `future`."""
    recurs = sense.recurs
    if recurs is None or recurs.weekly or published is None:
        return None
    turn = recurs.first_from(published)
    return turn if turn and turn != sense.future else None
