"""Who has no part in a deed, whom 'they' are, and who is told in what the doer adds: as tables."""

from __future__ import annotations

import pytest

from tests.parties import told
from tests.readings import Reading, coded_as


def names(code, text: str, event: str, side: str) -> list[set[str]]:
    """The names on a side of each mention of the type, in order of the text."""
    return [{name for name, _, _ in told(m, side)} for m in code(text) if m.event == event]


@pytest.mark.parametrize(
    ("text", "event"),
    [
        ("Japan confirmed the test of a ballistic missile on Tuesday.", "MOBILIZE"),
        ("Chad and Mali must show no tolerance for these missile launches.", "MOBILIZE"),
        ("Ghana responded to a drone attack near Tamale on Tuesday.", "ASSAULT"),
        ("Norway was the target of a wave of drone attacks on Friday.", "ASSAULT"),
        ("South Korea detected the launch of two missiles on Friday.", "MOBILIZE"),
        ("Japan condemned the launch of the missile on Friday.", "MOBILIZE"),
        ("Kenya confirmed the killing of two soldiers on Tuesday.", "ASSAULT"),
    ],
)
def test_who_answers_a_deed_or_tells_of_it_is_not_its_doer(code, text, event):
    assert not any(names(code, text, event, "actors"))


@pytest.mark.parametrize(
    ("text", "event", "doer"),
    [
        ("Israel confirmed its strike on the port.", "ASSAULT", "Israel"),
        ("Japan confirmed the deployment of its warships to the strait.", "MOBILIZE", "Japan"),
        ("North Korea carried out the test of a missile on Friday.", "MOBILIZE", "North Korea"),
    ],
)
def test_who_speaks_of_his_own_deed_did_it(code, text, event, doer):
    assert {doer} in names(code, text, event, "actors")


@pytest.mark.parametrize(
    "text",
    [
        "North Korea fired a missile over Japan on Tuesday.",
        "Pyongyang launched a rocket over the Japanese island of Kyushu on Friday.",
        "An Iranian missile overflew Japan on Sunday.",
        "The missile flew over northern Japan and fell into the sea.",
    ],
)
def test_a_land_that_a_missile_only_passes_is_no_recipient(code, text):
    mentions = code(text)
    assert mentions
    assert not any(m.recipients for m in mentions)


def test_the_land_that_it_is_fired_at_is(code):
    assert names(code, "Mali fired rockets at Niger on Friday.", "ASSAULT", "recipients") == [{"Niger"}]
    text = "Russian drones flew over Poland on Friday."
    assert names(code, text, "MOBILIZE", "recipients") == [{"Poland"}]


def test_who_fired_a_missile_is_told_where_the_sentence_tells_it_twice(code):
    text = "Pyongyang launched a ballistic missile that flew over Hokkaido, northern Japan."
    assert names(code, text, "MOBILIZE", "actors") == [{"North Korea"}]


@pytest.mark.parametrize(
    ("text", "event", "side", "parties"),
    [
        ("Those sanctions were prompted by Mali's sixth nuclear test in May.", "SANCTION", "actors",
         set()),
        ("During his visit to Seoul last week, Ruto warned North Korea that he would use force.",
         "CONSULT", "recipients", {"South Korea"}),
        ("Ruto was seen meeting a soldier who tried to arrest his brother.", "CONSULT", "actors",
         {"William Ruto", "soldier"}),
        ("Turkey sent a delegation, which held talks with Hamas in Doha.", "CONSULT", "actors",
         {"delegation", "Hamas"}),
        ("Japan is buying missile defence systems from the United States.", "COOPERATE", "recipients",
         {"United States"}),
    ],
)  # fmt: skip
def test_each_deed_has_the_parties_of_its_own_clause(code, text, event, side, parties):
    found = names(code, text, event, side)
    assert set().union(*found) == parties


