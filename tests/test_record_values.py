"""Values of questions: what no database could be asked is refused before, and alike for each."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from datetime import date, datetime
from math import nan
from typing import Any

import pytest

from dragoman import Article, Coder
from dragoman.record import Record
from dragoman.record.filters import Filter
from dragoman.record.listing import articles, mentions
from dragoman.record.questions import events, facets, history
from dragoman.record.reviews import queue
from dragoman.record.rulings import rulings
from dragoman.record.values import MOST

DAY = date(2026, 3, 3)
DAYS = ("since", "until", "reported_since", "reported_until", "overdue")


@pytest.fixture
def record(address: str, coder: Coder) -> Iterator[Record]:
    texts = (
        "Somali police arrested a journalist in Baidoa on Tuesday.",
        "Peru expelled two Chilean diplomats on Monday.",
    )
    news = [Article(text, id=f"n{n}", published=date(2026, 3, 4)) for n, text in enumerate(texts)]
    with Record.open(address, create=True) as found:
        found.add(coder.code_all(news))
        yield found


@pytest.mark.parametrize(
    ("wanted", "kind", "says"),
    [
        *(({day: "2026-01-01"}, TypeError, f"{day} is a date, not '2026-01-01'; write datetime") for day in DAYS),
        ({"since": 20260101}, TypeError, "since is a date, not 20260101; write"),
        *(({name: "a\0b"}, ValueError, rf"{name} has '\\x00', which stands in no text") for name in ("text", "place")),
        *(({name: "\ud800"}, ValueError, rf"{name} has '\\ud800', which") for name in ("text", "place")),
        ({"text": 5}, TypeError, "text is a string, not 5"),
        ({"place": ("Lima",)}, TypeError, r"place is a string, not \('Lima',\)"),
        ({"dyad": ("IRN",)}, ValueError, r"dyad is two countries, as \('IRN', 'PAK'\), not \('IRN',\)"),
        ({"dyad": ("IRN", "PAK", "IND")}, ValueError, "dyad is two countries"),
        ({"dyad": ()}, ValueError, "dyad is two countries"),
        ({"dyad": 5}, TypeError, "dyad is a tuple"),
        ({"about": 5}, TypeError, r"about is a tuple: write \(5,\), not 5"),
        ({"quads": 4}, TypeError, r"quads is a tuple: write \(4,\)"),
        ({"actors": (5,)}, TypeError, "a name of actors is a string, not 5"),
        ({"actors": tuple(f"n{n} x" for n in range(3000))}, ValueError, "3000 names, .* at most 400 at once"),
        *(
            ({name: value}, kind, f"{name} is a number from 0 to 1, not")
            for name in ("confidence", "overall_confidence")
            for value, kind in (
                ("a", TypeError), (None, TypeError), (True, TypeError),
                (nan, ValueError), (-0.1, ValueError), (1.5, ValueError),
            )
        ),
        ({"sources": "x"}, TypeError, "sources is a whole number, not 'x'"),
        ({"sources": 1.5}, TypeError, "sources is a whole number, not 1.5"),
        ({"sources": -1}, ValueError, f"sources is a number from 0 to {MOST}, not -1"),
        ({"sources": 10**30}, ValueError, "sources is a number from 0 to"),
        ({"disputed": "yes"}, TypeError, "disputed is True, False or None, not 'yes'"),
    ],
)  # fmt: skip
def test_a_value_that_no_database_could_be_asked_is_refused_where_the_filter_is_made(
    wanted: dict[str, Any], kind: type[Exception], says: str
) -> None:
    with pytest.raises(kind, match=says):
        Filter(**wanted)


@pytest.mark.parametrize(
    "wanted",
    [
        Filter(actors=("Sisi", *(f"n{n} x" for n in range(390)))),
        Filter(about=("PER",) * 40_000),
        Filter(sources=MOST, confidence=1, overall_confidence=1),
        Filter(text='" OR 1=1'),
        Filter(text="NEAR("),
        Filter(place="%"),
        Filter(since=datetime(2026, 3, 3, 23, 59), until=datetime(2026, 3, 3)),
        Filter(dyad=("PER", "PER")),
    ],
)
def test_what_is_taken_can_be_asked_of_every_database(record: Record, wanted: Filter) -> None:
    found = events(record, wanted)
    assert found.total == len(found.events)
    assert sum(facets(record, wanted).types.values()) == found.total


def test_of_a_moment_the_day_is_asked_for_and_of_a_value_given_twice_one() -> None:
    assert Filter(since=datetime(2026, 3, 3, 23, 59)) == Filter(since=DAY)
    assert Filter(about=("PER", "CHL", "PER")) == Filter(about=["PER", "CHL"])  # type: ignore[arg-type]


@pytest.mark.parametrize(
    "ask",
    [
        lambda record, **how: events(record, **how),
        lambda record, **how: articles(record, **how),
        lambda record, **how: mentions(record, **how),
        lambda record, **how: queue(record, **how),
        lambda record, **how: rulings(record, **how),
    ],
)
def test_pages_that_there_cannot_be_are_refused(record: Record, ask: Callable[..., Any]) -> None:
    for name in ("limit", "offset"):
        for value in (-1, 10**30):
            with pytest.raises(ValueError, match=re.escape(f"{name} is a number from 0 to {MOST}, not {value}")):
                ask(record, **{name: value})
        for wrong in ("5", 1.5, None, True):
            with pytest.raises(TypeError, match=f"{name} is a whole number, not"):
                ask(record, **{name: wrong})
    ask(record, limit=0)
    ask(record, limit=MOST, offset=MOST)


def test_an_order_or_a_count_that_there_is_not_is_refused(record: Record) -> None:
    with pytest.raises(ValueError, match="sort is one of reported, day, sources, confidence, not 'foo'"):
        events(record, sort="foo")  # type: ignore[arg-type]
    with pytest.raises(ValueError, match="of is one of types, statuses, countries, not 'foo'"):
        facets(record, of=("foo",))  # type: ignore[arg-type]
    with pytest.raises(ValueError, match="total is a number from 0"):
        events(record, total=-1)


@pytest.mark.parametrize("identifier", ["\0", "a\0", "\ud800", "none"])
def test_an_id_that_there_cannot_be_leads_nowhere(record: Record, identifier: str) -> None:
    assert history(record, identifier) is None
