"""Talks follow the visit on which they are to be held, when it is put off, called off or moved."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest
from click.testing import CliRunner
from fastapi.testclient import TestClient

from dragoman import Article, Coder
from dragoman.cli.show_command import command
from dragoman.record import Record
from dragoman.record.daily.agenda import agenda
from dragoman.record.event import Event, History
from dragoman.record.questions.questions import events, histories
from dragoman.record.reviews.reviews import submit
from dragoman.record.store.relinking import relink
from dragoman.web.app import create_app
from dragoman.web.settings import Settings

Told = tuple[str, str]  # day of publication, text

PLAN: Told = (
    "2026-11-16",
    "Vietnam's Foreign Minister Le Hoai Trung will visit Chile on November 30 for talks on trade.",
)
BOTH: Told = (
    "2026-11-16",
    "Kenya's Foreign Minister Peter Otieno will visit Togo on November 30. He will hold talks with "
    "Togo's foreign minister.",
)
OFF: Told = (
    "2026-11-20",
    "Vietnam's foreign minister has postponed his visit to Chile, which was planned for November "
    "30, the ministry said.",
)


@pytest.fixture
def record(tmp_path: Path) -> Record:
    return Record.open(str(tmp_path / "news.db"), create=True)


def add(record: Record, coder: Coder, *told: Told) -> None:
    """Add articles one by one, each of its own outlet."""
    for day, text in told:
        article = Article(text, published=date.fromisoformat(day), source=f"{day} {len(text)}")
        record.add(list(coder.code_all([article])))


def talks(record: Record) -> list[History]:
    return [told for told in histories(record) if told.event.mode is None]


def only(record: Record) -> Event:
    """The one event of talks, as lists have it and as its history has it."""
    (told,) = talks(record)
    (listed,) = (event for event in events(record).events if event.mode is None)
    assert listed == told.event
    return listed


@pytest.mark.parametrize(
    ("plan", "later", "status", "when"),
    [
        (PLAN, OFF, "postponed", "2026-11-30"),
        (PLAN, ("2026-11-20", "Vietnam's foreign minister has cancelled his visit to Chile."),
         "cancelled", "2026-11-30"),
        (PLAN, ("2026-11-20", "Vietnam's foreign minister will not visit Chile on November 30, the "
                "ministry said."), "negated", "2026-11-30"),
        (PLAN, ("2026-11-20", "Vietnam's foreign minister will visit Chile on December 10 instead of "
                "November 30, the ministry said."), "planned", "2026-12-10"),
        (PLAN, ("2026-11-20", "Vietnam's foreign minister has postponed his visit to Chile from "
                "November 30 to December 10."), "postponed", "2026-12-10"),
        (BOTH, ("2026-11-20", "Kenya's foreign minister has called off his trip to Togo."),
         "cancelled", None),
    ],
)  # fmt: skip
@pytest.mark.parametrize("late", [False, True])
def test_talks_follow_their_visit_in_whatever_order_it_is_told(
    record: Record, coder: Coder, plan: Told, later: Told, status: str, when: str | None, late: bool
) -> None:
    add(record, coder, *((later, plan) if late else (plan, later)))
    found = only(record)
    assert (found.status, found.when) == (status, when)
    assert (found.mentions, found.reports) == (1, 1)
    assert found.last_reported == date.fromisoformat(later[0])
    (told,) = talks(record)
    assert [step.sentence for step in told.followed] == [later[1]]
    relink(record)
    assert only(record) == found


def test_a_visit_that_is_on_again_on_another_day_takes_its_talks_along(
    record: Record, coder: Coder
) -> None:
    anew = "Vietnam's Foreign Minister Le Hoai Trung will now visit Chile on December 10."
    add(record, coder, PLAN, OFF, ("2026-11-24", anew))
    found = only(record)
    assert (found.status, found.before, found.when) == ("planned", "postponed", "2026-12-10")
    assert found.text == anew


def test_the_agenda_has_them_off_from_the_day_on_which_that_was_told(
    record: Record, coder: Coder
) -> None:
    add(record, coder, PLAN, ("2026-11-20", "Vietnam's foreign minister has cancelled his visit to "
                              "Chile, which was planned for November 30."))  # fmt: skip
    before = agenda(record, on=date(2026, 11, 19)).coming
    assert [event.status for event in before] == ["planned", "planned"]
    assert agenda(record, on=date(2026, 11, 20)).coming == ()


@pytest.mark.parametrize(
    "beside",
    [
        "Le Hoai Trung will hold talks with Peru's foreign minister on November 30.",
        "Le Hoai Trung will hold talks with Chile's foreign minister on December 5.",
        "Vietnam's trade minister will hold talks with Chile's trade minister on November 30.",
        "Le Hoai Trung will hold talks with Chile's trade minister by video on November 30.",
        "Vietnam and Chile will hold talks on fishing in Geneva on November 30.",
    ],
)
def test_talks_with_others_on_other_days_or_from_afar_stay_planned(
    record: Record, coder: Coder, beside: str
) -> None:
    visit = "Vietnam's Foreign Minister Le Hoai Trung will visit Chile on November 30."
    add(record, coder, ("2026-11-16", f"{visit} {beside}"), OFF)
    assert only(record).status == "planned"
    assert talks(record)[0].followed == ()


@pytest.mark.parametrize(
    "on",
    [
        ("2026-11-20", f"{OFF[1]} He will hold the talks with Chile's foreign minister by video on "
         "November 30 instead."),
        ("2026-11-21", "Vietnam's Foreign Minister Le Hoai Trung will still hold talks with Chile's "
         "foreign minister on November 30."),
    ],
)  # fmt: skip
def test_talks_that_go_on_without_the_visit_stay_planned(
    record: Record, coder: Coder, on: Told
) -> None:
    plan = PLAN[1].replace("on trade", "with Chile's foreign minister")
    add(record, coder, (PLAN[0], plan), OFF, on)
    assert only(record).status == "planned"


def test_a_visit_that_is_not_off_after_all_leaves_its_talks_planned(
    record: Record, coder: Coder
) -> None:
    plan = ("2026-11-16", "Kenya's foreign minister will visit Togo on November 30 for talks with "
            "Togo's foreign minister.")  # fmt: skip
    rumour = "Kenya's foreign minister has cancelled his visit to Togo, a newspaper said."
    denial = "Kenya's foreign minister denied that he had cancelled his visit to Togo."
    add(record, coder, plan, ("2026-11-17", rumour))
    assert only(record).status == "cancelled"
    add(record, coder, ("2026-11-18", denial))
    assert only(record).status == "planned"


def test_a_report_of_the_visit_that_a_reader_rejects_is_followed_no_longer(
    record: Record, coder: Coder
) -> None:
    add(record, coder, PLAN, OFF)
    (step,) = talks(record)[0].followed
    reject(record, step.mention_id)
    assert only(record).status == "planned"


def test_talks_of_a_visit_that_a_reader_rejects_stand_alone(record: Record, coder: Coder) -> None:
    add(record, coder, PLAN, OFF)
    (visit,) = (told for told in histories(record) if told.event.mode == "visit")
    reject(record, visit.steps[0].mention_id)
    assert only(record).status == "planned"


def reject(record: Record, mention: str) -> None:
    """Let a reader say that the mention is wrong."""
    submit(record, mention, reviewer="ana", verdict="rejected")


def test_talks_that_were_held_are_not_undone(record: Record, coder: Coder) -> None:
    held = "Vietnam's Foreign Minister Le Hoai Trung held talks with Chile on trade on November 30."
    add(record, coder, PLAN, OFF, ("2026-12-01", held))
    assert [told.event.status for told in talks(record)] == ["occurred"]


def test_the_page_of_talks_and_show_tell_what_became_of_the_visit(
    record: Record, coder: Coder, tmp_path: Path
) -> None:
    add(record, coder, PLAN, OFF)
    (told,) = talks(record)
    path = str(tmp_path / "news.db")
    client = TestClient(create_app(Settings(path)), base_url="http://127.0.0.1:8765")
    page = client.get(f"/events/{told.event.id}").text
    assert f'href="/events/{told.followed[0].mention_id}"' in page
    shown = CliRunner().invoke(command, [told.event.id, "--record", path]).output
    assert "What became of the visit" in shown


TWO: Told = (
    "2026-11-16",
    "Brazil's president Lula will visit Ghana and Togo on November 30. He will hold talks with "
    "Togo's president.",
)


@pytest.mark.parametrize(
    ("later", "status"),
    [
        ("Brazil's president Lula has cancelled his visit to Ghana on November 30.", "planned"),
        ("Brazil's president Lula has cancelled his visit to Togo on November 30.", "cancelled"),
        ("Brazil's president Lula has cancelled his visit to Ghana and Togo on November 30.",
         "cancelled"),
    ],
)  # fmt: skip
def test_talks_follow_the_visit_to_their_own_host_alone(record, coder, later, status) -> None:
    add(record, coder, TWO, ("2026-11-20", later))
    assert only(record).status == status
