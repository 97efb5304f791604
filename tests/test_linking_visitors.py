"""Linking of visits, pacts and bans by who travels and what they are about."""

from __future__ import annotations

import pytest

from dragoman import Coder
from dragoman.record.traits.subjects import subjects_of
from tests.grouping import Told, coded, grouped


@pytest.mark.parametrize(
    "told",
    [
        # a force, a parliament, traders, and who governs
        [("05-04", "A Greek frigate has cancelled its visit to Alexandria."),
         ("05-07", "Greek Foreign Minister George Gerapetritis will visit Alexandria on May 25.")],
        [("05-04", "A Brazilian parliamentary delegation called off a visit to Luanda."),
         ("05-07", "Brazilian President Luiz Inacio Lula da Silva will visit Luanda on May 30.")],
        [("05-04", "A Japanese trade delegation has scrapped a trip to Hanoi."),
         ("05-06", "Japanese Prime Minister Sanae Takaichi will travel to Hanoi on May 21.")],
        # two ministers
        [("05-04", "Qatar's energy minister postponed a trip to Ankara."),
         ("05-07", "Qatar's defence minister will visit Ankara on May 20.")],
        [("05-04", "Iran's oil minister postponed a trip to Muscat."),
         ("05-07", "Iranian Foreign Minister Abbas Araghchi will visit Muscat on May 20.")],
    ],
)  # fmt: skip
def test_visits_of_other_visitors_are_two(coder: Coder, told: list[Told]) -> None:
    assert grouped(coded(coder, told, only="CONSULT")) == ["a", "b"]


@pytest.mark.parametrize(
    "told",
    [
        # the traders and their minister on one day, and a body that anybody may lead
        [("05-04", "A Japanese trade delegation will visit Hanoi on May 21."),
         ("05-21", "Japanese Trade Minister Ryosei Akazawa visited Hanoi on Thursday.")],
        [("05-04", "A Greek delegation will visit Alexandria next week."),
         ("05-07", "Greek Foreign Minister George Gerapetritis has called off a visit to Alexandria.")],
        # one office
        [("05-04", "Qatar's defence minister postponed a trip to Ankara."),
         ("05-07", "Qatari Defence Minister Saoud Al Thani will visit Ankara on May 20.")],
        # a country, for whoever goes
        [("05-04", "Turkey has cancelled a visit to Baku."),
         ("05-07", "Turkish Foreign Minister Hakan Fidan will visit Baku on May 12.")],
    ],
)  # fmt: skip
def test_visits_of_who_may_be_one_visitor_are_one(coder: Coder, told: list[Told]) -> None:
    assert grouped(coded(coder, told, only="CONSULT")) == ["ab"]


@pytest.mark.parametrize(
    "told",
    [
        [("05-04", "Chile put off the signing of a fishing pact with Norway."),
         ("05-08", "Norway and Chile signed a treaty on extradition on Thursday.")],
        [("05-04", "Ghana will sign a gas deal with Algeria on May 20."),
         ("05-21", "Ghana and Algeria signed an agreement on visas.")],
        [("05-05", "Uganda's government banned rallies on Monday."),
         ("05-06", "Uganda closed its border with Rwanda on Tuesday.")],
        [("05-05", "Algeria has closed its airspace to Mali."),
         ("05-06", "Algeria has closed its border with Mali.")],
        [("05-05", "Jordan has banned a newspaper."),
         ("05-06", "Jordan has banned protests in Amman.")],
    ],
)  # fmt: skip
def test_pacts_and_bans_on_other_things_are_two(coder: Coder, told: list[Told]) -> None:
    assert grouped(coded(coder, told)) == ["a", "b"]


@pytest.mark.parametrize(
    "told",
    [
        # in other words, in no words, and where the day is the same
        [("05-04", "Chile put off the signing of a fishing pact with Norway."),
         ("05-08", "Norway and Chile signed an agreement on fisheries on Thursday.")],
        [("05-04", "Ghana will sign an oil deal with Algeria on May 20."),
         ("05-21", "Ghana and Algeria signed an energy agreement.")],
        [("05-04", "Ghana will sign an oil deal with Algeria on May 20."),
         ("05-21", "Ghana and Algeria signed the deal.")],
        [("05-04", "Ghana will sign a defence pact with Algeria on May 20."),
         ("05-20", "Ghana and Algeria signed an agreement on visas on Wednesday.")],
        [("05-05", "Uganda has closed its border with Rwanda."),
         ("05-06", "Uganda closed two crossings to Rwanda on Monday.")],
        [("05-05", "Jordan has banned demonstrations."),
         ("05-06", "Jordan has banned protests in Amman.")],
    ],
)  # fmt: skip
def test_pacts_and_bans_on_what_may_be_one_thing_are_one(coder: Coder, told: list[Told]) -> None:
    assert grouped(coded(coder, told)) == ["ab"]


