"""A file that appears whole or not at all."""

from __future__ import annotations

import os
import shutil
from pathlib import Path
from typing import IO
from uuid import uuid4


class WholeFile:
    """A file under another name until it is whole; gone where it is never finished.

    What is there and is no file (a pipe, a device) is written to as it is. A link stays, and what
    it leads to is written; a file that was there keeps its mode.

    Args:
        target: the file.

    Attributes:
        stream: takes what the file is to hold.

    Raises:
        OSError: it cannot be written.
    """

    def __init__(self, target: Path) -> None:
        as_it_is = target.exists() and not target.is_file()
        # What /dev/stdout leads to has no name of its own where it is a pipe.
        self._target = target if as_it_is else target.resolve()
        self._name = self._target
        if not as_it_is:
            self._name = self._target.with_name(f".{self._target.name}.{uuid4().hex}")
        self.stream: IO[bytes] = self._name.open("wb")

    def __enter__(self) -> WholeFile:
        return self

    def finish(self) -> None:
        """Everything is written: give the file its name."""
        self.stream.flush()
        if self._name != self._target:
            os.fsync(self.stream.fileno())
            if self._target.exists():
                shutil.copymode(self._target, self._name)
            self._name.replace(self._target)

    def __exit__(self, *_: object) -> None:
        try:
            self.stream.close()
        finally:
            if self._name != self._target:
                self._name.unlink(missing_ok=True)
