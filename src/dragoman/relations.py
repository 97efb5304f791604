"""How the relation of two countries reads in a set of mentions."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from itertools import combinations
from typing import Literal

from dragoman.mention import Entity, Mention
from dragoman.mutuality import is_mutual

Tone = Literal["cooperative", "in conflict", "mixed"]

_UNREAL = frozenset({"possible", "negated", "cancelled", "postponed"})
# Half a point of PLOVER's scale (-10 to +10) on either side of nought counts as no tendency.
_NEUTRAL = 0.5
_MINOR_SHARE = 0.25


@dataclass(frozen=True, slots=True)
class Relation:
    """Two parties (ISO alpha-3 or PLOVER codes, in order of the alphabet) and how they stand.

    ``cooperation`` and ``conflict`` count mentions; ``intensity`` is their mean PLOVER score.
    """

    first: str
    second: str
    tone: Tone
    cooperation: int
    conflict: int
    intensity: float


def relations(mentions: Iterable[Mention]) -> tuple[Relation, ...]:
    """The relations that the mentions tell of, the most told first.

    Actors stand in relation to recipients; where there are none, to each other, if it is mutual
    (see `dragoman.mutuality`). What is negated, cancelled, postponed, merely possible or denied
    counts for nothing.
    """
    scores: dict[tuple[str, str], list[float]] = defaultdict(list)
    for mention in mentions:
        if mention.status not in _UNREAL and mention.certainty != "denied":
            for pair in _pairs(mention):
                scores[pair].append(mention.intensity)
    found = [_relation(pair, told) for pair, told in scores.items()]
    return tuple(sorted(found, key=lambda r: (-(r.cooperation + r.conflict), r.first, r.second)))


def _pairs(mention: Mention) -> set[tuple[str, str]]:
    actors, recipients = _codes(mention.actors), _codes(mention.recipients)
    if not recipients:
        return set(combinations(sorted(actors), 2)) if _is_mutual(mention) else set()
    return {(min(a, b), max(a, b)) for a in actors for b in recipients if a != b}


def _is_mutual(mention: Mention) -> bool:
    trigger, sentence = mention.trigger, mention.sentence
    place = (trigger.start - sentence.start, trigger.end - sentence.start)
    kind, others = (mention.event, mention.mode), bool(mention.recipients)
    return is_mutual(*kind, sentence.text, place, others=others)


def _codes(entities: tuple[Entity, ...]) -> set[str]:
    return {entity.country for entity in entities if entity.country}


def _relation(pair: tuple[str, str], scores: list[float]) -> Relation:
    good = sum(score > _NEUTRAL for score in scores)
    bad = sum(score < -_NEUTRAL for score in scores)
    minor = min(good, bad) / max(good + bad, 1)
    tone: Tone = "mixed" if minor > _MINOR_SHARE or good == bad else (
        "cooperative" if good > bad else "in conflict"
    )
    return Relation(*pair, tone, good, bad, round(sum(scores) / len(scores), 2))
