"""Who does it and to whom, in whole sentences: the parties of a mention, as tables of cases."""

from __future__ import annotations

import pytest


def told(mention, side: str = "actors") -> set[tuple[str, str | None, str]]:
    """Name, country and first sector (empty for none) of each party of a side."""
    return {(e.name, e.country, (*e.sectors, "")[0]) for e in getattr(mention, side)}


def only(code, text: str, event: str):
    """The only mention of the type in the text."""
    (mention,) = [m for m in code(text) if m.event == event]
    return mention


@pytest.mark.parametrize(
    ("text", "event", "name", "country", "sector"),
    [
        ("The southern African bloc SADC condemned the coup in Madagascar.",
         "ACCUSE", "Southern African Development Community", "IGO", ""),
        ("The rebel group M23 attacked the town of Sake on Sunday.",
         "ASSAULT", "March 23 Movement", "COD", "REB"),
        ("The energy company Eni sued the government of Kazakhstan on Friday.",
         "ACCUSE", "Eni", "MNC", "BUS"),
        ("The Lebanese armed group Hezbollah released two captives on Friday.",
         "RETREAT", "Hezbollah", "LBN", "REB"),
        ("The rights watchdog Amnesty International condemned the verdict.",
         "ACCUSE", "Amnesty International", "NGO", "SOC"),
        ("The Nigerian opposition party PDP condemned the arrests.",
         "ACCUSE", "People's Democratic Party", "NGA", "PTY"),
        ("The militant group Ansar Nubia kidnapped three miners in Sudan.",
         "ASSAULT", "Ansar Nubia", "SDN", "REB"),
    ],
)  # fmt: skip
def test_a_name_after_the_noun_that_describes_it_is_who_is_meant(
    code, text, event, name, country, sector
):
    mention = next(m for m in code(text) if m.event == event)
    assert told(mention) == {(name, country, sector)}
    assert all(text[e.start : e.end] == e.text for e in mention.actors)


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("He told the court Amnesty International had condemned the verdict.", "Amnesty International"),
        ("The rebel group's leader condemned the African Union.", "rebel group's leader"),
        ("A week after the party, Hamas condemned the strike.", "Hamas"),
    ],
)
def test_a_name_that_only_follows_a_noun_is_not_its_name(code, text, name):
    mentions = [m for m in code(text) if m.event == "ACCUSE"]
    assert all({e.name for e in m.actors} <= {name} for m in mentions)


@pytest.mark.parametrize(
    ("text", "countries"),
    [
        ("The Thai-Cambodian General Border Committee will meet in Pattaya on May 12.", {"THA", "KHM"}),
        ("The Franco-German defence council met in Toulon on Friday.", {"FRA", "DEU"}),
        ("The US-Japan security committee met in Tokyo on Tuesday.", {"USA", "JPN"}),
        ("Sino-Indian talks were held in Lhasa on Monday.", {"CHN", "IND"}),
        ("The Anglo-Irish conference will meet in Cork on Thursday.", {"GBR", "IRL"}),
        ("Russo-Turkish talks in Sochi ended on Sunday.", {"RUS", "TUR"}),
        ("Indian-Pakistani talks were held in Lahore on Monday.", {"IND", "PAK"}),
    ],
)
def test_both_nations_that_a_hyphen_ties_are_parties(code, text, countries):
    mention = only(code, text, "CONSULT")
    assert {e.country for e in mention.actors} == countries
    assert {e.sectors[0] for e in mention.actors} == {"GOV"}


@pytest.mark.parametrize(
    ("text", "side", "countries"),
    [
        ("A Franco-Algerian writer was arrested in Algiers.", "recipients", {"FRA"}),
        ("Indo-Pacific partners condemned the launch.", "actors", {None}),
        ("US-Israeli forces bombed Isfahan.", "actors", {"USA", "ISR"}),
        ("Police in Bissau, the capital of Guinea-Bissau, arrested a judge.", "actors", {"GNB"}),
    ],
)
def test_a_person_of_two_nations_is_one_and_a_region_is_none(code, text, side, countries):
    (mention,) = code(text)
    assert {e.country for e in getattr(mention, side)} == countries
