"""The glance at a sentence's words that spares it the encoder: ``python -m training.glance``.

A tiny network over word pieces learns what the encoder's sieve says of the corpus's sentences, and
costs a small part of the layers below that sieve. ``glance.onnx`` is written beside the model;
`training.calibrate` then sets how little a sentence may promise to be left there.
"""

from __future__ import annotations

import argparse
import json
import random
import tempfile
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

import torch
from onnxruntime.quantization import QuantType, quantize_dynamic
from torch import Tensor, nn
from torch.nn import functional as F  # noqa: N812
from torch.nn.utils.rnn import pad_sequence

from dragoman.events.network import Network
from dragoman.events.prevalence import chance_of
from training.data import CORPUS, load
from training.export import MODEL
from training.model import start_directory

_UNKNOWN = 100
"""The word piece that stands for words the tokenizer does not know."""


@dataclass(frozen=True, slots=True)
class Plan:
    """How the glance is trained.

    Attributes:
        epochs: times that all sentences are seen.
        size: sentences a batch.
        rate: the highest learning rate.
        hidden: share of word pieces that are hidden, so that no single one is relied on.
        seed: of weights, order and hiding.
    """

    epochs: int = 5
    size: int = 128
    rate: float = 3e-3
    hidden: float = 0.05
    seed: int = 7


class Glance(nn.Module):
    """Word pieces, filters over three in a row, and each filter's highest and mean answer.

    Args:
        width: numbers that stand for a piece.
        filters: how many.
    """

    def __init__(self, width: int = 32, filters: int = 64) -> None:
        super().__init__()
        self.pieces = nn.Embedding(vocabulary(), width, padding_idx=0)
        nn.init.normal_(self.pieces.weight, 0, 0.1)
        self.filters = nn.Conv1d(width, filters, 3, padding=1)
        self.dropout = nn.Dropout(0.2)
        self.answer = nn.Linear(2 * filters, 1)

    def forward(self, ids: Tensor) -> Tensor:
        """Log-odds that each sentence (batch, piece) holds an event; 0 pads shorter ones."""
        shown = (ids > 0).unsqueeze(1).to(self.pieces.weight.dtype)
        found = torch.relu(self.filters(self.dropout(self.pieces(ids)).transpose(1, 2))) * shown
        pooled = torch.cat((found.amax(2), found.sum(2) / shown.sum(2)), 1)
        scores: Tensor = self.answer(self.dropout(pooled)).squeeze(1)
        return scores


def vocabulary() -> int:
    """How many word pieces there are."""
    config = json.loads((start_directory() / "config.json").read_text("utf-8"))
    return int(config["vocab_size"])


def train(plan: Plan, sentences: Sequence[tuple[Tensor, float]]) -> Glance:
    """A glance that gives each sentence, told by its word pieces, about the chance beside it."""
    torch.manual_seed(plan.seed)
    rng = random.Random(plan.seed)
    model = Glance()
    optimizer = torch.optim.AdamW(model.parameters(), weight_decay=1e-3)
    steps = plan.epochs * -(-len(sentences) // plan.size)
    schedule = torch.optim.lr_scheduler.OneCycleLR(optimizer, plan.rate, steps)
    for epoch in range(plan.epochs):
        total = 0.0
        for ids, chances in _batches(sentences, plan.size, rng):
            hidden = (torch.rand(ids.shape) < plan.hidden) & (ids > 0)
            loss = F.binary_cross_entropy_with_logits(
                model(ids.masked_fill(hidden, _UNKNOWN)), chances
            )
            optimizer.zero_grad()
            loss.backward()
            optimizer.step()
            schedule.step()
            total += loss.item() * len(ids)
        print(f"epoch {epoch + 1}: loss {total / len(sentences):.4f}", flush=True)
    return model.eval()


def _batches(
    sentences: Sequence[tuple[Tensor, float]], size: int, rng: random.Random
) -> Iterator[tuple[Tensor, Tensor]]:
    order = sorted(sentences, key=lambda s: len(s[0]) + rng.uniform(0, 4))
    groups = [order[start : start + size] for start in range(0, len(order), size)]
    rng.shuffle(groups)
    for group in groups:
        ids = pad_sequence([ids for ids, _ in group], batch_first=True)
        yield ids, torch.tensor([chance for _, chance in group])


def export(model: Glance, path: Path) -> None:
    """Write the glance as a graph that reads one sentence, its table of word pieces in int8."""
    with tempfile.TemporaryDirectory() as folder:
        plain = Path(folder) / "plain.onnx"
        torch.onnx.export(
            model,
            (torch.ones(1, 9, dtype=torch.long),),
            str(plain),
            input_names=["ids"],
            output_names=["score"],
            dynamic_axes={"ids": {1: "pieces"}},
            opset_version=17,
            dynamo=False,
        )
        quantize_dynamic(
            plain, path, weight_type=QuantType.QInt8, op_types_to_quantize=["Gather"]
        )


def main() -> None:
    """Train the glance for the model in the package, or for the one in the directory given."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--model", type=Path, default=MODEL)
    parser.add_argument("--corpus", type=Path, default=CORPUS)
    options = parser.parse_args()
    network = Network(options.model, threads=0)
    taught = [
        (torch.tensor(words.pieces), chance_of(network.sift(words).score))
        for words in network.words([s.text for s in load("train", options.corpus)])
    ]
    export(train(Plan(), taught), options.model / "glance.onnx")


if __name__ == "__main__":
    main()
