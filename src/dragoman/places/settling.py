"""Where a thing is that the gazetteer lacks: the town that the text ties it to, or a guess.

A street, a hotel or a hamlet is told to be in a place named in its phrase ('the Ritz in London'),
in one that its sentence is set in, or, for what stands in a town, in the one town that the text
was set in before. Where the text tells none, the nearest place of the text is but a guess, which
no event takes for its own.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from spacy.tokens import Doc

from dragoman.analysis.grammar import WHERE
from dragoman.places.again import TOWNS, foremost
from dragoman.places.gazetteer import Gazetteer
from dragoman.places.names import Name
from dragoman.places.place import Place, fold
from dragoman.places.resolution import kilometres
from dragoman.places.words import COMPASS, DISTRICTS, Words

_RIGHT_AFTER = 5
_ONE_SCENE_KM = 100.0
_COST = {
    "city": 1.0, "airport": 3.0, "feature": 2.0, "admin2": 1.5, "admin1": 6.0, "country": 60.0,
}  # fmt: skip
_SETS = WHERE | {"within", "of"}
_KINDS = frozenset("the city town village district province region state".split())
_PARTS = frozenset({"city", "point", "district"})
_OF_TOWNS = frozenset("neighborhood neighbourhood barrio favela slum suburb".split())
_QUARTERS = _OF_TOWNS | frozenset(
    "district quarter area sector forest forests hills village ward".split()
)
_DIVISIONS = _KINDS | DISTRICTS
_BETWEEN = _SETS | _KINDS | COMPASS | {",", "-", "rural", "a"}


@dataclass(frozen=True, slots=True)
class Surroundings:
    """What stands round the names of one text.

    Attributes:
        doc: the text.
        names: the names, in order.
        places: the place of each name; None where it has none or tells no location.
        datelines: where the names begin that open the text as its dateline.
        focus: the country (alpha-3) that most of the text's places lie in.
    """

    doc: Doc
    names: Sequence[Name]
    places: Sequence[Place | None]
    datelines: frozenset[int]
    focus: str | None


class Settler:
    """Finds the place that something lies in.

    Args:
        gazetteer: tells the countries of adjectives.
        words: the word classes.
    """

    def __init__(self, gazetteer: Gazetteer, words: Words) -> None:
        self._gazetteer = gazetteer
        self._words = words

    def __call__(self, index: int, around: Surroundings) -> tuple[Place | None, bool]:
        """The place that the name at ``index`` is likeliest in, and whether the text tells it."""
        name = around.names[index]
        if is_of_the_town(around.doc, name):
            towns = (p for n, p in zip(around.names, around.places, strict=True)
                     if p is not None and p.kind == "city" and n.start < name.start)  # fmt: skip
            town = foremost((t for t in towns if around.focus in t.countries), lambda t: t.id)
            return town, town is not None
        fits = [
            i for i, place in enumerate(around.places)
            if place is not None and place.precision != "area"
        ]  # fmt: skip
        tied = next((i for i in fits if _tied(around.doc, name, around.names[i])), None)
        if tied is not None:
            return around.places[tied], True
        fits = [i for i in fits if self._allowed(around.doc, name, around.places[i])]
        told = _told(name, fits, around)
        return _nearest(name, told or fits, around), bool(told)

    def _allowed(self, doc: Doc, name: Name, place: Place | None) -> bool:
        """Whether its own words let it lie there.

        'The Ethiopian dam' is in Ethiopia, and 'the Russian Embassy' is not in Russia.
        """
        words = doc[name.start : name.end]
        told = (self._gazetteer.demonyms.get(fold(word.text)) for word in words)
        nation = next(filter(None, told), None)
        if nation is None or place is None:
            return True
        mission = any(word.lower_ in self._words.mission for word in words)
        return (nation.iso3 in place.countries) != mission


def as_told(
    names: Sequence[Name], settled: Sequence[tuple[Place | None, bool]]
) -> list[tuple[Place | None, bool]]:
    """The places, each name that is but guessed where it is as the text tells it elsewhere."""
    told = {
        name.key: place for name, (place, is_told) in zip(names, settled, strict=True)
        if is_told and not name.places
    }  # fmt: skip
    return [
        (told[name.key], True) if not is_told and name.key in told else (place, is_told)
        for name, (place, is_told) in zip(names, settled, strict=True)
    ]


def within_owners(
    doc: Doc, names: Sequence[Name], places: Sequence[Place | None]
) -> list[Place | None]:
    """The places, less each that a town owns and another country has: "Lusaka's Kanyama".

    A part of a town is of the town's country, whatever larger place elsewhere bears its name. So is
    'the Kanyama district of Lusaka'.
    """
    named = [(n, place) for n, place in zip(names, places, strict=True) if place is not None]
    ends = {name.end: place for name, place in named if place.precision == "city"}
    starts = {name.start: place for name, place in named}
    owners = (_owner(doc, name, starts, ends) for name in names)
    return [
        None
        if owner is not None and place is not None and place.precision in (*_PARTS, "region")
        and owner.countries and not set(owner.countries) & set(place.countries)
        else place
        for place, owner in zip(places, owners, strict=True)
    ]  # fmt: skip


def is_of_the_town(doc: Doc, name: Name) -> bool:
    """Whether a quarter is told to be of the town of the text: "the city's Aram area"."""
    i = name.start
    quarter = name.end < len(doc) and doc[name.end].lower_ in _QUARTERS
    return quarter and i > 1 and doc[i - 1].tag_ == "POS" and doc[i - 2].lower_ in TOWNS


def is_quarter(doc: Doc, name: Name) -> bool:
    """Whether a part of some town bears the name: 'the Santa Rosa *neighborhood*'."""
    return name.end < len(doc) and doc[name.end].lower_ in _OF_TOWNS


def _owner(
    doc: Doc, name: Name, starts: Mapping[int, Place], ends: Mapping[int, Place]
) -> Place | None:
    """The town a name is told to be part of: "Gao's Aram", 'the Aram quarter of Gao'."""
    if name.start and doc[name.start - 1].tag_ == "POS":
        return ends.get(name.start - 1)
    of = name.end + 1
    if of + 1 < len(doc) and doc[name.end].lower_ in _QUARTERS and doc[of].lower_ in ("of", "in"):
        return starts.get(of + 1)
    return None


def _told(name: Name, fits: Sequence[int], around: Surroundings) -> list[int]:
    """Which of the places the sentence, or for a site the text before it, is set in."""
    sentence = around.doc[name.start].sent
    sets = [i for i in fits if _sets(around, i)]
    here = [i for i in sets if sentence.start <= around.names[i].start < sentence.end]
    if here or not name.site:
        return here
    before = [i for i in sets if around.names[i].start < name.start]
    return before if _one_scene(before, around) else []


def _tied(doc: Doc, name: Name, other: Name) -> bool:
    """Whether the other place is named right after, as where this is, or before as its owner."""
    if other.end + 1 == name.start and doc[other.end].tag_ == "POS":
        return True
    between = doc[name.end : other.start] if other.start >= name.end else ()
    return 0 < len(between) <= _RIGHT_AFTER and all(t.lower_ in _BETWEEN for t in between)


def _sets(around: Surroundings, index: int) -> bool:
    """Whether something is said to be at this place."""
    start = around.names[index].start
    if start in around.datelines:
        return True
    while start and around.doc[start - 1].lower_ in _KINDS:
        start -= 1
    if not start:
        return False
    before = around.doc[start - 1]
    town = before.i
    while town and around.doc[town - 1].lower_ in _DIVISIONS:
        town -= 1  # 'in Kaya district, Sanmatenga'
    listed = before.text == "," and any(n.end == town for n in around.names)
    return before.lower_ in _SETS or listed


def _one_scene(indices: Sequence[int], around: Surroundings) -> bool:
    """Whether the towns lie together, in the country that most of the text's places lie in."""
    towns = [
        place for i in indices
        if (place := around.places[i]) is not None and place.precision in ("city", "point")
    ]  # fmt: skip
    return bool(towns) and all(
        around.focus in place.countries and kilometres(place, towns[0]) <= _ONE_SCENE_KM
        for place in towns
    )


def _nearest(name: Name, indices: Sequence[int], around: Surroundings) -> Place | None:
    """The nearest: towns before regions, regions before countries, the main country's first."""
    def cost(other: tuple[int, Place]) -> float:
        start, place = other
        apart = (abs(start - name.start) + 5) * (1.0 if start < name.start else 1.2)
        return apart * (_COST[place.kind] * (1.0 if around.focus in place.countries else 6.0))

    placed = ((around.names[i].start, around.places[i]) for i in indices)
    others = [(start, place) for start, place in placed if place is not None]
    return min(others, key=cost)[1] if others else None
