"""Answers kept while they hold: until the record is written to, a question has one answer."""

from __future__ import annotations

from collections import OrderedDict
from collections.abc import Callable, Hashable
from threading import Lock
from typing import Any, Concatenate, ParamSpec, TypeVar, cast

from dragoman.record import Record

P = ParamSpec("P")
T = TypeVar("T")


class Memo:
    """The latest answers of one record. Safe to share between threads.

    Args:
        record: the record that is asked.
        most: so many answers are kept, those asked for last.
    """

    def __init__(self, record: Record, most: int) -> None:
        self.record = record
        self._most = most
        self._lock = Lock()
        self._generation = -1
        self._kept: OrderedDict[Hashable, object] = OrderedDict()

    def now(self) -> Answers:
        """What the record answers from this moment on, for the time of one request."""
        generation = self.record.generation()
        with self._lock:
            if generation > self._generation:
                self._generation = generation
                self._kept.clear()
        return Answers(self, generation)

    def find(self, generation: int, key: Hashable) -> object | None:
        """The answer kept of a generation; None where there is none."""
        with self._lock:
            if generation != self._generation or key not in self._kept:
                return None
            self._kept.move_to_end(key)
            return self._kept[key]

    def keep(self, generation: int, key: Hashable, answer: object) -> None:
        """Keep an answer, unless the record was seen to be written to since."""
        with self._lock:
            if generation == self._generation:
                self._kept[key] = answer
                if len(self._kept) > self._most:
                    self._kept.popitem(last=False)


class Answers:
    """What one record answers; see `Memo.now`."""

    def __init__(self, memo: Memo, generation: int) -> None:
        self._memo = memo
        # An answer may be newer than its generation says, never older: that was read before.
        self._generation = generation

    def __call__(
        self, ask: Callable[Concatenate[Record, P], T], *args: P.args, **named: P.kwargs
    ) -> T:
        """What ``ask`` answers of the record, or did since it was last written to.

        Args:
            ask: a question whose first argument is the record. Its answer hangs on nothing but its
                arguments and the record, is not None, and nobody changes it.
            args: its other arguments, all hashable.
            named: its named arguments, all hashable.
        """
        key: Any = (ask, args, tuple(sorted(named.items())))
        answer = self._memo.find(self._generation, key)
        if answer is None:
            answer = ask(self._memo.record, *args, **named)
            self._memo.keep(self._generation, key, answer)
        return cast(T, answer)
