"""Whom help goes to where a sentence names only who helps: 'Japan dispatched a medical team'.

A report on a flood or a programme names the country in its first sentence, and then donors alone.
Whoever mourns with a land and promises help promises it to that land.
"""

from __future__ import annotations

from dataclasses import replace

from dragoman.analysis import Analysis
from dragoman.events.anchors import trigger_of
from dragoman.events.echoes.retold import carried
from dragoman.events.passes.worded import HELP
from dragoman.mention import Entity, Mention

_MOURNING = frozenset("condolence condolences sympathy sympathies sorrow grief solidarity".split())
_HELPING = frozenset(
    "train assist help support feed rescue evacuate shelter equip arm host aid treat".split()
)  # fmt: skip
_PARAGRAPHS = 2  # back from the one of the help


def with_helped(mentions: list[Mention], analysis: Analysis) -> list[Mention]:
    """The mentions, help that names nobody with those whom help told shortly before went to."""
    told: list[Mention] = []
    for mention in mentions:
        untold = mention.actors and not mention.recipients
        if untold and _is_help(mention, analysis) and not _tells_whom(mention, analysis):
            mention = replace(mention, recipients=_helped_before(mention, told, analysis))
        told.append(mention)
    return told


def _is_help(mention: Mention, analysis: Analysis) -> bool:
    """Whether it is help, or a promise of it: 'stands *ready* to help', 'full *support*'."""
    if mention.event != "AGREE":
        return mention.event == "AID"
    word = trigger_of(mention, analysis)
    told = (word, *word.rights)
    return any(t.lemma_.lower() in HELP for t in told)


def _tells_whom(mention: Mention, analysis: Analysis) -> bool:
    """Whether its verb has an object who is helped, known or not: '*trained* the Falcons'."""
    word = trigger_of(mention, analysis)
    return word.lemma_ in _HELPING and any(c.dep_ == "dobj" for c in word.rights)


def _is_in_need(mention: Mention) -> bool:
    """Whether it tells who is in need: who is helped, or mourned with."""
    mourned = mention.event == "SUPPORT" and mention.trigger.text.lower() in _MOURNING
    return mention.event == "AID" or mourned


def _helped_before(
    mention: Mention, earlier: list[Mention], analysis: Analysis
) -> tuple[Entity, ...]:
    """The last ones in need told in this paragraph or just over it, who are not the helper's."""
    here = analysis.paragraph_of(mention.trigger.start)
    own = {actor.country for actor in mention.actors} | {actor.name for actor in mention.actors}
    for other in reversed(earlier):
        if here - analysis.paragraph_of(other.trigger.start) > _PARAGRAPHS:
            return ()
        others = tuple(r for r in other.recipients if not {r.country, r.name} & (own - {None}))
        if others and _is_in_need(other):
            return carried(others)
    return ()
