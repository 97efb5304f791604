"""What the parties of a deed tell to be none: a leader at home, a firm's own shop."""

from __future__ import annotations

import pytest

from tests.readings import Reading, coded_as


@pytest.mark.parametrize(
    ("text", "word", "who", "whom", "kept"),
    [
        ("The president of Chad inspected Chad's army on Monday.", "inspected", "president",
         "Chad's army", False),
        ("The president of Chad visited the troops of Chad on Monday.", "visited", "president",
         "troops", False),
        ("The president of Chad visited the troops of Togo on Monday.", "visited", "president",
         "troops", True),
        ("The president of Chad visited Chad's army in Mali on Monday.", "visited", "president",
         "Chad's army", True),
        ("The president of Chad visited the chiefs of Chad on Monday.", "visited", "president",
         "chiefs", True),
        ("The bishop visited Chad's army on Monday.", "visited", "bishop", "Chad's army", True),
    ],
)  # fmt: skip
def test_who_goes_to_his_own_forces_meets_nobody(coder, text, word, who, whom, kept):
    reading = Reading(word, "CONSULT", "visit", actors=(who,), recipients=(whom,))
    assert bool(coded_as(coder, text, reading)) is kept


@pytest.mark.parametrize(
    ("text", "word", "who", "kept"),
    [
        ("Telegram was dropped from the App Store on Monday.", "dropped", (), False),
        ("Apple pulled Telegram from its platform on Monday.", "pulled", ("Apple",), False),
        ("Google has removed Telegram from the Play Store.", "removed", ("Google",), False),
        ("Apple pulled Telegram from the App Store at the order of a court.", "pulled", ("Apple",),
         True),
        ("China had Telegram removed from the App Store.", "removed", (), True),
        ("The ministry removed Telegram from the platform.", "removed", ("ministry",), True),
        ("Apple banned Telegram from Kenya on Monday.", "banned", ("Apple",), True),
    ],
)  # fmt: skip
def test_what_a_firm_takes_off_its_shop_is_no_censoring(coder, text, word, who, kept):
    reading = Reading(word, "COERCE", "censor", actors=who, recipients=("Telegram",))
    assert bool(coded_as(coder, text, reading)) is kept


@pytest.mark.parametrize(
    ("text", "word", "mode"),
    [
        ("A soldier held the boy in a chokehold.", "held", None),
        ("Rebels held the boy by the hair.", "held", None),
        ("A guard grabbed the boy by the throat.", "grabbed", None),
        ("Rebels held the boy in a cellar.", "held", "abduct"),
        ("Rebels held the boy by force.", "held", "abduct"),
    ],
)
def test_who_is_held_fast_is_not_abducted(coder, text, word, mode):
    reading = Reading(word, "ASSAULT", "abduct", recipients=("boy",))
    (mention,) = coded_as(coder, text, reading)
    assert mention.mode == mode


@pytest.mark.parametrize(
    ("text", "word", "who", "event"),
    [
        ("Chad said more exercises with the islands as their aim must follow.", "exercises",
         ("Chad",), "MOBILIZE"),
        ("The king of Jordan plans military drills in May.", "drills", ("king",), "MOBILIZE"),
        ("Chad's army held an exercise in the desert.", "exercise", ("Chad's army",), "MOBILIZE"),
        ("Chad will hold exercises with Niger in May.", "exercises", ("Chad",), "COOPERATE"),
        ("Chad plans joint exercises in May.", "exercises", ("Chad",), "COOPERATE"),
        ("Chad and Niger plan exercises in May.", "exercises", ("Chad", "Niger"), "COOPERATE"),
        ("Chad praised the Nigerien-Chadian exercises in May.", "exercises", ("Chad",), "COOPERATE"),
    ],
)  # fmt: skip
def test_what_one_state_drills_alone_is_no_cooperation(coder, text, word, who, event):
    (mention,) = coded_as(coder, text, Reading(word, "COOPERATE", actors=who))
    assert mention.event == event


@pytest.mark.parametrize(
    ("text", "word", "who", "whom", "kept"),
    [
        ("The president of Chad made a trip to a hospital on Monday.", "trip",
         "The president of Chad", "a hospital", False),
        ("The king of Jordan visited a clinic in Amman on Monday.", "visited", "The king of Jordan",
         "a clinic", False),
        ("The president of Chad toured a school on Monday.", "toured", "The president of Chad",
         "a school", False),
        ("The president of Chad visited a hospital in Mali on Monday.", "visited",
         "The president of Chad", "a hospital", True),
        ("The president of Chad made a trip to Togo on Monday.", "trip", "The president of Chad",
         "Togo", True),
    ],
)  # fmt: skip
def test_who_goes_to_a_house_of_his_own_land_visits_nobody(coder, text, word, who, whom, kept):
    reading = Reading(word, "CONSULT", "visit", actors=(who,), recipients=(whom,))
    assert bool(coded_as(coder, text, reading)) is kept


@pytest.mark.parametrize(
    ("text", "who", "whom", "kept"),
    [
        ("Chad's interior minister defended Chad's government over the tax.",
         "Chad's interior minister", "Chad's government", False),
        ("The president of Chad defended Chad's prime minister.", "The president of Chad",
         "Chad's prime minister", False),
        ("The president of Chad defended Togo's government over the tax.", "The president of Chad",
         "Togo's government", True),
        ("A bishop defended Chad's government over the tax.", "A bishop", "Chad's government", True),
    ],
)  # fmt: skip
def test_who_defends_his_own_government_supports_nobody(coder, text, who, whom, kept):
    reading = Reading("defended", "SUPPORT", actors=(who,), recipients=(whom,))
    assert bool(coded_as(coder, text, reading)) is kept


@pytest.mark.parametrize(
    ("text", "who", "whom", "kept"),
    [
        ("The guide was visiting her parents in Lagos on Monday.", "The guide", "her parents", False),
        ("The envoy of Chad, visiting his brother in Mali, fell ill.", "The envoy of Chad",
         "his brother", False),
        ("The king of Jordan, visiting the parents of a hostage, wept.", "The king of Jordan",
         "the parents", True),
    ],
)  # fmt: skip
def test_who_visits_his_family_visits_no_party(coder, text, who, whom, kept):
    reading = Reading("visiting", "CONSULT", "visit", actors=(who,), recipients=(whom,))
    assert bool(coded_as(coder, text, reading)) is kept
