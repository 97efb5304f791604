"""What sector somebody is of, where a word of the name or the title misleads."""

from __future__ import annotations

import pytest


def sectors(code, text: str, event: str, side: str) -> set[tuple[str, ...]]:
    """The sectors of the parties of a side of the first such mention."""
    mention = next(m for m in code(text) if m.event == event)
    return {e.sectors for e in getattr(mention, side)}


@pytest.mark.parametrize(
    ("text", "sector"),
    [
        ("Opposition leader Marine Duval condemned the ruling.", "PTY"),
        ("The French lawyer Marine Duval condemned the ruling.", "CVL"),
        ("The U.S. Marine Trevor Hart condemned the ruling.", "MIL"),
        ("The Chamber of Buddhist Monks condemned the ruling.", "REL"),
        ("The Chamber of Mines condemned the ruling.", "BUS"),
        ("The Chamber of Deputies condemned the ruling.", "LEG"),
        ("Iran's judiciary chief Hojatoleslam Karimi condemned the ruling.", "JUD"),
        ("The Iranian cleric Hojatoleslam Karimi condemned the ruling.", "REL"),
        ("India's District Magistrate Anil Kumar condemned the ruling.", "GOV"),
        ("The magistrate Anil Kumar condemned the ruling.", "JUD"),
        ("Britain's Tory leader Jane Hill condemned the ruling.", "PTY"),
        ("The Reform boss Jane Hill condemned the ruling in London.", "PTY"),
        ("The oil boss Jane Hill condemned the ruling in London.", "BUS"),
        ("In London the Labour leader Jane Hill condemned the ruling.", "PTY"),
        ("In London the labour leader Jane Hill condemned the ruling.", "LAB"),
        ("Velmora Inc. condemned the ruling.", "BUS"),
        ("Zintech Corp condemned the ruling.", "BUS"),
        ("Officials of the Department of Archaeology condemned the ruling in Mali.", "GOV"),
        ("A left-wing group condemned the ruling in Peru.", "PTY"),
        ("Social leader Ana Ruiz condemned the ruling.", "CVL"),
    ],
)  # fmt: skip
def test_who_condemns(code, text, sector):
    assert {s[0] for s in sectors(code, text, "ACCUSE", "actors")} == {sector}


@pytest.mark.parametrize(
    ("text", "sector"),
    [
        ("Police in Leeds arrested a retired schoolteacher.", "EDU"),
        ("Police in Leeds arrested a former nurse.", "MED"),
        ("Police in Leeds arrested a retired general.", "ELI"),
        ("Police in Leeds arrested a former union leader.", "ELI"),
        ("Mali's army arrested three senior officers.", "MIL"),
        ("Mali's army and police arrested three senior officers.", "COP"),
        ("Indonesia arrested three Mobile Brigade officers.", "COP"),
        ("Police in Delhi arrested ten BJP workers.", "PTY"),
        ("Police in Delhi arrested ten factory workers.", "LAB"),
        ("Police in Delhi arrested ten party workers.", "PTY"),
    ],
)  # fmt: skip
def test_who_is_arrested(code, text, sector):
    assert {s[0] for s in sectors(code, text, "COERCE", "recipients")} == {sector}


@pytest.mark.parametrize(
    ("text", "name", "sector"),
    [
        ("NEW DELHI — Congress condemned the raid.", "Indian National Congress", "PTY"),
        ("WASHINGTON — Congress condemned the raid.", "United States Congress", "LEG"),
        ("LIMA, Peru — Congress condemned the raid.", "Congress", "LEG"),
    ],
)
def test_whose_congress_it_is(code, text, name, sector):
    (mention,) = [m for m in code(text) if m.event == "ACCUSE"]
    assert {(e.name, e.sectors[0]) for e in mention.actors} == {(name, sector)}


def test_in_a_text_about_the_eu_the_union_is_none_of_workers(code):
    text = ("An EU envoy met the minister in Damascus.\n"
            "She condemned the raid and affirmed the Union's readiness for talks.")  # fmt: skip
    assert not [e for m in code(text) for e in (*m.actors, *m.recipients) if "LAB" in e.sectors]


def test_the_union_is_no_party_told_before(code):
    text = ("TORONTO — The NDP lost the vote.\nTeachers walked out on Monday.\n"
            "The union is suing the premier.")  # fmt: skip
    mention = next(m for m in code(text) if m.event == "ACCUSE")
    assert {e.sectors[0] for e in mention.actors} == {"LAB"}
