"""The gazetteer: names of places to places, read from the files that ship with the package.

Cities, divisions and airports are GeoNames'. Countries, seas, regions, sites and landmarks stand in
tables of our own, small enough to be read whole when first asked for.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from functools import cached_property
from importlib.resources import files
from pathlib import Path
from typing import Any

from dragoman import countries
from dragoman.mention import PRECISIONS, Precision
from dragoman.places.geonames import GeoNames
from dragoman.places.place import Country, Place, fold
from dragoman.tables import TableError, rows, values

__all__ = ["Country", "Gazetteer", "Place", "fold"]

_COUNTRY_COLUMNS = ("iso3", "lat", "lon", "population")
_FEATURE_COLUMNS = (
    "name", "aliases", "lat", "lon", "countries", "precision", "weight", "geonameid",
)  # fmt: skip
_ABBREVIATION_COLUMNS = ("form", "country", "name")
_PRECISIONS: dict[str, Precision] = {precision: precision for precision in PRECISIONS}


class Gazetteer:
    """Places by name.

    Nothing is opened or read before the first question; the object can be shared by threads and
    carried to other processes.

    Args:
        directory: where the data files are; those of the package when left out.
    """

    def __init__(self, directory: Path | None = None) -> None:
        self._directory = directory
        self._geonames = GeoNames(Path(str(self._path("gazetteer.sqlite"))))

    def __getstate__(self) -> dict[str, Any]:
        return {"_directory": self._directory, "_geonames": self._geonames}

    def find(self, keys: Iterable[str]) -> dict[str, tuple[Place, ...]]:
        """The places that each folded name may stand for; names without any are left out."""
        wanted = sorted(set(keys))
        found: dict[str, list[Place]] = {}
        for key in wanted:
            for place in self._own.get(key, ()):
                found.setdefault(key, []).append(place)
        for key, place in self._geonames.named(wanted, self.iso3):
            known = found.setdefault(key, [])
            alias = place.alias and all(p.alias for p in known if p.id == place.id)
            known[:] = [p for p in known if p.id != place.id]
            # A row of the tables tells what GeoNames does not: how well known the place is.
            own = self._numbered.get(place.id, place)
            known.append(replace(own, admin1=place.admin1, alias=alias))
        return {key: tuple(places) for key, places in found.items()}

    def admin1_name(self, place_id: int) -> str | None:
        """The name of the first-order division with this id."""
        return self._geonames.name_of(place_id)

    def division_of(self, place_id: int) -> str | None:
        """The name of the first-order division that the place with this id lies in."""
        return self._geonames.division_of(place_id)

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

    def capital(self, country: Country) -> Place | None:
        """The capital of a country, by the first of its names."""
        key = next(iter(country.capitals), "")
        towns = [
            place for place in self.find([key]).get(key, ())
            if place.precision == "city" and place.countries == (country.iso3,)
        ]  # fmt: skip
        return max(towns, key=lambda place: place.population, default=None)

    @cached_property
    def abbreviations(self) -> dict[tuple[str, str], str]:
        """Folded abbreviation and written form's country to the folded division's name."""
        return {
            (fold(row["form"]), row["country"]): fold(row["name"])
            for row in rows(self._path("abbreviations.tsv"), _ABBREVIATION_COLUMNS)
        }

    @cached_property
    def given_names(self) -> frozenset[str]:
        """Folded given names, after which a town's name is somebody's: 'Pedro Cordoba'."""
        table = files("dragoman.actors") / "data/given_names.tsv"
        return frozenset(fold(row["name"]) for row in rows(table, ("name", "gender")))

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
