"""The gazetteer: names of places to places, read from the files that ship with the package.

Cities, divisions and airports stand in ``data/gazetteer.sqlite`` (made by
``tools/build_gazetteer.py`` from GeoNames, CC BY 4.0), which is read by look-ups only. Countries,
seas, regions, sites and landmarks stand in tables beside it, small enough to be read whole when
first asked for.
"""

from __future__ import annotations

import os
import re
import sqlite3
import unicodedata
from collections.abc import Iterable
from dataclasses import dataclass, replace
from functools import cached_property
from importlib.resources import files
from pathlib import Path
from typing import Any, Literal

from dragoman import countries, letters
from dragoman.mention import Precision
from dragoman.tables import TableError, rows, values

PlaceClass = Literal["city", "admin1", "admin2", "airport", "country", "feature"]

_CLASSES: tuple[PlaceClass, ...] = ("city", "admin1", "admin2", "airport")
_PRECISION: dict[PlaceClass, Precision] = {
    "city": "city", "admin1": "region", "admin2": "district", "airport": "point",
}  # fmt: skip
_COUNTRY_COLUMNS = ("iso3", "lat", "lon", "population")
_FEATURE_COLUMNS = (
    "name",
    "aliases",
    "lat",
    "lon",
    "countries",
    "precision",
    "weight",
    "geonameid",
)
_ABBREVIATION_COLUMNS = ("form", "country", "name")

_APOSTROPHES = re.compile(r"[.'’‘ʻʼʿʾ`´ʹ]")
# Marks that stand alone, and letters with two of them or one below, which no newspaper prints.
_TRANSLITERATED = re.compile("[\u0300-\u036f\u1e00-\u1eff]")
_SPACES = re.compile(r"[\s\-–—_/,]+")
_FIRST_WORDS = {"st": "saint", "ste": "sainte", "ft": "fort", "mt": "mount"}


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


