"""Where an event happened: towns that no table has, headlines and leads, and 'the town' again."""

from __future__ import annotations

import pytest

from tests.parties import only


def names(code, text: str, event: str, word: str | None = None) -> set[str]:
    """Names of the places of all such mentions, of one word alone where that is given."""
    found = [m for m in code(text) if m.event == event]
    return {w.name for m in found if word in (None, m.trigger.text) for w in m.where}


@pytest.mark.parametrize(
    ("text", "event", "place"),
    [
        ("Gunmen overran an army base at Wurgala on Friday.", "ASSAULT", "Wurgala"),
        ("Gunmen attacked an outpost near Wurgala on Friday, killing six soldiers.", "ASSAULT",
         "Wurgala"),
        ("Rebels ambushed a convoy at nearby Kan Wor Daw on Friday.", "ASSAULT", "Kan Wor Daw"),
        ("Egypt handed over the two men at the Wurgala border post on Friday.", "RETREAT",
         "Wurgala"),
        ("Zambia reopened Wurgala on Friday.", "CONCEDE", "Wurgala"),
        ("Police arrested six men at Camp Wurgala on Friday.", "COERCE", "Camp Wurgala"),
        ("Thousands of students marched from Plaza Wurgala on Friday.", "PROTEST",
         "Plaza Wurgala"),
        ("Rebels killed nine people at a vigil in Maung-U on Friday.", "ASSAULT", "Maung-U"),
    ],
)  # fmt: skip
def test_a_town_that_no_table_has_is_told_by_what_stands_there(code, text, event, place):
    assert place in names(code, text, event)


@pytest.mark.parametrize(
    "text",
    [
        "Police arrested a man over a Facebook post on Friday.",
        "Police arrested a man in a Wurgala post on Friday.",
        "The company lost control of Wurgala Holdings on Friday after police raided it.",
        "The minister condemned the raid in the Wurgala Post on Friday.",
        "The general took a post at Wurgala Bank Ltd after the coup.",
    ],
)
def test_a_post_that_no_soldier_holds_is_no_place(code, text):
    assert not [w for m in code(text) for w in m.where if "urg" in w.name or "book" in w.name]


def test_a_town_told_to_be_one_in_the_lead_is_one_in_the_headline(code):
    text = (
        "Army retakes Wurgala from rebels\nThe army has been in control of Wurgala, in Kidal "
        "region, since Friday after it drove out the rebels."
    )
    (first, *_) = (m for m in code(text) if m.event == "ASSAULT")
    assert [(w.name, w.country) for w in first.where] == [("Wurgala", "MLI")]


@pytest.mark.parametrize(
    ("text", "country"),
    [
        ("Gunmen overran an army base at Wurgala in central Mali on Friday.", "MLI"),
        ("Gunmen killed nine people in the village of Wurgala in Kidal region.", "MLI"),
        ("Gunmen killed nine people in Wurgala, a village in northern Burkina Faso.", "BFA"),
        ("Gunmen killed nine people in the village of Wurgala on Friday.", None),
    ],
)
def test_a_hamlet_has_the_land_that_its_phrase_tells(code, text, country):
    where = only(code, text, "ASSAULT").where
    assert [w.country for w in where if w.name == "Wurgala"] == [country]


