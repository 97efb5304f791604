"""The batches of each epoch, made ready by processes of their own while others are learnt."""

from __future__ import annotations

import os
import random
from collections import deque
from collections.abc import Iterator, Sequence
from concurrent.futures import Future, ProcessPoolExecutor
from functools import cache
from multiprocessing import get_context

import numpy as np
import torch
from numpy.typing import NDArray
from tokenizers import Tokenizer

from dragoman.evaluation.gold import Sentence
from dragoman.events.words import WordReader
from training.data import Batch, Example, batches, encode
from training.model import MAX_PIECES, start_directory
from training.names import swap

_CHUNK = 4000
"""Sentences that one process makes ready at a time; batches are of like length within them."""

_Plain = list[tuple[NDArray[np.generic], ...]]


@cache
def _reader() -> WordReader:
    return WordReader(
        Tokenizer.from_file(str(start_directory() / "tokenizer.json")), MAX_PIECES
    )


def examples(sentences: Sequence[Sentence]) -> list[Example]:
    """The sentences encoded for the network."""
    read = _reader()([s.text for s in sentences])
    return [encode(s, w) for s, w in zip(sentences, read, strict=True)]


def steps(sentences: int, size: int) -> int:
    """How many batches of ``size`` an epoch of so many sentences has."""
    whole, rest = divmod(sentences, _CHUNK)
    return whole * -(-_CHUNK // size) + -(-rest // size)


def epochs(
    sentences: Sequence[Sentence], number: int, size: int, seed: int
) -> Iterator[tuple[int, Batch]]:
    """Yield the batches of every epoch, each beside the epoch's number (from 1).

    Every epoch has the sentences in another order and with other names.
    """
    workers = max(1, (os.cpu_count() or 2) // 4)
    with ProcessPoolExecutor(workers, get_context("spawn")) as pool:
        begun: deque[tuple[int, Future[_Plain]]] = deque()
        for epoch in range(1, number + 1):
            order = random.Random(f"{seed} {epoch}").sample(sentences, len(sentences))
            for at in range(0, len(order), _CHUNK):
                chunk = order[at : at + _CHUNK]
                begun.append((epoch, pool.submit(_ready, chunk, size, f"{seed} {epoch} {at}")))
                if len(begun) > 2 * workers:
                    yield from _finished(*begun.popleft())
        while begun:
            yield from _finished(*begun.popleft())


def _finished(epoch: int, job: Future[_Plain]) -> Iterator[tuple[int, Batch]]:
    for plain in job.result():
        yield epoch, Batch(*map(torch.from_numpy, plain))


def _ready(sentences: Sequence[Sentence], size: int, seed: str) -> _Plain:
    """Batches as plain arrays, which pass between processes more readily than tensors."""
    rng = random.Random(seed)
    encoded = examples([swap(s, rng) for s in sentences])
    return [tuple(t.numpy() for t in _fields(b)) for b in batches(encoded, size, rng)]


def _fields(batch: Batch) -> tuple[torch.Tensor, ...]:
    return tuple(getattr(batch, name) for name in Batch.__slots__)
