"""Talks that somebody only calls fruitless: a refusal by a party to them, else nothing."""

from __future__ import annotations

import pytest

from tests.readings import Reading, coded_as

TALKS = Reading("talks", "CONSULT")


@pytest.mark.parametrize(
    "text",
    [
        "The premier of Japan said that regional talks were pointless for now.",
        "An analyst said talks with Chad would be pointless.",
        "Any talks would be a waste of time, the king of Jordan said.",
        "It is pointless to hold talks, the premier of Mali said.",
    ],
)
def test_nobody_holds_talks_that_are_called_useless(coder, text):
    assert coded_as(coder, text, TALKS) == []


@pytest.mark.parametrize(
    "text",
    [
        "The president of Mali said talks with Chad would be a waste of time.",
        "The president of Mali insisted that talks with Chad were pointless.",
        "There is no point in talks with Chad, the president of Mali said.",
        "It is useless to hold talks with Chad, the president of Mali said.",
    ],
)
def test_who_calls_his_own_talks_useless_refuses_to_meet(coder, text):
    (mention,) = coded_as(coder, text, TALKS)
    assert (mention.event, mention.mode) == ("REJECT", "meet")
    assert {a.country for a in mention.actors} == {"MLI"}
    assert {r.country for r in mention.recipients} == {"TCD"}


@pytest.mark.parametrize(
    "text",
    [
        "Mali and Chad held talks in Lome that proved useless.",
        "Mali and Chad held talks on a useless bridge.",
        "The talks of Mali and Chad in Lome were useless.",
        "Talks with Chad were not useless, the president of Mali said.",
        "Talks between Mali and Chad were held in a useless attempt to end the war.",
    ],
)
def test_talks_that_were_held_stay(coder, text):
    reading = Reading("talks" if "talks" in text else "Talks", "CONSULT", actors=("Chad",))
    assert [m.event for m in coded_as(coder, text, reading)] == ["CONSULT"]
