"""Many sources to a stream of articles."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from pathlib import Path

from dragoman.article import Article
from dragoman.sources.errors import SourceError
from dragoman.sources.loading import load
from dragoman.sources.records import read_lines


def read_sources(paths: Sequence[str | Path]) -> Iterator[Article | SourceError]:
    """Every article of files, folders and addresses; what cannot be read is yielded as its error.

    Args:
        paths: HTML, text, JSON and JSON Lines files, folders of them, addresses.
    """
    for given in paths:
        path = Path(given)
        inside = sorted(p for p in path.rglob("*") if p.is_file()) if path.is_dir() else [given]
        for source in inside:
            try:
                if str(source).removesuffix(".gz").endswith((".jsonl", ".ndjson")):
                    yield from read_lines(source)
                else:
                    yield load(source)
            except SourceError as error:
                yield error
