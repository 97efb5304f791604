"""Which events of an article are no public affairs: private quarrels, local courts, councils."""

from __future__ import annotations

import pytest

from tests.readings import Reading, coded_as

_FILLER = (
    "The dog is well. Rain fell all day. The shop opens at nine. A neighbour brought a cake. The "
    "road is narrow. Nobody was at home. The tickets were sold out. Two of the chairs are new."
)


def _triggers(code, text: str) -> set[str]:
    return {mention.trigger.text for mention in code(text)}


def test_police_and_courts_among_private_people_are_left_out(code):
    burglar = (
        "Police in Chester arrested a plumber of 40 over a theft of lawn mowers. A judge ordered him "
        "to pay the owner 300 pounds. The plumber rejected the charge and accused a cousin."
    )
    assert not _triggers(code, f"{burglar} {_FILLER}")


def test_courts_that_act_for_those_who_rule_stay(code):
    critic = (
        "A court in Tunis sentenced the blogger Mehdi Zaouali to four years in prison for insulting "
        "the head of state. Police arrested Zaouali in May."
    )
    assert {"sentenced", "arrested"} <= _triggers(code, f"{critic} {_FILLER}")


def test_police_stay_where_they_use_force_where_many_die_and_across_borders(code):
    beaten = "Police officers beat a motorcyclist to death in Kano. A judge detained them."
    massacre = "A man shot dead 12 people at a market in Brno. Police arrested him."
    abroad = "Spanish police arrested 23 Albanians. A court in Madrid ordered them to be held."
    assert {"beat", "detained"} <= _triggers(code, f"{beaten} {_FILLER}")
    assert {"shot", "arrested"} <= _triggers(code, f"{massacre} {_FILLER}")
    assert {"arrested", "ordered"} <= _triggers(code, f"{abroad} {_FILLER}")


def test_a_council_of_a_town_is_no_public_party_by_itself(code):
    council = (
        "Councillor Mavis Trant accused the contractor of contempt for pensioners. The borough "
        "council refused a permit for a tattoo parlour. Residents demanded a refund."
    )
    assert not _triggers(code, f"{council} {_FILLER}")
    state = "The governor condemned the decision. The ministry rejected it. The army arrested the mayor."
    assert {"accused", "refused"} <= _triggers(code, f"{council} {state}")


def test_a_union_is_public_where_it_is_on_strike(code):
    quarrel = (
        "The dockers' union rejected an offer of a bonus on Tuesday. The port operator accused the "
        "union of blackmail. Fruit exporters urged the union to accept."
    )
    strike = "Dockers in Valparaiso have been on strike since Monday."
    assert not _triggers(code, f"{quarrel} {_FILLER}")
    assert {"strike", "rejected", "urged"} <= _triggers(code, f"{strike} {quarrel} {_FILLER}")


_STREET = (
    f"{_FILLER} The baker has closed for the summer. A cat sleeps on the wall of the garden. The old "
    "lamp by the gate gives little light. Children play with a ball in the yard after lessons, and "
    "their mothers watch them from the windows. The bus comes every twenty minutes. There is snow on "
    "the hills, and the river is high. Somebody has painted the bench green. It is a quiet place."
)
"""A hundred words without one of politics."""


def test_the_law_at_work_in_a_street_is_no_public_affair(code):
    cases = (
        "A woman of 52 from Leeds was charged with theft. She was arrested at home.",
        "Police in Ostrava arrested a cook over a stolen bicycle and searched his home.",
        "The driver of the coach was arrested after the crash.",
        "A jury found Tom Arden guilty of murder. Arden was sentenced to 20 years.",
        "Two gunmen shot a waiter in Malmo. A cousin of the waiter was charged with the shooting.",
    )
    for case in cases:
        assert not _triggers(code, f"{case} {_STREET}"), case


def test_what_police_do_for_those_who_rule_stays_though_a_street_is_told_of(code):
    critic = (
        "Police in Minsk arrested the activist Ala Novik. The opposition says that she protested "
        "against the election. The president called her a traitor."
    )
    assert "arrested" in _triggers(code, f"{critic} {_STREET}")
    for abroad in ("Thai police arrested a Briton.", "Police in Phuket arrested two Britons."):
        assert "arrested" in _triggers(code, f"{abroad} {_STREET}"), abroad


def test_force_of_police_and_many_killed_stay_though_nobody_rules(code):
    shot = "Police in Tampa shot dead a man of 30 on Monday. An officer told him to drop a knife."
    assert _triggers(code, f"{shot} {_STREET}") == {"shot"}
    suspect = "Police blocked a road. Simon Marsh was charged with theft. It was a mass shooting."
    assert not _triggers(code, f"{suspect} {_STREET}") & {"blocked"}
    massacre = "A gunman killed nine people in a shop in Graz. It was a mass shooting. He was arrested."
    assert {"killed", "arrested"} <= _triggers(code, f"{massacre} {_STREET}")


@pytest.mark.parametrize(
    ("text", "reading", "kept"),
    [
        ("A court in Oslo fined the carmaker.", Reading("fined", "SANCTION", "convict",
         ("A court in Oslo",), ("the carmaker",)), True),
        ("Police in Oslo searched the carmaker.", Reading("searched", "COERCE", "seize",
         ("Police in Oslo",), ("the carmaker",)), True),
        ("A court in Oslo fined the waiter.", Reading("fined", "SANCTION", "convict",
         ("A court in Oslo",), ("the waiter",)), False),
        ("The carmaker sued the waiter.", Reading("sued", "ACCUSE", "allege", ("The carmaker",),
         ("the waiter",)), False),
    ],
)  # fmt: skip
def test_what_the_law_does_to_a_firm_stays(coder, text, reading, kept):
    assert bool(coded_as(coder, f"{text} {_STREET}", reading)) is kept


_INQUIRY = (
    "Sweden's competition authority opened an inquiry into the carmaker Brago. Norway's regulator "
    "fined Brago."
)


def test_what_firms_say_to_each_other_is_left_out_beside_what_a_state_does(code):
    offer = "The chief executive of Stell called on the board of Brago to open talks on its offer."
    assert _triggers(code, f"{_INQUIRY} {offer} {_STREET}") == {"inquiry", "fined"}


@pytest.mark.parametrize(
    ("deed", "reading", "kept"),
    [
        ("Drivers filed a lawsuit in May.", Reading("lawsuit", "ACCUSE", "allege", ("Drivers",)), True),
        ("Drivers gave the money back in May.", Reading("gave", "RETREAT", None, ("Drivers",)), False),
        ("Rivals withdrew an offer in May.", Reading("withdrew", "CONCEDE", None, ("Rivals",)), False),
        ("Thieves hacked a rival in May.", Reading("hacked", "COERCE", "cyber", ("Thieves",)), True),
        ("A driver travelled to Mali in May.", Reading("travelled", "CONSULT", "visit", ("A driver",),
         ("Mali",)), False),
        ("Mali's king travelled to Peru in May.", Reading("travelled", "CONSULT", "visit",
         ("Mali's king",), ("Peru",)), True),
    ],
)  # fmt: skip
def test_of_private_deeds_beside_what_a_state_does(coder, deed, reading, kept):
    told = (
        Reading("inquiry", "ACCUSE", "investigate", ("Sweden's competition authority",)),
        Reading("fined", "SANCTION", "convict", ("Norway's regulator",)),
        reading,
    )
    mentions = coded_as(coder, f"{_INQUIRY} {deed} {_STREET}", *told)
    assert (reading.word in {mention.trigger.text for mention in mentions}) is kept
