"""A happening that one sentence tells twice: 'arrived at the start of a visit'."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

from dragoman.mention import Entity, Magnitudes, Mention


def without_repeats(mentions: list[Mention]) -> list[Mention]:
    """The mentions, of those that one sentence tells twice only the one that tells more.

    The numbers told of either are kept.
    """
    kept: list[Mention] = []
    by_sentence: dict[int, list[int]] = {}
    for mention in mentions:
        beside = by_sentence.setdefault(mention.sentence.start, [])
        twin = next((i for i in beside if _is_repeat(mention, kept[i])), None)
        if twin is None:
            beside.append(len(kept))
            kept.append(mention)
            continue
        one, other = kept[twin], mention
        if _told(other) > _told(one):
            one, other = other, one
        kept[twin] = _joined(one, other)
    return kept


def _joined(one: Mention, other: Mention) -> Mention:
    """The one of two mentions of a happening, with the parties and numbers that it lacks."""
    actors = one.actors or carried(other.actors)
    recipients = one.recipients or carried(other.recipients)
    if (actors, recipients) != (one.actors, one.recipients):
        names = {actor.name for actor in actors}
        recipients = tuple(r for r in recipients if r.name not in names)
    return replace(
        one,
        actors=actors,
        recipients=recipients,
        magnitudes=_numbers(one.magnitudes, other.magnitudes),
    )


def _numbers(one: Magnitudes, other: Magnitudes) -> Magnitudes:
    """The numbers of ``one``, and of ``other`` what it lacks."""
    return Magnitudes(
        one.killed or other.killed,
        one.injured or other.injured,
        one.arrested or other.arrested,
        one.size or other.size,
    )


def _is_repeat(mention: Mention, other: Mention) -> bool:
    return (
        mention.sentence == other.sentence
        and (mention.event, mention.mode, mention.status) == (other.event, other.mode, other.status)
        and _covered(mention.actors, other.actors)
        and _covered(mention.recipients, other.recipients)
        and not _are_reversed(mention, other)
        and (mention.when is None or other.when is None or mention.when == other.when)
    )


def _covered(mine: tuple[Entity, ...], theirs: tuple[Entity, ...]) -> bool:
    """Whether one side names nobody, or both name the same."""
    return not mine or not theirs or {e.name for e in mine} == {e.name for e in theirs}


def _are_reversed(mention: Mention, other: Mention) -> bool:
    """Whether who does the one suffers the other: 'two accused of a *murder* were *killed*'."""
    return not (
        {e.name for e in mention.actors}.isdisjoint(e.name for e in other.recipients)
        and {e.name for e in other.actors}.isdisjoint(e.name for e in mention.recipients)
    )


def _told(mention: Mention) -> int:
    return len(mention.actors) + len(mention.recipients) + len(mention.where)


def carried(entities: Iterable[Entity]) -> tuple[Entity, ...]:
    """The parties, as told elsewhere than in the words of the mention."""
    return tuple(replace(entity, inferred=True) for entity in entities)
