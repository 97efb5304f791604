"""Of which land and trade somebody is who is told by more than one word of the text, or by few."""

from __future__ import annotations

import re
from collections.abc import Callable
from datetime import date

import pytest

from dragoman.actors import Actors
from dragoman.analysis import Analyser
from dragoman.article import Article
from tests.parties import only, told

Found = set[tuple[str, str | None, str]]


@pytest.fixture(scope="module")
def who() -> Callable[..., Found]:
    """Name, country and first sector of each party that words of a text mean, the last so told."""
    analyser, actors = Analyser(), Actors()

    def resolve(text: str, words: str) -> Found:
        analysis = analyser(Article(text=text, published=date(2024, 5, 6)))
        *_, place = re.finditer(rf"(?<!\w){re.escape(words)}(?!\w)", text)
        span = analysis.doc.char_span(*place.span(), alignment_mode="expand")
        found = actors(analysis).resolve(span.root)
        return {(e.name, e.country, (*e.sectors, "")[0]) for e in found}

    return resolve


@pytest.mark.parametrize(
    ("text", "words", "country", "sector"),
    [
        ("Peru's allies condemned the raid.", "Peru's allies", None, "GOV"),
        ("Norway and its partners left.", "partners", None, "GOV"),
        ("U.S. allies condemned the raid.", "U.S. allies", None, "GOV"),
        ("The neighbours of Belarus closed the border.", "neighbours", None, "GOV"),
        ("Mali thanked its West African neighbours.", "neighbours", None, "GOV"),
        ("“We stand by our partners,” said Peru's foreign minister Ana Paz.", "partners", None,
         "GOV"),
        ("Gulf states condemned the coup.", "Gulf states", None, "GOV"),
        ("Western powers condemned the coup.", "Western powers", None, "GOV"),
        ("World leaders condemned the coup.", "World leaders", None, "GOV"),
        ("Gabon asked fellow exporters for help.", "fellow exporters", None, "GOV"),
        ("Norway thanked the Netherlands and her allies in Europe.", "allies", None, "GOV"),
        # who is no state's
        ("The prime minister's allies left in Lima.", "allies", None, "UNK"),
        ("In Lima the miner met fellow exporters.", "fellow exporters", None, "BUS"),
    ],
)  # fmt: skip
def test_other_states_to_a_state_are_governments(who, text, words, country, sector):
    assert {(land, trade) for _, land, trade in who(text, words)} == {(country, sector)}


@pytest.mark.parametrize(
    ("text", "words", "country", "sector"),
    [
        ("Macau Chief Executive Ho Iat Seng went to Lisbon.", "Ho Iat Seng", "CHN", "GOV"),
        ("Macau's chief executive went to Lisbon.", "chief executive", "CHN", "GOV"),
        ("The bank's German chief executive went to Lima.", "chief executive", "DEU", "BUS"),
        ("A German chief executive went to Lima.", "chief executive", "DEU", "BUS"),
        ("Sudanese opposition forces left.", "forces", "SDN", "REB"),
        ("Opposition troops left Sudan.", "troops", "SDN", "REB"),
        ("Opposition lawmakers left in Lima.", "lawmakers", "PER", "LEG"),
        ("Sudanese government forces left.", "forces", "SDN", "MIL"),
        ("A Lima police sergeant left.", "sergeant", "PER", "COP"),
        ("In Lima police colonels left.", "colonels", "PER", "COP"),
        ("In Lima police inspector Jorge Quispe left.", "Quispe", "PER", "COP"),
        ("An army sergeant left Lima.", "sergeant", "PER", "MIL"),
        ("In Lima a school inspector left.", "inspector", "PER", "GOV"),
        ("Peruvian government critics left.", "critics", "PER", "CVL"),
        ("In Lima journalist and blogger Jorge Quispe left.", "Quispe", "PER", "JRN"),
        ("A Skydata spokesperson accused the mayor of Lima of theft.", "spokesperson", None, "UNK"),
        ("A Lima spokesperson left.", "spokesperson", "PER", "GOV"),
        ("Eva Holm, Advocacy Director for Asia at Amnesty International, left Lima.", "Holm",
         "NGO", "SOC"),
        ("The Jewish state's premier left.", "premier", "ISR", "GOV"),
        ("Former rebels left Lima.", "rebels", "PER", "CVL"),
        ("A former Peruvian spy left.", "spy", "PER", "CVL"),
        ("A former Peruvian general left.", "general", "PER", "ELI"),
        ("In Lima a supporter of Otto Beck left.", "supporter", "PER", "CVL"),
        ("In Lima the opposition Citizen Revolution left.", "Revolution", "PER", "PTY"),
    ],
)  # fmt: skip
def test_the_words_beside_it_tell_a_trade(who, text, words, country, sector):
    assert {(land, trade) for _, land, trade in who(text, words)} == {(country, sector)}


