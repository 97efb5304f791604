"""Words that only name a thing: a topic, a penalty in force, help that somebody is thanked for.

'The abductions *issue*', 'grew despite US *sanctions*', 'thanked Mali for its *help*', 'in order
*not to* fire it over Mali'.
"""

from __future__ import annotations

from itertools import islice

from spacy.tokens import Token

from dragoman.analysis.grammar import (
    COMPOUNDS,
    NOUN_SUBJECTS,
    ON_NOUN,
    is_negated,
    owners,
    prepositional,
    word_before,
)
from dragoman.events.nondeeds.words import is_a

_TOPICS = frozenset({"issue", "question"})
_STANDING = frozenset({"despite", "under", "amid", "amidst", "through"})
_AROUND = frozenset("because spite face violation defiance breach regardless".split())
_NEWLY = frozenset("new fresh latest further additional more tough tighter sweeping round".split())
_HELPING = frozenset({"in", "with", "during"})


def is_month(word: Token) -> bool:
    """Whether it is the month: 'for a *March* 21 call', 'on 3 March'."""
    if word.text != "March":
        return False
    beside = word.doc[max(word.sent.start, word.i - 1) : min(word.sent.end, word.i + 2)]
    return word.ent_type_ == "DATE" or any(t.like_num and t.text[:1].isdigit() for t in beside)


def is_topic(noun: Token) -> bool:
    """Whether it only tells what an issue is about: 'the *abductions* issue'.

    Which the parser may take for a verb where the noun before it is a plural.
    """
    over = noun.head if noun.dep_ in COMPOUNDS else None
    if noun.tag_ == "NNS" and noun.i + 1 < noun.sent.end:
        over = noun.nbor()
    return over is not None and over.lemma_.lower() in _TOPICS


def spells_out(verb: Token) -> bool:
    """Whether letters are spelt out: 'the AU *stands* for African Union'."""
    letters = any(c.dep_ in NOUN_SUBJECTS and c.is_upper for c in verb.lefts)
    name = any(o.pos_ == "PROPN" for o in prepositional(verb, "for"))
    return letters and name and verb.lemma_ == "stand"


def is_avoided(verb: Token) -> bool:
    """Whether it is what something is done not to do: 'in order *not to* hit', 'so as *not to*'."""
    if verb.tag_ != "VB" or is_negated(verb) is None:
        return False
    before = verb.doc[max(verb.sent.start, verb.i - 4) : verb.i].text.lower()
    return "order not to" in before or "so as not to" in before


def is_penalty_in_force(noun: Token) -> bool:
    """Whether a penalty is one in force that is only named: 'grew *despite* US sanctions'.

    Not where it is told as new, or who imposed it when.
    """
    if noun.pos_ != "NOUN" or not is_a(noun, "penalty") or noun.dep_ != "pobj":
        return False
    if any(c.lower_ in _NEWLY or c.ent_type_ in ("DATE", "ORDINAL") for c in noun.subtree):
        return False
    if any(c.dep_ in ON_NOUN for c in noun.children):
        return False
    over = noun.head
    if over.lower_ not in ("of", "in", "because"):
        return over.lower_ in _STANDING
    hinge = over.head if over.lower_ == "of" else over  # 'because of', 'in the face of'
    return not _AROUND.isdisjoint((over.lower_, hinge.lower_, word_before(over)))


def is_thanked_for(noun: Token) -> bool:
    """Whether help is only what somebody is thanked for: 'thanked Mali for *its help*'.

    Nor is what the help was in: 'for its help in *the rescue*'. Help of which an amount is told is
    a deed of its own.
    """
    if noun.dep_ == "pobj" and noun.head.lower_ in _HELPING and is_a(noun.head.head, "help"):
        noun = noun.head.head
    over = noun.head
    if not is_a(noun, "help") or noun.dep_ != "pobj" or over.lower_ != "for":
        return False
    whose = owners(noun) or any(c.lower_ == "the" for c in noun.lefts)
    if not whose or any(t.like_num or t.is_currency for t in noun.subtree):
        return False
    return any(is_a(t, "thank") for t in islice(over.ancestors, 3))
