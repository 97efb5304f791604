"""Text that is no text: it is read in a time that its length allows, and stops nothing."""

from __future__ import annotations

import pytest

from dragoman.analysis.runs import without_runs

SENTENCE = " Russia attacked Ukraine on Monday."


@pytest.mark.parametrize(
    "run", ["(" * 40, "_" * 41, "=-" * 30, "\N{BLACK CIRCLE}" * 50, "x" * 200, "https://example.org/" + "ab/" * 80]
)
def test_a_run_of_signs_becomes_blanks_of_its_length(run):
    assert without_runs(f"a {run} b") == f"a {' ' * len(run)} b"


@pytest.mark.parametrize(
    "text", ["'Well ...!!!' he said.", "-" * 39, "https://example.org/news/2026/11/a-long-title-of-an-article", "a " * 500]
)
def test_what_may_be_text_is_left(text):
    assert without_runs(text) == text


@pytest.mark.parametrize("sign", ["(", "_", '"', "'s", "(x", "1", "\N{GRINNING FACE}", " ", "\n", "- ", "\u4f60"])
def test_a_run_of_the_longest_text_holds_nothing_up(code, sign):
    """Where time grows with the square of a run, this does not end."""
    assert [m.event for m in code(sign * 90_000 + SENTENCE)] in (["ASSAULT"], [])


def test_a_mention_behind_a_run_has_its_offsets(code):
    text = "*" * 300 + SENTENCE
    (mention,) = code(text)
    assert text[mention.trigger.start : mention.trigger.end] == "attacked"


def test_speech_without_a_full_stop_is_read_in_parts(code):
    text = "the minister said that rebels attacked the town of Gao and the army denied it and " * 40
    mentions = code(text.capitalize())
    assert len({m.sentence.start for m in mentions}) > 1
    assert max(len(m.sentence.text.split()) for m in mentions) <= 120
    assert all(text.capitalize()[m.sentence.start : m.sentence.end] == m.sentence.text for m in mentions)
