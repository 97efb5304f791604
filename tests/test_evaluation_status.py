"""The scorer of status, certainty and attribution, and the gold it reads."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any

import pytest

from dragoman.article import Article
from dragoman.evaluation.status import StatusReport, score
from dragoman.events.ontology import kinds
from dragoman.mention import CERTAINTIES, STATUSES, Magnitudes, Mention, Span, Speaker

GOLD = Path(__file__).parents[1] / "evaluation" / "gold" / "status.jsonl"
TEXT = "Police said that talks would follow the talks."


class Answers:
    """A coder whose answers are written down: one list of mentions a text, in order."""

    def __init__(self, *answers: list[Mention]) -> None:
        self.answers = answers

    def code_all(self, articles: Iterable[Article]) -> Iterator[tuple[Article, list[Mention]]]:
        return zip(articles, self.answers, strict=True)


def row(**fields: Any) -> dict[str, Any]:
    plain = {
        "id": "r",
        "text": TEXT,
        "published": "2025-07-23",
        "trigger": "talks",
        "event": "CONSULT",
        "status": "planned",
        "certainty": "attributed",
        "attribution": ["Police"],
        "background": False,
    }
    return plain | fields


def mention(start: int = 17, end: int = 22, **fields: Any) -> Mention:
    plain: dict[str, Any] = {
        "id": "m",
        "article_id": "a",
        "event": "CONSULT",
        "mode": None,
        "contexts": (),
        "quad_class": 1,
        "intensity": 0.0,
        "trigger": Span(TEXT[start:end], start, end),
        "sentence": Span(TEXT, 0, len(TEXT)),
        "actors": (),
        "recipients": (),
        "status": "planned",
        "certainty": "attributed",
        "background": False,
        "attribution": (speaker(0, 6),),
        "when": None,
        "where": (),
        "magnitudes": Magnitudes(),
        "confidence": 0.5,
    }
    return Mention(**(plain | fields))


def speaker(start: int, end: int) -> Speaker:
    words = TEXT[start:end]
    return Speaker(words, start, end, name=words, country=None, sectors=("UNK",))


def one(gold: dict[str, Any], *found: Mention) -> StatusReport:
    return score([gold], Answers(list(found)))


def test_a_row_whose_trigger_is_not_reported_is_left_out_of_the_accuracies() -> None:
    report = score([row(), row()], Answers([mention()], [mention(start=0, end=6)]))
    assert (report.found.value, report.found.total) == (0.5, 2)
    assert (report.status.value, report.status.total) == (1.0, 1)
    assert (report.attribution.value, report.attribution.total) == (1.0, 1)
    lost = report.predictions[1]
    assert not lost.found
    assert lost.predicted_status is lost.predicted_attribution is lost.status_right is None


def test_a_trigger_of_several_words_covers_the_word_but_a_part_of_it_does_not() -> None:
    assert one(row(), mention(start=12, end=22)).found.value == 1
    assert one(row(), mention(start=17, end=21)).found.value == 0


def test_the_second_occurrence_of_a_trigger_is_another_trigger() -> None:
    second = TEXT.rindex("talks")
    assert one(row(trigger="talks#2"), mention()).found.value == 0
    assert one(row(trigger="talks#2"), mention(second, second + 5)).found.value == 1


def test_of_two_mentions_at_a_trigger_the_one_of_the_type_counts() -> None:
    other = mention(event="ASSAULT", status="occurred")
    assert one(row(), other, mention()).status.value == 1
    assert one(row(), other).predictions[0].predicted_event == "ASSAULT"


@pytest.mark.parametrize(
    ("gold", "found", "right"),
    [
        ([], (), True),
        ([], (speaker(0, 6),), False),
        (["Police"], (), False),
        (["Police"], (speaker(0, 6),), True),
        (["Police said"], (speaker(3, 6),), True),  # any overlap will do
        (["Police", "the"], (speaker(36, 45),), True),  # and any of several speakers
        (["Police"], (speaker(7, 11),), False),
    ],
)
def test_a_speaker_is_right_by_overlap_and_nobody_by_nobody(
    gold: list[str], found: tuple[Speaker, ...], right: bool
) -> None:
    report = one(row(attribution=gold), mention(attribution=found))
    assert report.predictions[0].attribution_right is right
    assert report.attribution.value == right


def test_each_judgement_is_scored_by_itself() -> None:
    report = score(
        [row(), row(), row(), row(background=True)],
        Answers(
            [mention(status="occurred")],
            [mention(certainty="asserted", attribution=())],
            [mention(status="occurred", certainty="alleged")],
            [mention()],
        ),
    )
    assert report.status.value == 0.5
    assert report.certainty.value == 0.5
    assert report.attribution.value == 0.75
    assert report.background.value == 0.75
    assert report.status.low == pytest.approx(0.150, abs=0.001)  # Wilson, by hand
    assert report.status.high == pytest.approx(0.850, abs=0.001)
    assert report.confusion == {"planned": {"occurred": 2, "planned": 2}}
    assert report.certainty_confusion == {
        "attributed": {"attributed": 2, "asserted": 1, "alleged": 1}
    }


def test_no_rows_score_nothing() -> None:
    report = score([], Answers())
    assert (report.found.total, report.status.total, report.confusion) == (0, 0, {})


@pytest.mark.parametrize(
    ("fields", "message"),
    [
        ({"text": None}, "row 1: 'text' is None"),
        ({"trigger": "meeting"}, r"row 1: 'meeting' does not occur 1 time\(s\) in the text"),
        ({"trigger": "talks#3"}, r"row 1: 'talks' does not occur 3 time\(s\) in the text"),
        ({"status": "done"}, "row 1: status 'done' is none of occurred, ongoing"),
        ({"certainty": "sure"}, "row 1: certainty 'sure' is none of asserted"),
        ({"attribution": "Police"}, "row 1: 'attribution' is 'Police'; give a list"),
        ({"attribution": ["Guards"]}, "row 1: 'Guards' does not occur"),
        ({"published": "23 July"}, "row 1: 'published' is '23 July'; give it as YYYY-MM-DD"),
    ],
)
def test_a_bad_row_is_named(fields: dict[str, Any], message: str) -> None:
    with pytest.raises(ValueError, match=message):
        score([row(**fields)], Answers([]))


@pytest.mark.skipif(not GOLD.exists(), reason="the gold data are in the source tree only")
def test_the_gold_is_well_formed_and_has_every_status_and_certainty() -> None:
    rows = [json.loads(line) for line in GOLD.read_text("utf-8").splitlines()]
    assert len(rows) >= 150
    assert len({r["id"] for r in rows}) == len({r["text"] for r in rows}) == len(rows)
    assert {r["status"] for r in rows} == set(STATUSES)
    assert {r["certainty"] for r in rows} == set(CERTAINTIES)
    assert {r["event"] for r in rows} <= {event for event, _ in kinds()}
    assert all(r["attribution"] for r in rows if r["certainty"] == "attributed")
    assert not any(r["attribution"] for r in rows if r["certainty"] == "asserted")
    score(rows, Answers(*([] for _ in rows)))  # every trigger and speaker is in its text
