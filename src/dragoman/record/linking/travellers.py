"""When two visits or talks are two: other people or bodies come than the other time."""

from __future__ import annotations

import re
from functools import lru_cache

from dragoman.record.linking.parties import TWO_NAMES, agreement
from dragoman.record.linking.series import are_of_one_day
from dragoman.record.traits.traits import Side, Traits
from dragoman.record.traits.words import classes_of, kinds_in

_FIRST = (
    "president", "prime minister", "premier", "king", "queen", "emperor", "sultan", "emir",
    "chancellor", "pope", "leader", "ruler",
)  # fmt: skip
_HEAD = "head"
_PARLIAMENT = "parliament"
_FORCES = "forces"
_VISITORS = "visitors.tsv"
_MANY = re.compile(
    r"(?:three|four|five|six|seven|eight|nine|ten|dozens|[3-9]|\d\d+)\b", re.IGNORECASE
)


def are_two_visits(one: Traits, other: Traits) -> bool:
    """Whether two visits are made by different visitors, each named or told by office or kind.

    Whoever travels takes others along: one who is of both makes them one, and so does the day, if
    a body and somebody who may lead it arrive on the same.
    """
    if not one.actors or not other.actors:
        return False
    return all(_are_two(a, one, b, other) for a in one.actors for b in other.actors)


def are_two_meetings(one: Traits, other: Traits) -> bool:
    """Whether talks are held by people in other offices on either side, and not on one day.

    Ministers take part where presidents meet, and reports of that day may tell of either. Where
    many gather, two of them may meet on the same day.
    """
    if not (one.event == other.event == "CONSULT") or one.visit or other.visit:
        return False
    if _are_two_of_many(one, other) or _are_two_of_many(other, one):
        return True
    if are_of_one_day(one, other):
        return False
    both = [
        (a, b) for a in one.parties for b in other.parties if a.country and a.country == b.country
    ]
    if not both:
        return False
    if _are_other_people(one, other):
        return True
    return all(_are_in_other_offices(a, b) for a, b in both)


def _are_two_of_many(meeting: Traits, gathering: Traits) -> bool:
    """Whether two people meet, and in the other meeting many, of whom it names neither."""
    two, many = meeting.parties, gathering.parties
    if len(two) != 2 or two[0].country == two[1].country or not all(map(_is_somebody, two)):
        return False
    lands = {side.country for side in many if side.country}
    several = len(lands) > 2 or (gathering.mode == "multilateral" and len(lands) != 2)
    if not several and not any(_MANY.match(side.name) for side in many):
        return False
    return all(not b.proper or agreement(a, b) <= TWO_NAMES for a in two for b in many)


def _is_somebody(side: Side) -> bool:
    """Whether it is one who is named, or the one in an office: no country, no 'ministers'."""
    return side.proper or bool(side.office)


def _are_other_people(one: Traits, other: Traits) -> bool:
    """Whether both meetings are told with names, and nobody is named in both."""
    here, there = ([s for s in t.parties if s.person] for t in (one, other))
    named = bool(here and there)
    return named and all(agreement(a, b) <= TWO_NAMES for a in here for b in there)


def _are_in_other_offices(a: Side, b: Side) -> bool:
    kinds, others = _kinds(a), _kinds(b)
    return bool(kinds) and bool(others) and kinds.isdisjoint(others)


def _are_two(a: Side, one: Traits, b: Side, other: Traits) -> bool:
    if a.person and b.person and not (a.inferred or b.inferred):
        return agreement(a, b) <= TWO_NAMES
    if a.country != b.country:
        return False  # of that the likeness of the parties knows
    mine, theirs = _kinds(a), _kinds(b)
    if not mine or not theirs or not mine.isdisjoint(theirs):
        # The first office of a state and another one, of whatever field.
        offices = bool(a.office and b.office)
        return offices and (_HEAD in mine) != (_HEAD in theirs)
    return bool(a.office and b.office) or not are_of_one_day(one, other)


def _kinds(side: Side) -> frozenset[str]:
    """The kinds of visitor that this one is told to be; empty where nothing is told."""
    if _is_head(side.office or (side.name.removesuffix("s") if side.sector == "GOV" else "")):
        return frozenset({_HEAD})
    told = _kinds_told(side.office if side.person else f"{side.name} {side.office}")
    if told:
        return told
    if side.sector == "LEG":
        return frozenset({_PARLIAMENT})
    return frozenset({_FORCES}) if side.sector == "MIL" else frozenset()


def _is_head(office: str) -> bool:
    """Whether it is the first office of a state, and no minister's or secretary's."""
    return office.endswith(_FIRST) and not {"vice", "deputy", "former"} & set(office.split())


@lru_cache(maxsize=1 << 14)
def _kinds_told(words: str) -> frozenset[str]:
    return classes_of(words.casefold().replace("-", " ").split(), kinds_in(_VISITORS))
