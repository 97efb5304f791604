"""Who suffers a deed and who does it, where a pronoun, a thing or a row of names tells it."""

from __future__ import annotations

import pytest

from tests.parties import told


def last(code, text: str, event: str, side: str = "recipients") -> set[tuple[str, str | None, str]]:
    """Who is told on a side of the last mention of the type."""
    return told([m for m in code(text) if m.event == event][-1], side)


def names(code, text: str, event: str, side: str = "recipients") -> set[str]:
    """Their names alone."""
    return {name for name, _, _ in last(code, text, event, side)}


@pytest.mark.parametrize(
    ("text", "whom"),
    [
        ("Prosecutors in Peru charged 30 miners with fraud. They are accused of stealing aid.",
         "30 miners"),
        ("Police in Togo arrested 40 students on Friday. They were charged with rioting.",
         "40 students"),
        ("Ten nurses were arrested by police in Tunis. They were charged with plotting.",
         "Ten nurses"),
        ("The junta in Mali jailed two ministers. They face charges of graft.", "two ministers"),
        ("Gunmen in Chad killed four nurses. Police arrested ten men. They were charged on Monday.",
         "ten men"),
        # who accuses the police does not have them for his own judges
        ("Students in Peru accused the police of torture. They were charged with murder.",
         "police"),
    ],
)  # fmt: skip
def test_they_who_are_tried_are_those_who_were_held(code, text, whom):
    assert names(code, text, "ACCUSE") == {whom}


def test_they_who_act_may_be_the_police(code):
    text = "Police in Lima arrested ten students. They beat two of the students."
    assert names(code, text, "ASSAULT", "actors") == {"Police"}


@pytest.mark.parametrize(
    ("text", "event", "whom"),
    [
        ("A mob attacked a police station with clubs in Lira.", "ASSAULT", "COP"),
        ("Protesters torched two police stations in Nairobi.", "PROTEST", "COP"),
        ("Protesters pelted a police van with stones in Dhaka.", "PROTEST", "COP"),
        ("Rebels attacked an army headquarters near Gao.", "ASSAULT", "MIL"),
    ],
)
def test_whose_station_is_attacked(code, text, event, whom):
    assert {sector for _, _, sector in last(code, text, event)} == {whom}


def test_a_bus_station_is_nobodys(code):
    assert not last(code, "Gunmen attacked a bus station in Mali.", "ASSAULT")


@pytest.mark.parametrize(
    ("text", "event", "who"),
    [
        ("A Turkish coast guard vessel rammed a Greek boat.", "ASSAULT", ("TUR", "COP")),
        ("Brazilian Air Force helicopters rescued 30 villagers from floods in Peru.", "AID",
         ("BRA", "MIL")),
        ("French Air Force planes evacuated 200 tourists from Niger.", "AID", ("FRA", "MIL")),
        ("Italian navy helicopters rescued 45 sailors off Malta.", "AID", ("ITA", "MIL")),
    ],
)  # fmt: skip
def test_whose_craft_acts(code, text, event, who):
    assert {(land, sector) for _, land, sector in last(code, text, event, "actors")} == {who}


@pytest.mark.parametrize(
    ("text", "land"),
    [
        ("Iran seized a Liberia-flagged tanker in the Gulf.", "LBR"),
        ("Iran seized a Panama-registered tanker on Monday.", "PAN"),
        ("Iran seized a Greek-owned tanker on Monday.", "GRC"),
    ],
)
def test_a_flag_tells_whose_a_ship_is(code, text, land):
    assert {country for _, country, _ in last(code, text, "COERCE")} == {land}


@pytest.mark.parametrize(
    ("text", "who"),
    [
        ("Hungary's MVM cut gas supplies to Ukraine.", {("MVM", "HUN", "UNK")}),
        ("Croatia's JANAF stopped deliveries to Serbia.", {("JANAF", "HRV", "UNK")}),
        ("Hungary's government cut gas supplies to Ukraine.", {("Hungary", "HUN", "GOV")}),
    ],
)
def test_a_firm_of_a_land_is_not_the_state(code, text, who):
    assert last(code, text, "SANCTION", "actors") == who


@pytest.mark.parametrize(
    ("text", "event", "lands"),
    [
        ("Egypt eases visa rules for Sudan, Libya", "CONCEDE", {"SDN", "LBY"}),
        ("China lifts import ban on Australia, Chile", "CONCEDE", {"AUS", "CHL"}),
        ("US slaps tariffs on Canada, Mexico vows reply", "SANCTION", {"CAN"}),
    ],
)
def test_a_row_that_ends_a_headline(code, text, event, lands):
    assert {country for _, country, _ in last(code, text, event)} == lands


