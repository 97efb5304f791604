"""Verbs that the parser takes for a part of a name: who does what in headlines and at court."""

from __future__ import annotations

import pytest

from tests.parties import only


def texts(mention) -> tuple[list[str], list[str]]:
    """The words of the doers and of those it is done to."""
    return [e.text for e in mention.actors], [e.text for e in mention.recipients]


@pytest.mark.parametrize(
    ("text", "event", "doer", "other"),
    [
        ("Troops take power in Guinea, detain president", "COERCE", "Troops", "president"),
        ("Police raid newspaper, arrest editor", "COERCE", "Police", "editor"),
        ("Rebels storm prison, free inmates", "RETREAT", "Rebels", "inmates"),
        ("A Lusaka court convicted editor Martin Phiri of libel on Monday.", "SANCTION",
         "Lusaka court", "editor Martin Phiri"),
        ("A court in Lusaka convicted editor Martin Phiri of libel on Monday.", "SANCTION",
         "court", "editor Martin Phiri"),
        ("A Moscow court jailed activist Pavel Orlov for six years.", "SANCTION",
         "Moscow court", "activist Pavel Orlov"),
        ("Judges in Tunis convicted lawyer Sami Trabelsi on Friday.", "SANCTION",
         "Judges", "lawyer Sami Trabelsi"),
        ("The Francophonie suspended Sierra Leone on Tuesday.", "SANCTION",
         "Francophonie", "Sierra Leone"),
        ("ECOWAS imposed sanctions on Mali on Monday.", "SANCTION", "ECOWAS", "Mali"),
        ("Mali junta expels envoy, closes border with Algeria", "SANCTION", "Mali junta", "envoy"),
        ("Gov't Releases 90 OLA Detainees", "RETREAT", "Gov't", "90 OLA Detainees"),
        ("The government ended the dispute by setting free 40 soldiers.", "RETREAT",
         "government", "40 soldiers"),
        ("Greek guards pushed back refugees at the border.", "REJECT", "Greek guards", "refugees"),
    ],
)  # fmt: skip
def test_a_verb_is_no_part_of_a_party(code, text, event, doer, other):
    found = [texts(m) for m in code(text) if m.event == event]
    assert ([doer], [other]) in found


def test_a_doer_ends_before_the_verb_of_which_the_network_tells_nothing(code):
    text = "Sierra Leone junta names transition premier, bans rallies"
    assert texts(only(code, text, "COERCE"))[0] == ["Sierra Leone junta"]


def test_leaders_who_clash_with_others_stay_whole(code):
    text = "Protest leaders, police clash in Lagos"
    assert texts(only(code, text, "ASSAULT"))[0] == ["Protest leaders", "police"]


def test_whoever_is_received_in_a_headline_is_the_visitor(code):
    mention = only(code, "President Receives Chinese Envoy", "CONSULT")
    assert texts(mention) == (["Chinese Envoy"], ["President"])


def test_a_deposed_president_keeps_no_verb(code):
    text = "Talks began on Monday with the soldiers who deposed President Bio."
    assert texts(only(code, text, "ASSAULT")) == (["soldiers"], ["President Bio"])


@pytest.mark.parametrize(
    ("text", "party"),
    [
        ("In Kabul, protest leaders were arrested by police.", "protest leaders"),
        ("Israel's jailed activists called for help on Monday.", "Israel's jailed activists"),
        ("The two jailed opposition leaders were visited by the pope.",
         "two jailed opposition leaders"),
        ("Protest leaders met the jailed activists in Tunis.", "jailed activists"),
        ("The army said two arrested editors were freed.", "two arrested editors"),
    ],
)  # fmt: skip
def test_a_participle_before_a_noun_stays_its_own(code, text, party):
    assert any(party in side for m in code(text) for side in texts(m))


def test_strikes_before_a_name_that_follows_by_chance_stay_a_noun(code):
    mention = only(code, "After US strikes Iran vowed revenge.", "ASSAULT")
    assert texts(mention)[0] == ["US"]
