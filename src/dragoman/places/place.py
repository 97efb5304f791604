"""The places and countries that names stand for, and how a name is looked up."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Literal

from dragoman import letters
from dragoman.mention import Precision

PlaceClass = Literal["city", "admin1", "admin2", "airport", "country", "feature"]

_APOSTROPHES = re.compile(r"[.'’‘ʻʼʿʾ`´ʹ]")
_SPACES = re.compile(r"[\s\-–—_/,]+")
_FIRST_WORDS = {"st": "saint", "ste": "sainte", "ft": "fort", "mt": "mount"}

TOWN = 15_000
"""Inhabitants from which a place may be meant without a word for where it is."""


def fold(name: str) -> str:
    """A name as it is looked up: lower case, no accents, dots or apostrophes, hyphens as spaces.

    'St' and 'Ft' and 'Mt' at the start become 'saint', 'fort' and 'mount'.
    """
    text = _SPACES.sub(" ", _APOSTROPHES.sub("", letters.fold(name))).strip()
    first, space, rest = text.partition(" ")
    if space and first in _FIRST_WORDS:
        return f"{_FIRST_WORDS[first]} {rest}"
    return text


@dataclass(frozen=True, slots=True)
class Place:
    """One place that a name may stand for.

    Attributes:
        id: GeoNames' id where positive; other numbers are this gazetteer's own.
        name: the place's name.
        countries: ISO 3166-1 alpha-3 codes of the countries it lies in; empty for seas.
        admin1: id of the first-order division it lies in, or None.
        lat: latitude in degrees, WGS 84.
        lon: longitude in degrees, WGS 84.
        population: of the place; for features, the number of people who would name it thus.
        kind: what it is.
        precision: how fine the coordinates are.
        alias: True where the name looked up is not its first name.
    """

    id: int
    name: str
    countries: tuple[str, ...]
    admin1: int | None
    lat: float
    lon: float
    population: int
    kind: PlaceClass
    precision: Precision
    alias: bool = False

    @property
    def country(self) -> str | None:
        """The country, where there is exactly one."""
        return self.countries[0] if len(self.countries) == 1 else None

    @property
    def geonameid(self) -> int | None:
        """GeoNames' id, or None where it is not known."""
        return self.id if self.id > 0 else None


@dataclass(frozen=True, slots=True)
class Country:
    """A country or territory; ``place`` is where its name points on the map.

    Attributes:
        iso2: ISO 3166-1 alpha-2.
        iso3: ISO 3166-1 alpha-3 (KOS for Kosovo).
        place: the country as a place.
        capitals: folded names of its capitals.
        neighbours: alpha-2 codes of the countries it has a land border with.
        names: what it is called.
        demonyms: adjectives and names of its people.
    """

    iso2: str
    iso3: str
    place: Place
    capitals: tuple[str, ...]
    neighbours: tuple[str, ...]
    names: tuple[str, ...]
    demonyms: tuple[str, ...]
