"""Countries: their codes and names, and the words for their people."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from importlib.resources import files

from dragoman.letters import fold
from dragoman.tables import rows, values

# Top-level codes of parties that are no country (codebook, actors).
_OTHERS = {
    "UNO": "United Nations", "EUR": "European Union", "IGO": "international organisations",
    "NGO": "non-governmental organisations", "IMG": "militant groups across borders",
    "MNC": "multinational companies", "KOS": "Kosovo",
}  # fmt: skip
_COLUMNS = (
    "iso3", "iso2", "code", "name", "aliases", "parts", "demonyms", "adjectives", "capital",
    "neighbours", "geonameid", "status",
)  # fmt: skip
_SHORT = {"UN": "UNO", "EU": "EUR"}


@dataclass(frozen=True, slots=True)
class Country:
    """A country, territory or partially recognised entity.

    Attributes:
        iso3: its own ISO 3166-1 alpha-3 (KOS for Kosovo), or empty.
        iso2: its own ISO 3166-1 alpha-2, or empty.
        code: the PLOVER code that a coded record carries.
        name: short English name.
        aliases: other names of the same land.
        parts: names of parts and predecessors that act for it.
        demonyms: nouns for one of its people.
        adjectives: what may stand before a noun.
        capitals: the seat of government, then other capitals.
        neighbours: alpha-2 codes of those it has a land border with.
        geonameid: GeoNames' id as text, or empty.
        status: ``state``, ``territory``, ``partial`` (recognised by few) or ``special``.
    """

    iso3: str
    iso2: str
    code: str
    name: str
    aliases: tuple[str, ...]
    parts: tuple[str, ...]
    demonyms: tuple[str, ...]
    adjectives: tuple[str, ...]
    capitals: tuple[str, ...]
    neighbours: tuple[str, ...]
    geonameid: str
    status: str

    @property
    def people(self) -> tuple[str, ...]:
        """The demonyms, singular and plural."""
        return tuple(dict.fromkeys((*self.demonyms, *map(_plural, self.demonyms))))


@cache
def countries() -> tuple[Country, ...]:
    """All countries, territories and partially recognised entities.

    Of a name that two share ('Congolese'), the first is the foremost bearer.
    """
    table = files("dragoman") / "data" / "countries.tsv"
    return tuple(
        Country(
            row["iso3"], row["iso2"], row["code"], row["name"], values(row["aliases"]),
            values(row["parts"]), values(row["demonyms"]), values(row["adjectives"]),
            values(row["capital"]), values(row["neighbours"]), row["geonameid"], row["status"],
        )
        for row in rows(table, _COLUMNS)
    )  # fmt: skip


def code_of(name: str) -> str | None:
    """The code of a country or other top-level party, given as code or name; None if unknown."""
    return _codes().get(_key(name))


def name_of(code: str) -> str:
    """The name of a code; the code itself where it is not known."""
    return _names().get(code, code)


def is_state(name: str, code: str | None) -> bool:
    """Whether a name is a code's own: of a party of that code, that it is the state itself."""
    return code is not None and name == name_of(code)


def neighbours(code: str) -> frozenset[str]:
    """The codes of the states that the one with this code has a land border with."""
    return _neighbours().get(code, frozenset())


def codes() -> tuple[str, ...]:
    """The codes of all parties that `code_of` gives, in order of the alphabet."""
    return tuple(sorted(set(_codes().values())))


def _key(name: str) -> str:
    """A name as it is looked up: without case, accents and article."""
    return fold(name.strip().replace("’", "'")).removeprefix("the ").strip()


@cache
def _codes() -> dict[str, str]:
    found: dict[str, str] = {}
    for country in countries():
        for name in (country.iso3, country.name, *country.aliases, *country.parts):
            if name:
                found.setdefault(_key(name), country.code)
    found |= {_key(short): code for short, code in _SHORT.items()}
    for code, name in _OTHERS.items():
        found.setdefault(_key(code), code)
        found.setdefault(_key(name), code)
    return found


@cache
def _names() -> dict[str, str]:
    own = {c.code: c.name for c in countries() if c.iso3 == c.code}
    return {**_OTHERS, **own}


@cache
def _neighbours() -> dict[str, frozenset[str]]:
    by_iso2 = {c.iso2: c.code for c in countries()}
    own = (c for c in countries() if c.iso3 == c.code)
    return {c.code: frozenset(by_iso2[n] for n in c.neighbours) for c in own}


def _plural(demonym: str) -> str:
    if demonym.endswith("man") and demonym != "German":
        return demonym[:-3] + "men"
    return demonym if demonym.endswith(("ese", "ss", "z")) else demonym + "s"