@pytest.mark.parametrize(
    ("text", "words", "expected"),
    [
        ("Kenyan and international officials met.", "officials",
         {("Kenyan officials", "KEN", "GOV"), ("international officials", None, "GOV")}),
        ("Western and Kenyan diplomats met.", "diplomats",
         {("Kenyan diplomats", "KEN", "GOV"), ("Western diplomats", None, "GOV")}),
        ("Malian and foreign troops left.", "troops",
         {("Malian troops", "MLI", "MIL"), ("foreign troops", None, "MIL")}),
        ("Kenyan and Ugandan diplomats met.", "diplomats",
         {("Kenyan diplomats", "KEN", "GOV"), ("Ugandan diplomats", "UGA", "GOV")}),
        ("Kenyan and senior diplomats met.", "diplomats",
         {("Kenyan and senior diplomats", "KEN", "GOV")}),
    ],
)  # fmt: skip
def test_a_nation_and_others_may_share_a_noun(who, text, words, expected):
    assert who(text, words) == expected


HELD = "Iran arrested Nora Fels in Tehran. "


@pytest.mark.parametrize(
    ("text", "country"),
    [
        (HELD + "The 41-year-old Canadian was jailed. Fels is ill.", "CAN"),
        (HELD + "The Canadian national was jailed. Fels is ill.", "CAN"),
        (HELD + "The Canadian was jailed. Fels is ill.", "CAN"),
        # somebody else, or one of two
        (HELD + "The Canadian ambassador was expelled. Fels is ill.", None),
        (HELD + "A Canadian guard said that Fels was ill. Fels is free.", None),
        ("Iran arrested Nora Fels and Otto Beck. The Canadian was jailed. Fels is ill.", None),
        (HELD + "It met Canadian minister Ben Hart. The Canadian left. Fels is ill.", None),
    ],
)
def test_a_nation_told_of_her_later_is_hers(who, text, country):
    assert {land for _, land, _ in who(text, "Fels")} == {country}


@pytest.mark.parametrize(
    ("text", "words", "name"),
    [
        (HELD + "The 41-year-old was jailed.", "old", "Nora Fels"),
        (HELD + "The 41-year-old Canadian was jailed.", "Canadian", "Nora Fels"),
        ("Otto Beck, a banker, left. The 60-year-old banker was jailed.", "banker", "Otto Beck"),
        ("Otto Beck was shot. The 60-year-old driver was jailed.", "driver",
         "60-year-old driver"),
        ("Otto Beck met Nora Fels. Police held the 60-year-old.", "old", None),
    ],
)
def test_whose_age_is_told_was_named_before(who, text, words, name):
    assert {found for found, _, _ in who(text, words)} == ({name} if name else set())


@pytest.mark.parametrize(
    ("text", "words", "party"),
    [
        ("The freed rebels included Moussa Keita.", "Keita", ("Moussa Keita", None, "REB")),
        ("Five Malian journalists, including Moussa Keita, left.", "Keita",
         ("Moussa Keita", "MLI", "JRN")),
        ("Mali freed twelve insurgents, among them Moussa Keita and Ali Toure, on Monday.", "Toure",
         ("Ali Toure", None, "REB")),
        ("Five people, including Moussa Keita, were shot.", "Keita", ("Moussa Keita", None, "UNK")),
        ("Five rebels, including Moussa Keita, a nurse, left.", "Keita",
         ("Moussa Keita", None, "MED")),
        ("Otto Beck, a Danish spy, met the Fels. The Becks left.", "Becks",
         ("Becks", "DNK", "SPY")),
        ("The Danes and the Becks left.", "Becks", ("Becks", None, "UNK")),
    ],
)
def test_who_is_one_of_those_is_what_they_are(who, text, words, party):
    (found,) = who(text, words) or {(words, None, "UNK")}
    assert (found[0], found[2]) == (party[0], party[2])
    assert party[1] in (None, found[1])


