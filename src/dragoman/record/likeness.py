"""How likely two mentions report the same happening, from their traits alone.

The likeness of two mentions never depends on what else the record holds, nor on their order of
arrival: `LINK` is the bar that was chosen on held-out stories (docs/linking.md has the curve).
"""

from __future__ import annotations

import math

from dragoman.distances import ONE_TOWN_KM, kilometres
from dragoman.record.others import are_others
from dragoman.record.parties import countries_told, parties_alike
from dragoman.record.series import EXACT, are_one_launch, are_two_deeds, goes_on, is_exact
from dragoman.record.settling import is_the_next, undoes
from dragoman.record.traits import Spot, Traits
from dragoman.record.turns import MORE, REST

# Set on the development half of evaluation/gold/stories.jsonl; they move together with LINK.
LINK = 0.4
_SOMETHING = 0.15  # of words and setting together; less, and the two tell of different things
_WEIGHTS = {
    "bias": -4.6,
    "parties": 3.0,
    "time": 2.0,
    "place": 1.2,
    "type": 2.0,
    "trigger": 0.8,
    "words": 3.0,
    "setting": 3.0,
    "put off": 1.0,
}
_NEVER = 0.0
_SAME_TEXT = 0.3  # that two mentions stand in one article says little of their being one happening
_SAME_COMPANY = 0.85  # of the parties: the same offices of the same countries, or better
_SAME_DOER = 0.28  # of the parties: one doer of a country, and not the teachers for the nurses
_FAR_KM = 250.0
RECENT = 4  # days before publication in which an undated deed is taken to lie
_NEXT_DAY = -0.2  # one of two neighbouring days is often a slip; two deeds on them are as common
_COUNTED = 0.3  # the later day may be the one on which the dead were counted anew
MOVED = 45  # days by which a plan may be moved and still be the same plan
_AHEAD = 60  # days that an undated plan may lie ahead
# Stems of triggers of what only counts the dead of a deed told before; see `events.tolls`.
_COUNTS = frozenset({"toll", "number", "died"})
# Those of triggers that do, or tell of a deed of their own: by what else is told of it they differ.
_HARMS = frozenset({"kill", "wound", "injur", "death", "dead", "bodi", "lost", "loss"})
_OF_THAT_DEED = 0.95


def likeness(one: Traits, other: Traits, setting: float | None = None) -> float:
    """The likelihood, 0 to 1, that the two report one happening; the same both ways round.

    Args:
        one: the traits of a mention.
        other: those of another.
        setting: how alike the settings of their articles are, where it is known already.
    """
    if _counts_its_dead(one, other):
        return _OF_THAT_DEED
    features = features_of(one, other, setting)
    if features is None:
        return _NEVER
    total = _WEIGHTS["bias"] + sum(_WEIGHTS[name] * value for name, value in features.items())
    return 1.0 / (1.0 + math.exp(-total))


def is_count(traits: Traits) -> bool:
    """Whether it tells only how many died of a deed that its article told before."""
    return traits.trigger in _COUNTS


def may_count(traits: Traits) -> bool:
    """Whether it may tell only how many were harmed in a deed that its article told before."""
    return traits.trigger in _COUNTS or traits.trigger in _HARMS


def _counts_its_dead(one: Traits, other: Traits) -> bool:
    """Whether one counts the dead of the other, whose parties, day and place it was given."""
    if one.article != other.article or not (may_count(one) or may_count(other)):
        return False
    sure = is_count(one) or is_count(other)
    if not sure and not (one.actors and one.spot == other.spot and one.words != other.words):
        return False
    alike = (one.event, one.mode, one.first, one.last) == (
        other.event, other.mode, other.first, other.last
    )  # fmt: skip
    return alike and (one.actors, one.recipients) == (other.actors, other.recipients)


def settings_alike(one: Traits, other: Traits) -> float:
    """How much of what their articles are about is the same, 0 to 1."""
    if one.article == other.article:
        return _SAME_TEXT
    return _overlap(one.setting, other.setting, min(one.about, other.about))


