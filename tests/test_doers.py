"""Who does it where several stand by: behind a parenthesis, with 'its', in a row, in an accord."""

from __future__ import annotations

import pytest

from tests.parties import only
from tests.readings import Reading, coded_as
from tests.test_bystanders import names


@pytest.mark.parametrize(
    ("text", "whom"),
    [
        ("Tunisia barred two lawmakers from the country, state media reported, accusing them of "
         "plotting.", "Tunisia"),
        ("Russia rejected the proposal, diplomats said, accusing Ukraine of bad faith.", "Russia"),
    ],
)  # fmt: skip
def test_whoever_takes_a_measure_accuses_behind_the_parenthesis(code, text, whom):
    assert names(code, text, "ACCUSE", "actors") == [{whom}]


@pytest.mark.parametrize(
    ("text", "whom"),
    [
        ("Two priests were expelled, residents said, accusing the army of cruelty.", "residents"),
        ("The strike killed ten people, Gaza health officials said, accusing Israel of aiming at a "
         "school.", "Gaza health officials"),
        ("Gunmen killed ten villagers, the governor said, accusing the army of doing nothing.",
         "governor"),
    ],
)  # fmt: skip
def test_whoever_speaks_accuses_the_one_who_did_it(code, text, whom):
    assert names(code, text, "ACCUSE", "actors") == [{whom}]


@pytest.mark.parametrize(
    ("text", "event", "doer"),
    [
        ("Iran angered Israel with its latest missile test.", "MOBILIZE", "Iran"),
        ("Russia surprised NATO with its drills near the border.", "MOBILIZE", "Russia"),
        ("Rebels shocked the army with their attack on the barracks.", "ASSAULT", "Rebels"),
        ("Israel weakened Hezbollah with its strikes on Beirut.", "ASSAULT", "Israel"),
        ("Turkey provoked Greece with its drilling and its attack on a fishing boat.", "ASSAULT",
         "Turkey"),
    ],
)  # fmt: skip
def test_whoever_moves_another_with_its_deed_did_it(code, text, event, doer):
    assert names(code, text, event, "actors") == [{doer}]


def test_whoever_is_helped_with_its_raid_makes_it(code):
    text = "France helped Mali with its raid on the rebels."
    assert {"France"} not in names(code, text, "ASSAULT", "actors")


@pytest.mark.parametrize(
    "text",
    [
        "The United States and Japan considered it a ballistic missile test.",
        "Serbia calls the spring drills a rehearsal for war.",
        "Iran called the drills a rehearsal for war.",
    ],
)
def test_whoever_takes_a_thing_for_a_deed_or_gives_it_a_name_did_not_do_it(code, text):
    assert not any(names(code, text, "MOBILIZE", "actors"))


@pytest.mark.parametrize(
    ("text", "event", "doer"),
    [
        ("Russia called its drills a success.", "MOBILIZE", "Russia"),
        ("The mayor of Lima is considering a curfew for the port.", "COERCE", "mayor"),
        ("Unions called a strike at the port of Beirut on Monday.", "PROTEST", "Unions"),
    ],
)
def test_whoever_calls_a_strike_or_praises_his_own_drill_does_it(code, text, event, doer):
    assert names(code, text, event, "actors") == [{doer}]


@pytest.mark.parametrize(
    ("text", "who"),
    [
        ("Russia shelled Kharkiv ahead of peace talks with Ukraine in Istanbul.",
         {"Russia", "Ukraine"}),
        ("Israel released two fishermen before talks with Lebanon in Naqoura.",
         {"Israel", "Lebanon"}),
        ("China banned seafood imports from Japan days before a summit with South Korea.",
         {"China", "South Korea"}),
        ("Armenia freed 12 prisoners following talks with Azerbaijan.", {"Armenia", "Azerbaijan"}),
    ],
)  # fmt: skip
def test_talks_around_a_deed_are_its_doers(code, text, who):
    assert names(code, text, "CONSULT", "actors") == [who]


@pytest.mark.parametrize(
    ("text", "stranger"),
    [
        ("Israel shelled Gaza before US talks with Iran in Oman.", "Israel"),
        ("Israel condemned the attack ahead of Trump's meeting with Putin.", "Israel"),
        ("Protesters marched in Paris ahead of talks with the unions.", "Protesters"),
    ],
)
def test_talks_of_others_are_not_the_doers(code, text, stranger):
    assert all(stranger not in who for who in names(code, text, "CONSULT", "actors"))


