"""The scorer of PLOVER's gold standard records."""

from __future__ import annotations

import json

import pytest

from dragoman.evaluation.plover import PloverError, read, score

VISIT = "Togo's president visited Ghana on Monday."
PLAN = "Togo's president will visit Ghana on Monday."
NOTHING = "The harmattan dimmed the sky over Lomé."
NEW = {
    "id": "1", "date": "2025-07-23", "text": VISIT, "event": ["CONSULT"], "mode": ["visit"],
    "actor": [{"code": "TGO", "sector": "GOV"}], "recipient": [{"code": "GHA"}],
}  # fmt: skip
OLD = {
    "id": "2", "date": "2025-07-23", "text": PLAN, "event": "AGREE",
    "source": {"code": "TGO"}, "target": {"code": "GHA"},
}  # fmt: skip
NONE = {"id": "3", "date": "2025-07-23", "text": NOTHING, "has_event": False}


@pytest.fixture
def gold(tmp_path):
    def write(records, lines=True):
        path = tmp_path / "gold.json"
        whole = "\n".join(map(json.dumps, records)) if lines else json.dumps(records)
        path.write_text(whole, "utf-8")
        return path

    return write


@pytest.mark.parametrize("lines", [True, False])
def test_records_of_either_age_and_either_form_are_read(gold, lines):
    rows = read(gold([NEW, OLD, NONE], lines))
    assert [sorted(row.values.get("event", ())) for row in rows] == [["CONSULT"], ["AGREE"], []]
    assert [sorted(row.values.get("actor", ())) for row in rows] == [["TGO"], ["TGO"], []]


def test_natural_types_are_reduced_before_they_are_scored(gold, coder):
    report = score(read(gold([NEW, OLD, NONE])), coder)
    assert [p.predicted["event"] for p in report.predictions] == [("CONSULT",), ("AGREE",), ()]
    assert report.event.value == report.left_alone.value == 1.0
    assert report.by_event == {"AGREE": 1.0, "CONSULT": 1.0}


def test_a_wrong_type_costs_on_both_sides(gold, coder):
    report = score(read(gold([NEW | {"event": ["ASSAULT"]}])), coder)
    assert report.event.value == 0.0
    assert report.by_event["ASSAULT"] == 0.0


@pytest.mark.parametrize(
    ("record", "message"),
    [
        ({"id": "1", "event": ["CONSULT"]}, "record 1: has no text"),
        (NEW | {"event": ["FIGHT"]}, "FIGHT is no PLOVER type"),
    ],
)
def test_a_faulty_record_is_named(gold, record, message):
    with pytest.raises(PloverError, match=message):
        read(gold([record]))


def test_what_is_no_json_is_named(tmp_path):
    path = tmp_path / "gold.json"
    path.write_text("who did what", "utf-8")
    with pytest.raises(PloverError, match="not JSON"):
        read(path)