@pytest.mark.parametrize(
    ("text", "event", "word", "places"),
    [
        # hung on another word by the parse, or on none
        ("Rebels overrun army base in northern Mali", "ASSAULT", "overrun", {"Mali"}),
        ("Chad asks monitors to stay as rocket fire hits Abeche", "REQUEST", "asks", set()),
        ("Soldiers shot nine men, most of them herders, in the town of Gao on Friday, a witness "
         "said.", "ASSAULT", "shot", {"Gao"}),
        ("The two armies exchanged fire for the second night running in Gao.", "ASSAULT", "fire",
         {"Gao"}),
        # out of a place, and what is asked in the same breath
        ("The rebels will pull out of Goma on Friday.", "RETREAT", "pull", {"Goma"}),
        ("Chad agreed on Friday to pull its troops out of Goma and to ask the African Union to "
         "mediate.", "REQUEST", "ask", set()),
        # where they were whom it was done to
        ("Soldiers opened fire on people fleeing through Goma on Friday.", "ASSAULT", "fire",
         {"Goma"}),
        ("Soldiers fired on men who were fishing near Goma on Friday.", "ASSAULT", "fired",
         {"Goma"}),
        ("Soldiers fired on men who had fled from Goma.", "ASSAULT", "fired", set()),
        ("Drivers were stopped at Gao on Friday and two of them were shot.", "ASSAULT", "shot",
         {"Gao"}),
        ("Drivers were stopped at Gao on Friday and a minister was shot.", "ASSAULT", "shot",
         set()),
        # opened, received, signed, met
        ("The president ordered the reopening of the Taba crossing.", "CONCEDE", "reopening",
         {"Taba"}),
        ("Chad will receive the Egyptian president on Friday.", "CONSULT", "receive", {"Chad"}),
        ("Ministers sign communique in Dakar", "SUPPORT", "sign", {"Dakar"}),
        ("The minister signed a deal on the port in Gwadar.", "SUPPORT", "signed", set()),
        ("He told reporters in Kigali on Friday, where he met President Paul Kagame.", "CONSULT",
         "met", {"Kigali"}),
        ("Chad's president made the offer in Kigali after talks with Paul Kagame.", "CONSULT",
         "talks", {"Kigali"}),
        ("Chad's president returned to Kigali after talks with Paul Kagame.", "CONSULT", "talks",
         set()),
        # the land of a body is not where it is struck
        ("The European Union imposed a travel ban on the head of Chad's State Mining Committee.",
         "SANCTION", None, set()),
    ],
)  # fmt: skip
def test_a_place_goes_with_the_deed_that_was_done_there(code, text, event, word, places):
    assert names(code, text, event, word) == places


@pytest.mark.parametrize(
    ("headline", "event", "places"),
    [
        ("South Kivu: rebels kill nine farmers", "ASSAULT", {"South Kivu"}),
        ("Haiti: Gang Kills Six Villagers, Burns Homes", "ASSAULT", {"Haiti"}),
        ("Israel: Hamas kidnapped soldier", "ASSAULT", set()),
        ("Iran: US must lift sanctions", "REQUEST", set()),
    ],
)
def test_the_label_of_a_line_is_where_unless_it_is_who_says_so(code, headline, event, places):
    text = f"{headline}\nThe government gave no reason for that on Friday, it was said."
    assert {w.text for m in code(text) if m.event == event for w in m.where} == places


@pytest.mark.parametrize(
    ("text", "event"),
    [
        ("Bus drivers strike over fuel prices\nBus drivers in Lusaka went on strike on Friday "
         "over the price of fuel.", "PROTEST"),
        ("Bus drivers strike in Lusaka\nSome 200 bus drivers went on strike on Friday over the "
         "price of fuel.", "PROTEST"),
    ],
)  # fmt: skip
def test_a_headline_and_its_lead_share_a_place(code, text, event):
    found = [m for m in code(text) if m.event == event]
    assert len(found) == 2
    assert all([w.name for w in m.where] == ["Lusaka"] for m in found)


@pytest.mark.parametrize(
    ("text", "word", "places"),
    [
        ("Rebels attacked Gao on Friday. They killed nine people in the town.", "killed", {"Gao"}),
        ("Rebels left Gao on Friday, a week after capturing it.", "capturing", {"Gao"}),
        ("Rebels who hold Gao and Kidal met. They killed nine people in the town.", "killed",
         set()),
        ("Rebels attacked Gao on Friday. They killed nine people in the port city.", "killed",
         set()),
        ("Rebels attacked Gao on Friday. The city council condemned it.", "condemned", set()),
        ("BAMAKO - Rebels killed nine people in the town on Friday.", "killed", set()),
    ],
)
def test_the_town_is_the_one_that_the_text_tells_of(code, text, word, places):
    assert {w.name for m in code(text) if m.trigger.text == word for w in m.where} == places


def test_a_quarter_of_the_city_is_in_that_city(coder):
    from dragoman import Article

    text = "Shells fell on El Obeid on Friday. Six people died in the city's Karima district."
    (analysis,) = coder.stages.analyse.pipe([Article(text)])
    (karima,) = (t for t in coder.stages.places(analysis) if t.text == "Karima")
    (city,) = (t for t in coder.stages.places(analysis) if t.text == "El Obeid")
    assert (karima.lat, karima.lon, karima.basis) == (city.lat, city.lon, "told")
