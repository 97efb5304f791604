"""The encoder: BERT's layers, written so that ONNX Runtime can join attention to one operation.

Parameter names are those of the published weights, which load without renaming.
"""

from __future__ import annotations

import json
import math
from pathlib import Path

import torch
from safetensors.torch import load_file
from torch import Tensor, nn
from torch.nn import functional as F  # noqa: N812

_FAR = -10000.0
_LOW = 2
"""The layer whose states still tell the word itself more than its sentence."""


class Embeddings(nn.Module):
    """Word pieces, positions and the (only) segment, summed and normalised."""

    def __init__(self, pieces: int, positions: int, width: int, dropout: float) -> None:
        super().__init__()
        self.word_embeddings = nn.Embedding(pieces, width)
        self.position_embeddings = nn.Embedding(positions, width)
        self.token_type_embeddings = nn.Embedding(2, width)
        self.LayerNorm = nn.LayerNorm(width, eps=1e-12)
        self.dropout = nn.Dropout(dropout)

    def forward(self, ids: Tensor) -> Tensor:
        """The states that the first layer reads."""
        fixed = self.position_embeddings.weight + self.token_type_embeddings.weight[0]
        summed = self.word_embeddings(ids) + fixed[: ids.shape[1]]
        states: Tensor = self.dropout(self.LayerNorm(summed))
        return states


class SelfAttention(nn.Module):
    """Every piece looks at every other one."""

    def __init__(self, width: int, heads: int, dropout: float) -> None:
        super().__init__()
        self.heads, self.size = heads, width // heads
        self.query = nn.Linear(width, width)
        self.key = nn.Linear(width, width)
        self.value = nn.Linear(width, width)
        self.dropout = nn.Dropout(dropout)

    def forward(self, states: Tensor, mask: Tensor | None) -> Tensor:
        """``mask`` is 0 where a piece may be looked at, far below 0 where it is padding."""
        count, length = states.shape[0], states.shape[1]
        query, key, value = (
            part(states).view(count, length, self.heads, self.size).permute(0, 2, 1, 3)
            for part in (self.query, self.key, self.value)
        )
        scores = torch.matmul(query, key.transpose(-1, -2)) / math.sqrt(self.size)
        if mask is not None:
            scores = scores + mask
        shares = self.dropout(F.softmax(scores, dim=-1))
        found = torch.matmul(shares, value).permute(0, 2, 1, 3).contiguous()
        return found.view(count, length, self.heads * self.size)


class Joined(nn.Module):
    """A linear map added to what came before it, normalised."""

    def __init__(self, inner: int, width: int, dropout: float) -> None:
        super().__init__()
        self.dense = nn.Linear(inner, width)
        self.LayerNorm = nn.LayerNorm(width, eps=1e-12)
        self.dropout = nn.Dropout(dropout)

    def forward(self, states: Tensor, before: Tensor) -> Tensor:
        """``before`` goes round the map."""
        found: Tensor = self.LayerNorm(self.dropout(self.dense(states)) + before)
        return found


class Layer(nn.Module):
    """Attention and a feed-forward part."""

    def __init__(self, width: int, heads: int, inner: int, dropout: float) -> None:
        super().__init__()
        self.attention = nn.ModuleDict(
            {"self": SelfAttention(width, heads, dropout), "output": Joined(width, width, dropout)}
        )
        self.intermediate = nn.ModuleDict({"dense": nn.Linear(width, inner)})
        self.output = Joined(inner, width, dropout)

    def forward(self, states: Tensor, mask: Tensor | None) -> Tensor:
        """States of the same shape."""
        states = self.attention["output"](self.attention["self"](states, mask), states)
        found: Tensor = self.output(F.gelu(self.intermediate["dense"](states)), states)
        return found


class Encoder(nn.Module):
    """A BERT encoder of the size that ``config.json`` in ``directory`` gives.

    Args:
        directory: where ``config.json`` and ``model.safetensors`` lie.
        dropout: share of values dropped while training.
        weights: whether to load the weights too.
    """

    def __init__(self, directory: Path, dropout: float, weights: bool) -> None:
        super().__init__()
        config = json.loads((directory / "config.json").read_text("utf-8"))
        self.width: int = config["hidden_size"]
        self.heads: int = config["num_attention_heads"]
        self.embeddings = Embeddings(
            config["vocab_size"], config["max_position_embeddings"], self.width, dropout
        )
        layers = (
            Layer(self.width, self.heads, config["intermediate_size"], dropout)
            for _ in range(config["num_hidden_layers"])
        )
        self.encoder = nn.ModuleDict({"layer": nn.ModuleList(layers)})
        if weights:
            stored = load_file(str(directory / "model.safetensors"))
            own = self.state_dict()
            self.load_state_dict({name: stored[name] for name in own})

    @property
    def layers(self) -> list[nn.Module]:
        """The layers, lowest first."""
        layers = self.encoder["layer"]
        assert isinstance(layers, nn.ModuleList)
        return list(layers)

    def forward(self, ids: Tensor, mask: Tensor) -> tuple[Tensor, Tensor]:
        """The states of the last layer and of a low one (batch, piece, width).

        ``mask`` is 1 at the pieces of a sentence and 0 where it is padded.
        """
        far = (1.0 - mask.unsqueeze(1).unsqueeze(2).to(torch.float32)) * _FAR
        low = self.lower(ids, far)
        return self.upper(low, far), low

    def lower(self, ids: Tensor, far: Tensor | None = None) -> Tensor:
        """The low states; ``far`` is None where nothing is padded."""
        states: Tensor = self.embeddings(ids)
        for layer in self.layers[:_LOW]:
            states = layer(states, far)
        return states

    def upper(self, low: Tensor, far: Tensor | None = None) -> Tensor:
        """The last layer's states, from the low ones."""
        states = low
        for layer in self.layers[_LOW:]:
            states = layer(states, far)
        return states
