"""What proposals go through before their parties are found.

What is no deed goes first, for nothing else asks it; then each has the type that its words tell,
and none has whom another verb alone is told with.
"""

from __future__ import annotations

from collections.abc import Sequence

from dragoman.events.nondeeds import is_deed
from dragoman.events.passes.partners import with_own_partners
from dragoman.events.passes.retyped import retyped
from dragoman.events.proposal import Proposal


def passed(proposals: Sequence[Proposal]) -> tuple[Proposal, ...]:
    """The proposals of an article after all passes, in order of the text."""
    return with_own_partners(tuple(retyped(filter(is_deed, proposals))))
