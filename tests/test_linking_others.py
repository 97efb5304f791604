"""Linking of deeds without a day: other victims, other towns, and more of those freed before."""

from __future__ import annotations

import pytest

from dragoman import Coder
from dragoman.record.traits.turns import MORE, REST, Turn, is_sum, portion_of
from tests.grouping import Told, coded, grouped


@pytest.mark.parametrize(
    ("event", "told"),
    [
        # two towns, though one report tells no number
        ("COERCE", [("03-05", "Greek police detained 12 students in Patras on Wednesday."),
                    ("03-06", "Greek police have detained a pastor in Volos.")]),
        ("ASSAULT", [("03-05", "Saudi Arabia bombed Taiz, killing three people."),
                     ("03-06", "Saudi Arabia bombed Sanaa.")]),
        ("PROTEST", [("03-05", "Farmers marched in Lyon against the pension law."),
                     ("03-06", "Farmers marched in Lille against the pension law.")]),
        # other kinds of people
        ("COERCE", [("03-05", "Police in Uganda arrested 20 students in Gulu."),
                    ("03-06", "Police in Uganda arrested a senator over unpaid taxes.")]),
        ("COERCE", [("03-05", "Algerian police arrested a judge."),
                    ("03-06", "Algerian police arrested dozens of migrants.")]),
        ("SANCTION", [("03-05", "Canada imposed sanctions on three Iranian generals."),
                      ("03-06", "Canada imposed sanctions on an Iranian oil trader.")]),
        # a relative of whom was held before
        ("COERCE", [("03-05", "Ugandan police arrested Kizza Besigye in Kampala."),
                    ("03-06", "Ugandan police arrested his brother in Kampala.")]),
        # other threats
        ("THREATEN", [("03-05", "Iran threatened to close the Strait of Hormuz."),
                      ("03-06", "Iran threatened to expel the agency's inspectors.")]),
        # a coup, and the shots that were heard in it
        ("ASSAULT", [("03-05", "Officers staged a coup in N'Djamena, Chad."),
                     ("03-05", "Officers opened fire near the palace in N'Djamena, Chad.")]),
        # a toll that falls
        ("ASSAULT", [("03-01", "Russian drones have killed six people in Nikopol."),
                     ("03-04", "Russian drones have killed two people in Nikopol.")]),
    ],
)  # fmt: skip
def test_deeds_done_to_others_are_two(coder: Coder, event: str, told: list[Told]) -> None:
    assert grouped(coded(coder, told, only=event)) == ["a", "b"]


@pytest.mark.parametrize(
    ("event", "told"),
    [
        # those may be these
        ("COERCE", [("03-05", "Greek police detained 12 people in Patras on Wednesday."),
                    ("03-06", "Greek police have detained 12 students in Patras.")]),
        ("COERCE", [("03-05", "Police in Uganda arrested 20 students in Gulu."),
                    ("03-06", "Police in Uganda have arrested protesters in Gulu.")]),
        ("COERCE", [("03-05", "Greek police detained a journalist in Patras."),
                    ("03-06", "Greek police have detained a reporter in Patras.")]),
        ("SANCTION", [("03-05", "Canada imposed sanctions on three Iranian generals."),
                      ("03-06", "Canada has sanctioned three Iranian officers.")]),
        ("COERCE", [("03-05", "Ugandan police arrested the senator's brother in Gulu."),
                    ("03-06", "Ugandan police have arrested his brother in Gulu.")]),
        # two papers of one day name some of them each
        ("SANCTION", [("03-05", "Canada imposed sanctions on three Iranian generals."),
                      ("03-05", "Canada imposed sanctions on Iranian traders and banks.")]),
        # one threat in other words
        ("THREATEN", [("03-05", "Iran threatened to close the Strait of Hormuz."),
                      ("03-06", "Iran has threatened to block the Strait of Hormuz.")]),
        # a town, and its country
        ("ASSAULT", [("03-05", "Saudi Arabia bombed Taiz, killing three people."),
                     ("03-06", "Saudi Arabia bombed Yemen, killing three people.")]),
        # a toll that rises, or falls within a day
        ("ASSAULT", [("03-01", "Russian drones have killed two people in Nikopol."),
                     ("03-04", "Russian drones have killed six people in Nikopol.")]),
        ("ASSAULT", [("03-01", "Russian drones have killed six people in Nikopol."),
                     ("03-02", "Russian drones have killed five people in Nikopol.")]),
    ],
)  # fmt: skip
def test_deeds_that_may_have_been_done_to_the_same_are_one(
    coder: Coder, event: str, told: list[Told]
) -> None:
    assert grouped(coded(coder, told, only=event)) == ["ab"]


