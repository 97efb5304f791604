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
from dragoman.record.daily.agenda import agenda
from dragoman.record.daily.brief import brief
from dragoman.record.dyads.dyads import dyad, latest
from dragoman.record.dyads.partners import pairs, partners
from dragoman.record.questions.filters import Filter
from dragoman.record.questions.listing import articles, mentions
from dragoman.record.questions.questions import events, facets, history
from dragoman.record.questions.values import MOST
from dragoman.record.reviews.reviews import queue, submit
from dragoman.record.reviews.rulings import join, part, rulings, withdraw

DAY = date(2026, 3, 3)
LONG = "x" * 10**6
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
        ({"dyad": "IRN-PAK"}, TypeError, r"dyad is two countries, as \('IRN', 'PAK'\), not 'IRN-PAK'"),
        ({"dyad": ("Iran", "PAK")}, ValueError, "'Iran': write it as 'IRN'"),
        ({"about": {"IRN": 1}}, TypeError, r"about is a tuple, not {'IRN': 1}; write tuple\(\) of it"),
        ({"about": iter(())}, TypeError, r"about is a tuple, not <tuple_iterator .*; write tuple\(\) of it"),
        ({"modes": ("Visit",)}, ValueError, "'Visit': write it as 'visit'"),
        ({"quads": (True,)}, TypeError, "quads is a whole number, not True"),
        ({"quads": (1.0,)}, TypeError, "quads is a whole number, not 1.0"),
        ({"quads": (5,)}, ValueError, "quads is one of 1, 2, 3, 4, not 5"),
        *(({"background": value}, TypeError, f"background is True or False, not {value!r}") for value in ("x", None, 1)),
        ({"since": DAY, "until": date(2026, 3, 2)}, ValueError, "since 2026-03-03 lies after until 2026-03-02"),
        (
            {"reported_since": DAY, "reported_until": date(2026, 3, 2)}, ValueError,
            "reported_since 2026-03-03 lies after reported_until",
        ),
        *(
            ({name: "a " * 50_000}, ValueError, f"{name} has 100000 characters; ask for at most 1000")
            for name in ("text", "place")
        ),
        ({"dyad": 5}, TypeError, "dyad is two countries, as .* not 5"),
        ({"about": 5}, TypeError, r"about is a tuple: write \(5,\), not 5"),
        ({"quads": 4}, TypeError, r"quads is a tuple: write \(4,\)"),
        ({"actors": (LONG,)}, ValueError, "a name of actors has 1000000 characters; ask for at most 1000"),
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
        Filter(place="\ufdfa" * 1000),  # each is looked for as eighteen letters
        Filter(text=" ".join(["a"] * 500)),
        Filter(dyad=["PER", "CHL"]),  # type: ignore[arg-type]
        Filter(since=datetime(2026, 3, 3, 23, 59), until=datetime(2026, 3, 3)),
        Filter(dyad=("PER", "PER")),
    ],
)
def test_what_is_taken_can_be_asked_of_every_database(record: Record, wanted: Filter) -> None:
    found = events(record, wanted)
    assert found.total == len(found.events)
    assert sum(facets(record, wanted).types.values()) == found.total
    assert {wanted: 1}[wanted]


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


@pytest.mark.parametrize(
    "wrong", [{"about": LONG}, {"about": (LONG,)}, {"statuses": (LONG,)}, {"actors": ("." * 10**6,)},
              {"dyad": LONG}, {"since": LONG}, {"quads": (LONG,)}, {"disputed": LONG}]
)  # fmt: skip
def test_what_is_refused_is_told_cut_short(wrong: dict[str, Any]) -> None:
    with pytest.raises((TypeError, ValueError)) as told:
        Filter(**wrong)
    assert len(str(told.value)) < 300


