"""Places that the words around them tell, and words that look like places: whole sentences."""

from __future__ import annotations

import pytest

from dragoman import Article
from tests.parties import only, told
from tests.readings import Reading, coded_as


def places(code, text: str, event: str) -> list[tuple[str, str | None]]:
    """Name and country of the places of the only such mention."""
    return [(where.name, where.country) for where in only(code, text, event).where]


@pytest.mark.parametrize(
    ("text", "event", "place"),
    [
        ("Drones hit the central market of Kadugli on Friday.", "ASSAULT", ("Kadugli", "SDN")),
        ("The central bus station of Kharkiv was shelled.", "ASSAULT", ("Kharkiv", "UKR")),
        ("A missile strike hit the port of Odesa.", "ASSAULT", ("Odesa", "UKR")),
        ("Nine died in the Mopti mosque bombing.", "ASSAULT", ("Mopti", "MLI")),
        ("The army ended its siege of Talodi.", "RETREAT", ("Talodi", "SDN")),
        ("Rebels killed nine men in Mukondi on Friday.", "ASSAULT", ("Mukondi", None)),
        ("Rebels attacked the village of Wasurba on Friday.", "ASSAULT", ("Wasurba", None)),
        ("Rebels retook Mukondi on Friday.", "ASSAULT", ("Mukondi", None)),
        ("Rebels besieged Talodi on Friday.", "COERCE", ("Talodi", "SDN")),
        ("Egypt shut the Taba crossing on Friday.", "COERCE", ("Taba", "EGY")),
        ("Hungary reopened the R\u00f6szke crossing.", "CONCEDE", ("R\u00f6szke", "HUN")),
        ("In Cairo, the editor has been under house arrest.", "COERCE", ("Cairo", "EGY")),
        ("Residents of Kaya protested on Friday.", "PROTEST", ("Kaya", "BFA")),
        ("Police killed a man in the West department of Haiti.", "ASSAULT",
         ("West Department", "HTI")),
    ],
)  # fmt: skip
def test_a_place_is_told_by_what_stands_there_or_is_done_to_it(code, text, event, place):
    assert place in places(code, text, event)


def test_two_sectors_are_two_places(code):
    text = "Pakistani troops shelled posts in the Tangdhar and Karnah sectors on Friday."
    assert {name for name, _ in places(code, text, "ASSAULT")} == {"Tangdhar", "Karnah"}


def test_a_hamlet_lies_in_the_district_or_province_of_its_phrase(code):
    text = "Gunmen opened fire on worshippers at Wurga Dola in Dorga district, Jigawa state."
    where = only(code, text, "ASSAULT").where
    assert ("Wurga Dola", "NGA", "region") in {(w.name, w.country, w.precision) for w in where}


@pytest.mark.parametrize(
    "text",
    [
        "Voters lost confidence in Barnier after Paris banned a rally on Friday.",
        "Police arrested two men in Operation Clean Sweep on Friday.",
        "Police beat a man in Carnival on Friday.",
        "Lawmakers in Parliament condemned the raid on Friday.",
        "Police retook Parliament on Friday.",
        "The union struck in the Banking sector on Friday.",
    ],
)
def test_what_is_no_place_stays_none(code, text):
    assert not [w for m in code(text) for w in m.where if w.country is None]


@pytest.mark.parametrize(
    ("text", "place"),
    [
        ("Tunis conference on Libya cancelled", ("Tunis", "TUN")),
        ("The summit that Samarkand was to host was called off.", ("Samarkand", "UZB")),
        ("A conference that Vienna was to host was cancelled.", ("Vienna", "AUT")),
        ("The meeting, which had been scheduled for Ankara, was cancelled.", ("Ankara", "TUR")),
        ("Egypt will host the ministers of Sudan and Chad in Doha on Friday for talks.",
         ("Doha", "QAT")),
        ("Oslo talks produce ceasefire in Sudan", ("Oslo", "NOR")),
    ],
)  # fmt: skip
def test_a_meeting_is_where_it_is_to_be_held(code, text, place):
    assert places(code, text, "CONSULT") == [place]


@pytest.mark.parametrize(
    "text",
    [
        "Tehran talks with Riyadh were postponed on Friday.",
        "Talks between the ministers of Chad and Niger began on Friday.",
        "Oslo and the rebels held secret talks on Friday.",
        "Tehran held talks with the Taliban on a truce.",
    ],
)
def test_talks_are_not_where_those_who_hold_them_are_from(code, text):
    assert places(code, text, "CONSULT") == []
    assert len(only(code, text, "CONSULT").actors) == 2


@pytest.mark.parametrize(
    ("text", "event", "side"),
    [
        ("The army broke the siege of Talodi on Friday.", "ASSAULT", "recipients"),
        ("Rebels attacked the village of Wasurba on Friday.", "ASSAULT", "recipients"),
        ("Doha talks yield truce in Congo", "CONSULT", "actors"),
    ],
)
def test_a_town_that_is_only_where_it_was_is_no_party(code, text, event, side):
    assert getattr(only(code, text, event), side) == ()


