"""When two pacts, bans or tests are two: what is agreed, forbidden or tested is another thing.

A pact put off is not signed because another one is, nor because the two make up a quarrel.
"""

from __future__ import annotations

from dragoman.record.linking.series import are_of_one_day
from dragoman.record.traits.traits import Traits

_FAMILY = "accord"
# Stems of triggers, by what is done: a paper is signed, words are given, a quarrel is settled.
_PAPER = frozenset(
    "sign seal ink conclu initia ratify ratifi pact treaty treati deal agreem accord memora".split()
)
_PRAISE = frozenset(
    "prais praise laud hail applau commen congra thank wish welcom salut salute endors".split()
)
_PLEDGE = frozenset("reaffi reiter recomm".split())
_MENDS = frozenset("patch settle settl mend reconc".split())
_SIGNS = frozenset({"sign", "seal", "ink", "initia", "signat"})
_NEVER_ONE = tuple(
    frozenset(pair)
    for pair in ((_PAPER, _PRAISE), (_PRAISE, _PLEDGE), (_PRAISE, _MENDS), (_PAPER, _PLEDGE))
)


def are_two_accords(one: Traits, other: Traits) -> bool:
    """Whether one is a paper and the other praise, others praise, or it is about other things."""
    if not (one.family == other.family == _FAMILY):
        return False
    if frozenset({_sort(one), _sort(other)}) in _NEVER_ONE:
        return True
    if _sort(one) == _sort(other) == _PRAISE and _are_by_others(one, other):
        return True
    if _signs_nothing(one, other) or _signs_nothing(other, one):
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


def _sort(traits: Traits) -> frozenset[str]:
    sorts = (_PAPER, _PRAISE, _PLEDGE, _MENDS)
    return next((sort for sort in sorts if traits.trigger in sort), frozenset())


def _signs_nothing(plan: Traits, deed: Traits) -> bool:
    """Whether a paper is to be signed, and what was done is a quarrel settled."""
    planned = plan.stage == "ahead" and plan.trigger in _SIGNS
    return planned and deed.stage == "done" and deed.trigger in _MENDS
