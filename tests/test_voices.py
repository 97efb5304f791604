"""Who 'we', 'I' and 'you' are: in interviews, statements and quotations of many paragraphs."""

from __future__ import annotations

import pytest

from tests.parties import told
from tests.readings import Reading, coded_as

MINISTER = ("Lena Horvat", "HRV", "GOV")
ASKED = "Foreign Minister Lena Horvat of Croatia spoke to our reporter in Zagreb last week.\n\n"
QUESTION = "Q: Serbia has closed the bridge. Why?\n\n"


def doers(coder, text: str, word: str, event: str, who: str = "We") -> set:
    """Who does what the word tells of, where the network reads the pronoun."""
    (mention, *_) = coded_as(coder, text, Reading(word, event, actors=(who,))) or [None]
    return told(mention) if mention else set()


@pytest.mark.parametrize(
    "text",
    [
        ASKED + QUESTION + "A: We urged Serbia to open it.",
        ASKED + "Question: Why?\n\nAnswer: It is a pity. We urged Serbia to open it.",
        ASKED + QUESTION + "A: It is shut.\n\nWe urged Serbia to open it.",
        "An interview with Foreign Minister Lena Horvat of Croatia\n\n" + QUESTION
        + "A: We urged Serbia to open it.",
        "Foreign Minister Lena Horvat of Croatia is busy.\n\nQ: Ms Horvat, why is it shut?\n\n"
        "A: We urged Serbia to open it.",
    ],
)  # fmt: skip
def test_who_answers_in_an_interview(coder, text):
    assert doers(coder, text, "urged", "REQUEST") == {MINISTER}


def test_who_asks_in_an_interview_is_nobody(coder):
    text = ASKED + "Q: We urged you to come. Why not?\n\nA: It was late."
    assert not doers(coder, text, "urged", "REQUEST")


def test_you_is_who_is_asked(coder):
    accused = Reading("accused", "ACCUSE", "allege", ("Serbia",), ("you",))
    (mention,) = coded_as(coder, ASKED + "Q: Serbia accused you of lying.\n\nA: No.", accused)
    assert told(mention, "recipients") == {MINISTER}
    (mention,) = coded_as(coder, ASKED + "Q: Why?\n\nA: Serbia accused you of lying.", accused)
    assert not mention.recipients
    (mention,) = coded_as(coder, "Serbia accused you of lying, Lena Horvat said.", accused)
    assert not mention.recipients


@pytest.mark.parametrize(
    ("text", "who"),
    [
        ("The Foreign Ministry of Peru issued the following statement on Friday:\n\nWe urged Chile "
         "to leave.", ("Ministry", "PER")),
        ("In reply to a question the spokesman of the Foreign Ministry of Peru said the following."
         "\n\nOn Chile: it is time.\n\nWe urged Chile to leave.", ("spokesman", "PER")),
        ("Statement by the Foreign Ministry of Peru\n\nLima, 3 May\n\nWe urged Chile to leave.",
         ("Ministry", "PER")),
        ("Ministry of External Affairs: Press release\n\nWe urged Chile to leave.",
         ("Ministry", "IND")),
    ],
)  # fmt: skip
def test_who_issued_a_statement(coder, text, who):
    ((name, country, _),) = doers(coder, text, "urged", "REQUEST")
    assert who[0] in name
    assert country == who[1]


@pytest.mark.parametrize(
    "text",
    [
        # the outlet's own word
        "The Foreign Ministry of Peru spoke on Friday.\n\nWe urged Chile to leave.",
        "The minister's statement by the lake was short.\n\nWe urged Chile to leave.",
        "The following is known of Peru.\n\nWe urged Chile to leave.",
    ],
)
def test_no_statement(coder, text):
    assert not doers(coder, text, "urged", "REQUEST")


@pytest.mark.parametrize("closed", ['"', ""])
def test_a_quotation_below_who_says_it(coder, closed):
    """Each paragraph of a long quotation opens it anew, and the last alone closes it."""
    text = (
        f'Foreign Minister Lena Horvat of Croatia said:\n\n"It is late.{closed}\n\n'
        '"We urged Serbia to open it."'
    )
    assert doers(coder, text, "urged", "REQUEST") == {MINISTER}
    text = text.replace('\n\n"We', "\n\nThe bridge is shut. We")
    assert MINISTER not in doers(coder, text, "urged", "REQUEST")


def test_what_a_speaker_turns_to_is_not_who_speaks(coder):
    start = "The Foreign Ministry of Peru issued the following statement:\n\n"
    text = start + "On the claims of the Chilean army: We reject them."
    assert doers(coder, text, "reject", "REJECT", "Chilean army") != {("Chilean army", "CHL", "MIL")}
    text = start + "On the claims the Chilean army keeps silent."
    assert {land for _, land, _ in doers(coder, text, "keeps", "REJECT", "Chilean army")} == {"CHL"}


def test_who_speaks_does_it_and_not_who_says_so(coder):
    accused = Reading("arrested", "COERCE", "arrest", ("opposition",), ("two judges",))
    text = ASKED + "Q: The opposition says you arrested two judges.\n\nA: No."
    (mention,) = coded_as(coder, text, accused)
    assert told(mention) == {MINISTER}
    shelled = Reading("shelled", "ASSAULT", None, ("Serbia",), ("its post",))
    (mention,) = coded_as(coder, ASKED + QUESTION + "A: Serbia says we shelled its post.", shelled)
    assert told(mention) == {MINISTER}
