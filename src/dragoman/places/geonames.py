"""GeoNames' cities, divisions and airports: a file of names that is read by look-ups only.

``data/gazetteer.sqlite`` is made by ``tools/build_gazetteer.py`` from GeoNames (CC BY 4.0).
"""

from __future__ import annotations

import os
import re
import sqlite3
import unicodedata
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any

from dragoman import letters
from dragoman.mention import Precision
from dragoman.places.place import Place, PlaceClass

_KINDS: tuple[tuple[PlaceClass, Precision], ...] = (
    ("city", "city"), ("admin1", "region"), ("admin2", "district"), ("airport", "point"),
)  # fmt: skip
"""The class of a place and how fine its coordinates are, by the number in the file."""
_ASKED = 500  # names asked for at once
# Marks that stand alone, and letters with two of them or one below, which no newspaper prints.
_TRANSLITERATED = re.compile("[\u0300-\u036f\u1e00-\u1eff]")


class GeoNames:
    """Places by folded name.

    The file is opened at the first question; the object can be shared by threads and carried to
    other processes.

    Args:
        path: the file.
    """

    def __init__(self, path: Path) -> None:
        self._path = path
        self._base: sqlite3.Connection | None = None
        self._opened_by = -1

    def __getstate__(self) -> dict[str, Any]:
        return {"_path": self._path, "_base": None, "_opened_by": -1}

    def named(self, keys: Sequence[str], iso3: Mapping[str, str]) -> Iterator[tuple[str, Place]]:
        """The places that bear each folded name.

        Args:
            keys: the folded names.
            iso3: ISO 3166-1 alpha-2 to alpha-3; a place in no country of these has none.

        Raises:
            FileNotFoundError: there is no such file; so do the other questions.
        """
        for start in range(0, len(keys), _ASKED):
            part = keys[start : start + _ASKED]
            cursor = self._connection().execute(
                "SELECT key, id, place.name, country, admin1, lat, lon, population, kind, alias "
                "FROM name JOIN place ON place.id = name.place "
                f"WHERE key IN ({','.join('?' * len(part))})",
                part,
            )
            for key, number, name, country, admin1, lat, lon, people, kind, alias in cursor:
                code, (what, precision) = iso3.get(country), _KINDS[kind]
                yield key, Place(
                    number, _plain(name), (code,) if code else (), admin1, lat / 1e4, lon / 1e4,
                    people, what, precision, bool(alias),
                )  # fmt: skip

    def name_of(self, place_id: int) -> str | None:
        """The name of the place with this id."""
        return self._only("SELECT name FROM place WHERE id = ?", place_id)

    def division_of(self, place_id: int) -> str | None:
        """The name of the first-order division that the place with this id lies in."""
        return self._only(
            "SELECT division.name FROM place JOIN place AS division "
            "ON division.id = place.admin1 WHERE place.id = ?",
            place_id,
        )

    def _only(self, question: str, place_id: int) -> str | None:
        row = self._connection().execute(question, (place_id,)).fetchone()
        return row[0] if row else None

    def _connection(self) -> sqlite3.Connection:
        # A connection must not be carried over a fork.
        if self._base is None or self._opened_by != os.getpid():
            path = self._path.resolve()
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


def _plain(name: str) -> str:
    """The name, without accents where it has signs that only transliterations have: 'Ḩamāh'."""
    if not _TRANSLITERATED.search(unicodedata.normalize("NFC", name)):
        return name
    return letters.without_accents(name)
