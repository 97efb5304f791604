"""States and figures of speech that are worded like deeds.

'Mali *shares* a border with Niger', '*driving* the region to the brink', 'continues to *develop*
its weapons', 'a *stoppage* of the pipeline', 'goods *lay siege* to a market': nobody did anything
to anybody, and whom a plan *frees* from a burden was no captive.
"""

from __future__ import annotations

from spacy.tokens import Token

from dragoman.analysis.grammar import (
    COMPOUNDS,
    NOUNS,
    direct_objects,
    done_to,
    modifiers,
    particle,
    prepositional,
    subjects,
)
from dragoman.events.nondeeds.words import is_a
from dragoman.events.proposal import Proposal

_TOWARDS = ("to", "toward", "towards", "into")
_WHERE = ("at", "in", "during")
_SOUGHT = ("acl", "xcomp", "pcomp", "advcl")
_STOPPAGES = frozenset({"stoppage", "outage"})
_FREEING = frozenset({"free", "liberate", "release", "deliver", "rid"})
_LIGHT = frozenset({"lay", "launch", "mount"})
_TRADING = frozenset({"export", "import"})
_REPAYING = frozenset({"repay", "reimburse"})


def is_held_in_common(verb: Token) -> bool:
    """'*Shares* a border', 'a border that they *share*'."""
    if verb.lemma_ != "share" or verb.pos_ != "VERB":
        return False
    things = done_to(verb)
    if not things and verb.dep_ == "relcl":
        things = (verb.head,)
    return bool(things) and all(is_a(thing, "common") for thing in things)


def leads_to_ruin(verb: Token) -> bool:
    """'*Driving* the peninsula towards war', 'brought them to the *brink* of it'."""
    if not is_a(verb, "drive") or verb.pos_ != "VERB":
        return False
    whither = [end for c in (verb, *verb.rights) for end in prepositional(c, *_TOWARDS)]
    brinks = (of for end in whither if is_a(end, "edge") for of in prepositional(end, "of"))
    return any(is_a(end, "ruin") for end in (*whither, *brinks))


def arms_itself(word: Token) -> bool:
    """'Is *developing* missiles', 'the *boosting* of its programme': it goes on for years.

    What is moved, tested or made ready is a deed.
    """
    objects = prepositional(word, "of") if word.pos_ in NOUNS else done_to(word)
    things = [t for o in objects for t in (o, *o.conjuncts)]
    if is_a(word, "build") or word.lower_ == "boosting":
        return any(is_a(thing, "programme") for thing in things)
    return is_a(word, "make") and any(is_a(thing, "programme", "arm") for thing in things)


def stands_still(noun: Token) -> bool:
    """Talks of which no more is told than that they stopped: 'to revive *stalled* talks'.

    Not those that are taken up again: 'will resume stalled talks'.
    """
    if not any(is_a(word, "stalled") for word in modifiers(noun)):
        return False
    above = noun.head
    if noun.dep_ == "pobj":
        return above.lower_ not in _WHERE
    sought = above.head.head if above.dep_ == "pcomp" else above.head
    return noun.dep_ == "dobj" and above.dep_ in _SOUGHT and is_a(sought, "try")


def is_of_things(noun: Token) -> bool:
    """Whether a stoppage is one of what runs, and nobody's strike: 'a stoppage of *the pipeline*'.

    Not where its sentence tells of workers or of a strike.
    """
    if noun.lemma_.lower() not in _STOPPAGES:
        return False
    if any(is_a(t, "worker") and t.i != noun.i for t in noun.sent):
        return False
    before = (c for c in noun.lefts if c.dep_ in COMPOUNDS)
    stopped = (*prepositional(noun, "of", "in", "to"), *before)
    return any(is_a(thing, "running") for thing in stopped)


def is_of_trade(proposal: Proposal) -> bool:
    """Whether goods or firms win a market: '*lays siege* to the Chinese market'.

    Not where the armed do: 'rebels stormed the cattle market'.
    """
    word = proposal.trigger
    verb = word.head if word.dep_ == "dobj" and word.head.lemma_ in _LIGHT else word
    targets = [c for c in verb.children if c.dep_ == "dobj" and c != word]
    targets += [o for t in {verb, word} for o in prepositional(t, "to", "on", "into", "of")]
    if not any(is_a(t, "market") and _is_of_nation(t) for t in targets):
        return False
    by = (*subjects(verb), *(phrase.root for phrase in proposal.actors))
    return not any(is_a(t, "armed") for who in by for t in (who, *who.lefts, who.head))


def _is_of_nation(noun: Token) -> bool:
    """'The *Chinese* market', 'the European car market'; not 'the Bangui market'."""
    return any(t.pos_ == "ADJ" or t.ent_type_ == "NORP" for t in modifiers(noun))


def is_from_burden(verb: Token) -> bool:
    """Whether somebody is freed of what is no prison: 'would *free* Mali from dependence'."""
    burdens = (o for t in (verb, *direct_objects(verb)) for o in prepositional(t, "from", "of"))
    return verb.lemma_ in _FREEING and any(is_a(o, "burden") for o in burdens)


def is_of_trade_figures(verb: Token) -> bool:
    """Whether goods are counted: '*exported* 3,000 tons of tea to Mali, 4 percent more'.

    Not where it is told as new or forbidden: 'exported two jets to Mali'.
    """
    if verb.lemma_ not in _TRADING:
        return False
    counted = (t for thing in direct_objects(verb) for t in (thing, *thing.subtree))
    return any(is_a(t, "measure") or t.lower_ in ("%", "worth") for t in counted)


def is_of_sorts(noun: Token) -> bool:
    """Whether it is only likened to one: 'a peace *summit* of sorts'."""
    what = prepositional(noun, "of")
    return any(o.lower_ in ("sorts", "kinds") and not any(o.lefts) for o in what)


def is_repayment(verb: Token) -> bool:
    """Whether what was lent is given back, which helps nobody: 'has to *pay* it back'."""
    back = verb.lemma_ == "pay" and particle(verb) == "back"
    said = any(c.lower_ == "back" and c.dep_ == "advmod" for c in verb.rights)
    return verb.lemma_ in _REPAYING or back or (verb.lemma_ == "pay" and said)
