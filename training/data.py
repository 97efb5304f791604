"""The corpus as tensors: sentences divided by batch, encoded, and put together to batches."""

from __future__ import annotations

import hashlib
import random
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, fields
from pathlib import Path
from typing import Literal

import torch
from torch import Tensor

from dragoman.evaluation.gold import CERTAINTIES, STATUSES, Event, Sentence, read_all
from dragoman.events.network import distance_buckets
from dragoman.events.ontology import contexts, kinds
from dragoman.events.reading import overlap
from dragoman.events.words import Words

CORPUS = Path(__file__).parent / "corpus"
TYPES = ("none", *dict.fromkeys(event for event, _ in kinds()))
MODES = tuple(kinds())
ROLES = ("none", "actors", "recipients", "attribution", "places", "times")
CONTEXTS = tuple(contexts())
IGNORED = -100

Part = Literal["train", "dev", "test"]
_HELD_OUT: tuple[tuple[int, Part], ...] = ((12, "dev"), (24, "test"), (100, "train"))


def part_of(batch: str) -> Part:
    """The part a batch belongs to: by a hash of its name, so that it never moves."""
    number = int(hashlib.sha256(batch.encode()).hexdigest(), 16) % 100
    return next(part for bound, part in _HELD_OUT if number < bound)


def load(part: Part, directory: Path = CORPUS) -> list[Sentence]:
    """The sentences of one part of the corpus.

    Raises:
        GoldError: a row is faulty.
    """
    return [
        sentence for sentence in read_all(directory) if part_of(sentence.batch) == part
    ]


@dataclass(frozen=True, slots=True)
class Target:
    """One event in terms of words: label indices, and for each word the index of its role."""

    word: int
    type: int
    mode: int
    status: int
    certainty: int
    background: bool
    roles: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class Example:
    """A sentence ready for the network."""

    words: Words
    targets: tuple[Target, ...]
    contexts: tuple[int, ...]


def encode(sentence: Sentence, words: Words) -> Example:
    """The sentence's annotation in terms of its words; events beyond the words read are lost."""
    targets: dict[int, Target] = {}
    for event in sentence.events:
        at = words.at(event.trigger)
        if at is not None:
            targets.setdefault(at, _target(event, at, words))
    return Example(
        words, tuple(targets.values()), tuple(CONTEXTS.index(c) for c in sentence.contexts)
    )


def _target(event: Event, at: int, words: Words) -> Target:
    roles = [0] * len(words.spans)
    for role in reversed(ROLES[1:]):
        for chars in event.roles.get(role, ()):
            for index, span in enumerate(words.spans):
                if overlap(span, chars):
                    roles[index] = ROLES.index(role)
    return Target(
        at,
        TYPES.index(event.event),
        MODES.index((event.event, event.mode)),
        STATUSES.index(event.status),
        CERTAINTIES.index(event.certainty),
        event.background,
        tuple(roles),
    )


@dataclass(frozen=True, slots=True)
class Batch:
    """Tensors of some sentences; events of all of them stand in one list.

    ``event_rows`` and ``event_words`` say in which sentence and at which word an event stands.
    """

    ids: Tensor
    mask: Tensor
    firsts: Tensor
    types: Tensor
    contexts: Tensor
    context_weight: Tensor
    event_rows: Tensor
    event_words: Tensor
    modes: Tensor
    statuses: Tensor
    certainties: Tensor
    background: Tensor
    roles: Tensor
    buckets: Tensor

    def to(self, device: str) -> Batch:
        """The batch on another device."""
        return Batch(*(getattr(self, field.name).to(device) for field in fields(self)))


def collate(examples: Sequence[Example], unlabelled: float = 0.3) -> Batch:
    """Put sentences together; ``unlabelled`` weighs contexts where a row names none."""
    width = max(len(e.words.pieces) for e in examples)
    count = max(len(e.words.firsts) for e in examples)
    shape = (len(examples), count)
    ids = torch.zeros(len(examples), width, dtype=torch.long)
    mask, firsts = torch.zeros_like(ids), torch.zeros(shape, dtype=torch.long)
    types = torch.full(shape, IGNORED)
    context = torch.zeros(len(examples), len(CONTEXTS))
    weight = torch.full((len(examples), 1), unlabelled)
    for row, example in enumerate(examples):
        size = len(example.words.firsts)
        ids[row, : len(example.words.pieces)] = torch.tensor(example.words.pieces)
        mask[row, : len(example.words.pieces)] = 1
        firsts[row, :size] = torch.tensor(example.words.firsts)
        types[row, :size] = 0
        for target in example.targets:
            types[row, target.word] = target.type
        context[row, list(example.contexts)] = 1.0
        if example.contexts or not example.targets:
            weight[row] = 1.0
    events = [(row, target) for row, e in enumerate(examples) for target in e.targets]
    roles = torch.full((len(events), count), IGNORED)
    for index, (_, target) in enumerate(events):
        roles[index, : len(target.roles)] = torch.tensor(target.roles)
    distances = torch.from_numpy(distance_buckets(count))
    at = torch.tensor([target.word for _, target in events], dtype=torch.long)
    return Batch(
        ids, mask, firsts, types, context, weight,
        torch.tensor([row for row, _ in events], dtype=torch.long), at,
        torch.tensor([t.mode for _, t in events], dtype=torch.long),
        torch.tensor([t.status for _, t in events], dtype=torch.long),
        torch.tensor([t.certainty for _, t in events], dtype=torch.long),
        torch.tensor([float(t.background) for _, t in events]),
        roles, distances[at],
    )  # fmt: skip


def batches(examples: Sequence[Example], size: int, rng: random.Random) -> Iterator[Batch]:
    """Batches of sentences of like length, in random order."""
    order = sorted(examples, key=lambda e: len(e.words.pieces) + rng.uniform(0, 8))
    groups = [order[start : start + size] for start in range(0, len(order), size)]
    rng.shuffle(groups)
    return map(collate, groups)
