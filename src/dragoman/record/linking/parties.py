"""How well the parties of two mentions agree: who does it, and to whom.

And of what kind they are: students here and a journalist there are two.
"""

from __future__ import annotations

from collections.abc import Sequence
from functools import lru_cache

from dragoman.actors.entry import KIN
from dragoman.record.traits.traits import Side, Traits
from dragoman.record.traits.words import classes_of, kinds_in

_ALONE = 0.7
_COMMON_NOUN = 0.4
_AMONG_PEOPLE = 0.5  # a state has one army, and many firms, unions and crowds
TWO_NAMES = 0.1
"""How far two people of one country agree whose names have no word in common."""
_TWO_CAMPS = 0.0  # an army and its rebels are two; who is taken for which is the coder's guess
_JOINTS = str.maketrans("", "", " -‐‑'’")
# Against what a country and a sector in common say: Japan's prime minister is the one who is named
# with that office, and hardly its foreign minister.
_SAME_OFFICE = 1.2
_OTHER_OFFICE = 0.5


def countries_told(traits: Traits) -> frozenset[str]:
    """The countries told of its parties, without those that are taken from the text around."""
    return told_of(traits.parties)


def told_of(sides: tuple[Side, ...]) -> frozenset[str]:
    """The countries told of these parties."""
    return frozenset(side.country for side in sides if side.country and not side.inferred)


def parties_alike(one: Traits, other: Traits) -> float | None:
    """How well the sides agree; None where both sides are known and differ."""
    if (one.mutual or other.mutual) and not (one.visit and other.visit):
        return _company(one.parties, other.parties)
    # Who acts and upon whom do not change places, nor do a traveller and the host.
    doers = _sides(one.actors, other.actors)
    targets = _sides(one.recipients, other.recipients)
    if doers is None or targets is None:
        return None
    return 0.6 * doers + 0.4 * targets


def _company(one: tuple[Side, ...], other: tuple[Side, ...]) -> float | None:
    """How well those who act together agree: who meets one today meets another tomorrow."""
    if not one or not other:
        return 0.0
    found = _matched(one, other)
    if found is None or _is_with_another(one, other):
        return None
    if len(found) == 1 and len(one) != len(other):
        return _ALONE * found[0]
    return (sum(found) / len(found) + min(found)) / 2


def _is_with_another(one: tuple[Side, ...], other: tuple[Side, ...]) -> bool:
    """Whether two office-holders meet here, and one of them a third there."""
    if not len(one) == len(other) == 2 or not all(s.person for s in (*one, *other)):
        return False
    shared = {a.name for a in one for b in other if agreement(a, b) > TWO_NAMES}
    return len(shared) == 1


def _sides(one: tuple[Side, ...], other: tuple[Side, ...]) -> float | None:
    if not one or not other:
        return 0.0
    found = _matched(one, other)
    return None if found is None else sum(found) / len(found)


def _matched(one: tuple[Side, ...], other: tuple[Side, ...]) -> list[float] | None:
    """How well each party of the smaller side finds its like in the larger; None if none can."""
    small, large = sorted((one, other), key=len)
    found = [max(agreement(a, b) for b in large) for a in small]
    return None if max(found) < 0.0 else found


def agreement(one: Side, other: Side) -> float:
    """How likely the two are one party, -1 (never) to 1."""
    same = one.name == other.name or _are_spellings(one, other)
    if one.country and other.country and one.country != other.country:
        # "The Treasury" is one, whatever country was guessed for it; Japan's troops and Peru's
        # are two.
        guessed = one.inferred or other.inferred
        return _COMMON_NOUN if same and one.proper and guessed else -1.0
    if same:
        told = one.proper or (one.country and other.country)  # any flight has 'passengers'
        return 1.0 if told else _COMMON_NOUN
    if one.proper and other.proper:
        # "Ahed Tamimi" and "Tamimi" are one; "Gita Rai" and "Bishnu Thapa" are two.
        return 0.8 if set(one.name.split()) & set(other.name.split()) else TWO_NAMES
    known = 0.8 if one.country and other.country else 0.2
    if one.office and other.office:
        known *= _SAME_OFFICE if one.office == other.office else _OTHER_OFFICE
    if "people" in (one.camp, other.camp):
        known = min(known, _AMONG_PEOPLE)
    if one.sector == other.sector:
        return known
    if not one.camp or not other.camp:
        return known / 2
    if one.camp == other.camp:
        return known * 0.75
    return _TWO_CAMPS if "rebels" in (one.camp, other.camp) else known / 4


def _are_spellings(one: Side, other: Side) -> bool:
    """Whether two names of their own differ in hyphens and spaces: Abdel Fattah, Abd el-Fattah."""
    both = one.proper and other.proper
    return both and one.name.translate(_JOINTS) == other.name.translate(_JOINTS)


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