@pytest.mark.parametrize(
    ("text", "doers", "victims"),
    [
        ("A court indicted the girl, who was filmed pushing, kicking and slapping Israeli troops.",
         {"girl"}, {"Israeli troops"}),
        ("Police battled gunmen in Goma on Friday.", {"Police"}, {"gunmen"}),
    ],
)  # fmt: skip
def test_the_object_of_a_deed_does_not_do_it(code, text, doers, victims):
    (mention,) = [m for m in code(text) if m.event == "ASSAULT"]
    assert {e.name for e in mention.actors} - victims == doers
    assert victims <= {e.name for e in (*mention.actors, *mention.recipients)}
    assert not {"Israeli troops"} & {e.name for e in mention.actors}


@pytest.mark.parametrize(
    ("text", "event", "recipients"),
    [
        ("A couple attacked an office in Lagos and killed 14 workers. They were shot dead by police.",
         "ASSAULT", {"couple"}),
        ("Three brothers killed five people in a mosque. Police arrested them on Sunday.",
         "COERCE", {"Three brothers"}),
        ("Gunmen kidnapped 30 pupils from a school in Kaduna. They were released on Friday.",
         "RETREAT", {"30 pupils"}),
        ("The militants captured six soldiers. They were killed in a raid by the army.",
         "ASSAULT", {"militants"}),
        ("The militants captured six soldiers. They were killed a week later.",
         "ASSAULT", {"six soldiers"}),
        ("Police beat protesters in Harare. They were arrested and taken away.",
         "COERCE", {"protesters"}),
        ("The attackers killed six aid workers in Tigray. They were on their way to Mekelle when they "
         "were ambushed.", "ASSAULT", {"six aid workers"}),
        ("Two men stabbed a priest in Nice. They were charged with murder.", "ACCUSE", {"Two men"}),
        ("The tariffs hit two banks in Ghana. They were condemned by China.", "ACCUSE", set()),
        ("Ministers discussed tariffs in Rome. They were condemned by China.", "ACCUSE", {"Ministers"}),
    ],
)  # fmt: skip
def test_what_is_done_to_them_tells_who_they_are(code, text, event, recipients):
    assert names(code, text, event, "recipients")[-1] == recipients


@pytest.mark.parametrize(
    ("text", "doers"),
    [
        ("Police arrested the editor in March. The court extended his detention on Friday. His lawyer "
         "said the arrest was illegal.", {"Police"}),
        ("The court extended the detention of the editor on Friday. His lawyer said the arrest was "
         "illegal.", set()),
    ],
)  # fmt: skip
def test_who_holds_somebody_by_order_did_not_arrest_him(code, text, doers):
    arrest = next(m for m in code(text) if m.trigger.text == "arrest")
    assert {e.name for e in arrest.actors} == doers


@pytest.mark.parametrize(
    ("text", "victims"),
    [
        ("The court extended the detention of Dana Hamad. Her lawyer said it wanted to justify her "
         "arrest.", {"Dana Hamad"}),
        ("A court in Harare charged the journalist on Monday. The family said his arrest was "
         "political.", {"journalist"}),
    ],
)  # fmt: skip
def test_whose_lawyer_or_family_speaks_is_who_is_meant(code, text, victims):
    arrest = next(m for m in code(text) if m.trigger.text == "arrest")
    assert {e.name for e in arrest.recipients} == victims


@pytest.mark.parametrize(
    ("text", "country"),
    [
        ("North Korea fired a missile. “We must act,” Mr. Moon Jae-in, the South Korean president, said "
         "after an emergency meeting of his National Security Council on Saturday.", "KOR"),
        ("Iran fired rockets. “We will answer,” Iraqi President Barham Salih said after a meeting of "
         "his National Security Council.", "IRQ"),
    ],
)  # fmt: skip
def test_a_body_is_of_the_country_of_whom_a_pronoun_tells_it_is(code, text, country):
    meeting = next(m for m in code(text) if m.event == "CONSULT")
    assert {(e.country, e.country_inferred) for e in meeting.actors} == {(country, False)}


