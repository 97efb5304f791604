"""The word classes of ``data/words.tsv``."""

from __future__ import annotations

from dataclasses import dataclass, fields
from functools import cached_property
from importlib.resources import files

from dragoman.tables import TableError, rows, values

DISTRICTS = frozenset("district county local government area".split())
"""What lies below a province, as it stands between two names: 'Guma *local government area*, Benue
State'. Whoever asks adds what may stand there in his place: greater divisions before the second
name, towns where one lies in the other. What tells that an unknown name is a place is another
matter; see `untabled`."""


COMPASS = frozenset(
    "central northern southern eastern western northeastern northwestern southeastern "
    "southwestern north south east west".split()
)
"""Which part of a land, between a preposition and its name: 'in *northern* Mali'."""


@dataclass(frozen=True)
class Words:
    """Word classes, in lower case; the table's header says what each is."""

    where_preposition: frozenset[str]
    party_preposition: frozenset[str]
    division: frozenset[str]
    nature: frozenset[str]
    site: frozenset[str]
    fixed: frozenset[str]
    at: frozenset[str]
    body: frozenset[str]
    placed: frozenset[str]
    mission: frozenset[str]
    person_noun: frozenset[str]
    title: frozenset[str]
    direction: frozenset[str]
    say: frozenset[str]
    move: frozenset[str]
    assault: frozenset[str]
    give: frozenset[str]
    route: frozenset[str]
    agency: frozenset[str]
    never: frozenset[str]

    @cached_property
    def kinds(self) -> frozenset[str]:
        """What a place is told to be beside its name: 'province', 'river'."""
        return self.division | self.nature

    @cached_property
    def beside(self) -> frozenset[str]:
        """Words beside a place's name that leave it the name it is: 'Basra *Governorate*'."""
        return self.kinds | self.direction | self.person_noun | self.title

    @cached_property
    def common(self) -> frozenset[str]:
        """Nouns of places, bodies and titles, which names may be made of."""
        return self.kinds | self.site | self.body | self.title | self.direction


def load_words() -> Words:
    """Read the word classes.

    Raises:
        TableError: a class is missing or unknown.
    """
    table = files("dragoman.places") / "data/words.tsv"
    found = {
        row["class"]: frozenset(values(row["words"])) for row in rows(table, ("class", "words"))
    }
    wanted = {field.name for field in fields(Words)}
    if found.keys() != wanted:
        raise TableError(
            f"{table.name}: classes {sorted(found.keys() ^ wanted)} are missing or unknown; "
            "the table and places/words.py must name the same classes"
        )
    return Words(**found)
