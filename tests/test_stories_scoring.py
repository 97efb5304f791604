"""The scorer of linking, and the gold it reads."""

from __future__ import annotations

import json
from collections import Counter
from datetime import date
from pathlib import Path

import pytest

from dragoman import Coder
from dragoman.evaluation.stories import StoriesError, curve, read, score
from dragoman.mention import Entity, Magnitudes, Mention, Span, When
from dragoman.record.linking.likeness import LINK, likeness
from dragoman.record.rows.mentionrows import dump_traits, load_traits
from dragoman.record.traits.traits import Traits, traits_of

GOLD = Path(__file__).parents[1] / "evaluation" / "gold"
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


LULA = ("Luiz Inácio Lula da Silva", "BRA", "President")
PETRO = ("Gustavo Petro", "COL", "President")
MURILLO = ("Luis Gilberto Murillo", "COL", "Foreign Minister")
COLOMBIA = ("Colombia", "COL", None)
BRAZIL = ("Brazil", "BRA", None)
Who = tuple[str, str, str | None]
SETTING = {"lula": 2.0, "petro": 2.0, "bogota": 2.0}


def reported(
    kind: str, trigger: str, actors: tuple[Who, ...], recipients: tuple[Who, ...] = (),
    status: str = "occurred", when: str | None = "2025-05-20", article: str = "a",
) -> Traits:  # fmt: skip
    """The traits of a mention of an article of 20 May 2025 on one tour."""
    event, _, mode = kind.partition("/")
    sides = [tuple(Entity(n, 0, 0, n, c, ("GOV",), o) for n, c, o in side) for side in (actors, recipients)]
    text = f"Lula {trigger} in Bogota on the tour"
    mention = Mention(
        id=f"{article}{trigger}", article_id=article, event=event, mode=mode or None, contexts=(),  # type: ignore[arg-type]
        quad_class=1, intensity=4.0, trigger=Span(trigger, 5, 5 + len(trigger)),
        sentence=Span(text, 0, len(text)), actors=sides[0], recipients=sides[1], status=status,  # type: ignore[arg-type]
        certainty="asserted", background=False, attribution=(), where=(), magnitudes=Magnitudes(),
        when=When("", 0, 0, when, "stated") if when else None, confidence=0.9,
    )  # fmt: skip
    made = traits_of(mention, date(2025, 5, 20), SETTING)
    assert load_traits(dump_traits(made), SETTING) == made
    return made


VISIT = reported("CONSULT/visit", "visited", (LULA,), (COLOMBIA,))
TALKS = reported("CONSULT", "talks", (LULA, PETRO))
SIGNED = reported("SUPPORT", "signed", (BRAZIL, COLOMBIA))


@pytest.mark.parametrize(
    ("one", "other", "linked"),
    [
        (VISIT, reported("CONSULT/visit", "arrived", (LULA,), (PETRO,), article="b"), True),
        # the host's visit in return; another visit by the same guest
        (VISIT, reported("CONSULT/visit", "visit", (PETRO,), (BRAZIL,), "planned", None, "b"), False),
        (VISIT, reported("CONSULT/visit", "visit", (LULA,), (COLOMBIA,), "planned", "2026-21", "b"), False),
        (VISIT, reported("CONSULT", "met", (LULA, PETRO), article="b"), False),
        (TALKS, reported("CONSULT", "met", (LULA, PETRO), article="b"), True),
        (TALKS, reported("CONSULT", "met", (LULA, COLOMBIA), article="b"), True),
        (TALKS, reported("CONSULT", "met", (LULA, MURILLO), article="b"), False),
        (SIGNED, reported("SUPPORT", "treaty", (BRAZIL, COLOMBIA), article="b"), True),
        (SIGNED, reported("SUPPORT", "praised", (PETRO,), (BRAZIL,), article="b"), False),
    ],
)
def test_neighbours_of_one_tour_are_told_apart(one: Traits, other: Traits, linked: bool) -> None:
    assert (likeness(one, other) >= LINK) is linked
    assert likeness(one, other) == likeness(other, one)


@pytest.mark.parametrize(
    ("name", "stories", "mentions", "least"),
    [("stories.jsonl", 30, 150, 25), ("stories_deeds.jsonl", 30, 90, 10)],
)
def test_the_gold_sets_are_what_they_say(name: str, stories: int, mentions: int, least: int) -> None:
    rows = [json.loads(line) for line in (GOLD / name).read_text("utf-8").splitlines()]
    told = [(row, mention) for row in rows for mention in row["mentions"]]
    assert len({row["id"] for row in rows}) == len(rows)
    assert len({row["story"] for row in rows}) >= stories
    assert len(told) >= mentions
    for row, mention in told:
        assert row["text"].startswith(mention["trigger"], mention["start"]), row["id"]
    halves = {row["story"]: row["half"] for row in rows}
    assert all(halves[row["story"]] == row["half"] for row in rows)
    assert min(Counter(halves.values()).values()) >= least
    labels = {row["half"]: set[str]() for row in rows}
    for row, mention in told:
        labels[row["half"]].add(mention["event"])
    assert labels["tune"].isdisjoint(labels["report"])
