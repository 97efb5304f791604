"""Training the network on the corpus: ``python -m training.train``, then ``training.export``.

Progress, and the weights that `training.export` takes, go to ``build/training``.
"""

from __future__ import annotations

import argparse
import copy
import random
import time
from collections.abc import Sequence
from dataclasses import dataclass, replace
from pathlib import Path

import numpy as np
import torch
from tokenizers import Tokenizer
from torch import Tensor, nn

from dragoman.evaluation.gold import Sentence
from dragoman.events.network import WordReader
from training.data import CORPUS, TYPES, Example, batches, encode, load
from training.model import MAX_PIECES, Coder, loss_of, start_directory
from training.names import swap

BUILD = Path("build/training")
_UNKNOWN = 103  # [MASK]
_MAX_TYPE_WEIGHT = 2.5
_ALIKE = 0.02
"""Scores this near are noise: of such epochs the last is kept, whose other heads are better."""
_GENTLER = 3.0


@dataclass(frozen=True, slots=True)
class Plan:
    """How long and how hard to train."""

    epochs: int = 5
    size: int = 16
    encoder_rate: float = 2.5e-4
    head_rate: float = 1e-3
    layer_decay: float = 0.9
    decay: float = 0.01
    warmup: float = 0.1
    masked: float = 0.06
    smoothing: float = 0.02
    average: float = 0.99
    seed: int = 7


def examples(sentences: Sequence[Sentence]) -> list[Example]:
    """The sentences encoded for the network."""
    reader = WordReader(
        Tokenizer.from_file(str(start_directory() / "tokenizer.json")), MAX_PIECES
    )
    read = reader([s.text for s in sentences])
    return [encode(s, w) for s, w in zip(sentences, read, strict=True)]


def type_weights(encoded: Sequence[Example]) -> Tensor:
    """Weights by the inverse root of a type's count; ``none`` has 1, the mean of the others too."""
    counts = np.ones(len(TYPES))
    for example in encoded:
        for target in example.targets:
            counts[target.type] += 1
    weights = (counts[1:].mean() / counts) ** 0.5
    weights[0] = 1.0
    return torch.tensor(np.minimum(weights, _MAX_TYPE_WEIGHT), dtype=torch.float32)


def parameter_groups(model: Coder, plan: Plan) -> list[dict[str, object]]:
    """Learning rates by depth: the heads learn fastest, the lowest layers slowest.

    Word vectors stay as they were: words that the corpus lacks must keep their place among those
    that it has.
    """
    model.encoder.embeddings.requires_grad_(False)
    layers = model.encoder.layers
    groups: list[dict[str, object]] = []
    for depth, layer in enumerate(layers):
        rate = plan.encoder_rate * plan.layer_decay ** (len(layers) - 1 - depth)
        groups.append({"params": list(layer.parameters()), "lr": rate})
    heads = [p for name, p in model.named_parameters() if not name.startswith("encoder.")]
    groups.append({"params": heads, "lr": plan.head_rate})
    return groups


def masked(ids: Tensor, mask: Tensor, share: float) -> Tensor:
    """Some word pieces hidden, so that no single word decides."""
    hidden = (torch.rand(ids.shape, device=ids.device) < share) & mask.bool() & (ids > 999)
    return ids.masked_fill(hidden, _UNKNOWN)