@pytest.mark.parametrize(
    ("text", "doers"),
    [
        ("Islamic State claimed the shooting by Omar Said in Vienna.", {"Omar Said"}),
        ("Islamic State claimed responsibility for the stabbing by a Tunisian man in Nice.",
         {"Tunisian man"}),
        ("Islamic State claimed responsibility for the attack on the church.", {"Islamic State"}),
        ("Al Shabaab claimed responsibility for an attack by its gunmen on a hotel in Mogadishu.",
         {"al-Shabaab", "gunmen"}),
    ],
)  # fmt: skip
def test_who_is_named_to_have_done_it_and_not_who_claims_it(code, text, doers):
    (mention,) = [m for m in code(text) if m.event == "ASSAULT"]
    assert {e.name for e in mention.actors} == doers
    assert mention.certainty == "attributed"


@pytest.mark.parametrize(
    ("text", "doers"),
    [
        ("It was Rwanda that shelled Goma, Congo said.", {"Rwanda"}),
        ("It was Rwanda, not M23, that shelled Goma.", {"Rwanda"}),
        ("It was Rwanda, and not the rebels, which bombed the airport.", {"Rwanda"}),
        ("It was not Rwanda but M23 that shelled Goma.", {"March 23 Movement"}),
        ("It wasn't the army that killed the priest.", set()),
        ("It was in Goma that M23 killed the mayor.", {"March 23 Movement"}),
    ],
)
def test_a_cleft_tells_who_did_it_and_who_did_not(code, text, doers):
    assert names(code, text, "ASSAULT", "actors") == [doers]


@pytest.mark.parametrize(
    ("text", "victims", "killed"),
    [
        ("Turkey said it carried out strikes in northern Iraq, adding that 19 militants were killed.",
         {"19 militants"}, 19),
        ("The army carried out a raid in Borno, saying it killed 12 insurgents.",
         {"12 insurgents"}, 12),
        ("Kenya's army said it carried out strikes on Al Shabaab bases, saying that 12 fighters were "
         "killed.", {"al-Shabaab"}, 12),
        ("Mali shelled the town, claiming nine rebels were killed.", {"nine rebels"}, 9),
        ("The army carried out a raid, saying two soldiers were killed.", set(), 2),
        ("The army raided the camp on Monday, saying nine officers had been killed there in May.",
         None, None),
    ],
)  # fmt: skip
def test_the_doer_adds_who_was_hurt(code, text, victims, killed):
    mention = code(text)[0]
    number = mention.magnitudes.killed
    assert (number and number.low) == killed
    assert victims is None or {e.name for e in mention.recipients} == victims


def test_two_men_who_did_it_were_not_killed_by_a_claim(code):
    (mention,) = code("ISIS claimed the attack by two gunmen on a mosque in Kabul.")
    assert mention.magnitudes.killed is None


def test_what_is_told_without_a_doer_is_the_states_and_not_its_leaders(code):
    text = "Kim Jong Un fired a missile over Japan on Monday.\nTokyo condemned the launch."
    launches = [m for m in code(text) if m.event == "MOBILIZE"]
    assert [[p.name for p in m.actors] for m in launches] == [["Kim Jong Un"], ["North Korea"]]


@pytest.mark.parametrize(
    ("text", "doer"),
    [
        ("Kim Jong Un's country has launched 20 missiles this year.", "North Korea"),
        ("A rocket launch by Kim Jong Un's nation woke Hokkaido.", "North Korea"),
        ("Kim Jong Un ordered the missile launch on Monday.", "Kim Jong Un"),
    ],
)
def test_somebodys_country_is_the_state(code, text, doer):
    assert [p.name for m in code(text) if m.event == "MOBILIZE" for p in m.actors] == [doer]


BROKEN = Reading("siege", "COERCE", "restrict", ("the army",), status="ongoing")