@pytest.mark.parametrize(
    ("text", "event", "who"),
    [
        ("Supporters of Fatah and Hamas clashed in Nablus.", "ASSAULT", ["Supporters", "Hamas"]),
        ("The leaders of Fatah and Hamas signed a pact in Beijing.", "SUPPORT",
         ["leaders", "Hamas"]),
        ("Envoys from Russia, Ukraine and the United States met in Istanbul.", "CONSULT",
         ["Envoys", "Envoys", "Envoys"]),
        ("The spokesman of Hamas and Islamic Jihad rejected the proposal.", "REJECT",
         ["spokesman"]),
    ],
)  # fmt: skip
def test_people_of_two_groups_are_two(code, text, event, who):
    assert [e.text for e in only(code, text, event).actors] == who


@pytest.mark.parametrize(
    ("text", "verbs"),
    [
        ("The junta dissolved parliament, suspended the constitution and closed the country's "
         "borders.", ["dissolved", "suspended", "closed"]),
        ("The soldiers closed airports, suspended the constitution and arrested the president.",
         ["closed", "suspended", "arrested"]),
        ("The colonels dissolved parliament, closed the airports and banned rallies.",
         ["dissolved", "closed"]),
        ("The court banned the party and closed its offices.", ["banned", "closed"]),
        ("The army arrested and detained the mayor.", ["detained"]),
        ("Police arrested the mayor and held him overnight.", ["arrested"]),
    ],
)  # fmt: skip
def test_measures_in_a_row_are_as_many_as_their_objects(code, text, verbs):
    mentions = [m for m in code(text) if m.event == "COERCE"]
    assert [m.trigger.text for m in mentions] == verbs
    assert all(m.actors for m in mentions)


@pytest.mark.parametrize(
    ("text", "event"),
    [
        ("The deal includes the release of 12 prisoners by Russia.", "RETREAT"),
        ("The pact between the government and the rebels includes the handover of 40 hostages.",
         "RETREAT"),
        ("The agreement foresees the withdrawal of Rwandan troops from eastern Congo.", "RETREAT"),
        ("The accord, which was signed in Doha, includes a prisoner exchange between the army and "
         "the rebels.", "RETREAT"),
    ],
)  # fmt: skip
def test_what_an_agreement_provides_for_is_planned(code, text, event):
    assert only(code, text, event).status == "planned"


@pytest.mark.parametrize(
    ("text", "event"),
    [
        ("The week included the release of 12 prisoners by Russia.", "RETREAT"),
        ("The deal was signed in Cairo after the release of 12 prisoners by Israel.", "RETREAT"),
        ("Israel released 12 prisoners under the deal on Monday.", "RETREAT"),
    ],
)
def test_what_is_done_under_an_agreement_or_beside_it_occurred(code, text, event):
    assert only(code, text, event).status == "occurred"


@pytest.mark.parametrize(
    ("text", "event", "doer"),
    [
        ("Home Affairs and Internal Security Minister Peter Mutasa accused Malawi of spying.",
         "ACCUSE", "Home Affairs and Internal Security Minister Peter Mutasa"),
        ("Zambia's Foreign and Regional Affairs Minister Jack Mwansa accused Malawi of spying.",
         "ACCUSE", "Zambia's Foreign and Regional Affairs Minister Jack Mwansa"),
        ("Trade, Industry and Competition Minister Sipho Dube accused China of dumping steel.",
         "ACCUSE", "Trade, Industry and Competition Minister Sipho Dube"),
        ("Minister of Defence and National Security Abdul Momen accused Myanmar of shelling.",
         "ACCUSE", "Minister of Defence and National Security Abdul Momen"),
        ("The National Committee for the Salvation of the Nation expelled the French ambassador.",
         "SANCTION", "National Committee for the Salvation of the Nation"),
        ("Nairobi police arrest 12 protesters", "COERCE", "Nairobi police"),
    ],
)  # fmt: skip
def test_a_title_or_name_with_and_is_one_partys(code, text, event, doer):
    mention = next(m for m in code(text) if m.event == event)
    assert [e.text for e in mention.actors] == [doer]
    assert mention.actors[0].sectors[0] in ("GOV", "COP")