def features_of(
    one: Traits, other: Traits, setting: float | None
) -> dict[str, float] | None:
    """What speaks for one happening, -1 to 1 each; None where one thing forbids it."""
    undone = undoes(one, other) or undoes(other, one)
    if (one.family != other.family and not undone) or _are_of_two_sorts(one, other):
        return None
    # The most selective test first: most who share a country and a week share little else.
    words = _overlap(one.words, other.words, min(one.weight, other.weight), one.trigger)
    if setting is None:
        setting = settings_alike(one, other)
    little = words + setting < _SOMETHING and not _may_share_no_words(one, other)
    if little or _are_two_threats(one, other):
        return None
    time = _time(one, other)
    if time is None or _is_another_turn(one, other) or are_others(one, other):
        return None
    parties = parties_alike(one, other)
    if parties is None or (undone and parties < _SAME_DOER) or _is_elsewhere(one, other):
        return None
    if one.stage == other.stage:
        if are_two_deeds(one, other):
            return None
    elif not undone and (is_the_next(one, other) or is_the_next(other, one)):
        return None
    return {
        "parties": parties,
        "time": time,
        "place": _place(one.spot, other.spot, touring=one.visit or other.visit),
        "type": 0.6 if undone else _type(one, other),
        "trigger": 1.0 if undone or one.trigger == other.trigger else 0.0,
        "words": words,
        "setting": setting,
        "put off": 1.0 if undone or (parties >= _SAME_COMPANY and is_put_off(one, other)) else 0.0,
    }


def _are_of_two_sorts(one: Traits, other: Traits) -> bool:
    """Whether one is a call and the other none, a visit and talks, or two clauses' deeds."""
    if _by_telephone(one) != _by_telephone(other):
        return True
    if one.event == other.event and one.visit != other.visit:
        return True  # talks held on a visit are not the visit
    if one.article != other.article or one.words != other.words or one.trigger == other.trigger:
        return False
    return not (is_count(one) or is_count(other))  # the clauses of one sentence tell of several


def is_put_off(one: Traits, other: Traits) -> bool:
    """Whether one tells that a plan is put off, and the other told of a plan until then."""
    if one.put_off == other.put_off or not one.stage == other.stage == "ahead":
        return False
    late, plan = (one, other) if one.put_off else (other, one)
    return plan.order <= late.order


def are_unlike(one: Traits, other: Traits, setting: float) -> bool:
    """Whether likeness is nought because no word is in common, which is told without asking it.

    Args:
        one: the traits of a mention.
        other: those of another.
        setting: how alike the settings of their articles are.
    """
    if setting >= _SOMETHING or not one.words.keys().isdisjoint(other.words):
        return False
    return not _may_share_no_words(one, other)


def _may_share_no_words(one: Traits, other: Traits) -> bool:
    """Whether they may be one happening though they have no words in common."""
    return is_put_off(one, other) or are_one_launch(one, other)


def _type(one: Traits, other: Traits) -> float:
    if one.event != other.event:
        return -0.6
    if one.mode == other.mode:
        return 0.6 if one.mode else 0.3
    return 0.2 if one.mode is None or other.mode is None else -0.3


def _are_two_threats(one: Traits, other: Traits) -> bool:
    """Whether other things are threatened: to close a strait, and to expel inspectors."""
    modes = {one.mode, other.mode}
    return one.event == other.event == "THREATEN" and len(modes - {None}) == 2


def _by_telephone(traits: Traits) -> bool:
    return traits.mode == "phone"


def _overlap(
    one: dict[str, float], other: dict[str, float], least: float, besides: str = ""
) -> float:
    """The share of the smaller set's weight, ``least``, that both have."""
    shared = one.keys() & other.keys()
    shared.discard(besides)
    return sum(sorted([one[word] for word in shared])) / least if shared and least > 0.0 else 0.0


