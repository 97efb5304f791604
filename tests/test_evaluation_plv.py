from __future__ import annotations

import json
from pathlib import Path

import pytest

pytest.importorskip("onnxruntime")

from dragoman.evaluation import corpus, plv, plv_table, roles
from dragoman.evaluation.gold import GoldError, parse
from dragoman.evaluation.scores import bootstrap, calibration_error, confusion, macro_f1
from dragoman.events.reading import Reading, Wholeness

HEADER = "sentence\tmarked_sentence\tsource\ttarget\troot\tpenta\n"


def table(tmp_path: Path, *rows: str) -> Path:
    path = tmp_path / "gold.tsv"
    path.write_text(HEADER + "".join(row + "\n" for row in rows), "utf-8")
    return path


@pytest.mark.parametrize(
    ("event", "mode", "status", "word", "label"),
    [
        ("RETREAT", "release", "occurred", "freed", "YIELD"),
        ("RETREAT", "release", "planned", "free", "AGREE"),
        ("CONCEDE", None, "occurred", "apologised", "SUPPORT"),
        ("CONSULT", "visit", "planned", "visit", "AGREE"),
        ("CONSULT", "visit", "cancelled", "visit", "REJECT"),
        ("SANCTION", "convict", "occurred", "convicted", "ACCUSE"),
        ("SANCTION", "convict", "occurred", "jailed", "COERCE"),
        ("SANCTION", "discontinue", "occurred", "sanctions", "COERCE"),
        ("SANCTION", "expel", "occurred", "expelled", "SANCTION"),
        ("COERCE", "cyber", "occurred", "hacked", "ASSAULT"),
        ("COERCE", "restrict", "occurred", "blockade", "ASSAULT"),
        ("COERCE", "curfew", "planned", "curfew", "THREATEN"),
        ("AID", None, "planned", "aid", "AGREE"),
        ("AID", None, "occurred", "aid", "AID"),
        ("REJECT", "yield", "occurred", "refused", "REJECT"),
    ],
)
def test_types_are_called_as_the_benchmark_calls_them(
    event: str, mode: str | None, status: str, word: str, label: str
) -> None:
    assert plv_table.label(event, mode, status, word) == label


def test_what_is_decided_counts_as_done_and_what_is_promised_does_not() -> None:
    assert plv_table.label("RETREAT", "release", "planned", "release", "announce") == "YIELD"
    assert plv_table.label("AID", None, "planned", "deployment", "approve") == "AID"
    assert plv_table.label("AID", None, "planned", "send", "agree") == "AGREE"


def test_marks_become_offsets_and_unnamed_parties_none(tmp_path: Path) -> None:
    path = table(tmp_path, "x\tIn <t>Accra</t>, <s>Togo</s> spoke.\tTogo\tAccra\tCONSULT\t1",
                 "x\t<s>Togo</s> spoke.\tTogo\ta recipient\tCONSULT\t1")  # fmt: skip
    first, second = plv_table.read(path)
    assert first.sentence == "In Accra, Togo spoke."
    assert first.sentence[slice(*(first.source or ()))] == "Togo"
    assert first.sentence[slice(*(first.target or ()))] == "Accra"
    assert second.target is None


@pytest.mark.parametrize("row", ["x\t<s>A</s>\tA\tB\tBELIEVE\t1", "x\t<s>A</s>\tA\tB\tAID\t9"])
def test_unknown_label_is_named_with_its_line(tmp_path: Path, row: str) -> None:
    with pytest.raises(plv_table.PlvError, match=r"gold\.tsv line 2"):
        plv_table.read(table(tmp_path, row))


def test_table_without_marks_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "gold.tsv"
    path.write_text("sentence\troot\n", "utf-8")
    with pytest.raises(plv_table.PlvError, match="marked_sentence"):
        plv_table.read(path)


