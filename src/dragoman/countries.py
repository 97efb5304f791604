"""Countries by name or code, for people who ask about them."""

from __future__ import annotations

from functools import cache
from importlib.resources import files

from dragoman.tables import rows, values

# Top-level codes of parties that are no country (codebook, actors).
_OTHERS = {
    "UNO": "United Nations", "EUR": "European Union", "IGO": "international organisations",
    "NGO": "non-governmental organisations", "IMG": "militant groups across borders",
    "MNC": "multinational companies", "KOS": "Kosovo",
}  # fmt: skip
COUNTRY_COLUMNS = (
    "iso3", "iso2", "code", "name", "aliases", "demonyms", "adjectives", "capital", "region",
    "geonameid", "status",
)  # fmt: skip
_SHORT = {"UN": "UNO", "EU": "EUR"}


def code_of(name: str) -> str | None:
    """The code of a country or other top-level party, given as code or name; None if unknown."""
    return _codes().get(name.strip().casefold())


def name_of(code: str) -> str:
    """The name of a code; the code itself where it is not known."""
    return _names().get(code, code)


def codes() -> tuple[str, ...]:
    """The codes of all parties that `code_of` gives, in order of the alphabet."""
    return tuple(sorted(set(_codes().values())))


@cache
def _table() -> tuple[dict[str, str], ...]:
    return tuple(rows(files("dragoman") / "actors" / "data" / "countries.tsv", COUNTRY_COLUMNS))


@cache
def _codes() -> dict[str, str]:
    found: dict[str, str] = {}
    for row in _table():
        for name in (row["iso3"], row["name"], *values(row["aliases"])):
            if name:  # not every territory has an alpha-3 code
                found.setdefault(name.casefold(), row["code"])
    found |= {short.casefold(): code for short, code in _SHORT.items()}
    for code, name in _OTHERS.items():
        found.setdefault(code.casefold(), code)
        found.setdefault(name.casefold(), code)
    return found


@cache
def _names() -> dict[str, str]:
    own = {row["code"]: row["name"] for row in _table() if row["iso3"] == row["code"]}
    return {**_OTHERS, **own}