def _time(one: Traits, other: Traits) -> float | None:
    if one.spread != other.spread and (one if one.spread else other).stage != "ahead":
        return None  # "15 tests this year" is not the test of Friday
    a, b = _span(one), _span(other)
    if a is None or b is None:
        return 0.0
    gap = max(a[0], b[0]) - min(a[1], b[1])  # days between; 0 or less where they overlap
    dated = (one.first is not None) + (other.first is not None)
    if gap <= 0:
        exact = min(a[1] - a[0], b[1] - b[0]) <= EXACT
        return (1.0 if exact else 0.6) if dated == 2 else 0.5 if dated else 0.3
    if one.stage != "ahead" and other.stage != "ahead":
        if goes_on(one, other):
            return _COUNTED
        if _is_later(one) or _is_later(other):
            return None
        if gap <= RECENT and "count" in (one.deed.slack, other.deed.slack):
            return _COUNTED
        return None if gap > 1 else _NEXT_DAY
    if gap > MOVED or _is_told_too_late(one, other, b) or _is_told_too_late(other, one, a):
        return None
    return -gap / MOVED


def _is_another_turn(one: Traits, other: Traits) -> bool:
    """Whether one is the second round and the other the third, or the one before "again"."""
    a, b = one.turn, other.turn
    if a is not None and b is not None and (MORE not in (a, b) or {a, b} - {MORE, REST}):
        return a.unit == b.unit and None is not a.number != b.number is not None
    early, late = sorted((one, other), key=lambda t: (_is_later(t), t.order))
    return _is_later(late) and _went_before(early, late)


def _is_later(traits: Traits) -> bool:
    return traits.turn is not None and traits.turn.later


def _went_before(one: Traits, again: Traits) -> bool:
    """Whether ``one`` was over, or its day past, when a later one of its kind was told."""
    days = _span(one)
    if days is None or again.published is None:
        return False
    if again.stage == "ahead":
        begun = days[1] if one.first is None else days[0]  # at the latest when it was told
        return again.published >= (begun if one.stage == "done" else days[1] + 1)
    if one.first is not None and is_exact(again):
        return False  # of days that are told, `_time` knows
    if one.stage == "ahead":
        return one.first is not None and days[1] + RECENT < again.published
    return days[1] + 1 < again.published


def _is_told_too_late(plan: Traits, deed: Traits, days: tuple[int, int]) -> bool:
    """Whether the plan was told when the deed had been over for days: it is another one's."""
    late = plan.published is not None and plan.published > days[1] + 1
    return late and plan.stage == "ahead" and deed.stage == "done"


def _span(traits: Traits) -> tuple[int, int] | None:
    """The days on which it can have taken place; what is not told is taken from publication."""
    if traits.first is not None and traits.last is not None:
        return traits.first, traits.last
    if traits.published is None or traits.spread:
        return None
    if traits.stage == "ahead":
        return traits.published - 1, traits.published + _AHEAD
    return traits.published - RECENT, traits.published


def _is_elsewhere(one: Traits, other: Traits) -> bool:
    """Whether the two were done in different countries, by nobody of one country."""
    if one.spot is None or other.spot is None or "ahead" in (one.stage, other.stage):
        return False  # a plan may be moved
    here, there = one.spot.country, other.spot.country
    apart = here is not None and there is not None and here != there
    return apart and countries_told(one).isdisjoint(countries_told(other))


def _place(one: Spot | None, other: Spot | None, *, touring: bool) -> float:
    """How near the places are; whoever tours a country is in many of its places."""
    if one is None or other is None:
        return 0.0
    if one.country and other.country and one.country != other.country:
        return -0.5
    if touring or not (one.fine and other.fine):
        return 0.2
    if one.geonameid is not None and one.geonameid == other.geonameid:
        return 1.0
    if one.lat is None or one.lon is None or other.lat is None or other.lon is None:
        return 0.0
    distance = kilometres(one.lat, one.lon, other.lat, other.lon)
    if distance > _FAR_KM:
        return -1.0
    return 0.8 if distance < ONE_TOWN_KM else -0.3
