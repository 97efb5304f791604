"""Which place a name stands for, decided for the whole article at once.

One name means one place throughout a text, unless a region is written after it. Candidates are
weighed by how well known they are and by what else the text names: countries, regions, other
towns near by.
"""

from __future__ import annotations

import math
from collections import Counter, defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property

from dragoman import distances
from dragoman.places.gazetteer import Gazetteer
from dragoman.places.namesakes import has_namesake, is_copy, is_outdone, is_town_elsewhere
from dragoman.places.place import TOWN, Place
from dragoman.places.regions import holds

NEAR_KM = 300.0
"""Within this distance other places of the text speak for a candidate."""

_KIND_PRIOR = {
    "country": 7.0, "feature": 1.0, "admin1": 1.2, "admin2": -0.7, "city": 0.0, "airport": 0.5,
}  # fmt: skip
_ALIAS = -1.2
_ALIAS_ONLY = -1.5
"""Besides, where a place of some size bears the name as its own: Engels was once Pokrovsk."""
_CAPITAL = 2.2
_NAMESAKE = -2.5
"""For a region with a large town of its name in it, which is more often meant ('in Aleppo')."""
_COUNTRY_NAMED = 2.4
_COUNTRY_SHARE = 2.0
_NEXT_TO_NAMED = 0.8
"""In a country that borders on a named one: who is at war is so mostly with a neighbour."""
_REGION_NAMED = 2.2
_NEIGHBOUR = 1.4
_SOURCE = 0.9
_CANDIDATES = 40


@dataclass(frozen=True, slots=True)
class Mentioned:
    """A name to resolve.

    Attributes:
        key: the folded name.
        places: what it may stand for.
        regions: the regions written after it, where one is.
        division: True where a word such as 'province' stands by it.
        beyond: the country (alpha-3) near whose border it is, and in which it thus is not.
    """

    key: str
    places: tuple[Place, ...]
    regions: tuple[Place, ...] = ()
    division: bool = False
    beyond: str | None = None


def kilometres(a: Place, b: Place) -> float:
    """The distance of two places on the sphere."""
    return distances.kilometres(a.lat, a.lon, b.lat, b.lon)


class Resolver:
    """Chooses a place for every name of one article.

    Args:
        gazetteer: for the countries.
    """

    def __init__(self, gazetteer: Gazetteer) -> None:
        self._gazetteer = gazetteer

    def __call__(
        self, mentions: Sequence[Mentioned], countries: Counter[str], source: str | None
    ) -> list[Place | None]:
        """The place of each mention; None where the gazetteer has none or but a stray namesake.

        Args:
            mentions: the names, in order.
            countries: how often adjectives and names of peoples speak of each country (alpha-3).
            source: the country that the outlet's address tells (alpha-3), or None.
        """
        keys = Counter(m.key for m in mentions)
        divided = {m.key for m in mentions if m.division}
        priors = {
            m.key: self._priors(m.key, self._this_side(m), m.key in divided)
            for m in mentions if m.places
        }  # fmt: skip
        regional = [_in_region(m) for m in mentions]
        priors |= {m.key: weights for m, weights in zip(mentions, regional, strict=True) if weights}
        chosen = {key: _best(weights) for key, weights in priors.items()}
        for _ in range(3):
            evidence = _Evidence(chosen, keys, countries, source, self._neighbours)
            best = {
                key: _best({
                    p: prior + evidence.fit(key, p, is_copy(p, weights))
                    for p, prior in weights.items()
                })
                for key, weights in priors.items()
            }  # fmt: skip
            if best == chosen:
                break
            chosen = best
        stray = _stray(chosen, countries, source)
        return [
            _best(weights) if weights else None if m.key in stray else chosen.get(m.key)
            for m, weights in zip(mentions, regional, strict=True)
        ]

    def _this_side(self, mention: Mentioned) -> Sequence[Place]:
        """The places of a name, those next to the border that it lies near where there are any."""
        if mention.beyond is None:
            return mention.places
        next_to = self._neighbours.get(mention.beyond, frozenset())
        return [p for p in mention.places if next_to.intersection(p.countries)] or mention.places

    @cached_property
    def _neighbours(self) -> dict[str, frozenset[str]]:
        """The countries (alpha-3) that each country has a land border with."""
        iso3 = self._gazetteer.iso3
        return {
            country.iso3: frozenset(iso3[code] for code in country.neighbours if code in iso3)
            for country in self._gazetteer.countries
        }

    def _priors(self, key: str, places: Sequence[Place], division: bool) -> dict[Place, float]:
        """How likely each place is before the rest of the text is looked at; the likeliest ones."""
        weights = {}
        for place in places:
            weight = _prior(place)
            if place.precision == "city" and (key, place.countries) in self._gazetteer.capitals:
                weight += _CAPITAL
            if place.kind in ("admin1", "admin2") and division:
                weight += 1.5
            elif place.kind in ("admin1", "admin2") and (
                has_namesake(key, place, places) or is_town_elsewhere(place, places)
            ):
                weight += _NAMESAKE
            if place.alias and is_outdone(place, places):
                weight += _ALIAS_ONLY
            weights[place] = weight
        likeliest = sorted(weights, key=lambda p: weights[p], reverse=True)[:_CANDIDATES]
        return {place: weights[place] for place in likeliest}


