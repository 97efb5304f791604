"""What is worded like a deed and is none, and what is told twice: tables of sentences."""

from __future__ import annotations

import pytest

from dragoman import Article
from dragoman.events.nondeeds import GATES, why_none
from dragoman.events.proposal import Proposal
from tests.test_misreadings import DISASTER, NONE, SERMON

# Sentence, and types that it does not report.
NONE_OF = [
    # A danger that somebody is.
    ("Togo called the Chadian threat a matter for the whole region.", {"THREATEN"}),
    ("The army bombed rebels threatening the town of Goma.", {"THREATEN"}),
    ("Separatists threatening the capital seized two villages on Monday.", {"THREATEN"}),
    ("Islamist rebels pose a threat to Mozambique.", {"THREATEN"}),
    ("Mali must be ready to answer any threats by the junta in Niger.", {"THREATEN"}),
    # An alarm, a forecast, advice to one's own people.
    ("Kenya warned its citizens to leave Mali.", {"THREATEN"}),
    ("The mayor warned that the blockade could provoke unrest in Gaza.", {"THREATEN"}),
    ("NHK urged residents of Hokkaido to take shelter.", {"REQUEST"}),
    ("Poland urged its citizens to leave Belarus.", {"REQUEST"}),
    # A quality, a danger to be met.
    ("Lawmakers called the decree illegal and threatening.", {"THREATEN"}),
    ("The statement was provocative and threatening, Ghana said.", {"THREATEN"}),
    ("Seoul needs new jets to counter the North's nuclear threats.", {"THREATEN"}),
    # An answer to a charge.
    ("Caracas called the charge a provocation.", {"ACCUSE"}),
    ("Iran described the claims as an insult to the nation.", {"ACCUSE"}),
    # What readers are bidden.
    ("Arrest the saboteurs. Expel the diplomats.", {"COERCE", "SANCTION"}),
    ("Refrain from arresting herders in Mali.", {"COERCE"}),
    # A state.
    ("Kenya shares a border with Uganda", {"COOPERATE"}),
    ("Russia shares a 24-mile frontier with Norway", {"COOPERATE"}),
    ("Guam is home to a large US air base.", {"MOBILIZE", "COOPERATE"}),
    ("Iran is developing ballistic missiles that can reach Europe.", {"MOBILIZE"}),
    ("North Korea continues to develop its nuclear weapons, Japan's premier said.", {"MOBILIZE"}),
    ("Mali said the boosting of its drone and missile programme threatened nobody.", {"MOBILIZE"}),
    # A figure of speech.
    (
        "Mali accused Chad of driving the region towards war and vowed countermeasures.",
        {"ASSAULT", "MOBILIZE"},
    ),
    # The month.
    ("He was arrested in April for a March 21 call to a lawmaker's office.", {"PROTEST"}),
    # A penalty in force that is only named.
    ("Iran's economy grew despite US sanctions.", {"SANCTION"}),
    ("Because of US sanctions, banks refuse to deal with Cuba.", {"SANCTION"}),
    ("Amid Western sanctions, Russia has turned to China.", {"SANCTION"}),
    ("Venezuela, which is under US sanctions, sells its oil to China.", {"SANCTION"}),
    # What anybody might do or undergo.
    ("Protesters who block roads would be arrested under the bill.", {"PROTEST", "COERCE"}),
    ("Whoever kidnaps a child is sentenced to death in Kuwait.", {"ASSAULT"}),
    ("Police arrest anyone who protests in Belarus.", {"PROTEST"}),
    ("Those who attack the police will be punished, the minister said.", {"ASSAULT"}),
    ("Suspects arrested under the act may be held without charge.", {"COERCE"}),
    # What an onlooker thinks ought to be done.
    ('"The president must step down," said a former ambassador to Kenya.', {"REQUEST"}),
    ("The professor said that Seoul must answer the North's missiles.", {"REQUEST"}),
    # What runs stands still.
    ("A stoppage of the pipeline hit exporters.", {"PROTEST"}),
    ("A stoppage of baggage belts hit Lufthansa passengers in Frankfurt.", {"PROTEST"}),
    # A count that is stopped yields to nobody.
    ("Officials in Malawi suspended the count in Lilongwe late on Thursday after a riot.", {"CONCEDE"}),
    # Being ready for a danger; an order to one's own; business without a state behind it.
    ("Kenya warned that it stood prepared for any threat by the rebels.", {"THREATEN"}),
    ("Mali's president ordered his government to work with France on a radar.", {"REQUEST"}),
    ("The chess app was pulled from the App Store on Monday.", {"COERCE"}),
    # A leader who goes to what is his own.
    ("Kim Jong Un visited a munitions factory on Monday, state media said.", {"CONSULT"}),
    # What somebody is thanked for.
    ("Malaysia thanked Indonesia for its cooperation.", {"COOPERATE"}),
    ("Jakarta thanked Malaysia for its help in the rescue.", {"AID"}),
    ("Zelensky thanked Germany for its military aid.", {"AID"}),
    # What somebody takes to be coming, or tells of another state.
    ('"I think that Mali and Chad will hold talks soon," said a senator.', {"CONSULT"}),
    ("The expert concluded that Moscow was out to strangle Georgia.", {"THREATEN"}),
    ("Seoul warned that North Korea could launch another missile.", {"THREATEN"}),
    ("Mali's president said that Togo would shoot down the missiles of Chad.", {"THREATEN"}),
    ("He called the test illegal, provocative and threatening.", {"THREATEN"}),
    ("The army was told to counter North Korea's nuclear threats.", {"THREATEN"}),
    # A word for a deed that nobody does.
    ("The army flew the missile east in order not to send it over Togo.", {"ASSAULT"}),
    ("The gunman shot himself before police entered his room in Lagos.", {"ASSAULT"}),
    ("Police were called to the scene of a train crash near Lagos.", {"MOBILIZE"}),
    ("Iran is still developing long-range missiles, Israel's premier insisted.", {"MOBILIZE"}),
    ("The leader of Mali inspected the country's missile forces on Monday.", {"MOBILIZE"}),
    ("The ministry declined to name the ship.", {"REJECT"}),
    ("The commission refused to say which firm it had raided.", {"REJECT"}),
    ("Japan's government held a national security council session.", {"CONSULT"}),
    ("Russia shares a short border with North Korea.", {"COOPERATE"}),
    ("A person found guilty of hitting a guard could be sent to prison for six years, though few "
     "judges are so harsh.", {"SANCTION", "ASSAULT"}),
]  # fmt: skip

