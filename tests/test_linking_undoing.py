"""Plans that are undone in words of another type: refused, or yielded before they began."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from dragoman import Coder
from dragoman.record import Record
from dragoman.record.daily.agenda import agenda
from dragoman.record.event import Event
from dragoman.record.life.life import Report, history_of
from dragoman.record.questions.questions import histories
from tests.grouping import Told, coded, grouped


def _only_event(coder: Coder, told: list[Told]) -> Event:
    rows = coded(coder, told)
    assert grouped(rows) == ["abcd"[: len(told)]]
    return history_of(
        Report(m, a.id, a.source, None, None, a.published) for a, found in rows for m in found
    ).event


@pytest.mark.parametrize(
    ("told", "day"),
    [
        ([("03-02", "Chad and Niger will reopen the Diffa crossing on March 6, they agreed in Tunis."),
          ("03-04", "Niger will not reopen the Diffa crossing on Friday, it said.")], "2026-03-06"),
        ([("03-02", "Thailand will reopen its border with Cambodia on March 6."),
          ("03-04", "Thailand will not reopen its border with Cambodia on March 6, the army said."),
          ("03-04", "Thailand won't reopen the border with Cambodia.")], "2026-03-06"),
        ([("03-02", "Iran will release two French prisoners on March 6."),
          ("03-04", "Iran has refused to release the French prisoners.")], "2026-03-06"),
        ([("03-02", "Serbia will hold talks with Kosovo on March 6."),
          ("03-04", "Serbia refused to hold talks with Kosovo.")], "2026-03-06"),
        ([("03-02", "Serbia and Kosovo will hold talks in Vienna on March 6."),
          ("03-04", "Kosovo will not take part in the talks with Serbia on Friday.")], "2026-03-06"),
        ([("03-02", "Yemen's army and the Houthis will hold talks in Muscat on March 9."),
          ("03-05", "The Houthis said they would not attend the talks in Muscat on Monday."),
          ("03-05", "Yemen's Houthis refused to attend talks with the army.")], "2026-03-09"),
        ([("03-02", "Libya will reopen its border with Tunisia on March 6."),
          ("03-04", "Libya has ruled out reopening the border with Tunisia.")], "2026-03-06"),
        ([("03-02", "Dock workers in Panama will strike on March 6."),
          ("03-04", "Dock workers in Panama called off their strike on Tuesday."),
          ("03-06", "Dock workers in Panama called off their strike, their union said.")], "2026-03-06"),
    ],
)  # fmt: skip
def test_a_plan_that_is_undone_in_other_words_is_none_any_more(
    coder: Coder, told: list[Told], day: str
) -> None:
    event = _only_event(coder, told)
    assert event.status in ("negated", "cancelled")
    assert (event.event not in ("REJECT", "CONCEDE") or "reopen" in event.text, event.when) == (True, day)
    assert not event.disputed


@pytest.mark.parametrize(
    "told",
    [
        # another deed, another doer, what was done already, who are more
        [("03-02", "Kenya will reopen its border with Somalia on March 6."),
         ("03-04", "Kenya will not release the Somali prisoners.")],
        [("03-02", "Thailand will reopen its border with Cambodia on March 6."),
         ("03-04", "Laos will not reopen its border with Cambodia.")],
        [("03-02", "Thailand reopened its border with Cambodia on Monday."),
         ("03-04", "Thailand will not reopen its border with Cambodia.")],
        [("03-02", "Iran will release two French prisoners on March 6."),
         ("03-04", "Iran has refused to release more French prisoners.")],
        [("03-02", "Nurses in Samoa will strike on March 6."),
         ("03-04", "Teachers in Samoa called off their strike.")],
        # a strike that has begun is ended and not called off
        [("03-02", "Dock workers in Panama went on strike on Monday."),
         ("03-04", "Dock workers in Panama called off their strike on Wednesday.")],
        # refused before it was planned
        [("03-02", "Thailand will not reopen its border with Cambodia."),
         ("03-04", "Thailand will reopen its border with Cambodia on March 6.")],
    ],
)  # fmt: skip
def test_what_undoes_no_such_plan_stands_for_itself(coder: Coder, told: list[Told]) -> None:
    assert grouped(coded(coder, told)) == ["a", "b"]


def test_a_refusal_of_what_nobody_planned_stays_one(coder: Coder) -> None:
    event = _only_event(coder, [("03-04", "Iran has refused to release the French prisoners.")])
    assert (event.event, event.status) == ("REJECT", "occurred")


def test_it_is_undone_in_whatever_order_the_articles_come(coder: Coder, tmp_path: Path) -> None:
    told = [
        ("03-02", "Thailand will reopen its border with Cambodia on March 6."),
        ("03-04", "Thailand will not reopen its border with Cambodia on Friday."),
    ]
    rows = coded(coder, told)
    for name, order in (("one", rows), ("other", rows[::-1])):
        with Record.open(tmp_path / name, create=True) as record:
            for row in order:
                record.add([row])
            assert not agenda(record, on=date(2026, 3, 4)).coming
            (found,) = histories(record)
            assert [step.status for step in found.steps] == ["planned", "negated"]
            # As it was known before the refusal, it lay ahead.
            assert len(agenda(record, on=date(2026, 3, 3)).coming) == 1
