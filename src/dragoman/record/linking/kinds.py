"""Of what kind those are to whom a deed was done: students here and a journalist there are two."""

from __future__ import annotations

from collections.abc import Sequence
from functools import lru_cache

from dragoman.actors.entry import KIN
from dragoman.record.traits.traits import Side
from dragoman.record.traits.wordclasses import classes_of, kinds_in


def are_of_other_kinds(one: tuple[Side, ...], other: tuple[Side, ...]) -> bool:
    """Whether all of the one are told to be of other kinds than all of the other."""
    mine, theirs = kinds_of(one), kinds_of(other)
    return bool(mine) and bool(theirs) and mine.isdisjoint(theirs)


def kinds_of(sides: tuple[Side, ...]) -> frozenset[str]:
    """The kinds that these may be of; empty where one of them may be anybody."""
    found = [_kinds(side.name) for side in sides]
    return frozenset().union(*found) if found and all(found) else frozenset()


@lru_cache(maxsize=1 << 14)
def _kinds(name: str) -> frozenset[str]:
    return classes_of(name.casefold().replace("’", "'").split(), kinds_in("kinds.tsv"))


def are_relatives(ones: Sequence[Side], others: Sequence[Side]) -> bool:
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
