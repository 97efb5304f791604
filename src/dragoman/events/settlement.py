"""Where grammar and encoder disagree: the one place that says whose word holds.

The encoder judges every word of a sentence and knows far more wordings than the tables; the tables
are exact where a whole phrase fits them. So a word that both take for a trigger is one, of the type
that both give, or of the surer one's; what only the encoder reads must be likely; what only the
tables read must be a phrase, not a bare word. What the tables read as asked for, refused or
threatened is no event of its own, whatever the encoder says.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from dragoman.analysis import Analysis
from dragoman.events.encoder import Encoder, EncoderTyper
from dragoman.events.lexical import PHRASE, LexicalTyper
from dragoman.events.proposal import Proposal, Typer

# Chosen on the sample news and on outside news read by hand: lone readings of the encoder under the
# first are wrong too often; what it gives less than the second it has not seen.
_ALONE = 0.75
_FAINT = 0.12
# How sure the encoder must be to overrule the type of a bare word, and of a phrase, in the tables.
_OVERRULES_WORD = 0.6
_OVERRULES_PHRASE = 0.95
_AGREED = 0.5  # share of the remaining doubt that agreement takes away


class SettledTyper:
    """Types events by encoder and tables together; see the module's head.

    Args:
        encoder: a typer that proposes generously (down to ``_FAINT``); the package's when None.
        tables: the typer by tables; the package's when None.
    """

    def __init__(self, encoder: Typer | None = None, tables: Typer | None = None) -> None:
        self._encoder = encoder or EncoderTyper(Encoder(threshold=_FAINT))
        self._tables = tables or LexicalTyper()

    def __call__(self, analysis: Analysis) -> tuple[Proposal, ...]:
        """The proposals for every sentence that is to be coded, in order of their triggers."""
        read = {proposal.trigger.i: proposal for proposal in self._encoder(analysis)}
        listed = {proposal.trigger.i: proposal for proposal in self._tables(analysis)}
        return tuple(self._settled(read, listed))

    def _settled(
        self, read: dict[int, Proposal], listed: dict[int, Proposal]
    ) -> Iterator[Proposal]:
        asked = {p.inner.trigger.i for p in listed.values() if p.inner is not None}
        for index in sorted(read.keys() - asked | listed.keys()):
            mine, theirs = read.get(index), listed.get(index)
            if mine is not None and theirs is not None:
                yield _joined(mine, theirs)
            elif mine is not None and mine.confidence >= _ALONE:
                yield mine
            elif theirs is not None and theirs.confidence >= PHRASE:
                yield theirs


def _joined(mine: Proposal, theirs: Proposal) -> Proposal:
    """One proposal of the encoder's and the tables' at the same word."""
    if mine.event == theirs.event:
        doubt = (1 - mine.confidence) * _AGREED
        mode = theirs.mode
        if mode is None and mine.trigger.pos_ == "VERB":
            mode = mine.mode  # the tables tell a noun's means by its modifiers, a verb's seldom
        return replace(mine, mode=mode, confidence=1 - doubt, inner=theirs.inner)
    overrules = _OVERRULES_PHRASE if theirs.confidence >= PHRASE else _OVERRULES_WORD
    if mine.confidence >= overrules:
        return mine
    return replace(theirs, actors=mine.actors, recipients=mine.recipients)
