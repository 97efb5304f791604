"""Regions written after a town's name, and what lies in what."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from spacy.tokens import Doc, Token

from dragoman.places.gazetteer import Gazetteer
from dragoman.places.names import Name, is_capital
from dragoman.places.place import Place, fold
from dragoman.places.words import DISTRICTS

_ABBREVIATING = ("US", "CA", "AU", "PK", "ZA", "IN")
"""Countries whose divisions newspapers abbreviate."""
_DIVISIONS = DISTRICTS | {"municipality", "commune"}


def region_after(
    doc: Doc, name: Name, starts: dict[int, Name], gazetteer: Gazetteer
) -> tuple[int, tuple[Place, ...]] | None:
    """The region written after 'Name,' that holds one of the name's places.

    Returns:
        one past the last token of the region, and the regions it may be; or None.
    """
    if not _opens_region(doc, name):
        return None
    found = _abbreviated(doc, name, gazetteer)
    if found is None:
        other = starts.get(name.end + 1)
        if other is None or not other.places:
            return None
        found = (other.end, other.places)
        if _goes_on(doc, other.end) and not any(p.kind == "country" for p in other.places):
            return None  # 'Washington, New York and Boston' is a list
    holders = tuple(
        region for region in found[1] if any(holds(region, place) for place in name.places)
    )
    if holders:
        return found[0], holders
    major = tuple(p for p in found[1] if p.kind in ("country", "admin1"))
    return (found[0], major) if major and not name.places else None


def _goes_on(doc: Doc, end: int) -> bool:
    return end + 1 < len(doc) and doc[end].lower_ in ("and", "or") and is_capital(doc[end + 1])


def is_power(key: str, place: Place, gazetteer: Gazetteer) -> bool:
    """Whether the place under this name is a country or a country's capital."""
    return place.kind == "country" or (
        place.precision == "city" and (key, place.countries) in gazetteer.capitals
    )


def holds(region: Place, place: Place) -> bool:
    """Whether ``region``, a country or first-order division, holds ``place``."""
    if region.kind == "country":
        return (
            bool(region.countries)
            and region.countries[0] in place.countries
            and place.kind != "country"
        )
    if region.kind == "feature":
        return place.admin1 is not None and place.admin1 == region.geonameid
    if region.kind != "admin1":
        return False
    if place.admin1 is None and place.kind in ("feature", "airport"):
        return place.countries == region.countries  # which division it lies in is not recorded
    return place.admin1 == region.id


def _abbreviated(
    doc: Doc, name: Name, gazetteer: Gazetteer
) -> tuple[int, tuple[Place, ...]] | None:
    token = doc[name.end + 1]
    if not token.text[0].isupper() or len(token.text) > 6:
        return None
    form = token.lower_.replace(".", "")
    found: list[Place] = []
    for country in _ABBREVIATING:
        full = gazetteer.abbreviations.get((form, country))
        if full and (
            len(form) > 2 or token.text.isupper() or "." in token.text or _dot_follows(token)
        ):
            iso3 = gazetteer.iso3[country]
            found += [
                p for p in gazetteer.find([full]).get(full, ())
                if p.kind == "admin1" and iso3 in p.countries
            ]  # fmt: skip
    return (token.i + 1, tuple(found)) if found else None


def _dot_follows(token: Token) -> bool:
    return token.i + 1 < len(token.doc) and token.nbor(1).text == "."


def with_abbreviations(doc: Doc, names: Sequence[Name], gazetteer: Gazetteer) -> list[Name]:
    """The names, and the abbreviated regions after them ('Erie, Pa.') as names of their own."""
    starts = {name.start: name for name in names}
    for name in names:
        found = _abbreviated(doc, name, gazetteer) if _opens_region(doc, name) else None
        region = region_after(doc, name, starts, gazetteer) if found else None
        if found and region:
            start = name.end + 1
            starts[start] = Name(start, region[0], fold(doc[start].text), region[1])
    return [starts[start] for start in sorted(starts)]


def _opens_region(doc: Doc, name: Name) -> bool:
    return name.end + 1 < len(doc) and doc[name.end].text in (",", "(")


def is_elsewhere(doc: Doc, name: Name, starts: Mapping[int, Name]) -> bool:
    """Whether a division's name is told to lie where none of its places does.

    'Guma local government area, Benue State' is no Guma that the gazetteer has.
    """
    comma = name.end
    while comma < len(doc) and doc[comma].lower_ in _DIVISIONS:
        comma += 1
    region = starts.get(comma + 1)
    if comma == name.end or region is None or doc[comma].text != ",":
        return False
    if _goes_on(doc, region.end):
        return False
    return (
        all(p.kind == "admin1" for p in region.places)
        and bool(region.places)
        and not any(holds(other, place) for other in region.places for place in name.places)
    )
