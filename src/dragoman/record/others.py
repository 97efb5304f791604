"""Whether two mentions tell of other people or other things, whatever else agrees."""

from __future__ import annotations

from dragoman.record.accords import are_two_accords, are_two_bans, are_two_tests
from dragoman.record.series import are_done_to_others
from dragoman.record.traits import Traits
from dragoman.record.travellers import are_two_meetings, are_two_visits


def are_others(one: Traits, other: Traits) -> bool:
    """Whether others meet, travel or strike, or other things are agreed, forbidden or tested."""
    if are_two_accords(one, other) or are_two_bans(one, other) or are_two_tests(one, other):
        return True
    if are_two_meetings(one, other):
        return True
    if one.visit and other.visit and are_two_visits(one, other):
        return True
    return are_done_to_others(one, other)
