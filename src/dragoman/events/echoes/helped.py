"""Whom help goes to where a sentence names only who helps: 'Japan dispatched a medical team'.

A report on a flood or a programme names the country in its first sentence, and then donors alone.
"""

from __future__ import annotations

from dataclasses import replace

from dragoman.analysis import Analysis
from dragoman.events.echoes.retold import carried
from dragoman.mention import Entity, Mention

_PARAGRAPHS = 2  # back from the one of the help


def with_helped(mentions: list[Mention], analysis: Analysis) -> list[Mention]:
    """The mentions, help that names nobody with those whom help told shortly before went to."""
    told: list[Mention] = []
    for mention in mentions:
        if mention.event == "AID" and mention.actors and not mention.recipients:
            mention = replace(mention, recipients=_helped_before(mention, told, analysis))
        told.append(mention)
    return told


def _helped_before(
    mention: Mention, earlier: list[Mention], analysis: Analysis
) -> tuple[Entity, ...]:
    """The last ones helped before, in this paragraph or just over it, who are not the helper's."""
    here = analysis.paragraph_of(mention.trigger.start)
    own = {actor.country for actor in mention.actors} | {actor.name for actor in mention.actors}
    for other in reversed(earlier):
        if here - analysis.paragraph_of(other.trigger.start) > _PARAGRAPHS:
            return ()
        others = tuple(r for r in other.recipients if not {r.country, r.name} & (own - {None}))
        if other.event == "AID" and others:
            return carried(others)
    return ()
