"""How likely two mentions report the same happening, from their traits alone.

The likeness of two mentions never depends on what else the record holds, nor on their order of
arrival: `LINK` is the bar that was chosen on held-out stories (docs/linking.md has the curve).
"""

from __future__ import annotations

import math

from dragoman.distances import ONE_TOWN_KM, kilometres
from dragoman.record.linking.accords import are_two_accords, are_two_bans, are_two_tests
from dragoman.record.linking.parties import countries_told, parties_alike
from dragoman.record.linking.series import (
    are_done_to_others,
    are_two_deeds,
    is_only_in_coup,
)
from dragoman.record.linking.settling import is_the_next, undoes
from dragoman.record.linking.timing import days_alike, is_another_turn
from dragoman.record.linking.travellers import are_two_meetings, are_two_visits
from dragoman.record.traits.traits import Spot, Traits
from dragoman.record.traits.words import stem

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
# Stems of triggers of what only counts the dead of a deed told before; see `events.tolls`.
_COUNTS = frozenset({"toll", "number", "died"})
# Those of triggers that do, or tell of a deed of their own: by what else is told of it they differ.
_HARMS = frozenset({"kill", "wound", "injur", "death", "dead", "bodi", "lost", "loss"})
_OF_THAT_DEED = 0.95
_TRUCES = frozenset(map(stem, ("truce", "ceasefire", "armistice")))


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
    little = words + setting < _SOMETHING and not is_put_off(one, other)
    if little or _are_two_threats(one, other):
        return None
    time = days_alike(one, other)
    if time is None or is_another_turn(one, other) or _are_others(one, other):
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
    if is_only_in_coup(one, other) or is_only_in_coup(other, one):
        return True
    if one.article != other.article or one.words != other.words or one.trigger == other.trigger:
        return False
    return not (is_count(one) or is_count(other))  # the clauses of one sentence tell of several


def _are_others(one: Traits, other: Traits) -> bool:
    """Whether others meet, travel or strike, or other things are agreed, forbidden or tested."""
    return (
        are_two_accords(one, other)
        or are_two_bans(one, other)
        or are_two_tests(one, other)
        or are_two_meetings(one, other)
        or (one.visit and other.visit and are_two_visits(one, other))
        or are_done_to_others(one, other)
    )


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
    return not is_put_off(one, other)


def _type(one: Traits, other: Traits) -> float:
    if one.event != other.event:
        return 0.2 if _is_truce(one) and _is_truce(other) else -0.6
    if one.mode == other.mode:
        return 0.6 if one.mode else 0.3
    return 0.2 if one.mode is None or other.mode is None else -0.3


def _is_truce(traits: Traits) -> bool:
    """Whether it is a truce, which is declared (CONCEDE) and kept (RETREAT)."""
    told = traits.mode == "ceasefire" or not _TRUCES.isdisjoint(traits.words)
    return told and traits.family == "yielding"


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
