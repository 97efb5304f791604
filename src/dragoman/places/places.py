"""The stage: from an analysed article to its toponyms."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from urllib.parse import urlsplit

from spacy.tokens import Doc, Token

from dragoman.analysis.analysis import Analysis
from dragoman.analysis.grammar import PLACE_LABELS
from dragoman.article import Article
from dragoman.places.again import TOWNS
from dragoman.places.borders import beyond, is_before_border
from dragoman.places.evidence import is_major
from dragoman.places.gazetteer import Gazetteer
from dragoman.places.names import (
    Name,
    after,
    capitalised,
    is_capital,
    is_out_of,
    known_names,
    marked_names,
    site_names,
    untorn,
)  # fmt: skip
from dragoman.places.place import TOWN, Country, Place, fold
from dragoman.places.recognition import recognise
from dragoman.places.regions import is_elsewhere, region_after, with_abbreviations
from dragoman.places.resolution import Mentioned, Resolver
from dragoman.places.senses import SenseReader
from dragoman.places.settling import (
    Settler,
    Surroundings,
    as_told,
    is_of_the_town,
    is_quarter,
    within_owners,
)  # fmt: skip
from dragoman.places.toponym import Toponym, ToponymKind
from dragoman.places.untabled import is_told_alone, untabled_names, without_parts
from dragoman.places.words import Words, load_words

_GENERIC_ENDINGS = frozenset("com net org edu info co io tv me int gov mil eu news".split())


class Places:
    """Finds the places an article names and tells where they are.

    Args:
        gazetteer: where names are looked up; the packaged one when left out.
    """

    def __init__(self, gazetteer: Gazetteer | None = None) -> None:
        self.gazetteer = gazetteer or Gazetteer()
        self._words: Words = load_words()
        self._sense = SenseReader(self._words, self.gazetteer)
        self._resolve = Resolver(self.gazetteer)
        self._settle = Settler(self.gazetteer, self._words)

    def __call__(self, analysis: Analysis) -> tuple[Toponym, ...]:
        """The article's toponyms, sorted by start, without overlaps of two literal ones."""
        doc = analysis.doc
        capitals = capitalised(doc)
        known = known_names(doc, analysis.article.text, capitals, self.gazetteer)
        longer = {i for n in known if n.end - n.start > 1 for i in range(n.start, n.end)}
        people = [(i, country) for i, country in self._demonyms(doc, capitals) if i not in longer]
        taken = {i for i, _ in people}
        known = [name for name in known if name.start not in taken]
        marked = sorted([*known, *marked_names(doc, known)], key=lambda n: n.start)
        untabled = [
            name for name in untabled_names(doc, marked, self._words)
            if taken.isdisjoint(range(name.start, name.end))
        ]  # fmt: skip
        names = without_parts(marked, untabled)
        readings = recognise(doc, analysis.article.text, names, self.gazetteer, self._words)
        accepted = [reading.name for reading in readings]
        whole = untorn(doc, accepted, self._words.beside, is_major)
        places = with_abbreviations(doc, whole, self.gazetteer)
        datelines = {r.name.start for r in readings if "dateline" in r.evidence}
        unsure = {r.name.start for r in readings if is_told_alone(r.evidence)}
        senses = self._senses(doc, places, datelines)
        sites = self._sites(doc, capitals, places)
        places, senses = _merged(places, senses, sites)
        resolved = self._located(analysis.article, doc, places, senses, people, datelines, unsure)
        found = [
            _toponym(doc, analysis.article.text, name, sense, place, told, self.gazetteer)
            for name, sense, (place, told) in zip(places, senses, resolved, strict=True)
        ]
        found += [self._people(doc, i, country) for i, country in people]
        return tuple(sorted(found, key=lambda t: (t.start, t.end)))

    def _senses(self, doc: Doc, names: Sequence[Name], datelines: set[int]) -> list[ToponymKind]:
        """The sense of each name; datelines, and regions written after a town, are locations."""
        starts = {name.start: name for name in names}
        placed = set(datelines)
        for name in names:
            if region_after(doc, name, starts, self.gazetteer):
                placed.add(name.end + 1)
        return ["literal" if n.start in placed else self._sense(doc, n) for n in names]

    def _demonyms(self, doc: Doc, capitals: Sequence[Token]) -> Iterator[tuple[int, Country]]:
        index = self.gazetteer.demonyms
        skip = -1
        for token in capitals:
            if token.i <= skip:
                continue
            if token.i + 1 < len(doc):
                pair = index.get(fold(f"{token.text} {token.nbor(1).text}"))
                if pair is not None:
                    skip = token.i + 1
                    yield token.i + 1, pair
                    continue
            country = index.get(fold(token.text))
            if country is not None:
                yield token.i, country

    def _sites(self, doc: Doc, capitals: Sequence[Token], places: Sequence[Name]) -> list[Name]:
        """Streets, buildings and installations where something is said to be.

        A street or a palace is a place whatever is said of it; a school or a hospital is one
        only after a preposition of place: elsewhere it is an organisation.
        """
        words, found = self._words, []
        owners = {
            name.end: name.start for name in places
            if name.places and (doc[name.start].ent_type_ in ("GPE", "LOC") or is_major(name))
        }  # fmt: skip
        known = {(name.start, name.end) for name in places if name.places}
        for name in site_names(doc, capitals, words.site, owners):
            i = name.start - 1
            if i in owners and doc[i].tag_ == "POS":
                i = owners[i] - 1  # 'at Gao's Aram Hotel'
            while i >= 0 and doc[i].lower_ in ("the", "a", "an", "its", "their"):
                i -= 1
            placed = i >= 0 and (doc[i].lower_ in words.at or is_out_of(doc, i))
            last = doc[name.end - 1]
            if all(t.lower_ in words.never or not t.is_alpha for t in doc[name.start : last.i]):
                continue  # 'the April-June quarter'
            fixed = last.lower_ in words.fixed and last.text[0].isupper()
            marked = last.ent_type_ in PLACE_LABELS
            if (name.start, name.end - 1) in known and last.text[0].islower():
                continue  # 'Heathrow airport', 'Kyiv station': the place has a name already
            if name.end - name.start > 1 and (placed or fixed or marked):
                found.append(name)
        return found

    def _located(
        self,
        article: Article,
        doc: Doc,
        names: Sequence[Name],
        senses: Sequence[ToponymKind],
        people: Sequence[tuple[int, Country]],
        datelines: set[int],
        unsure: set[int],
    ) -> list[tuple[Place | None, bool]]:
        starts = {name.start: name for name in names}
        borders = {i: country.iso3 for i, country in people if is_before_border(doc, i)}
        mentions = []
        for name in names:
            region = region_after(doc, name, starts, self.gazetteer)
            follower = after(doc, name)
            division = follower is not None and follower.lower_ in self._words.division - TOWNS
            nowhere = is_elsewhere(doc, name, starts) or is_of_the_town(doc, name)
            known = () if nowhere else name.places
            far = beyond(doc, name, borders)
            mentions.append(Mentioned(name.key, known, region[1] if region else (), division, far))
        countries = Counter(country.iso3 for i, country in people if i not in borders)
        resolved = within_owners(
            doc, names, self._resolve(mentions, countries, self._source(article))
        )
        doubted = [name.start in unsure for name in names]
        quarters = [is_quarter(doc, name) for name in names]
        resolved, focus = _without_namesakes(resolved, doubted, quarters, countries)
        # 'Maryland Parkway' is no sign that its neighbours are in Maryland.
        holders = [
            None if sense == "embedded" else place
            for place, sense in zip(resolved, senses, strict=True)
        ]
        around = Surroundings(doc, names, holders, frozenset(datelines), focus)
        settled = (
            (place, True) if place else self._settle(index, around)
            for index, place in enumerate(resolved)
        )
        return as_told(names, tuple(settled))

    def _source(self, article: Article) -> str | None:
        """The country that the ending of the outlet's address tells."""
        host = (urlsplit(article.url).hostname or "") if article.url else ""
        ending = host.rpartition(".")[2].upper()
        if not ending or ending.lower() in _GENERIC_ENDINGS:
            return None
        return self.gazetteer.iso3.get({"UK": "GB"}.get(ending, ending))

    def _people(self, doc: Doc, i: int, country: Country) -> Toponym:
        kind = self._sense.demonym(doc, doc[i])
        place = (self._capital(doc, i, country) if kind == "literal" else None) or country.place
        start_token = i if fold(doc[i].text) in self.gazetteer.demonyms else i - 1
        start = doc[start_token].idx
        end = doc[i].idx + len(doc[i])
        return Toponym(
            doc[start_token : i + 1].text, start, end, place.name, country.iso3, None,
            place.geonameid, place.lat, place.lon, place.precision, kind,
        )  # fmt: skip

    def _capital(self, doc: Doc, i: int, country: Country) -> Place | None:
        """The capital where 'the Afghan capital' speaks of it without its name."""
        if i + 1 == len(doc) or doc[i + 1].lower_ != "capital":
            return None
        end = i + 2
        while end < len(doc) and doc[end].lower_ in (",", "of", "city"):
            end += 1
        named = end < len(doc) and is_capital(doc[end])
        return None if named else self.gazetteer.capital(country)


