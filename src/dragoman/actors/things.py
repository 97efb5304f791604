"""Plurals that are no parties: 'they' may mean tariffs that are lifted, or missiles that land."""

from __future__ import annotations

from collections.abc import Container

from spacy.tokens import Token

from dragoman.analysis.grammar import NOUN_SUBJECTS

_FALLING = frozenset({"land", "fall", "fly", "splash", "explode", "detonate", "crash", "hit"})
# What has sides that are none of a quarrel.
_SIDED = frozenset(
    {"road", "street", "highway", "motorway", "river", "stream", "canal", "valley", "lake",
     "strait", "bridge", "track", "railway", "wall", "fence", "border", "frontier", "line",
     "square", "path", "hill", "mountain", "building", "house", "field", "island", "channel",
     "face", "body", "head", "card", "page", "town", "city"}
)  # fmt: skip
_BURNABLE = frozenset(
    {"bus", "truck", "lorry", "tanker", "car", "vehicle", "van", "motorcycle", "boat", "house",
     "home", "hut", "shop", "building", "tent", "school", "church", "mosque", "village", "kiosk",
     "stall", "tank", "trailer"}
)  # fmt: skip
_WRECKING = frozenset({"burn", "torch", "destroy", "damage", "wreck", "demolish", "raze", "loot",
                       "scrap", "tow", "impound"})  # fmt: skip
_SHOT = frozenset({"missile", "rocket", "shell", "drone", "projectile", "bomb", "torpedo"})


def means_things(token: Token, told: Container[int]) -> bool:
    """Whether a plural pronoun means weapons that fall, or a plural told before that is no party.

    'Fired three missiles. *They* landed in the sea', 'The tariffs hit two firms. *They* were lifted
    in May': what stands before it in the same part of its sentence.

    Args:
        token: the pronoun.
        told: the tokens at which the text tells a party.
    """
    if token.head.lemma_ in _FALLING and _tells(token, _SHOT):
        return True
    if _is_wrecked(token) and _tells(token, _BURNABLE):
        return True
    return any(c.tag_ == "NNS" and not _holds_party(c, told) for c in _in_its_place(token))


def _in_its_place(token: Token) -> list[Token]:
    """What stands where the token does in the sentence before, or the clause before in its own."""
    if token.dep_ == "nsubjpass":
        start = token.sent.start
        if token.head.dep_ != "ROOT" or not start:
            return []
        root = token.doc[start - 1].sent.root
        return [c for c in root.lefts if c.dep_ in NOUN_SUBJECTS]
    if token.dep_ == "dobj" and token.head.dep_ == "conj":
        return [c for c in token.head.head.rights if c.dep_ == "dobj"]
    return []


def is_side_of_ground(side: Token) -> bool:
    """Whether it is a side of ground and none of a quarrel: 'from both *sides* of the road'."""
    of = (o for c in side.rights if c.lower_ == "of" for o in c.rights)
    return any(o.lemma_.lower() in _SIDED for o in of)


def _is_wrecked(token: Token) -> bool:
    """Whether it is told of the pronoun, or of some of them, that they were burned or wrecked."""
    counted = token.dep_ == "pobj" and token.head.lower_ == "of" and token.head.head.pos_ == "NUM"
    noun = token.head.head if counted else token
    return noun.dep_ == "nsubjpass" and noun.head.lemma_ in _WRECKING


def _tells(token: Token, things: frozenset[str]) -> bool:
    """Whether the sentence before the token's, or its own, speaks of such things."""
    start = token.sent.start
    begin = token.doc[start - 1].sent.start if start else 0
    return any(t.lemma_.lower() in things for t in token.doc[begin : token.i])


def _holds_party(noun: Token, told: Container[int]) -> bool:
    return any(t.i in told for t in noun.subtree)
