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
    ("text", "event", "who"),
    [
        ("A resolution sponsored by France, Chad and Kenya condemned the coup in Niger.",
         "ACCUSE", {"France", "Chad", "Kenya"}),
        ("A statement signed by Canada, Japan and Australia urged China to free the writers.",
         "REQUEST", {"Canada", "Japan", "Australia"}),
        ("The motion, tabled by Britain, Germany, Ireland and Norway, condemns the army of Sudan.",
         "ACCUSE", {"United Kingdom", "Germany", "Ireland", "Norway"}),
        ("A raid condemned by France, Chad and Kenya killed six people in Gao.", "ASSAULT",
         set()),
    ],
)  # fmt: skip
def test_all_of_a_row_stand_behind_a_text(code, text, event, who):
    assert names(code, text, event, "actors") == [who]


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
    "text",
    [
        "Egypt said the truce would take effect on Monday.",
        "Qatar announced that the truce would start on Friday.",
        "Zelenskiy thanked the UAE and said another exchange of prisoners was being prepared.",
    ],
)
def test_who_announces_a_truce_or_exchange_is_not_its_doer(code, text):
    assert names(code, text, "RETREAT", "actors") == [set()]


@pytest.mark.parametrize(
    ("text", "who"),
    [
        ("Hamas said the ceasefire would begin on Thursday.", {"Hamas"}),
        ("Egypt said its truce with Libya would begin on Thursday.", {"Egypt", "Libya"}),
        ("The Sudanese army said the truce would take effect at midnight.", {"Sudanese army"}),
        ("Turkey said the exchange of prisoners between Russia and Ukraine would take place on "
         "Friday.", {"Russia", "Ukraine"}),
    ],
)  # fmt: skip
def test_its_sides_are(code, text, who):
    assert set.union(*names(code, text, "RETREAT", "actors"),
                     *names(code, text, "RETREAT", "recipients")) == who


@pytest.mark.parametrize(
    "text",
    [
        "Colombian rebels free 16 soldiers, say one died in air raid",
        "M23 rebels free 20 soldiers, say two died in bombing",
        "Rebels free 20 hostages, say three killed in air raid",
    ],
)
def test_who_frees_captives_did_not_kill_one_of_them(code, text):
    assert not any(names(code, text, "ASSAULT", "actors"))


@pytest.mark.parametrize(
    ("text", "who"),
    [
        ("Guerrillas shell town, say two died in attack", "Guerrillas"),
        ("Israel strikes camp, says one killed in raid", "Israel"),
    ],
)
def test_who_attacks_and_tells_the_dead_did(code, text, who):
    assert all(actors == {who} for actors in names(code, text, "ASSAULT", "actors"))
