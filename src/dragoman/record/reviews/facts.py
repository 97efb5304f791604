"""Places, numbers and speakers that a reader puts right; see `corrections`."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from typing import Any

from dragoman.mention import COUNTED, Magnitude, Magnitudes, Mention, Speaker, Where
from dragoman.record.reviews.checks import (
    ReviewError,
    check_fields,
    country_in,
    name_in,
    no_words,
    rows_of,
    sectors_in,
    words_at,
    words_or_name,
)

_PLACE = {"name", "country", "geonameid", "text"}
_SPEAKER = {"name", "country", "sectors", "text"}
_NUMBER = {"low", "high", "text"}
_HIGHEST = 10**9


def places(value: Any, mention: Mention, text: str) -> tuple[Where, ...]:
    """The places in a reader's list: those that the mention has stay, others are looked up.

    Raises:
        ReviewError: something of it is not allowed.
    """
    return tuple(_place(row, mention, text) for row in rows_of(value, "places"))


def _place(row: Any, mention: Mention, text: str) -> Where:
    name = name_in(row, _PLACE, "place")
    country, number = country_in(row), row.get("geonameid")
    if number is not None and (isinstance(number, bool) or not isinstance(number, int)):
        raise ReviewError(f"{number!r} is no GeoNames id; write a whole number, or leave it out")
    words = words_or_name(row, name, mention, text)
    for held in mention.where:
        if (held.name, held.country) == (name, country) and number in (None, held.geonameid):
            if (row.get("text") or "") in ("", " ".join(held.text.split())):
                return held
            return replace(held, text=words[0], start=words[1], end=words[2])
    # Imported here: it brings the whole reading of texts along, and few reviews need it.
    from dragoman.places.likeliest import likeliest_place

    try:
        found = likeliest_place(name, country, number)
    except ValueError as error:
        what = f"{error}; leave the number out, or give the name that GeoNames has"
        raise ReviewError(what) from error
    if found is None:
        return Where(*words, name, country, None, None, None, "point")
    return Where(
        *words, name, found.country, found.geonameid, found.lat, found.lon, found.precision
    )


def speakers(value: Any, mention: Mention, text: str) -> tuple[Speaker, ...]:
    """Who a reader says is named as saying so.

    Raises:
        ReviewError: something of it is not allowed.
    """
    return tuple(_speaker(row, mention, text) for row in rows_of(value, "speakers"))


def _speaker(row: Any, mention: Mention, text: str) -> Speaker:
    name = name_in(row, _SPEAKER, "speaker")
    words = words_or_name(row, name, mention, text)
    return Speaker(*words, name, country_in(row), sectors_in(row))


def numbers(value: Any, mention: Mention, text: str) -> Magnitudes:
    """The numbers that a reader gives; what he leaves out is not told.

    Raises:
        ReviewError: something of it is not allowed.
    """
    if not isinstance(value, Mapping):
        raise ReviewError('numbers are an object, as {"killed": {"low": 5, "high": 7}}')
    if unknown := set(value) - set(COUNTED):
        known = ", ".join(COUNTED)
        raise ReviewError(f"{', '.join(map(str, unknown))} is not counted; one of {known}")
    return Magnitudes(
        **{name: _number(name, row, mention, text) for name, row in value.items() if row}
    )


def _number(name: str, row: Any, mention: Mention, text: str) -> Magnitude:
    low: Any = row.get("low") if isinstance(row, Mapping) else None
    high: Any = row.get("high", low) if isinstance(row, Mapping) else None
    if not _is_count(low) or not (high is None or (_is_count(high) and high >= low)):
        told = str(row)[:80]
        raise ReviewError(f"{name} is {told!r}; write 5, or 5-7 for a range, or 5+ for at least")
    check_fields(row, _NUMBER, "number")
    held: Magnitude | None = getattr(mention.magnitudes, name)
    words = words_at(row.get("text"), mention, text)
    if words is None:
        words = (held.text, held.start, held.end) if held else no_words(mention)
    return Magnitude(*words, low, high)


def _is_count(value: Any) -> bool:
    return isinstance(value, int) and not isinstance(value, bool) and 0 <= value <= _HIGHEST