def _merged(
    places: Sequence[Name], senses: Sequence[ToponymKind], sites: Sequence[Name]
) -> tuple[list[Name], list[ToponymKind]]:
    """Sites take the place of literal names inside them, which become part of their name."""
    pairs: list[tuple[Name, ToponymKind]] = []
    kept = [
        site for site in sites
        if not any(n.start <= site.start and n.end >= site.end and n.places for n in places)
    ]  # fmt: skip
    for name, sense in zip(places, senses, strict=True):
        around = [s for s in kept if s.start < name.end and name.start < s.end]
        if not around:
            pairs.append((name, sense))
        elif name.places:
            pairs.append((name, "embedded"))
    pairs += [(site, "literal") for site in kept]
    pairs.sort(key=lambda pair: (pair[0].start, pair[0].end))
    return [name for name, _ in pairs], [sense for _, sense in pairs]


def _without_namesakes(
    resolved: Sequence[Place | None], doubted: Sequence[bool], quarters: Sequence[bool],
    people: Counter[str],
) -> tuple[list[Place | None], str | None]:  # fmt: skip
    """The places, and the land that most lie in; a doubted small town of another land is none.

    What is meant in its stead is a hamlet that no table has. So is any place of another land where
    the name is that of a quarter.
    """
    marked = list(zip(resolved, doubted, quarters, strict=True))
    unsure = [quarter or (doubt and _is_small(place)) for place, doubt, quarter in marked]
    sure = [place for place, doubt in zip(resolved, unsure, strict=True) if not doubt]
    focus = _focus(sure, people)
    kept = [
        None if doubt and place is not None and focus not in (None, *place.countries) else place
        for place, doubt in zip(resolved, unsure, strict=True)
    ]
    return kept, focus


def _is_small(place: Place | None) -> bool:
    return place is not None and place.geonameid is not None and place.population < TOWN


def _focus(resolved: Sequence[Place | None], people: Counter[str]) -> str | None:
    """The country that most of the text's places lie in."""
    counts = Counter(people)
    counts.update(p.countries[0] for p in resolved if p is not None and p.countries)
    return counts.most_common(1)[0][0] if counts else None


def _toponym(
    doc: Doc, whole: str, name: Name, sense: ToponymKind, place: Place | None, told: bool,
    gazetteer: Gazetteer,
) -> Toponym:  # fmt: skip
    start = doc[name.start].idx
    end = doc[name.end - 1].idx + len(doc[name.end - 1])
    text = whole[start:end]
    if place is None:
        return Toponym(text, start, end, text, None, None, None, None, None, "point", sense, "none")
    region = gazetteer.admin1_name(place.admin1) if place.admin1 is not None else None
    if place.kind == "admin1":
        region = place.name
    own = any(place.id == p.id for p in name.places)
    return Toponym(
        text, start, end, place.name if own else text, place.country, region,
        place.geonameid if own else None, place.lat, place.lon, place.precision, sense,
        "own" if own else "told" if told else "guessed",
    )  # fmt: skip