@pytest.mark.parametrize(
    ("sentence", "words", "country"),
    [
        ("The crown prince met bankers in Boston.", "crown prince", "JOR"),
        ("Prince Haroun met bankers in Boston.", "Haroun", "JOR"),
        ("The governor met bankers in Boston.", "governor", "USA"),
    ],
)
def test_a_prince_is_of_a_monarchy(who, sentence, words, country):
    text = "WASHINGTON — Jordan will buy jets that were built in Texas.\n" + sentence
    assert {land for _, land, _ in who(text, words)} == {country}


@pytest.mark.parametrize(
    ("text", "words", "party"),
    [
        ("The Saudis' offensive in Yemen failed.", "Saudis", ("Saudi Arabia", "SAU", "GOV")),
        ("Paris asked the Egyptians to withdraw.", "Egyptians", ("Egypt", "EGY", "GOV")),
        ("The mayor accused the Russians of theft.", "Russians", ("Russia", "RUS", "GOV")),
        ("The Saudis' houses were burned.", "Saudis", ("Saudis", "SAU", "CVL")),
        ("Paris asked two Egyptians to leave.", "Egyptians", ("two Egyptians", "EGY", "CVL")),
        ("Police arrested the Egyptians.", "Egyptians", ("Egyptians", "EGY", "CVL")),
    ],
)
def test_a_people_that_is_asked_or_wages_war_is_its_state(who, text, words, party):
    assert who(text, words) == {party}


@pytest.mark.parametrize(
    ("text", "words", "country"),
    [
        ("Kenya froze assets in Nairobi. Hun Sen has muzzled the media.", "media", "KHM"),
        ("Kenya froze assets in Nairobi. Hun Sen jailed journalists.", "journalists", "KHM"),
        ("Kenya froze assets in Nairobi. Hun Sen met journalists.", "journalists", "KEN"),
    ],
)
def test_a_ruler_muzzles_his_own(who, text, words, country):
    assert {land for _, land, _ in who(text, words)} == {country}


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Police officer Peter Mwangi said Otto Beck hid. Police did not arrest him.",
         "Otto Beck"),
        ("Officer Peter Mwangi shot a boy. Police arrested him.", "Peter Mwangi"),
    ],
)  # fmt: skip
def test_an_officer_who_tells_of_an_arrest_is_not_held(who, text, name):
    assert {found for found, _, _ in who(text, "him")} == {name}


def test_a_protest_of_long_ago_is_not_of_those_who_march_today(code):
    text = ("Students marched through Lusaka on Monday. Police fired tear gas.\n"
            "Since 1991, when it crushed the protests that began in Kitwe, Zambia has feared them.")
    assert all(
        told(m) == set() for m in code(text) if m.trigger.text == "protests" and m.background
    )


def test_whom_help_goes_to_is_not_filled_in_where_the_verb_has_its_object(code):
    text = ("Kenya's army has been training a Somali militia near Mandera.\n"
            "The general called the idea that Kenya is training the Falcons absurd.")
    again = [m for m in code(text) if m.event == "AID"][-1]
    assert "SOM" not in {land for _, land, _ in told(again, "recipients")}


def test_who_marches_makes_no_plan(code):
    text = "Teachers marched in Nairobi on Monday. The governor praised the plan."
    assert told(only(code, text, "SUPPORT"), "recipients") == set()


def test_a_tariff_on_televisions_is_on_no_broadcaster(code):
    text = "Kenya imposed tariffs on Chinese televisions."
    assert told(only(code, text, "SANCTION"), "recipients") == {("China", "CHN", "GOV")}
