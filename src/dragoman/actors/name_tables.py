"""Reading the tables of names: each name that they hold, with what it means."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import replace
from importlib.resources import files
from pathlib import Path

from dragoman.actors.entry import BLOCS, Entry, Kind
from dragoman.codes import party_code, sector_code
from dragoman.countries import countries
from dragoman.letters import fold
from dragoman.tables import TableError, numbered, rows, values

_Named = Iterator[tuple[str, Entry]]


def all_names() -> _Named:
    """Every name of the package's tables with each of its meanings.

    Raises:
        TableError: a table's columns are not as expected.
    """
    for load in (_countries, _peoples, _seats, _cities, _regions, _institutions, _organisations,
                 _armed, _parties, _leaders):  # fmt: skip
        yield from load()


def own_names(path: Path) -> _Named:
    """The names of a table of one's own (columns name, aliases, country, sectors, office).

    Raises:
        TableError: the table's columns are not as expected, or a row has no name, or a country or
            sector that there is none of; names its line.
    """
    for number, row in numbered(path, ("name", "aliases", "country", "sectors", "office")):
        try:
            if not row["name"]:
                raise ValueError("the row has no name; write it in the first column")
            country = party_code(row["country"]) if row["country"] else None
            sectors = tuple(map(sector_code, values(row["sectors"])))
        except ValueError as error:
            raise TableError(f"{path.name} line {number}: {error}") from error
        entry = Entry(row["name"], Kind.OWN, country, sectors, row["office"] or None)
        for name in _spellings(row):
            yield name, entry


def renowned_names() -> dict[str, str]:
    """Names of several bodies to the name of the one that is far the best known."""
    return {row["name"]: row["meaning"] for row in _rows("renowned", "name", "meaning")}


def combining_forms() -> dict[str, str]:
    """What stands for a country before a hyphen and another ('Sino') to the country's code."""
    return {row["form"]: row["code"] for row in _rows("combining", "form", "code")}


def common_acronyms() -> dict[str, tuple[str, ...]]:
    """Acronyms that many bear to the countries of which one tells that a body of ours is meant."""
    return {row["acronym"]: values(row["signs"]) for row in _rows("acronyms", "acronym", "signs")}


def shared_towns() -> frozenset[str]:
    """Names of towns that towns of other countries bear too."""
    return frozenset(row["name"] for row in _rows("shared_towns", "name"))


def given_names() -> frozenset[str]:
    """Folded given names of persons."""
    return frozenset(fold(row["name"]) for row in _rows("given_names", "name", "gender"))


def _rows(table: str, *columns: str) -> Iterator[dict[str, str]]:
    return rows(files("dragoman.actors") / "data" / f"{table}.tsv", columns)


def _spellings(row: Mapping[str, str]) -> tuple[str, ...]:
    """The name of a row, its aliases, and its acronyms where the table has them."""
    return (row["name"], *values(row["aliases"]), *values(row.get("acronym", "")))


def _countries() -> _Named:
    for state in countries():
        sectors = ("GOV", "PRE") if state.status == "partial" else ("GOV",)
        country = Entry(state.name, Kind.COUNTRY, state.code, sectors)
        for name in (state.name, *state.aliases, *state.parts):
            if not name.lower().startswith("the "):  # the article is no part of it in a text
                yield name, country
        adjective = replace(country, kind=Kind.ADJECTIVE)
        for name in state.adjectives:
            yield name, adjective
        people = replace(country, kind=Kind.PEOPLE, sectors=("CVL",))
        for name in state.people:
            yield name, people


def _peoples() -> _Named:
    for row in _rows("peoples", "name", "aliases", "code", "abroad"):
        people = Entry(row["name"], Kind.PEOPLE, row["code"] or None,
                       ("CVL", *values(row["abroad"])), generic=True)  # fmt: skip
        for name in _spellings(row):
            yield name, people


def _seats() -> _Named:
    for row in _rows("seats", "name", "country", "sectors", "when"):
        yield row["name"], Entry(
            row["name"], Kind.SEAT, row["country"], values(row["sectors"]),
            always=row["when"] == "always",
        )  # fmt: skip


