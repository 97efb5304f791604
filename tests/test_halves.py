"""Headlines of two clauses: each with its own doers, and who strikes back strikes at whom."""

from __future__ import annotations

import pytest

from tests.test_bystanders import names


@pytest.mark.parametrize(
    ("text", "event", "doers"),
    [
        ("Gangs torch Haitian hospital, police and Kenyan-led force hit back with drones",
         "ASSAULT", [{"Gangs"}, {"police", "Kenyan-led force"}]),
        ("Gangs torch Haitian hospital; police and Kenyan-led force hit back with drones",
         "ASSAULT", [{"Gangs"}, {"police", "Kenyan-led force"}]),
        ("Rebels raid Bunia as army and UN troops strike back", "ASSAULT",
         [{"Rebels"}, {"army", "UN troops"}]),
        ("Militants storm base, soldiers and police kill 12", "ASSAULT",
         [{"Militants"}, {"soldiers", "police"}]),
        ("Israel strikes Lebanon, Hezbollah and Hamas vow revenge", "ASSAULT", [{"Israel"}]),
        ("Israel strikes Lebanon, Hezbollah and Hamas vow revenge", "THREATEN",
         [{"Hezbollah", "Hamas"}]),
    ],
)  # fmt: skip
def test_each_clause_of_a_headline_has_its_own_doers(code, text, event, doers):
    assert names(code, text, event, "actors") == doers


@pytest.mark.parametrize(
    ("text", "event", "whom"),
    [
        ("Gunmen attack convoy, army and militia pursue attackers", "ASSAULT", [set()]),
        ("Rebels raid Bunia, army and UN troops strike back", "ASSAULT", [set()]),
        ("Police arrest mayor, aides and supporters storm town hall", "COERCE", [{"mayor"}]),
        ("Rebels kill six in Kivu, army and police say", "ASSAULT", [set()]),
    ],
)  # fmt: skip
def test_who_acts_in_the_second_clause_is_no_victim_of_the_first(code, text, event, whom):
    assert names(code, text, event, "recipients") == whom


@pytest.mark.parametrize(
    ("text", "whom"),
    [
        ("Court jails editor, lawyer and activist held since May", {"editor", "lawyer"}),
        ("Police arrest editor, reporter and driver", {"editor", "reporter", "driver"}),
        ("Police arrest editor, reporter and driver hit by truck",
         {"editor", "reporter", "driver"}),
    ],
)  # fmt: skip
def test_a_row_without_a_verb_is_a_row(code, text, whom):
    event = "SANCTION" if text.startswith("Court") else "COERCE"
    assert names(code, text, event, "recipients")[0] == whom


@pytest.mark.parametrize(
    ("text", "first"),
    [
        ("Gangs torch Haitian hospital, police hit back with drones", "Gangs"),
        ("Rebels shell Goma; army hits back", "Rebels"),
        ("Rebels raid Bunia as army strikes back", "Rebels"),
        ("Rebels raid Bunia as army and UN troops strike back", "Rebels"),
    ],
)
def test_who_strikes_back_strikes_at_who_struck_first(code, text, first):
    assert names(code, text, "ASSAULT", "recipients")[1] == {first}


@pytest.mark.parametrize(
    ("text", "event", "whom"),
    [
        ("Protesters burn tyres, police and troops fire back", "ASSAULT", "Protesters"),
        ("Kenya deports four lawyers, Tanzania and Uganda protest", "ACCUSE", "Kenya"),
    ],
)
def test_the_second_clause_may_be_to_who_acts_in_the_first(code, text, event, whom):
    assert names(code, text, event, "recipients") == [{whom}]


@pytest.mark.parametrize(
    ("text", "event", "doers"),
    [
        ("Suriname, Guyana leaders to meet in Brasilia", "CONSULT",
         {"Suriname", "Guyana leaders"}),
        ("Greek, Turkish ministers hold talks in Athens", "CONSULT",
         {"Greece", "Turkish ministers"}),
        ("Greek, Turkish foreign ministers hold talks in Athens", "CONSULT",
         {"Greece", "Turkish foreign ministers"}),
        ("Czech, Slovak, Polish ministers condemn strike", "ACCUSE",
         {"Czechia", "Slovakia", "Polish ministers"}),
        ("Ruto and Suluhu speak by phone", "CONSULT", {"William Ruto", "Samia Suluhu Hassan"}),
        ("In Greece, Turkish ministers met lawmakers on Monday.", "CONSULT",
         {"Turkish ministers", "lawmakers"}),
    ],
)  # fmt: skip
def test_two_nations_before_one_noun_are_two_sides(code, text, event, doers):
    assert names(code, text, event, "actors") == [doers]


def test_soldiers_of_two_nations_are_both_forces(code):
    text = "Chinese, Indian soldiers clash at border"
    (clash,) = [m for m in code(text) if m.event == "ASSAULT"]
    assert [(e.country, e.sectors) for e in clash.actors] == [
        ("CHN", ("MIL",)), ("IND", ("MIL",))
    ]  # fmt: skip
