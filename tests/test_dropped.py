"""Inquiries and charges that are dropped: coded at the verb that drops them."""

from __future__ import annotations

import pytest

from tests.readings import Reading, coded_as


def _told(coder, text, whom=(), status="cancelled"):
    reading = Reading("inquiry", "ACCUSE", "investigate", (), whom, status)
    return [(m.trigger.text, m.event, m.status) for m in coded_as(coder, text, reading)]


@pytest.mark.parametrize(
    ("text", "verb"),
    [
        ("The Norwegian inquiry into the general was shelved in 2019.", "shelved"),
        ("The EU's inquiry into the bank has been halted.", "halted"),
        ("The attorney general ended the inquiry into the president's son.", "ended"),
        ("The prosecutor took the decision to close the inquiry into the mayor of Lima.", "close"),
        ("Police decided to drop the inquiry into the mayor of Lima.", "drop"),
    ],
)
def test_an_inquiry_that_is_dropped_is_conceded(coder, text, verb):
    assert _told(coder, text) == [(verb, "CONCEDE", "occurred")]


@pytest.mark.parametrize(
    "text",
    [
        "The inquiry into the mayor of Lima ended with nine arrests.",
        "Police did not drop the inquiry into the mayor of Lima.",
        "The union asked the police to drop the inquiry into the mayor of Lima.",
        "The prosecutor closed the office and led the inquiry into the mayor of Lima.",
    ],
)
def test_an_inquiry_that_nobody_drops_stays_one(coder, text):
    told = _told(coder, text, ("the mayor of Lima",), "occurred")
    assert [found[:2] for found in told] == [("inquiry", "ACCUSE")]


def test_who_decides_drops_it(coder):
    text = "The Peruvian prosecutor made the decision to close the inquiry into the mayor."
    (mention,) = coded_as(coder, text, Reading("inquiry", "ACCUSE", "investigate"))
    assert [actor.country for actor in mention.actors] == ["PER"]


def test_a_text_that_accuses_does_so_whatever_it_alleges(code):
    text = "In his suit accusing police of beating him, the student alleges that one broke his arm."
    certainty = {m.trigger.text: m.certainty for m in code(text)}
    assert certainty["accusing"] == "asserted"
    assert certainty["beating"] == "alleged"
