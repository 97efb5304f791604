"""Whether two mentions tell of other people or other things, whatever else agrees."""

from __future__ import annotations

from collections.abc import Sequence

from dragoman.actors.entry import KIN
from dragoman.record.accords import are_two_accords, are_two_bans, are_two_tests
from dragoman.record.series import are_done_to_others
from dragoman.record.traits import Side, Traits
from dragoman.record.travellers import are_two_meetings, are_two_visits


def are_others(one: Traits, other: Traits) -> bool:
    """Whether others meet, travel or strike, or other things are agreed, forbidden or tested."""
    if are_two_accords(one, other) or are_two_bans(one, other) or are_two_tests(one, other):
        return True
    if are_two_meetings(one, other):
        return True
    if one.visit and other.visit and are_two_visits(one, other):
        return True
    return _are_relatives(one.recipients, other.recipients) or are_done_to_others(one, other)


def _are_relatives(ones: Sequence[Side], others: Sequence[Side]) -> bool:
    """Whether a relative of somebody told is meant here, and another or a named person there."""
    kin, theirs = _kin(ones), _kin(others)
    if kin and theirs:
        return kin.isdisjoint(theirs)
    named = others if kin else ones
    return bool(kin or theirs) and bool(named) and all(side.proper for side in named)


def _kin(sides: Sequence[Side]) -> frozenset[str]:
    """What relatives they are; empty where anybody is told otherwise."""
    told = frozenset(side.name.split()[-1] for side in sides)
    return told if told <= KIN else frozenset()
