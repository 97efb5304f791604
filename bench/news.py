"""An archive of any size out of a small one: its articles again and again, each with its own id."""

from __future__ import annotations

import json
from dataclasses import dataclass
from itertools import cycle, islice
from pathlib import Path


@dataclass(frozen=True, slots=True)
class Archive:
    """A JSON Lines file, and how many words its articles have on average."""

    path: Path
    words: int


def repeated(news: Path, count: int, path: Path) -> Archive:
    """Write ``count`` articles to ``path``, those of ``news`` over and over."""
    rows = [json.loads(line) for line in news.read_text("utf-8").splitlines()]
    rows = [row for row in rows if row.get("text") or row.get("maintext")]
    words = 0
    with path.open("w", encoding="utf-8") as file:
        for number, row in enumerate(islice(cycle(rows), count)):
            words += len((row.get("text") or row["maintext"]).split())
            file.write(json.dumps({**row, "id": f"{number}-{row.get('id')}"}) + "\n")
    return Archive(path, round(words / count))
