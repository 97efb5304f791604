"""Deeds that one actor may do day after day, and which reports tell of two of them.

Strikes, shelling, arrests and protests come in rows: the same words, the same doer, often the same
town. What tells one from the next is its day, its place and its numbers. Each of them may be told
otherwise of one deed: the day where it was at night or where the toll is counted anew, the place as
the city or the district, the toll as it rises.
"""

from __future__ import annotations

from dragoman.distances import ONE_TOWN_KM, kilometres
from dragoman.record.linking.parties import are_of_other_kinds, are_relatives, kinds_of
from dragoman.record.traits.claims import Number
from dragoman.record.traits.deeds import LASTING, SERIAL, Deed
from dragoman.record.traits.traits import Traits
from dragoman.record.traits.words import stem

Days = tuple[int, int]
"""The first and the last day, as ordinals."""

# Modes in which the day alone tells one deed from the next, as in all of ASSAULT. Not so of what
# lasts: a labour strike, a curfew.
_DAILY = frozenset({"arrest", "deport", "seize", "demo", "riot"})
_STRIKE = ("PROTEST", "strike")
EXACT = 2  # days from the first to the last of a date that is told to the day
_PRESSURE = "pressure"  # the family of arrests and sanctions
_SETTLED = 2  # days after which no paper has an older count of the dead
_LONGEST = 14  # days over which a report that it goes on is linked to one that it began
_SEVERAL = 2
_COUPS = frozenset(map(stem, ("coup", "putsch", "overthrow", "depose", "oust", "topple")))
_COUP_MADE = frozenset(map(stem, ("attempt", "plot", "bid", "seize", "takeover")))
_OF_COUPS = frozenset(map(stem, ("coup", "putsch", "power")))


def gap(one: Days, other: Days) -> int:
    """How many days the later begins after the earlier ends; nought or less where they overlap."""
    return max(one[0], other[0]) - min(one[1], other[1])


def is_exact(traits: Traits) -> bool:
    """Whether its date is told to the day, or nearly so."""
    return exact_days(traits) is not None


def exact_days(traits: Traits) -> Days | None:
    """Its first and last day, where its date is told to the day, or nearly so."""
    first, last = traits.first, traits.last
    if first is None or last is None or last - first > EXACT:
        return None
    return first, last


def are_of_one_day(one: Traits, other: Traits) -> bool:
    """Whether both are told to the day, and of a day in common."""
    days, theirs = exact_days(one), exact_days(other)
    return days is not None and theirs is not None and gap(days, theirs) <= 0


def marks_of(traits: Traits) -> tuple[object, ...]:
    """All of a mention that `are_two_deeds` looks at."""
    days, whom = (traits.first, traits.last), (_victims(traits), kinds_of(traits.recipients))
    return traits.event, traits.mode, traits.stage, days, traits.later, traits.deed, whom


def are_two_deeds(one: Traits, other: Traits) -> bool:
    """Whether the two tell of two deeds of a kind that comes in rows, and not of one."""
    if not (one.stage == other.stage == "done"):
        return False
    if are_done_to_others(one, other):
        return True
    if one.event != other.event or one.event not in SERIAL:
        return False
    far = _are_far_apart(one.deed, other.deed)
    differ = counts_differ(one.deed, other.deed)
    if far and (differ or (differ is None and _is_daily(one, other))):
        return True
    days, theirs = exact_days(one), exact_days(other)
    if days is None and theirs is None and differ is not False:
        return _is_one_more(one, other) or (bool(differ) and _falls(one, other))
    if days is None or theirs is None:
        return False
    if gap(days, theirs) <= 0:
        return far and differ is None
    early, late = (one, other) if days < theirs else (other, one)
    if (differ is False and not far) or _may_be_one_night(early.deed, late.deed):
        return False
    if not _victims(one).isdisjoint(_victims(other)):
        return False  # who is killed or arrested twice is hardly told so in two days
    return far or bool(differ) or _is_daily(one, other)


def is_only_in_coup(deed: Traits, coup: Traits) -> bool:
    """Whether one is a coup, and the other what may be done in it: shots that are heard."""
    return _is_coup(coup) and bool(deed.mode) and not _is_coup(deed)


