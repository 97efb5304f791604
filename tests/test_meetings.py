"""Meetings of two parties: which events are one, what became of each, how often it was put off."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date
from pathlib import Path
from types import SimpleNamespace
from typing import Any

import pytest
from click.testing import CliRunner

from dragoman import Article, Coder
from dragoman.cli.dyad_command import command
from dragoman.record import Record
from dragoman.record.dyads.dyads import dyad
from dragoman.record.dyads.meeting import Meeting, Shift, shifts_of
from dragoman.record.dyads.meetings import Meetings
from dragoman.record.dyads.meetingwords import sections, setting, shift_line, tally
from dragoman.record.dyads.occasions import occasions
from dragoman.record.dyads.sights import Sight
from dragoman.record.event import Step
from dragoman.record.life.stretches import stretch_of, touch

ON = date(2026, 7, 1)
Told = tuple[str, str]  # day of publication, text

ONE_TRIP: list[Told] = [
    ("2026-03-02", "Peruvian President Ana Quispe will visit Santiago on March 10 for talks with Chilean President Luis Rojas, her office said on Monday."),
    ("2026-03-10", "SANTIAGO - Peruvian President Ana Quispe arrived in Santiago on Tuesday for a two-day visit to Chile.\nQuispe held talks with Chilean President Luis Rojas at the palace on Tuesday."),
    ("2026-03-11", "Peru and Chile signed an agreement on copper exports in Santiago on Wednesday, the Chilean foreign ministry said."),
]
TWO_ROUNDS: list[Told] = [
    ("2026-04-06", "Armenia and Azerbaijan held a first round of talks on their border in Tbilisi on Monday, mediated by Georgia."),
    ("2026-04-13", "Armenian and Azerbaijani negotiators held a second round of talks in Tbilisi on Monday, Georgia's foreign ministry said."),
]
DAY_BY_DAY: list[Told] = [
    ("2026-06-02", "Iranian and Saudi officials began talks in Muscat on Monday, Oman said."),
    ("2026-06-03", "Iranian and Saudi officials met again in Muscat on Tuesday, Omani mediators said."),
    ("2026-06-11", "Iran and Saudi Arabia held another round of talks in Muscat on Wednesday, Oman's foreign ministry said."),
]
PUT_OFF_TWICE: list[Told] = [
    ("2026-01-05", "Vietnamese Prime Minister Tran Van Duc will visit Jakarta on January 20, Hanoi said."),
    ("2026-01-15", "The visit of Vietnamese Prime Minister Tran Van Duc to Indonesia, planned for January 20, has been postponed to February 3, Hanoi said."),
    ("2026-01-30", "Vietnamese Prime Minister Tran Van Duc has again postponed his visit to Indonesia, which was to begin on February 3, to February 17."),
    ("2026-02-17", "Vietnamese Prime Minister Tran Van Duc began his visit to Indonesia on Tuesday and met Indonesian President Budi Hartono."),
]
PUT_OFF_BY_OFFICE: list[Told] = [
    ("2026-01-10", "Japanese Prime Minister Keiko Mori will visit New Delhi on January 20, Tokyo said."),
    ("2026-01-17", "Japan's prime minister has put off her trip to India until early February."),
]
KEPT_AFTER_ALL: list[Told] = [
    *PUT_OFF_BY_OFFICE,
    ("2026-02-09", "Japanese Prime Minister Keiko Mori met Indian Prime Minister Ravi Nair in New Delhi on Monday."),
]
CALLED_OFF: list[Told] = [
    ("2026-03-01", "Serbian President Marko Ilic will meet Kosovo's Prime Minister Agron Hoxha in Brussels on March 12, the EU said."),
    ("2026-03-11", "Kosovo's prime minister has called off Thursday's talks with Serbia in Brussels."),
]
NO_WORD: list[Told] = [
    ("2026-03-03", "Turkish Defence Minister Cem Kaya is to travel to Cairo on March 21 for talks with his Egyptian counterpart Hany Fahmy."),
]
NOT_HELD: list[Told] = [
    ("2026-03-03", "Sudan's foreign minister will visit Juba on March 15 for talks with South Sudan's president, Khartoum said."),
    ("2026-03-17", "The visit of Sudan's foreign minister to South Sudan, planned for March 15, did not take place."),
]
MEDIATED: list[Told] = [
    ("2026-02-03", "Negotiators from Russia and Ukraine held a second round of talks in Abu Dhabi on Sunday, mediated by the United States."),
    ("2026-02-18", "Qatar hosted talks between Russia and Ukraine in Doha on Tuesday."),
]
THERE_AND_BACK: list[Told] = [
    ("2026-05-04", "Brazilian President Rui Costa paid a visit to Argentina on Monday."),
    ("2026-05-05", "Argentine President Juan Perez paid a visit to Brazil on Tuesday."),
]
MEET_AGAIN: list[Told] = [
    ("2026-05-05", "Moroccan Foreign Minister Said Alami met his Spanish counterpart Elena Ruiz in Madrid on Monday.\nThe two ministers signed an accord on fishing.\nThey agreed to meet again in Rabat on May 20."),
    ("2026-05-06", "The Moroccan foreign minister spoke by telephone with his Spanish counterpart on Tuesday."),
]  # fmt: skip


@pytest.fixture
def record(tmp_path: Path) -> Iterator[Record]:
    with Record.open(tmp_path / "record.db", create=True) as found:
        yield found


def add(record: Record, coder: Coder, told: Sequence[Told]) -> None:
    articles = [
        Article(text, id=f"a{n}-{day}", published=date.fromisoformat(day), source=f"Paper {n}")
        for n, (day, text) in enumerate(told)
    ]
    record.add(list(coder.code_all(articles)))


def met(record: Record, one: str, other: str, *, on: date = ON) -> Meetings:
    found = dyad(record, one, other, on=on).meetings
    turned = dyad(record, other, one, on=on).meetings
    assert found == turned
    return found


def outcomes(found: Meetings) -> list[tuple[str, str | None]]:
    every = (*found.held, *found.ahead, *found.cancelled, *found.never_held)
    return [(meeting.outcome, meeting.when) for meeting in every]


def moved(meeting: Meeting) -> list[tuple[str | None, str | None]]:
    return [(shift.old, shift.new) for shift in meeting.shifts]


CASES = [
    (ONE_TRIP, "PER", "CHL", [("held", "2026-03-10/2026-03-11")]),
    (TWO_ROUNDS, "ARM", "AZE", [("held", "2026-04-13"), ("held", "2026-04-06")]),
    (DAY_BY_DAY, "IRN", "SAU", [("held", "2026-06-10"), ("held", "2026-06-01/2026-06-02")]),
    (PUT_OFF_TWICE, "VNM", "IDN", [("held", "2026-02-17")]),
    (PUT_OFF_BY_OFFICE, "JPN", "IND", [("overdue", "2026-02-01/2026-02-10")]),
    (KEPT_AFTER_ALL, "JPN", "IND", [("held", "2026-02-09")]),
    (CALLED_OFF, "SRB", "KOS", [("cancelled", "2026-03-12")]),
    (NO_WORD, "TUR", "EGY", [("overdue", "2026-03-21")]),
    (NOT_HELD, "SDN", "SSD", [("negated", "2026-03-15")]),
    (MEDIATED, "RUS", "UKR", [("held", "2026-02-17"), ("held", "2026-02-01")]),
    (THERE_AND_BACK, "BRA", "ARG", [("held", "2026-05-05"), ("held", "2026-05-04")]),
    (MEET_AGAIN, "MAR", "ESP", [("held", "2026-05-04"), ("overdue", "2026-05-20")]),
]


@pytest.mark.parametrize(("told", "one", "other", "expected"), CASES)
def test_each_meeting_is_counted_once(
    record: Record,
    coder: Coder,
    told: list[Told],
    one: str,
    other: str,
    expected: list[tuple[str, str | None]],
) -> None:
    add(record, coder, told)
    found = met(record, one, other)
    assert outcomes(found) == expected
    assert found.undated == found.left_out == 0
    assert sum(m.held + m.ahead + m.cancelled + m.never_held for m in found.months) == len(expected)


def test_a_visit_holds_the_talks_on_it_and_what_was_signed(record: Record, coder: Coder) -> None:
    add(record, coder, ONE_TRIP)
    (visit,) = met(record, "PER", "CHL").held
    assert [part.what for part in visit.parts] == ["visit", "talks", "signing"]
    assert (visit.host, visit.where and visit.where.name) == (None, "Santiago")


def test_a_third_party_that_hosts_or_mediates_is_named(record: Record, coder: Coder) -> None:
    add(record, coder, MEDIATED)
    hosted, mediated = met(record, "RUS", "UKR").held
    assert (setting(hosted), setting(mediated)) == (
        "Doha, hosted by Qatar",
        "Abu Dhabi, United Arab Emirates; with United States",
    )
    assert not outcomes(met(record, "QAT", "ARE"))


def test_it_is_told_from_when_to_when_a_meeting_was_put_off(record: Record, coder: Coder) -> None:
    add(record, coder, [*PUT_OFF_TWICE, *KEPT_AFTER_ALL])
    (often,) = met(record, "VNM", "IDN").held
    assert moved(often) == [("2026-01-20", "2026-02-03"), ("2026-02-03", "2026-02-17")]
    (once,) = met(record, "JPN", "IND").held
    assert moved(once) == [("2026-01-20", "2026-02-01/2026-02-10")]
    assert tally(met(record, "VNM", "IDN")) == "1 held; put off or moved twice"
    assert shift_line(often.shifts[0]) == "put off from 20 Jan 2026 to 3 Feb 2026 (told 15 Jan 2026)"


def test_meetings_are_told_as_they_were_known_on_a_day(record: Record, coder: Coder) -> None:
    add(record, coder, PUT_OFF_TWICE)
    cases = [
        ("2026-01-04", []), ("2026-01-10", [("planned", "2026-01-20")]),
        ("2026-01-16", [("postponed", "2026-02-03")]), ("2026-02-16", [("postponed", "2026-02-17")]),
        ("2026-02-17", [("held", "2026-02-17")]),
    ]  # fmt: skip
    for day, expected in cases:
        found = met(record, "VNM", "IDN", on=date.fromisoformat(day))
        assert outcomes(found) == expected, day


def test_only_meetings_of_the_days_asked_for_are_told(record: Record, coder: Coder) -> None:
    add(record, coder, TWO_ROUNDS)
    april = {"since": date(2026, 4, 10), "until": date(2026, 4, 30)}
    found = dyad(record, "ARM", "AZE", on=ON, **april).meetings
    assert outcomes(found) == [("held", "2026-04-13")]
    assert [month.held for month in found.months] == [1]


def test_other_ministers_elsewhere_are_another_meeting(record: Record, coder: Coder) -> None:
    add(record, coder, [
        ("2026-03-03", "Polish Foreign Minister Jan Nowak met his Czech counterpart Petr Dvorak in Vienna on Monday."),
        ("2026-03-04", "Polish Interior Minister Ewa Lis held talks on migration with Czech Interior Minister Tomas Hora in Warsaw on Tuesday."),
    ])  # fmt: skip
    assert len(met(record, "POL", "CZE").held) == 2


def test_who_visits_two_together_brings_them_to_no_meeting(record: Record, coder: Coder) -> None:
    add(record, coder, [
        ("2026-03-03", "The presidents of Estonia and Latvia arrived in Tbilisi on Monday for a visit to Georgia."),
    ])  # fmt: skip
    assert not outcomes(met(record, "EST", "LVA"))
    assert met(record, "EST", "GEO").held


def test_the_terminal_tells_meetings(record: Record, coder: Coder, tmp_path: Path) -> None:
    add(record, coder, [*ONE_TRIP, *NO_WORD])
    asked = ["--record", str(tmp_path / "record.db"), "--on", ON.isoformat()]
    shown = CliRunner().invoke(command, ["PER", "CHL", *asked]).output
    assert "1 held\n" in shown
    assert "visit, 10–11 Mar 2026 · " in shown
    shown = CliRunner().invoke(command, ["TUR", "EGY", *asked]).output
    assert "Never held" in shown
    assert "○ overdue    21 Mar 2026" in shown
    shown = CliRunner().invoke(command, ["PER", "EGY", *asked]).output
    assert "No meeting of the two is known." in shown


def test_sections_that_are_empty_are_left_out(record: Record, coder: Coder) -> None:
    add(record, coder, [*ONE_TRIP, *MEET_AGAIN])
    assert [s.name for s in sections(met(record, "PER", "CHL"))] == ["Held"]
    assert [s.name for s in sections(met(record, "MAR", "ESP"))] == ["Held", "Never held"]


def sight(name: str, *people: str, mode: str | None = None, when: str = "2026-03-02") -> Sight:
    """Talks or a visit told by an article that all of these share."""
    report = SimpleNamespace(status="occurred", when=when, start=len(name), published=None)
    event = SimpleNamespace(
        id=name, status="occurred", mode=mode, first_reported=date(2026, 3, 3), background=False
    )
    history: Any = SimpleNamespace(event=event, steps=(report,))
    there = {code: frozenset({who}) for code, who in zip(("POL", "CZE"), people, strict=False)}
    told: Any = {"a": (report,)}
    return Sight(history, stretch_of(when), None, there, frozenset(), False, told)


def test_other_people_meet_apart_but_on_a_visit() -> None:
    foreign, interior = sight("one", "nowak", "dvorak"), sight("two", "lis", "hora")
    cases = [
        ([foreign, interior], 2), ([foreign, sight("two", "nowak", "hora")], 1),
        ([foreign, sight("two")], 1), ([foreign, sight("two", "lis", "hora", mode="visit")], 1),
        ([foreign, sight("two", "nowak", "dvorak", when="2026-03-09")], 2),
    ]  # fmt: skip
    for given, expected in cases:
        assert len(occasions(given)) == expected, given


def step(published: str, status: str, when: str | None, *changes: str) -> Step:
    return Step(
        "m", "a", "a", None, None, None, date.fromisoformat(published), status, "asserted", when,
        None, (), "They meet.", (5, 9), 0, 0.9, changes or ("status", "date"),
    )  # type: ignore[arg-type]  # fmt: skip


SHIFTS = [
    # a vaguer or finer word for the day, and its neighbour, are no other day
    ([("2026-01-01", "planned", "2026-03", "reported"), ("2026-01-05", "planned", "2026-03-10", "date")], []),
    ([("2026-01-01", "planned", "2026-03-10", "reported"), ("2026-03-11", "occurred", "2026-03-11")], []),
    # put off, the new day told later
    ([("2026-01-01", "planned", "2026-01-20", "reported"), ("2026-01-15", "postponed", "2026-01-20", "status"),
      ("2026-01-18", "planned", "2026-02-02")], [("2026-01-20", "2026-02-02")]),
    # without a word that it was put off
    ([("2026-01-01", "planned", "2026-01-20", "reported"), ("2026-01-09", "planned", "2026-01-27", "date")],
     [("2026-01-20", "2026-01-27")]),
    ([("2026-01-01", "planned", "2026-01-20", "reported"), ("2026-02-03", "occurred", "2026-02-02")],
     [("2026-01-20", "2026-02-02")]),
    # told of no plan before, and of the visit and the talks
    ([("2026-01-15", "postponed", "2026-01-20", "reported"), ("2026-01-15", "postponed", None, "reported")],
     [(None, None)]),
    # what was held is not moved any more
    ([("2026-01-20", "occurred", "2026-01-20", "reported"), ("2026-02-01", "occurred", "2026-01-05", "date")], []),
    # the same said again
    ([("2026-01-01", "planned", "2026-01-20", "reported"), ("2026-01-02", "planned", "2026-01-30", "numbers")],
     [("2026-01-20", "2026-01-30")]),
]  # fmt: skip


@pytest.mark.parametrize(("steps", "expected"), SHIFTS)
def test_shifts_are_counted_by_the_days_told(
    steps: list[tuple[str, ...]], expected: list[tuple[str, str]]
) -> None:
    found = shifts_of(step(*told) for told in steps)
    assert [(shift.old, shift.new) for shift in found] == expected


def test_a_plan_brought_forward_was_moved_and_not_put_off() -> None:
    shift = Shift(date(2026, 1, 5), "2026-02-10", "2026-02-03")
    assert shift_line(shift) == "moved from 10 Feb 2026 to 3 Feb 2026 (told 5 Jan 2026)"
    assert shift_line(Shift(None, None, None)) == "put off, to no day that is told"


def test_only_exact_days_have_neighbours() -> None:
    day, next_day = (date(2026, 1, 4),) * 2, (date(2026, 1, 5),) * 2
    week = date(2026, 1, 5), date(2026, 1, 11)
    assert touch(day, next_day)
    assert touch(next_day, week)
    assert not touch(day, week)
