"""Of which state a counterpart is: never of the state of who meets him."""

from __future__ import annotations

import pytest


def countries(code, text: str, mode: str | None = None) -> list[tuple[str | None, bool]]:
    """Country of each counterpart in the text's talks, and whether it is inferred."""
    (found,) = (m for m in code(text) if m.event == "CONSULT" and m.mode == mode)
    partners = ("counterpart", "counterparts", "opposite number", "Alberto Rojas")
    parties = (*found.actors, *found.recipients)
    return [(p.country, p.country_inferred) for p in parties if p.name in partners]


@pytest.mark.parametrize(
    "text",
    [
        "Peru's foreign minister will travel to Chile on Friday for talks with his counterpart.",
        "Peru's foreign minister will visit Chile on Friday for talks with her counterpart.",
        "Peru's defence minister flew to Chile and held talks with his counterpart.",
        "The Peruvian foreign minister met with his opposite number on a trip to Chile.",
        "Peru's foreign minister met his counterpart in Santiago.",
        "Peru's foreign minister met his counterpart in Geneva after Chile's protest.",
        "Peru's foreign minister will visit Chile on Friday. He will hold talks with his "
        "counterpart.",
        "Peru's foreign minister will visit Chile on Friday for talks with his counterpart, "
        "Alberto Rojas.",
        "Peru's foreign minister will travel to Chile on Friday for talks with his counterpart "
        "Alberto Rojas, his office said, months after the government in Lima unveiled a plan.",
        "Peru's foreign minister landed in the Chilean capital on Friday and met his counterpart "
        "Alberto Rojas.",
    ],
)
def test_a_counterpart_is_of_the_host_or_of_the_other_state_told(code, text):
    assert [country for country, _ in countries(code, text)] == ["CHL"]


@pytest.mark.parametrize(
    ("text", "country"),
    [
        ("Peru's foreign minister met his counterpart in Geneva on Friday. Peru and Chile have "
         "been at odds over fishing since May.", "CHL"),
        ("Peru and Chile are at odds over fishing. Peru's foreign minister met his counterpart in "
         "Doha on Friday.", "CHL"),
        ("Peru's foreign minister met his counterpart in Oslo on Friday. Peru, Chile and Bolivia "
         "share the river.", None),
        ("Peru's foreign minister met his counterpart in Vienna on Friday.", "AUT"),
        ("Peru's foreign minister met his counterpart in Bogota on Friday. Peru and Chile have "
         "been at odds over fishing since May.", "COL"),
    ],
)  # fmt: skip
def test_in_a_town_where_the_world_meets_it_is_the_other_party(code, text, country):
    assert [found for found, _ in countries(code, text)] == [country]


def test_several_counterparts_are_of_all_hosts(code):
    text = "Peru's minister will travel to Chile and Bolivia for talks with his counterparts."
    assert countries(code, text) == [("CHL", True), ("BOL", True)]


@pytest.mark.parametrize(
    "text",
    [
        "Peru's foreign minister met his counterpart on Friday.",
        "The Kenyan and Ugandan foreign ministers held talks with their counterparts.",
        "Peru's foreign minister met his counterpart in Lima.",
    ],
)
def test_where_no_other_state_is_told_none_is_known(code, text):
    assert [country for country, _ in countries(code, text)] == [None]


@pytest.mark.parametrize(
    ("text", "mode", "told"),
    [
        ("Peru's foreign minister met his counterpart from Chile in Quito.", None, ["CHL"]),
        ("Peru's foreign minister called his counterpart from Chile.", "phone", ["CHL"]),
        ("Peru's foreign minister met his counterparts from Bolivia and Ecuador.", None,
         ["BOL", "ECU"]),
    ],
)  # fmt: skip
def test_what_its_own_words_tell_stays(code, text, mode, told):
    assert countries(code, text, mode) == [(country, False) for country in told]
