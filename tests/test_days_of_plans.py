"""Days of what is called, resumed, put off or thanked for, beside the deed that tells of it.

Published on Wednesday, 23 July 2025.
"""

from __future__ import annotations

import pytest


def when(mention) -> str | None:
    return mention.when.edtf if mention.when else None


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("A visit by Poland's president to Ghana that had been due to begin on Thursday has been "
         "postponed and will now take place on 13 August.", "2025-08-13"),
        ("Kenya's summit with Somalia, planned for Friday, was put off and will be held on "
         "2 August.", "2025-08-02"),
        # near misses: another thing, and a day gone by
        ("Kenya's summit with Somalia was put off and a vote will take place on 2 August.", None),
        ("Kenya's summit with Somalia was put off and has cost millions since 2 May.", None),
    ],
)  # fmt: skip
def test_what_was_put_off_is_on_the_day_on_which_it_will_be_held(code, text, day):
    (plan,) = (m for m in code(text) if m.event == "CONSULT")
    assert (plan.status, when(plan)) == ("postponed", day)


@pytest.mark.parametrize(
    ("text", "event", "edtf"),
    [
        ("The union condemned the arrest and called a rally for Sunday.", "ACCUSE", None),
        ("The union condemned the arrest and called a rally for Sunday.", "PROTEST", "2025-07-27"),
        ("Teachers rejected the offer and announced a strike for Thursday.", "REJECT", None),
        ("The party denounced the verdict and announced a march in Gao on Saturday.", "ACCUSE", None),
        ("The junta accepted the plan and fixed the vote for 20 December.", "AGREE", None),
        ("The party condemned the arrest and held a rally on Sunday.", "ACCUSE", "2025-07-20"),
        ("The party condemned the raid on Friday and called a rally for Sunday.", "ACCUSE", "2025-07-18"),
        ("The army bombed the port and announced a truce on Friday.", "ASSAULT", "2025-07-18"),
        ("Kenya thanked India for sending a ship on Tuesday.", "SUPPORT", None),
        ("Kenya thanked India on Tuesday for sending a ship.", "SUPPORT", "2025-07-22"),
        ("Xi congratulated Ruto on his election on Sunday.", "SUPPORT", None),
        ("Fiji criticised Samoa over the arrest of a minister in 2019.", "ACCUSE", None),
        ("Kenya accepted the invitation within a day.", "AGREE", None),
        ("Iran will free the men within a week.", "RETREAT", "2025-07-23/2025-07-30"),
    ],
)  # fmt: skip
def test_the_day_of_what_is_called_thanked_for_or_counted(code, text, event, edtf) -> None:
    assert when(next(m for m in code(text) if m.event == event)) == edtf


@pytest.mark.parametrize(
    ("text", "edtf"),
    [
        ("Peace talks in Doha are due to resume on 1 August.", "2025-08-01"),
        ("Talks in Geneva are to resume on Friday.", "2025-07-25"),
        ("Negotiations are expected to restart in Cairo on Sunday.", "2025-07-27"),
        ("The talks resumed on Friday.", "2025-07-18"),
        ("Water summit in Tashkent pushed back to August 13", "2025-08-13"),
        ("Talks between Iran and Oman, which are due to end on Friday, began on Monday.", "2025-07-21"),
        ("Talks that Samarkand was to host next week have been called off.", "2025-07-28/2025-08-03"),
        ("Iran praised the talks that Oman hosted on Monday.", "2025-07-21"),
    ],
)  # fmt: skip
def test_the_day_on_which_talks_resume_or_are_put_off_to(code, text, edtf) -> None:
    assert when(next(m for m in code(text) if m.event == "CONSULT")) == edtf


def test_the_day_of_those_hurt_is_that_of_the_shots(code) -> None:
    found = code(
        "Four villagers were killed and five hurt on Sunday when border guards fired on a crowd."
    )
    assert {when(m) for m in found if m.event == "ASSAULT"} == {"2025-07-20"}


def test_a_day_before_a_closing_source_is_that_of_what_it_tells(code) -> None:
    found = code(
        "Soldiers executed at least 32 men, most of them herders, in the village of Kobe in "
        "central Mali on July 4, 2025, Human Rights Watch said today."
    )
    assert when(found[0]) == "2025-07-04"
