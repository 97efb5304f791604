"""JSON Lines: each event in full with its history."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from typing import IO

from dragoman.formats.jsonl import dump
from dragoman.record.event import History
from dragoman.record.rows.eventrows import history_to_dict


def write(histories: Iterator[History], stream: IO[bytes], today: date) -> None:
    """One JSON object a line: the fields of `Event` and its ``steps``."""
    for history in histories:
        stream.write((dump(history_to_dict(history)) + "\n").encode("utf-8", "replace"))