@pytest.mark.parametrize(
    ("text", "doers"),
    [
        ("President Mahama and Trade Minister Elizabeth Ofosu met Chinese officials in Accra.",
         ["President Mahama", "Trade Minister Elizabeth Ofosu", "Chinese officials"]),
        ("Interior Minister Marco Rossi and Defence Minister Ana Silva met in Lima.",
         ["Interior Minister Marco Rossi", "Defence Minister Ana Silva"]),
    ],
)  # fmt: skip
def test_two_ministers_stay_two(code, text, doers):
    assert [e.text for e in only(code, text, "CONSULT").actors] == doers


@pytest.mark.parametrize(
    ("text", "whom"),
    [
        ("The National Council for Transition expelled the Ghanaian envoy.", "GOV"),
        ("The National Council of Churches expelled the Ghanaian envoy.", "REL"),
    ],
)
def test_councils_that_rule_are_told_by_what_they_are_for(code, text, whom):
    assert [e.sectors[0] for e in only(code, text, "SANCTION").actors] == [whom]


@pytest.mark.parametrize(
    ("text", "event", "victim"),
    [
        ("A man shot dead three soldiers in Kabul on Monday.", "ASSAULT", "three soldiers"),
        ("Police shoot dead two protesters in Nairobi", "ASSAULT", "two protesters"),
        ("The regime banned parties, closed newspapers and jailed editors.", "COERCE", "editors"),
    ],
)
def test_a_victim_keeps_no_word_of_the_deed(code, text, event, victim):
    assert victim in [e.text for m in code(text) if m.event == event for e in m.recipients]


@pytest.mark.parametrize(
    ("text", "event", "doer"),
    [
        ("Keir Starmer called Iran's threats -- it also seized a tanker last month -- a danger.",
         "COERCE", "Iran"),
        ("Daniel Noboa spoke of Peru, which he blamed for raids; it had also arrested six fishermen.",
         "COERCE", "Peru"),
        ("Starmer spoke of Iran's promises, but it has executed four protesters since.", "ASSAULT",
         "Iran"),
        ("Friedrich Merz said on Monday it was unfair to accuse Poland of sabotage.", "ACCUSE",
         "Friedrich Merz"),
        ("It took President Noboa two days to condemn the raid by Peru.", "ACCUSE",
         "Daniel Noboa"),
    ],
)  # fmt: skip
def test_a_person_is_not_it(code, text, event, doer):
    assert doer in names(code, text, event, "actors")[0]


@pytest.mark.parametrize(
    ("text", "word", "read", "doer"),
    [
        ('Kigali said the text ignored the "brutal FDLR", which it claimed had killed nine farmers.',
         "killed", (), {"Democratic Forces for the Liberation of Rwanda"}),
        ("India blamed Rangers, who its army says had shot a farmer.", "shot", ("army",),
         {"Pakistan Rangers"}),
        ("The former president, Laurent Gbagbo, who had a rival arrested, spoke.", "had", (),
         {"Laurent Gbagbo"}),
        # near misses: things, and whom it was done to
        ("Police found the knife that had wounded an officer in Lima.", "wounded", (), set()),
        ("Police named the officer who was wounded in Lima.", "wounded", (), set()),
        ("Police named the officer wounded in Lima.", "wounded", (), set()),
    ],
)  # fmt: skip
def test_who_in_a_clause_means_the_doer_before_it(coder, text, word, read, doer):
    found = coded_as(coder, text, Reading(word, "ASSAULT", None, read, ()))
    assert {a.name for m in found for a in m.actors} == doer


@pytest.mark.parametrize(
    ("text", "mode", "doer"),
    [
        ("Some 600 troops were flown to Arauca, Colombia's minister said.", "troops",
         ["600 troops"]),
        ("Two Algerian battalions have been moved to the border with Mali.", "troops",
         ["Two Algerian battalions"]),
        ("Extra police were sent to Mombasa.", "police", ["Extra police"]),
        # near misses: who sends is told, and weapons are nobody
        ("Some 600 troops were sent to Arauca by Bogota.", "troops", ["Bogota"]),
        ("Patriot missiles were sent to Poland.", "weapons", []),
    ],
)  # fmt: skip
def test_forces_that_are_sent_by_nobody_told_move_themselves(coder, text, mode, doer):
    word = next(w for w in ("flown", "moved", "sent") if w in text)
    read = ("Bogota",) if "Bogota" in text else ()
    (found,) = coded_as(coder, text, Reading(word, "MOBILIZE", mode, read, ()))
    assert [a.text for a in found.actors] == doer
