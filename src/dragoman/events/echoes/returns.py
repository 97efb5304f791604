"""To whom an answer in kind is: 'In return Nairobi *dropped* its ban', 'vowed to *avenge* them'.

Such a deed names nobody: it is to whoever did what it answers, which the text told just before.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace

from dragoman.analysis import Analysis
from dragoman.events.anchors import by_sentence
from dragoman.events.echoes.retold import carried
from dragoman.events.ontology import BLOWS, TALKS
from dragoman.events.parties.lands import side_of
from dragoman.mention import DONE, Entity, Mention

_IN_KIND = re.compile(
    r"\W*in (?:return|exchange|response|retaliation|reprisal|turn)\b(?!\s+(?:for|to)\b)", re.I
)
_REVENGE = re.compile(
    r"\b(?:aveng\w+|revenge|retaliat\w+|reprisals?|answer|respond|response|(?:hit|strike) back)\b",
    re.I,
)
# What is done to a state or a group, and not to captives or by what several do together.
_ANSWERS = frozenset({"ACCUSE", "AGREE", "CONCEDE", "COOPERATE", "REJECT", "SANCTION", "SUPPORT"})
_BACK = 3  # sentences


def with_returns(mentions: Sequence[Mention], analysis: Analysis) -> list[Mention]:
    """The mentions, answers in kind that name nobody given whom they answer."""
    told = by_sentence(mentions, analysis)
    return [
        _with_answered(mention, list(_earlier(number, told)), _beside(mention, told[number]))
        for number in told for mention in told[number]
    ]  # fmt: skip


def _with_answered(
    mention: Mention, earlier: Sequence[Sequence[Mention]], beside: Sequence[Mention]
) -> Mention:
    """The mention, if it names no recipient, with the one side that did what it answers.

    Args:
        mention: the answer.
        earlier: the mentions of the sentences before, the nearest first.
        beside: those of its own sentence that stand before it.
    """
    if mention.recipients or not mention.actors:
        return mention
    if mention.event in _ANSWERS and _IN_KIND.match(mention.sentence.text):
        deeds = [[m for m in near if m.event not in TALKS] for near in earlier]
    elif mention.event == "THREATEN" and _is_revenge(mention):
        near = [beside, *earlier]
        deeds = [[m for m in some if m.event in BLOWS and m.status in DONE] for some in near]
    else:
        return mention
    nearest = next(filter(None, deeds), [])
    return replace(mention, recipients=_one_side(nearest, mention.actors))


def _is_revenge(threat: Mention) -> bool:
    after = threat.trigger.start - threat.sentence.start
    return bool(_REVENGE.search(threat.sentence.text[after:]))


def _one_side(deeds: Sequence[Mention], own: Sequence[Entity]) -> tuple[Entity, ...]:
    """The only side other than one's own that did the deeds; nobody where several did."""
    sides = {side_of(party): party for m in deeds for party in m.actors}
    mine = {side_of(party) for party in own}
    if len(sides) != 1 or mine & sides.keys():
        return ()
    party = next(iter(sides.values()))
    return carried((party,)) if party.country is not None else ()


def _beside(mention: Mention, told: Sequence[Mention]) -> list[Mention]:
    return [m for m in told if m.trigger.start < mention.trigger.start]


def _earlier(number: int, told: Mapping[int, Sequence[Mention]]) -> Iterator[Sequence[Mention]]:
    """The mentions of the sentences before one, the nearest first."""
    for back in range(number - 1, number - 1 - _BACK, -1):
        if back in told:
            yield told[back]
