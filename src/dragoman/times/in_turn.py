"""Weekdays told in turn: 'will visit Seoul on Friday and Tokyo on *Sunday*', after that Friday."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta

from dragoman.mention import When
from dragoman.times.rules import pieces

_WEEK = timedelta(7)
_DAY = len("2025-07-23")
_TURNS = frozenset({"this", "next", "last", "coming"})


def in_turn(stop: When, before: When | None) -> When:
    """The time of a later stop of a plan, a week on where its weekday would be before the last one.

    Args:
        stop: the time of the stop, the next such day from publication.
        before: the time of the stop told before it; None where that tells none.
    """
    if before is None or len(stop.edtf) != _DAY or len(before.edtf) != _DAY:
        return stop
    words = stop.text.lower().split()
    named = any(name.lower() in words for name in pieces().words.weekday_names)
    own, last = date.fromisoformat(stop.edtf), date.fromisoformat(before.edtf)
    if not named or words[0] in _TURNS or not own < last < own + _WEEK:
        return stop
    return replace(stop, edtf=(own + _WEEK).isoformat())