# Near misses: sentence, a type that it reports.
ALL_THE_SAME = [
    ("Iran repeated its threat to close the strait.", "THREATEN"),
    ("Iran issued a threat against Israel on Monday.", "THREATEN"),
    ("Militants threatening to kill the hostages demanded a ransom.", "THREATEN"),
    ("Kim Jong Un, threatening revenge, tested a missile on Monday.", "THREATEN"),
    ("Russia is threatening Kyiv with more strikes.", "THREATEN"),
    ("Russia warned that it could strike Kyiv.", "THREATEN"),
    ("Iran warned Israel that its cities could be destroyed.", "THREATEN"),
    ("Despite new sanctions imposed by the United States on Monday, Iran sold more oil.", "SANCTION"),
    ("The sanctions imposed on Russia by the EU in 2022 remain in place.", "SANCTION"),
    ("Protesters who blocked roads in Nairobi were arrested by the police.", "PROTEST"),
    ("The swap would open the way to talks with the Taliban, who have long refused to meet.", "REJECT"),
    ("Suspects arrested in Kano on Monday may be held without charge.", "COERCE"),
    ('"Iran must stop its missile programme," said the French president.', "REQUEST"),
    ("The government must release all political prisoners, Amnesty International said.", "REQUEST"),
    ("Ukraine urged Western states to leave the Russian market.", "REQUEST"),
    ("A retired general urged the government to strike Iran.", "REQUEST"),
    ("A work stoppage of bus drivers paralysed Lagos on Monday.", "PROTEST"),
    ("Oil workers' stoppage of the pipeline entered its third day.", "PROTEST"),
    ("Workers began a 24-hour stoppage at the port of Antwerp.", "PROTEST"),
    ("He thanked Turkey for sending doctors to Gaza.", "AID"),
    ("Malaysia thanked Indonesia for its cooperation.", "SUPPORT"),
    ("Russia shares intelligence with Iran, officials said on Monday.", "COOPERATE"),
    ("Brazil and Portugal share a language and a history, and have shared intelligence since May.", "COOPERATE"),
    ("Turkey and Pakistan will jointly develop a fighter jet.", "COOPERATE"),
    ("India is developing and has tested a new missile.", "MOBILIZE"),
    ("Japan deployed missiles it had developed with the United States.", "MOBILIZE"),
    ("The king moved his troops to the edge of Gao on Monday.", "MOBILIZE"),
    ("Rebels drove the army out of Gao on Monday.", "ASSAULT"),
    ("The decree was illegal, and Mali is threatening to quit the union.", "THREATEN"),
    ("Mali denounced Niger's threats to bomb its capital.", "THREATEN"),
    ('"I think we will hold talks with Chad next week," the president of Mali said.', "CONSULT"),
    ('"I believe that Mali shelled the town," said the foreign minister of Chad.', "ASSAULT"),
    ("Russia's foreign minister said Moscow would attack Warsaw if it sent troops.", "THREATEN"),
    ("Israel warned that Lebanon would pay a heavy price if rockets were fired at it.", "THREATEN"),
    ("Students in Sofia warned that they would stay in the rectorate until he quit.", "THREATEN"),
    ("The gunman killed himself and two guards in Lagos.", "ASSAULT"),
    ("Police were sent to the town of Kano to stop the protest.", "MOBILIZE"),
    ("The army began a snap inspection of its air-defence troops on Monday.", "MOBILIZE"),
    ("The union refused to respond to the government's offer.", "REJECT"),
    ("Mali and Chad held a joint cabinet session in Bamako.", "CONSULT"),
    ("Russia shares intelligence with North Korea.", "COOPERATE"),
    ("Mali warned that it was ready to strike Chad.", "THREATEN"),
    ("Mali's president urged his government to release the strikers.", "REQUEST"),
    ("The government removed the newspaper's channel from the platform.", "COERCE"),
    ("President Macron visited French troops in Mali on Monday.", "CONSULT"),
    ("The president of Ghana visited Tamale and held talks with chiefs there.", "CONSULT"),
    ("Mali's police found an adult guilty of murder.", "SANCTION"),
]  # fmt: skip

