"""Which events of an article are no public affairs: private quarrels, local courts, councils."""

from __future__ import annotations

_FILLER = (
    "The dog is well. Rain fell all day. The shop opens at nine. A neighbour brought a cake. The "
    "road is narrow. Nobody was at home. The tickets were sold out. Two of the chairs are new."
)


def _triggers(code, text: str) -> set[str]:
    return {mention.trigger.text for mention in code(text)}


def test_police_and_courts_among_private_people_are_left_out(code):
    burglar = (
        "Police in Chester arrested a plumber of 40 over a theft of lawn mowers. A judge ordered him "
        "to pay the owner 300 pounds. The plumber rejected the charge and accused a cousin."
    )
    assert not _triggers(code, f"{burglar} {_FILLER}")


def test_courts_that_act_for_those_who_rule_stay(code):
    critic = (
        "A court in Tunis sentenced the blogger Mehdi Zaouali to four years in prison for insulting "
        "the head of state. Police arrested Zaouali in May."
    )
    assert {"sentenced", "arrested"} <= _triggers(code, f"{critic} {_FILLER}")


def test_police_stay_where_they_use_force_where_many_die_and_across_borders(code):
    beaten = "Police officers beat a motorcyclist to death in Kano. A judge detained them."
    massacre = "A man shot dead 12 people at a market in Brno. Police arrested him."
    abroad = "Spanish police arrested 23 Albanians. A court in Madrid ordered them to be held."
    assert {"beat", "detained"} <= _triggers(code, f"{beaten} {_FILLER}")
    assert {"shot", "arrested"} <= _triggers(code, f"{massacre} {_FILLER}")
    assert {"arrested", "ordered"} <= _triggers(code, f"{abroad} {_FILLER}")


def test_a_council_of_a_town_is_no_public_party_by_itself(code):
    council = (
        "Councillor Mavis Trant accused the contractor of contempt for pensioners. The borough "
        "council refused a permit for a tattoo parlour. Residents demanded a refund."
    )
    assert not _triggers(code, f"{council} {_FILLER}")
    state = "The governor condemned the decision. The ministry rejected it. The army arrested the mayor."
    assert {"accused", "refused"} <= _triggers(code, f"{council} {state}")


def test_a_union_is_public_where_it_is_on_strike(code):
    quarrel = (
        "The dockers' union rejected an offer of a bonus on Tuesday. The port operator accused the "
        "union of blackmail. Fruit exporters urged the union to accept."
    )
    strike = "Dockers in Valparaiso have been on strike since Monday."
    assert not _triggers(code, f"{quarrel} {_FILLER}")
    assert {"strike", "rejected", "urged"} <= _triggers(code, f"{strike} {quarrel} {_FILLER}")
