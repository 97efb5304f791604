"""What is no public affair, a figure of speech, or only said or wanted: tables of sentences."""

from __future__ import annotations

import pytest

from dragoman import Article
from dragoman.events.nondeeds import why_none
from dragoman.events.proposal import Proposal

NONE = [
    # sentence, its word, type that a typer may read in it, what it tells of instead (None: a deed)
    # figures of speech
    ("Thai durian lays siege to the Chinese market.", "siege", "COERCE", "goods that win a market"),
    ("Electric cars storm the European car market.", "storm", "ASSAULT", "goods that win a market"),
    ("Rebels stormed the Nigerian market on Monday.", "stormed", "ASSAULT", None),
    ("Rebels lay siege to the market town of Gao.", "siege", "COERCE", None),
    ("The pipeline would free Mali from the blackmail of its suppliers.", "free", "RETREAT", "a burden that is lifted"),
    ("The port frees Chad of its dependence on Togo.", "frees", "RETREAT", "a burden that is lifted"),
    ("The army freed 40 women from a camp.", "freed", "RETREAT", None),
    ("A peace summit of sorts is planned with both families.", "summit", "CONSULT", "what is only likened to it"),
    ("A summit of African leaders is planned.", "summit", "CONSULT", None),
    ("Mali has to pay the loan back by May.", "pay", "AID", "a loan paid back"),
    ("Mali will repay the loan to China.", "repay", "AID", "a loan paid back"),
    ("Mali will pay the refugees 500 dollars.", "pay", "AID", None),
    # sport, feasts, brawls
    ("The federation was fined $5,000 for the behaviour of its fans.", "fined", "SANCTION", "a penalty of sport"),
    ("The club was banned from its stadium for two matches.", "banned", "COERCE", "a penalty of sport"),
    ("A court fined the club over a fan's death.", "fined", "SANCTION", None),
    ("The police banned the club's players from the stadium.", "banned", "COERCE", None),
    ("The federation of unions was fined $5,000.", "fined", "SANCTION", None),
    ("Dutch farmers boycott flower gala", "boycott", "PROTEST", "a feast that is shunned"),
    ("Growers walked out of the wine gala.", "walked", "PROTEST", "a feast that is shunned"),
    ("Actors boycott awards over Gaza", "boycott", "PROTEST", None),
    ("Farmers boycotted the minister's gala.", "boycotted", "PROTEST", None),
    ("Dutch farmers boycott talks", "boycott", "PROTEST", None),
    ("Man jailed over pub brawl in Leeds", "jailed", "SANCTION", "a brawl"),
    ("A court jailed a man for a fight in a nightclub.", "jailed", "SANCTION", "a brawl"),
    ("Man jailed for killing a policeman in a pub brawl", "jailed", "SANCTION", None),
    ("A drone hit a bar near Gao amid fighting.", "hit", "ASSAULT", None),
    ("Man jailed over plot in Leeds", "jailed", "SANCTION", None),
    # what is only said, wanted or due
    ("The minister insisted that Mali received no money.", "insisted", "REQUEST", "a claim"),
    ("The minister insists that Mali has paid.", "insists", "REQUEST", "a claim"),
    ("The minister insisted that Mali free the men.", "insisted", "REQUEST", None),
    ("The minister insisted that Mali must leave.", "insisted", "REQUEST", None),
    ("The minister insists that Hamas disarms.", "insists", "REQUEST", None),
    ("The minister insisted on a withdrawal.", "insisted", "REQUEST", None),
    ("The premier called a snap election for May.", "called", "ACCUSE", "a vote that is called"),
    ("Mali calls early vote", "calls", "ACCUSE", "a vote that is called"),
    ("The opposition called the snap election a farce.", "called", "ACCUSE", None),
    ("The minister thanked the union for its patience.", "thanked", "SUPPORT", "courtesy"),
    ("The minister thanked the union for its patience and support.", "thanked", "SUPPORT", None),
    ("The minister thanked Mali for its help.", "thanked", "SUPPORT", None),
    ("Prosecutors want the mayor jailed for 12 years.", "jailed", "SANCTION", "what somebody wants"),
    ("The mayor, whom prosecutors want sentenced to death, wept.", "sentenced", "SANCTION", "what somebody wants"),
    ("A judge had the mayor jailed for 12 years.", "jailed", "SANCTION", None),
    ("The power to remove a mayor lies with the people, he said.", "remove", "SANCTION", "whose right it is"),
    ("The decision to remove the mayor angered the people.", "remove", "SANCTION", None),
    ("Senators voted to keep their veto over the charter.", "veto", "REJECT", "the right of veto"),
    ("Senators wielded their veto.", "veto", "REJECT", None),
    ("Residents marched over an eviction order.", "eviction", "COERCE", "what an order is of"),
    ("Residents marched over the eviction of 40 families.", "eviction", "COERCE", None),
    ("Three men with convictions for theft left.", "convictions", "SANCTION", "what people have done before"),
    ("Togo welcomed the convictions of three men.", "convictions", "SANCTION", None),
    ("He said at a meeting of judges that all would be well.", "meeting", "CONSULT", "where somebody speaks"),
    ("He spoke at a meeting of African ministers.", "meeting", "CONSULT", None),
    ("He told a meeting of ASEAN officials that all would be well.", "meeting", "CONSULT", None),
    ("He attended a meeting of judges.", "meeting", "CONSULT", None),
]  # fmt: skip
DISASTER, SERMON = "a disaster", "a sermon"
EMERGENCIES = [
    ("Fiji declared a state of emergency as Cyclone Ana neared.", False),
    ("Chile declared an emergency over forest fires.", False),
    ("Peru declared an emergency after protests over the flood.", True),
    ("Peru declared an emergency on Monday.", True),
    ("The cyclone killed 40.\nFloods cut roads.\nThe president declared an emergency.", False),
    ("The cyclone killed 40.\nFloods cut roads.\nRebels came.\nHe declared an emergency.", True),
    ("Rebels came.\nA quake struck the coast.\nHe declared an emergency.", False),
    ("Rain fell after the riot and the flood.\nHe declared an emergency.", True),
]


@pytest.mark.parametrize(("text", "word", "event", "reason"), NONE)
def test_what_only_sounds_like_a_deed_is_none(coder, text, word, event, reason):
    assert why_none(Proposal(_word(coder, text, word), event, None, 0.9)) == reason


@pytest.mark.parametrize(("text", "martial"), EMERGENCIES)
def test_an_emergency_after_a_disaster_is_no_martial_law(coder, text, martial):
    trigger = _word(coder, text, "emergency")
    told = why_none(Proposal(trigger, "COERCE", "martial-law", 0.9))
    assert told == (None if martial else DISASTER)


def _word(coder, text, word):
    return next(token for token in coder.stages.analyse(Article(text)).doc if token.text == word)


@pytest.mark.parametrize(
    ("text", "asks"),
    [
        ("Pope Leo urged young Catholics to put away their phones.", False),
        ("Archbishop Kofi Mensah called on Christians to be patient at Easter.", False),
        ("The pope appealed to the faithful on Sunday to disarm their words.", False),
        ("The imam of the mosque asked the faithful to feed the poor.", False),
        ("The imam urged worshippers to march on the ministry.", True),
        ("The archbishop called on Catholics to vote against the junta.", True),
        ("The cardinal urged the president to resign.", True),
        ("Rebels urged Christians to leave the town.", True),
    ],
)
def test_a_sermon_asks_nothing_of_a_party(code, text, asks):
    assert [m.event for m in code(text)] == ["REQUEST"] * asks
