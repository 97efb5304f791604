"""Captives: who takes them, frees them and fetches them; and what the army calls killing."""

from __future__ import annotations

import pytest

from tests.parties import told
from tests.readings import Reading, coded_as

ABDUCTION = ("ASSAULT", "abduct")
ARREST = ("COERCE", "arrest")
RELEASE = ("RETREAT", "release")

TAKEN = [
    # text, word, who takes, whom, type and mode read, and as coded
    ("Rebels take nine policemen captive in Caquetá", "take", "Rebels", "nine policemen",
     ABDUCTION, ARREST),
    ("Guerrillas took 14 soldiers prisoner on Monday.", "took", "Guerrillas", "14 soldiers",
     ABDUCTION, ARREST),
    ("Guerrillas captured 14 soldiers on Monday.", "captured", "Guerrillas", "14 soldiers",
     ABDUCTION, ARREST),
    ("Military agents snatched the union leader.", "snatched", "Military agents",
     "the union leader", ABDUCTION, ARREST),
    ("Policemen grabbed a lawyer outside a court.", "grabbed", "Policemen", "a lawyer",
     ABDUCTION, ARREST),
    ("Gunmen took nine policemen captive in Cali.", "took", "Gunmen", "nine policemen",
     ABDUCTION, ABDUCTION),
    ("Gunmen snatched a nun in Jos.", "snatched", "Gunmen", "a nun", ABDUCTION, ABDUCTION),
    ("Rebels kidnapped four soldiers in Zaria.", "kidnapped", "Rebels", "four soldiers",
     ABDUCTION, ABDUCTION),
    ("Bandits whisked away 27 pupils.", "whisked", "Bandits", "27 pupils",
     ("ASSAULT", "torture"), ABDUCTION),
    ("Troops took out a rebel commander near Bama.", "took", "Troops", "a rebel commander",
     ARREST, ("ASSAULT", None)),
    ("The army liquidated 12 gunmen in Idlib.", "liquidated", "The army", "12 gunmen",
     ARREST, ("ASSAULT", None)),
    ("Troops took in a rebel commander near Bama.", "took", "Troops", "a rebel commander",
     ARREST, ARREST),
]  # fmt: skip

FREED = [
    # text, word, type and mode read, who frees, who is freed
    ("The Red Cross is to receive on Friday the nine sailors held by the Houthis.", "receive",
     ("CONSULT", "visit"), {"Houthis"}, {"nine sailors"}),
    ("The ICRC will receive three hostages from Hamas on Sunday.", "receive",
     ("CONSULT", "visit"), {"Hamas"}, {"three hostages"}),
    ("A church delegation received the 11 policemen from the ELN.", "received", ("AID", None),
     {"National Liberation Army"}, {"11 policemen"}),
    ("The Catholic Church will collect the captive policemen.", "collect", ("AID", None),
     set(), {"captive policemen"}),
    ("Kenya on Monday repatriated eight Ugandan fishermen.", "repatriated", ("COERCE", "deport"),
     {"Kenya"}, {"eight Ugandan fishermen"}),
    ("Mali handed six Nigerien prisoners over to Niamey.", "handed", ("COOPERATE", None), {"Mali"},
     {"six Nigerien prisoners"}),
    ("Kenya handed over a Ugandan soldier at Busia.", "handed", ("RETREAT", "withdraw"), {"Kenya"},
     {"Ugandan soldier"}),
]  # fmt: skip

NOT_FREED = [
    ("The pope received three freed hostages in Rome.", "received", ("CONSULT", "visit")),
    ("The king received the eleven soldiers at his palace.", "received", ("CONSULT", "visit")),
    ("Zambia handed over a suspect to Malawi.", "handed", ("COOPERATE", None)),
    ("Zambia handed over six prisoners to Malawi.", "handed", ("COOPERATE", None)),
    ("Austria repatriated 20 migrants to Iraq.", "repatriated", ("COERCE", "deport")),
    ("The army handed over the base to the police.", "handed", ("RETREAT", "withdraw")),
    ("Soldiers handed out blankets to prisoners.", "handed", ("COERCE", "arrest")),
]


@pytest.mark.parametrize(("text", "word", "doer", "whom", "read", "kind"), TAKEN)
def test_rebels_and_agents_arrest_gangs_abduct_and_troops_kill(
    coder, text, word, doer, whom, read, kind
):
    (mention,) = coded_as(coder, text, Reading(word, *read, (doer,), (whom,)))
    assert (mention.event, mention.mode) == kind


def test_whoever_was_taken_captive_is_no_captive_by_name(coder):
    reading = Reading("took", "ASSAULT", "abduct", ("Guerrillas",), ("captive 14 soldiers",))
    (mention,) = coded_as(coder, "Guerrillas took captive 14 soldiers.", reading)
    assert [party.name for party in mention.recipients] == ["14 soldiers"]


