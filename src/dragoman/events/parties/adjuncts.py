"""Parties of what stands round a deed's noun: whose base it was at, whose reply it met.

'A drill at a *U.S. Air Force* base', 'the launch came as *Chad and Mali* held exercises', "*Chad's*
visit and a pause in shelling". The network gives the deed to the nearest of them; of '*Mali*
closed its border before talks with Chad' it names the other side alone.
"""

from __future__ import annotations

from collections.abc import Sequence

from spacy.tokens import Span, Token

from dragoman.actors import Cast
from dragoman.analysis.grammar import (
    ANSWERS,
    BEFORE_NOUN,
    NOUN_SUBJECTS,
    NOUNS,
    PREDICATES,
    WHERE,
    as_spans,
    conjuncts,
    direct_objects,
    first_conjunct,
    is_ones_own,
    is_passive,
    modifiers,
    owners,
    prepositional,
    subjects,
    with_conjuncts,
)
from dragoman.events.parties.doers import CARRYING_OUT
from dragoman.events.proposal import Proposal
from dragoman.mention import Entity

# Deeds that may be done to whose ground it is: 'an attack at the US consulate'.
_ON_ITS_GROUND = frozenset({"ASSAULT", "COERCE", "PROTEST", "THREATEN"})
_SHOWN = frozenset({"COOPERATE", "MOBILIZE"})
_GROUNDS = frozenset(
    "base airbase camp airfield barracks station port harbour harbor range ground garrison "
    "headquarters ministry building depot arsenal facility site mission embassy consulate".split()
)
_JUDGING = frozenset("determine assess estimate conclude believe judge think suspect".split())
_COMING = frozenset("come happen occur follow coincide take".split())
_MEANWHILE = frozenset({"as", "while", "when", "after", "before"})
# What several hold together, while another deed is done.
_HELD = frozenset(
    "drill exercise manoeuvre maneuver game talk negotiation summit meeting session consultation "
    "election parade".split()
)
_COUNTERING = frozenset({"counter", "offset", "match", "answer", "oppose", "protest"})
_WORDS = frozenset({"statement", "comment", "remark"})
_TELLING = ANSWERS | _WORDS | {"condemnation", "criticism", "protest"}
_CALLING = frozenset("call see view regard consider brand label describe".split())
_TRIPS = frozenset({"visit", "trip", "tour", "stay"})
_AROUND = frozenset({"before", "after", "during", "following"})
_TALKING = ((), ("GOV",), ("REB",), ("PTY",))
NAMED = frozenset({"ORG", "GPE", "NORP", "PERSON"})
"""Labels of names of those who act."""
_SPYING = frozenset({"spy", "spying", "espionage"})


def stands_beside(phrase: Span, deed: Proposal) -> bool:
    """Whether who is read as the doer only stands round the deed."""
    trigger = deed.trigger
    if _is_of_ground(phrase, deed):
        return True
    if deed.event in _SHOWN and _is_countered(phrase, trigger):
        return True
    if trigger.pos_ not in NOUNS:
        return False
    return (
        _owns_what_comes_before(phrase, trigger)
        or _replies(phrase, trigger)
        or _judges(phrase, trigger)
        or _calls_it(phrase, trigger)
        or _meets_meanwhile(phrase, trigger)
        or (trigger.lemma_ in _TRIPS and _is_only_quoted(phrase, trigger))
    )


def is_aside(phrase: Span, deed: Proposal) -> bool:
    """Whether who is read as whom it is done to only stands round the deed."""
    if _is_of_ground(phrase, deed) or _is_spied_for(phrase, deed.trigger):
        return True
    owned = _outermost_of_row(phrase.root) != phrase.root  # not in 'to counter *Mali*'
    return owned and deed.event in _SHOWN and _is_countered(phrase, deed.trigger)