def test_plain_rows_are_answered(tmp_path: Path) -> None:
    path = table(
        tmp_path,
        "x\t<s>Ghana</s> condemned <t>Togo</t> over the raid.\tGhana\tTogo\tACCUSE\t3",
        "x\t<s>Peruvian police</s> arrested <t>three miners</t> on Monday.\ta\tb\tCOERCE\t4",
    )
    report = plv.score(plv_table.read(path))
    assert [p.predicted for p in report.predictions] == ["ACCUSE", "COERCE"]
    assert report.penta.value == 1.0
    assert json.dumps(report.confusion)


def test_the_pair_decides_between_the_events_of_a_sentence(tmp_path: Path) -> None:
    path = table(
        tmp_path,
        "x\t<s>Kenyan police</s> arrested <t>two lawmakers</t> after gunmen shot a bus driver.\ta\tb\tCOERCE\t4",
        "x\tKenyan police arrested two lawmakers after <s>gunmen</s> shot <t>a bus driver</t>.\ta\tb\tASSAULT\t4",
    )
    assert [p.predicted for p in plv.score(plv_table.read(path)).predictions] == ["COERCE", "ASSAULT"]


def test_roles_are_found_by_overlap() -> None:
    rows = [
        {"tokens": ["Police", "arrested", "two", "lawmakers", "."],
         "tags": ["B-S", "O", "B-T", "I-T", "O"]},
    ]  # fmt: skip
    report = roles.score(rows)
    assert (report.source.value, report.target.value) == (1.0, 1.0)


def test_row_with_too_few_tags_is_named() -> None:
    with pytest.raises(roles.RolesError, match="row 2"):
        roles.score([{"tokens": ["A"], "tags": ["O"]}, {"tokens": ["A", "b"], "tags": ["O"]}])


def test_of_equals_those_after_the_trigger_are_targets() -> None:
    event = Reading(
        (10, 13), "CONSULT", None, "occurred", 1.0, "asserted", False,
        {"actors": ((0, 4), (14, 20)), "recipients": (), "places": ()}, 0.9, 0.95,
        Wholeness(0.0, 0.0, 0.0),
    )  # fmt: skip
    assert roles.parties(event) == ([(0, 4)], [(14, 20)])


def gold(**changes: object) -> dict[str, object]:
    event = {"trigger": "arrested", "event": "COERCE", "mode": "arrest", "actors": ["Police"],
             "recipients": ["two lawmakers"], "status": "occurred"}  # fmt: skip
    return {"id": "x-1", "text": "Police arrested two lawmakers.", "events": [event]} | changes


def test_gold_of_our_own_form_is_scored() -> None:
    sentences = [parse(gold()), parse({"id": "x-2", "text": "It rained.", "events": []})]
    report = corpus.score(sentences)
    assert report.type.value == report.actors.value == report.negatives_left_alone.value == 1.0


@pytest.mark.parametrize(
    ("row", "fault"),
    [
        (gold(text="Nobody came."), "does not occur"),
        (gold(id="x"), "batch-number"),
        (gold(contexts=["weather"]), "unknown contexts"),
        (gold(text=""), "one line"),
    ],
)
def test_faulty_gold_is_said(row: dict[str, object], fault: str) -> None:
    with pytest.raises(GoldError, match=fault):
        parse(row)


def test_macro_f1_is_the_mean_over_gold_labels() -> None:
    pairs = [("a", "a"), ("a", "b"), ("b", "b"), ("b", "c")]
    assert macro_f1(pairs) == pytest.approx((2 / 3 + 1 / 2) / 2)
    assert macro_f1([]) == 0.0
    assert confusion(pairs) == {"a": {"a": 1, "b": 1}, "b": {"b": 1, "c": 1}}


def test_interval_holds_the_figure() -> None:
    figure = bootstrap([("a", "a")] * 9 + [("b", "a")] * 3, macro_f1)
    assert figure.low <= figure.value <= figure.high
    assert figure.total == 12


def test_calibration_error_is_the_gap_between_said_and_seen() -> None:
    assert calibration_error([(0.8, True)] * 8 + [(0.8, False)] * 2) == pytest.approx(0.0)
    assert calibration_error([(0.9, False)] * 4) == pytest.approx(0.9)
