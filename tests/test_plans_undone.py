"""Plans that will not be, are on again or told in the present, and protests that went on.

Published on Wednesday, 23 July 2025.
"""

from __future__ import annotations

import pytest


def the(found, event: str):
    return next(m for m in found if m.event == event)


@pytest.mark.parametrize(
    "text",
    [
        "Oslo said that a visit to Tirana by trade envoys, due on 30 July, would not go ahead.",
        "Lima said talks with Quito planned for Friday would not go ahead.",
        "A meeting of the two finance ministers, scheduled for Monday, is not going ahead.",
        "A joint exercise of Chile and Peru, due to begin on Monday, will not go ahead.",
        "Talks between Chad's army and the rebels set for Friday in Doha will not be held.",
        "The visit of the Greek president, which was to start on Sunday, is no longer going ahead.",
        "Talks between Laos and Nepal, planned for Friday, are not happening, Vientiane said.",
        "The visit, which will not go ahead, was planned for Friday.",
    ],
)
def test_what_will_not_go_ahead_is_cancelled(code, text) -> None:
    found = code(text)
    assert {m.status for m in found if m.event in ("CONSULT", "COOPERATE")} == {"cancelled"}


@pytest.mark.parametrize(
    ("text", "status"),
    [
        ("The visit by the premier, due on Friday, will go ahead, Tokyo said.", "planned"),
        ("Syria said talks with Oman will not be held in Doha but in Muscat on Friday.", "negated"),
        ("The planned talks did not take place on Friday.", "negated"),
        ("If the talks on Friday do not go ahead, Turkey will close the border.", "possible"),
        ("Paris said that a summit with Mali would not be held as long as the war lasts.", "negated"),
        ("A meeting of ministers that Oman will not attend is planned for Friday.", "planned"),
    ],
)
def test_a_not_that_undoes_no_plan(code, text, status) -> None:
    assert the(code(text), "CONSULT").status == status


@pytest.mark.parametrize(
    ("text", "status"),
    [
        ("Water summit back on, now in Accra", "planned"),
        ("Rubio-Lavrov summit back on", "planned"),
        ("Talks with rebels are back on, minister says", "planned"),
        ("Envoy's visit to Tripoli is back on", "planned"),
        ("Talks put back on Friday", "postponed"),
    ],
)
def test_what_is_back_on_is_planned(code, text, status) -> None:
    assert the(code(text), "CONSULT").status == status


def test_an_ambassador_who_returns_on_a_coming_day_has_not_returned(code) -> None:
    (found,) = code("Oslo's ambassador to Copenhagen returns on Friday after a year's absence.")
    assert (found.status, found.when.edtf) == ("planned", "2025-07-25")


@pytest.mark.parametrize(
    ("text", "status"),
    [
        ("Protesters tried to reach the palace in Quito's biggest march this year.", "occurred"),
        ("Marchers tried to break through the cordon during a protest in Lima.", "occurred"),
        ("Teachers tried to hold a march on Tuesday, but police stopped them.", "negated"),
        ("Protesters did not try to storm the parliament.", "negated"),
    ],
)
def test_a_protest_in_which_something_was_tried_took_place(code, text, status) -> None:
    found = [m for m in code(text) if m.event == "PROTEST"]
    assert {m.status for m in found} == {status}


@pytest.mark.parametrize(
    ("text", "leaves"),
    [
        ("The rebels had gone from house to house on Saturday.", False),
        ("The rebels had gone from the town on Saturday.", True),
        ("The soldiers have withdrawn from Goma to Bukavu.", True),
    ],
)
def test_who_goes_from_house_to_house_leaves_nothing(code, text, leaves) -> None:
    assert any(m.event == "RETREAT" for m in code(text)) is leaves
