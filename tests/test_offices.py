"""One holder of two offices is one party; whoever only reacts tells nothing of whose police."""

from __future__ import annotations

import pytest

from tests.parties import only


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("Ireland's Deputy Prime Minister and Foreign Minister, Simon Harris, met Fidan in Ankara.",
         ["Simon Harris", "Hakan Fidan"]),
        ("Foreign Minister and Deputy Prime Minister Vivian Balakrishnan met Fidan in Ankara.",
         ["Vivian Balakrishnan", "Hakan Fidan"]),
        ("Slovenia's deputy prime minister and foreign minister met Fidan in Ankara.",
         ["Slovenia's deputy prime minister", "Hakan Fidan"]),
        # near misses: two persons, by an article, by names, by countries
        ("Slovenia's deputy prime minister and the foreign minister met Fidan in Ankara.",
         ["Slovenia's deputy prime minister", "foreign minister", "Hakan Fidan"]),
        ("Vice President JD Vance and Secretary of State Marco Rubio met Fidan in Ankara.",
         ["JD Vance", "Marco Rubio", "Hakan Fidan"]),
        ("Ghana's vice president and Togo's foreign minister met in Accra.",
         ["Ghana's vice president", "Togo's foreign minister"]),
    ],
)  # fmt: skip
def test_one_holder_of_two_offices_is_one(code, text: str, names: list[str]) -> None:
    assert [e.name for e in only(code, text, "CONSULT").actors] == names


@pytest.mark.parametrize(
    ("text", "land"),
    [
        ("Gabon's High Court freed an opposition leader. Gabon had held him since May.\nWashington"
         " welcomed the verdict.\nSoldiers beat three protesters.", "GAB"),
        ("Gabon's High Court freed an opposition leader. Gabon had held him since May.\nBritain"
         " deplored the trial.\nSoldiers beat three protesters.", "GAB"),
        # near miss: it does something
        ("Gabon's High Court freed an opposition leader. Gabon had held him since May.\nIn Benin"
         " soldiers beat three protesters.", "BEN"),
    ],
)
def test_who_only_reacts_does_not_tell_whose_soldiers_they_are(code, text: str, land: str) -> None:
    assert [e.country for e in only(code, text, "ASSAULT").actors] == [land]


@pytest.mark.parametrize(
    ("text", "land"),
    [
        ("Peru accused Chile of a raid. Lima said two sailors had died in Tacna.\nChile denied the"
         " charge. The navy had fired into the air, the defence ministry said.", "CHL"),
        ("Peru accused Chile of a raid. Lima said two sailors had died in Tacna.\nSantiago admitted"
         " an error. The navy had fired into the air, the defence ministry said.", "CHL"),
        # near miss: where it was is told
        ("Peru accused Chile of a raid.\nChile denied the charge. In Tacna, Peru, the navy fired"
         " into the air, the defence ministry said.", "PER"),
    ],
)  # fmt: skip
def test_whose_the_forces_are_after_a_state_answers(code, text: str, land: str) -> None:
    (fired,) = [m for m in code(text) if m.trigger.text == "fired"]
    assert [e.country for e in fired.actors] == [land]
    assert [e.country for e in fired.attribution] == [land]
