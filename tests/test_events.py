"""What happened, and who did it to whom: a table of sentences, each with one event to find."""

from __future__ import annotations

import pytest

# The encoder reads these otherwise; told so that a better one is noticed.
_MISSED = pytest.mark.xfail(reason="read otherwise; docs/accuracy.md")

EVENTS = [
    # sentence, type, mode, actors' countries, recipients' countries
    ("Turkey's foreign minister visited Iraq on Monday.", "CONSULT", "visit", {"TUR"}, {"IRQ"}),
    ("Iraq hosted the Turkish foreign minister in Baghdad.", "CONSULT", "visit", {"TUR"}, {"IRQ"}),
    ("Talks between Sudan and Chad opened in Cairo.", "CONSULT", "third-party", {"SDN", "TCD"}, set()),
    ("Peru held talks with Chile.", "CONSULT", None, {"PER", "CHL"}, set()),
    ("The French president phoned his Malian counterpart.", "CONSULT", "phone", {"FRA"}, {"MLI"}),
    ("Kenya praised Ethiopia.", "SUPPORT", None, {"KEN"}, {"ETH"}),
    ("India and Nepal signed a water treaty.", "SUPPORT", None, {"IND", "NPL"}, set()),
    ("Germany gave Ukraine 20 million euros in aid.", "AID", None, {"DEU"}, {"UKR"}),
    ("Japan donated generators to Ukraine.", "AID", None, {"JPN"}, {"UKR"}),
    ("Yemen released 14 Saudi prisoners.", "RETREAT", "release", {"YEM"}, {"SAU"}),
    ("Ethiopian troops withdrew from Somalia.", "RETREAT", "withdraw", {"ETH"}, set()),
    ("The withdrawal of Ethiopian troops from Somalia began.", "RETREAT", "withdraw", {"ETH"}, set()),
    ("Belarus lifted sanctions on Lithuania.", "CONCEDE", None, {"BLR"}, {"LTU"}),
    ("Greece urged Turkey to release the sailors.", "REQUEST", "yield", {"GRC"}, {"TUR"}),
    ("Poland demanded an apology from Hungary.", "REQUEST", "yield", {"POL"}, {"HUN"}),
    ("Hungary refused to send weapons to Ukraine.", "REJECT", "assist", {"HUN"}, {"UKR"}),
    ("Armenia accused Azerbaijan of shelling a village.", "ACCUSE", "allege", {"ARM"}, {"AZE"}),
    ("Brazil condemned the Israeli strikes on Lebanon.", "ACCUSE", "disapprove", {"BRA"}, {"ISR"}),
    ("The Lithuanian foreign ministry summoned the Russian ambassador.", "ACCUSE", "disapprove", {"LTU"}, {"RUS"}),
    ("North Korea threatened to attack South Korea.", "THREATEN", "violence", {"PRK"}, {"KOR"}),
    ("Thousands of people protested against the Serbian government.", "PROTEST", "demo", None, {"SRB"}),
    ("Canada imposed sanctions on Venezuela.", "SANCTION", "discontinue", {"CAN"}, {"VEN"}),
    ("Latvia expelled three Russian diplomats.", "SANCTION", "expel", {"LVA"}, {"RUS"}),
    ("Algeria recalled its ambassador from France.", "SANCTION", "withdraw", {"DZA"}, {"FRA"}),
    ("Eritrea deployed troops along the border with Ethiopia.", "MOBILIZE", "troops", {"ERI"}, None),
    ("North Korea tested a ballistic missile on Sunday.", "MOBILIZE", "weapons", {"PRK"}, None),
    ("Kenyan police arrested two Somali traders.", "COERCE", "arrest", {"KEN"}, {"SOM"}),
    ("Two Somali traders were arrested by Kenyan police.", "COERCE", "arrest", {"KEN"}, {"SOM"}),
    pytest.param("Chad expelled Sudanese migrants.", "COERCE", "deport", {"TCD"}, {"SDN"}, marks=_MISSED),
    pytest.param("Israeli strikes on Lebanon killed four people.", "ASSAULT", None, {"ISR"}, {"LBN"}, marks=_MISSED),
    pytest.param("The killing of a Pakistani soldier by Indian troops raised tensions.", "ASSAULT", None, {"IND"}, {"PAK"}, marks=_MISSED),
    ("Russia, which shelled Kharkiv, said nothing.", "ASSAULT", "heavy-weapons", {"RUS"}, {"UKR"}),
    ("Gunmen kidnapped a French journalist in Mali.", "ASSAULT", "abduct", None, {"FRA"}),
    ("Turkish forces moved in and attacked Syrian rebels.", "ASSAULT", None, {"TUR"}, {"SYR"}),
    ("Police in Tunis fired tear gas at protesters.", "ASSAULT", "crowd-control", {"TUN"}, None),
    ("A North Korean missile was launched over Japan on Tuesday.", "MOBILIZE", "weapons", {"PRK"}, None),
    ("U.S. and South Korean forces conducted joint military exercises.", "COOPERATE", None, {"USA", "KOR"}, None),
    ("Pyongyang has threatened to hit the US territory of Guam.", "THREATEN", "violence", {"PRK"}, {"USA"}),
    pytest.param("Kenyan police fought with Somali rebels.", "ASSAULT", None, {"KEN", "SOM"}, set(), marks=_MISSED),
    ("The panel said that Iran had slowed its work and called on Britain to act.", "REQUEST", None, {None}, {"GBR"}),
    ("A promise from Kenya to withdraw its troops from Somalia calmed the region.", "RETREAT", "withdraw", {"KEN"}, None),
    ("Kenyan police arrested the director of a Somali film studio at the scene of the match.", "COERCE", "arrest", {"KEN"}, None),
    ("Peru and Chile held the final talks of the season.", "CONSULT", None, {"PER", "CHL"}, set()),
]

