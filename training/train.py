"""Training the network on the corpus: ``python -m training.train``, then ``training.export``.

Progress, and the weights that `training.export` takes, go to ``build/training``.
"""

from __future__ import annotations

import argparse
import copy
import random
import time
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, replace
from itertools import groupby
from operator import itemgetter
from pathlib import Path

import numpy as np
import torch
from torch import Tensor, nn

from dragoman.evaluation.gold import Sentence, read_all
from training.data import CORPUS, TYPES, Batch, Example, batches, part_of
from training.epochs import epochs, examples, steps
from training.losses import loss_of, role_scores
from training.model import Coder
from training.teachers import Teachers, taught_loss

BUILD = Path("build/training")
_UNKNOWN = 103  # [MASK]
_MAX_TYPE_WEIGHT = 2.5
_ALIKE = 0.02
"""Scores this near are noise: of such epochs the last is kept, whose other heads are better."""
_GENTLER = 3.0
_PERIOD = 8
"""Steps between two looks at the weights for their average."""


@dataclass(frozen=True, slots=True)
class Plan:
    """How long and how hard to train."""

    epochs: int = 5
    size: int = 64
    encoder_rate: float = 4e-4
    head_rate: float = 1e-3
    layer_decay: float = 0.9
    decay: float = 0.01
    warmup: float = 0.1
    masked: float = 0.06
    smoothing: float = 0.02
    average: float = 0.99
    taught: float = 0.4
    seed: int = 7


def type_weights(sentences: Sequence[Sentence]) -> Tensor:
    """Weights by the inverse root of a type's count; ``none`` has 1, the mean of the others too."""
    counted = Counter(event.event for sentence in sentences for event in sentence.events)
    counts = np.array([1 + counted[kind] for kind in TYPES])
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
    model: Coder,
    plan: Plan,
    sentences: Sequence[Sentence],
    held_out: Sequence[Sentence],
    teachers: Sequence[Path] = (),
) -> Coder:
    """Train on the sentences; returns the averaged weights of the last good epoch.

    Args:
        model: the network to train.
        plan: how long and how hard.
        sentences: what to learn.
        held_out: what to choose the epoch by.
        teachers: weights to learn from beside the rows; see `training.teachers`.
    """
    torch.manual_seed(plan.seed)
    device = "cuda" if torch.cuda.is_available() else "cpu"
    model = model.to(device)
    average = copy.deepcopy(model).eval()
    dev = examples(held_out)
    optimizer = torch.optim.AdamW(
        parameter_groups(model, plan), weight_decay=plan.decay, fused=True
    )
    planned = plan.epochs * steps(len(sentences), plan.size)
    schedule = torch.optim.lr_scheduler.OneCycleLR(
        optimizer, [float(str(g["lr"])) for g in optimizer.param_groups], total_steps=planned + 1,
        pct_start=plan.warmup, anneal_strategy="linear", cycle_momentum=False,
    )  # fmt: skip
    weights = type_weights(sentences).to(device)
    teach = Teachers(teachers, device) if teachers else None
    best, kept = float("inf"), copy.deepcopy(average.state_dict())
    step = 0
    coming = epochs(sentences, plan.epochs, plan.size, plan.seed)
    for epoch, numbered in groupby(coming, key=itemgetter(0)):
        begun, total = time.monotonic(), torch.zeros((), device=device)
        model.train()
        for batch in (b.to(device) for _, b in numbered):
            loss = _loss(model, batch, plan, weights, device, teach)
            loss.backward()  # type: ignore[no-untyped-call]
            nn.utils.clip_grad_norm_(model.parameters(), 1.0)
            optimizer.step()
            schedule.step()
            optimizer.zero_grad(set_to_none=True)
            step += 1
            if step % _PERIOD == 0:
                _average(average, model, min(plan.average, step / (step + 10)) ** _PERIOD)
            total += loss.detach() * len(batch.ids)
        scored = evaluate(average, dev, device)
        print(
            f"epoch {epoch}: loss {total.item() / len(sentences):.3f}, held out "
            + ", ".join(f"{name} {score:.4f}" for name, score in scored.items())
            + f", {time.monotonic() - begun:.0f} s", flush=True,
        )  # fmt: skip
        missed = 1 - scored["triggers"]
        best = min(best, missed)
        if missed <= best + _ALIKE:
            kept = copy.deepcopy(average.state_dict())
    average.load_state_dict(kept)
    return average.cpu()


