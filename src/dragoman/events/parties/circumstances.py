"""Parties that only a deed's circumstances name: the rule that it breaks, what it rests on, why.

'Fired missiles in breach of the *UN's* resolutions', 'will strike back based on our alliance with
*France*', 'will never disarm, since that is to counter *Chad*', 'ordered the army to work with
*Togo*', 'a trip that focuses on *Iran's* missiles'. The network gives such a deed to whoever is
named last in its sentence.
"""

from __future__ import annotations

from collections.abc import Iterator

from spacy.tokens import Span, Token

from dragoman.analysis.grammar import BEFORE_NOUN, is_ones_own
from dragoman.events.nondeeds.words import is_a
from dragoman.events.proposal import Proposal

_RULES = frozenset(
    "resolution law agreement sanction embargo treaty ceasefire truce convention accord pact "
    "charter deal protocol ban norm rule memorandum".split()
)
_BREACHES = frozenset("violation breach defiance contravention disregard".split())
_BREAKING = frozenset("flout violate breach defy contravene".split())
# Deeds that may be done against a rule; whom one votes, marches or speaks against is another thing.
_DONE_AGAINST_RULES = frozenset({"AID", "ASSAULT", "COERCE", "COOPERATE", "MOBILIZE"})
_ALLIANCES = frozenset("alliance partnership friendship treaty pact coalition".split())
_BY_MEANS = frozenset({"through", "under", "via"})
_ON = frozenset({"on", "upon", "of"})
_RESTING = frozenset("base rest rely build ground found basis strength back ground".split())
_WITH_ALLIES = frozenset({"ACCUSE", "REJECT", "THREATEN"})
_BECAUSE = frozenset({"because", "due", "owing"})
_COUNTERING = frozenset("counter deter offset repel resist withstand".split())
_ABOUT = frozenset("focus centre center concentrate touch dwell".split())
_WITHIN_PHRASE = BEFORE_NOUN | {"conj", "pobj", "prep"}
_DEEP = 10  # words from a name up to what it hangs on


def is_circumstance(phrase: Span, deed: Proposal) -> bool:
    """Whether who is read as whom it is done to is named by a circumstance of the deed alone."""
    trigger, event = deed.trigger, deed.event
    if breaks_its_rule(phrase, deed):
        return True
    if event in _WITH_ALLIES and _is_of_alliance(phrase, trigger):
        return True
    if event == "REJECT" and _is_of_reason(phrase, trigger):
        return True
    if event == "CONSULT" and _is_of_topic(phrase, trigger):
        return True
    return event == "REQUEST" and _is_to_work_with(phrase, trigger)


def breaks_its_rule(phrase: Span, deed: Proposal) -> bool:
    """Whether it is, or made, the rule that is broken: 'in defiance of the *UN* embargo'.

    Where the breach itself is the deed ('Kenya flouted its pact with *Togo*'), it is a party.
    """
    trigger = deed.trigger
    for noun in _of_one_phrase(phrase.root, trigger):
        if noun.lemma_.lower() not in _RULES:
            continue
        above = noun.head
        if noun.dep_ == "dobj":
            broken = above.lemma_ in _BREAKING and above.tag_ == "VBG" and above != trigger
            return broken and above.dep_ in ("acl", "advcl")
        if noun.dep_ == "pobj" and above.lower_ == "against":
            return deed.event in _DONE_AGAINST_RULES
        if noun.dep_ == "pobj" and above.lower_ == "of":
            breach = above.head
            return breach != trigger and (
                breach.lemma_.lower() in _BREACHES and breach.head.lower_ == "in"
            )
    return False


def _is_of_alliance(phrase: Span, trigger: Token) -> bool:
    """Whether it is the ally by whose help it is done: 'through our alliance with *France*'."""
    for noun in _of_one_phrase(phrase.root, trigger):
        if noun.lemma_.lower() not in _ALLIANCES or noun.dep_ != "pobj":
            continue
        link = noun.head
        if link.lower_ == "with":
            return is_ones_own(noun)
        resting = {link.lower_, link.head.lemma_.lower()} & _RESTING
        return link.lower_ in _BY_MEANS or (link.lower_ in _ON and bool(resting))
    return False


def _is_of_reason(phrase: Span, trigger: Token) -> bool:
    """Whether it is named only in why somebody refuses: 'because of threats from *Chad*'."""
    for noun in _of_one_phrase(phrase.root, trigger):
        link = noun.head
        if noun.dep_ in ("pobj", "pcomp") and {link.lower_, link.head.lower_} & _BECAUSE:
            return True
        if link.lemma_ == "cite" and link.tag_ == "VBG" and link != trigger:
            return True
        countered = noun.dep_ == "dobj" and link.lemma_ in _COUNTERING
        if countered and link.tag_ == "VB" and trigger not in (link, link.head):
            return True
    return False


def _is_of_topic(phrase: Span, trigger: Token) -> bool:
    """Whether it is named in what a trip or talks are about: 'that focus on *Chad's* missiles'."""
    for noun in _of_one_phrase(phrase.root, trigger):
        link, about = noun.head, noun.head.head
        if noun.dep_ == "pobj" and link.lower_ in _ON and about.lemma_ in _ABOUT:
            return about != trigger and trigger.is_ancestor(about)
    return False


def _is_to_work_with(phrase: Span, trigger: Token) -> bool:
    """Whether it is whom those who are ordered are to work with: 'ordered him to meet *Togo*'."""
    if not is_a(trigger, "order") or trigger.pos_ != "VERB":
        return False
    for noun in _of_one_phrase(phrase.root, trigger):
        link = noun.head
        if noun.dep_ == "pobj" and link.lower_ == "with":
            return link.head.dep_ == "xcomp" and link.head.head == trigger
    return False


def _of_one_phrase(noun: Token, trigger: Token) -> Iterator[Token]:
    """The noun and those in whose phrase it stands, the nearest first, none above the trigger."""
    for _ in range(_DEEP):
        if noun == trigger:
            return
        yield noun
        if noun.dep_ not in _WITHIN_PHRASE or noun.head.i == noun.i:
            return
        noun = noun.head