def _is_spied_for(phrase: Span, trigger: Token) -> bool:
    """Whether somebody spies for it, and not on it: 'charged with spying for *Chad and Mali*'."""
    hinge = first_conjunct(phrase.root).head
    behalf = hinge.lower_ == "of" and hinge.head.lower_ == "behalf"
    hinge = hinge.head.head if behalf else hinge
    told = trigger.lemma_.lower() in _SPYING and hinge.head == trigger
    return told and (behalf or hinge.lower_ == "for")


def told_by_taking_part(trigger: Token) -> list[Span]:
    """Who is told to take part in what the trigger names: '*soldiers* took part in a drill'."""
    within = trigger.head
    if trigger.dep_ != "pobj" or within.lower_ != "in":
        return []
    verb = within.head.head if within.head.lemma_ == "part" else within.head
    part = verb.lemma_ == "take" and any(c.lemma_ == "part" for c in verb.rights)
    if not part and verb.lemma_ != "participate":
        return []
    return list(with_conjuncts(s for s in subjects(verb) if s.pos_ in NOUNS))


def carried_out_by(trigger: Token, found: list[Span], cast: Cast) -> list[Span]:
    """The doers, or who is told to carry the deed out where none of them is of that clause.

    "Mali's answer to the test that *Chad conducted*". Whom a pronoun means, the network tells.
    """
    verb = trigger.head
    if not found or trigger.dep_ != "dobj" or verb.lemma_ not in CARRYING_OUT or is_passive(verb):
        return found
    own = [s for s in subjects(verb) if s.pos_ in NOUNS and cast.is_party(s)]
    if not own or any(_is_in(phrase.root, own) for phrase in found):
        return found
    return list(with_conjuncts(own))


def who_meets(talks: Token, cast: Cast) -> tuple[Span, ...]:
    """Whose talks with somebody are that a clause of his deed tells before or after it.

    Empty where the talks are called another's, and where he is nobody who holds any: a protester.
    """
    link = talks.head
    if talks.dep_ != "pobj" or not (is_ahead_of(link) or link.lower_ in _AROUND):
        return ()
    if not prepositional(talks, "with") or _has_owner(talks):
        return ()
    verb = next((v for v in talks.ancestors if v.pos_ in PREDICATES and v != link), None)
    if verb is None or is_passive(verb):
        return ()
    told = (s for s in subjects(verb) if cast.is_party(s) and _holds_talks(cast.resolve(s)))
    return as_spans(told)


def _has_owner(talks: Token) -> bool:
    """Whether it is told whose the talks are, not with a pronoun for the one spoken of."""
    own = (w for w in (*modifiers(talks), *owners(talks)) if w.tag_ != "PRP$")
    return any(word.ent_type_ in NAMED or word.dep_ == "poss" for word in own)


def _holds_talks(parties: Sequence[Entity]) -> bool:
    return bool(parties) and all(p.sectors[:1] in _TALKING for p in parties)


def _is_countered(phrase: Span, trigger: Token) -> bool:
    """Whether it, or what it does, is what the deed is to counter: 'to counter *US* drills'."""
    owned = _outermost_of_row(phrase.root)
    if owned == trigger or owned.is_ancestor(trigger):
        return False
    return owned.dep_ == "dobj" and owned.head.lemma_ in _COUNTERING and owned.head != trigger


def _is_of_ground(phrase: Span, deed: Proposal) -> bool:
    """Whether it tells whose ground the deed is done at: 'at a *U.S. Army* base'.

    Who is visited or attacked there, or has police sent there, is no mere host.
    """
    sent = deed.event == "MOBILIZE" and deed.trigger.pos_ not in NOUNS
    if deed.event in _ON_ITS_GROUND or deed.mode == "visit" or sent:
        return False
    noun = _outermost_of_row(phrase.root)
    words = (noun, *modifiers(noun)) if noun.pos_ == "PROPN" else (noun,)  # 'Camp Lemonnier'
    named = any(word.lemma_.lower() in _GROUNDS for word in words)
    return named and noun.dep_ == "pobj" and noun.head.lower_ in WHERE