@pytest.mark.parametrize(
    "text",
    [
        "Traders asked the army to break the siege of Dilling.",
        "Traders urged the army on Monday to relieve the siege of Dilling.",
        "On Monday the army broke the siege of Dilling.",
    ],
)
def test_who_breaks_a_siege_did_not_lay_it(coder, text):
    (siege,) = coded_as(coder, text, BROKEN)
    assert siege.actors == ()
    assert [where.name for where in siege.where] == ["Dilling"]


@pytest.mark.parametrize(
    "text",
    [
        "Traders urged rebels to break the siege that the army has laid to Dilling.",
        "On Monday the army lifted the siege of Dilling.",
    ],
)
def test_who_laid_a_siege_that_is_broken_did(coder, text):
    (siege,) = coded_as(coder, text, BROKEN)
    assert [party.name for party in siege.actors] == ["army"]


@pytest.mark.parametrize(
    ("text", "whom"),
    [
        ("Nine men were charged with spying for Chad.", []),
        ("Nine men were charged with spying on behalf of Chad.", []),
        ("Nine men were charged with spying on Chad.", ["Chad"]),
    ],
)
def test_nobody_spies_on_whom_he_spies_for(coder, text, whom):
    (mention,) = coded_as(coder, text, Reading("spying", "COERCE", None, ("Nine men",), ("Chad",)))
    assert [party.name for party in mention.recipients] == whom


@pytest.mark.parametrize(
    ("text", "nation"),
    [
        ("Russian S-400 missiles hit Poltava.", "Russian"),
        ("Thai BM-30 rockets hit Poipet on Friday.", "Thai"),
        ("Thai rockets hit Poipet on Friday.", "Thai"),
    ],
)
def test_a_nations_missiles_of_any_model_are_its_forces(coder, text, nation):
    (attack,) = coded_as(coder, text, Reading("hit", "ASSAULT", "heavy-weapons", (nation,)))
    assert [party.sectors for party in attack.actors] == [("MIL",)]


@pytest.mark.parametrize(
    ("text", "word"),
    [
        ("The buses stood in a yard. Nine of them were torched.", "torched"),
        ("Several lorries were burned, a mayor said.", "burned"),
        ("The bus came under fire from both sides of the valley.", "fire"),
        ("The hamlet came under mortar fire on Friday.", "fire"),
        ("The army repelled an attack on Kadugli on Friday.", "attack"),
    ],
)
def test_things_that_are_torched_or_come_under_fire_are_an_event_without_a_doer(coder, text, word):
    (attack,) = coded_as(coder, text, Reading(word, "ASSAULT"))
    assert attack.actors == ()


@pytest.mark.parametrize(
    ("text", "word"),
    [
        ("Chad endured a long offensive, including raids on ports.", "raids"),
        ("Chad suffered a wave of attacks in May.", "attacks"),
        ("Chad has withstood months of shelling.", "shelling"),
    ],
)
def test_who_endures_a_wave_of_attacks_does_none_of_them(coder, text, word):
    (attack,) = coded_as(coder, text, Reading(word, "ASSAULT", actors=("Chad",)))
    assert attack.actors == ()
    assert [party.country for party in attack.recipients] == ["TCD"]


def test_who_announces_raids_on_others_does_them(coder):
    text = "Chad announced an offensive, including raids on rebels."
    (attack,) = coded_as(coder, text, Reading("raids", "ASSAULT", actors=("Chad",)))
    assert [party.country for party in attack.actors] == ["TCD"]


@pytest.mark.parametrize(
    ("text", "word"),
    [
        ("The truce ended the fighting, leaving Gao on edge.", "leaving"),
        ("Her cousin was killed on Tuesday.", "killed"),
        ("The mayor spoke of fears of attack.", "attack"),
    ],
)
def test_what_befalls_nobody_told_is_no_event(coder, text, word):
    event = "RETREAT" if word == "leaving" else "ASSAULT"
    assert coded_as(coder, text, Reading(word, event)) == []


