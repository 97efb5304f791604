"""Whether it happened, how sure it is, and who says so: a table of sentences."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from dragoman import Article, Coder
from dragoman.events.proposal import Proposal
from dragoman.mention import When
from dragoman.status import Attributor, Judge
from dragoman.status.settling import if_not_over
from tests.readings import Reading, coded_as

STATUS = [
    # sentence, trigger, type, status
    ("Soldiers attacked the town of Bria on Monday.", "attacked", "ASSAULT", "occurred"),
    ("Rebels are attacking the army base in Bunia.", "attacking", "ASSAULT", "ongoing"),
    ("The president will visit Jordan next week.", "visit", "CONSULT", "planned"),
    ("The president is slated to arrive in Jordan on Friday.", "arrive", "CONSULT", "planned"),
    ("The president is to visit Jordan.", "visit", "CONSULT", "planned"),
    ("Jordan plans to host talks between Sudan and Chad.", "talks", "CONSULT", "planned"),
    ("Uganda agreed to withdraw its troops from the border.", "withdraw", "RETREAT", "planned"),
    ("The visit of the Kenyan president to Rome was postponed.", "visit", "CONSULT", "postponed"),
    ("Turkey cancelled a planned meeting with Greek officials.", "meeting", "CONSULT", "planned"),
    ("Greece has cancelled talks with Turkey.", "talks", "CONSULT", "cancelled"),
    ("Israel may attack Iran.", "attack", "ASSAULT", "possible"),
    ("Police could arrest the opposition leader.", "arrest", "COERCE", "possible"),
    ("If Serbia attacks Kosovo, NATO will respond.", "attacks", "ASSAULT", "possible"),
    ("The army did not attack the village.", "attack", "ASSAULT", "negated"),
    ("Israel has no plans to attack Iran.", "attack", "ASSAULT", "negated"),
    ("Egypt held talks with Ethiopia in Cairo.", "talks", "CONSULT", "occurred"),
    ("Rwanda's foreign minister said he would visit Kinshasa.", "visit", "CONSULT", "planned"),
    ("The upcoming visit of the French president to Chad reflects close ties.", "visit", "CONSULT", "planned"),
    ("North Korea has refrained from testing another missile.", "testing", "MOBILIZE", "negated"),
    ("Villagers are worried about a Turkish attack on Kobani.", "attack", "ASSAULT", "possible"),
    ("The two navies met in a regularly scheduled drill off Japan.", "drill", "COOPERATE", "occurred"),
    ("Gabon's president ordered the rebels to be deported to Chad.", "deported", "COERCE", "possible"),
    ("A former colonel wanted for murdering a union leader fled Chile.", "murdering", "ASSAULT", "occurred"),
    ("Hua said it was unhelpful to blame others.", "blame", "ACCUSE", "possible"),
    ("Serbia said it would not meet Kosovo's president.", "meet", "REJECT", "occurred"),
    ("Hungary will not attend the talks.", "attend", "REJECT", "occurred"),
    ("Hungary did not reject the offer.", "reject", "REJECT", "negated"),
    ("Turkish jets could be heard bombing the hills.", "bombing", "ASSAULT", "occurred"),
    ("Kenya will not postpone the visit of the Somali president.", "visit", "CONSULT", "planned"),
    ("There are no plans to cancel the talks with Chad.", "talks", "CONSULT", "planned"),
    ("The summit of Peru and Chile is not off.", "summit", "CONSULT", "planned"),
    ("Kenya did not say why it cancelled the visit.", "visit", "CONSULT", "cancelled"),
    ("Rebels killed not a single soldier.", "killed", "ASSAULT", "negated"),
    ("Rebels killed no soldiers but nine villagers.", "killed", "ASSAULT", "occurred"),
    ("There was no raid when the minister visited Chad.", "visited", "CONSULT", "occurred"),
    # Had been going on: over, but where somebody says so.
    ("Norway and the rebels had been holding secret talks for months.", "talks", "CONSULT", "occurred"),
    ("The army had been shelling the town of Bor.", "shelling", "ASSAULT", "occurred"),
    ("Peru had been pressing Chile to free the men.", "pressing", "REQUEST", "occurred"),
    ("The governor said troops had been shelling the town.", "shelling", "ASSAULT", "ongoing"),
    ("Peru has been pressing Chile to free the men.", "pressing", "REQUEST", "ongoing"),
    # What is ordered and known was done.
    ("Lee ordered the missile test to be carried out at sea.", "test", "MOBILIZE", "occurred"),
    ("The general ordered the raid.", "raid", "ASSAULT", "occurred"),
    ("The president ordered new sanctions to be imposed on Mali.", "sanctions", "SANCTION", "possible"),
    # By what somebody is to do his part.
    ("The rebels must reciprocate by setting free 87 soldiers.", "setting", "RETREAT", "possible"),
    ("Togo expects the rebels to respond by freeing the men.", "freeing", "RETREAT", "planned"),
    ("The rebels will answer by freeing 20 soldiers.", "freeing", "RETREAT", "planned"),
    ("The rebels answered by freeing 20 soldiers.", "freeing", "RETREAT", "occurred"),
]

# However sure the typer is of another status.
RULED_OUT = [
    # What goes ahead is not put off with what is told beside it; what stays in force goes on.
    ("Mali put off its minister's visit to Togo, but the trip of its envoy is going ahead as planned on Friday.",
     "CONSULT trip", "planned"),
    ("The night curfew in Goma will stay in force until Monday, the governor said.", "COERCE", "ongoing"),
    ("The ban on rallies in Gao will remain in place.", "COERCE", "ongoing"),
    ("Kenya's president holds delayed talks with Somalia in Juba.", "CONSULT", "occurred"),
    ("Kenya and Somalia will hold the delayed talks in Juba.", "CONSULT", "planned"),
    # What a body decides is done; what it prepares, plans or will decide is not.
    ("The council on Monday approved a fourth round of sanctions on Mali.", "SANCTION", "occurred"),
    ("EU leaders agreed on sanctions against Belarus on Thursday.", "SANCTION", "occurred"),
    ("Canada announced sanctions on two Iranian banks on Friday.", "SANCTION", "occurred"),
    ("The cabinet approved a plan for sanctions against Iran.", "SANCTION", "planned"),
    ("The EU will adopt sanctions against Belarus on Friday.", "SANCTION", "planned"),
    ("Canada announced it would impose sanctions on Iran.", "SANCTION", "planned"),
    ("Kenya will not cancel the Somali president's visit to Nairobi.", "CONSULT", "planned"),
    ("Ghana has not cancelled the talks with Togo on the border, its foreign minister said.", "CONSULT", "planned"),
    ("Kenya has cancelled the Somali president's visit to Nairobi.", "CONSULT", "cancelled"),
    ("The Polish president's trip to Oslo has not been postponed.", "CONSULT", "planned"),
    ("The trip to Oslo has not been cancelled but postponed, Warsaw said.", "CONSULT", "postponed"),
    ("Rebels shot not a single civilian in Goma.", "ASSAULT", "negated"),
    # A party's own denial, whatever it says besides.
    ("Kenya said its soldiers had not crossed into Somalia and accused the militia of lying.", "MOBILIZE", "negated"),
    ("Ethiopia said it had not attacked Eritrea and called the claim a fabrication.", "ASSAULT", "negated"),
    ("The navy said its ships had not fired on the trawler.", "ASSAULT", "negated"),
    ("Turkey said none of its jets had bombed Aleppo.", "ASSAULT", "negated"),
    ("The raid did not happen, the army said.", "ASSAULT", "negated"),
    ("Talks between Peru and Chile, due in Lima on Saturday, did not take place.", "CONSULT", "negated"),
    # Likely or not, it is no plan; what is told as ongoing is.
    ("Ghana's president is likely to send troops to the northern border.", "MOBILIZE", "possible"),
    ("Turkey is likely to impose sanctions on Chad.", "SANCTION", "possible"),
    ("Ghana's president is expected to send troops to the northern border.", "MOBILIZE", "planned"),
    ("The aide was charged in an ongoing corruption investigation by the prosecutor.", "ACCUSE investigation", "ongoing"),
    ("The aide was charged after a long corruption investigation by the prosecutor.", "ACCUSE investigation", "occurred"),
    # Headlines drop their 'is'; what ends in a full stop is a sentence.
    ("Prosecutors probing Danish bank over sanctions on Iran", "ACCUSE", "ongoing"),
    ("Peru and Chile holding border talks in Lima", "CONSULT", "ongoing"),
    ("Army shelling town near the border, residents say", "ASSAULT", "ongoing"),
    ("EU considering sanctions on Mali", "SANCTION", "possible"),
    ("Protesters marching in Accra.", "PROTEST", "occurred"),
    # A time to come in its own phrase.
    ("The minister may lose his post after talks with the union next month.", "CONSULT", "planned"),
    ("Chile criticised next week's visit of the Peruvian minister to Bolivia.", "CONSULT", "planned"),
    ("Doctors went on strike over tomorrow's talks with the government.", "CONSULT", "planned"),
    ("Peru's president met Chile's leader after talks last month.", "CONSULT", "occurred"),
    ("Poland's union went on strike after the talks on 12 November.", "PROTEST", "occurred"),
    # Made longer or shorter, it is not off.
    ("President Lula cut his visit to Angola from three days to one.", "CONSULT", "planned"),
    ("The Ghanaian president's visit to Togo next week has been shortened to two days.", "CONSULT", "planned"),
    # No sign that they will: they may or may not.
    ("There was no indication that talks between Iran and the U.S. will resume.", "CONSULT", "possible"),
    ("There is no sign that Mali will expel the French ambassador.", "SANCTION", "possible"),
    # No sign that they did: they did not, as far as is told.
    ("Officials said there was no indication that Rwanda had sent troops.", "MOBILIZE", "negated"),
    ("There was no sign that Israel had withdrawn its troops from Lebanon.", "RETREAT", "negated"),
    # A promise that was not kept.
    ("Russia broke its promise to withdraw from Kherson.", "RETREAT", "negated"),
    ("Trump went back on his pledge to lift tariffs on Canada.", "CONCEDE", "negated"),
    ("Ethiopia broke its pledge to withdraw its troops from Tigray.", "RETREAT", "negated"),
    ("Turkey failed to honour its pledge to withdraw its troops from Iraq.", "RETREAT", "negated"),
    ("Russia kept its promise to withdraw from Kherson.", "RETREAT", "planned"),
    ("Trump repeated his promise to withdraw troops from Syria.", "RETREAT", "planned"),
    ("Soldiers could be seen shelling a village near Goma.", "ASSAULT", "occurred"),
    # Somebody of the name of May.
    ("Prime Minister Theresa May met the king of Jordan.", "CONSULT", "occurred"),
    ("Prime Minister Theresa May may meet the king of Jordan.", "CONSULT", "possible"),
]

# A yes-no question leaves open what it asks; one that asks why takes it as done.
QUESTIONS = [
    ("When will Chad shell the port?", "shell", "possible"),
    ("When might Japan attack Peru, and who would care?", "attack", "possible"),
    ("When will Chad talk of peace after it shelled the port?", "shelled", "occurred"),
    ("When did Chad shell the port?", "shell", "occurred"),
    ("Will the prime ministers of Thailand and Cambodia meet?", "meet", "possible"),
    ("Is Germany going to send troops to Mali?", "send", "possible"),
    ("Is Egypt planning to expel Sudanese refugees? The ministry says no.", "expel", "possible"),
    ("Did Pakistan bomb Khost?", "bomb", "possible"),
    ("Has Rwanda sent troops into Congo?", "sent", "possible"),
    ("Was the hospital bombed by the army?", "bombed", "possible"),
    ("Is Japan not sending ships to Hormuz?", "sending", "possible"),
    ("After the raid, will Peru recall its envoy?", "recall", "possible"),
    ("\"Did soldiers attack the village?\" the judge asked.", "attack", "possible"),
    ("Xi to visit India?", "visit", "possible"),
    ("Turkey to expel Israeli envoy?", "expel", "possible"),
    ("Will Iran return to talks after the United States bombed its plant?", "bombed", "occurred"),
    ("Why did Mali arrest the journalist?", "arrest", "occurred"),
    ("How did rebels capture the town of Bara?", "capture", "occurred"),
    ("What did the ministers discuss when they met in Oslo?", "met", "occurred"),
    ("Turkey arrested the mayor. Who will it arrest next?", "arrested", "occurred"),
    ("Did the strike on the port kill the minister?", "strike", "occurred"),
]

CERTAINTY = [
    ("Soldiers attacked the town of Bria on Monday.", "ASSAULT", "asserted"),
    ("Soldiers attacked the town of Bria, residents said.", "ASSAULT", "attributed"),
    ("According to the United Nations, rebels attacked a camp in Ituri.", "ASSAULT", "attributed"),
    ("Israeli jets reportedly attacked a depot in Syria.", "ASSAULT", "alleged"),
    ("It was reported that Peru had expelled the Chilean envoy.", "SANCTION", "alleged"),
    ("It was announced that the two presidents would hold a summit in May.", "CONSULT", "asserted"),
    ("It was confirmed that Peru had expelled the Chilean envoy.", "SANCTION", "asserted"),
    ("It was revealed that Turkey had arrested the general.", "COERCE", "asserted"),
    ("Russia denied attacking the hospital in Kharkiv.", "ASSAULT", "denied"),
    ("Chad denied that its army had fled during the attack on Faya.", "ASSAULT", "asserted"),
    ("Ukraine accused Russia of attacking a hospital.", "ASSAULT", "attributed"),
    ("France condemned the coup in Niger.", "ACCUSE", "asserted"),
    ("Analysts believe Togo's attack on the village of Kati was a mistake.", "ASSAULT", "attributed"),
    ("Togo is believed to have ordered the attack on the base in Kati.", "ASSAULT", "alleged"),
    ("Residents woke to reports of the rebels' attack on the airport in Kati.", "ASSAULT", "asserted"),
    ("There were reports that rebels had attacked the airport in Kati.", "ASSAULT", "alleged"),
    ("The king's visit to Rabat has reportedly slipped to the spring.", "CONSULT", "alleged"),
    ("Police charged a clerk with the killing of a guard.", "ASSAULT", "attributed"),
    ("Police indicted a clerk on charges including assault on a guard.", "ASSAULT", "attributed"),
    ("An alarm said that North Korea had launched a ballistic missile over Japan.", "MOBILIZE", "asserted"),
    ("Peruvian captives reported freed by rebels", "RETREAT", "alleged"),
    ("Reports that Mali arrested the French envoy are true, the junta said.", "COERCE", "alleged"),
    ("It is true that Chad shelled the port, the army said.", "ASSAULT", "attributed"),
    ("Sudan made baseless accusations against Chad.", "ACCUSE", "asserted"),
    ("A previous version of the deal said that Mali would withdraw its troops.", "RETREAT", "asserted"),
]

# Only the clause that is denied is denied, and a denial at the end bears on what was reported.
DENIALS = [
    # sentence, types told to be denied, other types, who says so of the denied
    ("Mali denied that it had attacked a convoy and accused Niger of lying.", "ASSAULT", "ACCUSE", []),
    ("Sudan denied shelling the town and threatened Chad with sanctions.", "ASSAULT", "THREATEN", []),
    ("Peru denies that it bombed the camp and has condemned the raid.", "ASSAULT", "ACCUSE", []),
    ("The rebels denied attacking the base, then released two captives.", "ASSAULT", "RETREAT", []),
    ("The rebels deny they are shelling the town and say talks with the army aim at a truce.", "ASSAULT", "CONSULT", []),
    ("Lima blamed Quito for the attack on the patrol, a charge denied by Ecuador.", "ASSAULT", "ACCUSE", ["Peru"]),
    ("London says Moscow poisoned the spy, a claim denied by Russia.", "ASSAULT", "", ["United Kingdom"]),
    ("Kenya will withdraw its troops from Somalia, Le Figaro reported, but Nairobi denied it.", "RETREAT", "", ["Le Figaro"]),
    ("Kenya will withdraw its troops from Somalia, Le Figaro reported; Nairobi denied the report.", "RETREAT", "", ["Le Figaro"]),
    ("Niger will leave the bloc, Radio France reported, but the junta denied the report.", "SANCTION", "", ["Radio France"]),
    ("Sudan accused Chad of bombing the base, a charge Chad denied.", "ASSAULT", "ACCUSE", ["Sudan"]),
    ("Sudan accused Chad of bombing the base, but Chad denied it.", "ASSAULT", "ACCUSE", ["Sudan"]),
    ("Police arrested two men for theft, the BBC said, but they denied it.", "", "COERCE", []),
    # A charge that is denied was made.
    ("Ethiopia denied Eritrean accusations that it was preparing to invade.", "ASSAULT", "ACCUSE", []),
    ("Iran denied accusing Iraq of spying.", "ACCUSE COERCE", "", ["Iran"]),
    # What is called false, nobody who calls it so says.
    ("It is not true that Kenya attacked Somalia, the army said.", "ASSAULT", "", []),
    ("Niamey said reports that Niger had shelled the camp in Mali were untrue.", "ASSAULT", "", []),
    ("Reports that Ghana has cancelled the talks with Togo are false, Accra said.", "CONSULT", "", []),
    ("There is no truth in claims that Mali arrested the Dutch envoy, Bamako said.", "COERCE", "", []),
    ("Le Figaro reported that Mali arrested the Dutch envoy. This is false.", "COERCE", "", ["Le Figaro"]),
    # What a correction takes back.
    ("An earlier version of this story said that Kenya had expelled the envoy.", "SANCTION", "", []),
    ("This article incorrectly stated that Israel had bombed Damascus.", "ASSAULT", "", []),
    ("An item on Friday misstated that the army recaptured Bara.", "ASSAULT", "", []),
    ("Removes reference to Egypt having arrested five Sudanese.", "COERCE", "", []),
    ("The agency withdrew its report that Turkish troops had crossed into Syria.", "MOBILIZE", "", []),
    ("The minister wrongly said that Iran had arrested 12 British sailors.", "COERCE", "", ["minister"]),
    ("Police said that Chad had wrongly arrested two nuns.", "", "COERCE", []),
]  # fmt: skip

SPEAKERS = [
    ("A White House statement said that American jets bombed a depot in Yemen.", "White House"),
    ("A statement by the Kremlin said that Russian jets bombed Aleppo.", "Kremlin"),
    ("According to a UN report, militias killed 200 civilians in Bunia.", "United Nations"),
    ("A report from Human Rights Watch said the army had bombed villages.", "Human Rights Watch"),
    ("Kenya accused Somalia of bombing a border post.", "Kenya"),
    ("Kenya blamed Somalia for the attack on the border post.", "Kenya"),
    ("Mortar fire hit a police post in Sokoto, killing nine officers, the army said.", "army"),
]


@pytest.mark.parametrize(("text", "trigger", "event", "status"), STATUS)
def test_status_is_read_from_the_words_around_the_trigger(coder, text, trigger, event, status):
    analysis = coder.stages.analyse(Article(text))
    word = next(token for token in analysis.doc if token.text == trigger)
    assert Judge()(analysis, word, event).status == status


@pytest.mark.parametrize(("text", "event", "status"), RULED_OUT)
def test_a_status_that_the_words_rule_out_is_never_told(code, text, event, status):
    event, _, word = event.partition(" ")
    told = [m for m in code(text) if m.event == event and word in ("", m.trigger.text)]
    assert {m.status for m in told} == {status}


def test_the_typer_is_believed_on_status_unless_it_wavers_and_words_tell_one(coder):
    def coded(sureness):
        def typer(analysis):
            return (Proposal(analysis.doc[2], "ASSAULT", None, 0.9, "occurred", sureness),)

        stages = replace(coder.stages, typer=typer)
        (mention,) = Coder(stages=stages).code(Article("Rebels may attack Bunia in Congo."))
        return mention.status, [cue.text for cue in mention.cues]

    assert coded(0.95) == ("occurred", [])
    assert coded(0.5) == ("possible", ["may"])


@pytest.mark.parametrize(("text", "speaker"), SPEAKERS)
def test_a_document_speaks_for_whoever_wrote_it(code, text, speaker):
    mention = next(m for m in code(text) if m.event == "ASSAULT")
    assert [s.name for s in mention.attribution] == [speaker]


# Each clause that a semicolon parts has its own source.
SOURCES = [
    ("Estonia has expelled two Russian diplomats; Moscow vowed to respond in kind.", "expelled", []),
    ("Poland expelled three Belarusian diplomats on Monday; Minsk promised to retaliate.", "expelled", []),
    ("Uganda closed its border, schools and banks; Rwanda warned of consequences.", "closed", []),
    ("Police arrested nine protesters; a lawyer said six were freed.", "arrested", []),
    ("Police arrested nine protesters; a lawyer said six were freed.", "freed", ["lawyer"]),
    ("Israel bombed the port, the Houthis said; Israel confirmed the strike.", "strike", []),
    ("Rebels attacked the base in Gao; according to the UN, nine were abducted.", "attacked", []),
    ("Rebels attacked the base in Gao; 12 soldiers died, the army said.", "attacked", ["army"]),
    ("Ten people were arrested, and the mayor announced a curfew.", "arrested", []),
    ("The blockade was lifted, when the governor promised compensation.", "lifted", []),
    ("Nine soldiers were killed, while the army said nothing.", "killed", []),
    ("Ten people were arrested, as officials confirmed.", "arrested", ["officials"]),
    ("Ten people were arrested, officials announced.", "arrested", ["officials"]),
]  # fmt: skip


@pytest.mark.parametrize(("text", "trigger", "status"), QUESTIONS)
def test_a_question_tells_no_more_than_it_takes_for_granted(coder, text, trigger, status):
    analysis = coder.stages.analyse(Article(text))
    word = next(token for token in analysis.doc if token.text == trigger)
    standing = Judge()(analysis, word, "ASSAULT")
    assert standing.status == status
    as_done = trigger in ("arrest", "capture", "shell")
    assert ("planned" in standing.excluded) == (status == "possible" or as_done)


@pytest.mark.parametrize(("text", "trigger", "speakers"), SOURCES)
def test_a_source_speaks_for_its_own_side_of_a_mark(coder, text, trigger, speakers):
    analysis = coder.stages.analyse(Article(text))
    word = next(token for token in analysis.doc if token.text == trigger)
    assert [head.text for head in Attributor()(analysis, word).speakers] == speakers


@pytest.mark.parametrize(("text", "event", "certainty"), CERTAINTY)
def test_certainty_tells_the_outlets_voice_from_others(code, text, event, certainty):
    found = {m.event: m.certainty for m in code(text)}
    assert found.get(event) == certainty


@pytest.mark.parametrize(("text", "denied", "others", "speakers"), DENIALS)
def test_a_denial_bears_on_what_it_denies_alone(code, text, denied, others, speakers):
    found = code(text)
    told = [m for m in found if m.certainty == "denied"]
    assert {m.event for m in told} == set(denied.split())
    assert {m.event for m in found} >= set(others.split())
    assert [s.name for m in told for s in m.attribution] == speakers


def test_a_denial_keeps_the_status_of_what_is_denied(code):
    (mention,) = [m for m in code("Russia denied attacking the hospital.") if m.event == "ASSAULT"]
    assert (mention.status, mention.certainty) == ("occurred", "denied")


def test_the_source_of_a_claim_is_named_with_its_words(code):
    text = "Rebels killed nine villagers near Bunia, a spokesman for the Congolese army said."
    (mention,) = [m for m in code(text) if m.event == "ASSAULT"]
    assert [s.country for s in mention.attribution] == ["COD"]
    assert all(text[s.start : s.end] == s.text for s in mention.attribution)


def test_the_words_that_decided_the_status_are_kept(code):
    (mention,) = code("The president of Ghana will visit Togo.")
    assert ("will", "status") in {(cue.text, cue.field) for cue in mention.cues}


@pytest.mark.parametrize(
    ("text", "status"),
    [
        ("The talks of Kenya and Somalia, which were put off in June, will now be held on Friday.", "planned"),
        ("The talks of Kenya and Somalia have been put off to Friday.", "postponed"),
    ],
)
def test_what_was_put_off_is_planned_once_it_has_a_new_date(code, text, status):
    assert {m.status for m in code(text) if m.event == "CONSULT"} == {status}


@pytest.mark.parametrize(
    ("status", "edtf", "settled"),
    [
        ("ongoing", "2025-06-13/2025-06-24", "occurred"),
        ("ongoing", "2025-06-13/..", "ongoing"),
        ("ongoing", "2025-06-13", "ongoing"),  # the day on which it began
        ("ongoing", "2025-07-14/2025-07-20", "ongoing"),  # last week
        ("planned", "2025-06-13/2025-06-24", "planned"),
    ],
)
def test_what_was_over_long_before_the_report_is_not_ongoing(status, edtf, settled):
    when = When("then", 0, 4, edtf, "stated")
    assert if_not_over(status, when, date(2025, 7, 23)) == settled
    assert if_not_over(status, when, None) == status


@pytest.mark.parametrize(
    ("text", "status"),
    [
        ("Cambodia asks monitors to stay as rocket fire hits Surin", "occurred"),
        ("Mortar fire kills nine in Omdurman", "occurred"),
        # near misses: again and again, and going on
        ("Daily mortar fire hits Omdurman", "ongoing"),
        ("Mortar fire is hitting Omdurman", "ongoing"),
    ],
)
def test_fire_that_strikes_in_a_headline_is_over(coder, text, status):
    (struck,) = coded_as(coder, text, Reading("fire", "ASSAULT", "heavy-weapons", status="ongoing"))
    assert struck.status == status
