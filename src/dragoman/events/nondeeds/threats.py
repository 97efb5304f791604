"""Threats that nobody utters: a danger that there is, a likeness, being ready, others' deeds.

'The rebel *threat*', 'rebels *threatening* the town', 'called it illegal and *threatening*', 'to
counter nuclear *threats*': they say what there is to fear, not who threatened whom. Nor does he
threaten who tells of others: 'an expert concluded that Mali was out to strangle Chad', 'the
president said that Togo would shoot the missiles down'; nor who says that he is ready to defend
himself.
"""

from __future__ import annotations

from collections.abc import Collection

from spacy.tokens import Token

from dragoman.actors import Cast
from dragoman.analysis.grammar import (
    ARGUMENTS,
    NOUNS,
    PLACE_LABELS,
    PREDICATES,
    PRESENT,
    auxiliaries,
    direct_objects,
    is_passive,
)
from dragoman.events.nondeeds.opinions import AHEAD
from dragoman.events.nondeeds.words import is_a
from dragoman.mention import Entity

_MADE_OF = frozenset({"of", "against", "toward", "towards"})
_UTTERED = frozenset({"death", "bomb", "rape", "verbal", "empty", "explicit", "new", "fresh"})
_THREATENING = frozenset({"threaten", "threat", "vow", "ultimatum", "pledge", "promise", "swear"})
_SCHOLARS = "EDU"
_PRESS = "JRN"
_ACTING = frozenset("students pupils teachers lecturers academics union unions".split())
"""Scholars who threaten for themselves."""
_READY = frozenset({"ready", "prepared", "readiness", "preparedness"})
_SAID = frozenset({"acomp", "ccomp", "oprd", "xcomp"})
_MEANS = frozenset({"with", "by", "using", "through"})


def is_danger(noun: Token) -> bool:
    """Whether a threat is one that exists, and none that somebody made: 'the Russian threat'."""
    if noun.pos_ not in NOUNS or noun.lemma_.lower() != "threat":
        return False
    if any(is_a(c, "growing") for c in noun.lefts):
        return True
    following = noun.doc[noun.i + 1 : noun.i + 2]  # which the parse may tie to another noun
    after = {c.lower_ for c in (*noun.rights, *following) if c.dep_ in ("prep", "dative")}
    said = any(c.dep_ in ("acl", "relcl", "ccomp") for c in noun.rights)
    if said or after & _MADE_OF or any(c.lower_ in _UTTERED for c in noun.lefts):
        return False
    if is_a(noun.head, "utter") and noun.dep_ in ARGUMENTS:
        return False
    several = noun.tag_ in ("NNS", "NNPS")
    met = noun.dep_ == "dobj" and is_a(noun.head, "meet")
    return not several or met or "to" in after or any(c.lower_ == "any" for c in noun.lefts)


def is_peril(verb: Token) -> bool:
    """Whether a clause on somebody says where he is a danger: 'rebels *threatening* the town'.

    To threaten somebody with something, or with a word for what he would do, is an act.
    """
    if verb.lemma_ != "threaten" or verb.dep_ not in ("acl", "relcl", "advcl"):
        return False
    present = verb.tag_ in PRESENT if verb.dep_ == "relcl" else verb.tag_ == "VBG"
    told = any(c.dep_ == "xcomp" or c.lower_ in ("with", "over", "if") for c in verb.rights)
    things = direct_objects(verb)
    if not present or told or not things:
        return False
    if verb.dep_ == "advcl":
        return all(is_a(thing, "good") for thing in things)
    return all(map(_is_place_or_good, things))


def is_course_of_war(verb: Token) -> bool:
    """Whether it only says how near something came: '*threatened* to overrun the town'."""
    near = any(c.dep_ == "xcomp" and is_a(c, "overrun") for c in verb.rights)
    return verb.lemma_ == "threaten" and near


def is_quality(word: Token) -> bool:
    """Whether it says what something is like: 'called it illegal and *threatening*'."""
    whom = any(c.dep_ in ("dobj", "xcomp", "ccomp") for c in word.rights)
    if word.lower_ != "threatening" or whom:
        return False
    beside = (*word.conjuncts, word)
    return word.pos_ == "ADJ" or any(w.pos_ == "ADJ" for w in beside)


def is_faced(noun: Token) -> bool:
    """Whether a threat is only what others are to meet: 'to counter nuclear *threats*'."""
    verb = noun.head
    if noun.lemma_.lower() != "threat" or noun.dep_ != "dobj" or not is_a(verb, "face"):
        return False
    return verb.tag_ in ("VB", "VBG") and all(c.lower_ != "to" for c in noun.rights)


def is_of_another(trigger: Token, actors: Collection[Entity], cast: Cast) -> bool:
    """Whether a threat is what an observer expects, or tells what another state would do.

    An observer is a scholar, or a reporter of no state; state media threaten for their state. Who
    speaks for a state threatens with what that state would do.
    """
    if trigger.lemma_.lower() in _THREATENING or not actors:
        return False
    if all(map(_observes, actors)):
        return True
    if not is_a(trigger, "say"):
        return False
    own = {actor.country for actor in actors}
    clauses = [c for c in trigger.children if c.dep_ == "ccomp"]
    return bool(clauses) and all(_is_deed_of_others(c, own, cast) for c in clauses)


def _is_place_or_good(thing: Token) -> bool:
    return thing.ent_type_ in PLACE_LABELS or is_a(thing, "town", "good")


def _observes(party: Entity) -> bool:
    first = party.sectors[:1]
    if first == (_SCHOLARS,):
        return _ACTING.isdisjoint(party.text.lower().split())
    return first == (_PRESS,) and party.country is None


def _is_deed_of_others(clause: Token, own: Collection[str | None], cast: Cast) -> bool:
    """Whether the clause tells what a state would do that is none of those."""
    if not is_a(clause, "strike") or is_passive(clause):
        return False
    if not any(helper.lower_ in AHEAD for helper in auxiliaries(clause)):
        return False
    doers = [e for c in clause.children if c.dep_ == "nsubj" for e in cast.resolve(c)]
    lands = {doer.country for doer in doers}
    return bool(lands) and None not in lands | set(own) and not lands & set(own)


def is_readiness(trigger: Token) -> bool:
    """Whether somebody is only ready to meet a danger: 'said they are *ready for any threat*'.

    Not where he tells with what, nor where he adds what he would do.
    """
    words = [t for t in (trigger, *trigger.subtree) if t.lower_ in _READY]
    return any(_meets_danger(w) and _is_all_told(w, trigger) for w in words)


def _meets_danger(ready: Token) -> bool:
    """'Ready *for any threat*', 'prepared *to defend itself*'."""
    beside = ready.head.rights if ready.dep_ == "acomp" else ()  # 'stood ready *for* it'
    for link in (c for c in (*ready.rights, *beside) if c.dep_ in ("prep", "xcomp", "acl")):
        if link.lower_ == "for" and any(is_a(o, "danger") for o in link.rights):
            return True
        if link.dep_ != "prep" and is_a(link, "defend"):
            by_what = (c for c in link.children if c.lower_ in _MEANS)
            return not any(by_what) and not any(link.conjuncts)
    return False


def _is_all_told(ready: Token, trigger: Token) -> bool:
    """Whether his being ready is all that he says, and nothing that he would do is joined to it."""
    node = ready
    while node != trigger:
        if node.dep_ not in _SAID or any(c.pos_ in PREDICATES for c in node.conjuncts):
            return False
        node = node.head
    return True
