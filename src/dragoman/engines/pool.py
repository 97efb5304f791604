"""A pool of processes on one machine: order kept, the queue bounded, the dead named and replaced.

On Linux the processes are forked from one that has loaded everything, so they share the model's
memory; elsewhere each loads its own. Every worker has one pipe and holds one batch, so there are
no threads and no locks, and a worker's death is seen as the end of its pipe.
"""

from __future__ import annotations

import gc
import multiprocessing
import sys
from collections import deque
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from multiprocessing.connection import Connection, wait
from multiprocessing.process import BaseProcess
from typing import Any

from dragoman.coder import Coder
from dragoman.engines.batch import Batch, Coded, lost
from dragoman.engines.worker import memory, work

_AHEAD = 4
"""Batches a worker that may be done and waiting for an earlier one."""

_LEAST_SHARE = 192 * 2**20
"""Bytes that a worker needs beside the shared model, for long articles."""


@dataclass(slots=True)
class _Worker:
    number: int
    process: BaseProcess
    pipe: Connection
    batch: Batch | None = None


class Pool:
    """Processes that code.

    Args:
        make: gives a loaded coder; must be picklable where processes cannot be forked.
        workers: how many processes.
        limit: bytes of memory for all together, None for no bound. Fewer workers than asked for
            are started where it is too small for them.
        complain: is told of workers that died, one line each.
    """

    def __init__(
        self,
        make: Callable[[], Coder],
        workers: int,
        *,
        limit: int | None = None,
        complain: Callable[[str], None],
    ) -> None:
        forks = sys.platform == "linux"
        self._context: Any = multiprocessing.get_context("fork" if forks else "spawn")
        self._complain = complain
        if forks:
            loaded = make()
            self._make: Callable[[], Coder] = lambda: loaded
            gc.collect()
            gc.freeze()  # the collector would touch, and so copy, every shared page
        else:
            self._make = make
        self._share = None
        if limit is not None:
            held = memory()
            free = max(limit - held, 0)
            fitting = min(workers, free // _LEAST_SHARE)
            if not fitting:
                needed = _in_mib(held + _LEAST_SHARE)
                complain(
                    f"{_in_mib(limit)} is less than one worker needs, about {needed}; one is "
                    "started all the same"
                )
            elif fitting < workers:
                complain(f"{fitting} of {workers} workers fit into the memory allowed")
            workers = max(1, fitting)
            self._share = max(free // workers, _LEAST_SHARE)
        self._workers: list[_Worker] = []
        for number in range(1, workers + 1):
            self._workers.append(self._started(number))

    def __enter__(self) -> Pool:
        return self

    def __exit__(self, *_: object) -> None:
        for worker in self._workers:
            worker.pipe.close()
            if worker.batch is not None:
                worker.process.terminate()
        for worker in self._workers:
            worker.process.join()
        gc.unfreeze()

    def code(self, batches: Iterable[Batch]) -> Iterator[Coded]:
        """What becomes of each batch, in order.

        A batch whose worker dies is tried once more, article by article; an article whose worker
        dies again is left and named.
        """
        source = iter(batches)
        retries: deque[Batch] = deque()
        done: dict[int, Coded] = {}
        position: int | None = None
        while True:
            for worker in [w for w in self._workers if w.batch is None]:
                room = len(done) < _AHEAD * len(self._workers)
                batch = retries.popleft() if retries else next(source, None) if room else None
                if batch is None:
                    break
                position = batch.start if position is None else position
                self._give(worker, batch)
            if all(worker.batch is None for worker in self._workers):
                return
            for batch, coded in self._answers():
                if coded is not None:
                    done[batch.start] = coded
                elif batch.tried:
                    why = "its worker died twice; the article is left, look at it by itself"
                    done[batch.start] = lost(batch, why)
                else:
                    retries.extend(batch.singly())
            while position in done:
                coded = done.pop(position)
                position += coded.count
                yield coded

    def _started(self, number: int) -> _Worker:
        mine, theirs = self._context.Pipe()
        inherited = [w.pipe for w in self._workers if w.number != number]
        others = [*inherited, mine] if self._context.get_start_method() == "fork" else []
        process = self._context.Process(
            target=work, args=(theirs, self._make, self._share, others), daemon=True
        )
        process.start()
        theirs.close()
        return _Worker(number, process, mine)

    def _replace(self, worker: _Worker) -> None:
        worker.pipe.close()
        worker.process.join()
        self._workers[self._workers.index(worker)] = self._started(worker.number)

    def _give(self, worker: _Worker, batch: Batch) -> None:
        worker.batch = batch
        try:
            worker.pipe.send(batch)
        except OSError:
            return  # it died; seen when its answer is waited for

    def _answers(self) -> Iterator[tuple[Batch, Coded | None]]:
        """Batches that are done, with None for those whose worker died; waits for one at least."""
        busy = [worker for worker in self._workers if worker.batch is not None]
        ready = wait([worker.pipe for worker in busy])
        for worker in [worker for worker in busy if worker.pipe in ready]:
            batch = worker.batch
            assert batch is not None
            try:
                coded: Coded | None = worker.pipe.recv()
            except (EOFError, OSError):
                coded = None
            if coded is None or coded.retire:
                self._replace(worker)
            worker.batch = None
            if coded is None:
                self._complain(_obituary(worker, batch))
            yield batch, coded


def _obituary(worker: _Worker, batch: Batch) -> str:
    code = worker.process.exitcode
    how = f"by signal {-code}" if code is not None and code < 0 else f"with status {code}"
    many = len(batch.finds)
    then = "it is left" if batch.tried else f"its {many} articles are tried again one by one"
    return f"worker {worker.number} (process {worker.process.pid}) died {how}; {then}"


def _in_mib(count: int) -> str:
    return f"{count / 2**20:.0f} MiB"