# A deed inside a charge is told of whoever is charged.
CHARGED = [
    ("Israel indicted a Jordanian girl on charges including assault on a soldier.", "JOR"),
    ("Kenyan prosecutors charged two Somali clerics with recruiting boys and bombing a bus station.", "SOM"),
    ("A Chilean colonel wanted for murdering a Colombian union leader was arrested in Spain.", "CHL"),
    ("The Egyptian sailor was convicted of killing a French tourist.", "EGY"),
    ("Iran accused Israel of bombing a port.", "ISR"),
]

NOTHING = [
    "The striker attacked the goal and fired a shot over the bar.",
    "Shares in Tokyo rallied after the bank kept rates on hold.",
    "The storm battered the coast and killed four people.",
    "Dutch elections were held on Wednesday.",
    "The museum of Cairo has a collection of swords.",
    "She released a new album in Lagos on Friday.",
]


@pytest.mark.parametrize(("text", "country"), CHARGED)
def test_the_accused_is_the_doer_of_the_deed_charged(code, text, country):
    (deed,) = [m for m in code(text) if m.event == "ASSAULT"]
    assert {a.country for a in deed.actors} == {country}


@pytest.mark.parametrize(("text", "event", "mode", "actors", "recipients"), EVENTS)
def test_the_event_and_its_parties_are_found(code, text, event, mode, actors, recipients):
    found = [m for m in code(text) if m.event == event]
    assert found, [m.event for m in code(text)]
    mention = found[0]
    assert mention.mode == mode
    if actors is not None:
        assert {e.country for e in mention.actors} == actors
    if recipients is not None:
        assert {e.country for e in mention.recipients} == recipients


@pytest.mark.parametrize("text", NOTHING)
def test_what_only_looks_like_an_event_is_left_alone(code, text):
    assert code(text) == []


@pytest.mark.parametrize(
    ("text", "field", "low", "high"),
    [
        ("Rebels killed 12 soldiers near Bunia.", "killed", 12, 12),
        ("At least nine people were killed and 23 wounded in clashes in Goma.", "killed", 9, None),
        ("At least nine people were killed and 23 wounded in clashes in Goma.", "injured", 23, 23),
        ("Police in Lima arrested 1,200 protesters.", "arrested", 1200, 1200),
        ("Gunmen killed two dozen villagers in Mali.", "killed", 24, 24),
    ],
)
def test_numbers_are_read_as_ranges(code, text, field, low, high):
    found = [getattr(m.magnitudes, field) for m in code(text) if getattr(m.magnitudes, field)]
    assert [(m.low, m.high) for m in found[:1]] == [(low, high)]
