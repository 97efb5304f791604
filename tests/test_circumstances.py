"""Parties that only a deed's circumstances name: the rule it breaks, the ally, the reason why."""

from __future__ import annotations

import pytest

from tests.readings import Reading, coded_as


def parties(coder, text: str, reading: Reading, side: str = "recipients") -> set[str]:
    """The names on a side of the only mention that is made of a reading."""
    (mention,) = coded_as(coder, text, reading)
    return {party.name for party in getattr(mention, side)}


@pytest.mark.parametrize(
    ("text", "word", "event", "read"),
    [
        ("Togo denounced Chad's rocket launches against the resolutions of the African Union.",
         "launches", "MOBILIZE", "African Union"),
        ("Chad tested a missile in violation of UN Security Council resolutions.",
         "tested", "MOBILIZE", "UN Security Council"),
        ("Chad moved tanks to the river in breach of its agreement with Niger.",
         "moved", "MOBILIZE", "Niger"),
        ("The army shelled Kidal in defiance of Algeria's ceasefire deal.",
         "shelled", "ASSAULT", "Algeria"),
        ("Chad sent tanks to the river, flouting a pact with Niger.", "sent", "MOBILIZE", "Niger"),
    ],
)  # fmt: skip
def test_whose_rule_a_deed_breaks_is_not_whom_it_is_done_to(coder, text, word, event, read):
    reading = Reading(word, event, actors=("Chad",) if "Chad" in text else ("army",),
                      recipients=(read,))  # fmt: skip
    assert parties(coder, text, reading) == set()


@pytest.mark.parametrize(
    ("text", "word", "event", "read", "name"),
    [
        ("Chad launched a missile against Niger.", "launched", "ASSAULT", "Niger", "Niger"),
        ("Chad voted against the African Union resolution.", "voted", "REJECT", "African Union",
         "African Union"),
        ("Chad is flouting its pact with Niger.", "flouting", "REJECT", "Niger", "Niger"),
        ("Farmers marched against the law of the European Union in Chad.", "marched", "PROTEST",
         "European Union", "European Union"),
        ("Chad flew drones in violation of the airspace of Niger.", "flew", "MOBILIZE", "Niger",
         "Niger"),
    ],
)  # fmt: skip
def test_who_is_struck_refused_or_marched_against_is(coder, text, word, event, read, name):
    actor = ("Farmers",) if "Farmers" in text else ("Chad",)
    reading = Reading(word, event, actors=actor, recipients=(read,))
    assert parties(coder, text, reading) == {name}


@pytest.mark.parametrize(
    ("text", "word", "event", "read"),
    [
        ("Togo vowed to strike back based on its firm alliance with France.", "vowed", "THREATEN",
         "France"),
        ("Togo will punish Benin through its partnership with France, it warned.", "warned",
         "THREATEN", "France"),
        ("Togo rejected the plan on the strength of its alliance with France.", "rejected", "REJECT",
         "France"),
        ("Togo will strike back based upon a Togo-France alliance, it warned.", "warned", "THREATEN",
         "France"),
        ("Togo accused Benin of spying under its pact with France.", "accused", "ACCUSE", "France"),
    ],
)  # fmt: skip
def test_by_whose_alliance_one_threatens_is_not_threatened(coder, text, word, event, read):
    reading = Reading(word, event, actors=("Togo",), recipients=(read,))
    assert read not in parties(coder, text, reading)


@pytest.mark.parametrize(
    ("text", "word"),
    [
        ("Togo threatened to end its alliance with France.", "threatened"),
        ("Togo threatened the alliance with France.", "threatened"),
        ("Togo warned France that it would leave their alliance.", "warned"),
    ],
)
def test_whose_alliance_one_threatens_to_end_is(coder, text, word):
    reading = Reading(word, "THREATEN", actors=("Togo",), recipients=("France",))
    assert parties(coder, text, reading) == {"France"}


@pytest.mark.parametrize(
    ("text", "word"),
    [
        ("Niger will never give up its drones because of threats from Chad, it said.", "give"),
        ("Niger refused to disarm, citing hostility from Chad.", "refused"),
        ("Niger refused to give up its drones, which are needed to counter aggression by Chad.",
         "refused"),
        ("Niger will not yield, due to Chad's raids, it said.", "yield"),
    ],
)  # fmt: skip
def test_whom_only_the_reason_of_a_refusal_names_is_not_refused(coder, text, word):
    reading = Reading(word, "REJECT", actors=("Niger",), recipients=("Chad",))
    assert parties(coder, text, reading) == set()


@pytest.mark.parametrize(
    ("text", "word", "event"),
    [
        ("Niger rejected a demand by Chad.", "rejected", "REJECT"),
        ("Niger refused to counter Chad.", "refused", "REJECT"),
        ("Niger threatened war because of raids by Chad.", "threatened", "THREATEN"),
        ("Niger complained because of raids by Chad.", "complained", "ACCUSE"),
    ],
)
def test_who_asked_is_refused_and_threats_have_their_reasons(coder, text, word, event):
    reading = Reading(word, event, actors=("Niger",), recipients=("Chad",))
    assert parties(coder, text, reading) == {"Chad"}


def test_with_whom_those_ordered_are_to_work_is_asked_nothing(coder):
    text = "The king ordered the navy to cooperate with Kenya."
    reading = Reading("ordered", "REQUEST", actors=("king",), recipients=("navy", "Kenya"))
    assert "Kenya" not in parties(coder, text, reading)
    text = "The king pleaded with Kenya."
    reading = Reading("pleaded", "REQUEST", actors=("king",), recipients=("Kenya",))
    assert parties(coder, text, reading) == {"Kenya"}


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("Togo's king is on a trip that focuses on Chad's army.", set()),
        ("Togo's king is on a trip centred on the war in Chad.", set()),
        ("Togo's king is on a trip to Chad.", {"Chad"}),
        ("Togo's king is on a trip that takes him to Chad.", {"Chad"}),
    ],
)
def test_what_a_trip_is_about_is_not_where_it_goes(coder, text, names):
    king = ("Togo's king",)
    reading = Reading("trip", "CONSULT", "visit", actors=king, recipients=("Chad",))
    assert parties(coder, text, reading) == names
