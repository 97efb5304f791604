"""Words from articles as cells of tables: they stay in their cell and start no formula."""

from __future__ import annotations

import csv
import io
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import contextmanager
from typing import IO, Any

from dragoman.record.event import Event, History, Step

# A spreadsheet takes a cell that begins so for a formula.
_FORMULA = ("=", "+", "-", "@")


def printable(text: str) -> str:
    """The text in one line, without control characters."""
    return " ".join("".join(c if c.isprintable() else " " for c in text).split())


def cell(value: str | None) -> str:
    """Text in one line, without control characters, that no spreadsheet takes for a formula."""
    if not value:
        return ""
    line = printable(value)
    return f"'{line}" if line.startswith(_FORMULA) else line


def bare(value: str | None) -> str:
    """The same without double quotes, for tables whose readers know no quoting."""
    return cell((value or "").replace('"', "'"))


def numbers(event: Event, counted: str) -> str:
    """What is claimed of one count, as '12', '12 to 15' or '12 or more', apart by '; '."""
    return "; ".join(
        _number(claim.low, claim.high) for claim in event.claims if claim.counted == counted
    )


def bounds(event: Event, counted: str) -> tuple[int | None, int | None]:
    """The least and the most that is claimed of one count; None for the most where that is open.

    Of '12 or more' and '20 to 31' they are 12 and 31; of '12' and '20 or more' 12 and None.
    """
    told = [claim for claim in event.claims if claim.counted == counted]
    if not told:
        return None, None
    highest = max(told, key=lambda c: (c.low if c.high is None else c.high, c.high is None))
    return min(claim.low for claim in told), highest.high


def latest(history: History, counted: str) -> str:
    """What the last report that tells one count claims of it; empty where none does."""
    for step in reversed(history.steps):
        told = [
            _number(claim.low, claim.high)
            for claim in history.event.claims
            if claim.counted == counted and step.mention_id in claim.mentions
        ]
        if told:
            return "; ".join(told)
    return ""


def best(steps: Sequence[Step], event: Event) -> Step:
    """The step whose sentence tells the event best."""
    return next((step for step in steps if step.sentence == event.text), steps[0])


def tabbed(stream: IO[bytes]) -> Callable[[Iterable[object]], None]:
    """A writer of rows of cells that are already `bare`, tab-separated, without quoting."""

    def write(row: Iterable[object]) -> None:
        line = "\t".join("" if value is None else str(value) for value in row)
        stream.write(f"{line}\n".encode("utf-8", "replace"))

    return write


@contextmanager
def commas(stream: IO[bytes]) -> Iterator[Any]:
    """A CSV writer (RFC 4180) on a binary stream, which stays open."""
    text = io.TextIOWrapper(stream, "utf-8", errors="replace", newline="", write_through=True)
    try:
        yield csv.writer(text)
    finally:
        text.detach()


def _number(low: int, high: int | None) -> str:
    if high is None:
        return f"{low} or more"
    return str(low) if high == low else f"{low} to {high}"