# Sentence, type, its words, how many victims it names.
ONCE = [
    ("Israel struck a school in Gaza City on Monday, and medics said the strike killed five people.",
     "ASSAULT", ["struck"], 2),
    ("Russia launched 30 drones at Odesa overnight, and the attack killed three people.",
     "ASSAULT", ["launched"], 2),
    ("Israeli jets bombed Tyre on Monday; the raid killed six people.", "ASSAULT", ["bombed"], 2),
    ("The bomb attack in Quetta on Monday, in which rebels bombed a bus, killed five people.",
     "ASSAULT", ["attack"], 1),
    ("The killing of the mayor, who was shot dead by gunmen on Monday, shocked Ecuador.",
     "ASSAULT", ["killing"], 1),
    ("Israel indicted a Jordanian girl on charges including assault for punching a soldier.",
     "ASSAULT", ["punching"], 1),
    ("Gunmen stormed a mosque and opened fire on worshippers in Kaduna, killing 20.",
     "ASSAULT", ["stormed"], 2),
    ("Rubio met Fidan in Ankara, and they discussed Syria.", "CONSULT", ["met"], 0),
    ("Israel has held the poet since arresting her at a rally in May.", "COERCE", ["held"], 1),
]  # fmt: skip

TWICE = [
    ("Rebels attacked the town of Djugu on Monday after an attack on Bunia killed five people.", "ASSAULT"),
    ("Gunmen stormed a mosque in Kaduna, killing 20 worshippers, and abducted 30.", "ASSAULT"),
    ("Rebels attacked Bunia and shelled Goma.", "ASSAULT"),
    ("Xi met Putin on Monday and held talks with Modi.", "CONSULT"),
    ("Israel struck Tyre and Hezbollah responded with an attack on Haifa.", "ASSAULT"),
    ("France expelled two Iranian diplomats after Iran expelled a French envoy.", "SANCTION"),
    ("Xi met Putin in Beijing on Monday after talks with Tokayev.", "CONSULT"),
    ("South Korea fired a missile into the sea after the North's launch.", "MOBILIZE"),
]  # fmt: skip

