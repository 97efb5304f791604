"""Whom an attack hits where no word of the thing hit names a party, and who is seized by name."""

from __future__ import annotations

import pytest

from tests.parties import told
from tests.readings import Reading, coded_as


def hit(coder, text: str, word: str, doer: str, whom: str) -> set:
    """Whom the attack is coded to hit, where the network reads these phrases."""
    reading = Reading(word, "ASSAULT", None, (doer,) if doer else (), (whom,))
    (mention,) = coded_as(coder, text, reading)
    return told(mention, "recipients")


@pytest.mark.parametrize(
    ("text", "word", "doer", "whom", "state"),
    [
        ("Russia shelled the city of Kherson on Monday.", "shelled", "Russia",
         "the city of Kherson", "UKR"),
        ("Indian troops fired at villages in Pakistan.", "fired", "Indian troops",
         "villages in Pakistan", "PAK"),
        ("Saudi jets bombed the port of Mukalla in Yemen.", "bombed", "Saudi jets",
         "the port of Mukalla", "YEM"),
    ],
)  # fmt: skip
def test_a_place_abroad_is_its_state(coder, text, word, doer, whom, state):
    assert {(c, s) for _, c, s in hit(coder, text, word, doer, whom)} == {(state, "GOV")}


@pytest.mark.parametrize(
    ("text", "word", "doer", "whom", "thing"),
    [
        ("Ukraine struck an oil terminal at Novorossiysk.", "struck", "Ukraine",
         "an oil terminal at Novorossiysk", ("oil terminal", "RUS", "UNK")),
        ("US warships hit a power station near Sanaa.", "hit", "US warships",
         "a power station near Sanaa", ("power station", "YEM", "UNK")),
        ("Sudan bombed a fuel depot in the town of Abéché in Chad.", "bombed", "Sudan",
         "a fuel depot in the town of Abéché", ("fuel depot", "TCD", "UNK")),
        # soldiers live there
        ("Rebels stormed an airbase in Mali.", "stormed", "Rebels", "an airbase in Mali",
         ("airbase", "MLI", "MIL")),
        ("Gunmen attacked the barracks on Monday.", "attacked", "Gunmen", "the barracks",
         ("barracks", None, "MIL")),
    ],
)  # fmt: skip
def test_a_thing_is_of_the_land_it_stands_in(coder, text, word, doer, whom, thing):
    assert hit(coder, text, word, doer, whom) == {thing}


@pytest.mark.parametrize(
    ("text", "word", "doer", "whom"),
    [
        # at home nothing tells whose it is
        ("Rebels in Mali attacked a bus station in Gao.", "attacked", "Rebels", "a bus station in Gao"),
        ("Russia bombed an oil depot in Saratov.", "bombed", "Russia", "an oil depot in Saratov"),
        ("A bomb wrecked an oil depot in Saratov.", "wrecked", "", "an oil depot in Saratov"),
        # at sea a land is only near, and whose a base is that an army bombs nobody tells
        ("US jets hit a speedboat near Venezuela.", "hit", "US jets", "a speedboat near Venezuela"),
        ("Mali's army bombed the base.", "bombed", "Mali's army", "the base"),
    ],
)  # fmt: skip
def test_things_of_nobody(coder, text, word, doer, whom):
    assert not hit(coder, text, word, doer, whom)


@pytest.mark.parametrize(
    ("text", "word", "doer", "whom", "who"),
    [
        ("Iran shelled Kurdish rebels in Iraq.", "shelled", "Iran", "Kurdish rebels in Iraq", "REB"),
        ("Sudan bombed a hospital in Chad.", "bombed", "Sudan", "a hospital in Chad", "MED"),
    ],
)
def test_who_is_named_comes_first(coder, text, word, doer, whom, who):
    assert {sector for _, _, sector in hit(coder, text, word, doer, whom)} == {who}


@pytest.mark.parametrize(
    ("text", "word", "event", "whom"),
    [
        ("A court in Minsk sentenced Ruben Saryan to ten years.", "sentenced", "SANCTION", "Ruben Saryan"),
        ("Police in Kampala arrested Bisaso on Monday.", "arrested", "COERCE", "Bisaso"),
        ("Police in Kampala abducted Opio Lakor, his party said.", "abducted", "ASSAULT", "Opio Lakor"),
    ],
)  # fmt: skip
def test_whom_only_a_name_tells_is_seized(coder, text, word, event, whom):
    (mention,) = coded_as(coder, text, Reading(word, event, recipients=(whom,)))
    assert {name for name, _, _ in told(mention, "recipients")} == {whom}


def test_a_surname_that_the_network_passes_over(coder):
    text = "U.S. forces raided Caracas and captured Maduro."
    (mention,) = coded_as(coder, text, Reading("captured", "COERCE", "arrest", ("U.S. forces",)))
    assert {country for _, country, _ in told(mention, "recipients")} == {"VEN"}
