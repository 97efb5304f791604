"""Parties that only stand round a deed: on whose ground it was, who answered it, who met meanwhile."""

from __future__ import annotations

import pytest

from tests.parties import told
from tests.readings import Reading, coded_as


def names(code, text: str, word: str, side: str) -> list[set[str]]:
    """The names on a side of each mention at the word, in order of the text."""
    return [{name for name, _, _ in told(m, side)} for m in code(text) if m.trigger.text == word]


@pytest.mark.parametrize(
    "text",
    [
        "Soldiers took part in a drill at a U.S. Army base in Djibouti.",
        "Kenyan soldiers held a drill at U.S. Air Force Base Manda Bay near Lamu.",
        "Kenyan gunners are taking part in a drill at U.S. Army Camp Lemonnier in Djibouti.",
    ],
)
def test_whose_ground_a_drill_is_held_on_has_no_part_in_it(code, text):
    (actors,) = names(code, text, "drill", "actors")
    assert actors
    assert not any("U.S." in name or "States" in name for name in actors)
    assert names(code, text, "drill", "recipients") == [set()]


@pytest.mark.parametrize(
    ("text", "lands"),
    [
        ("The envoy flew not to Togo but to Mali.", {"MLI"}),
        ("The envoy flew to Togo but not to Mali.", {"TGO"}),
        ("The envoy flew to Togo and Mali.", {"TGO", "MLI"}),
    ],
)
def test_whereto_somebody_did_not_go_has_no_part_in_it(coder, text, lands):
    read = tuple(name for name in ("Togo", "Mali") if name in text)
    reading = Reading("flew", "CONSULT", "visit", actors=("The envoy",), recipients=read)
    (visit,) = coded_as(coder, text, reading)
    assert {party.country for party in visit.recipients} == lands
    assert {place.country for place in visit.where} == lands


def test_whose_ground_is_attacked_is_the_recipient(code):
    text = "Two soldiers were killed in an attack at the US consulate in Lagos."
    (recipients,) = names(code, text, "attack", "recipients")
    assert any("consulate" in name for name in recipients)


def test_who_has_police_sent_to_his_ground_is_the_recipient(code):
    text = "Police deployed at the headquarters of the opposition in Harare on Monday."
    (recipients,) = names(code, text, "deployed", "recipients")
    assert recipients


@pytest.mark.parametrize(
    ("text", "doers"),
    [
        (
            "Mali fired a missile over Niger on Monday. Ghana dropped bombs near the border in "
            "response to the missile launch over Niger.",
            [{"Mali"}],
        ),
        (
            "Mali fired a rocket on Monday. The launch came as Ghana and Togo conducted joint "
            "military exercises.",
            [{"Mali"}],
        ),
        ("Mali said the launch of a missile was to counter U.S. and Ghanaian military drills.", [set()]),
    ],
)
def test_who_answers_a_launch_or_drills_meanwhile_did_not_launch(code, text, doers):
    assert names(code, text, "launch", "actors") == doers


def test_a_deed_and_what_it_answers_are_two(code):
    text = "Ghana test-fired two missiles on Monday in response to a missile launch by Mali."
    doers = [{a.name for a in m.actors} for m in code(text) if m.event == "MOBILIZE"]
    assert doers == [{"Ghana"}, {"Mali"}]


def test_what_tells_of_one_deed_twice_stays_one(code):
    text = "Rebels struck a school in Gao on Monday, and the strike killed five people."
    assert [m.event for m in code(text)] == ["ASSAULT"]


@pytest.mark.parametrize(
    ("text", "recipients"),
    [
        ("Mali tested a missile to counter Ghanaian drills.", set()),
        ("Mali deployed tanks at its border against Ghana.", {"Ghana"}),
    ],
)
def test_whose_drills_a_test_is_to_counter_is_no_recipient(code, text, recipients):
    mention = next(m for m in code(text) if m.event == "MOBILIZE")
    assert {r.name for r in mention.recipients} == recipients


@pytest.mark.parametrize(
    "text",
    [
        "The projectile passed over Ghanaian airspace near Tamale.",
        "Mali defended its recent launches of ballistic missiles over Ghana.",
    ],
)
def test_a_land_that_a_missile_flies_over_has_no_part(code, text):
    parties = {p.name for m in code(text) for p in (*m.actors, *m.recipients) if m.event == "MOBILIZE"}
    assert "Ghana" not in parties


def test_who_takes_part_is_the_doer(code):
    text = '"Amina threw stones at soldiers, obstructed them and took part in riots," the army said.'
    assert names(code, text, "riots", "actors") == [{"Amina"}]


@pytest.mark.parametrize(
    ("text", "event"),
    [
        ("Kenyan troops take part in a drill near Lamu.", "MOBILIZE"),
        ("Kenyan marines hold an army exercise near Lamu this week.", "MOBILIZE"),
        ("Kenyan soldiers participated in a drill at Camp Simba near Lamu.", "MOBILIZE"),
        ("Kenyan and Ugandan troops take part in a drill near Lamu.", "COOPERATE"),
        ("US-Kenyan troops take part in a drill near Lamu.", "COOPERATE"),
        ("Kenyan troops took part in the Justified Accord exercise.", "COOPERATE"),
        ("Kenya will take part in a naval drill with China off Mombasa.", "COOPERATE"),
        ("US soldiers took part in an exercise in Poland alongside Polish tanks.", "COOPERATE"),
        ("Kenyan soldiers began a joint exercise near Lamu on Monday.", "COOPERATE"),
    ],
)
def test_what_one_army_drills_alone_is_no_cooperation(code, text, event):
    assert [m.event for m in code(text)] == [event]
