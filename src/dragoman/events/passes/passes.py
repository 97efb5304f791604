"""What proposals go through before their parties are found.

What is no deed goes first, for nothing else asks it; then each has the type that its words tell,
and none has whom another verb alone is told with.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence

from dragoman.events.nondeeds import is_deed
from dragoman.events.passes.dropped import dropped_as_conceded
from dragoman.events.passes.partners import with_own_partners
from dragoman.events.passes.planned import after_delays, agreed_as_planned, announced_as_planned
from dragoman.events.passes.retyped import retyped
from dragoman.events.proposal import Proposal

_Pass = Callable[[Sequence[Proposal]], Iterable[Proposal]]


def passed(proposals: Sequence[Proposal]) -> tuple[Proposal, ...]:
    """The proposals of an article after all passes, in order of the text."""
    told = tuple(proposals)
    for one in _PASSES:
        told = tuple(one(told))
    return told


def _deeds(proposals: Sequence[Proposal]) -> Iterable[Proposal]:
    return filter(is_deed, proposals)


_PASSES: tuple[_Pass, ...] = (
    _deeds,
    announced_as_planned,
    agreed_as_planned,
    dropped_as_conceded,
    retyped,
    after_delays,
    with_own_partners,
)
