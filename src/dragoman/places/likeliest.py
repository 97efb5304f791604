"""The place that a name alone, without a text around it, most likely stands for."""

from __future__ import annotations

from collections import Counter

from dragoman.places.gazetteer import Gazetteer
from dragoman.places.place import Place, fold
from dragoman.places.resolution import Mentioned, Resolver


def likeliest_place(
    name: str, country: str | None = None, number: int | None = None
) -> Place | None:
    """The likeliest place of a name, in a country or of one id; None where GeoNames has none.

    Raises:
        ValueError: that of this id has another name.
    """
    gazetteer, key = Gazetteer(), fold(name)
    found = tuple(
        place
        for place in gazetteer.find([key]).get(key, ())
        if (country is None or place.country == country) and number in (None, place.geonameid)
    )
    if not found and number is not None:
        raise ValueError(f"GeoNames {number} is no {name[:60]}")
    return Resolver(gazetteer)([Mentioned(key, found)], Counter(), None)[0]