def _is_coup(traits: Traits) -> bool:
    """Whether it tells of a coup, tried or done: 'the coup attempt', 'seized power'."""
    if traits.trigger in _COUPS:
        return True
    return traits.trigger in _COUP_MADE and not _OF_COUPS.isdisjoint(traits.words)


def goes_on(one: Traits, other: Traits) -> bool:
    """Whether the later one tells that what the other tells to have begun goes on.

    "Nurses walked out on Monday", "nurses stayed away for a third day on Wednesday".
    """
    days, theirs = exact_days(one), exact_days(other)
    if days is None or theirs is None or one.mode not in LASTING:
        return False
    early, late = (one, other) if days < theirs else (other, one)
    same = (early.event, early.mode, early.stage) == (late.event, late.mode, late.stage)
    return same and late.deed.slack == "lasts" and 0 < gap(days, theirs) <= _LONGEST


def _victims(traits: Traits) -> frozenset[str]:
    return frozenset(side.name for side in traits.recipients if side.person)


def are_done_to_others(one: Traits, other: Traits) -> bool:
    """Whether other kinds of people are arrested or punished here than there, and on other days.

    The reports of one day may each name some of them. Or whether it is a relative of theirs, or
    others go on strike.
    """
    if are_relatives(one.recipients, other.recipients):
        return True
    if _STRIKE == (one.event, one.mode) == (other.event, other.mode):
        return are_of_other_kinds(one.actors, other.actors)
    if one.family != _PRESSURE or one.published == other.published:
        return False
    days, theirs = exact_days(one), exact_days(other)
    if days is not None and days == theirs:
        return False
    return are_of_other_kinds(one.recipients, other.recipients)


def _is_one_more(one: Traits, other: Traits) -> bool:
    """Whether "two more" are told after the others, of whom the number was another.

    So is "another soldier" after two soldiers, of whom no number is told.
    """
    early, late = _in_order(one, other)
    if counts_differ(early.deed, late.deed) is None:
        sizes = [low for counted, low, _ in early.deed.counts if counted == "size"]
        if not sizes or max(sizes) < _SEVERAL or late.deed.counts:
            return False
    return late.later and not early.later and early.published != late.published


def _falls(one: Traits, other: Traits) -> bool:
    """Whether a toll without a day is told days after a higher one that it does not correct.

    A toll rises as the dead are found; the lower one is the next attack's.
    """
    early, late = _in_order(one, other)
    if one.event != "ASSAULT" or early.published is None or late.published is None:
        return False
    if late.published - early.published < _SETTLED or late.deed.slack == "count":
        return False
    return any(
        most is not None and most < low
        for counted, low, _ in early.deed.counts
        for also, _, most in late.deed.counts
        if counted == also == "killed"
    )


def _in_order(one: Traits, other: Traits) -> tuple[Traits, Traits]:
    return (one, other) if one.order < other.order else (other, one)


def _is_daily(one: Traits, other: Traits) -> bool:
    return one.event == "ASSAULT" or (one.mode in _DAILY and other.mode in _DAILY)


def _may_be_one_night(earlier: Deed, later: Deed) -> bool:
    """Whether two days that follow on each other may be told of one deed."""
    if not {"count", "lasts"}.isdisjoint((earlier.slack, later.slack)):
        return True
    if earlier.slack == later.slack:
        return False  # one night and the next
    return earlier.slack == "late" or later.slack == "early"


def _are_far_apart(one: Deed, other: Deed) -> bool:
    """Whether all places told here are farther from all told there than a city is wide."""
    if not one.sites or not other.sites:
        return False
    return all(kilometres(*a, *b) > ONE_TOWN_KM for a in one.sites for b in other.sites)


def counts_differ(one: Deed, other: Deed) -> bool | None:
    """Whether the numbers told of the two exclude each other; None where none is told of both."""
    both = [
        (mine, theirs) for mine in one.counts for theirs in other.counts if mine[0] == theirs[0]
    ]
    if not both:
        return None
    return all(_exclude(mine, theirs) for mine, theirs in both)


def _exclude(one: Number, other: Number) -> bool:
    (_, low, high), (_, least, most) = one, other
    return (high is not None and high < least) or (most is not None and most < low)