MEANS = [
    ("Nine people were killed in a bombing attack on a market in Kabul.", "explosives"),
    ("Boko Haram attacked a market in Maiduguri on Sunday.", None),
    ("A suicide bomber killed nine people in Kabul.", "suicide-attack"),
    ("A man blew himself up in a mosque in Peshawar, killing ten.", "suicide-attack"),
]

TYPES = [
    # sentence, type, mode
    ("Ecuador halves tariff on Colombian imports", "CONCEDE", None),
    ("US slashes tariffs on Swiss watches", "CONCEDE", None),
    ("Tariffs on Swiss watches were halved by the US on Monday.", "CONCEDE", None),
    ("The US halves aid to Rwanda", "SANCTION", "discontinue"),
    ("China slashes imports of Australian coal", "SANCTION", "discontinue"),
    ("China doubles tariffs on Canadian canola", "SANCTION", "discontinue"),
    ("The African Union suspended Gabon from all its activities.", "SANCTION", "expel"),
    ("Sierra Leone was suspended from all activities of the African Union.", "SANCTION", "expel"),
    ("The EU suspended aid to Mali.", "SANCTION", "discontinue"),
    ("Norway suspended Ethiopia from its list of aid partners.", "SANCTION", "discontinue"),
    ("North Korea fired a rocket over Japan for the first time since 2009.", "MOBILIZE", "weapons"),
    ("Iran had fired a projectile over Iraqi territory.", "MOBILIZE", "weapons"),
    ("Hamas fired a rocket over Ashkelon that hit a school.", "ASSAULT", "heavy-weapons"),
    ("The army shot down a missile over Gao.", "ASSAULT", None),
    ("The rebels vowed never to lay down their arms.", "REJECT", "yield"),
    ("The president vowed that he would not let Iran build a bomb.", "REJECT", "yield"),
    ("The rebels vowed to take the capital.", "THREATEN", "violence"),
]

MEASURES = [
    # sentence, type, status
    ("Lithuania said it would expel three Belarusian diplomats.", "SANCTION", "planned"),
    ("Latvia said on Monday that it would expel a Russian diplomat.", "SANCTION", "planned"),
    ("Algeria said it would recall its ambassador from Paris.", "SANCTION", "planned"),
    ("Chad said it would deport 300 Sudanese migrants.", "COERCE", "planned"),
    ("Lithuania said it would expel three diplomats unless Minsk freed the bishop.", "THREATEN", "occurred"),
    ("Iran said it would expel the inspectors if Europe imposed sanctions.", "THREATEN", "occurred"),
    ("Israel said it would strike Lebanon.", "THREATEN", "occurred"),
]  # fmt: skip


