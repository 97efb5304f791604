"""Linking of plans and deeds, as they are coded from text: what settles a plan, and what does not."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from dragoman import Coder
from dragoman.mention import Mention
from dragoman.record import Record
from dragoman.record.daily.agenda import agenda
from dragoman.record.event import Event
from dragoman.record.life.life import Report, history_of
from tests.grouping import Told, coded, grouped


@pytest.mark.parametrize(
    "told",
    [
        # the same parties, lower offices, another town, others of the country
        [("02-26", "Chad and Sudan will hold a summit in Abeche on March 11."),
         ("03-03", "Chad and Sudan have held talks in Abeche.")],
        [("02-26", "The foreign ministers of Chad and Sudan will meet in Abeche on March 11."),
         ("03-03", "Officials from Chad and Sudan met in Abeche.")],
        [("02-26", "Chad and Sudan will hold talks in Abeche on March 11."),
         ("03-03", "Chad and Sudan held talks on refugees in Doha.")],
        [("02-26", "Greek Prime Minister Kyriakos Mitsotakis will visit Tripoli on March 11."),
         ("03-03", "Greece's defence minister visited Tripoli.")],
        # with a day, though not the day of the plan
        [("02-26", "Chad and Sudan will hold a summit in Abeche on March 11."),
         ("03-03", "Chad and Sudan held a summit in Abeche on Monday.")],
        # of every type
        [("03-02", "Iran will release 40 Afghan prisoners on March 11."),
         ("03-03", "Iran has released two Afghan prisoners.")],
        [("03-02", "Canada will impose sanctions on an Iranian bank on March 11."),
         ("03-03", "Canada has imposed sanctions on four Iranian officers.")],
        [("03-02", "Lorry drivers in Portugal will go on strike on March 11."),
         ("03-03", "Teachers in Portugal have gone on strike.")],
        [("03-02", "The opposition in Georgia will hold a rally in Tbilisi on March 14."),
         ("03-03", "Hundreds rallied in Tbilisi against the government.")],
        # a plan that has no last day
        [("03-02", "India and France will hold naval exercises from March 11."),
         ("03-03", "India and France have held air exercises.")],
        # a week and not a day
        [("02-26", "Chad and Sudan will hold talks in Abeche next week."),
         ("02-27", "Officials from Chad and Sudan have held talks in Abeche.")],
    ],
)  # fmt: skip
def test_what_was_done_before_its_day_settles_no_plan(coder: Coder, told: list[Told]) -> None:
    assert grouped(coded(coder, told)) == ["a", "b"]


def test_what_an_article_tells_of_the_plans_maker_settles_nothing(coder: Coder) -> None:
    text = (
        "Qatar will host talks between Chad and Sudan on March 11, Qatari Foreign Minister Khaled "
        "al-Mansour said.\nMansour said he had spoken to both sides."
    )
    assert set(grouped(coded(coder, [("02-26", text)]))) == {"a"}
    assert len(grouped(coded(coder, [("02-26", text)]))) == 2


@pytest.mark.parametrize(
    "told",
    [
        # on its day, or told in the days after it
        [("02-26", "Chad and Sudan will hold a summit in Abeche on March 11."),
         ("03-11", "Chad and Sudan held a summit in Abeche.")],
        [("02-26", "Chad and Sudan will hold a summit in Abeche on March 11."),
         ("03-13", "Chad and Sudan have held a summit in Abeche.")],
        [("02-26", "Chad and Sudan will hold talks in Abeche next week."),
         ("03-04", "Chad and Sudan held talks in Abeche.")],
        # a day early, where a day is told
        [("02-26", "Greek Prime Minister Kyriakos Mitsotakis will visit Tripoli on March 11."),
         ("03-11", "Greek Prime Minister Kyriakos Mitsotakis visited Tripoli on Tuesday.")],
        # of no day
        [("02-26", "Chad and Sudan will hold talks in Abeche."),
         ("02-28", "Chad and Sudan held talks in Abeche.")],
        # a plan that has no last day
        [("03-02", "India and France will hold naval exercises from March 11."),
         ("03-11", "India and France have begun naval exercises.")],
        # brought forward, and put off
        [("02-26", "Chad and Sudan will hold a summit in Abeche on March 11."),
         ("03-01", "Chad and Sudan will hold the summit in Abeche already on March 4."),
         ("03-04", "Chad and Sudan held the summit in Abeche.")],
        [("02-26", "Chad and Sudan will hold a summit in Abeche on March 2."),
         ("03-01", "Chad and Sudan postponed the summit in Abeche to March 11."),
         ("03-12", "Chad and Sudan held the summit in Abeche.")],
    ],
)  # fmt: skip
def test_what_was_done_on_its_day_settles_the_plan(coder: Coder, told: list[Told]) -> None:
    assert grouped(coded(coder, told)) == ["abc"[: len(told)]]


@pytest.mark.parametrize(
    "told",
    [
        [("02-25", "Chad and Sudan will hold talks in Abeche on March 3."),
         ("03-03", "Chad and Sudan held talks in Abeche on Tuesday."),
         ("03-03", "Chad and Sudan will hold talks in Cairo on March 12, Egypt said.")],
        [("02-25", "Chad and Sudan will hold talks in Abeche on March 3."),
         ("03-03", "Chad and Sudan have held talks in Abeche."),
         ("03-04", "Chad and Sudan will hold talks in Abeche on March 12.")],
        [("02-25", "Greek Foreign Minister George Gerapetritis will visit Tripoli on March 3."),
         ("03-03", "Greek Foreign Minister George Gerapetritis visited Tripoli on Tuesday."),
         ("03-04", "Greek Foreign Minister George Gerapetritis will visit Benghazi in Libya on March 12.")],
        [("02-25", "Nurses in Zambia will go on strike on March 3."),
         ("03-03", "Nurses in Zambia went on strike on Tuesday."),
         ("03-04", "Nurses in Zambia will go on strike on March 12.")],
    ],
)  # fmt: skip
def test_the_plan_for_the_next_one_is_an_event_of_its_own(
    coder: Coder, told: list[Told], tmp_path: Path
) -> None:
    rows = coded(coder, told)
    assert grouped(rows) == ["ab", "c"]
    with Record.open(tmp_path / "next.db", create=True) as record:
        record.add(rows)
        (ahead,) = agenda(record, on=date(2026, 3, 5)).coming
        assert ahead.first_day == date(2026, 3, 12)


def test_what_was_held_may_be_told_after_the_plan_for_the_next_one(coder: Coder) -> None:
    told = [
        ("02-25", "Chad and Sudan will hold talks in Abeche on March 3."),
        ("03-04", "Chad and Sudan will hold talks in Cairo on March 12."),
        ("03-04", "Chad and Sudan will hold talks in Cairo on March 12, Egypt said."),
        ("03-05", "Chad and Sudan held talks in Abeche on Tuesday."),
        ("03-13", "Chad and Sudan held talks in Cairo on Thursday."),
    ]
    rows = coded(coder, told)
    assert grouped(rows[:4]) == ["ad", "bc"]
    assert grouped(rows) == ["ad", "bce"]


@pytest.mark.parametrize(
    "told",
    [
        [("02-25", "Chad and Sudan will hold talks in Abeche on March 3 and 4."),
         ("03-03", "Chad and Sudan held talks in Abeche on Tuesday."),
         ("03-03", "Chad and Sudan will hold talks in Abeche on Wednesday.")],
        [("02-25", "Greek Foreign Minister George Gerapetritis will visit Tripoli on March 3."),
         ("03-03", "Greek Foreign Minister George Gerapetritis arrived in Tripoli on Tuesday."),
         ("03-03", "Greek Foreign Minister George Gerapetritis will visit Tripoli on Tuesday and Wednesday.")],
    ],
)  # fmt: skip
def test_what_goes_on_the_day_after_is_the_same(coder: Coder, told: list[Told]) -> None:
    assert grouped(coded(coder, told)) == ["abc"]


def _event(coder: Coder, told: list[Told]) -> Event:
    rows = coded(coder, told)
    assert grouped(rows) == ["abc"[: len(told)]]
    return history_of(
        Report(m, a.id, a.source, None, None, a.published) for a, found in rows for m in found
    ).event


@pytest.mark.parametrize(
    ("told", "status"),
    [
        ([("03-01", "Iran and Oman will hold talks in Muscat on March 10."),
          ("03-04", "Iran will not hold talks with Oman on Tuesday.")], "negated"),
        ([("03-01", "Greek Prime Minister Kyriakos Mitsotakis will visit Tripoli on March 10."),
          ("03-04", "Greek Prime Minister Kyriakos Mitsotakis will not visit Tripoli next week.")], "negated"),
        ([("03-01", "Modi will visit Ankara on March 10."),
          ("03-04", "Modi will visit Ankara on March 10, his office said.")], "planned"),
    ],
)  # fmt: skip
def test_a_plan_ends_where_it_is_told_that_it_will_not_be(
    coder: Coder, told: list[Told], status: str
) -> None:
    event = _event(coder, told)
    assert (event.status, event.disputed, event.when) == (status, False, "2026-03-10")


@pytest.mark.parametrize(
    ("first", "then", "when"),
    [
        ("on March 5-6", "tomorrow", "2026-03-05/2026-03-06"),
        ("on March 5 and 6", "on March 5", "2026-03-05/2026-03-06"),
        ("on March 5-6", "on March 6", "2026-03-06"),
        ("next week", "on March 9", "2026-03-09"),
        ("on March 5", "on March 5-6", "2026-03-05/2026-03-06"),
    ],
)
def test_the_first_of_several_days_does_not_make_a_plan_shorter(
    coder: Coder, first: str, then: str, when: str
) -> None:
    told = [
        ("03-02", f"Belarusian President Alexander Lukashenko will visit Moscow {first}."),
        ("03-04", f"Belarusian President Alexander Lukashenko will visit Moscow {then}."),
    ]
    assert _event(coder, told).when == when


def test_a_plan_that_was_moved_is_told_by_who_tells_its_new_day(coder: Coder) -> None:
    event = _event(
        coder,
        [
            ("03-01", "Chad and Sudan will hold a summit in Abeche on March 3, Kenyan President William Ruto said."),
            ("03-02", "Chad and Sudan postponed the summit in Abeche."),
            ("03-03", "Chad and Sudan will hold the summit in Nairobi on March 10."),
        ],
    )  # fmt: skip
    assert (event.status, event.when) == ("planned", "2026-03-10")
    assert event.where is not None
    assert event.where.name == "Nairobi"
    assert "Nairobi" in event.text


@pytest.mark.parametrize(
    ("told", "status", "day"),
    [
        # a day is told of what was off, whose day was not known
        ([("05-04", "Belgian Prime Minister Bart De Wever postponed a trip to Kinshasa."),
          ("05-07", "Belgian Prime Minister Bart De Wever will visit Kinshasa on May 20.")],
         "planned", "2026-05-20"),
        ([("05-04", "The African Union summit in Lome has been called off."),
          ("05-07", "Ghana will host an African Union summit on May 21.")],
         "planned", "2026-05-21"),
        # another day than that of the old plan, if an earlier one
        ([("05-03", "Belgian Prime Minister Bart De Wever will visit Kinshasa on May 12."),
          ("05-04", "Belgian Prime Minister Bart De Wever cancelled a trip to Kinshasa."),
          ("05-07", "Belgian Prime Minister Bart De Wever will visit Kinshasa on May 10.")],
         "planned", "2026-05-10"),
        # in the article that tells of the end of the old plan
        ([("05-04", "Belgian Prime Minister Bart De Wever postponed a trip to Kinshasa. "
                    "De Wever will now visit Kinshasa on May 20.")],
         "planned", "2026-05-20"),
        # the old plan once more, by a slow outlet, and on one morning with its end
        ([("05-03", "Belgian Prime Minister Bart De Wever will visit Kinshasa on May 12."),
          ("05-04", "Belgian Prime Minister Bart De Wever cancelled a trip to Kinshasa."),
          ("05-07", "Belgian Prime Minister Bart De Wever will visit Kinshasa on May 12.")],
         "cancelled", "2026-05-12"),
        ([("05-04", "Belgian Prime Minister Bart De Wever cancelled a trip to Kinshasa."),
          ("05-04", "Belgian Prime Minister Bart De Wever will visit Kinshasa on May 12.")],
         "cancelled", None),
        # without a day it is no new plan
        ([("05-04", "Belgian Prime Minister Bart De Wever cancelled a trip to Kinshasa."),
          ("05-07", "Belgian Prime Minister Bart De Wever will visit Kinshasa.")],
         "cancelled", None),
        # the new plan is off, too
        ([("05-04", "Belgian Prime Minister Bart De Wever postponed a trip to Kinshasa."),
          ("05-07", "Belgian Prime Minister Bart De Wever will visit Kinshasa on May 20."),
          ("05-09", "Belgian Prime Minister Bart De Wever cancelled the visit to Kinshasa.")],
         "cancelled", "2026-05-20"),
    ],
)  # fmt: skip
def test_a_plan_told_for_another_day_after_it_was_off_stands_again(
    coder: Coder, told: list[Told], status: str, day: str | None
) -> None:
    event = _event(coder, told)
    assert (event.status, event.when) == (status, day)


def test_the_end_of_the_old_plan_told_beside_the_new_one_is_old_news(coder: Coder) -> None:
    (planned, off, anew, again) = (
        mention
        for _, mentions in coded(
            coder,
            [
                ("05-03", "Estonia and Chad will hold a summit in Tartu on May 12."),
                ("05-04", "Estonia and Chad cancelled the summit in Tartu."),
                ("05-07", "Estonia and Chad will hold a summit in Tartu on May 20."),
                ("05-08", "Estonia and Chad cancelled the summit in Tartu."),
            ],
        )
        for mention in mentions
    )

    def status(*mentions: Mention) -> str:
        return history_of(
            Report(mention, f"r{n}", None, None, None, date(2026, 5, n))
            for n, mention in enumerate(mentions, start=3)
        ).event.status

    assert status(planned, off, anew) == "planned"
    assert status(planned, off, anew, again) == "cancelled"
    assert status(planned, off, anew, replace(again, article_id=anew.article_id)) == "planned"
    assert status(planned, off, anew, replace(again, when=planned.when)) == "planned"
    assert status(planned, off, anew, replace(again, when=anew.when)) == "cancelled"


@pytest.mark.parametrize(
    ("text", "who"),
    [
        ("President Emmanuel Macron will send an envoy to meet Ali Khamenei next week.",
         {"envoy", "Ali Khamenei"}),
        ("Chad's president met Sudanese leader Abdel Fattah al-Burhan after sending aid to Darfur.",
         {"Chad's president", "Abdel Fattah al-Burhan"}),
    ],
)  # fmt: skip
def test_who_sent_somebody_is_not_who_met(coder: Coder, text: str, who: set[str]) -> None:
    ((_, mentions),) = coded(coder, [("05-04", text)], only="CONSULT")
    assert {party.name for party in (*mentions[0].actors, *mentions[0].recipients)} == who
