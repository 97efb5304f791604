"""Numbers told of an event, and who tells each: those that differ stand side by side."""

from __future__ import annotations

from collections.abc import Iterable

from dragoman.mention import COUNTED, Counted, Mention
from dragoman.record.event import Claim, Step

Number = tuple[Counted, int, int | None]
"""What is counted, at least so many, and at most so many; see `Claim`."""


def numbers_of(mention: Mention) -> set[Number]:
    """The numbers that a mention tells."""
    told = ((counted, getattr(mention.magnitudes, counted)) for counted in COUNTED)
    return {(counted, number.low, number.high) for counted, number in told if number}


def claims_of(told: Iterable[tuple[Mention, Step]]) -> tuple[Claim, ...]:
    """The numbers of all mentions, in order of first report, each with those who tell it."""
    tellers: dict[Number, list[Step]] = {}
    for mention, step in told:
        for number in sorted(numbers_of(mention), key=str):
            tellers.setdefault(number, []).append(step)
    return tuple(
        Claim(
            *number,
            tuple(dict.fromkeys(name for step in by for name in step.speakers or (step.outlet,))),
            tuple(step.mention_id for step in by),
        )
        for number, by in tellers.items()
    )