class Gazetteer:
    """Places by name.

    Nothing is opened or read before the first question; the object can be shared by threads and
    carried to other processes.

    Args:
        directory: where the data files are; those of the package when left out.
    """

    def __init__(self, directory: Path | None = None) -> None:
        self._directory = directory
        self._base: sqlite3.Connection | None = None
        self._opened_by = -1

    def __getstate__(self) -> dict[str, Any]:
        return {"_directory": self._directory, "_base": None, "_opened_by": -1}

    def find(self, keys: Iterable[str]) -> dict[str, tuple[Place, ...]]:
        """The places that each folded name may stand for; names without any are left out."""
        wanted = sorted(set(keys))
        found: dict[str, list[Place]] = {}
        for key in wanted:
            for place in self._own.get(key, ()):
                found.setdefault(key, []).append(place)
        for key, place in self._stored(wanted):
            known = found.setdefault(key, [])
            alias = place.alias and all(p.alias for p in known if p.id == place.id)
            known[:] = [p for p in known if p.id != place.id]
            # A row of the tables tells what GeoNames does not: how well known the place is.
            own = self._numbered.get(place.id, place)
            known.append(replace(own, admin1=place.admin1, alias=alias))
        return {key: tuple(places) for key, places in found.items()}

    def admin1_name(self, place_id: int) -> str | None:
        """The name of the first-order division with this id."""
        row = (
            self._connection()
            .execute("SELECT name FROM place WHERE id = ?", (place_id,))
            .fetchone()
        )
        return row[0] if row else None

    def division_of(self, place_id: int) -> str | None:
        """The name of the first-order division that the place with this id lies in."""
        row = (
            self._connection()
            .execute(
                "SELECT division.name FROM place JOIN place AS division "
                "ON division.id = place.admin1 WHERE place.id = ?",
                (place_id,),
            )
            .fetchone()
        )
        return row[0] if row else None

    @cached_property
    def countries(self) -> tuple[Country, ...]:
        """All countries and territories."""
        lie = {row["iso3"]: row for row in rows(self._path("countries.tsv"), _COUNTRY_COLUMNS)}
        known = countries.countries()
        return tuple(_country(lie[c.iso3], c) for c in known if c.iso3 in lie)

    @cached_property
    def iso3(self) -> dict[str, str]:
        """ISO 3166-1 alpha-2 to alpha-3."""
        return {country.iso2: country.iso3 for country in self.countries}

    @cached_property
    def demonyms(self) -> dict[str, Country]:
        """Folded adjectives and names of peoples to their country."""
        found: dict[str, Country] = {}
        for country in self.countries:
            for word in country.demonyms:
                found.setdefault(fold(word), country)  # 'Congolese' is foremost Kinshasa's
        return found

    @cached_property
    def capitals(self) -> frozenset[tuple[str, tuple[str, ...]]]:
        """Folded names of capitals, each with its country (alpha-3) as a place has it."""
        return frozenset((name, (c.iso3,)) for c in self.countries for name in c.capitals)

    @cached_property
    def abbreviations(self) -> dict[tuple[str, str], str]:
        """Folded abbreviation and written form's country to the folded division's name."""
        return {
            (fold(row["form"]), row["country"]): fold(row["name"])
            for row in rows(self._path("abbreviations.tsv"), _ABBREVIATION_COLUMNS)
        }

    @cached_property
    def acronyms(self) -> frozenset[str]:
        """Folded names of countries that are written in capitals alone: 'SADR' is no 'Sadr'."""
        return frozenset(
            fold(name) for country in self.countries for name in country.names if name.isupper()
        )

    @cached_property
    def _numbered(self) -> dict[int, Place]:
        """The places of the tables that GeoNames has too, by its id."""
        return {p.id: p for places in self._own.values() for p in places if p.id > 0}

    @cached_property
    def _own(self) -> dict[str, list[Place]]:
        index: dict[str, list[Place]] = {}
        for country in self.countries:
            for number, name in enumerate(country.names):
                # of two countries of one name ('Congo') the foremost alone
                index.setdefault(fold(name), [replace(country.place, alias=number > 0)])
        table = self._path("features.tsv")
        for number, row in enumerate(rows(table, _FEATURE_COLUMNS), start=1):
            place = _feature(row, number, table.name)
            index.setdefault(fold(row["name"]), []).append(place)
            for name in values(row["aliases"]):
                index.setdefault(fold(name), []).append(replace(place, alias=True))
        return index

    def _path(self, name: str) -> Any:
        return (self._directory or files("dragoman.places") / "data") / name

    def _connection(self) -> sqlite3.Connection:
        # A connection must not be carried over a fork.
        if self._base is None or self._opened_by != os.getpid():
            path = Path(str(self._path("gazetteer.sqlite"))).resolve()
            if not path.exists():
                raise FileNotFoundError(
                    f"the gazetteer {path} is missing; build it with tools/build_gazetteer.py "
                    "or install the package anew"
                )
            self._base = sqlite3.connect(
                f"{path.as_uri()}?mode=ro&immutable=1", uri=True, check_same_thread=False
            )
            self._opened_by = os.getpid()
        return self._base

    def _stored(self, keys: list[str]) -> Iterable[tuple[str, Place]]:
        for start in range(0, len(keys), 500):
            part = keys[start : start + 500]
            marks = ",".join("?" * len(part))
            cursor = self._connection().execute(
                "SELECT key, id, place.name, country, admin1, lat, lon, population, kind, alias "
                f"FROM name JOIN place ON place.id = name.place WHERE key IN ({marks})",
                part,
            )
            for key, number, name, country, admin1, lat, lon, people, kind, alias in cursor:
                iso3 = self.iso3.get(country)
                yield key, Place(
                    number, _plain(name), (iso3,) if iso3 else (), admin1, lat / 1e4, lon / 1e4,
                    people, _CLASSES[kind], _PRECISION[_CLASSES[kind]], bool(alias),
                )  # fmt: skip


def _plain(name: str) -> str:
    """The name, without accents where it has signs that only transliterations have: 'Ḩamāh'."""
    if not _TRANSLITERATED.search(unicodedata.normalize("NFC", name)):
        return name
    return letters.without_accents(name)


def _country(row: dict[str, str], known: countries.Country) -> Country:
    place = Place(
        int(known.geonameid), known.name, (known.iso3,), None, float(row["lat"]),
        float(row["lon"]), int(row["population"]), "country", "country",
    )  # fmt: skip
    names = (known.name, *known.aliases)
    # 'US' stands before nouns too, and is the land's name all the same.
    demonyms = tuple(word for word in (*known.adjectives, *known.people) if word not in names)
    return Country(
        known.iso2, known.iso3, place, tuple(map(fold, known.capitals)), known.neighbours, names,
        demonyms,
    )  # fmt: skip


_PRECISIONS: dict[str, Precision] = {
    "point": "point", "city": "city", "district": "district", "region": "region",
    "country": "country", "area": "area",
}  # fmt: skip


def _feature(row: dict[str, str], number: int, table: str) -> Place:
    precision = _PRECISIONS.get(row["precision"])
    if precision is None:
        raise TableError(
            f"{table} row {number} ({row['name']}): unknown precision {row['precision']!r}; "
            f"use one of {', '.join(_PRECISIONS)}"
        )
    return Place(
        int(row["geonameid"] or -1_000_000 - number), row["name"], values(row["countries"]), None,
        float(row["lat"]), float(row["lon"]), int(float(row["weight"] or 5) * 10**5), "feature",
        precision,
    )  # fmt: skip