def train(
    plan: Plan,
    sentences: Sequence[Sentence],
    held_out: Sequence[Sentence],
    start: Path | None = None,
) -> Coder:
    """Train on the sentences; returns the averaged weights of the last good epoch.

    Args:
        plan: how long and how hard.
        sentences: what to learn.
        held_out: what to choose the epoch by.
        start: weights to go on from, as after the corpus has grown; the plan's rates are divided
            by `_GENTLER` then. The public start when None.
    """
    torch.manual_seed(plan.seed)
    rng = random.Random(plan.seed)
    device = "cuda" if torch.cuda.is_available() else "cpu"
    model = Coder().to(device)
    if start is not None:
        model.load_state_dict(torch.load(start))
        plan = replace(
            plan,
            encoder_rate=plan.encoder_rate / _GENTLER,
            head_rate=plan.head_rate / _GENTLER,
        )
    average = copy.deepcopy(model).eval()
    dev = examples(held_out)
    weights = type_weights(examples(sentences)).to(device)
    optimizer = torch.optim.AdamW(
        parameter_groups(model, plan), weight_decay=plan.decay, fused=True
    )
    steps = plan.epochs * (len(sentences) // plan.size + 1)
    schedule = torch.optim.lr_scheduler.OneCycleLR(
        optimizer, [float(str(g["lr"])) for g in optimizer.param_groups], total_steps=steps + 1,
        pct_start=plan.warmup, anneal_strategy="linear", cycle_momentum=False,
    )  # fmt: skip
    best, kept = float("inf"), copy.deepcopy(average.state_dict())
    step = 0
    for epoch in range(plan.epochs):
        begun, total = time.monotonic(), 0.0
        model.train()
        encoded = examples([swap(s, rng) for s in sentences])
        for batch in (b.to(device) for b in batches(encoded, plan.size, rng)):
            ids = masked(batch.ids, batch.mask, plan.masked)
            with torch.autocast(device, torch.bfloat16):
                outputs = model(ids, batch.mask, batch.firsts)
            outputs = tuple(o.float() for o in outputs)
            loss = loss_of(outputs, batch, model.distance, weights, plan.smoothing)
            loss.backward()  # type: ignore[no-untyped-call]
            nn.utils.clip_grad_norm_(model.parameters(), 1.0)
            optimizer.step()
            schedule.step()
            optimizer.zero_grad(set_to_none=True)
            step += 1
            _average(average, model, min(plan.average, step / (step + 10)))
            total += loss.item() * len(batch.ids)
        scored = evaluate(average, dev, device)
        print(
            f"epoch {epoch + 1}: loss {total / len(encoded):.3f}, held out {scored:.3f}, "
            f"{time.monotonic() - begun:.0f} s", flush=True,
        )  # fmt: skip
        best = min(best, scored)
        if scored <= best + _ALIKE:
            kept = copy.deepcopy(average.state_dict())
    average.load_state_dict(kept)
    return average.cpu()


@torch.no_grad()
def _average(average: nn.Module, model: nn.Module, share: float) -> None:
    for old, new in zip(average.parameters(), model.parameters(), strict=True):
        if new.requires_grad:
            old.lerp_(new, 1 - share)


@torch.no_grad()
def evaluate(model: Coder, encoded: Sequence[Example], device: str) -> float:
    """A figure to choose epochs by: 1 less the F1 of triggers with the right type."""
    model.eval()
    right = found = gold = 0
    for batch in (b.to(device) for b in batches(encoded, 32, random.Random(0))):
        predicted = model(batch.ids, batch.mask, batch.firsts)[1].argmax(-1)
        right += int(((predicted == batch.types) & (batch.types > 0)).sum())
        found += int(((predicted > 0) & (batch.types >= 0)).sum())
        gold += int((batch.types > 0).sum())
    return 1 - 2 * right / max(1, found + gold)


def main() -> None:
    """Train with the plan's figures, or with those given, and keep the weights."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--epochs", type=int, default=Plan().epochs)
    parser.add_argument("--corpus", type=Path, default=CORPUS)
    parser.add_argument("--threads", type=int, default=2)
    parser.add_argument("--seed", type=int, default=Plan().seed)
    parser.add_argument("--start", type=Path, help="weights to go on from")
    parser.add_argument("--out", type=Path, default=BUILD / "weights.pt")
    options = parser.parse_args()
    torch.set_num_threads(options.threads)
    sentences, held_out = load("train", options.corpus), load("dev", options.corpus)
    print(f"{len(sentences)} sentences to train on, {len(held_out)} to choose by", flush=True)
    plan = Plan(epochs=options.epochs, seed=options.seed)
    model = train(plan, sentences, held_out, options.start)
    options.out.parent.mkdir(parents=True, exist_ok=True)
    torch.save(model.state_dict(), options.out)


if __name__ == "__main__":
    main()
