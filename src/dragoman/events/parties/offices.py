"""One holder of two offices: 'the deputy prime minister and foreign minister, Silva', is Silva.

The network reads two parties in him. Whoever is the deputy of another holds the second office too;
'the president and the prime minister' are two.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from dragoman.mention import Entity

_DEPUTY = re.compile(
    r"\b(?:deputy|vice)[- ](?:prime minister|premier|president|chancellor)\b", re.I
)
_SECOND = re.compile(r"\b(?:minister|secretary)\b", re.I)
_JOINED = re.compile(r"\s+(?:and|&)\s+(?!(?:the|a|an|his|her|its|their)\s)(?:[\w-]+\s+|,\s*){0,6}$")


def each_holder(parties: Sequence[Entity], text: str) -> tuple[Entity, ...]:
    """The parties, of two offices that one person holds but the one that tells most.

    Args:
        parties: those of one side of an event, in order of the text.
        text: the article's.
    """
    kept: list[Entity] = []
    for party in parties:
        if kept and _holds_both(kept[-1], party, text):
            kept[-1] = max((kept[-1], party), key=_is_named)
        else:
            kept.append(party)
    return tuple(kept)


def _holds_both(one: Entity, other: Entity, text: str) -> bool:
    """Whether the one's office and the other's are told side by side of one person."""
    between = text[one.end : other.start]
    if not _JOINED.match(between) or not _are_of_one_land(one, other):
        return False
    first, second = one.text, between + other.text
    if (_is_named(one) and one.name in one.text) or one.text.endswith("s"):
        return False
    pairs = ((first, second), (second, first))
    return any(_DEPUTY.search(a) and _SECOND.search(_DEPUTY.sub("", b)) for a, b in pairs)


def _are_of_one_land(one: Entity, other: Entity) -> bool:
    lands = {p.country for p in (one, other) if p.country and not p.country_inferred}
    return len(lands) < 2


def _is_named(party: Entity) -> bool:
    """Whether it is told by a name, and not only by an office."""
    return not _SECOND.search(party.name) and not _DEPUTY.search(party.name)
