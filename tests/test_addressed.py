"""Whom 'both countries' means where somebody asks, accuses or threatens them."""

from __future__ import annotations

import pytest

from tests.readings import Reading, coded_as

MOST_NAMED = "Japan and Peru met. Japan and Peru held a drill. "
SUPPLIERS = "Rubio noted that China supplies Mali with rice and Togo hires its farmers. "


def asked(coder, text: str, word: str, event: str, whom: str) -> set[str | None]:
    """The countries of those addressed."""
    (mention,) = coded_as(coder, text, Reading(word, event, recipients=(whom,), actors=("He",)))
    return {party.country for party in mention.recipients}


@pytest.mark.parametrize(
    ("text", "word", "event", "whom", "states"),
    [
        (MOST_NAMED + SUPPLIERS + "He called on both countries to act.", "called", "REQUEST",
         "both countries", {"CHN", "TGO"}),
        ("Rubio spoke of Chad and Togo. He accused the two nations of lying.", "accused", "ACCUSE",
         "two nations", {"TCD", "TGO"}),
        (MOST_NAMED + "Chad attacked Togo on Monday, Rubio said. He warned both nations.", "warned",
         "THREATEN", "both nations", {"TCD", "TGO"}),
        ("Rubio said that Chad and Togo were at war. He urged the two neighbours to talk.", "urged",
         "REQUEST", "two neighbours", {"TCD", "TGO"}),
        ("Rubio said that the United States trusts Chad and that it trusts Togo. He urged both "
         "countries to talk.", "urged", "REQUEST", "both countries", {"TCD", "TGO"}),
    ],
)  # fmt: skip
def test_states_that_are_addressed_are_those_told_just_before(
    coder, text, word, event, whom, states
):
    assert asked(coder, text, word, event, whom) == states


@pytest.mark.parametrize(
    "before",
    [
        "Rubio spoke of the United States and Japan. ",
        "Japan and Peru met. Rubio came from Chad. ",
        "Rubio spoke of a lake. ",
    ],
)
def test_states_of_whom_no_two_were_told_stay_unknown(coder, before):
    text = before + "He called on both countries to act."
    assert asked(coder, text, "called", "REQUEST", "both countries") <= {None}


def test_states_that_do_something_are_found_as_before(code):
    text = "Kenya and Uganda signed a pact. Kenya is rich. Both countries urged Chad to join."
    asking = next(m for m in code(text) if m.event == "REQUEST")
    assert {a.country for a in asking.actors} == {"KEN", "UGA"}
