"""Counts of the dead: which deed they are held to, and which they are not."""

from __future__ import annotations

import pytest


def tolls(code, text: str) -> list[tuple[int, str]]:
    """Each number killed that is told, with the first speaker."""
    told = [(m.magnitudes.killed, m.attribution) for m in code(text) if m.magnitudes.killed]
    return [(killed.low, by[0].name if by else "") for killed, by in told]


STRUCK = "Ukrainian drones struck a depot near Rostov on Monday."


@pytest.mark.parametrize(
    ("toll", "killed", "injured"),
    [
        ("At least four people were killed.", 4, None),
        ("Four workers were killed and nine injured.", 4, 9),
        ("Four people died and nine were wounded.", 4, 9),
        ("Four guards and two drivers were killed.", 6, None),
        ("More than 40 workers have lost their lives.", 40, None),
        ("Four bodies were pulled from the ruins.", 4, None),
        ("The roof fell in. Four people died.", 4, None),
    ],
)
def test_who_died_is_counted_to_the_deed_told_just_before(code, toll, killed, injured):
    strike, told = code(f"{STRUCK} {toll}")
    assert told.magnitudes.killed.low == killed
    assert (told.magnitudes.injured and told.magnitudes.injured.low) == injured
    assert (told.event, told.mode, told.when, told.where) == (
        strike.event, strike.mode, strike.when, strike.where
    )  # fmt: skip
    assert [a.name for a in told.actors] == [a.name for a in strike.actors]
    assert told.certainty == "asserted"


@pytest.mark.parametrize(
    ("toll", "speaker"),
    [
        ("Four people were killed, the governor said.", "governor"),
        ("The governor said four people had been killed.", "governor"),
        ("The United Nations said it had verified the deaths of four workers.", "United Nations"),
        ("Ukraine's army admitted the loss of four soldiers.", "Ukraine's army"),
    ],
)
def test_a_toll_in_the_next_paragraph_is_the_deeds_with_its_speaker(code, toll, speaker):
    text = f"Ukrainian and Russian troops clashed near Rostov on Monday.\n\n{toll}"
    assert tolls(code, text) == [(4, speaker)]


@pytest.mark.parametrize(
    "toll",
    [
        # another place, day, deed, doer or side
        "In Voronezh, four people were killed.",
        "Four people were killed in Voronezh, officials said.",
        "Four people were killed on Saturday.",
        "Four people died in a separate fire.",
        "Four people were shot dead by police in Moscow.",
        "Elsewhere, four people were killed.",
        "Four Ukrainian soldiers were killed.",
        "A bus crashed in Voronezh. Four people died.",
        "A passenger plane crashed. Four people died.",
        "The wind was strong. Smoke rose for hours. Four people died.",
        # the dead of a war, those who may die, and those who did not
        "Thousands have been killed in the war.",
        "Four people could be killed.",
        "Four people were not killed.",
        # what is lost is no life
        "The governor lost four seats.",
    ],
)
def test_who_died_elsewhere_is_not_counted_to_the_deed(code, toll):
    (strike, *others) = code(f"{STRUCK} {toll}")
    assert strike.magnitudes.killed is None
    held = [m for m in others if any(a.name == strike.actors[0].name for a in m.actors)]
    assert held == []


def test_the_rebels_whom_a_state_bombs_are_not_of_its_side(code):
    text = "Turkish jets bombed Qandil on Monday. Turkey said 11 PKK fighters were killed."
    bombing, toll = code(text)
    assert toll.magnitudes.killed.low == 11
    assert [a.name for a in toll.actors] == [a.name for a in bombing.actors]


def test_the_dead_of_those_who_attacked_are_not_those_whom_they_killed(code):
    text = "Rebels attacked soldiers in Bria on Monday. Nine rebels were killed, the army said."
    assert not [m for m in code(text) if m.magnitudes.killed and m.actors]


