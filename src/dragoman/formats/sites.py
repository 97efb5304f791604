"""Where a place lies, for formats that want its division and its country in other codes."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache, lru_cache
from importlib.resources import files
from typing import TYPE_CHECKING

from dragoman.countries import name_of
from dragoman.record.event import Place
from dragoman.tables import rows

if TYPE_CHECKING:
    from dragoman.places import Gazetteer

# Kinds of division that GeoNames puts behind the name, as an index does: 'Madrid, Comunidad de'.
_KINDS = (
    "comunidad", "hlavní", "principado", "respublika", "región", "région", "unitatea",
)  # fmt: skip


@lru_cache(maxsize=4096)
def province_of(place: Place) -> str | None:
    """The name of the first-order division that a place is or lies in; None where unknown."""
    if place.precision == "region":
        return place.name
    if place.geonameid is None or place.precision in ("country", "area"):
        return None
    name = _gazetteer().division_of(place.geonameid)
    head, _, kind = (name or "").partition(", ")
    return f"{kind} {head}" if kind.lower().startswith(_KINDS) else name


def full_name(place: Place) -> str:
    """The place with its division and country: 'Lahore, Punjab, Pakistan'."""
    country = name_of(place.country) if place.country else None
    parts = (place.name, province_of(place), country)
    return ", ".join(dict.fromkeys(part for part in parts if part))


def fips(country: str | None) -> str:
    """FIPS 10-4 code of a country by its alpha-3 code; empty where there is none."""
    return _fips().get(country or "", "")


@cache
def _fips() -> Mapping[str, str]:
    table = rows(files("dragoman.formats") / "data" / "fips.tsv", ("iso3", "fips"))
    return {row["iso3"]: row["fips"] for row in table}


@cache
def _gazetteer() -> Gazetteer:
    from dragoman.places import Gazetteer

    return Gazetteer()
