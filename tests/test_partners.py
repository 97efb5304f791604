"""Who is told with which verb, who stands behind a text, and who only tells of others' deed."""

from __future__ import annotations

import pytest

from tests.parties import only
from tests.test_bystanders import names


@pytest.mark.parametrize(
    ("text", "event", "whom"),
    [
        ("Honduras will restore relations with Taiwan and break with China on January 27, "
         "President Nasry Asfura said on Sunday, making good a campaign pledge.", "SUPPORT",
         "Taiwan"),
        ("Honduras will restore relations with Taiwan and break with China on January 27, "
         "President Nasry Asfura said on Sunday, making good a campaign pledge.", "SANCTION",
         "China"),
        ("Kenya thanked Uganda and accused Somalia of lying.", "ACCUSE", "Somalia"),
        ("Kenya thanked Uganda and accused Somalia of lying.", "SUPPORT", "Uganda"),
        ("Mali criticised and sanctioned Togo.", "SANCTION", "Togo"),
    ],
)  # fmt: skip
def test_each_verb_has_its_own_partner(code, text, event, whom):
    assert names(code, text, event, "recipients") == [{whom}]


@pytest.mark.parametrize(
    "text",
    [
        "Spain's Jose Manuel Albares and his Moroccan opposite number, Nasser Bourita, signed a "
        "treaty.",
        "Spain's Jose Manuel Albares and his Moroccan counterpart, Nasser Bourita, signed a "
        "treaty.",
    ],
)
def test_an_opposite_number_is_a_counterpart(code, text):
    mention = only(code, text, "SUPPORT")
    assert [e.country for e in mention.actors] == ["ESP", "MAR"]
    assert mention.actors[1].name == "Nasser Bourita"


@pytest.mark.parametrize(
    ("text", "who"),
    [
        ("Guerrillas shell town, say two died in attack", "Guerrillas"),
        ("Israel strikes camp, says one killed in raid", "Israel"),
    ],
)
def test_who_attacks_and_tells_the_dead_did(code, text, who):
    assert all(actors == {who} for actors in names(code, text, "ASSAULT", "actors"))
