"""States and figures of speech that are worded like deeds.

'Mali *shares* a border with Niger', '*driving* the region to the brink', 'continues to *develop*
its weapons': nobody did anything to anybody.
"""

from __future__ import annotations

from spacy.tokens import Token

from dragoman.analysis.grammar import DONE_TO, NOUNS, prepositional
from dragoman.events.proposal import Proposal

_COMMON = frozenset(
    "border frontier boundary coast coastline history heritage culture language religion faith "
    "ancestor ancestry island river continent name tradition value goal aim interest belief view "
    "opinion concern conviction responsibility blame hope vision sentiment".split()
)
_DRIVING = frozenset("drive push bring lead drag edge propel plunge nudge steer".split())
_TOWARDS = ("to", "toward", "towards", "into")
_EDGES = frozenset("brink edge verge precipice point level state".split())
_RUIN = frozenset(
    "brink abyss explosion war catastrophe disaster collapse chaos conflict confrontation crisis "
    "anarchy bankruptcy".split()
)
_MAKING = frozenset("develop perfect pursue possess modernise modernize upgrade improve".split())
_BUILDING = frozenset("boost expand advance strengthen accelerate build bolster".split())
_PROGRAMMES = frozenset(
    "program programme technology capability capacity arsenal know-how stockpile".split()
)
_ARMS = _PROGRAMMES | {"weapon", "weaponry", "missile", "warhead", "rocket", "bomb", "icbm"}


def is_state(proposal: Proposal) -> bool:
    """Whether it is a state or a figure of speech, and no deed."""
    trigger, event = proposal.trigger, proposal.event
    if event == "COOPERATE":
        return _is_held_in_common(trigger)
    if event == "MOBILIZE":
        return _arms_itself(trigger) or _leads_to_ruin(trigger)
    return event in ("ASSAULT", "COERCE") and _leads_to_ruin(trigger)


def _is_held_in_common(verb: Token) -> bool:
    """'*Shares* a border', 'a border that they *share*'."""
    if verb.lemma_ != "share" or verb.pos_ != "VERB":
        return False
    things = [c for c in verb.children if c.dep_ in DONE_TO]
    if not things and verb.dep_ == "relcl":
        things = [verb.head]
    return bool(things) and all(thing.lemma_.lower() in _COMMON for thing in things)


def _leads_to_ruin(verb: Token) -> bool:
    """'*Driving* the peninsula towards war', 'brought them to the *brink* of it'."""
    if verb.lemma_ not in _DRIVING or verb.pos_ != "VERB":
        return False
    whither = [end for c in (verb, *verb.rights) for end in prepositional(c, *_TOWARDS)]
    whither += [of for end in whither if _is_among(end, _EDGES) for of in prepositional(end, "of")]
    return any(_is_among(end, _RUIN) for end in whither)


def _is_among(noun: Token, words: frozenset[str]) -> bool:
    return noun.lemma_.lower() in words


def _arms_itself(word: Token) -> bool:
    """'Is *developing* missiles', 'the *boosting* of its programme': it goes on for years.

    What is moved, tested or made ready is a deed.
    """
    lemma = word.lemma_.lower()
    lemma = "boost" if word.lower_ == "boosting" else lemma
    objects = [c for c in word.children if c.dep_ in DONE_TO]
    if word.pos_ in NOUNS:
        objects = list(prepositional(word, "of"))
    things = {t.lemma_.lower() for o in objects for t in (o, *o.conjuncts)}
    if lemma in _BUILDING:
        return bool(things & _PROGRAMMES)
    return lemma in _MAKING and bool(things & _ARMS)
