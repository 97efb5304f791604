"""Maps: the outlines of countries, and events as marks on them."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from math import sqrt

from dragoman.record.event import Place
from dragoman.record.questions.sites import Site
from dragoman.tables import rows
from dragoman.web.charts.projection import WIDTH, project

_COLUMNS = ("code", "left", "top", "right", "bottom", "path")
# The sheet from Greenland's north to Cape Horn, in units of the projection.
SHEET = (0.0, 8.0, WIDTH, 424.0)
_LEAST, _MOST = 2.6, 17.0  # radii of marks
_LOCAL = (150.0, 94.0)  # the sheet of a small map


@dataclass(frozen=True, slots=True)
class Outline:
    """A country on the map: its code (empty where it has none), its box, its path in tenths."""

    code: str
    left: float
    top: float
    right: float
    bottom: float
    path: str


@dataclass(frozen=True, slots=True)
class Mark:
    """Events at one place: where, how large, and which kind outweighs the other."""

    x: float
    y: float
    radius: float
    site: Site

    @property
    def tone(self) -> str:
        """``coop``, ``conf`` or ``even``."""
        good, bad = self.site.cooperation, self.site.conflict
        return "even" if good == bad else "coop" if good > bad else "conf"


@dataclass(frozen=True, slots=True)
class Local:
    """A small map: its sheet, the countries on it, the place in its middle."""

    box: tuple[float, float, float, float]
    outlines: tuple[Outline, ...]
    x: float
    y: float
    fine: bool


@cache
def outlines() -> tuple[Outline, ...]:
    """All countries."""
    table = files("dragoman.web") / "data" / "world.tsv"
    return tuple(
        Outline(
            row["code"],
            int(row["left"]) / 10,
            int(row["top"]) / 10,
            int(row["right"]) / 10,
            int(row["bottom"]) / 10,
            row["path"],
        )
        for row in rows(table, _COLUMNS)
    )


def marks(sites: Iterable[Site]) -> tuple[Mark, ...]:
    """The places as marks whose areas are as the numbers of events, the largest first."""
    sites = list(sites)
    most = max((site.cooperation + site.conflict for site in sites), default=1)
    found = []
    for site in sites:
        x, y = project(site.lat, site.lon)
        share = sqrt((site.cooperation + site.conflict) / most)
        radius = _LEAST + share * (min(_MOST, 4 + most) - _LEAST)
        found.append(Mark(round(x, 1), round(y, 1), round(radius, 1), site))
    return tuple(found)


def local(place: Place) -> Local | None:
    """The surroundings of a place; None where it has no coordinates."""
    if place.lat is None or place.lon is None:
        return None
    x, y = project(place.lat, place.lon)
    wide, high = _LOCAL
    left = min(max(x - wide / 2, 0), WIDTH - wide)
    top = y - high / 2
    near = tuple(
        shape
        for shape in outlines()
        if shape.left < left + wide and shape.right > left
        and shape.top < top + high and shape.bottom > top
    )  # fmt: skip
    box = (round(left, 1), round(top, 1), wide, high)
    fine = place.precision not in ("country", "area")
    return Local(box, near, round(x, 1), round(y, 1), fine)
