"""The scorer of linking, and the gold it reads."""

from __future__ import annotations

import json
from collections import Counter
from pathlib import Path

import pytest

from dragoman import Coder
from dragoman.evaluation.stories import StoriesError, curve, read, score

GOLD = Path(__file__).parents[1] / "evaluation" / "gold" / "stories.jsonl"
FIRST = "Norway's foreign minister, Ingrid Solheim, arrived in Nairobi on Monday."
AGAIN = "Foreign Minister Ingrid Solheim of Norway arrived in Kenya's capital Nairobi on Monday."
OTHER = "Police in Dakar arrested the opposition leader Moussa Diagne on Monday."


def row(name: str, text: str, story: str, word: str, event: str) -> dict[str, object]:
    told = {"trigger": word, "start": text.index(word), "event": event}
    return {
        "id": name, "text": text, "published": "2025-03-10", "story": story, "mentions": [told]
    }  # fmt: skip


ROWS = (
    row("a", FIRST, "visit", "arrived", "v"),
    row("b", AGAIN, "visit", "arrived", "v"),
    row("c", OTHER, "arrest", "arrested", "a"),
)


def test_right_links_score_full_and_wrong_labels_do_not(coder: Coder) -> None:
    report = score(read(ROWS, coder))
    assert (report.astray.value, report.found.value, report.f1.value) == (0.0, 1.0, 1.0)
    assert report.astray.total == 1
    torn = [*ROWS[:1], row("b", AGAIN, "elsewhere", "arrived", "w"), *ROWS[2:]]
    report = score(read(torn, coder))
    assert report.astray.value == 1.0
    assert report.precision.value == pytest.approx(2 / 3)
    assert report.recall.value == 1.0


def test_nothing_is_linked_at_a_likeness_that_nothing_reaches(coder: Coder) -> None:
    low, high = curve(read(ROWS, coder), (0.1, 1.1)).values()
    assert (low.recall.value, high.recall.value) == (1.0, pytest.approx(2 / 3))


@pytest.mark.parametrize(
    ("told", "says"),
    [
        ({"start": "3", "event": "v"}, "needs 'start'"),
        ({"start": 3, "event": None}, "needs 'start'"),
        ({"start": 3, "event": "v", "trigger": "arrived"}, "does not stand at character 3"),
    ],
)
def test_a_faulty_gold_mention_is_named(coder: Coder, told: dict[str, object], says: str) -> None:
    with pytest.raises(StoriesError, match=f"a: .*{says}"):
        read([{**ROWS[0], "mentions": [told]}], coder)


def test_the_gold_set_is_what_it_says() -> None:
    rows = [json.loads(line) for line in GOLD.read_text("utf-8").splitlines()]
    told = [(row, mention) for row in rows for mention in row["mentions"]]
    assert len({row["id"] for row in rows}) == len(rows)
    assert len({row["story"] for row in rows}) >= 30
    assert len(told) >= 150
    for row, mention in told:
        assert row["text"].startswith(mention["trigger"], mention["start"]), row["id"]
    halves = {row["story"]: row["half"] for row in rows}
    assert all(halves[row["story"]] == row["half"] for row in rows)
    assert min(Counter(halves.values()).values()) >= 25
    labels = {row["half"]: set[str]() for row in rows}
    for row, mention in told:
        labels[row["half"]].add(mention["event"])
    assert labels["tune"].isdisjoint(labels["report"])
