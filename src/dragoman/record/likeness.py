"""How likely two mentions report the same happening, from their traits alone.

The likeness of two mentions never depends on what else the record holds, nor on their order of
arrival: `LINK` is the bar that was chosen on held-out stories (docs/linking.md has the curve).
"""

from __future__ import annotations

import math

from dragoman.record.series import EXACT, are_two_deeds, is_exact, kilometres
from dragoman.record.traits import Side, Spot, Traits

# Set on the development half of evaluation/gold/stories.jsonl; they move together with LINK.
LINK = 0.4
SOMETHING = 0.15  # of words and setting together; less, and the two tell of different things
_WEIGHTS = {
    "bias": -4.6,
    "parties": 3.0,
    "time": 2.0,
    "place": 1.2,
    "type": 2.0,
    "trigger": 0.8,
    "words": 3.0,
    "setting": 3.0,
}
_NEVER = 0.0
_SAME_TEXT = 0.3  # that two mentions stand in one article says little of their being one happening
_NEAR_KM = 60.0
_FAR_KM = 250.0
_ALONE = 0.7
_COMMON_NOUN = 0.4
_AMONG_PEOPLE = 0.5  # a state has one army, and many firms, unions and crowds
_TWO_NAMES = 0.1
_TWO_CAMPS = 0.0  # an army and its rebels are two; who is taken for which is the coder's guess
RECENT = 4  # days before publication in which an undated deed is taken to lie
_NEXT_DAY = -0.2  # one of two neighbouring days is often a slip; two deeds on them are as common
_JOINTS = str.maketrans("", "", " -‐‑'’")
MOVED = 45  # days by which a plan may be moved and still be the same plan
_AHEAD = 60  # days that an undated plan may lie ahead
# Stems of triggers, within the types of accord: a paper that two sign, and words of praise for one.
_PAPER = frozenset(
    "sign seal ink conclu initia ratify ratifi pact treaty treati deal agreem accord memora".split()
)
_PRAISE = frozenset(
    "prais praise laud hail applau commen congra thank welcom salut salute endors".split()
)


def likeness(one: Traits, other: Traits, setting: float | None = None) -> float:
    """The likelihood, 0 to 1, that the two report one happening; the same both ways round.

    Args:
        one: the traits of a mention.
        other: those of another.
        setting: how alike the settings of their articles are, where it is known already.
    """
    features = features_of(one, other, setting)
    if features is None:
        return _NEVER
    total = _WEIGHTS["bias"] + sum(_WEIGHTS[name] * value for name, value in features.items())
    return 1.0 / (1.0 + math.exp(-total))


def settings_alike(one: Traits, other: Traits) -> float:
    """How much of what their articles are about is the same, 0 to 1."""
    if one.article == other.article:
        return _SAME_TEXT
    return _overlap(one.setting, other.setting, min(one.about, other.about))


def features_of(
    one: Traits, other: Traits, setting: float | None = None
) -> dict[str, float] | None:
    """What speaks for one happening, -1 to 1 each; None where one thing forbids it."""
    if one.family != other.family or _by_telephone(one) != _by_telephone(other):
        return None
    if one.event == other.event and one.visit != other.visit:
        return None  # talks held on a visit are not the visit
    same_text = one.article == other.article
    if same_text and one.words == other.words and one.trigger != other.trigger:
        return None  # the clauses of one sentence tell of several things
    # The most selective test first: most who share a country and a week share little else.
    words = _overlap(one.words, other.words, min(one.weight, other.weight), one.trigger)
    if setting is None:
        setting = settings_alike(one, other)
    if words + setting < SOMETHING or _are_paper_and_praise(one.trigger, other.trigger):
        return None
    time = _time(one, other)
    if time is None or _is_another_turn(one, other):
        return None
    parties = _parties(one, other)
    if parties is None or _is_elsewhere(one, other):
        return None
    if are_two_deeds(one, other):
        return None
    return {
        "parties": parties,
        "time": time,
        "place": _place(one.spot, other.spot, touring=one.visit or other.visit),
        "type": _type(one, other),
        "trigger": 1.0 if one.trigger == other.trigger else 0.0,
        "words": words,
        "setting": setting,
    }


def _type(one: Traits, other: Traits) -> float:
    if one.event != other.event:
        return -0.6
    if one.mode == other.mode:
        return 0.6 if one.mode else 0.3
    return 0.2 if one.mode is None or other.mode is None else -0.3


def _are_paper_and_praise(one: str, other: str) -> bool:
    return (one in _PAPER and other in _PRAISE) or (one in _PRAISE and other in _PAPER)


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
        return None if gap > 1 or _is_later(one) or _is_later(other) else _NEXT_DAY
    if gap > MOVED or _is_told_too_late(one, other, b) or _is_told_too_late(other, one, a):
        return None
    return -gap / MOVED


def _is_another_turn(one: Traits, other: Traits) -> bool:
    """Whether one is the second round and the other the third, or the one before "again"."""
    a, b = one.turn, other.turn
    if a is not None and b is not None:
        return a.unit == b.unit and None is not a.number != b.number is not None
    early, late = sorted((one, other), key=_is_later)
    return _is_later(late) and _went_before(early, late)


def _is_later(traits: Traits) -> bool:
    return traits.turn is not None and traits.turn.later


def _went_before(one: Traits, again: Traits) -> bool:
    """Whether ``one`` was over, or its day past, when a later one of its kind was told."""
    days = _span(one)
    if days is None or again.published is None:
        return False
    if again.stage == "ahead":
        return again.published >= (days[0] if one.stage == "done" else days[1] + 1)
    if one.first is not None and is_exact(again):
        return False  # of days that are told, `_time` knows
    if one.stage == "ahead":
        return one.first is not None and days[1] + RECENT < again.published
    return one.published is not None and one.published + 1 < again.published


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


def countries_told(traits: Traits) -> frozenset[str]:
    """The countries told of its parties, without those that are taken from the text around."""
    return told_of((*traits.actors, *traits.recipients))


def told_of(sides: tuple[Side, ...]) -> frozenset[str]:
    """The countries told of these parties."""
    return frozenset(side.country for side in sides if side.country and not side.inferred)


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
    return 0.8 if distance < _NEAR_KM else -0.3


def _parties(one: Traits, other: Traits) -> float | None:
    """How well the sides agree; None where both sides are known and differ."""
    if one.mutual and not (one.visit and other.visit):
        return _company((*one.actors, *one.recipients), (*other.actors, *other.recipients))
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
    shared = {a.name for a in one for b in other if _agreement(a, b) > _TWO_NAMES}
    return len(shared) == 1


def _sides(one: tuple[Side, ...], other: tuple[Side, ...]) -> float | None:
    if not one or not other:
        return 0.0
    found = _matched(one, other)
    return None if found is None else sum(found) / len(found)


def _matched(one: tuple[Side, ...], other: tuple[Side, ...]) -> list[float] | None:
    """How well each party of the smaller side finds its like in the larger; None if none can."""
    small, large = sorted((one, other), key=len)
    found = [max(_agreement(a, b) for b in large) for a in small]
    return None if max(found) < 0.0 else found


def _agreement(one: Side, other: Side) -> float:
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
        return 0.8 if set(one.name.split()) & set(other.name.split()) else _TWO_NAMES
    known = 0.8 if one.country and other.country else 0.2
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