def _loss(
    model: Coder, batch: Batch, plan: Plan, weights: Tensor, device: str, teach: Teachers | None
) -> Tensor:
    ids = masked(batch.ids, batch.mask, plan.masked)
    with torch.autocast(device, torch.bfloat16):
        outputs = model(ids, batch.mask, batch.firsts)
    outputs = tuple(o.float() for o in outputs)
    told = loss_of(outputs, batch, model.distance, weights, plan.smoothing)
    if teach is None:
        return told
    taught = taught_loss(outputs, batch, model.distance, teach(batch))
    return (1 - plan.taught) * told + plan.taught * taught


@torch.no_grad()
def _average(average: nn.Module, model: nn.Module, share: float) -> None:
    for old, new in zip(average.parameters(), model.parameters(), strict=True):
        if new.requires_grad:
            old.lerp_(new, 1 - share)


@torch.no_grad()
def evaluate(model: Coder, encoded: Sequence[Example], device: str) -> dict[str, float]:
    """Figures to follow and to choose epochs by, from 0 to 1.

    Returns:
        ``triggers``: F1 of triggers with the right type, ``status``: share of right statuses at
        gold triggers; ``actors`` and ``recipients``: F1 of their words there.
    """
    model.eval()
    right = found = gold = statuses = 0
    words = {name: [0, 0, 0] for name in ("actors", "recipients")}
    for batch in (b.to(device) for b in batches(encoded, 64, random.Random(0))):
        with torch.autocast(device, torch.bfloat16, enabled=device != "cpu"):
            outputs = model(batch.ids, batch.mask, batch.firsts)
        predicted = outputs[1].argmax(-1)
        right += int(((predicted == batch.types) & (batch.types > 0)).sum())
        found += int(((predicted > 0) & (batch.types >= 0)).sum())
        gold += int((batch.types > 0).sum())
        given = outputs[3][batch.event_rows, batch.event_words].argmax(-1)
        statuses += int((given == batch.statuses).sum())
        outputs = tuple(o.float() for o in outputs)
        roles = role_scores(outputs, batch, model.distance).argmax(-1)
        for role, counts in enumerate(words.values(), start=1):
            counts[0] += int(((roles == role) & (batch.roles == role)).sum())
            counts[1] += int(((roles == role) & (batch.roles >= 0)).sum())
            counts[2] += int((batch.roles == role).sum())
    return {
        "triggers": 2 * right / max(1, found + gold),
        "status": statuses / max(1, gold),
        **{name: 2 * r / max(1, f + g) for name, (r, f, g) in words.items()},
    }


def main() -> None:
    """Train with the plan's figures, or with those given, and keep the weights."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--start", type=Path, help="weights to go on from, at gentler rates")
    parser.add_argument("--teachers", type=Path, nargs="+", default=[],
                        help="weights to learn from beside the rows")  # fmt: skip
    parser.add_argument("--epochs", type=int)
    parser.add_argument("--size", type=int, help="sentences a step")
    parser.add_argument("--rate", type=float, help="how fast the encoder learns")
    parser.add_argument("--seed", type=int)
    parser.add_argument("--corpus", type=Path, default=CORPUS)
    parser.add_argument("--threads", type=int, default=2)
    parser.add_argument("--out", type=Path, default=BUILD / "weights.pt")
    options = parser.parse_args()
    torch.set_num_threads(options.threads)
    rows = read_all(options.corpus)
    sentences = [s for s in rows if part_of(s.batch) == "train"]
    held_out = [s for s in rows if part_of(s.batch) == "dev"]
    print(f"{len(sentences)} sentences to train on, {len(held_out)} to choose by", flush=True)
    plan = Plan()
    given = {"epochs": options.epochs, "size": options.size, "seed": options.seed,
             "encoder_rate": options.rate}  # fmt: skip
    plan = replace(plan, **{name: value for name, value in given.items() if value is not None})
    model = Coder()
    if options.start:
        model.load_state_dict(torch.load(options.start))
        plan = replace(
            plan,
            encoder_rate=plan.encoder_rate / _GENTLER,
            head_rate=plan.head_rate / _GENTLER,
        )
    trained = train(model, plan, sentences, held_out, options.teachers)
    options.out.parent.mkdir(parents=True, exist_ok=True)
    torch.save(trained.state_dict(), options.out)


if __name__ == "__main__":
    main()
