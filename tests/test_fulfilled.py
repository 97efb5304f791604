"""Plans to meet that were fulfilled in other words are not overdue."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from dragoman import Article, Coder
from dragoman.record import Record
from dragoman.record.daily.agenda import agenda

PLAN = ("03-02", "Danish Prime Minister Mette Frederiksen will visit Prague on March 5.")


def _overdue(coder: Coder, path: Path, told: list[tuple[str, str]], on: date) -> list[str]:
    articles = (
        Article(text, id=f"a{n}", published=date.fromisoformat(f"2026-{day}"), source=f"paper {n}")
        for n, (day, text) in enumerate(told)
    )
    with Record.open(path / "r.db", create=True) as record:
        record.add(list(coder.code_all(articles)))
        return [event.mode or "" for event in agenda(record, on=on).overdue]


@pytest.mark.parametrize(
    "told",
    [
        [PLAN, ("03-05", "Czech President Petr Pavel and Danish Prime Minister Mette Frederiksen"
                " held talks at Prague Castle on Thursday.")],
        [PLAN, ("03-06", "Denmark's prime minister met the Czech president in Prague on Thursday.")],
        [("03-02", "An IMF team will visit Accra on March 5."),
         ("03-06", "The International Monetary Fund held talks with Ghana in Accra on Thursday.")],
    ],
)  # fmt: skip
def test_a_visit_is_not_overdue_on_whose_day_the_two_talked(
    coder: Coder, tmp_path: Path, told: list[tuple[str, str]]
) -> None:
    assert _overdue(coder, tmp_path, told, date(2026, 3, 12)) == []


@pytest.mark.parametrize(
    "told",
    [
        [PLAN],
        [PLAN, ("03-05", "Danish Prime Minister Mette Frederiksen met Czech President Petr Pavel in"
                " Copenhagen on Thursday.")],
        [PLAN, ("03-05", "Danish Prime Minister Mette Frederiksen spoke by phone with Czech"
                " President Petr Pavel on Thursday.")],
        [PLAN, ("03-20", "Danish Prime Minister Mette Frederiksen held talks with Czech President"
                " Petr Pavel in Prague on Thursday.")],
        [PLAN, ("03-05", "Danish Prime Minister Mette Frederiksen met Polish President Karol"
                " Nawrocki in Prague on Thursday.")],
    ],
)  # fmt: skip
def test_a_visit_is_overdue_where_other_talks_are_told(
    coder: Coder, tmp_path: Path, told: list[tuple[str, str]]
) -> None:
    assert _overdue(coder, tmp_path, told, date(2026, 3, 25)) == ["visit"]


def test_what_is_told_later_is_not_known_before(coder: Coder, tmp_path: Path) -> None:
    told = [PLAN, ("03-10", "Danish Prime Minister Mette Frederiksen held talks with Czech"
                   " President Petr Pavel in Prague on March 5.")]  # fmt: skip
    assert _overdue(coder, tmp_path, told, date(2026, 3, 8)) == ["visit"]