@pytest.mark.parametrize(
    ("text", "who"),
    [
        ("Kyiv got back 20 civilians in the swap.", set()),
        ("Israel welcomed home 10 hostages freed by Hamas.", {"Hamas"}),
        ("Mali freed 20 civilians on Monday.", {"Mali"}),
    ],
)
def test_who_gets_captives_back_does_not_free_them(code, text, who):
    assert names(code, text, "RETREAT", "actors") == who


@pytest.mark.parametrize(
    ("text", "whom"),
    [
        # who accuses her is nobody that she may be
        ("Premier Danielle Hart spoke on Monday. The cabinet gave no view. Last week the socialist "
         "Rajan Sethi accused her of lying.", {"Danielle Hart"}),
        ("Prime Minister Anne Dale spoke on Monday. The union accused the PM of lying.",
         {"Anne Dale"}),
        ("President Okello called the strikers traitors.", {"strikers"}),
        ("President Saied has called the accused \"thieves\".", {"accused"}),
    ],
)  # fmt: skip
def test_whom_one_accuses(code, text, whom):
    assert names(code, text, "ACCUSE") == whom


@pytest.mark.parametrize(
    ("text", "whom"),
    [
        ("Soldiers surrounded the house of opposition leader Paul Sima on Monday. The party posted "
         "the news on its page. The army denies placing him under house arrest.", {"Paul Sima"}),
        # another is named since
        ("Soldiers surrounded the house of opposition leader Paul Sima on Monday. The party's "
         "chairman, John Otim, posted the news. The army denies placing him under house arrest.",
         {"John Otim"}),
    ],
)  # fmt: skip
def test_whom_nobody_else_can_be_meant_by(code, text, whom):
    assert names(code, text, "COERCE") <= whom


def test_who_is_met_and_thanked_is_one(code):
    text = "Lena Berg met the envoy in Oslo and thanked him for his work."
    assert names(code, text, "SUPPORT") == {"envoy"}
    text = "Omar Haidar fled on Monday. His aide said police had beaten the driver and arrested him."
    assert names(code, text, "COERCE") == {"driver"}


@pytest.mark.parametrize("text", ["The PM visited Paris.", "The PM visited Paris at 3 PM."])
def test_the_pm_is_an_office_and_no_hour(code, text):
    assert names(code, text, "CONSULT", "actors") == {"PM"}


def test_an_hour_is_nobody(code):
    text = "The march in Lima began at 3 pm. Police arrested 20 people at 5 PM."
    everybody = {p.name for m in code(text) for p in (*m.actors, *m.recipients)}
    assert not {name for name in everybody if name.lower().endswith("pm")}


@pytest.mark.parametrize(
    ("text", "who"),
    [
        ("Farmers hurled eggs at police in Rome; officers responded with tear gas.", {"officers"}),
        ("Police in Oslo responded to the attack on the mosque.", set()),
    ],
)
def test_what_one_answers_with_is_ones_own(code, text, who):
    assert names(code, text, "ASSAULT", "actors") == who


def test_a_crackdown_is_of_those_who_rule(code):
    text = (
        "Two men were hanged in Iran on Friday for killing a guard. Rights groups say hundreds of "
        "protesters were killed in the crackdown."
    )
    assert "Two men" not in names(code, text, "ASSAULT", "actors")


def test_the_drill_is_the_one_told_and_no_port_call(code):
    text = (
        "Brazil and Peru began a naval drill on Monday. Two Indian destroyers will call at Lima "
        "this week. Commodore Silva said the drill targets no one."
    )
    drill = [m for m in code(text) if m.trigger.text == "drill"][-1]
    assert {party.country for party in drill.actors} <= {"BRA", "PER"}


def test_a_port_call_is_no_shelling(code):
    text = "Indian destroyers will call at Manila this week."
    assert "ASSAULT" not in {m.event for m in code(text)}


@pytest.mark.parametrize(
    ("text", "whom"),
    [
        ("Two judges in Lima were threatened with death on Monday.", {"Two judges"}),
        ("The mayor of Lima received death threats after the ruling.", {"mayor"}),
    ],
)
def test_threats_are_told_of_whom_they_reach(code, text, whom):
    assert names(code, text, "THREATEN") == whom


def test_who_is_threatened_is_not_looked_into(code):
    text = (
        "The appeal court in Lyon upheld the conviction of Luc Morel. The head of the court has "
        "received death threats and was given guards; the Lyon prosecutor opened an investigation."
    )
    assert not last(code, text, "ACCUSE")
    text = "Prosecutors in Kyiv opened an investigation into the minister after he was attacked."
    assert names(code, text, "ACCUSE") == {"minister"}


def test_threats_of_nobody_to_nobody_are_none(code):
    assert not code("There were threats of rain on Monday.")
