"""How the relation of two countries reads in a set of mentions."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Literal

from dragoman.mention import Mention
from dragoman.mutuality import is_mutual
from dragoman.sides import pairs_of, standing

Tone = Literal["cooperative", "in conflict", "mixed"]

_UNREAL = frozenset({"possible", "negated", "cancelled", "postponed"})
# Half a point of PLOVER's scale (-10 to +10) on either side of nought counts as no tendency.
_NEUTRAL = 0.5
_MINOR_SHARE = 0.25


@dataclass(frozen=True, slots=True)
class Relation:
    """Two parties (ISO alpha-3 or PLOVER codes, in order of the alphabet) and how they stand.

    ``cooperation`` and ``conflict`` count mentions; ``intensity`` is their mean PLOVER score;
    ``claimed`` counts those that are told on somebody's word and not in the outlet's own voice.
    """

    first: str
    second: str
    tone: Tone
    cooperation: int
    conflict: int
    intensity: float
    claimed: int


def relations(mentions: Iterable[Mention]) -> tuple[Relation, ...]:
    """The relations that the mentions tell of, the most told first.

    Actors stand in relation to recipients; where there are none, to each other, if it is mutual
    (see `dragoman.mutuality`). What is negated, cancelled, postponed, merely possible or denied
    counts for nothing, and so does who does not stand for a country (see `dragoman.sides`).
    """
    told: dict[tuple[str, str], list[Mention]] = defaultdict(list)
    for mention in mentions:
        if mention.status not in _UNREAL and mention.certainty != "denied":
            actors, recipients = standing(mention.actors), standing(mention.recipients)
            for pair in pairs_of(actors, recipients, mutual=_is_mutual(mention)):
                told[pair].append(mention)
    found = [_relation(pair, mine) for pair, mine in told.items()]
    return tuple(sorted(found, key=lambda r: (-(r.cooperation + r.conflict), r.first, r.second)))


def _is_mutual(mention: Mention) -> bool:
    if any(recipient.country for recipient in mention.recipients):
        return False
    trigger, sentence = mention.trigger, mention.sentence
    place = (trigger.start - sentence.start, trigger.end - sentence.start)
    kind, others = (mention.event, mention.mode), bool(mention.recipients)
    return is_mutual(*kind, sentence.text, place, others=others)


def _relation(pair: tuple[str, str], mentions: list[Mention]) -> Relation:
    scores = [mention.intensity for mention in mentions]
    good = sum(score > _NEUTRAL for score in scores)
    bad = sum(score < -_NEUTRAL for score in scores)
    minor = min(good, bad) / max(good + bad, 1)
    tone: Tone = "mixed" if minor > _MINOR_SHARE or good == bad else (
        "cooperative" if good > bad else "in conflict"
    )
    claimed = sum(mention.certainty != "asserted" for mention in mentions)
    return Relation(*pair, tone, good, bad, round(sum(scores) / len(scores), 2), claimed)
