"""At whom a deed is aimed where a word beside it tells: the target of a raid, who gets a threat.

'*Togo* is the subject of an inquiry', '*Togo* won praise', 'threatened to sink *Togo*', '*ten
monks* have been killed'. The network may read nobody there, or take him for the doer.
"""

from __future__ import annotations

from collections.abc import Iterator

from spacy.tokens import Span, Token

from dragoman.actors import Cast
from dragoman.analysis.grammar import (
    STATING,
    conjuncts,
    direct_objects,
    is_passive,
    owners,
    prepositional,
    subjects,
    with_conjuncts,
)
from dragoman.events.ontology import BLOWS
from dragoman.events.parties.relations import is_one_of
from dragoman.events.proposal import Proposal

_AGAINST = BLOWS | {"ACCUSE", "THREATEN"}
_TARGETS = frozenset({"target", "subject", "object", "focus", "victim"})
_DENYING = frozenset({"deny", "refute", "dispute"})
_SAID_OF = frozenset({"ACCUSE", "SUPPORT", "THREATEN"})
_GETTING = frozenset("face receive get win draw earn attract enjoy suffer".split())
_HELD = frozenset("detention arrest trial imprisonment sentencing conviction indictment".split())
_THEM = frozenset({"them", "us", "him", "her", "it"})
_SPEAKING = frozenset({"i", "we"})
_SAYING = STATING | {"claim", "report"}


def is_target(phrase: Span, deed: Proposal) -> bool:
    """Whether who is read as the doer is the target: '*Togo* is the subject of an inquiry'."""
    if deed.event not in _AGAINST:
        return False
    return is_one_of(phrase, _told_to_be(deed.trigger)) or _is_hit_himself(phrase, deed.trigger)


def told_as_target(deed: Proposal, cast: Cast) -> tuple[Span, ...]:
    """Who is told to be the target of the deed; for one where nobody is read.

    Of a blow only where somebody is told to strike it: an arrest by nobody is often private.
    """
    trigger, event = deed.trigger, deed.event
    found = [*_told_to_be(trigger)] if event in _AGAINST else []
    found = found or _getting(trigger, event)
    if not found and event == "THREATEN":
        found = [*_threatened(trigger)]
    if not found and event in BLOWS and deed.actors:
        found = [*_held(trigger)] or [*_hit(trigger)]
    return with_conjuncts(one for one in found if cast.is_party(one) or cast.names_nation(one))


def _told_to_be(noun: Token) -> tuple[Token, ...]:
    """The subject of a clause that says that it is the target of what the noun names."""
    node = noun
    while node.dep_ == "pobj" and node.head.lower_ == "of" and node.head.head.pos_ == "NOUN":
        node = node.head.head
    told = node.dep_ == "attr" and node.lemma_.lower() in _TARGETS
    return subjects(node.head) if told else ()


def _is_hit_himself(phrase: Span, noun: Token) -> bool:
    """Whether he says what the blow did to him: '*rebels* said the raid drove *them* out'."""
    verb = noun.head
    if noun.dep_ != "nsubj" or verb.dep_ != "ccomp" or verb.head.lemma_ not in _SAYING:
        return False
    hit = any(one.lower_ in _THEM for one in direct_objects(verb))
    forced = (c for c in verb.rights if c.dep_ == "ccomp" and c.tag_ == "VB")
    hit = hit or any(s.lower_ in _THEM for c in forced for s in c.lefts if s.dep_ == "nsubj")
    return hit and is_one_of(phrase, subjects(verb.head))


def _getting(noun: Token, event: str) -> list[Token]:
    """Who gets words that the noun names, or denies them: '*Togo* won praise from Mali'."""
    verb = noun.head
    if event not in _SAID_OF or noun.dep_ != "dobj" or is_passive(verb):
        return []
    denied = event == "ACCUSE" and verb.lemma_ in _DENYING
    told = subjects(verb) if denied or verb.lemma_ in _GETTING else ()
    return [one for one in told if one.lower_ not in _SPEAKING]


def _threatened(word: Token) -> Iterator[Token]:
    """Whom a threat names: 'threatened to sink *Togo* and crush *Mali*', 'its vow to sink *it*'."""
    after = word.nbor() if word.i + 1 < len(word.doc) else word
    if after.tag_ == "TO" and after.head.tag_ == "VB":  # wherever the parser hangs the verb
        for verb in conjuncts(after.head):
            yield from direct_objects(verb)


def _held(noun: Token) -> Iterator[Token]:
    """Whose trial or arrest it is, by a pronoun: '*his* detention', no '*his* arrest of Lee'."""
    if noun.lemma_.lower() in _HELD and not prepositional(noun, "of"):
        yield from (owner for owner in owners(noun) if owner.tag_ == "PRP$")


def _hit(verb: Token) -> Iterator[Token]:
    """To whom it is told to be done in the passive: '*ten monks* have been killed'."""
    if verb.pos_ == "VERB" and is_passive(verb):
        yield from (c for c in verb.lefts if c.dep_ == "nsubjpass")
