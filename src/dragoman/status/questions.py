"""Direct questions: what they ask about, and what they take for granted.

Whether it did, does or will happen is what a yes-no question leaves open: 'Did Chad shell the
port?', 'Is Japan going to send ships?', 'Xi to visit Oslo?' So does one that asks for the day:
'When will Xi visit Oslo?' One that asks why or how takes the deed as done: 'Why did Chad shell the
port?' So does any question of what it tells in side clauses: 'Did they talk when they met?'
"""

from __future__ import annotations

from spacy.tokens import Span, Token

from dragoman.analysis.grammar import (
    DEFINITE,
    FINITE,
    PREDICATES,
    QUESTIONING,
    auxiliaries,
    is_headline_infinitive,
    is_negated,
)
from dragoman.status.clauses import is_known, is_presupposed

_ASKING = frozenset(
    "do does did is are was were has have had will would wo ca can could may might shall should "
    "must ai".split()
)
_OF_A_DAY = frozenset({"will", "would", "can", "could", "may", "might", "shall", "wo"})
_OPENING = frozenset({"and", "but", "or", "so", "then", "now", "yet"})
_PARTING = frozenset({":", ";", "—", "–", "“", '"', "‘", "(", "...", "…"})
_ASIDE = frozenset({"advcl", "relcl", "appos", "poss"})
_PRESUPPOSING = frozenset({"after", "since", "before", "when", "while", "as"})
_TAKEN_AS_TRUE = frozenset("know learn realise realize regret remember forget".split())


def asked(trigger: Token) -> Token | None:
    """The question mark of a question that leaves open what ``trigger`` reports, or None."""
    question = _question_around(trigger)
    if question is None:
        return None
    if _is_headline(trigger) or _is_bare(trigger, question):
        return question[-1]
    opening = _inversion(question)
    if opening is None or opening.i > trigger.i or _takes_for_granted(trigger, opening):
        return None
    return question[-1]


def presupposed(trigger: Token) -> Token | None:
    """The 'did' of a question that takes the deed as done ('Why *did* Mali arrest her?'), or None.

    What a 'not' bears on it takes as not done.
    """
    question = _question_around(trigger)
    if question is None or trigger.tag_ not in ("VB", "VBP") or is_negated(trigger) is not None:
        return None
    helpers = (helper for helper in auxiliaries(trigger) if helper.lower_ == "did")
    did = next(helpers, None)
    fronted = did is not None and any(t.tag_ in QUESTIONING for t in question if t.i < did.i)
    return did if fronted else None


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
    """The verb that opens a yes-no question, at its head or after a side clause and a comma.

    One that asks when it will be leaves it open as well.
    """
    if question[0].lower_ in _ASKING:
        return question[0]
    if question[0].lower_ == "when" and question[1].lower_ in _OF_A_DAY:
        return question[1]  # nobody has told a day, so that it may never come
    wh = question[0].tag_ in QUESTIONING
    for comma in question[:-1]:
        opening = comma.nbor()
        if comma.text == "," and opening.lower_ in _ASKING:
            return None if wh and question[0].head == opening.head else opening
    return None


def _is_headline(verb: Token) -> bool:
    """Whether the question is a headline with an infinitive: 'Xi to visit Oslo?'."""
    alone = verb.head.i == verb.i and verb.tag_ == "VB"
    to = any(c.dep_ == "aux" and c.lower_ == "to" for c in verb.children)
    return is_headline_infinitive(verb) or (alone and to)


def _is_bare(trigger: Token, question: Span) -> bool:
    """Whether the question is a headline without a verb of asking: 'Doctor arrested?', 'New coup?'.

    It asks for whom or why with a word of its own ('Why the raid?'), and a tag asks for assent:
    'They fled, right?'.
    """
    if trigger.dep_ in ("conj", *_ASIDE):
        return False
    if any(t.tag_ in QUESTIONING or t.text == "," for t in question):
        return False
    others = (t for t in question if t != trigger and t.dep_ not in ("aux", "auxpass"))
    if any(t.tag_ in FINITE | {"MD"} for t in others):
        return False
    if trigger.pos_ == "NOUN":
        alone = trigger.tag_ in ("NN", "NNS") and trigger.dep_ != "pobj"
        known = any(c.dep_ == "poss" or c.lower_ in DEFINITE for c in trigger.lefts)
        return alone and trigger.head.pos_ not in PREDICATES and not known
    return trigger.tag_ in ("VBD", "VBN")


def _takes_for_granted(trigger: Token, opening: Token) -> bool:
    """Whether the question is of something else, and takes as known what ``trigger`` reports."""
    if trigger.pos_ == "NOUN" and is_known(trigger):
        return True
    node = trigger
    while True:
        head = node.head
        if _is_dated_by(node, opening):
            return True
        if head.i == node.i or node.i == opening.i:
            return False
        reduced = node.dep_ == "acl" and node.tag_ == "VBN" and head.head.i != opening.i
        aside = node.dep_ in _ASIDE or reduced or is_presupposed(node)
        if aside or head.lemma_ in _TAKEN_AS_TRUE:
            return True
        node = head


def _is_dated_by(clause: Token, opening: Token) -> bool:
    """Whether the clause only tells when: 'after they bombed it', 'after bombing it'.

    The 'when' of the question itself, before the verb that opens it, tells nothing.
    """
    fronted = (c for c in clause.children if c.dep_ in ("mark", "advmod") and c.i < clause.i)
    marks = (c.lower_ for c in fronted if c.i != opening.i - 1)
    before = clause.head.lower_ if clause.dep_ == "pcomp" else ""
    return not _PRESUPPOSING.isdisjoint({*marks, before})
