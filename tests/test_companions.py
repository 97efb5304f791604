"""Who does a deed beside its subject, who is told as new, and who or what does nothing of it."""

from __future__ import annotations

import pytest

from tests.readings import Reading, coded_as
from tests.test_circumstances import parties


@pytest.mark.parametrize(
    ("text", "word", "actor", "other"),
    [
        ("Villagers along with Kenyan activists marched on Monday.", "marched", "Villagers",
         "Kenyan activists"),
        ("Police together with soldiers stormed the camp.", "stormed", "Police", "soldiers"),
        ("The army, along with rebels, attacked Gao.", "attacked", "army", "rebels"),
        ("Kenya, together with Uganda, condemned the coup.", "condemned", "Kenya", "Uganda"),
        ("Kenya as well as Uganda condemned the coup.", "condemned", "Kenya", "Uganda"),
        ("Oxfam together with Uganda sent food to Gulu.", "sent", "Oxfam", "Uganda"),
    ],
)  # fmt: skip
def test_who_is_told_along_with_the_subject_does_it_too(coder, text, word, actor, other):
    reading = Reading(word, "PROTEST", actors=(actor,))
    assert other in parties(coder, text, reading, "actors")


@pytest.mark.parametrize(
    ("text", "word"),
    [
        ("The minister, along with a map, showed a letter.", "showed"),
        ("The minister presented a map along with Kenya.", "presented"),
        ("The minister of works met the king together with Kenya.", "met"),
    ],
)
def test_neither_things_nor_who_stands_elsewhere_does(coder, text, word):
    reading = Reading(word, "REQUEST", actors=("minister",))
    assert parties(coder, text, reading, "actors") == {"minister"}


@pytest.mark.parametrize(
    ("text", "word", "read"),
    [
        ("On Friday a U.S.-drafted paper condemned nobody.", "condemned", "U.S.-drafted"),
        ("A U.S.-drafted paper condemned nobody.", "condemned", "U.S.-drafted paper"),
        ("A French-sponsored resolution demanded talks.", "demanded", "French"),
        ("A French-brokered agreement demanded talks.", "demanded", "French-brokered"),
    ],
)
def test_who_drafted_a_text_is_not_who_says_what_it_says(coder, text, word, read):
    assert coded_as(coder, text, Reading(word, "REQUEST", actors=(read,))) == []


@pytest.mark.parametrize(
    ("text", "word", "read", "name"),
    [
        ("Saudi-led strikes hit Sanaa.", "strikes", "Saudi-led", "Saudi Arabia"),
        ("U.S.-backed rebels struck Gao.", "struck", "U.S.-backed rebels", "U.S.-backed rebels"),
    ],
)
def test_who_leads_a_raid_and_whoever_is_backed_does_it(coder, text, word, read, name):
    assert parties(coder, text, Reading(word, "ASSAULT", actors=(read,)), "actors") == {name}


@pytest.mark.parametrize(
    ("text", "read"),
    [
        ("The soldiers received Blue Hill Biscuits, rice and tea.", "Blue Hill Biscuits"),
        ("The soldiers received Gitanes, candy and tea.", "Gitanes"),
        ("The soldiers received blankets.", "blankets"),
    ],
)
def test_what_is_received_gives_nothing(coder, text, read):
    reading = Reading("received", "AID", actors=(read,), recipients=("soldiers",))
    assert parties(coder, text, reading, "actors") == set()


@pytest.mark.parametrize(
    ("text", "event", "read", "name"),
    [
        ("The soldiers received food from Chad.", "AID", "Chad", "Chad"),
        ("The soldiers received Russian food.", "AID", "Russian", "Russia"),
        ("The soldiers received the premier.", "CONSULT", "premier", "premier"),
    ],
)
def test_who_gives_or_is_received_keeps_his_part(coder, text, event, read, name):
    reading = Reading("received", event, actors=(read,), recipients=("soldiers",))
    assert name in parties(coder, text, reading, "actors")


LIST = "In 1991 a man shot dead 22 people. In 1999 a man shot dead 10 people.\n"


@pytest.mark.parametrize(
    ("entry", "word", "read", "name"),
    [
        ("An immigrant shoots dead nine people at a market.", "shoots", ("An immigrant",),
         "immigrant"),
        ("A student stabs six pupils in Gao.", "stabs", (), "student"),
        ("A soldier kills two guards in Gao.", "kills", (), "soldier"),
    ],
)  # fmt: skip
def test_who_is_told_as_new_is_nobody_of_another_entry(coder, entry, word, read, name):
    reading = Reading(word, "ASSAULT", "firearms", actors=read)
    (mention,) = coded_as(coder, LIST + entry, reading)
    assert [(a.text, a.inferred) for a in mention.actors] == [(name, False)]


@pytest.mark.parametrize(
    ("text", "word"),
    [("A bomb kills two guards in Gao.", "kills"), ("The soldier kills two guards.", "kills")],
)
def test_neither_a_thing_nor_who_is_known_is_new(coder, text, word):
    (mention,) = coded_as(coder, text, Reading(word, "ASSAULT", recipients=("guards",)))
    assert not mention.actors


def test_a_man_shot_is_the_victim(coder):
    text = "A man shot dead in Gao was a teacher."
    reading = Reading("shot", "ASSAULT", recipients=("man",))
    (mention,) = coded_as(coder, text, reading)
    assert not mention.actors
    assert {r.text for r in mention.recipients} == {"man"}
