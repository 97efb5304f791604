"""What a definite noun tells anew takes no doer and no day from what was told before."""

from __future__ import annotations

import pytest

from tests.readings import Reading, coded_as

ATTACKED = Reading("attacked", "ASSAULT", None, ("Rebels",))


@pytest.mark.parametrize(
    ("text", "doers", "day"),
    [
        ("The attack killed nine, a medic said.", ["Rebels"], "2026-11-09"),
        ("The attack on the camp killed nine.", ["Rebels"], "2026-11-09"),
        ("It was the deadliest attack on a camp in years.", ["Rebels"], "2026-11-09"),
        ("The attack on two camps drew anger.", ["Rebels"], "2026-11-09"),
        ("The attack on a market killed nine.", [], None),
        ("The attack on three markets drew anger.", [], None),
        ("The attack on another market drew anger.", [], None),
        ("The attack on yet another camp drew anger.", ["Rebels"], "2026-11-09"),
        ("The attack of 2 November killed nine.", [], "2026-11-02"),
    ],
)
def test_a_deed_with_a_victim_or_day_of_its_own_is_another(coder, text, doers, day):
    before = "Rebels attacked two camps on Monday, the army said. "
    attack = Reading("attack", "ASSAULT")
    *_, told = coded_as(coder, before + text, ATTACKED, attack)
    assert ([a.name for a in told.actors], told.when and told.when.edtf) == (doers, day)


def test_protests_that_go_on_are_not_those_of_long_ago(coder):
    march = Reading("marched", "PROTEST", "demo", ("Luis Paz",))
    protests = Reading("protests", "PROTEST", "demo", status="ongoing")
    text = "In 2019 Luis Paz marched on Lima. The protests go on."
    assert [m.actors != () for m in coded_as(coder, text, march, protests)] == [True, False]


def test_what_is_told_again_is_as_long_ago(coder):
    coup = Reading("toppled", "ASSAULT", None, ("Soldiers",))
    again = Reading("coup", "ASSAULT")
    text = "Soldiers toppled the king in 2009. The coup led to hunger."
    assert [m.background for m in coded_as(coder, text, coup, again)] == [True, True]
