"""The toponym: a place name in an article, what it stands for there, and where that is."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from dragoman.mention import Precision, Span

ToponymKind = Literal["literal", "government", "modifier", "embedded"]
Basis = Literal["own", "told", "guessed", "none"]


@dataclass(frozen=True, slots=True)
class Toponym(Span):
    """Characters ``start`` to ``end`` (exclusive) that name a place.

    Attributes:
        name: the place's name in the gazetteer, or the words of the text where it is not there.
        country: ISO 3166-1 alpha-3; None for seas, cross-border areas and unknown places.
        admin1: name of the first-order division it lies in, or None.
        geonameid: GeoNames' id, or None.
        lat: latitude in degrees, WGS 84, or None. A place the gazetteer lacks (a street, a hotel)
            has the coordinates of the settlement it is in; see ``basis``.
        lon: longitude in degrees, WGS 84, or None.
        precision: how fine the coordinates are.
        kind: ``literal`` (a location), ``government`` (a government or people that acts:
            'Islamabad rejected'), ``modifier`` ('Iranian', 'Toronto police'), ``embedded`` (part
            of the name of something that is not there: 'Bank of England').
        basis: whose the coordinates are: its ``own``; those of the place it is ``told`` to be
            in; ``guessed`` ones, of a place that the text names but does not tie it to, which no
            event is given; ``none``.
    """

    name: str
    country: str | None
    admin1: str | None
    geonameid: int | None
    lat: float | None
    lon: float | None
    precision: Precision
    kind: ToponymKind
    basis: Basis = "own"