@pytest.mark.parametrize(
    ("text", "event", "found"),
    [
        ("Gunmen killed two soldiers on the Niger river.", "ASSAULT", [("Niger River", None)]),
        ("Police seized Pedro C\u00f3rdoba in Monterrey.", "COERCE", [("Monterrey", "MEX")]),
        ("Troops withdrew from Goma at the request of Rwanda.", "RETREAT", [("Goma", "COD")]),
        ("Hezbollah fired missiles from Tyre at Haifa.", "ASSAULT", [("Haifa", "ISR")]),
        ("Militants fired rockets from Tyre on Friday.", "ASSAULT", [("Tyre", "LBN")]),
        ("Gunmen killed six men in Diffa near the Nigerian border.", "ASSAULT",
         [("Diffa", "NER")]),
        ("Soldiers shot four men in Gaya, close to the Nigerian border.", "ASSAULT",
         [("Gaya", "NER")]),
        ("Gunmen killed three men near Benin's border with Niger.", "ASSAULT",
         [("Benin", "BEN")]),
        ("Gunmen killed three men in the Keller forests of Shopian.", "ASSAULT",
         [("Keller", "IND"), ("Shopian", "IND")]),
    ],
)  # fmt: skip
def test_words_that_look_like_places_far_away(code, text, event, found):
    assert sorted(places(code, text, event)) == found


def test_a_missile_test_is_where_it_starts(code):
    found = places(code, "North Korea fired a missile from Wonsan on Friday.", "MOBILIZE")
    assert ("Wŏnsan", "PRK") in found


def test_aid_to_a_town_keeps_it_as_who_gets_it(code):
    assert only(code, "The UN delivered medicine to Gambella on Friday.", "AID").recipients


def test_a_hamlet_is_not_its_namesake_in_another_land(code) -> None:
    (mention,) = code("Soldiers killed nine terrorists near Koubi in the Mopti region.")
    assert {place.country for place in mention.where} == {"MLI"}


@pytest.mark.parametrize(
    ("text", "name", "country"),
    [
        # no table has them, and their first words are towns of other countries
        ("Two men were shot in San Juan de Lurigancho. Peru's police fled.",
         "San Juan de Lurigancho", {"PER", None}),
        ("Police shot a man in Santa Cruz de los Pinos.", "Santa Cruz de los Pinos", {None}),
        ("Police shot a man in Culiac\u00e1n, in the Tres R\u00edos neighborhood.",
         "Tres R\u00edos", {"MEX", None}),
        # near misses
        ("Police shot a man in San Juan.", "San Juan", {"PRI"}),
        ("Police shot a man in Rio de Janeiro.", "Rio de Janeiro", {"BRA"}),
    ],
)
def test_a_part_of_a_name_is_no_town_of_another_country(coder, text, name, country):
    analysis = next(iter(coder.stages.analyse.split([Article(text)])))
    coder.stages.analyse.complete([analysis])
    found = {t.text: t.country for t in coder.stages.places(analysis)}
    assert found.get(name) in country
    assert name in found or country == {None}


def test_people_shot_there_are_not_of_that_country(coder):
    text = "Bus drivers struck in Lima. Two drivers were shot in San Juan de Lurigancho."
    (mention,) = coded_as(coder, text, Reading("shot", "ASSAULT", "firearms", (), ("Two drivers",)))
    assert told(mention, "recipients") == {("Two drivers", "PER", "LAB")}


@pytest.mark.parametrize(
    ("text", "country"),
    [
        ("Gunmen killed six herders in Gaya near the Nigerian border.", "NER"),
        ("Gunmen killed six herders in Gaya, in Bihar state.", "IND"),
        ("Gunmen killed six herders in a shop in the town's Karima district, in Sudan.", "SDN"),
    ],
)
def test_who_is_killed_in_a_town_is_of_the_land_that_the_map_tells(coder, text, country):
    reading = Reading("killed", "ASSAULT", None, ("Gunmen",), ("six herders",))
    (mention,) = coded_as(coder, text, reading)
    assert {code for _, code, _ in told(mention, "recipients")} == {country}


@pytest.mark.parametrize(
    ("text", "place"),
    [
        ("Residents of Timbuktu, on the Niger river, appealed to the army for help.", "Timbuktu"),
        ("Villagers of Bentiu near the Sudd appealed to the army for help.", "Bentiu"),
    ],
)
def test_a_river_by_which_their_town_lies_is_not_where_they_appeal(coder, text, place):
    reading = Reading("appealed", "REQUEST", None, (text.split()[0],), ("the army",))
    (mention,) = coded_as(coder, text, reading)
    assert [where.text for where in mention.where] == [place]


def test_a_river_on_which_they_are_shot_is_where(coder):
    text = "Soldiers shot nine villagers on the Niger river."
    reading = Reading("shot", "ASSAULT", None, ("Soldiers",), ("nine villagers",))
    (mention,) = coded_as(coder, text, reading)
    assert [where.text for where in mention.where] == ["Niger river"]