def test_of_two_strikes_each_has_its_own_toll(code):
    text = (
        "Rebels shelled Goma on Monday. Nine people were killed. Troops shelled Uvira on Tuesday. "
        "Six people were killed."
    )
    dead = {m.when.edtf: m.magnitudes.killed.low for m in code(text) if m.magnitudes.killed}
    assert dead == {"2025-07-21": 9, "2025-07-22": 6}


@pytest.mark.parametrize(
    "text",
    [
        "Rebels shelled Goma on Monday and troops shelled Uvira on Tuesday. Nine people were killed.",
        "Rebels denied that they had shelled Goma. Nine people are dead, doctors said.",
        "Rebels shelled Goma, killing four. Nine people were killed.",
    ],
)
def test_a_toll_of_which_it_is_not_plain_whose_it_is_is_left_alone(code, text):
    assert 9 not in [number for number, _ in tolls(code, text)]


def test_a_toll_read_as_a_deed_of_its_own_is_that_of_the_deed_before(code):
    told = code(
        "Russian missiles hit Dnipro on Monday. At least ten people were killed, officials said."
    )
    assert [m.magnitudes.killed and m.magnitudes.killed.low for m in told] == [None, 10]
    assert {tuple(a.name for a in m.actors) for m in told} == {("Russia",)}
    assert told[0].when == told[1].when


@pytest.mark.parametrize(
    ("text", "actor"),
    [
        ("Ukrainian drones struck a depot near Rostov on Monday. Four people were killed in the attack.",
         "Ukrainian drones"),
        ("Jets bombed Sidon. Gunmen attacked a bus in Homs. Six people were killed in the attack.",
         "Gunmen"),
    ],
)  # fmt: skip
def test_the_attack_in_which_they_died_is_the_one_told_just_before(code, text, actor):
    (told,) = (m for m in code(text) if m.magnitudes.killed)
    assert [a.name for a in told.actors] == [actor]


@pytest.mark.parametrize(
    ("text", "event", "field", "low"),
    [
        ("Chad said it carried out missile strikes on Abeche, saying that 12 soldiers were killed.",
         "ASSAULT", "killed", 12),
        ("Chad's army said it had bombed a camp in Sudan and that eight rebels were killed.",
         "ASSAULT", "killed", 8),
        ("The bomb killed a mayor and two guards in Kirkuk.", "ASSAULT", "killed", 3),
        ("Police in Lima arrested five students and three teachers.", "COERCE", "arrested", 8),
        ("Ten people, six soldiers and four villagers, were killed in the raid on Bria.",
         "ASSAULT", "killed", 10),
        ("The mission counted 20 dead villagers, six of them in the drone strike on Bria.",
         "ASSAULT", "killed", 6),
        ("The last two of nine engineers kidnapped in Niger were released on Monday.",
         "RETREAT", "size", 2),
        ("The last two of nine engineers kidnapped in Niger were released on Monday.",
         "ASSAULT", "size", 9),
        # near misses: things, one without a number, all but some, markup
        ("Rebels killed 12 soldiers and burned 40 tents in Mali.", "ASSAULT", "killed", 12),
        ("Rebels killed 12 soldiers and villagers in Mali.", "ASSAULT", "killed", 12),
        ("Turkey bombed a camp in Iraq after 12 of its soldiers were killed.", "ASSAULT", "size", None),
        ("Police in Lima arrested all but three of the 20 protesters.", "COERCE", "arrested", None),
        ("Israeli jets bombed Sidon, killing six people, \"><svg onload=f(2)> medics said.",
         "ASSAULT", "size", None),
    ],
)  # fmt: skip
def test_a_number_is_the_whole_of_what_it_counts_and_no_more(code, text, event, field, low):
    told = next(m for m in code(text) if m.event == event)
    number = getattr(told.magnitudes, field)
    assert (number and number.low) == low


def test_the_wounded_who_died_are_dead(code):
    text = "The toll of Monday's clash in Goma rose to nine after three wounded soldiers died."
    (clash,) = code(text)
    assert clash.magnitudes.killed.low == 9
    assert clash.magnitudes.injured is None
