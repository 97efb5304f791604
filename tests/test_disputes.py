"""The second look at labels; it needs nothing of what training needs."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path

import pytest

from dragoman.evaluation.gold import GoldError, parse
from training.disputes import disputes, settle

ROOT = Path(__file__).parents[1]
DETAINED = {
    "trigger": "detained", "event": "COERCE", "mode": "arrest", "actors": ["Police in Lilongwe"],
    "recipients": ["two opposition lawmakers"], "times": ["on Friday"], "status": "occurred",
}  # fmt: skip
TEXT = "Police in Lilongwe detained two opposition lawmakers on Friday."


def row(*events: dict[str, object], text: str = TEXT) -> dict[str, object]:
    return {"id": "own-0001", "text": text, "events": list(events), "contexts": ["legislative"]}


def test_what_is_marked_as_it_is_read_is_not_asked_about() -> None:
    assert list(disputes([row(DETAINED)])) == []


def test_an_event_that_is_not_marked_is_asked_about() -> None:
    (asked,) = disputes([row()])
    assert asked["text"] == TEXT.replace("detained", "[[detained]]")
    assert asked["word"] == "detained"
    (read,) = (option for option in asked["options"] if option)
    assert None in asked["options"]
    assert (read["event"], read["mode"], read["actors"]) == (
        "COERCE", "arrest", ["Police in Lilongwe"],
    )  # fmt: skip


def test_another_type_is_asked_about_with_the_rest_as_it_was_marked() -> None:
    marked = {name: DETAINED[name] for name in DETAINED if name not in ("mode", "times")}
    marked["event"] = "AID"
    (asked,) = disputes([row(marked)])
    assert {option["event"] for option in asked["options"]} == {"AID", "COERCE"}
    assert all("times" not in option for option in asked["options"])


def test_a_word_without_event_that_is_marked_is_asked_about() -> None:
    weather = "Rain fell on Lilongwe all morning."
    marked = {"trigger": "morning", "event": "SUPPORT", "status": "occurred"}
    (asked,) = disputes([row(marked, text=weather)])
    assert marked in asked["options"]
    assert None in asked["options"]


def test_settled_words_take_the_place_of_what_was_marked_there() -> None:
    wrong = DETAINED | {"event": "AID", "mode": None}
    said = {"trigger": "Friday", "event": "SUPPORT", "status": "occurred"}
    made = settle(row(wrong, said), {"detained": DETAINED, "Friday": None})
    assert [event["trigger"] for event in made["events"]] == ["detained"]
    assert parse(made) == parse(row(DETAINED))


def test_an_answer_that_is_no_event_is_refused() -> None:
    with pytest.raises(GoldError, match="COERCE has no mode 'drone'"):
        settle(row(), {"detained": DETAINED | {"mode": "drone"}})


def test_questions_asked_answered_and_settled(tmp_path: Path) -> None:
    corpus, questions = tmp_path / "own.jsonl", tmp_path / "questions.jsonl"
    corpus.write_text(json.dumps(row()) + "\n", "utf-8")

    def run(task: str) -> subprocess.CompletedProcess[str]:
        command = [sys.executable, "-m", "training.disputes", task, corpus, questions]
        return subprocess.run(command, capture_output=True, text=True, cwd=ROOT, check=False)

    assert run("find").stdout == "1 words are disputed\n"
    asked = json.loads(questions.read_text("utf-8"))
    event = next(place for place, option in enumerate(asked["options"]) if option)
    questions.write_text(json.dumps(asked | {"answer": event}) + "\n", "utf-8")
    assert run("settle").stdout == "1 rows changed\n"
    assert json.loads(corpus.read_text("utf-8"))["events"] == [asked["options"][event]]
    questions.write_text(json.dumps(asked | {"answer": "yes"}) + "\n", "utf-8")
    assert "questions.jsonl line 1: answer 0, 1, an event or" in run("settle").stderr