@pytest.mark.parametrize(
    ("ask", "kind", "says"),
    [
        (lambda r: agenda(r, on="2026-03-03"), TypeError, "on is a date, not '2026-03-03'; write datetime"),
        (lambda r: agenda(r, on=None), TypeError, "on is a date, not None"),
        (lambda r: agenda(r, on=DAY, days=-5), ValueError, f"days is a number from 0 to {MOST}, not -5"),
        (lambda r: agenda(r, on=DAY, days="5"), TypeError, "days is a whole number, not '5'"),
        (lambda r: agenda(r, on=DAY, overdue_days=-1), ValueError, "overdue_days is a number"),
        (lambda r: agenda(r, on=DAY, most=None), TypeError, "most is a whole number"),
        (lambda r: agenda(r, on=DAY, about=("Iran",)), ValueError, "'Iran': write it as 'IRN'"),
        (lambda r: brief(r, on=DAY, since="7d"), TypeError, "since is a date, not '7d'"),
        (lambda r: brief(r, on=DAY, since=date(2026, 3, 4)), ValueError, "since 2026-03-04 lies after on 2026-03-03"),
        (lambda r: brief(r, on=DAY, since=DAY, most=-1), ValueError, "most is a number"),
        (lambda r: dyad(r, "IRN", None), ValueError, "'None' is no country or code"),
        (lambda r: dyad(r, "iran", "PAK"), ValueError, "'iran': write it as 'IRN'"),
        (lambda r: dyad(r, "IRN", "IRN"), ValueError, "IRN stands on both sides; name two parties"),
        (lambda r: dyad(r, "IRN", "PAK", since="2026-01-01"), TypeError, "since is a date"),
        (lambda r: dyad(r, "IRN", "PAK", on=5), TypeError, "on is a date, not 5"),
        (lambda r: dyad(r, "IRN", "PAK", since=DAY, until=date(2026, 3, 2)), ValueError, "lies after until"),
        (lambda r: latest(r, "IRN", "IRN", on=DAY, most=1), ValueError, "IRN stands on both sides"),
        (lambda r: latest(r, "IRN", "PAK", on=None, most=1), TypeError, "on is a date"),
        (lambda r: partners(r, "iran"), ValueError, "'iran': write it as 'IRN'"),
        (lambda r: partners(r, "IRN", until="2026-01-01"), TypeError, "until is a date"),
        (lambda r: pairs(r, most=-3), ValueError, "most is a number"),
        (lambda r: pairs(r, on="x"), TypeError, "on is a date"),
        (lambda r: articles(r, since="2025-01-01"), TypeError, "since is a date, not '2025-01-01'"),
        (lambda r: articles(r, since=DAY, until=date(2026, 3, 2)), ValueError, "lies after until"),
        (lambda r: facets(r, of="types"), TypeError, r"of is a tuple: write \('types',\)"),
        *(
            (lambda r, value=value: history(r, value), TypeError, "an event's id is a string, not")
            for value in (5, None, b"x")
        ),
        (lambda r: join(r, None, "x", reviewer="Ada"), TypeError, "an event's id is a string, not None"),
        (lambda r: withdraw(r, None, reviewer="Ada"), TypeError, "a ruling's id is a string, not None"),
        (lambda r: withdraw(r, "x", reviewer=None), TypeError, "reviewer is a string, not None"),
        (lambda r: part(r, "MENTION", reviewer="Ada"), TypeError, r"mentions is a tuple: write \('MENTION',\)"),
        (lambda r: part(r, (5,), reviewer="Ada"), TypeError, "a mention's id is a string, not 5"),
        (lambda r: submit(r, 5, reviewer="Ada", verdict="accepted"), TypeError, "a mention's id is a string, not 5"),
    ],
)  # fmt: skip
def test_a_question_with_a_value_of_another_kind_is_refused_alike_by_every_database(
    record: Record, ask: Callable[[Record], Any], kind: type[Exception], says: str
) -> None:
    with pytest.raises(kind, match=says):
        ask(record)


def test_of_a_moment_every_question_takes_the_day(record: Record) -> None:
    moment = datetime(2026, 3, 3, 23, 59)
    assert agenda(record, on=moment) == agenda(record, on=DAY)
    assert brief(record, on=moment, since=moment) == brief(record, on=DAY, since=DAY)
    assert dyad(record, "PER", "CHL", since=moment) == dyad(record, "PER", "CHL", since=DAY)
    assert pairs(record, until=moment) == pairs(record, until=DAY)


@pytest.mark.parametrize(
    "wrong",
    [[("x", [])], [("x",)], [Article("x")], Article("x"), [(Article("x"), ["x"])], [(Article("x"), 5)], ["xy"]],
)  # fmt: skip
def test_what_is_no_article_with_its_mentions_is_not_added(record: Record, wrong: Any) -> None:
    with pytest.raises(TypeError, match="add takes pairs of an Article and its mentions"):
        record.add(wrong)
    assert articles(record).total == 2


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