SHUT_OUT = [
    # sentence, its word, type that a typer may read in it, what it tells of instead (None: a deed)
    ("Kenya warned that it is ready for any danger.", "warned", "THREATEN", "being ready"),
    ("Kenya said it stood ready to defend itself.", "ready", "THREATEN", "being ready"),
    ("The army said it was prepared to protect the town from Chad.", "said", "THREATEN", "being ready"),
    ("Togo called the allegations a smear by Benin.", "called", "ACCUSE/disapprove", "an answer to a charge"),
    ("Togo called the charges against its mayor a farce.", "called", "ACCUSE/disapprove", None),
    ("Togo called the strike on its port a crime.", "called", "ACCUSE/disapprove", None),
    ("Arrest the saboteurs.", "Arrest", "COERCE/arrest", "what readers are bidden"),
    ("Refrain from arresting any of the herders.", "arresting", "COERCE/arrest", "what readers are bidden"),
    ("Police arrest the saboteurs.", "arrest", "COERCE/arrest", None),
    ("Release of the hostages began.", "Release", "RETREAT/release", None),
    ("Kenya said it stood ready to defend itself.", "ready", "AGREE", "being ready"),
    ("Kenya said it was ready to meet the rebels.", "ready", "AGREE", None),
    ("Kenya is prepared to use all its power.", "prepared", "THREATEN", None),
    ("Kenya is ready to defend itself with all its missiles.", "ready", "THREATEN", None),
    ("Kenya said it stood ready to defend itself and would strike back.", "said", "THREATEN", None),
    ("Kenya vowed revenge while its army was ready for any threat.", "vowed", "THREATEN", None),
    ("He ordered his government on Monday to work with Togo.", "ordered", "REQUEST", "an order at home"),
    ("The king instructed his ministers to meet the envoys.", "instructed", "REQUEST", "an order at home"),
    ("The court ordered the government to free him.", "ordered", "REQUEST", None),
    ("He urged his government to work with Togo.", "urged", "REQUEST", None),
    ("Kenya ordered its rival's envoy to leave.", "ordered", "REQUEST", None),
    ("He was held for a March 21 call to a lawmaker.", "March", "PROTEST", "the month of March"),
    ("Teachers began a march on Dakar.", "march", "PROTEST", None),
    ("Japan will raise the abductions issue in Geneva.", "abductions", "ASSAULT", "the topic of an issue"),
    ("Japan will raise the abductions of 1978 in Geneva.", "abductions", "ASSAULT", None),
    ("The army flew it east in order not to send it over Togo.", "send", "MOBILIZE", "what is to be avoided"),
    ("The army chose not to send it over Togo.", "send", "MOBILIZE", None),
    ("Iran's economy grew despite US sanctions.", "sanctions", "SANCTION", "a penalty in force"),
    ("Iran's economy grew despite new US sanctions.", "sanctions", "SANCTION", None),
    ("Banks left in the face of an embargo.", "embargo", "SANCTION", "a penalty in force"),
    ("Niger thanked Togo for its help.", "help", "AID", "what somebody is thanked for"),
    ("Niger asked Togo for its help.", "help", "AID", None),
    ('"I think they will hold talks," said a senator.', "talks", "CONSULT", "what a speaker expects"),
    ('"I think we will hold talks," said a senator.', "talks", "CONSULT", None),
    ("The mayor warned that a blockade could provoke unrest.", "warned", "THREATEN", "what may come of a thing"),
    ("The mayor warned that he could close the port.", "warned", "THREATEN", None),
    ("Sirens warned residents of a missile.", "warned", "THREATEN", "an alarm"),
    ("Poland urged its citizens to leave Belarus.", "urged", "REQUEST", "advice how to be safe"),
    ("Poland urged its neighbour to leave Belarus.", "urged", "REQUEST", None),
    ("Police held anyone who protests in Minsk.", "protests", "PROTEST", "a rule for anybody"),
    ("Police held miners who protested in Minsk.", "protested", "PROTEST", None),
    ("The army fears the Chadian threat.", "threat", "THREATEN", "a danger that exists"),
    ("The army answered a threat to bomb Lagos.", "threat", "THREATEN", None),
    ("The army bombed rebels threatening the town of Goma.", "threatening", "THREATEN", "where somebody is a danger"),
    ("Lawmakers called the decree illegal and threatening.", "threatening", "THREATEN", "what a thing is like"),
    ("Seoul bought jets to neutralise nuclear threats.", "threats", "THREATEN", "a danger to be met"),
    ("Seoul answered nuclear threats.", "threats", "THREATEN", None),
    ("Kenya shares a border with Uganda.", "shares", "COOPERATE", "what is had in common"),
    ("Kenya shares intelligence with Uganda.", "shares", "COOPERATE", None),
    ("An analyst said talks with Chad would be pointless.", "talks", "CONSULT", "talks called fruitless"),
    ("Any talks would be a waste of time, the king said.", "talks", "CONSULT", "talks called fruitless"),
    ("The talks of Mali and Chad in Lome were useless.", "talks", "CONSULT", None),
    ("Togo accused Benin of driving it to a point of explosion.", "driving", "MOBILIZE", "a way to ruin"),
    ("Togo accused Benin of driving tanks to the border.", "driving", "MOBILIZE", None),
    ("Iran is developing ballistic missiles.", "developing", "MOBILIZE", "arming that goes on"),
    ("Mali defended the boosting of its drone programme.", "boosting", "MOBILIZE", "arming that goes on"),
    ("Mali defended the boosting of its garrison.", "boosting", "MOBILIZE", None),
    ("The envoy is trying to restart the stalled talks.", "talks", "CONSULT", "talks that stand still"),
    ("The UN hopes to revive deadlocked talks on Cyprus.", "talks", "CONSULT", "talks that stand still"),
    ("Cairo voiced concern over the stalled talks.", "talks", "CONSULT", "talks that stand still"),
    ("Iran and Oman will resume stalled talks on Friday.", "talks", "CONSULT", None),
    ("Iran and Oman agreed to resume stalled talks.", "talks", "CONSULT", None),
    ("Envoys met at the stalled talks in Doha.", "talks", "CONSULT", None),
    ("The envoy is trying to restart the talks.", "talks", "CONSULT", None),
    ("A stoppage of the pipeline hit exporters.", "stoppage", "PROTEST/strike", "a machine that stands still"),
    ("A stoppage of bus drivers hit commuters.", "stoppage", "PROTEST/strike", None),
    ("The gunman shot himself in his room.", "shot", "ASSAULT", "what somebody does to himself"),
    ("The gunman shot himself in his room.", "shot", "ASSAULT/explosives", None),
    ("The gunman shot himself and two guards.", "shot", "ASSAULT", None),
    ("Police were sent to a train derailment near Lagos.", "sent", "MOBILIZE/police", "help at an accident"),
    ("Troops were sent to a train derailment near Lagos.", "sent", "MOBILIZE/troops", None),
    ("The king inspected the fleet on Monday.", "inspected", "MOBILIZE", "an inspection"),
    ("The ministry declined to name the ship.", "declined", "REJECT", "silence"),
    ("The ministry declined to sell the ship.", "declined", "REJECT", None),
    ("The firm ignored a request for comment.", "request", "REQUEST", "a question of reporters"),
    ("The envoy was asked to comment on the raid.", "asked", "REQUEST", "a question of reporters"),
    ("The envoy was asked to leave the town.", "asked", "REQUEST", None),
    ("Japan called a cabinet meeting on Monday.", "meeting", "CONSULT", "a sitting of one's own"),
    ("Japan called a joint cabinet meeting on Monday.", "meeting", "CONSULT", None),
    ("Soldiers had gone from house to house in Bria.", "gone", "RETREAT", "a round from one to the next"),
    ("Soldiers had gone from Bria to Bangui.", "gone", "RETREAT", None),
    ("The AU stands for the African Union.", "stands", "SUPPORT", "letters spelt out"),
    ("The AU stands with Mali.", "stands", "SUPPORT", None),
    ("The king sought treatment in Mali.", "sought", "REQUEST", "a doctor who is looked for"),
    ("The rebels sought talks in Mali.", "sought", "REQUEST", None),
    ("Officials suspended the count in Lilongwe.", "suspended", "CONCEDE", "a count that is stopped"),
    ("Officials suspended the strike in Lilongwe.", "suspended", "CONCEDE", None),
    ("Peru has sought closer ties with Japan.", "sought", "REQUEST", "how states would stand"),
    ("Chile is seeking warmer relations with Peru.", "seeking", "REQUEST", "how states would stand"),
    ("Botswana pursued deeper cooperation with Togo.", "pursued", "REQUEST", "how states would stand"),
    ("Chile sought the cooperation of Peru in the search.", "sought", "REQUEST", None),
    ("Chile sought a truce with Peru.", "sought", "REQUEST", None),
    ("The treaty calls for both sides to pull back.", "calls", "REQUEST", "what was agreed"),
    ("The contract calls for ten planes.", "calls", "REQUEST", "what was agreed"),
    ("The senate calls for both sides to pull back.", "calls", "REQUEST", None),
    ("He meant to push the mayor into opening an inquiry.", "inquiry", "ACCUSE", "what somebody is pressed for"),
    ("They tried to push the king into resigning.", "resigning", "RETREAT", "what somebody is pressed for"),
    ("They pushed the king into resigning.", "resigning", "RETREAT", None),
    ("They began to look into the inquiry.", "inquiry", "ACCUSE", None),
    ("The senator called the suicide a stain on the service.", "called", "ACCUSE", "a word for a misfortune"),
    ("The bishop described the loss of the ferry as a disgrace.", "described", "ACCUSE", "a word for a misfortune"),
    ("The group called the bombing a reprisal for the raid.", "called", "ACCUSE", "a word for a misfortune"),
    ("The bishop called the death a murder.", "called", "ACCUSE", None),
    ("The party called the trial a political revenge.", "called", "ACCUSE", None),
    ("The bishop called the bombing a disgrace.", "called", "ACCUSE", None),
    ("Zambia exported 3,000 tonnes of tea to Mali.", "exported", "COOPERATE", "figures of trade"),
    ("Zambia imported salt worth $2 million from Mali.", "imported", "COOPERATE", "figures of trade"),
    ("Zambia exported two jets to Mali.", "exported", "COOPERATE", None),
    ("Zambia handed 3,000 tonnes of tea to Mali.", "handed", "COOPERATE", None),
    ("Rebels threatened to overrun Goma last year.", "threatened", "THREATEN", "how a war goes"),
    ("The militia threatened to overwhelm the garrison.", "threatened", "THREATEN", "how a war goes"),
    ("The fighting threatens to spill over into Chad.", "threatens", "THREATEN", "how a war goes"),
    ("Rebels threatened to shell Goma.", "threatened", "THREATEN", None),
    ("The minister spoke of the increasing threats by Niger.", "threats", "THREATEN", "a danger that exists"),
    ("Mali's growing threats against Niger worry the union.", "threats", "THREATEN", "a danger that exists"),
    ("Mali's threats against Niger worry the union.", "threats", "THREATEN", None),
    ("The embassy is warning that Malians travelling to Chad could be robbed.", "warning", "THREATEN", "an alarm"),
    ("The ministry warned tourists of bombs in Gao.", "warned", "THREATEN", "an alarm"),
    ("Ghana warned against travel to the north of Mali.", "warned", "THREATEN", "an alarm"),
    ("The ministry warned rebels of an assault on Gao.", "warned", "THREATEN", None),
    ("The party wants the hostages issue settled.", "hostages", "ASSAULT", "the topic of an issue"),
    ("The king made solving the kidnappings issue his aim.", "kidnappings", "ASSAULT", "the topic of an issue"),
    ("The king called the kidnappings a crime.", "kidnappings", "ASSAULT", None),
    ("A man was jailed for a call to the mayor.", "call", "CONSULT/phone", "a call that got somebody held"),
    ("He made threatening calls to a senator.", "calls", "CONSULT/phone", "a call that got somebody held"),
    ("The police arrested her over a call to the palace.", "call", "CONSULT/phone", "a call that got somebody held"),
    ("The king thanked him for a call on Monday.", "call", "CONSULT/phone", None),
    ("Hundreds of migrants have camped by the river.", "camped", "PROTEST/demo", "a camp of refugees"),
    ("Asylum seekers are camping in the streets.", "camping", "PROTEST/demo", "a camp of refugees"),
    ("Refugees camped in a park were fed.", "camped", "PROTEST/demo", "a camp of refugees"),
    ("Students camped outside the ministry.", "camped", "PROTEST/demo", None),
]  # fmt: skip
ONLOOKER = "what an onlooker asks for"
ONLOOKERS = [
    # who speaks, whether what he asks for is only his opinion
    ("The professor", True), ("A former envoy", True), ("The minister", False),
]  # fmt: skip


