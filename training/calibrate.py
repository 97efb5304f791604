"""Setting an exported model's thresholds on held-out text: ``python -m training.calibrate``.

Chosen on the part ``dev``: the threshold of triggers (F1 of triggers with the right type), that of
contexts (F1 of contexts), the two figures that make confidence the share of readings that are
right, and how fine the glance and the sieve are. They are written to ``config.json`` beside the
model; nothing here sees the part ``test``.
"""

from __future__ import annotations

import argparse
import json
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

import numpy as np

from dragoman.evaluation.gold import Sentence
from dragoman.evaluation.scores import f1
from dragoman.events.network import Network, Scores, softmax
from training.data import CORPUS, load
from training.export import MODEL
from training.logistic import fit

_THRESHOLDS = np.arange(0.2, 0.8, 0.02)
_KEPT = {"glance": 0.9998, "sieve": 0.998}
"""Share of the sentences with a likely event that the two looks before reading let through."""


@dataclass(frozen=True, slots=True)
class Judged:
    """A word's probabilities of being a trigger and of its best type, and whether that is right."""

    trigger: float
    type: float
    right: bool


def judge(scores: Scores, sentence: Sentence, types: Sequence[str]) -> list[Judged]:
    """Every word of the sentence, judged by the gold events."""
    gold: dict[int, set[str]] = {}
    for event in sentence.events:
        if (word := scores.words.at(event.trigger)) is not None:
            gold.setdefault(word, set()).add(event.event)
    chances = softmax(scores.types)
    best = chances[:, 1:].argmax(axis=1) + 1
    return [
        Judged(1 - float(row[0]), float(row[label]), types[label] in gold.get(word, ()))
        for word, (row, label) in enumerate(zip(chances, best, strict=True))
    ]


def trigger_threshold(judged: Sequence[Judged], gold: int) -> float:
    """The threshold with the best F1; the middle one of those within a thousandth of it."""
    scored = []
    for threshold in _THRESHOLDS:
        read = [j for j in judged if j.trigger >= threshold]
        scored.append(f1(sum(j.right for j in read), len(read), gold))
    near = _THRESHOLDS[np.array(scored) > max(scored) - 0.001]
    return round(float(near[len(near) // 2]), 2)


def context_threshold(
    found: Sequence[Scores], gold: Sequence[Sentence], names: Sequence[str]
) -> float:
    """The threshold with the best F1 of contexts, over sentences that name any."""
    pairs = [(s, g) for s, g in zip(found, gold, strict=True) if g.contexts]
    if not pairs:
        return 0.5
    chances = 1 / (1 + np.exp(-np.array([s.contexts for s, _ in pairs])))
    told = np.array([[name in g.contexts for name in names] for _, g in pairs])
    return round(
        float(
            max(
                _THRESHOLDS,
                key=lambda t: f1(
                    int(((chances >= t) & told).sum()), int((chances >= t).sum()), int(told.sum())
                ),
            )
        ),
        2,
    )


def confidence(judged: Sequence[Judged]) -> tuple[float, ...]:
    """Slope and intercept of a logistic fit of being right on the log-odds of the type (Platt)."""
    chances = np.clip([j.type for j in judged], 1e-6, 1 - 1e-6)
    odds = np.log(chances / (1 - chances))
    return fit(odds[:, None], [j.right for j in judged], (1.0, 0.0), ridge=0.01)


def least_score(scores: Sequence[float], kept: float) -> float:
    """The score that this share of the sentences that hold an event reach."""
    return round(float(np.quantile(scores, 1 - kept)), 3)


def main() -> None:
    """Calibrate the model in the package, or the one in the directory given."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--model", type=Path, default=MODEL)
    parser.add_argument("--corpus", type=Path, default=CORPUS)
    options = parser.parse_args()
    directory: Path = options.model
    sentences = load("dev", options.corpus)
    network = Network(directory, threads=0)
    types = network.settings.types
    found: list[Scores] = []
    sieves: list[float] = []
    for words in network.words([s.text for s in sentences]):
        sifted = network.sift(words)
        sieves.append(sifted.score)
        found.append(network.read_on(sifted))
    judged = [j for s, g in zip(found, sentences, strict=True) for j in judge(s, g, types)]
    gold = sum(len({e.trigger for e in s.events}) for s in sentences)
    threshold = trigger_threshold(judged, gold)
    settings = json.loads((directory / "config.json").read_text("utf-8"))
    settings["trigger_threshold"] = threshold
    holding = [
        (network.glance(scores.words), sieve)
        for scores, sieve in zip(found, sieves, strict=True)
        if len(scores.types) and 1 - softmax(scores.types)[:, 0].min() >= threshold
    ]
    settings["glance"] = least_score([glance for glance, _ in holding], _KEPT["glance"])
    settings["sieve"] = least_score([sieve for _, sieve in holding], _KEPT["sieve"])
    settings["context_threshold"] = context_threshold(found, sentences, network.settings.contexts)
    settings["confidence"] = confidence([j for j in judged if j.trigger >= threshold])
    (directory / "config.json").write_text(json.dumps(settings, indent=1) + "\n", "utf-8")
    chosen = ("glance", "sieve", "trigger_threshold", "context_threshold", "confidence")
    print({key: settings[key] for key in chosen})


if __name__ == "__main__":
    main()