def _owns_what_comes_before(phrase: Span, trigger: Token) -> bool:
    """Whether it owns the first of two things, of which the second has an article of its own.

    "*Chad's* visit and a pause in shelling".
    """
    owned, other = phrase.root.head, trigger
    if phrase.root.dep_ != "poss" or owned == trigger:
        return False
    while other.dep_ != "conj" and other.pos_ not in PREDICATES and other.head.i != other.i:
        other = other.head
    if other.dep_ != "conj" or other.i < owned.i or all(c.dep_ != "det" for c in other.lefts):
        return False
    return other.head == owned or other.head.is_ancestor(owned)


def _replies(phrase: Span, trigger: Token) -> bool:
    """Whether it owns what is said of the deed: "*Chad's* response to the launch".

    Also what the parse has do it: "*Chad's* statement: 'Mali conducted a launch'".
    """
    said = phrase.root.head
    if phrase.root.dep_ not in BEFORE_NOUN or said.lemma_.lower() not in _TELLING:
        return False
    through = trigger.dep_ == "pobj" and trigger.head.head == said
    verb = trigger.head
    worded = trigger.dep_ == "dobj" and said.dep_ == "nsubj" and said.head == verb
    carries = worded and said.lemma_.lower() in _WORDS and verb.lemma_ in CARRYING_OUT
    return carries or (through and not is_ones_own(trigger))


def _calls_it(phrase: Span, trigger: Token) -> bool:
    """Whether it only judges others' deeds of a kind: '*Chad* calls such drills a threat'."""
    verb, kind = trigger.head, any(c.lower_ == "such" for c in trigger.lefts)
    called = trigger.dep_ in ("dobj", "nsubj") and kind and verb.pos_ in PREDICATES
    over = verb if trigger.dep_ == "dobj" else verb.head
    return called and over.lemma_ in _CALLING and _is_in(phrase.root, list(subjects(over)))


def _judges(phrase: Span, trigger: Token) -> bool:
    """Whether it judges what the deed was: '*Chad* determined that the launch was a failure'."""
    clause = trigger.head
    if trigger.dep_ not in NOUN_SUBJECTS or clause.dep_ != "ccomp" or is_ones_own(trigger):
        return False
    verb = clause.head
    return verb.lemma_ in _JUDGING and _is_in(phrase.root, list(subjects(verb)))


def _meets_meanwhile(phrase: Span, trigger: Token) -> bool:
    """Whether it holds talks or drills while the deed is done: 'came as *Chad* held drills'."""
    noun, main = _outermost_of_row(phrase.root), trigger.head
    verb = noun.head
    if trigger.dep_ != "nsubj" or main.lemma_ not in _COMING or noun.dep_ != "nsubj":
        return False
    opens = any(c.dep_ in ("mark", "advmod") and c.lower_ in _MEANWHILE for c in verb.lefts)
    held = any(c.lemma_ in _HELD for c in direct_objects(verb))
    return opens and held and main.is_ancestor(verb) and trigger.lemma_ not in _HELD


def _is_only_quoted(phrase: Span, trigger: Token) -> bool:
    """Whether it is told of by who makes the visit: '*They* agreed, X said during a visit'."""
    clause = _outermost_of_row(phrase.root).head
    verb = clause.head
    quoted = clause.dep_ == "ccomp" and verb.is_ancestor(trigger) and clause != trigger
    return quoted and not clause.is_ancestor(trigger) and bool(subjects(verb))


def _is_in(noun: Token, heads: list[Token]) -> bool:
    """Whether the noun stands in the phrase of one of them, or is coordinated with it."""
    outer = _outermost_of_row(noun)
    return any(outer in conjuncts(first_conjunct(h)) or h.is_ancestor(noun) for h in heads)


def _outermost_of_row(noun: Token) -> Token:
    """The first of the row of phrases in one of which a noun tells whose or which it is."""
    while (noun.dep_ in BEFORE_NOUN or noun.dep_ == "conj") and noun.head.i != noun.i:
        noun = noun.head
    return noun


def is_ahead_of(link: Token) -> bool:
    """Whether it is the 'of' in 'ahead of talks'."""
    return link.lower_ == "of" and link.head.lower_ == "ahead"
