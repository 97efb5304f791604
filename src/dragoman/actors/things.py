"""Plurals that are no parties: 'they' may mean missiles that land, 'sides' those of a road."""

from __future__ import annotations

from spacy.tokens import Token

_FALLING = frozenset({"land", "fall", "fly", "splash", "explode", "detonate", "crash", "hit"})
# What has sides that are none of a quarrel.
_SIDED = frozenset(
    {"road", "street", "highway", "motorway", "river", "stream", "canal", "valley", "lake",
     "strait", "bridge", "track", "railway", "wall", "fence", "border", "frontier", "line",
     "square", "path", "hill", "mountain", "building", "house", "field", "island", "channel",
     "face", "body", "head", "card", "page", "town", "city"}
)  # fmt: skip
_SHOT = frozenset({"missile", "rocket", "shell", "drone", "projectile", "bomb", "torpedo"})


def means_things(token: Token) -> bool:
    """Whether a plural pronoun means weapons that fall: 'fired missiles. *They* landed at sea'."""
    return token.head.lemma_ in _FALLING and _tells(token, _SHOT)


def is_side_of_ground(side: Token) -> bool:
    """Whether it is a side of ground and none of a quarrel: 'from both *sides* of the road'."""
    of = (o for c in side.rights if c.lower_ == "of" for o in c.rights)
    return any(o.lemma_.lower() in _SIDED for o in of)


def _tells(token: Token, things: frozenset[str]) -> bool:
    """Whether the sentence before the token's, or its own, speaks of such things."""
    start = token.sent.start
    begin = token.doc[start - 1].sent.start if start else 0
    return any(t.lemma_.lower() in things for t in token.doc[begin : token.i])
