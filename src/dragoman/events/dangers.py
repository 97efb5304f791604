"""Threats that nobody utters: a danger that somebody is, or what is like a threat.

'The rebel *threat*', 'rebels *threatening* the town', 'called it illegal and *threatening*', 'to
counter nuclear *threats*': they say what there is to fear, not who threatened whom.
"""

from __future__ import annotations

from spacy.tokens import Token

from dragoman.analysis.grammar import NOUNS, PLACE_LABELS, PRESENT

_MADE_OF = frozenset({"of", "against", "toward", "towards"})
_UTTERING = frozenset(
    "make issue repeat renew deliver utter carry follow withdraw drop reiterate step escalate "
    "ramp receive get continue intensify".split()
)
_MEETING = frozenset("counter deter address confront combat tackle face monitor assess".split())
_UTTERED = frozenset({"death", "bomb", "rape", "verbal", "empty", "explicit", "new", "fresh"})
_TOWNS = frozenset("capital town city village region area province border airport base".split())
_GOODS = frozenset(
    "stability security peace safety existence survival life livelihood unity interest world "
    "region democracy".split()
)
_FACING = frozenset("counter deter combat confront address neutralise neutralize face meet".split())


def is_only_danger(word: Token) -> bool:
    """Whether a word that is read as a threat tells of none that somebody made."""
    return _is_danger(word) or _is_peril(word) or _is_quality(word) or _is_faced(word)


def _is_danger(noun: Token) -> bool:
    """Whether a threat is one that exists, and none that somebody made: 'the Russian threat'."""
    if noun.pos_ not in NOUNS or noun.lemma_.lower() != "threat":
        return False
    following = noun.doc[noun.i + 1 : noun.i + 2]  # which the parse may tie to another noun
    after = {c.lower_ for c in (*noun.rights, *following) if c.dep_ in ("prep", "dative")}
    said = any(c.dep_ in ("acl", "relcl", "ccomp") for c in noun.rights)
    if said or after & _MADE_OF or any(c.lower_ in _UTTERED for c in noun.lefts):
        return False
    if noun.head.lemma_ in _UTTERING and noun.dep_ in ("dobj", "nsubj", "nsubjpass"):
        return False
    several = noun.tag_ in ("NNS", "NNPS")
    met = noun.dep_ == "dobj" and noun.head.lemma_ in _MEETING
    return not several or met or "to" in after or any(c.lower_ == "any" for c in noun.lefts)


def _is_peril(verb: Token) -> bool:
    """Whether a clause on somebody says where he is a danger: 'rebels *threatening* the town'.

    To threaten somebody with something, or with a word for what he would do, is an act.
    """
    if verb.lemma_ != "threaten" or verb.dep_ not in ("acl", "relcl", "advcl"):
        return False
    present = verb.tag_ in PRESENT if verb.dep_ == "relcl" else verb.tag_ == "VBG"
    told = any(c.dep_ == "xcomp" or c.lower_ in ("with", "over", "if") for c in verb.rights)
    things = [c for c in verb.rights if c.dep_ == "dobj"]
    if not present or told or not things:
        return False
    if verb.dep_ == "advcl":
        return all(thing.lemma_ in _GOODS for thing in things)
    return all(map(_is_place_or_good, things))


def _is_place_or_good(thing: Token) -> bool:
    return thing.ent_type_ in PLACE_LABELS or thing.lemma_.lower() in _TOWNS | _GOODS


def _is_quality(word: Token) -> bool:
    """Whether it says what something is like: 'called it illegal and *threatening*'."""
    whom = any(c.dep_ in ("dobj", "xcomp", "ccomp") for c in word.rights)
    if word.lower_ != "threatening" or whom:
        return False
    beside = (*word.conjuncts, word)
    return word.pos_ == "ADJ" or any(w.pos_ == "ADJ" for w in beside)


def _is_faced(noun: Token) -> bool:
    """Whether a threat is only what others are to meet: 'to counter nuclear *threats*'."""
    verb = noun.head
    if noun.lemma_.lower() != "threat" or noun.dep_ != "dobj" or verb.lemma_ not in _FACING:
        return False
    return verb.tag_ in ("VB", "VBG") and all(c.lower_ != "to" for c in noun.rights)
