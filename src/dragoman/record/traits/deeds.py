"""What a sentence tells of a deed that parts it from the next of its kind, made once.

Its numbers, its places, and whether its day may be told a day off.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Literal

from dragoman.mention import DONE, Mention
from dragoman.record.traits.claims import Number, numbers_of
from dragoman.record.traits.turns import ORDINALS

Slack = Literal["", "late", "early", "count", "lasts"]

# Types whose deeds come in rows. A missile launch does, too, but half the world tells it the day
# before, and places it where it was heard of.
SERIAL = frozenset({"ASSAULT", "COERCE", "PROTEST", "RETREAT"})
SHARP = frozenset({"point", "city", "district"})
"""Precisions of places that are no wider than a city."""
_MOST_SITES = 4
_WEEKDAY = r"(?:on )?(?:mon|tues|wednes|thurs|fri|satur|sun)day"
_EARLY = re.compile(
    rf"\b(?:overnight|pre-?dawn|(?:before|at) (?:dawn|daybreak|sunrise)|after midnight"
    rf"|(?:early|small|first) hours|early (?:morning|{_WEEKDAY}))\b",
    re.IGNORECASE,
)
_LATE = re.compile(
    rf"\b(?:late (?:in the |that )?(?:night|evening|{_WEEKDAY})|night|before midnight)\b",
    re.IGNORECASE,
)
# Modes of what goes on from day to day: a labour strike, a hunger strike, a blockade, a siege.
LASTING = frozenset({"strike", "hunger", "obstruct", "restrict"})
_NTH_DAY = re.compile(
    rf"\b(?:{'|'.join(ORDINALS[1:])}|\d{{1,3}}(?:st|nd|rd|th))"
    r" (?:straight |consecutive |successive |full )?(?:day|week|month)\b",
    re.IGNORECASE,
)
_GOES_ON = re.compile(
    r"\bcontinu(?:e|es|ed|ing)\b|\b(?:still|remain(?:s|ed)?) (?:on strike|under siege)\b",
    re.IGNORECASE,
)
_COUNT = re.compile(
    r"\b(?:tolls?|(?:rose|risen|rises|rising|climb\w*|revised|increased) (?:from \S+ )?to"
    r"|died of|succumb\w*|more bodies|bodies (?:were|are|had been) (?:found|pulled|recovered))\b",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class Deed:
    """What tells one deed from the next of its kind.

    Attributes:
        slack: why its day may be told a day off: the deed was ``late`` at night or ``early`` in
            the morning, the day may be that of the ``count``, or one of those over which it
            ``lasts``; empty where nothing says so.
        counts: the numbers told of it.
        sites: latitude and longitude of its places that are no wider than a city.
    """

    slack: Slack = ""
    counts: tuple[Number, ...] = ()
    sites: tuple[tuple[float, float], ...] = ()


NO_DEED = Deed()
"""Nothing that tells it from the next."""


def deed_of(mention: Mention, *, fresh: bool) -> Deed:
    """What the mention tells of a deed; ``fresh`` where its day is that of the report.

    Of what comes in no rows, and of a plan, only the numbers.
    """
    counts = numbers_of(mention)
    if mention.event not in SERIAL or mention.status not in DONE:
        return Deed(counts=counts) if counts else NO_DEED
    sites = tuple(
        (place.lat, place.lon)
        for place in mention.where[:_MOST_SITES]
        if place.precision in SHARP and place.lat is not None and place.lon is not None
    )
    return Deed(_slack(mention, fresh), counts, sites)


def _slack(mention: Mention, fresh: bool) -> Slack:
    sentence = mention.sentence.text
    goes_on = _GOES_ON.search(sentence) or _NTH_DAY.search(sentence)
    if mention.status == "ongoing" or (mention.mode in LASTING and goes_on):
        return "lasts"
    if fresh and _COUNT.search(sentence):
        return "count"
    if _EARLY.search(sentence):
        return "early"
    return "late" if _LATE.search(sentence) else ""