@pytest.mark.parametrize(
    ("text", "whom"),
    [
        ("The army bombed a column of RSF vehicles near Bara.", ("Rapid Support Forces", "REB")),
        ("Rebels ambushed a police convoy near Goma.", ("police", "COP")),
        ("Rebels raided an army outpost near Goma.", ("army", "MIL")),
    ],
)
def test_whose_convoy_is_attacked_is_attacked(coder, text, whom):
    word = text.split()[1 if text[0] == "R" else 2]
    thing = text.split(f"{word} ")[1].split(" near")[0]
    (mention,) = coded_as(coder, text, Reading(word, "ASSAULT", None, (), (thing,)))
    assert {(name, sector) for name, _, sector in told(mention, "recipients")} == {whom}


@pytest.mark.parametrize("thing", ["a school bus", "a fuel truck"])
def test_a_bus_is_no_forces(coder, thing):
    text = f"Gunmen attacked {thing} in Quetta."
    (mention,) = coded_as(coder, text, Reading("attacked", "ASSAULT", None, ("Gunmen",), (thing,)))
    assert all(sector in ("", "CVL", "UNK") for _, _, sector in told(mention, "recipients"))


@pytest.mark.parametrize(
    ("text", "word", "country"),
    [
        ("Thailand and Cambodia exchanged fire near Surin, killing nine villagers.", "fire", None),
        ("Chadian and Malian soldiers executed nine villagers in Mali.", "executed", "MLI"),
    ],
)
def test_victims_of_those_who_fought_each_other_are_of_neither_by_guess(coder, text, word, country):
    doers = tuple(text.split(f" {word}")[0].removesuffix(" exchanged").split(" and "))
    (mention,) = coded_as(coder, text, Reading(word, "ASSAULT", None, doers, ("nine villagers",)))
    assert {code for _, code, _ in told(mention, "recipients")} == {country}


@pytest.mark.parametrize(
    ("text", "doers"),
    [
        ("Massimo Conti said the truce would be monitored by Kenyan officers.", {"Kenyan officers"}),
        ("Massimo Conti said the truce would be monitored by a joint room.", set()),
    ],
)
def test_who_says_by_whom_a_thing_is_done_does_not_do_it(coder, text, doers):
    read = ("Massimo Conti", "Kenyan officers") if doers else ("Massimo Conti",)
    mentions = coded_as(coder, text, Reading("monitored", "COOPERATE", None, read))
    assert {name for mention in mentions for name, _, _ in told(mention)} == doers


def test_a_force_led_by_a_nation_is_not_of_the_land_where_it_fights(coder):
    text = "A Kenyan-led force killed nine gunmen in Port-au-Prince, Haiti."
    reading = Reading("killed", "ASSAULT", None, ("A Kenyan-led force",), ("nine gunmen",))
    (mention,) = coded_as(coder, text, reading)
    assert {country for _, country, _ in told(mention)} == {None}


def test_the_parties_between_whom_somebody_goes_are_not_those_who_go_between(coder):
    text = (
        "Oxfam and the Red Cross left. The army shelled the M23 in Congo.\n"
        "Oxfam and the Red Cross shuttled between the parties for a week."
    )
    reading = Reading("shuttled", "CONSULT", "third-party", ("Oxfam",), ("the parties",))
    (mention,) = coded_as(coder, text, reading)
    assert not {"Oxfam", "Red Cross"} & {name for name, _, _ in told(mention, "recipients")}


@pytest.mark.parametrize(
    ("text", "sector"),
    [
        ("Gunmen attacked a wedding party in Quetta.", "CVL"),
        ("Gunmen attacked a search party in Quetta.", "CVL"),
        ("Gunmen attacked an opposition party in Quetta.", "PTY"),
    ],
)
def test_a_wedding_party_does_not_stand_for_election(coder, text, sector):
    thing = text.split("attacked ")[1].split(" in")[0]
    (mention,) = coded_as(coder, text, Reading("attacked", "ASSAULT", None, ("Gunmen",), (thing,)))
    assert {sector for _, _, sector in told(mention, "recipients")} == {sector}
