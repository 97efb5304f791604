"""Direct questions: what they ask about, and what they take for granted.

Whether it did, does or will happen is what a yes-no question leaves open: 'Did Chad shell the
port?', 'Is Japan going to send ships?' One that asks why or how takes the deed as done. So does any
question of what it tells in side clauses: 'Did they talk when they met?'
"""

from __future__ import annotations

from spacy.tokens import Span, Token

from dragoman.analysis.grammar import QUESTIONING
from dragoman.status.clauses import is_known, is_presupposed

_ASKING = frozenset(
    "do does did is are was were has have had will would wo ca can could may might shall should "
    "must ai".split()
)
_OPENING = frozenset({"and", "but", "or", "so", "then", "now", "yet"})
_PARTING = frozenset({":", ";", "—", "–", "“", '"', "‘", "(", "...", "…"})
_ASIDE = frozenset({"advcl", "relcl", "appos", "poss"})


def asked(trigger: Token) -> Token | None:
    """The question mark of a question that leaves open what ``trigger`` reports, or None."""
    question = _question_around(trigger)
    if question is None:
        return None
    opening = _inversion(question)
    if opening is None or opening.i > trigger.i or _takes_for_granted(trigger, opening):
        return None
    return question[-1]


def _question_around(trigger: Token) -> Span | None:
    """The words from where the question begins, as marks tell, to its question mark."""
    doc, sentence = trigger.doc, trigger.sent
    end = next((t.i for t in doc[trigger.i : sentence.end] if t.text in ("?", "?!", "!?")), None)
    if end is None:
        return None
    marks = (t.i for t in doc[sentence.start : trigger.i] if t.text in _PARTING or t.is_space)
    start = max(marks, default=sentence.start - 1) + 1
    while start < trigger.i and doc[start].lower_ in _OPENING:
        start += 1
    return doc[start : end + 1]


def _inversion(question: Span) -> Token | None:
    """The verb that opens a yes-no question, at its head or after a side clause and a comma."""
    if question[0].lower_ in _ASKING:
        return question[0]
    wh = question[0].tag_ in QUESTIONING
    for comma in question[:-1]:
        opening = comma.nbor()
        if comma.text == "," and opening.lower_ in _ASKING:
            return None if wh and question[0].head == opening.head else opening
    return None


def _takes_for_granted(trigger: Token, opening: Token) -> bool:
    """Whether the question is of something else, and takes as known what ``trigger`` reports."""
    if trigger.pos_ == "NOUN" and is_known(trigger):
        return True
    node = trigger
    while node.head.i != node.i and node.i != opening.i:
        if node.dep_ in _ASIDE or is_presupposed(node):
            return True
        node = node.head
    return False
