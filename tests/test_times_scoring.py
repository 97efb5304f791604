"""The scorer of time expressions, and the gold it reads."""

from __future__ import annotations

import json
from datetime import date
from pathlib import Path

import pytest

from dragoman.evaluation.times import score

GOLD = Path(__file__).parents[1] / "evaluation" / "gold" / "times.jsonl"


def row(
    text: str, expression: str, edtf: str, published: str | None = "2025-07-23"
) -> dict[str, object]:
    return {"id": "r", "text": text, "published": published, "expression": expression, "edtf": edtf}


def test_a_right_a_wrong_and_a_missing_answer_are_told_apart() -> None:
    report = score(
        [
            row("They met on Monday.", "Monday", "2025-07-21"),
            row("They met on Monday.", "Monday", "2025-07-28"),
            row("They met in Mondayville.", "Mondayville", ""),
            row("They met in the Year of the Rabbit.", "the Year of the Rabbit", "2023"),
        ]
    )
    assert [p.correct for p in report.predictions] == [True, False, True, False]
    assert [p.predicted for p in report.predictions] == ["2025-07-21", "2025-07-21", "", ""]
    assert (report.accuracy.total, report.accuracy.value) == (4, 0.5)
    assert report.accuracy.low == pytest.approx(0.150, abs=0.001)  # Wilson, by hand
    assert report.accuracy.high == pytest.approx(0.850, abs=0.001)


def test_the_expression_with_the_longest_overlap_counts() -> None:
    report = score(
        [row("They will meet on July 26 and again in May 2026.", "again in May 2026", "2026-05")]
    )
    assert report.predictions[0].found == "May 2026"
    assert report.accuracy.value == pytest.approx(1 / report.accuracy.total)


def test_no_rows_score_nothing() -> None:
    assert (score([]).accuracy.total, score([]).accuracy.value) == (0, 0.0)


@pytest.mark.parametrize(
    ("bad", "message"),
    [
        (row("They met.", "Monday", ""), "row 1: the expression 'Monday' is not in the text"),
        (
            row("They met.", "met", "", "23 July"),
            "row 1: 'published' is '23 July'; give it as YYYY-MM-DD",
        ),
        (
            {"id": "r", "text": "They met.", "published": None, "expression": "met"},
            "row 1: 'edtf' is None",
        ),
    ],
)
def test_a_bad_row_is_named(bad: dict[str, object], message: str) -> None:
    with pytest.raises(ValueError, match=message.replace("(", r"\(")):
        score([bad])


@pytest.mark.skipif(not GOLD.exists(), reason="the gold data are in the source tree only")
def test_the_gold_is_well_formed_and_its_floor_holds() -> None:
    rows = [json.loads(line) for line in GOLD.read_text("utf-8").splitlines()]
    assert len(rows) >= 200
    assert len({r["id"] for r in rows}) == len(rows)
    for r in rows:
        assert r["text"].count(r["expression"]) == 1
        assert r["published"] is None or date.fromisoformat(r["published"])
    assert score(rows).accuracy.value >= 0.97
