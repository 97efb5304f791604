"""What proposals go through before their parties are found: each pass in its order.

A pass sees all proposals of the article as the one before it left them. What is no deed goes first,
for none of the others asks it; whose deed it is, by its grammar, is asked last.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence

from dragoman.actors import Cast
from dragoman.events.nondeeds import is_deed
from dragoman.events.passes.accusers import with_accusers
from dragoman.events.passes.arrivals import with_arrivals
from dragoman.events.passes.captives import with_captives
from dragoman.events.passes.dropped import dropped_as_conceded
from dragoman.events.passes.fruitless import as_refused
from dragoman.events.passes.halves import in_halves
from dragoman.events.passes.own_state import of_own_state
from dragoman.events.passes.partners import with_own_partners
from dragoman.events.passes.planned import after_delays, agreed_as_planned, announced_as_planned
from dragoman.events.passes.recast import recast
from dragoman.events.passes.regrets import regretted_as_blamed
from dragoman.events.passes.retyped import retyped
from dragoman.events.proposal import Proposal

_Pass = Callable[[Sequence[Proposal], Cast], Iterable[Proposal]]


def passed(proposals: Sequence[Proposal], cast: Cast) -> tuple[Proposal, ...]:
    """The proposals of an article after all passes, in order of the text.

    Args:
        proposals: what the typer read.
        cast: who is who in the article.
    """
    told = tuple(proposals)
    for one in _PASSES:
        told = tuple(one(told, cast))
    return told


def _deeds(proposals: Sequence[Proposal], cast: Cast) -> Iterable[Proposal]:
    return filter(is_deed, proposals)


def _without_cast(one: Callable[[Sequence[Proposal]], Iterable[Proposal]]) -> _Pass:
    """A pass that does not ask who is who."""
    return lambda proposals, _: one(proposals)


_PASSES: tuple[_Pass, ...] = (
    _deeds,
    as_refused,
    with_arrivals,
    _without_cast(announced_as_planned),
    _without_cast(agreed_as_planned),
    _without_cast(dropped_as_conceded),
    with_captives,
    of_own_state,
    _without_cast(retyped),
    _without_cast(after_delays),
    regretted_as_blamed,
    with_accusers,
    _without_cast(in_halves),
    _without_cast(with_own_partners),
    recast,
)
