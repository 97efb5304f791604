"""Writes the outlines of the countries for the web desk's maps: `python tools/write_world.py FILE`.

FILE is ``countries-110m.json`` of the npm package world-atlas 2.0.2, which carries Natural Earth
4.1.0 (public domain). Outlines are projected (Equal Earth; Šavrič, Patterson and Jenny 2018),
rounded to a tenth of a unit of a map 1000 units wide, and written as SVG paths.
"""

from __future__ import annotations

import json
import sys
from collections.abc import Iterable, Iterator
from itertools import pairwise
from pathlib import Path
from typing import Any

from shapely import Polygon, box

from dragoman.countries import code_of
from dragoman.web.charts.projection import project

TABLE = Path(__file__).parent.parent / "src" / "dragoman" / "web" / "data" / "world.tsv"
HEAD = """\
# Outlines of countries in the Equal Earth projection, in tenths of a unit of a map 1000 units wide.
# The code is empty where the table of countries has none. Antarctica is left out.
# source: Natural Earth 4.1.0, 1:110m admin 0 countries (public domain), as the npm package
# world-atlas 2.0.2 carries it (ISC), by tools/write_world.py; licence: public domain
code\tleft\ttop\tright\tbottom\tpath
"""
_NAMES = {
    "Dem. Rep. Congo": "COD", "Congo": "COG", "Central African Rep.": "CAF", "S. Sudan": "SSD",
    "Eq. Guinea": "GNQ", "Dominican Rep.": "DOM", "Bosnia and Herz.": "BIH", "Czechia": "CZE",
    "Macedonia": "MKD", "eSwatini": "SWZ", "Solomon Is.": "SLB", "Falkland Is.": "FLK",
    "W. Sahara": "ESH", "N. Cyprus": "", "Somaliland": "SOM", "Fr. S. Antarctic Lands": "",
    "Côte d'Ivoire": "CIV", "United States of America": "USA", "Timor-Leste": "TLS",
    "North Korea": "PRK", "South Korea": "KOR", "Kosovo": "KOS", "Greenland": "GRL",
    "New Caledonia": "NCL", "Puerto Rico": "PRI", "Taiwan": "TWN", "Palestine": "PSE",
}  # fmt: skip
Point = tuple[float, float]
_SMALLEST = 6.0  # rings of a smaller box, in tenths of units squared, are not seen


def main(source: Path) -> None:
    """Read the topology and write the table."""
    topology = json.loads(source.read_text("utf-8"))
    arcs = [list(_line(arc, topology["transform"])) for arc in topology["arcs"]]
    rows = []
    for shape in topology["objects"]["countries"]["geometries"]:
        name = shape["properties"]["name"]
        if name == "Antarctica":
            continue
        code = _NAMES[name] if name in _NAMES else code_of(name)
        if code is None:
            print(f"no code for {name}", file=sys.stderr)
        rings = [
            _projected(part)
            for polygon in _polygons(shape)
            for ring in polygon
            for part in _cut([point for number in ring for point in _arc(number, arcs)])
        ]
        rings = [ring for ring in rings if _box_area(ring) >= _SMALLEST] or rings[:1]
        points = [point for ring in rings for point in ring]
        across, down = [x for x, _ in points], [y for _, y in points]
        box = (min(across), min(down), max(across), max(down))
        path = "".join(_path(ring) for ring in rings)
        rows.append("\t".join([code or "", *map(str, box), path]))
    TABLE.write_text(HEAD + "\n".join(sorted(rows)) + "\n", "utf-8")
    print(f"{TABLE.name}: {len(rows)} countries, {TABLE.stat().st_size} bytes")


def _line(arc: Iterable[list[int]], transform: dict[str, Any]) -> Iterator[Point]:
    x = y = 0
    for across, up in arc:
        x, y = x + across, y + up
        (wide, high), (left, low) = transform["scale"], transform["translate"]
        yield x * wide + left, y * high + low


def _polygons(shape: dict[str, Any]) -> list[Any]:
    polygons: list[Any] = shape["arcs"] if shape["type"] == "MultiPolygon" else [shape["arcs"]]
    return polygons


def _arc(number: int, arcs: list[list[Point]]) -> list[Point]:
    """An arc's points; a number below nought is the arc of its complement, run backwards."""
    return arcs[number] if number >= 0 else arcs[~number][::-1]


def _cut(ring: list[Point]) -> Iterator[list[Point]]:
    """The ring in parts that do not cross the 180th meridian."""
    turns, run = 0, [ring[0]]
    for (before, _), (lon, lat) in pairwise(ring):
        turns += (before - lon > 180) - (lon - before > 180)
        run.append((lon + 360 * turns, lat))
    if len({lon > 180 or lon < -180 for lon, _ in run}) == 1 and abs(run[1][0]) <= 180:
        yield run
        return
    whole = Polygon(run).buffer(0)
    for shift in (-360, 0, 360):
        part = whole.intersection(box(-180 - shift, -90, 180 - shift, 90))
        for piece in getattr(part, "geoms", [part]):
            if not piece.is_empty and piece.geom_type == "Polygon":
                yield [(lon + shift, lat) for lon, lat in piece.exterior.coords]


def _projected(ring: list[Point]) -> list[tuple[int, int]]:
    """The ring's points on the map, those that fall together written once."""
    found: list[tuple[int, int]] = []
    for lon, lat in ring:
        x, y = project(lat, lon)
        point = (round(x * 10), round(y * 10))
        if not found or point != found[-1]:
            found.append(point)
    return found


def _box_area(ring: list[tuple[int, int]]) -> float:
    across, down = [x for x, _ in ring], [y for _, y in ring]
    return float((max(across) - min(across)) * (max(down) - min(down)))


def _path(ring: list[tuple[int, int]]) -> str:
    """A closed SVG path in steps from point to point."""
    (x, y), rest = ring[0], ring[1:-1]
    steps = []
    for across, down in rest:
        steps.append(f"{across - x} {down - y}".replace(" -", "-"))
        x, y = across, down
    joined = "l" + " ".join(steps) + "z"
    return f"M{ring[0][0]} {ring[0][1]}" + joined.replace(" -", "-")


if __name__ == "__main__":
    main(Path(sys.argv[1]))