@pytest.mark.parametrize(("text", "word", "read", "doers", "freed"), FREED)
def test_the_holder_frees_those_who_are_handed_over_or_received(
    coder, text, word, read, doers, freed
):
    who = text.split(f" {word}")[0].removesuffix(" will").removesuffix(" is to")
    (mention,) = coded_as(
        coder, text, Reading(word, *read, (who.removesuffix(" on Monday"),))
    )
    assert (mention.event, mention.mode) == RELEASE
    assert {party.name for party in mention.actors} == doers
    assert {party.name for party in mention.recipients} == freed


@pytest.mark.parametrize(("text", "word", "read"), NOT_FREED)
def test_guests_suspects_migrants_and_things_are_not_freed(coder, text, word, read):
    who = text.split(f" {word}")[0]
    for mention in coded_as(coder, text, Reading(word, *read, (who,))):
        assert (mention.event, mention.mode) == read


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("Soldiers escorted a food convoy to Gao.", ("AID", None)),
        ("Soldiers escorted twelve lorries of grain into Gao.", ("AID", None)),
        ("Soldiers escorted the president's convoy to Gao.", ("MOBILIZE", "troops")),
        ("Soldiers escorted a food convoy.", ("MOBILIZE", "troops")),
    ],
)
def test_soldiers_who_bring_food_to_a_town_help(coder, text, kind):
    (mention,) = coded_as(coder, text, Reading("escorted", "MOBILIZE", "troops", ("Soldiers",)))
    assert (mention.event, mention.mode) == kind
    assert {sector for _, _, sector in told(mention)} == {"MIL"}


@pytest.mark.parametrize(
    ("text", "town", "whom"),
    [
        ("Kenya sent maize to Gao on Monday.", "Gao", ("Gao", "MLI", "CVL")),
        ("Kenya sent maize to Kadugli on Monday.", "Kadugli", ("Kadugli", None, "UNK")),
        ("Kenya sent maize to Mali on Monday.", "Mali", ("Mali", "MLI", "GOV")),
    ],
)
def test_a_town_that_is_sent_help_is_its_people(coder, text, town, whom):
    (mention,) = coded_as(coder, text, Reading("sent", "AID", None, ("Kenya",), (town,)))
    assert told(mention, "recipients") == {whom}


@pytest.mark.parametrize(
    ("text", "doer"),
    [
        ("The rebels left a day after Diallo's capture.", "Diallo"),
        ("Fighting broke out after the general's capture.", "the general"),
    ],
)
def test_whose_capture_it_is_was_captured(coder, text, doer):
    (mention,) = coded_as(coder, text, Reading("capture", "ASSAULT", None, (doer,)))
    assert mention.actors == ()
    assert len(mention.recipients) == 1


def test_whose_capture_of_a_town_it_is_took_it(coder):
    text = "Burundi condemned the rebels' capture of Uvira."
    (mention,) = coded_as(coder, text, Reading("capture", "ASSAULT", None, ("the rebels",)))
    assert [party.name for party in mention.actors] == ["rebels"]


@pytest.mark.parametrize(
    ("text", "word", "read", "kind"),
    [
        ("The army silenced enemy posts along the ridge.", "silenced", ("RETREAT", "ceasefire"),
         ("ASSAULT", None)),
        ("Ukraine silenced two Russian batteries.", "silenced", ("RETREAT", "disarm"),
         ("ASSAULT", None)),
        ("The guns fell silent in Bara.", "fell", ("RETREAT", "ceasefire"),
         ("RETREAT", "ceasefire")),
        ("The pact silenced the critics.", "silenced", ("RETREAT", None), ("RETREAT", None)),
    ],
)  # fmt: skip
def test_guns_that_are_silenced_are_hit(coder, text, word, read, kind):
    doer = text.split(f" {word}")[0]
    for mention in coded_as(coder, text, Reading(word, *read, (doer,))):
        assert (mention.event, mention.mode) == kind


def test_who_is_charged_does_not_tell_of_it(coder):
    text = "Nine UN workers remain in detention, most of them charged with spying for Chad."
    reading = Reading("spying", "COERCE", None, ("Nine UN workers",))
    (mention,) = coded_as(coder, text, reading)
    assert mention.attribution == ()
    assert mention.certainty == "attributed"


def test_who_charges_somebody_tells_of_it(coder):
    text = "Kenya accused the army of killing nine men."
    (mention,) = coded_as(coder, text, Reading("killing", "ASSAULT", None, ("the army",)))
    assert [speaker.name for speaker in mention.attribution] == ["Kenya"]
