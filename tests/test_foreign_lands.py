"""No party is given a land that only a namesake tells, or a word in passing: whole texts."""

from __future__ import annotations

import pytest


def lands(code, text: str, event: str, side: str = "actors") -> set[str | None]:
    """The countries of the parties of all such mentions on one side."""
    mentions = [m for m in code(text) if m.event == event]
    assert mentions, text
    return {e.country for m in mentions for e in getattr(m, side)}


@pytest.mark.parametrize(
    "named",
    ["Governor Moses Lusaka denied the charge.", "Governor Paris Otieno denied the charge.",
     "Dame Victoria Wekesa denied the charge.", "Mr Dakar denied the charge.",
     "The head of the union, Peter Lusaka, spoke. Lusaka denied the charge."],
)  # fmt: skip
def test_a_town_that_a_person_is_called_sets_no_scene(code, named):
    text = f"Kenya's parliament met on Monday.\n{named} Police arrested ten students."
    assert lands(code, text, "COERCE") == {"KEN"}


@pytest.mark.parametrize(
    ("text", "country"),
    [
        ("Kenya's president spoke.\nIn Lusaka, police arrested ten students.", "ZMB"),
        ("The governor of Paris spoke.\nPolice in Paris arrested ten students.", "FRA"),
        ("The mayor, Peter Banda, spoke in Lusaka.\nPolice arrested ten students.", "ZMB"),
        ("Peter Lusaka spoke.\nLusaka police arrested ten students.", "ZMB"),
    ],
)
def test_a_town_told_as_a_place_sets_the_scene(code, text, country):
    assert lands(code, text, "COERCE") == {country}


@pytest.mark.parametrize(
    "passing",
    ["A few marchers waved U.S. flags.", "The mayor is under U.S. sanctions.",
     "The mayor, who has lived in Canada since March, was ill.",
     "The mayor, who fled to Canada in March, was ill.", "The mayor is believed to be in Canada.",
     "Some of them held Canadian passports.", "A few of them were pro-Russian activists."],
)  # fmt: skip
def test_a_land_told_in_passing_sets_no_scene(code, passing):
    text = f"Bolivia's parliament met on Monday. {passing} Police arrested ten students."
    assert lands(code, text, "COERCE") == {"BOL"}


@pytest.mark.parametrize(
    ("text", "country"),
    [
        ("A man who lived in Canada was shot on Monday. Police arrested ten students.", "CAN"),
        ("UK officials met on Monday. Police arrested ten students.", "GBR"),
        ("Bolivia's team flew to Canada.\nIn Canada, police arrested ten students.", "CAN"),
    ],
)
def test_the_only_land_or_one_told_as_the_scene_is_none_in_passing(code, text, country):
    assert lands(code, text, "COERCE") == {country}


@pytest.mark.parametrize(
    ("text", "event", "countries"),
    [
        ("Police in Riga detained three pro-Russian bloggers.", "COERCE", {"LVA"}),
        ("Police in Riga detained three anti-Russian bloggers.", "COERCE", {"LVA"}),
        ("Police in Riga detained three Russian bloggers.", "COERCE", {"RUS"}),
    ],
)
def test_whose_friends_they_are_is_not_where_they_are_from(code, text, event, countries):
    assert lands(code, text, event, "recipients") == countries


def test_the_court_in_the_hague_is_not_dutch(code):
    text = "Kenya's senator is wanted by the court in The Hague. Prosecutors charged two clerks."
    assert lands(code, text, "ACCUSE") == {"KEN"}


def test_a_dutch_court_in_the_hague_is(code):
    text = "Dutch police met on Monday. A court in The Hague jailed two clerks."
    assert lands(code, text, "SANCTION") == {"NLD"}


@pytest.mark.parametrize(
    ("text", "countries"),
    [
        ("BANGKOK - The People's Party accused the army of fraud.", {"THA"}),
        ("MADRID - The People's Party accused the army of fraud.", {"ESP"}),
        ("Dublin councillors met.\nThe Social Democrats accused the mayor of fraud.", {"IRL"}),
        ("Denmark's parliament met.\nThe Social Democrats accused the mayor of fraud.", {"DNK"}),
        ("Korea's president spoke in Seoul.\nThe Democratic Party accused the army of fraud.",
         {"KOR"}),
        ("Serbia's NIS pumps oil.\nNIS accused Croatia of fraud.", {"SRB"}),
        ("South Korea's parliament met.\nThe NIS accused the mayor of fraud.", {"KOR"}),
    ],
)
def test_a_name_that_bodies_of_several_lands_bear_is_the_texts_own(code, text, countries):
    assert lands(code, text, "ACCUSE") == countries


@pytest.mark.parametrize(
    ("text", "countries"),
    [
        ("KINGSTON, Jamaica - Residents of Portland blocked a road on Monday.", {"JAM"}),
        ("Residents of Portland blocked a road in the United States.", {"USA"}),
        ("Residents of Houston blocked a road on Monday.", {"USA"}),
        ("HONIARA - Traders in Chinatown blocked a road.\nTeachers blocked a bridge.", {"SLB"}),
    ],
)
def test_a_town_of_the_texts_own_land_comes_before_a_larger_namesake(code, text, countries):
    assert lands(code, text, "PROTEST") <= countries


def test_half_a_surname_makes_no_leader(code):
    text = "Jamaica's president, Gordon Pryce-Brown, condemned the raid."
    assert lands(code, text, "ACCUSE") == {"JAM"}


@pytest.mark.parametrize(
    ("text", "event", "countries"),
    [
        ("Togo freed the 30 sailors of two Greek tankers on Monday.", "RETREAT", {None}),
        ("Togo freed the crew of a fishing boat on Monday.", "RETREAT", {"TGO"}),
        ("Chad sued Togo at the International Court of Justice. Chad asked the judges to act.",
         "REQUEST", {"UNO"}),
        ("Chad's High Court met on Monday. The teachers asked the judges to act.", "REQUEST",
         {"TCD"}),
    ],
)
def test_who_may_be_of_another_land_is_not_guessed(code, text, event, countries):
    assert lands(code, text, event, "recipients") == countries


@pytest.mark.parametrize(
    ("text", "event", "countries"),
    [
        ("Seoul welcomed Donald Trump.\nA Republican senator condemned the White House.",
         "ACCUSE", {"USA"}),
        ("Uganda held elections.\nElection observers condemned the count.", "ACCUSE", {None}),
        ("Uganda held elections.\nTeachers condemned the arrests.", "ACCUSE", {"UGA"}),
    ],
)
def test_observers_and_american_lawmakers_are_not_of_the_scene(code, text, event, countries):
    assert lands(code, text, event) == countries
