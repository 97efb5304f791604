"""Whose weapon it was: what the missile told before does is of who fired it."""

from __future__ import annotations

import pytest

from tests.test_bystanders import names


@pytest.mark.parametrize(
    ("text", "event", "doer"),
    [
        ("North Korea fired a missile on Monday. Sirens rang in Sapporo. The missile passed over "
         "Hokkaido.", "MOBILIZE", "North Korea"),
        ("Iran launched two missiles on Monday. Officials said the projectiles flew over "
         "Afghanistan.", "MOBILIZE", "Iran"),
        ("India tested a missile on Monday. Saturday's missile flew over the Bay of Bengal.",
         "MOBILIZE", "India"),
        ("Houthi rebels launched a drone at Eilat on Monday. The drone struck a hotel, wounding "
         "four people.", "ASSAULT", "Houthis"),
    ],
)  # fmt: skip
def test_what_a_weapon_told_before_does_is_of_who_fired_it(code, text, event, doer):
    first, second = names(code, text, event, "actors")
    assert first == second == {doer}


@pytest.mark.parametrize(
    "text",
    [
        "Russia fired a missile at Kharkiv. Ukraine fired a missile at Belgorod. The missile hit a "
        "school, killing three people.",
        "North Korea fired a missile on Monday. A missile flew over Guam last year.",
        "Israel fired a missile at Tyre on Monday. The drone struck a hotel, killing two people.",
    ],
)  # fmt: skip
def test_nobody_is_taken_for_who_fired_another_weapon(code, text):
    mentions = code(text)
    assert mentions
    assert not mentions[-1].actors


@pytest.mark.parametrize(
    ("text", "doers"),
    [
        ("North Korea fired a missile on Monday. The Japanese military did not shoot down the "
         "missile, which passed over Hokkaido.", [{"North Korea"}, {"North Korea"}]),
        ("Israel intercepted a drone which crossed into the Golan Heights on Monday.", [set()]),
        ("Iran fired a missile that flew over Iraq.", [{"Iran"}]),
    ],
)  # fmt: skip
def test_whoever_meets_a_weapon_did_not_fire_it(code, text, doers):
    assert names(code, text, "MOBILIZE", "actors") == doers
