"""Which events are asked for, and the conditions that say so on the record's tables."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Collection, Iterable
from dataclasses import dataclass
from datetime import date
from functools import lru_cache

from sqlalchemy import JSON, ColumnElement, and_, cast, func, or_, select, type_coerce

from dragoman import letters
from dragoman.codes import mode_name, party_code, sector_code, type_name
from dragoman.countries import code_of
from dragoman.days import as_day
from dragoman.mention import CERTAINTIES, STATUSES, Certainty, EventType, Status
from dragoman.record import schema
from dragoman.record.partynames import sought_names
from dragoman.record.plans import is_overdue
from dragoman.record.search import having_words
from dragoman.record.values import (
    as_days,
    check_code,
    check_one_of,
    check_several,
    check_share,
    check_whole,
    check_words,
)

_NAME = re.compile(r"(?:[^\W\d_]|[ .'’-])+")
# What the values of a field may be.
_SEVERAL: dict[str, Collection[object]] = {
    "statuses": STATUSES,
    "certainties": CERTAINTIES,
    "quads": (1, 2, 3, 4),
}
# What reads the values of a field, and refuses others.
_CODED: dict[str, Callable[[str], str]] = {
    "about": party_code, "sectors": sector_code, "types": type_name, "modes": mode_name,
}  # fmt: skip
_LISTS = (*_SEVERAL, *_CODED, "actors")
_DAYS = ("since", "until", "reported_since", "reported_until", "overdue")
# SQLite takes no condition over a thousand deep; each way to look for a name makes it two deeper.
_MOST_NAMES = 400
_ONE_PLACE = re.compile(r"(.+)#([0-9]{0,9})", re.DOTALL)


@dataclass(frozen=True, slots=True)
class Filter:
    """Which events are asked for; everything that is set must hold, of several values one.

    Attributes:
        about: countries (alpha-3 or another top-level code) that take part or host.
        actors: names of who takes part, on either side: whole words of a name in their order, with
            or without its accents, or another name that the tables of names have for it.
        sectors: PLOVER sectors of who takes part, on either side.
        dyad: two countries on the two sides.
        types: PLOVER types.
        modes: PLOVER modes.
        statuses: statuses.
        certainties: certainties: how sure the firmest report is.
        quads: quad classes, 1 to 4.
        since: events whose last possible day is this one or later, or open; where no day is told,
            those last reported then.
        until: events whose first possible day is this one or earlier, or open; where no day is
            told, those first reported then.
        reported_since: last reported on this day or later.
        reported_until: first reported on this day or earlier.
        place: a country's code or name, the beginning of a place's name with or without its
            accents, another whole name that GeoNames has for it, or one place alone as `one_place`
            writes it: ``Niger#2440476``.
        text: words that a sentence or headline of a report has, all of them.
        confidence: at least so confident of type and trigger.
        overall_confidence: at least so confident that all of it is right.
        sources: at least so many independent sources.
        disputed: True: only what somebody denies; False: only what nobody does.
        overdue: only what is overdue on this day; see `Event.is_overdue`.
        background: True to have what is only told as context of long ago, too.

    Of a datetime the day is taken.

    Raises:
        TypeError: a text stands where several belong, a text or number where a date does, or
            another value that is of no kind of the field's.
        ValueError: ``about`` or ``dyad`` has what is no code of a country or other party, ``dyad``
            not two, ``actors`` what has no letter, or too many; ``place`` or ``text`` is endless,
            or has a NUL or a lone surrogate; days lie the wrong way round; another field has a
            value that there is not.
    """

    about: tuple[str, ...] = ()
    actors: tuple[str, ...] = ()
    sectors: tuple[str, ...] = ()
    dyad: tuple[str, str] | None = None
    types: tuple[EventType, ...] = ()
    modes: tuple[str, ...] = ()
    statuses: tuple[Status, ...] = ()
    certainties: tuple[Certainty, ...] = ()
    quads: tuple[int, ...] = ()
    since: date | None = None
    until: date | None = None
    reported_since: date | None = None
    reported_until: date | None = None
    place: str | None = None
    text: str | None = None
    confidence: float = 0.0
    overall_confidence: float = 0.0
    sources: int = 0
    disputed: bool | None = None
    overdue: date | None = None
    background: bool = False

    def __post_init__(self) -> None:
        self._check_lists()
        for name in _DAYS:
            object.__setattr__(self, name, as_day(name, getattr(self, name)))
        as_days(self.since, self.until)
        as_days(self.reported_since, self.reported_until, "reported_")
        for name in ("place", "text"):
            if (words := getattr(self, name)) is not None:
                check_words(name, words)
        check_share("confidence", self.confidence)
        check_share("overall_confidence", self.overall_confidence)
        check_whole("sources", self.sources)
        if not isinstance(self.disputed, bool | None):
            raise TypeError(f"disputed is True, False or None, not {self.disputed!r:.80}")
        if not isinstance(self.background, bool):
            raise TypeError(f"background is True or False, not {self.background!r:.80}")

    def _check_lists(self) -> None:
        self._check_dyad()
        for name in _LISTS:
            if (values := getattr(self, name)) is not None:
                check_several(name, values)
        for name, read in _CODED.items():
            for given in getattr(self, name) or ():
                check_code(given, read)
        for quad in self.quads or ():
            check_whole("quads", quad)
        for name, known in _SEVERAL.items():
            for value in getattr(self, name) or ():
                check_one_of(name, value, known)
        self._check_names()
        for name in _LISTS:  # each value once: a database takes no endless list of them
            object.__setattr__(self, name, tuple(dict.fromkeys(getattr(self, name) or ())))

    def _check_dyad(self) -> None:
        if self.dyad is None:
            return
        what = f"dyad is two countries, as ('IRN', 'PAK'), not {self.dyad!r:.80}"
        if not isinstance(self.dyad, tuple | list | set | frozenset):
            raise TypeError(what)
        if len(self.dyad) != 2:
            raise ValueError(what)
        for given in self.dyad:
            check_code(given, party_code)
        object.__setattr__(self, "dyad", tuple(self.dyad))

    def _check_names(self) -> None:
        ways = 0
        for name in dict.fromkeys(self.actors or ()):
            if not isinstance(name, str):
                raise TypeError(f"a name of actors is a string, not {name!r:.80}")
            if not (sought := sought_names(name)):
                raise ValueError(f"{name!r:.80} has no letter of a name")
            ways += len(sought)
        if ways > _MOST_NAMES:
            told = f"actors has {len(self.actors)} names, {ways} with other names of theirs"
            raise ValueError(f"{told}; ask for at most {_MOST_NAMES} at once")


def one_place(name: str, geonameid: int | None) -> str:
    """How a filter names one place and none besides: its whole name and its id in GeoNames.

    Where GeoNames has no such place nothing stands behind the sign: ``Sahel#``.
    """
    return f"{name}#{geonameid or ''}"


def place_in(place: str) -> tuple[str, int | None] | None:
    """The name and the id in GeoNames of what `one_place` wrote; None for any other text."""
    found = _ONE_PLACE.fullmatch(place)
    return (found[1], int(found[2]) if found[2] else None) if found else None


def conditions_of(wanted: Filter, dialect: str) -> list[ColumnElement[bool]]:
    """The filter as conditions on the table ``event``."""
    table = schema.event
    found: list[ColumnElement[bool]] = []
    for column, values in (
        (table.c.type, wanted.types),
        (table.c.mode, wanted.modes),
        (table.c.status, wanted.statuses),
        (table.c.quad_class, wanted.quads),
        (table.c.certainty, wanted.certainties),
    ):
        if values:
            found.append(column.in_(values))
    if wanted.sectors:
        found.append(or_(*(table.c.sectors.contains(f" {code} ") for code in wanted.sectors)))
    found += _by_countries(wanted)
    if wanted.actors:
        found.append(_by_names(wanted.actors))
    found += _by_days(wanted)
    if wanted.place:
        found.append(_by_place(wanted.place, dialect))
    if wanted.text and wanted.text.strip():
        found.append(_by_words(wanted.text, dialect))
    if wanted.confidence > 0:
        found.append(table.c.confidence >= wanted.confidence)
    if wanted.overall_confidence > 0:
        found.append(table.c.overall_confidence >= wanted.overall_confidence)
    if wanted.sources > 1:
        found.append(table.c.sources >= wanted.sources)
    if wanted.disputed is not None:
        found.append(table.c.disputed.is_(wanted.disputed))
    if not wanted.background:
        found.append(table.c.background.is_(False))
    return found


def _by_countries(wanted: Filter) -> list[ColumnElement[bool]]:
    table, country, dyad = schema.event, schema.event_country, schema.dyad
    found: list[ColumnElement[bool]] = []
    if wanted.about:
        among = select(country.c.event).where(country.c.country.in_(wanted.about))
        if wanted.reported_since:
            among = among.where(country.c.last_reported >= wanted.reported_since)
        found.append(table.c.no.in_(among))
    if wanted.dyad:
        first, second = sorted(wanted.dyad)
        pair = select(dyad.c.event).where(dyad.c.first == first, dyad.c.second == second)
        found.append(table.c.no.in_(pair))
    return found


def _by_names(names: Iterable[str]) -> ColumnElement[bool]:
    """Events with a party of one of the names: what is kept is the name, or goes on after it."""
    kept = schema.event_name.c
    # The sign after the blank: no other follows a name's last letter in what is kept.
    keys = [key for name in names for key in sought_names(name)]
    begun = [and_(kept.name >= key, kept.name < f"{key}!") for key in keys]
    return schema.event.c.no.in_(select(kept.event).where(or_(*begun)))


def _by_days(wanted: Filter) -> list[ColumnElement[bool]]:
    table = schema.event
    found: list[ColumnElement[bool]] = []
    if wanted.since:
        told = func.coalesce(table.c.last_day, table.c.last_reported)
        open_end = and_(table.c.last_day.is_(None), table.c.first_day.is_not(None))
        found.append(or_(told >= wanted.since, open_end))
    if wanted.until:
        told = func.coalesce(table.c.first_day, table.c.first_reported)
        open_start = and_(table.c.first_day.is_(None), table.c.last_day.is_not(None))
        found.append(or_(told <= wanted.until, open_start))
    if wanted.reported_since:
        found.append(table.c.last_reported >= wanted.reported_since)
    if wanted.reported_until:
        found.append(table.c.first_reported <= wanted.reported_until)
    if wanted.overdue:
        found += is_overdue(wanted.overdue)
    return found


def _by_place(place: str, dialect: str) -> ColumnElement[bool]:
    table = schema.event
    if one := place_in(place):
        # The name is in an index, so that few events are opened for how it is written and their id.
        name, geonameid = one
        data = type_coerce(table.c.data, JSON) if dialect == "sqlite" else cast(table.c.data, JSON)
        written, known = data["where", "name"].as_string(), data["where", "geonameid"].as_integer()
        return and_(
            table.c.place == letters.fold(name),
            written == name,
            known.is_not_distinct_from(geonameid),
        )
    if len(place) == 3 and place.isascii() and place.isupper():
        return table.c.place_country == place
    plain = letters.fold(place)
    named = [
        table.c.place.startswith(plain, autoescape=True),
        table.c.place.in_(_also_called(plain)),
    ]
    if (country := code_of(place)) and country != place.upper():
        named.append(table.c.place_country == country)
    return or_(*named)


@lru_cache(maxsize=1000)
def _also_called(name: str) -> tuple[str, ...]:
    """The likeliest place that has this as another name, as GeoNames calls it: 'kiev' is 'kyiv'."""
    if not _NAME.fullmatch(name):
        return ()
    # Imported here: it brings the whole reading of texts along, and few filters need it.
    from dragoman.places.gazetteer import Gazetteer, fold
    from dragoman.places.resolution import Mentioned, Resolver

    gazetteer, key = Gazetteer(), fold(name)
    found = gazetteer.find([key]).get(key, ())
    place = Resolver(gazetteer)([Mentioned(key, found)], Counter(), None)[0]
    return (letters.fold(place.name),) if place else ()


def _by_words(words: str, dialect: str) -> ColumnElement[bool]:
    """Events with a report that has all the words."""
    mention = schema.mention
    matching = having_words(words, dialect)
    return schema.event.c.no.in_(
        select(mention.c.event).where(mention.c.no.in_(matching), mention.c.event.is_not(None))
    )
