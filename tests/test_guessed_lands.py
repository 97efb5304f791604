"""Which country those are of whom no word tells any, and where a deed was: whole sentences."""

from __future__ import annotations

import pytest

from tests.parties import only

HOSTED = "Peru will host talks between Colombia and Ecuador in Lima.\n"
SIGNED = "The Ethiopian government and the Oromo Liberation Army signed a truce in Zanzibar.\n"
CAMPS = "Thousands of Rohingya live in Bangladesh. Rohingya fled Myanmar in 2017.\n"


def codes(code, text: str, event: str, side: str = "actors") -> set[tuple[str | None, str]]:
    """Country and first sector (empty for none) of the parties of the only such mention."""
    return {(e.country, (*e.sectors, "")[0]) for e in getattr(only(code, text, event), side)}


@pytest.mark.parametrize(
    ("text", "event", "country"),
    [
        (HOSTED + "Police in Tulcán arrested three shopkeepers.", "COERCE", "ECU"),
        (HOSTED + "In Tulcán, police arrested three shopkeepers.", "COERCE", "ECU"),
        ("Malaysia's navy watched.\nFishermen at Nunukan blocked the harbour.", "PROTEST", "IDN"),
        (SIGNED + "Under the Zanzibar Agreement the government will release 112 detainees.",
         "RETREAT", "ETH"),
        ("Uganda praised a pastor.\nIn Kenya, his men marched near Busia in Uganda. The government"
         " banned the church.", "COERCE", "KEN"),
        ("Uganda praised a pastor.\nHis men marched near Busia in Uganda, and in Kenya. The"
         " government banned the church.", "COERCE", "UGA"),
        (CAMPS + "The government has barred NGOs from the camps.", "COERCE", "BGD"),
        ("Chad's foreign minister met the officers who ousted Niger's president in Abuja.",
         "ASSAULT", "NER"),
    ],
)  # fmt: skip
def test_the_place_of_the_sentence_or_the_deed_tells_whose_they_are(code, text, event, country):
    assert {land for land, _ in codes(code, text, event)} == {country}


def test_a_minister_who_announces_a_gift_is_of_the_state_that_gives(code):
    text = ("Norway will give Chad $20 million.\n"
            "Development Minister Anna Berg announced the grant in Farchana, Chad.")  # fmt: skip
    givers = [e for m in code(text) if m.event == "AID" for e in m.actors if "Berg" in e.text]
    assert {giver.country for giver in givers} == {"NOR"}


def test_a_deal_signed_at_home_still_tells_whose_the_army_is(code):
    text = ("Colombia's government and the rebels signed a deal in Bogotá.\n"
            "The army released 40 fighters.")  # fmt: skip
    assert codes(code, text, "RETREAT") == {("COL", "MIL")}


@pytest.mark.parametrize(
    ("text", "event", "side", "party"),
    [
        ("Thousands of Rohingya demonstrated in Cox's Bazar.", "PROTEST", "actors",
         ("MMR", "REF")),
        ("Myanmar's army killed 40 Rohingya on Monday.", "ASSAULT", "recipients", ("MMR", "CVL")),
        ("Thousands of Uighurs protested in Istanbul.", "PROTEST", "actors", ("CHN", "CVL")),
        ("Dozens of Baloch protested in Quetta.", "PROTEST", "actors", ("PAK", "CVL")),
        ("Hundreds of Kurds protested in Berlin.", "PROTEST", "actors", (None, "CVL")),
        ("Scores of Tibetans were detained in Kathmandu.", "COERCE", "recipients",
         ("CHN", "CVL")),
    ],
)  # fmt: skip
def test_a_people_without_a_state_is_no_government(code, text, event, side, party):
    assert codes(code, text, event, side) == {party}
    entities = getattr(only(code, text, event), side)
    assert all(e.country_inferred == (e.country is not None) for e in entities)


@pytest.mark.parametrize(
    ("text", "party"),
    [
        ("MISA Zambia condemned the verdict.", ("ZMB", "SOC")),
        ("Amnesty Nigeria condemned the verdict.", ("NGA", "SOC")),
        ("Transparency International Georgia condemned the verdict.", ("GEO", "SOC")),
        ("Media Watch Uganda condemned the verdict.", ("UGA", "SOC")),
        ("Communist China condemned the verdict.", ("CHN", "GOV")),
        ("Northern Nigeria's governors condemned the verdict.", ("NGA", "GOV")),
        ("Foreign Ministry Poland condemned the verdict.", ("POL", "GOV")),
    ],
)
def test_a_body_that_ends_in_a_countrys_name_is_no_government(code, text, party):
    assert codes(code, text, "ACCUSE") == {party}


@pytest.mark.parametrize(
    ("text", "country"),
    [
        ("Mali rejected the measures on November 17. The movement condemned the army.", None),
        ("Mali rejected the measures on 17 November. The movement condemned the army.", None),
        ("The November 17 group condemned the army in Athens.", "GRC"),
        ("A leader of November 17 condemned the army in Athens.", "GRC"),
    ],
)
def test_a_day_is_a_group_only_where_the_text_says_so(code, text, country):
    assert {land for land, _ in codes(code, text, "ACCUSE")} == {country}


@pytest.mark.parametrize(
    "text",
    [
        "ECOWAS imposed sanctions on Mali.",
        "ECOWAS imposed sanctions on Guinea after the coup.",
        "Mali waited. ECOWAS imposed sanctions on Niger.",
        "SADC imposed sanctions on Zimbabwe.",
    ],
)
def test_an_acronym_that_opens_a_sentence_is_its_subject(code, text):
    assert codes(code, text, "SANCTION") == {("IGO", "")}


@pytest.mark.parametrize(
    ("text", "event", "side", "party"),
    [
        ("The Maritime Security Agency of Indonesia seized two boats.", "COERCE", "actors",
         ("IDN", "COP")),
        ("Police beat three polling agents in Kitwe.", "ASSAULT", "recipients", ("ZMB", "PTY")),
        ("Wisma Putra condemned the raid.", "ACCUSE", "actors", ("MYS", "GOV")),
    ],
)  # fmt: skip
def test_sea_guards_and_polling_agents_are_no_spies(code, text, event, side, party):
    assert codes(code, text, event, side) == {party}


@pytest.mark.parametrize(
    ("text", "event", "places"),
    [
        ("Rebels captured the town of Walikale on Monday.", "ASSAULT", ["Walikale"]),
        ("JNIM fighters overran the town of Djibo in Burkina Faso.", "ASSAULT", ["Djibo"]),
        ("The city of Uvira was seized by rebels.", "ASSAULT", ["Uvira"]),
        ("Fishermen block Nunukan port", "PROTEST", ["Nunukan"]),
        ("Thousands join Belgrade protest", "PROTEST", ["Belgrade"]),
        ("China's Lhasa police arrested two monks.", "COERCE", ["Lhasa"]),
        ("Kampala students marched in Nairobi.", "PROTEST", ["Nairobi"]),
        ("The council of the town of Lashio condemned the army.", "ACCUSE", []),
        ("The city of Chicago sued the administration.", "ACCUSE", []),
        ("A Washington official condemned the attack.", "ACCUSE", []),
    ],
)
def test_a_town_that_is_taken_blocked_or_marched_in_is_where(code, text, event, places):
    assert [place.name for place in only(code, text, event).where] == places


def test_a_part_of_a_town_lies_in_its_country(code):
    mention = only(code, "Police arrested nine people in Lusaka's Kanyama township.", "COERCE")
    assert {place.country for place in mention.where} == {"ZMB"}
