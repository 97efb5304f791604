"""How the relation of two countries reads in a set of mentions."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Literal

from dragoman.mention import COOPERATION, Mention, took_place
from dragoman.mutuality import is_mutual
from dragoman.sides import pairs_of, standing

Tone = Literal["cooperative", "in conflict", "mixed", "neutral"]

# PLOVER counts it as verbal conflict, with scores about nought (-1 to +0.5): who urges, demands or
# invites is at odds with nobody yet. The next types stand clear of it, at -1.5 and at +1.
_ASKING = "REQUEST"
_MINOR_SHARE = 0.25


@dataclass(frozen=True, slots=True)
class Relation:
    """Two parties (ISO alpha-3 or PLOVER codes, in order of the alphabet) and how they stand.

    Attributes:
        first: the first of the two.
        second: the other.
        tone: what most of their deeds and words are; ``mixed`` where a good part is otherwise,
            ``neutral`` where one merely asks something of the other.
        cooperation: mentions of quad classes 1 and 2.
        conflict: mentions of quad classes 3 and 4, less ``requests``.
        requests: mentions of asking (REQUEST), which PLOVER has in quad class 3.
        intensity: mean PLOVER score of all these, -10 to +10.
        claimed: how many are told on somebody's word and not in the outlet's own voice.
    """

    first: str
    second: str
    tone: Tone
    cooperation: int
    conflict: int
    requests: int
    intensity: float
    claimed: int

    @property
    def mentions(self) -> int:
        """How many mentions tell of it."""
        return self.cooperation + self.conflict + self.requests


def relations(mentions: Iterable[Mention]) -> tuple[Relation, ...]:
    """The relations that the mentions tell of, the most told first.

    Actors stand in relation to recipients; where there are none, to each other, if it is mutual
    (see `dragoman.mutuality`). What did not take place (yet) or is denied counts for nothing, and
    so does who does not stand for a country (see `dragoman.sides`).
    """
    told: dict[tuple[str, str], list[Mention]] = defaultdict(list)
    for mention in mentions:
        if took_place(mention.status, mention.certainty):
            actors, recipients = standing(mention.actors), standing(mention.recipients)
            for pair in pairs_of(actors, recipients, mutual=_is_mutual(mention)):
                told[pair].append(mention)
    found = [_relation(pair, mine) for pair, mine in told.items()]
    return tuple(sorted(found, key=lambda r: (-r.mentions, r.first, r.second)))


def _is_mutual(mention: Mention) -> bool:
    if any(recipient.country for recipient in mention.recipients):
        return False
    trigger, sentence = mention.trigger, mention.sentence
    place = (trigger.start - sentence.start, trigger.end - sentence.start)
    kind, others = (mention.event, mention.mode), bool(mention.recipients)
    return is_mutual(*kind, sentence.text, place, others=others)


def _relation(pair: tuple[str, str], mentions: list[Mention]) -> Relation:
    requests = sum(mention.event == _ASKING for mention in mentions)
    good = sum(mention.quad_class in COOPERATION for mention in mentions)
    bad = len(mentions) - good - requests
    mean = sum(mention.intensity for mention in mentions) / len(mentions)
    claimed = sum(mention.certainty != "asserted" for mention in mentions)
    return Relation(*pair, _tone(good, bad), good, bad, requests, round(mean, 2), claimed)


def _tone(good: int, bad: int) -> Tone:
    if not good and not bad:
        return "neutral"
    if good == bad or min(good, bad) / (good + bad) > _MINOR_SHARE:
        return "mixed"
    return "cooperative" if good > bad else "in conflict"
