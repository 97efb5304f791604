"""Numbers told of an event, and who tells each: those that differ stand side by side.

Also in the name of a party that is told by its number: ``54 to 71 people``.
"""

from __future__ import annotations

from collections.abc import Iterable

from dragoman.mention import COUNTED, Counted, Mention
from dragoman.numerals import counts
from dragoman.record.event import Claim, Step

Number = tuple[Counted, int, int | None]
"""What is counted, at least so many, and at most so many; see `Claim`."""


def numbers_of(mention: Mention) -> tuple[Number, ...]:
    """The numbers that a mention tells."""
    told = ((counted, getattr(mention.magnitudes, counted)) for counted in COUNTED)
    return tuple((counted, number.low, number.high) for counted, number in told if number)


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


def with_all_numbers(name: str, claims: Iterable[Claim]) -> str:
    """The name of a party, its number widened to all that reports tell.

    Only where the name begins with a number that is one of those told of the event, as
    ``at least 54 people`` of 54 killed, and another is told beside it.
    """
    told = next(counts(name), None)
    if told is None or told.start:
        return name
    claims = tuple(claims)
    counted = {claim.counted for claim in claims if claim.low == told.low}
    numbers = {n for c in claims if c.counted in counted for n in (c.low, c.high) if n is not None}
    if len(counted) != 1 or len(numbers) < 2:
        return name
    return f"{min(numbers):,} to {max(numbers):,}{name[told.end :]}"