@pytest.mark.parametrize(("text", "types"), NONE_OF)
def test_what_is_only_worded_like_a_deed_is_none(code, text, types):
    assert not types & {m.event for m in code(text)}


@pytest.mark.parametrize(("text", "event"), ALL_THE_SAME)
def test_a_deed_worded_much_like_a_state_is_one(code, text, event):
    assert event in {m.event for m in code(text)}


@pytest.mark.parametrize(("text", "event", "words", "victims"), ONCE)
def test_one_happening_told_twice_in_a_sentence_is_one(code, text, event, words, victims):
    told = [m for m in code(text) if m.event == event]
    assert [m.trigger.text for m in told] == words
    assert len(told[0].recipients) == victims


@pytest.mark.parametrize(("text", "event"), TWICE)
def test_two_deeds_of_one_kind_stay_two(code, text, event):
    assert len([m for m in code(text) if m.event == event]) == 2


@pytest.mark.parametrize(("text", "mode"), MEANS)
def test_a_suicide_attack_is_one_that_words_tell(code, text, mode):
    assert [m.mode for m in code(text) if m.event == "ASSAULT"] == [mode]


@pytest.mark.parametrize(("text", "event", "mode"), TYPES)
def test_the_words_of_a_measure_tell_its_type(code, text, event, mode):
    assert [(m.event, m.mode) for m in code(text)] == [(event, mode)]


