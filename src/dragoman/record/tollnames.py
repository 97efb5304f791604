"""Parties that are told by their number, where reports differ on it: ``54 to 71 people``."""

from __future__ import annotations

from collections.abc import Iterable

from dragoman.numerals import counts
from dragoman.record.event import Claim


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
