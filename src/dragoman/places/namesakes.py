"""Places of one name: which of them the name is first of all that of."""

from __future__ import annotations

from collections.abc import Iterable

from dragoman.places.place import Place, fold

_ALIAS_SHARE = 0.25
_NAMESAKE_SHARE = 0.1
_LONGER_SHARE = 0.3
"""Of the region's people, in a town whose first name is longer: New York City, Oklahoma City."""
_ELSEWHERE_SHARE = 0.5
"""Of a division's people, in a town of its name in another country, which is more often meant."""
_SETTLED = frozenset({"USA", "CAN", "AUS", "NZL"})
"""Countries whose towns bear the names of older ones, and which the news names wherever they act:
that the United States met Iran in Geneva does not tell of the Geneva in Illinois."""
_COUNTY_SHARE = 0.25
"""Of a county's people, in such an older town."""
_RENAMED_SHARE = 4.0
"""An older town that has the name but as another of its own is meant where it is so much larger."""


def has_namesake(key: str, region: Place, places: Iterable[Place]) -> bool:
    """Whether a large town of the region bears its name, as 'New York' and not 'Oklahoma' does."""
    own = fold(region.name) == key
    inside = region.id if region.kind == "admin1" else region.admin1
    return any(
        place.precision == "city" and place.admin1 == inside and place.countries == region.countries
        and place.population >= region.population * (
            _LONGER_SHARE if own and fold(place.name) != key else _NAMESAKE_SHARE
        )
        for place in places
    )  # fmt: skip


def is_outdone(place: Place, places: Iterable[Place]) -> bool:
    """Whether another place has as its own the name that is but another one of this place."""
    return any(
        not other.alias and other.precision == "city" and other.countries != place.countries
        and other.population >= _ALIAS_SHARE * place.population
        for other in places
    )  # fmt: skip


def is_copy(place: Place, places: Iterable[Place]) -> bool:
    """Whether the name is first of all that of a town in another country.

    So are names of younger and smaller towns in settled countries, and other names of places than
    their own.
    """
    settled = not _SETTLED.isdisjoint(place.countries)
    if not settled and not place.alias:
        return False
    own = place.population * (1.0 if place.precision == "city" else _COUNTY_SHARE)
    return any(
        other.precision == "city" and other.countries != place.countries
        and other.population >= own * (
            _RENAMED_SHARE if other.alias else _ALIAS_SHARE if place.alias else 1.0
        )
        for other in places
    )  # fmt: skip


def is_town_elsewhere(division: Place, places: Iterable[Place]) -> bool:
    """Whether a town of another country has the name of a division of not many more people."""
    return any(
        place.precision == "city" and not place.alias and place.countries != division.countries
        and place.population >= _ELSEWHERE_SHARE * division.population
        for place in places
    )  # fmt: skip
