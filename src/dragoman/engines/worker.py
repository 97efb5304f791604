"""One process of the pool: takes batches through a pipe, codes them, and minds its memory."""

from __future__ import annotations

import os
import signal
from collections.abc import Callable, Iterable
from dataclasses import replace
from multiprocessing.connection import Connection

from dragoman.coder import Coder
from dragoman.engines.batch import Batch, Coded, code_batch

ARTICLES_A_WORKER = 20_000
"""After so many articles a worker is replaced: libraries keep a little of every text they see."""

_SLACK = 2
"""Times its share that a worker may ask of the system at once, before it is refused memory."""


def work(
    pipe: Connection,
    make: Callable[[], Coder],
    share: int | None,
    others: Iterable[Connection],
) -> None:
    """Code batches until the pipe is closed.

    Args:
        pipe: gives batches, takes what became of them.
        make: gives the coder.
        share: bytes of its own that the process may hold; None for no bound.
        others: ends of other pipes, inherited, to be closed: each must end with its one owner.
    """
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # the parent ends it
    for other in others:
        other.close()
    if share is not None:
        _refuse_beyond(share * _SLACK)
    coder = make()
    articles = 0
    try:
        while True:
            batch: Batch = pipe.recv()
            coded: Coded = code_batch(coder, batch)
            articles += len(batch.finds)
            over = share is not None and own_memory() > share
            retire = over or articles >= ARTICLES_A_WORKER
            pipe.send(replace(coded, retire=retire))
            if retire:
                return
    except (EOFError, BrokenPipeError, ConnectionResetError):
        return


def own_memory() -> int:
    """Bytes of memory that this process shares with no other; all it ever held where unknown."""
    try:
        with open("/proc/self/smaps_rollup", encoding="ascii") as lines:
            return sum(
                int(line.split()[1]) * 1024
                for line in lines
                if line.startswith(("Private_Clean:", "Private_Dirty:"))
            )
    except OSError:
        import resource

        return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss * 1024


def memory() -> int:
    """Bytes of memory that this process holds, shared ones included; 0 where unknown."""
    try:
        with open("/proc/self/statm", encoding="ascii") as fields:
            return int(fields.read().split()[1]) * os.sysconf("SC_PAGE_SIZE")
    except OSError:
        return 0


def _refuse_beyond(more: int) -> None:
    """Let the system refuse this process over ``more`` bytes beyond what it has now."""
    try:
        import resource

        with open("/proc/self/status", encoding="ascii") as lines:
            held = next(int(line.split()[1]) for line in lines if line.startswith("VmData:"))
        resource.setrlimit(resource.RLIMIT_DATA, (held * 1024 + more, resource.RLIM_INFINITY))
    except (ImportError, OSError, StopIteration, ValueError):
        return  # another system: the worker is still replaced when over its share
