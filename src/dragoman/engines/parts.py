"""Where coded mentions go: a stream, or a folder of parts that a killed run can be resumed in.

A part holds the mentions of ``PART_ARTICLES`` consecutive finds of the sources, whoever coded them.
It appears under its name once it is whole; then a line of the manifest says so. What the manifest
does not name is coded again, to the same bytes.
"""

from __future__ import annotations

import json
import os
from collections.abc import Callable
from pathlib import Path
from typing import IO, Any, Literal, Protocol

from dragoman.engines.batch import Coded, Tally

PART_ARTICLES = 1000
"""Articles (or damaged finds in their place) a part."""

MANIFEST = "manifest.jsonl"
Format = Literal["jsonl", "parquet"]


class OutputError(ValueError):
    """The output cannot be written to; says why and what to do."""


class Output(Protocol):
    """Takes what is coded, in order."""

    def add(self, coded: Coded) -> None:
        """Write, or keep for its part."""

    def close(self) -> None:
        """Everything was added."""


class Lines:
    """Mentions as JSON Lines on a stream."""

    def __init__(self, stream: IO[str]) -> None:
        self._stream = stream

    def add(self, coded: Coded) -> None:
        """Write the mentions."""
        self._stream.writelines(f"{line}\n" for line in coded.lines)

    def close(self) -> None:
        """Hand over what is buffered."""
        self._stream.flush()


class Parts:
    """A folder of parts.

    Args:
        folder: made where it is not there.
        kind: what the parts are written as.
        about: what the run is of: sources and settings. A run is resumed only with the same.
        resume: go on with the run that the folder holds; a folder without one is begun.
        size: articles a part.

    Attributes:
        done: positions of the sources that whole parts hold already.
        tally: the counts of those parts.
        complete: whether the folder holds all of the run.

    Raises:
        OutputError: the folder holds another run, or one and ``resume`` is False, or another
            process writes to it.
    """

    def __init__(
        self,
        folder: Path,
        kind: Format,
        about: dict[str, Any],
        *,
        resume: bool = False,
        size: int = PART_ARTICLES,
    ) -> None:
        self.done = 0
        self.tally = Tally()
        self.complete = False
        self.size = size
        self._folder = folder
        self._kind = kind
        self._write = writer(kind)
        self._number = 0
        self._held: list[Coded] = []
        self._count = 0
        try:
            folder.mkdir(parents=True, exist_ok=True)
        except OSError as error:
            what = f"{folder}: no folder can be made there ({error.strerror or error})"
            raise OutputError(f"{what}; give another --output") from error
        self._manifest = _locked(folder / MANIFEST)
        try:
            self._begin({"format": kind, "part_articles": size, **about}, resume)
        except BaseException:
            self._manifest.close()
            raise

    def add(self, coded: Coded) -> None:
        """Keep a batch; where it completes a part, write that."""
        self._held.append(coded)
        self._count += coded.count
        if self._count >= self.size:
            self._finish()

    def close(self) -> None:
        """Write the last part and note that the run is complete."""
        if self._count:
            self._finish()
        if not self.complete:
            self._note({"complete": True, **self.tally.to_dict()})
        self._manifest.close()

    def abandon(self) -> None:
        """Let go of the folder; what is whole stays, the rest is coded by the next run."""
        self._manifest.close()

    def _begin(self, about: dict[str, Any], resume: bool) -> None:
        self._manifest.seek(0)
        told = [line for line in self._manifest.read().split(b"\n")[:-1] if line]
        if not told:
            self._manifest.truncate(0)
            self._note(about)
            return
        if not resume:
            what = "holds a run already; add --resume to go on with it, or give another folder"
            raise OutputError(f"{self._folder}: {what}")
        first, *parts = self._rows(told)
        if first != json.loads(json.dumps(about)):
            differing = ", ".join(k for k in {**first, **about} if first.get(k) != about.get(k))
            what = f"holds a run of other sources or settings ({differing}); give another folder"
            raise OutputError(f"{self._folder}: {what}")
        # A line that a kill cut short is dropped: its part is coded again.
        self._manifest.truncate(sum(len(line) + 1 for line in told))
        self._manifest.seek(0, os.SEEK_END)
        for row in parts:
            if row.get("complete"):
                self.complete = True
            else:
                self.done += row["finds"]
                self.tally += Tally.from_dict(row)
                self._number += 1

    def _rows(self, told: list[bytes]) -> list[dict[str, Any]]:
        """The lines of the manifest: what the run is of, then a row for each part and the end."""
        rows = []
        for number, line in enumerate(told, start=1):
            try:
                row = json.loads(line)
                if number > 1 and "complete" not in row:
                    Tally.from_dict(row)
                    int(row["finds"])
                rows.append(dict(row))
            except (ValueError, KeyError, TypeError) as error:
                what = f"{self._folder / MANIFEST} line {number}: is damaged ({error})"
                raise OutputError(f"{what}; give another folder") from error
        return rows

    def _finish(self) -> None:
        """Write the part whole, then name it in the manifest."""
        name = f"part-{self._number:06}.{self._kind}"
        hidden = self._folder / f".{name}"
        self._write([line for coded in self._held for line in coded.lines], hidden)
        os.replace(hidden, self._folder / name)
        tally = sum((coded.tally for coded in self._held), Tally())
        self._note({"part": name, "finds": self._count, **tally.to_dict()})
        self.tally += tally
        self.done += self._count
        self._number += 1
        self._held, self._count = [], 0

    def _note(self, row: dict[str, Any]) -> None:
        self._manifest.write(json.dumps(row).encode() + b"\n")
        self._manifest.flush()
        os.fsync(self._manifest.fileno())


def _locked(path: Path) -> IO[bytes]:
    """The manifest, opened by one process alone."""
    file = open(path, "a+b", buffering=0)  # noqa: SIM115  # kept open as long as the run
    try:
        import fcntl

        # Of the kind that forked workers do not inherit: it ends with the run, not with them.
        fcntl.lockf(file, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except ImportError:
        pass  # a system without it: take care yourself
    except OSError as error:
        file.close()
        raise OutputError(f"{path.parent}: another run is writing to it; wait for it") from error
    return file


def writer(kind: Format) -> Callable[[list[str], Path], None]:
    """What writes mentions, given as JSON objects, to a file of that format."""
    if kind == "parquet":
        from dragoman.formats.columns import write_mentions

        return write_mentions
    return _write_lines


def _write_lines(lines: list[str], path: Path) -> None:
    with path.open("w", encoding="utf-8", newline="\n") as stream:
        stream.writelines(f"{line}\n" for line in lines)
        stream.flush()
        os.fsync(stream.fileno())
