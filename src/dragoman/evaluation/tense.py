"""Whether a clause looks back or forward, by the words around a date. A rule of thumb.

It is for the scorer, which has no parse at hand; the coder knows a clause's tense from its
grammar. Words and strengths stand in ``data/tense.tsv``.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from functools import lru_cache
from importlib.resources import files

from dragoman.tables import rows, values
from dragoman.times.expression import Direction

_REACH = 240
"""Characters looked at on either side; a clause is hardly longer."""
_SENTENCE_END = re.compile(r"[.!?]['\"”’)]?\s+(?=[A-Z\"“‘'])|\n")
_WORD = re.compile(r"[A-Za-z]+(?:['’][a-z]+)?|['’]ll\b")


@lru_cache(maxsize=1)
def _cues() -> Mapping[str, tuple[Direction, bool]]:
    cues: dict[str, tuple[Direction, bool]] = {}
    table = files("dragoman.evaluation") / "data" / "tense.tsv"
    for row in rows(table, ("direction", "strength", "words")):
        side: Direction = "future" if row["direction"] == "future" else "past"
        for word in values(row["words"]):
            cues.setdefault(word, (side, row["strength"] == "strong"))
    return cues


def direction(text: str, start: int, end: int) -> Direction | None:
    """The direction of the clause around characters ``start`` to ``end`` of ``text``.

    The nearest strong cue before the date in its sentence decides; without one the nearest after
    it; without that a weak one. None where there is no cue.
    """
    before = _SENTENCE_END.split(text[max(0, start - _REACH) : start])[-1]
    after = _SENTENCE_END.split(text[end : end + _REACH])[0]
    behind, ahead = _cues_of(before)[::-1], _cues_of(after)
    for cues in (behind, ahead):
        strong = next((side for side, is_strong in cues if is_strong), None)
        if strong:
            return strong
    return next((side for side, _ in (*behind, *ahead)), None)


def _cues_of(words: str) -> list[tuple[Direction, bool]]:
    found = []
    previous = ""
    for word in _WORD.findall(words):
        cue = _cue(word, previous)
        if cue:
            found.append(cue)
        previous = word
    return found


def _cue(word: str, previous: str) -> tuple[Direction, bool] | None:
    """The cue a word gives; none for a participle after 'be': 'will be held' looks forward."""
    if previous == "be" or word == "May":
        return None
    cues = _cues()
    known = cues.get(f"{previous} {word}".lower()) or cues.get(word.lower())
    if known:
        return known
    return ("past", True) if len(word) > 4 and word.endswith("ed") else None
