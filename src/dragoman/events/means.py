"""By what means a deed was done, where the words of its sentence must name it.

The network reads a suicide attack in much that armed Islamists do. Its sentence tells of one only
with a word for who died in it: 'a suicide bomber', 'blew himself up', 'an explosive vest'.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace

from dragoman.events.proposal import Proposal

_DYING = frozenset(
    "suicide suicides bomber bombers himself herself themselves itself vest vests belt belts "
    "kamikaze martyrdom self".split()
)
_EXPLOSIVES = frozenset(
    "bomb bombing blast explosion explosive explode detonate ied landmine".split()
)


def with_told_means(proposals: Iterable[Proposal]) -> Iterator[Proposal]:
    """The proposals, without the mode of a suicide attack that no word of the sentence tells."""
    for proposal in proposals:
        if proposal.mode != "suicide-attack" or _tells(proposal, _DYING):
            yield proposal
        else:
            mode = "explosives" if _tells(proposal, _EXPLOSIVES) else None
            yield replace(proposal, mode=mode)


def _tells(proposal: Proposal, words: frozenset[str]) -> bool:
    """Whether the sentence holds one of the words, however it is inflected."""
    return any(
        token.lemma_.lower() in words or token.lower_ in words for token in proposal.trigger.sent
    )
