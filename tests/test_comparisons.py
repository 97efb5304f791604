"""Deeds that only a comparison tells of are taken as known."""

from __future__ import annotations

import pytest

from tests.readings import Reading, coded_as


def standing(coder, text: str, word: str) -> tuple[str, list[str]]:
    """How sure the deed is, and who says so."""
    (mention,) = coded_as(coder, text, Reading(word, "MOBILIZE", "weapons", actors=("Chad",)))
    return mention.certainty, [speaker.name for speaker in mention.attribution]


@pytest.mark.parametrize(
    ("text", "word"),
    [
        ("Reports suggested that Chad had a missile similar to that tested over Togo in May.",
         "tested"),
        ("The general said the missiles do not reach as far as the one that Chad tested in June.",
         "tested"),
        ("Experts believe the rocket was bigger than the one that Chad launched in May.",
         "launched"),
        ("The army says its rocket is identical to those fired by Chad in May.", "fired"),
    ],
)  # fmt: skip
def test_what_a_thing_is_compared_with_is_told_as_known(coder, text, word):
    assert standing(coder, text, word) == ("asserted", [])


@pytest.mark.parametrize(
    ("text", "word", "certainty", "speakers"),
    [
        ("Experts say the rocket was bigger than the one that Chad allegedly launched in May.",
         "launched", "alleged", []),
        ("The army says its rocket is like the one that Togo said Chad had fired in May.", "fired",
         "attributed", ["Togo"]),
        ("Reports suggested that Chad fired a missile over Togo in May.", "fired", "alleged", []),
        ("Experts said that the rocket known as Lion was fired by Chad.", "fired", "attributed",
         ["Experts"]),
    ],
)  # fmt: skip
def test_hedges_of_its_own_and_on_other_deeds_count(coder, text, word, certainty, speakers):
    assert standing(coder, text, word) == (certainty, speakers)
