"""The sides of an event that several reports tell, and the sentence that tells it."""

from __future__ import annotations

import pytest

from dragoman import Coder
from dragoman.record.event import Event
from dragoman.record.life.life import Report, history_of
from tests.grouping import Told, coded, grouped


def _event(coder: Coder, told: list[Told], kind: str) -> Event:
    rows = coded(coder, told, only=kind)
    assert grouped(rows) == ["abcd"[: len(told)]]
    return history_of(
        Report(m, a.id, a.source, None, None, a.published) for a, found in rows for m in found
    ).event


@pytest.mark.parametrize(
    ("kind", "told", "actors", "recipients"),
    [
        ("RETREAT", [("03-01", "Hezbollah released eight of 33 hostages on Sunday."),
                     ("03-02", "Eight Greek hostages were freed by Hezbollah on Sunday.")],
         ["Hezbollah"], ["Eight Greek hostages"]),
        ("SUPPORT", [("03-01", "Ghana will sign a defence pact with Togo in Lome on March 2."),
                     ("03-02", "Ghana and Togo signed a defence pact in Lome on Monday.")],
         ["Ghana", "Togo"], []),
    ],
)  # fmt: skip
def test_who_takes_part_is_told_once(
    coder: Coder, kind: str, told: list[Told], actors: list[str], recipients: list[str]
) -> None:
    event = _event(coder, told, kind)
    assert sorted(party.name for party in event.actors) == actors
    assert [party.name for party in event.recipients] == recipients


def test_the_sentence_tells_no_other_day_than_the_event(coder: Coder) -> None:
    told = [
        ("03-02", "Chad and Sudan held talks in Abeche."),
        ("03-02", "Chad's President Mahamat Deby and officials from Sudan held talks in Abeche on Sunday."),
        ("03-03", "Chad and Sudan held talks on Monday."),
        ("03-03", "Sudan held talks with Chad on Monday."),
    ]  # fmt: skip
    event = _event(coder, told, "CONSULT")
    assert event.when == "2026-03-02"
    assert "Sunday" not in event.text


def test_so_many_are_the_same_whose_country_is_told_but_once(coder: Coder) -> None:
    told = [
        ("02-23", "Jihadists in Niger freed four of the 12 Greek surveyors on Monday."),
        ("02-24", "Four Greek surveyors freed in Niger on Monday landed in Athens."),
        ("02-25", "One of the four surveyors freed in Niger on Monday said they had been moved every night."),
    ]
    assert _event(coder, told, "RETREAT").status == "occurred"