@pytest.mark.parametrize(
    "told",
    [
        [("05-04", "Talks between the trade ministers of Chad and Sudan have been called off."),
         ("05-07", "The presidents of Chad and Sudan will meet in Cairo on May 20.")],
        [("05-04", "The presidents of Chad and Sudan will meet in Cairo this month."),
         ("05-10", "The interior ministers of Chad and Sudan met in Cairo on Saturday.")],
        [("05-04", "Teachers in Ghana called off a strike."),
         ("05-07", "Nurses in Ghana will go on strike on May 20.")],
        [("05-04", "Canada postponed sanctions on an Iranian bank."),
         ("05-07", "Canada will impose sanctions on Iranian generals on May 20.")],
    ],
)  # fmt: skip
def test_what_others_do_or_suffer_is_another_plan(coder: Coder, told: list[Told]) -> None:
    assert grouped(coded(coder, told)) == ["a", "b"]


@pytest.mark.parametrize(
    "told",
    [
        [("05-04", "Talks between the trade ministers of Chad and Sudan have been called off."),
         ("05-07", "The trade ministers of Chad and Sudan will meet in Cairo on May 20.")],
        [("05-04", "Chad and Sudan will hold talks in Cairo on May 20."),
         ("05-21", "The presidents of Chad and Sudan held talks in Cairo on Wednesday.")],
        # ministers take part where presidents meet
        [("05-04", "The presidents of Chad and Sudan will meet in Cairo on May 20."),
         ("05-20", "The foreign ministers of Chad and Sudan met in Cairo on Wednesday.")],
        [("05-04", "Teachers in Ghana will go on strike on May 20."),
         ("05-20", "Lecturers in Ghana have gone on strike.")],
    ],
)  # fmt: skip
def test_what_may_be_done_by_the_same_is_one_plan(coder: Coder, told: list[Told]) -> None:
    assert grouped(coded(coder, told)) == ["ab"]


@pytest.mark.parametrize(
    ("text", "subjects"),
    [
        ("Chile and Norway signed a fishing pact on Thursday.", ("fish",)),
        ("Chile and Norway signed a treaty on prisoners.", ("captives",)),
        ("Chile and Norway signed a long-awaited treaty with Iceland on returns.", ("migration",)),
        ("A gas deal was signed by Chile and Norway on Monday.", ("energy",)),
        ("Chile and Norway signed a pact on Monday.", ()),
        ("Chile and Norway signed a pact after a war over gas.", ()),
    ],
)
def test_the_subject_of_a_pact_stands_beside_its_word(
    coder: Coder, text: str, subjects: tuple[str, ...]
) -> None:
    ((_, mentions),) = coded(coder, [("05-04", text)])
    (signed,) = [m for m in mentions if m.trigger.text == "signed"]
    assert subjects_of(signed) == subjects


@pytest.mark.parametrize(
    ("told", "events"),
    [
        # the one thanks, and is thanked
        ([("05-04", "Modi congratulated Albanese on his victory."),
          ("05-05", "Albanese congratulated Modi on his victory.")], ["a", "b"]),
        ([("05-04", "Togo thanked Benin for its help."),
          ("05-05", "Benin thanked Togo for its help.")], ["a", "b"]),
        ([("05-04", "Modi congratulated Albanese on his election."),
          ("05-05", "Modi congratulated Australia's Anthony Albanese.")], ["ab"]),
    ],
)  # fmt: skip
def test_thanks_from_either_side_are_two(
    coder: Coder, told: list[Told], events: list[str]
) -> None:
    assert grouped(coded(coder, told, only="SUPPORT")) == events


@pytest.mark.parametrize(
    "told",
    [
        # two of many, at the margin of where all of them meet
        [("05-04", "The leaders of five Nordic states will gather for a summit in Turku on May 20."),
         ("05-07", "Norwegian Prime Minister Jonas Gahr Store will meet Danish Prime Minister Mette "
                   "Frederiksen in Turku on May 20.")],
        # nobody who is named in both
        [("05-04", "Kenyan Foreign Minister Musalia Mudavadi will meet Polish Foreign Minister "
                   "Radoslaw Sikorski in Warsaw."),
         ("05-07", "Kenyan Defence Minister Soipan Tuya met Polish Defence Minister Wladyslaw "
                   "Kosiniak-Kamysz in Warsaw on Wednesday.")],
    ],
)  # fmt: skip
def test_meetings_of_others_are_two(coder: Coder, told: list[Told]) -> None:
    assert grouped(coded(coder, told, only="CONSULT")) == ["a", "b"]


@pytest.mark.parametrize(
    "told",
    [
        # two, of whom one report tells the offices
        [("05-04", "Norwegian Prime Minister Jonas Gahr Store will meet Danish Prime Minister Mette "
                   "Frederiksen in Turku on May 20."),
         ("05-20", "The prime ministers of Norway and Denmark met in Turku on Wednesday.")],
        # many, of whom one report names two
        [("05-04", "The leaders of five Nordic states will gather for a summit in Turku on May 20."),
         ("05-20", "Norway, Sweden and Finland were among those that met at the Nordic summit in "
                   "Turku on Wednesday.")],
    ],
)  # fmt: skip
def test_a_meeting_told_by_offices_is_that_of_those_who_are_named(
    coder: Coder, told: list[Told]
) -> None:
    assert grouped(coded(coder, told, only="CONSULT")) == ["ab"]
