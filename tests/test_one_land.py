"""Parties of whom no word tells the country, in reports that are plainly about one land."""

from __future__ import annotations

import pytest

from tests.parties import only

LOME = "LOMÉ, Togo — Police fired tear gas at students in Kara on Monday.\n"
ABROAD = "Ghana's president flew from Chad to Togo for talks on trade.\n"


def lands(code, text: str, event: str, side: str = "actors") -> set[tuple[str | None, bool, str]]:
    """Country, whether it is inferred, and first sector of the parties of the only mention."""
    mention = only(code, text, event)
    return {
        (e.country, e.country_inferred, (*e.sectors, "")[0]) for e in getattr(mention, side)
    }


@pytest.mark.parametrize(
    ("sentence", "event", "party"),
    [
        ("Rights group Veltora urged the president to resign.", "REQUEST", ("TGO", True, "SOC")),
        ("The teachers' union Synato called a strike.", "PROTEST", ("TGO", True, "LAB")),
        ("Union federation Cosyt rejected the offer.", "REJECT", ("TGO", True, "LAB")),
        ("Aid group Solimane urged the president to resign.", "REQUEST", (None, False, "SOC")),
        ("International rights group Veltora urged the president to resign.", "REQUEST",
         (None, False, "SOC")),
    ],
)  # fmt: skip
def test_a_home_body_named_after_its_noun_is_of_the_land(code, sentence, event, party):
    text = LOME.replace("fired tear gas at students", "held a parade") + sentence
    assert lands(code, text, event) == {party}


@pytest.mark.parametrize(
    ("sentence", "event", "side", "party"),
    [
        ("Looters burned the regional council.", "PROTEST", "recipients", ("TGO", True, "GOV")),
        ("Regional police arrested three looters.", "COERCE", "actors", ("TGO", True, "COP")),
        ("Regional police arrested three looters.", "COERCE", "recipients", ("TGO", True, "CRM")),
        ("Professors blocked the main road.", "PROTEST", "actors", ("TGO", True, "EDU")),
        ("Regional powers condemned the coup.", "ACCUSE", "actors", (None, False, "GOV")),
    ],
)  # fmt: skip
def test_what_is_of_a_part_of_a_state_is_of_the_state(code, sentence, event, side, party):
    text = "LOMÉ, Togo — Voters queued in Kara on Monday.\n" + sentence
    assert lands(code, text, event, side) == {party}


@pytest.mark.parametrize(
    ("text", "party"),
    [
        ("The SPD's Anna Keller accused Berlin's mayor of theft.", ("DEU", "PTY")),
        ("Hamas's Omar Saleh accused Israel of theft.", ("PSE", "REB")),
        ("Kenya's Anna Keller accused the mayor of theft.", ("KEN", "UNK")),
    ],
)  # fmt: skip
def test_whom_a_party_owns_is_its_man(code, text, party):
    (mention,) = [m for m in code(text) if m.event == "ACCUSE"]
    assert {(e.country, e.sectors[0]) for e in mention.actors} == {party}


def test_a_name_of_which_nothing_is_told_is_of_the_only_land(code):
    text = ("Togo's election board published the list.\nShops stayed shut in Lomé.\n"
            "Banks were closed in Lomé too.\n"
            "Police arrested Kossi Adjavon on Friday.")  # fmt: skip
    assert lands(code, text, "COERCE", "recipients") == {("TGO", True, "UNK")}


@pytest.mark.parametrize(
    "before",
    [ABROAD, "Togo's election board met in Kara.\nGhana's president sent a letter.\n",
     "Voters queued on Monday.\n"],
)  # fmt: skip
def test_where_two_lands_or_none_are_told_the_unknown_stays_unknown(code, before):
    text = before + "Police arrested Kossi Adjavon on Friday."
    assert {c for c, _, _ in lands(code, text, "COERCE", "recipients")} == {None}


def test_the_land_of_the_president_is_that_of_a_report_which_names_none(code):
    text = ("The minister resigned on Tuesday.\nPolice arrested ten students.\n"
            "In a letter to President Ram Chandra Paudel he asked for a pardon.")  # fmt: skip
    mention = next(m for m in code(text, "2025-09-10") if m.event == "COERCE")
    assert {(e.country, e.country_inferred) for e in mention.actors} == {("NPL", True)}


def test_a_party_leader_is_of_the_land_that_the_text_is_about(code):
    text = ("The Paris appeal court upheld the conviction of far-right leader Anne Delmas.\n"
            "The party's president, Luc Fabre, condemned the ruling.")  # fmt: skip
    assert {c for c, _, _ in lands(code, text, "ACCUSE")} == {"FRA"}
