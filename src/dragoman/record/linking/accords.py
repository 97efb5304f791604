"""When two pacts, bans or tests are two: what is agreed, forbidden or tested is another thing.

A pact put off is not signed because another one is.
"""

from __future__ import annotations

from dragoman.record.linking.series import are_of_one_day
from dragoman.record.traits.traits import Traits

_FAMILY = "accord"
# Stems of triggers, by what is done: a paper is signed, words are given.
_PAPER = frozenset(
    "sign seal ink conclu initia ratify ratifi pact treaty treati deal agreem accord memora".split()
)
_PRAISE = frozenset(
    "prais praise laud hail applau commen congra thank wish welcom salut salute endors".split()
)


def are_two_accords(one: Traits, other: Traits) -> bool:
    """Whether one is a paper and the other praise, others praise, or it is about other things."""
    if not (one.family == other.family == _FAMILY):
        return False
    praised = (one.trigger in _PRAISE) + (other.trigger in _PRAISE)
    if praised == 1 and (one.trigger in _PAPER or other.trigger in _PAPER):
        return True
    if praised == 2 and _are_by_others(one, other):
        return True
    return _are_of_two_subjects(one, other) and not are_of_one_day(one, other)


def are_two_bans(one: Traits, other: Traits) -> bool:
    """Whether other things are closed or forbidden: a border here, rallies there."""
    bans = one.event == other.event == "COERCE"
    return bans and _are_of_two_subjects(one, other)


def are_two_tests(one: Traits, other: Traits) -> bool:
    """Whether other things are tested: a missile here, a nuclear device there."""
    tests = one.event == other.event == "MOBILIZE" and one.mode == other.mode
    return tests and _are_of_two_subjects(one, other)


def _are_of_two_subjects(one: Traits, other: Traits) -> bool:
    """Whether both tell what they are about, and it is never the same."""
    told = bool(one.subjects) and bool(other.subjects)
    return told and set(one.subjects).isdisjoint(other.subjects)


def _are_by_others(one: Traits, other: Traits) -> bool:
    """Whether those of other countries praise: 'Mali thanked Togo' is not 'Togo thanked Mali'."""
    mine, theirs = ({side.country for side in t.actors} for t in (one, other))
    told = bool(mine) and bool(theirs) and None not in mine | theirs
    return told and mine.isdisjoint(theirs)