@pytest.mark.parametrize(("text", "event", "status"), MEASURES)
def test_a_measure_announced_without_condition_is_planned_and_no_threat(code, text, event, status):
    assert [(m.event, m.status) for m in code(text)] == [(event, status)]


@pytest.mark.parametrize(("text", "word", "kind", "reason"), SHUT_OUT)
def test_what_a_word_that_a_typer_reads_as_a_deed_tells_of(coder, text, word, kind, reason):
    event, _, mode = kind.partition("/")
    trigger = _word(coder, text, word)
    assert why_none(Proposal(trigger, event, mode or None, 0.9)) == reason


@pytest.mark.parametrize(("who", "looks_on"), ONLOOKERS)
def test_an_onlookers_request_is_an_opinion(coder, who, looks_on):
    trigger = _word(coder, f"{who} said that Seoul must answer the missiles.", "must")
    speaker = next(t for t in trigger.sent if t.text == who.split()[-1])
    asked = Proposal(trigger, "REQUEST", None, 0.9, actors=(trigger.doc[: speaker.i + 1],))
    assert (why_none(asked) == ONLOOKER) is looks_on


def test_every_gate_has_a_sentence_here():
    told = {reason for *_, reason in (*SHUT_OUT, *NONE)}
    assert {gate.reason for gate in GATES} | {None} == told | {ONLOOKER, DISASTER, SERMON}


def _word(coder, text, word):
    return next(token for token in coder.stages.analyse(Article(text)).doc if token.text == word)
