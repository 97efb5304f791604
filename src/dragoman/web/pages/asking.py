"""A filter of events in an address, and back: the same names as the options of the commands."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from typing import Any

from starlette.datastructures import QueryParams

from dragoman.codes import mode_name, party_code, sector_code, type_name
from dragoman.days import in_order, moment_of, near
from dragoman.mention import CERTAINTIES, STATUSES
from dragoman.record.questions.filters import Filter
from dragoman.record.questions.questions import Sort
from dragoman.record.rows.search import sought_names
from dragoman.web.links import FURTHEST, Value

SORTS: dict[Sort, str] = {
    "reported": "last reported",
    "day": "day of the event",
    "sources": "most sources",
    "confidence": "most certain",
}
PAGE = 50
_LONGEST = 200
_SEVERAL = ";"


@dataclass(frozen=True, slots=True)
class Asked:
    """What an address asks for.

    Attributes:
        wanted: the filter.
        params: the address's own parameters, those that were understood.
        sort: what comes first.
        number: of the page, from 1 on.
        problems: what was not understood, a line each.
    """

    wanted: Filter
    params: dict[str, Value]
    sort: Sort
    number: int
    problems: tuple[str, ...]

    def but(self, **changes: Value) -> dict[str, Value]:
        """The parameters with some of them changed; a new filter begins at its first page."""
        return {**self.params, "page": None, **changes}

    def toggled(self, name: str, value: str) -> dict[str, Value]:
        """The parameters with a value of ``name`` added, or taken away where it is there."""
        old = self.params.get(name) or ()
        held = [old] if isinstance(old, str) else [str(one) for one in old]  # type: ignore[union-attr]
        left = [one for one in held if one != value]
        return self.but(**{name: left if len(left) < len(held) else [*held, value]})

    def has(self, name: str, value: str) -> bool:
        """Whether ``name`` is asked for with this value."""
        old = self.params.get(name) or ()
        return value == old if isinstance(old, str) else value in [str(one) for one in old]  # type: ignore[union-attr]


class Reader:
    """Takes the parameters of an address one by one and notes what cannot be read.

    Attributes:
        params: the parameters that were understood, as they were given.
        problems: what was not understood, a line each.
    """

    def __init__(self, given: QueryParams) -> None:
        self.given = given
        self.params: dict[str, Value] = {}
        self.problems: list[str] = []

    def one(self, name: str, read: Callable[[str], Any], otherwise: Any = None) -> Any:
        """The value of a parameter; ``otherwise`` where it is not given or not understood."""
        text = (self.given.get(name) or "").strip()
        if not text:
            return otherwise
        try:
            value = read(text[:_LONGEST])
        except ValueError as error:
            self.problems.append(f"{name}: {error}")
            return otherwise
        self.params[name] = text[:_LONGEST]
        return value

    def days(
        self, on: date, prefix: str = "", *, usual: date | None = None
    ) -> tuple[date | None, date | None]:
        """The days ``since`` and ``until``, counted back from ``on`` where they are spans.

        Neither where they lie the wrong way round; the first is ``usual`` where it is not given.
        ``prefix`` stands before their names.
        """

        def read(text: str) -> date:
            return day(text, on)

        first, last = f"{prefix}since", f"{prefix}until"
        until = self.one(last, read)
        if until is not None and usual is not None and usual > until:
            usual = None
        since = self.one(first, read, usual)
        try:
            in_order(since, until, (first, last))
        except ValueError as error:
            self.problems.append(str(error))
            del self.params[first], self.params[last]
            return None, None
        return since, until

    def many(self, name: str, read: Callable[[str], Any]) -> tuple[Any, ...]:
        """All values of a parameter, each once; what is not understood is left out.

        A field of a form holds several in one: ``planned;postponed``.
        """
        found: dict[str, Any] = {}
        given = _SEVERAL.join(self.given.getlist(name)).split(_SEVERAL)
        for text in map(str.strip, given[:20]):
            if not text:
                continue
            try:
                value = read(text[:_LONGEST])
                found[str(value)] = value
            except ValueError as error:
                self.problems.append(f"{name}: {error}")
        if found:
            self.params[name] = list(found)
        return tuple(found.values())

    def flag(self, name: str) -> bool:
        """Whether a parameter is given as 1."""
        return bool(self.one(name, one_of(("1",)), False))


def asked(given: QueryParams, on: date, *, named: bool = False) -> Asked:
    """Read a filter; what is not understood is passed over and told.

    Args:
        given: the query of an address.
        on: the day taken for today.
        named: whether the address names that day, so that links made of it do.
    """
    take = Reader(given)
    if named:
        take.params["on"] = on
    pair = take.many("dyad", party_code)
    if len(pair) not in (0, 2):
        take.problems.append("dyad: needs two countries")
        take.params.pop("dyad", None)
    since, until = take.days(on)
    reported = take.days(on, "reported_")
    disputed = take.one("disputed", one_of(("1", "0")))
    wanted = Filter(
        about=take.many("about", party_code),
        actors=take.many("actor", party_name),
        sectors=take.many("sector", sector_code),
        dyad=(pair[0], pair[1]) if len(pair) == 2 else None,
        types=take.many("type", type_name),
        modes=take.many("mode", mode_name),
        statuses=take.many("status", one_of(STATUSES, str.lower)),
        certainties=take.many("certainty", one_of(CERTAINTIES, str.lower)),
        quads=take.many("quad", lambda text: int(one_of(("1", "2", "3", "4"))(text))),
        since=since,
        until=until,
        reported_since=reported[0],
        reported_until=reported[1],
        place=take.one("place", str),
        text=take.one("text", str),
        confidence=take.one("confidence", between(0, 1, float), 0.0),
        overall_confidence=take.one("overall_confidence", between(0, 1, float), 0.0),
        sources=take.one("sources", between(1, 1_000, int), 0),
        disputed=None if disputed is None else disputed == "1",
        overdue=on if take.flag("overdue") else None,
        background=take.flag("background"),
    )
    sort: Sort = take.one("sort", one_of(tuple(SORTS)), "reported")
    number = take.one("page", between(1, FURTHEST, int), 1)
    return Asked(wanted, take.params, sort, number, tuple(take.problems))


def party_name(text: str) -> str:
    """A name of who takes part.

    Raises:
        ValueError: it has no letter.
    """
    if not sought_names(text):
        raise ValueError(f"“{text[:60]}” has no letter of a name")
    return text


def day(text: str, on: date) -> date:
    """A day, or how long before ``on``: 2025-07-23, 7d, 2w, 3m.

    Raises:
        ValueError: it is none; says how to write it.
    """
    try:
        return near(moment_of(text, on))
    except ValueError as error:
        raise ValueError(f"“{text[:60]}” {error}") from None


def one_of(values: tuple[str, ...], shaped: Callable[[str], str] = str) -> Callable[[str], str]:
    """A reader of one of these values, for `Reader.one`; ``shaped`` is how they are written."""

    def read(text: str) -> str:
        if shaped(text) not in values:
            raise ValueError(f"“{text[:60]}” is not known; one of {', '.join(values)}")
        return shaped(text)

    return read


def between(low: float, high: float, number: Callable[[str], Any]) -> Callable[[str], Any]:
    """A reader of a number from ``low`` to ``high``, for `Reader.one`."""

    def read(text: str) -> Any:
        try:
            value = number(text)
        except ValueError:
            value = None
        if value is None or not low <= value <= high:
            raise ValueError(f"“{text[:60]}” is no number from {low:g} to {high:g}")
        return value

    return read