@pytest.mark.parametrize(
    ("told", "groups"),
    [
        ([("02-26", "Rebels in Chad have released six of 14 kidnapped nurses."),
          ("03-01", "Rebels in Chad have released four more nurses."),
          ("03-04", "Rebels in Chad have released the last four nurses.")], ["a", "b", "c"]),
        ([("03-02", "Three kidnapped monks were freed in Mali on Sunday."),
          ("03-04", "The three remaining monks have been freed in Mali.")], ["a", "b"]),
        ([("03-02", "Hamas released four hostages."),
          ("03-03", "Hamas released another two hostages.")], ["a", "b"]),
        ([("03-01", "Iran freed 20 Afghan prisoners."),
          ("03-04", "Iran has freed a further 30 Afghan prisoners.")], ["a", "b"]),
        ([("03-02", "Hamas released four hostages on Sunday."),
          ("03-04", "Hamas has released the remaining two hostages."),
          ("03-05", "Hamas has released the last two hostages.")], ["a", "bc"]),
        ([("03-02", "Hamas released four hostages on Sunday."),
          ("03-04", "Hamas has released two more hostages."),
          ("03-05", "Hamas released two hostages on Wednesday.")], ["a", "bc"]),
        ([("03-02", "Hamas will release the remaining four hostages on Wednesday."),
          ("03-04", "Hamas released four hostages.")], ["ab"]),
        ([("03-04", "Hamas released more than 20 hostages on Wednesday."),
          ("03-05", "Hamas has released more than 20 hostages, the Red Cross said.")], ["ab"]),
        ([("03-04", "Hamas has released three more hostages."),
          ("03-05", "Hamas has released three more hostages, the Red Cross said.")], ["ab"]),
        ([("03-01", "Pirates in Somalia freed three more sailors on Sunday."),
          ("03-04", "The last of the sailors kidnapped off Somalia last May have been freed.")],
         ["a", "b"]),
        ([("03-01", "Rebels in Colombia released two of seven soldiers."),
          ("03-02", "Another soldier has been released by rebels in Colombia.")], ["a", "b"]),
        ([("03-01", "Rebels in Colombia released a soldier."),
          ("03-02", "Rebels in Colombia have released the soldier.")], ["ab"]),
    ],
)  # fmt: skip
def test_a_release_of_some_more_is_another_one(
    coder: Coder, told: list[Told], groups: list[str]
) -> None:
    assert grouped(coded(coder, told, only="RETREAT")) == groups


@pytest.mark.parametrize(
    ("text", "turn"),
    [
        ("They [freed] the last four monks.", REST),
        ("They [freed] the remaining monks.", REST),
        ("The rest of the monks were [freed].", REST),
        ("The other three were finally [freed].", REST),
        ("They [freed] three more monks.", MORE),
        ("Another two monks were [freed].", MORE),
        ("They [freed] a further 30 monks.", MORE),
        ("They [freed] more than 30 monks.", None),
        ("They [freed] four monks last week.", None),
        ("Last week four monks were [freed].", None),
        ("Two more monks were killed and four [freed].", None),
        ("The last of the ten monks kidnapped in Mali last May have been [freed].", REST),
        ("The remaining ministers said that four monks had been [freed].", None),
        ("They [freed] four monks, two more than on Monday.", None),
    ],
)
def test_who_were_left(text: str, turn: Turn | None) -> None:
    start, end = text.index("["), text.index("]") - 1
    assert portion_of(text.replace("[", "").replace("]", ""), start, end) == turn


@pytest.mark.parametrize(
    ("told", "groups"),
    [
        # a nuclear device is no missile
        ([("03-05", "Iran carried out a nuclear test on Thursday."),
          ("03-06", "Japan condemned Thursday's missile test by Iran.")], ["a", "b"]),
        ([("03-05", "Iran fired a ballistic missile over Oman."),
          ("03-06", "Japan deplored Iran's hydrogen bomb test.")], ["a", "b"]),
        ([("03-05", "Iran fired a ballistic missile over Oman on Thursday."),
          ("03-06", "Japan condemned Iran's launch of Thursday.")], ["ab"]),
        # what was done over years is none of it
        ([("03-05", "Iran fired a ballistic missile over Oman."),
          ("03-06", "Iran has carried out dozens of ballistic missile tests.")], ["a", "b"]),
        ([("03-05", "Iran fired a ballistic missile over Oman."),
          ("03-06", "Iran had conducted more than 40 missile tests under the shah.")], ["a", "b"]),
        ([("03-05", "Iran fired two ballistic missiles over Oman."),
          ("03-06", "Japan condemned Iran's missile launches over Oman.")], ["ab"]),
    ],
)  # fmt: skip
def test_tests_of_other_weapons_and_sums_of_tests_stand_apart(
    coder: Coder, told: list[Told], groups: list[str]
) -> None:
    assert grouped(coded(coder, told, only="MOBILIZE")) == groups


@pytest.mark.parametrize(
    ("sentence", "word", "is_one"),
    [
        ("Mali has carried out dozens of ballistic missile tests.", "tests", True),
        ("The rebels have staged at least 30 attacks in the north.", "attacks", True),
        ("Police had made a series of arrests.", "arrests", True),
        ("Mali carried out dozens of tests on Monday.", "tests", False),
        ("The army has killed 12 people in attacks on Gao.", "attacks", False),
        ("Mali has carried out two tests.", "tests", False),
        ("The rebels have killed 40 in one attack.", "attack", False),
    ],
)
def test_a_sum_counts_the_happenings_themselves(sentence: str, word: str, is_one: bool) -> None:
    start = sentence.index(word)
    assert is_sum(sentence, start, start + len(word)) is is_one
