"""Gold data in our own form: annotated sentences whose words become spans of characters.

One JSON object a line; the form of a row is told in ``training/GUIDELINES.md``. The project's own
corpus is written so, and anybody's gold data that is written so can be scored.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from dragoman.events.ontology import contexts, kinds
from dragoman.events.reading import Chars
from dragoman.mention import CERTAINTIES, STATUSES

ROLES = ("actors", "recipients", "places", "times", "attribution")
_FIELDS = {"trigger", "event", "mode", "status", "certainty", "background", *ROLES}
_BREAK = re.compile("[\n\r\x0b\x0c\x1c-\x1e\x85\u2028\u2029]")
_OCCURRENCE = re.compile(r"^(.*)#(\d+)$", re.DOTALL)


class GoldError(ValueError):
    """A row is not what training/GUIDELINES.md says; names what is wrong."""


@dataclass(frozen=True, slots=True)
class Event:
    """One annotated event; spans are (start, end) in characters of the sentence."""

    trigger: Chars
    event: str
    mode: str | None
    status: str
    certainty: str
    background: bool
    roles: dict[str, tuple[Chars, ...]]


@dataclass(frozen=True, slots=True)
class Sentence:
    """One annotated sentence."""

    id: str
    text: str
    events: tuple[Event, ...]
    contexts: tuple[str, ...]

    @property
    def batch(self) -> str:
        """The batch the row belongs to: the part of the id before its last hyphen."""
        return self.id.rpartition("-")[0]


def locate(text: str, words: str) -> Chars:
    """The characters that ``words`` (with ``#n`` for the n-th occurrence) cover in ``text``.

    Whole words are preferred over parts of words.

    Raises:
        GoldError: the words do not occur that often.
    """
    nth = 1
    if words not in text and (match := _OCCURRENCE.match(words)):
        words, nth = match[1], int(match[2])
    pattern = re.compile(rf"(?<!\w){re.escape(words)}(?!\w)")
    found = [m.span() for m in pattern.finditer(text)]
    if len(found) < nth:
        found = [m.span() for m in re.finditer(re.escape(words), text)]
    if not words or len(found) < nth:
        raise GoldError(f"{words!r} does not occur {nth} time(s) in the text")
    return found[nth - 1]


def numbered(text: str, start: int, end: int) -> str | None:
    """The characters of ``text`` as `locate` finds them again; None where nothing leads there.

    Part of a word cannot be told where the whole word stands elsewhere.
    """
    words = text[start:end]
    for nth in range(1, text.count(words, 0, end) + 1):
        name = words if nth == 1 else f"{words}#{nth}"
        with suppress(GoldError):
            if locate(text, name) == (start, end):
                return name
    return None


def one_line(text: str) -> str:
    """The text with a blank for each break of line; every offset stays where it was."""
    return _BREAK.sub(" ", text)


def parse(row: dict[str, Any]) -> Sentence:
    """Turn a row into a `Sentence`.

    Raises:
        GoldError: a field is missing, unknown or names words that are not in the text.
    """
    text = row.get("text")
    if not isinstance(text, str) or not text.strip() or "\n" in text:
        raise GoldError("'text' must be one line of text")
    if not isinstance(row.get("id"), str) or "-" not in row["id"]:
        raise GoldError("'id' must look like 'batch-number'")
    unknown = [c for c in row.get("contexts", []) if c not in contexts()]
    if unknown:
        raise GoldError(f"unknown contexts {unknown}")
    events = tuple(_event(text, event) for event in row.get("events", []))
    if len({(e.trigger, e.event) for e in events}) != len(events):
        raise GoldError("two events of one type at one trigger")
    return Sentence(row["id"], text, events, tuple(row.get("contexts", [])))


def _event(text: str, event: dict[str, Any]) -> Event:
    if extra := set(event) - _FIELDS:
        raise GoldError(f"unknown fields {sorted(extra)}")
    kind, mode = event.get("event"), event.get("mode") or None
    if (kind, mode) not in kinds():
        raise GoldError(f"{kind} has no mode {mode!r}")
    status, certainty = event.get("status"), event.get("certainty", "asserted")
    if status not in STATUSES:
        raise GoldError(f"status {status!r} is none of {STATUSES}")
    if certainty not in CERTAINTIES:
        raise GoldError(f"certainty {certainty!r} is none of {CERTAINTIES}")
    trigger = locate(text, event.get("trigger", ""))
    if " " in text[trigger[0] : trigger[1]]:
        raise GoldError(f"trigger {event['trigger']!r} is more than one word")
    roles = {
        role: tuple(locate(text, words) for words in event.get(role, [])) for role in ROLES
    }
    return Event(
        trigger, str(kind), mode, status, certainty, bool(event.get("background")), roles
    )


def read_all(path: Path) -> list[Sentence]:
    """The sentences of a file, or of every ``.jsonl`` file in a directory, in order of names.

    Raises:
        GoldError: at the first faulty row, or where there is no such file.
    """
    paths = sorted(path.glob("*.jsonl")) if path.is_dir() else [path]
    if not paths:
        raise GoldError(f"{path} holds no .jsonl file; name a file or a directory of them")
    told = ("events" in row for each in paths for _, row in objects(each))
    if next(told, True) is False and not any(told):
        raise GoldError(f"{path}: no row has 'events'; see training/GUIDELINES.md for the form")
    return [sentence for each in paths for sentence in read(each)]


def read(path: Path) -> Iterator[Sentence]:
    """Yield the sentences of one file.

    Raises:
        GoldError: at the first faulty row; names file and line.
    """
    for number, row in objects(path):
        try:
            yield parse(row)
        except ValueError as error:
            raise GoldError(f"{path.name} line {number}: {error}") from error


def objects(path: Path) -> Iterator[tuple[int, dict[str, Any]]]:
    """The JSON objects of a file, one a line, each with the number of its line.

    Raises:
        GoldError: at the first line that holds none; names file and line.
    """
    for number, line in enumerate(path.read_bytes().splitlines(), start=1):
        if not line.strip():
            continue
        try:
            row = json.loads(line)
        except ValueError as error:
            raise GoldError(f"{path.name} line {number}: not JSON ({error})") from error
        if not isinstance(row, dict):
            what = "no JSON object; see `dragoman eval --help` for what the file is to hold"
            raise GoldError(f"{path.name} line {number}: {what}")
        yield number, row
