"""Linking: which mentions report one happening.

Every mention hangs on the mention before it, in the record's order (`Traits.order`), that it is
most like, if it is like enough. Those that hang together are gone through in that order, and what
is at odds with the event to which its antecedent has come goes to another of these events that it
is like, else begins a new one. What comes of it follows from the mentions that the record holds and
not from when they came: an article that comes late takes its place among those before and after it.
After the antecedent of coreference by mention ranking, with a likeness that looks at the two alone.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from itertools import combinations
from zlib import crc32

from dragoman.record.linking.groups import Groups
from dragoman.record.linking.likeness import LINK, are_unlike, likeness, settings_alike
from dragoman.record.linking.series import is_exact
from dragoman.record.linking.settling import was_over
from dragoman.record.linking.timing import MOVED
from dragoman.record.linking.whole import Whole
from dragoman.record.traits.traits import Order, Traits, family_of
from dragoman.record.traits.undoing import UNDONE_BY

_TELLING_WORDS = 3
_MOST_PAIRS = 4
_WEEK = 7
_LATEST = 8  # mentions of such an event that it is compared with
_LOOK_BACK = 14  # days since the last report of an event that another mention may still join


@dataclass(frozen=True, slots=True)
class Hold:
    """What a mention hangs on: the number of an earlier mention, and how like the two are."""

    antecedent: int
    likeness: float


def keys_of(traits: Traits) -> frozenset[int]:
    """The keys under which a mention is found by those that may report the same."""
    countries = _countries(traits)
    names = [*_pairs(countries), *_words(traits), *(f"{country}+" for country in countries)]
    if len(countries) == 1:
        names.append(countries[0])
    names.append(_here(traits))
    return frozenset(_keys(traits, names, _weeks(traits)))


def probes_of(traits: Traits) -> frozenset[int]:
    """The keys under which it looks for them, in its own weeks and those before and after.

    Who names two countries looks among those that name both, and those that name only one of
    them; who names one looks among all that name it. All look in their own article, which tells
    one deed in words that have nothing in common: in its headline, in its lead, in a toll.
    """
    countries = _countries(traits)
    names = [*_pairs(countries), *_words(traits)]
    names += [f"{countries[0]}+"] if len(countries) == 1 else countries
    names.append(_here(traits))
    around = {week + step for week in _weeks(traits) for step in (-1, 0, 1)}
    return frozenset(_keys(traits, names, around))


def ranges_of(traits: Traits) -> list[tuple[int, int]]:
    """The first and the last key of each week under which a mention is found.

    Every key that `keys_of` ever gave these traits lies there, with whatever weights of words.
    """
    return [(week << 32, (week + 1 << 32) - 1) for week in sorted(_weeks(traits))]


def hang(
    fresh: Mapping[int, Traits],
    near: Mapping[int, Iterable[int]],
    known: Mapping[int, Traits],
    holds: Mapping[int, Hold],
    bar: float = LINK,
) -> dict[int, Hold]:
    """What changes when ``fresh`` mentions come to the record.

    Args:
        fresh: the new mentions by number.
        near: for each of them the mentions, new and old, that may report the same.
        known: the traits of all those.
        holds: what old mentions hang on now.
        bar: the likeness from which on they are linked.

    Returns:
        the new holds of the mentions, new and old, that hang on another mention than before.
    """
    changed: dict[int, Hold] = {}
    settings: dict[str, dict[str, float]] = defaultdict(dict)  # of an article and another
    for number, traits in fresh.items():
        beside = settings[traits.article]
        for other in near[number]:
            found = known.get(other)
            if found is None or other == number:
                continue
            setting = beside.get(found.article)
            if setting is None:
                setting = beside[found.article] = settings_alike(traits, found)
            if are_unlike(traits, found, setting):
                continue  # as likeness would say, which most pairs need not be asked
            before = traits.order < found.order
            if not before and other in fresh:
                continue  # two new mentions are compared once, at the earlier of them
            early, late = (number, other) if before else (other, number)
            alike = likeness(known[early], known[late], setting)
            if alike < bar:
                continue
            alike = told_apart(alike, known[early], known[late])
            present = changed.get(late) or holds.get(late)
            if present is None or alike > present.likeness:
                changed[late] = Hold(early, alike)
    return changed


def told_apart(alike: float, early: Traits, late: Traits) -> float:
    """The likeness, such that no two pairs are alike to the digit.

    Without that, which of two equal antecedents is taken would hang on which came first.
    """
    apart = crc32(f"{early.id}{late.id}".encode()) / 2**32
    return round(alike, 6) + apart * 1e-7


def _here(traits: Traits) -> str:
    return f"@{traits.article}"


def _weeks(traits: Traits) -> set[int]:
    days = {day for day in (traits.published, traits.first) if day is not None}
    if traits.put_off and traits.published is not None:
        # It is held weeks later, and no report may have told the new day in between.
        days.update(range(traits.published, traits.published + MOVED + 1, _WEEK))
    return {day // _WEEK for day in days} or {0}


def _keys(traits: Traits, names: Iterable[str], weeks: Iterable[int]) -> Iterator[int]:
    # The week comes first: news of one time lies together in the index, and stays in memory.
    families = {traits.family, *map(family_of, UNDONE_BY[traits.event] if traits.undoes else ())}
    hashes = [crc32(f"{family}|{name}".encode()) for name in names for family in families]
    for week in weeks:
        for value in hashes:
            yield week << 32 | value


def _countries(traits: Traits) -> list[str]:
    """Those of the parties; where none is known that of the place, as of a bomb nobody owns to."""
    found = {side.country for side in traits.parties if side.country}
    if not found and traits.spot is not None and traits.spot.country:
        found.add(traits.spot.country)
    return sorted(found)


def _pairs(countries: list[str]) -> list[str]:
    return [f"{a}-{b}" for a, b in combinations(countries, 2)][:_MOST_PAIRS]


def _words(traits: Traits) -> list[str]:
    ranked = sorted([(-weight, -len(word), word) for word, weight in traits.words.items()])
    return [word for *_, word in ranked[:_TELLING_WORDS]]


def link(mentions: Iterable[Traits], bar: float = LINK) -> dict[str, str]:
    """Link mentions that stand in no record, as a record that held them alone would.

    Args:
        mentions: their traits.
        bar: the likeness from which on they are linked.

    Returns:
        for each mention's id the id of its event.
    """
    numbered = dict(enumerate(mentions))
    holders: dict[int, list[int]] = defaultdict(list)
    for number, traits in numbered.items():
        for key in keys_of(traits):
            holders[key].append(number)
    near = {
        number: {other for key in probes_of(traits) for other in holders.get(key, ())}
        for number, traits in numbered.items()
    }
    holds = hang(numbered, near, numbered, {}, bar)
    found: dict[str, str] = {}
    hung: dict[int, Hold | None] = dict.fromkeys(numbered) | holds
    for part in components(coherent(hung, numbered, bar)):
        first = min((numbered[number] for number in part), key=lambda traits: traits.order)
        found.update({numbered[number].id: first.id for number in part})
    return found


def components(holds: Mapping[int, Hold | None]) -> list[list[int]]:
    """The mentions that hang together, given what each hangs on (None: on nothing).

    An antecedent that is no key of ``holds`` is passed over.
    """
    together = Groups()
    for number, hold in holds.items():
        if hold is not None and hold.antecedent in holds:
            together.join(number, hold.antecedent)
    return together.parted(holds)


def coherent(
    holds: Mapping[int, Hold | None], known: Mapping[int, Traits], bar: float = LINK
) -> dict[int, Hold | None]:
    """What each mention hangs on, such that no event is at odds with itself.

    Args:
        holds: what each mention hangs on; of all mentions that hang together with one of them.
        known: their traits.
        bar: the likeness from which on they are linked.
    """
    found = dict(holds)
    for part in components(holds):
        if len(part) > 1:
            found |= _coherent(_as_taken(part, known), holds, known, bar)
    return found


def _as_taken(part: list[int], known: Mapping[int, Traits]) -> list[int]:
    """Them in order, but what is planned for the next one after all that tells of the last one.

    Who held talks on Tuesday may be told on Thursday, and when they will meet again on Wednesday.
    """
    ordered = sorted(part, key=lambda number: known[number].order)
    late: dict[int, Traits] = {}  # by the day of a deed the last of the later reports of it
    for traits in (known[number] for number in ordered if not known[number].undoes):
        day, told = traits.last, traits.published
        if traits.stage == "done" and day is not None and is_exact(traits) and (told or 0) > day:
            late[day] = traits

    def turn(number: int) -> tuple[Order, bool, Order]:
        traits = known[number]
        deeds = late.values() if traits.stage == "ahead" and traits.first is not None else ()
        before = [deed.order for deed in deeds if was_over(traits, deed)]
        return max(before, default=traits.order), bool(before), traits.order

    return sorted(part, key=turn) if late else ordered


def _coherent(
    ordered: list[int], holds: Mapping[int, Hold | None], known: Mapping[int, Traits], bar: float
) -> dict[int, Hold | None]:
    wholes: list[Whole] = []
    of: dict[int, Whole] = {}
    found: dict[int, Hold | None] = {}
    for number in ordered:
        traits, hold = known[number], holds[number]
        whole = of.get(hold.antecedent) if hold is not None else None
        if hold is not None and (whole is None or not whole.suits(traits)):
            hold = _another(traits, [one for one in wholes if one is not whole], known, bar)
            whole = of[hold.antecedent] if hold is not None else None
        if whole is None:
            whole = Whole()
            wholes.append(whole)
        whole.add(number, traits)
        of[number], found[number] = whole, hold
    return found


def _another(
    traits: Traits, wholes: Iterable[Whole], known: Mapping[int, Traits], bar: float
) -> Hold | None:
    """Of the latest mentions of the other events that it suits the one that it is most like.

    None where it is like none of them enough.
    """
    best: Hold | None = None
    for whole in wholes:
        old = traits.published is not None and (
            whole.latest is None or whole.latest < traits.published - _LOOK_BACK
        )
        if old or not whole.suits(traits):
            continue
        for number in whole.members[-_LATEST:]:
            alike = likeness(known[number], traits)
            if alike >= bar:
                hold = Hold(number, told_apart(alike, known[number], traits))
                if best is None or hold.likeness > best.likeness:
                    best = hold
    return best