def _stray(chosen: dict[str, Place], countries: Counter[str], source: str | None) -> set[str]:
    """Names of small places in countries of which nothing else in a text of other countries tells.

    The gazetteer lacks the village that is meant and has a namesake of it far away.
    """
    named = {*countries, *(p.countries[0] for p in chosen.values() if p.kind == "country")}
    if not named:
        return set()
    lying = Counter(country for place in chosen.values() for country in place.countries)
    return {
        key
        for key, place in chosen.items()
        if place.kind == "city" and place.population < TOWN
        and not named.intersection(place.countries) and source not in place.countries
        and all(lying[country] == 1 for country in place.countries)
    }  # fmt: skip


class _Evidence:
    """What the places chosen so far say about the others."""

    def __init__(
        self, chosen: dict[str, Place], keys: Counter[str], countries: Counter[str],
        source: str | None, neighbours: Mapping[str, frozenset[str]],
    ) -> None:  # fmt: skip
        self._chosen = chosen
        self._source = source
        self._keys = keys
        self._named = set(countries)
        self._share: defaultdict[str, float] = defaultdict(float)
        self._placed: defaultdict[str, float] = defaultdict(float)
        for country, count in countries.items():
            self._share[country] += math.sqrt(count)
        self._regions: dict[int, set[str]] = {}
        self._points = []
        for key, place in chosen.items():
            weight = math.sqrt(keys[key])
            if place.kind == "country":
                self._named.add(place.countries[0])
            for country in place.countries[:1]:
                self._share[country] += weight
                self._placed[country] += weight * (place.kind != "country")
            region = place.id if place.kind == "admin1" else place.admin1
            if region is not None:
                self._regions.setdefault(region, set()).add(key)
            if place.kind in ("city", "admin2", "airport", "feature"):
                self._points.append((key, place))
        self._total = sum(self._share.values()) or 1.0
        self._next = {other for country in self._named for other in neighbours.get(country, ())}

    def fit(self, key: str, place: Place, copy: bool) -> float:
        """How well the place fits the rest of the text.

        Args:
            key: its name, folded.
            place: the place.
            copy: whether the name of its country is to speak for it no more than other places do.
        """
        if place.kind == "country":
            return 0.0
        own = self._chosen.get(key)
        shares = [self._share_of(country, key, own, copy) for country in place.countries]
        total = _COUNTRY_SHARE * max(shares, default=0.0)
        if not copy and self._named.intersection(place.countries):
            total += _COUNTRY_NAMED
        elif not copy and self._next.intersection(place.countries):
            total += _NEXT_TO_NAMED
        if self._source in place.countries:
            total += _SOURCE
        region = place.id if place.kind == "admin1" else place.admin1
        if region is not None:
            others = len(self._regions.get(region, set()) - {key})
            total += _REGION_NAMED * min(1.0, 0.5 + 0.25 * others) if others else 0.0
        near = sum(1 for other, p in self._points if other != key and _close(place, p))
        return total + _NEIGHBOUR * min(near, 3) / 2

    def _share_of(self, country: str, key: str, own: Place | None, placed: bool) -> float:
        share = self._placed[country] if placed else self._share[country]
        if own is not None and own.countries[:1] == (country,):
            share -= math.sqrt(self._keys[key])
        return share / self._total


def _close(a: Place, b: Place) -> bool:
    if abs(a.lat - b.lat) > NEAR_KM / 111:
        return False
    return kilometres(a, b) <= NEAR_KM


def _prior(place: Place) -> float:
    people = math.log10(place.population + 100)
    return people + _KIND_PRIOR[place.kind] + (_ALIAS if place.alias else 0.0)


def _best(weights: dict[Place, float]) -> Place:
    return max(weights, key=lambda place: weights[place])


def _in_region(mention: Mentioned) -> dict[Place, float]:
    """The candidates that lie in a region written after the name, and how likely each is.

    Within one region an old name of a town counts for less than a small place's own name.
    """
    inside = [p for p in mention.places if any(holds(region, p) for region in mention.regions)]
    weights = {}
    for place in inside:
        shared = place.kind in ("admin1", "admin2") and has_namesake(mention.key, place, inside)
        weights[place] = (
            _prior(place) + (_ALIAS if place.alias else 0.0) + (_NAMESAKE if shared else 0.0)
        )
    return weights