def _cities() -> _Named:
    for row in _rows("cities", "name", "aliases", "code"):
        city = Entry(row["name"], Kind.CITY, row["code"] or None, ())
        for name in _spellings(row):
            yield name, city


def _regions() -> _Named:
    for row in _rows("regions", "name", "divisions", "code"):
        region = Entry(row["name"], Kind.CITY, row["code"], ())
        for division in values(row["divisions"]):
            yield f"{row['name']} {division}", region


def _institutions() -> _Named:
    common = _common_words()
    for row in _rows("institutions", "name", "aliases", "country", "sectors", "unique"):
        sectors = values(row["sectors"])
        shared = row["country"] not in BLOCS and row["unique"] != "yes"
        own = values(row["unique"])
        for name in _spellings(row):
            generic = shared and name not in own
            generic = generic and all(word in common for word in fold(name).split())
            yield name, Entry(
                row["name"], Kind.INSTITUTION, row["country"], sectors, generic=generic
            )


def _common_words() -> frozenset[str]:
    """The words of roles and titles: a name made of them alone is no country's own."""
    columns = ("noun", "plural", "sector", "kind", "gender", "refers")
    nouns = {w for row in _rows("roles", *columns) for w in row["noun"].split()}
    return frozenset(
        nouns
        | {"of", "the", "for", "and", "national", "federal", "central", "supreme", "affairs",
           "foreign", "interior", "special", "public", "general", "deputies", "congress", "guard",
           "treasury", "investigation", "commerce", "human", "justice", "senate", "bureau", "task",
           "people's", "criminal", "external", "strategic", "western", "eastern", "southern",
           "northern", "defence", "defense", "security"}
    )  # fmt: skip


# A party's name of these words alone is borne in many states.
_PARTY_WORDS = frozenset(
    {"party", "labour", "labor", "democratic", "republican", "socialist", "communist", "liberal",
     "conservative", "green", "progress", "national", "people's", "centre", "center", "justice",
     "freedom", "social", "christian", "workers'", "moderate", "progressive", "independence",
     "unity", "congress", "alliance", "united", "front", "nationalist", "radical", "popular",
     "reform", "patriotic", "movement", "coalition", "left", "the", "of", "for", "and", "change",
     "democrats", "socialists", "liberals", "conservatives", "communists", "greens", "republicans",
     "nationalists"}
)  # fmt: skip


def _organisations() -> _Named:
    columns = ("name", "aliases", "acronym", "kind", "country", "sectors", "members")
    for row in _rows("organisations", *columns):
        entry = Entry(row["name"], Kind.ORGANISATION, row["country"] or None,
                      values(row["sectors"]))  # fmt: skip
        for name in _spellings(row):
            yield name, entry


def _armed() -> _Named:
    columns = ("name", "aliases", "acronym", "country", "sectors", "active_from", "active_to",
               "governed")  # fmt: skip
    for row in _rows("armed_groups", *columns):
        entry = Entry(
            row["name"], Kind.ARMED_GROUP, row["country"] or None, values(row["sectors"]), None,
            row["active_from"], row["active_to"],
        )  # fmt: skip
        terms = [term.split("/") for term in values(row["governed"])]
        governments = [
            replace(entry, sectors=("GOV",), since=begin, until=end, governing=True)
            for begin, end in terms
        ]
        for name in _spellings(row):
            for meaning in (*governments, entry):
                yield name, meaning


def _parties() -> _Named:
    columns = ("name", "aliases", "acronym", "country", "sectors")
    for row in _rows("parties", *columns):
        entry = Entry(row["name"], Kind.PARTY, row["country"] or None, values(row["sectors"]))
        for name in _spellings(row):
            words = fold(name).split()
            yield name, replace(entry, generic=len(words) > 1 and _PARTY_WORDS.issuperset(words))


def _leaders() -> _Named:
    columns = ("name", "aliases", "country", "office", "sectors", "from", "to")
    for row in _rows("leaders", *columns):
        entry = Entry(
            row["name"], Kind.LEADER, row["country"] or None, values(row["sectors"]),
            row["office"] or None, row["from"], row["to"],
        )  # fmt: skip
        for name in _spellings(row):
            yield name, entry
