"""Whose a body, a deed or a force is: as tables of whole sentences."""

from __future__ import annotations

import pytest

from tests.parties import only, told


def parties(code, text: str, event: str, side: str = "actors") -> set[tuple[str, str | None, str]]:
    """Name, country and first sector (empty for none) of the parties of the only such mention."""
    return told(only(code, text, event), side)


@pytest.mark.parametrize(
    ("text", "event", "name", "country", "sector"),
    [
        ("Chile's Congress rejected the bill on mining.", "REJECT", "Chile's Congress", "CHL", "LEG"),
        ("Congress in Bolivia impeached the minister on Monday.", "ACCUSE", "Congress", "BOL", "LEG"),
        ("Kenya's House of Representatives criticised the health minister.",
         "ACCUSE", "Kenya's House of Representatives", "KEN", "LEG"),
        ("The House of Representatives of Japan condemned North Korea.",
         "ACCUSE", "House of Representatives", "JPN", "LEG"),
        ("Zambia's Congress of Trade Unions called a strike.",
         "PROTEST", "Zambia's Congress of Trade Unions", "ZMB", "LAB"),
        ("Congress in Washington rejected the bill on mining.",
         "REJECT", "United States Congress", "USA", "LEG"),
        ("The US Congress rejected the bill on mining.",
         "REJECT", "United States Congress", "USA", "LEG"),
    ],
)  # fmt: skip
def test_a_body_of_a_common_name_is_of_the_country_named_with_it(
    code, text, event, name, country, sector
):
    assert parties(code, text, event) == {(name, country, sector)}


@pytest.mark.parametrize(
    ("text", "sector"),
    [
        ("Nine soldiers died in a jihadist attack on Dori in Burkina Faso.", "REB"),
        ("An Islamist bombing killed four people in Baidoa, Somalia.", "REB"),
        ("A rebel attack killed 20 villagers in Ituri on Sunday.", "REB"),
        ("Four villagers died in a separatist attack in Cameroon on Monday.", "REB"),
        ("A gang attack killed 20 people in Haiti.", "CRM"),
    ],
)
def test_armed_men_of_no_state_before_a_deed_do_it(code, text, sector):
    ((_, _, found),) = parties(code, text, "ASSAULT")
    assert found == sector


@pytest.mark.parametrize(
    "text",
    [
        "The counter-terrorist raid killed three men in Kenya.",
        "Ten fighters were killed in a raid on a militant hideout in Somalia.",
    ],
)
def test_armed_men_whom_a_deed_is_against_do_not_do_it(code, text):
    assert parties(code, text, "ASSAULT") == set()


def test_a_word_for_the_kind_of_doer_is_no_other_doer(code):
    text = "Gunmen killed nine soldiers in a jihadist raid on a base in Mali."
    assert parties(code, text, "ASSAULT") == {("Gunmen", None, "UAF")}


@pytest.mark.parametrize(
    ("text", "event", "name", "country"),
    [
        ("A rebel group, M23, attacked Sake on Sunday.", "ASSAULT", "March 23 Movement", "COD"),
        ("A rights group, Amnesty International, condemned the arrests.",
         "ACCUSE", "Amnesty International", "NGO"),
        ("The nurses' union, the Kenya Ward Alliance, condemned the arrests.",
         "ACCUSE", "Kenya Ward Alliance", "KEN"),
    ],
)  # fmt: skip
def test_a_name_between_commas_after_the_noun_that_describes_it_is_who_is_meant(
    code, text, event, name, country
):
    assert {p[:2] for p in parties(code, text, event)} == {(name, country)}


@pytest.mark.parametrize(
    "text",
    [
        "The rebel group, Amnesty International said, attacked Sake on Sunday.",
        "The rebel group, on Sunday, attacked Sake.",
        "The rebel group, the army and the police attacked Sake.",
    ],
)
def test_what_stands_between_commas_for_another_reason_is_no_name(code, text):
    assert "rebel group" in {name for name, _, _ in parties(code, text, "ASSAULT")}


@pytest.mark.parametrize(
    ("text", "country"),
    [
        ("Police in Athens, Georgia, arrested a man on Monday.", "USA"),
        ("Police in Birmingham, Alabama, arrested two men.", "USA"),
        ("Police in London, Ontario, arrested a man on Monday.", "CAN"),
        ("Police in Naples, Fla., arrested a man.", "USA"),
        ("Police in London arrested a man on Monday.", "GBR"),
    ],
)
def test_a_region_after_a_town_tells_whose_its_police_are(code, text, country):
    assert parties(code, text, "COERCE") == {("Police", country, "COP")}


def test_authorities_of_a_town_are_not_the_state(code):
    assert parties(code, "Seattle authorities arrested three protesters.", "COERCE") == {
        ("Seattle authorities", "USA", "GOV")
    }
    assert parties(code, "Iranian authorities arrested three protesters.", "COERCE") == {
        ("Iran", "IRN", "GOV")
    }


def test_nobody_tells_of_his_own_death(code):
    text = "Captain Okafor said that she had been executed by her captors in Nigeria."
    assert parties(code, text, "ASSAULT", "recipients") == set()


def test_an_office_beside_a_name_tells_more_than_a_title_before_it(code):
    text = "The health minister, Prof Juma Okello, and union leaders met in Nairobi."
    assert ("Juma Okello", None, "GOV") in parties(code, text, "CONSULT")


def test_the_head_of_letters_that_nothing_tells_of_is_no_head_of_state(code):
    text = "The secret police in Nigeria arrested the NARDU president."
    ((name, _, sector),) = parties(code, text, "COERCE", "recipients")
    assert (name, sector) == ("NARDU president", "UNK")


def test_a_given_name_that_is_a_title_too_is_part_of_the_name(code):
    text = "Amir Khan Muttaqi visited Moscow on Monday."
    assert ("Amir Khan Muttaqi", "AFG", "GOV") in parties(code, text, "CONSULT")


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Court orders doctors back to work", "doctors"),
        ("Judge orders police to free activist", "police"),
    ],
)
def test_the_verb_of_a_headline_is_no_part_of_a_name(code, text, name):
    (mention,) = code(text)
    assert [r.text for r in mention.recipients] == [name]
    assert text[mention.recipients[0].start : mention.recipients[0].end] == name


def test_a_word_for_what_somebody_does_stays_in_his_phrase(code):
    text = "Striking doctors met the Nigerian health minister in Abuja."
    assert ("Striking doctors", "NGA", "MED") in parties(code, text, "CONSULT")


@pytest.mark.parametrize(
    "text",
    [
        "Belarus expelled two Latvian diplomats in response to new EU sanctions.",
        "Russia answered the sanctions by expelling two Polish diplomats.",
    ],
)
def test_a_deed_is_not_done_to_those_whom_its_answer_hits(code, text):
    deeds = [m for m in code(text) if m.trigger.text == "sanctions"]
    assert all(r.country not in ("LVA", "POL") for m in deeds for r in m.recipients)


def test_whom_a_deed_is_told_to_be_on_it_is_on_though_it_is_answered(code):
    text = "Russia expelled two British diplomats in response to British sanctions on Moscow."
    (deed,) = [m for m in code(text) if m.trigger.text == "sanctions"]
    assert [r.country for r in deed.recipients] == ["RUS"]


def test_whom_a_foreign_guest_meets_is_not_of_his_country(code):
    text = "Turkish President Tayyip Erdogan met members of Congress in Washington."
    assert ("United States Congress", "USA", "LEG") in parties(code, text, "CONSULT")
