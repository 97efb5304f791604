"""Which events are asked for."""

from __future__ import annotations

import re
from collections.abc import Callable, Collection
from dataclasses import dataclass
from datetime import date

from dragoman.codes import mode_name, party_code, sector_code, type_name
from dragoman.days import as_day
from dragoman.mention import CERTAINTIES, STATUSES, Certainty, EventType, Status
from dragoman.record.questions.values import (
    as_days,
    check_code,
    check_one_of,
    check_several,
    check_share,
    check_whole,
    check_words,
)
from dragoman.record.rows.search import sought_names

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
            not two, ``actors`` what has no letter, or too many; a name, ``place`` or ``text`` is
            endless, or has a NUL or a lone surrogate; days lie the wrong way round; another field
            has a value that there is not.
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
            check_words("a name of actors", name)
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
