"""One machine: sources through a pool of processes to an output, with progress and a summary."""

from __future__ import annotations

import os
import time
from collections.abc import Callable, Iterable, Iterator
from dataclasses import asdict, dataclass
from datetime import date
from pathlib import Path
from typing import Any

from dragoman import __version__
from dragoman.analysis.analysis import DEFAULT_MODEL
from dragoman.article import Article
from dragoman.coder import Coder
from dragoman.engines.batch import Coded, Outcome, Tally, batches
from dragoman.engines.parts import Output, Parts
from dragoman.engines.pool import Pool
from dragoman.engines.threads import quiet_threads
from dragoman.sources import Sources

# Coded by the process that the others are made from, so that they find everything loaded.
_WARMING = (
    "NAIROBI, July 22 - The foreign minister of Kenya will visit Uganda on Friday, he said.\n"
    "Police in Kampala arrested three protesters after talks in Geneva failed."
)


@dataclass(frozen=True, slots=True)
class Settings:
    """How a coder is made, in a form that can be sent to another process.

    Attributes:
        model: name of the spaCy pipeline.
        actors: a table of the user's own names, or None.
        published: day of publication of the articles that have none of their own, or None.
        headlines: whether headlines are coded that stand apart from their text.
    """

    model: str = DEFAULT_MODEL
    actors: Path | None = None
    published: date | None = None
    headlines: bool = False

    def coder(self) -> Coder:
        """A coder with everything loaded.

        Raises:
            OSError: the pipeline is not installed, or the table cannot be read.
            TableError: the table is faulty.
        """
        quiet_threads()
        coder = Coder(
            model=self.model,
            actors=self.actors,
            published=self.published,
            headlines=self.headlines,
        )
        coder.code(Article(_WARMING))
        return coder

    def told(self) -> dict[str, Any]:
        """What a resumed run must have in common with its beginning."""
        told = {key: str(value) if value else None for key, value in asdict(self).items()}
        return {"version": __version__, **told}


def cores() -> int:
    """How many processors this process may run on."""
    allowed = getattr(os, "sched_getaffinity", None)
    return len(allowed(0)) if allowed else os.cpu_count() or 1


def about(sources: Iterable[str], settings: Settings) -> dict[str, Any]:
    """What a run is of, for the manifest: its sources with their sizes, and its settings."""
    sizes = {source: Sources([source]).size() for source in sources}
    return {"sources": sizes, **settings.told()}


def code(
    sources: Sources,
    output: Output,
    make: Callable[[], Coder],
    *,
    workers: int = 1,
    limit: int | None = None,
    complain: Callable[[str], None],
    progress: bool = False,
) -> Outcome:
    """Code everything that the sources hold.

    Args:
        sources: what to read.
        output: where the mentions go, in the sources' order. Of `Parts`, what is done is passed
            over.
        make: gives a loaded coder: `Settings.coder`.
        workers: processes that code.
        limit: bytes of memory for all together; None for no bound.
        complain: is told of what could not be read or coded, one line each.
        progress: whether to show a bar on standard error.

    Returns:
        The counts, those of parts that were there already included, and the rate.
    """
    began = time.monotonic()
    before = output.tally if isinstance(output, Parts) else Tally()
    skip = output.done if isinstance(output, Parts) else 0
    part = output.size if isinstance(output, Parts) else None
    if isinstance(output, Parts) and output.complete:  # resumed once more
        output.close()
        return Outcome(before, 0, 0.0)
    now = Tally()
    with Pool(make, workers, limit=limit, complain=complain) as pool:
        coded = pool.code(batches(sources, skip=skip, part=part))
        for done in _shown(coded, sources) if progress else coded:
            for complaint in done.complaints:
                complain(complaint)
            now += done.tally
            output.add(done)
    output.close()
    return Outcome(before + now, now.articles, time.monotonic() - began)


def _shown(coded: Iterable[Coded], sources: Sources) -> Iterator[Coded]:
    """The same, with a bar: share of the bytes read, articles, their rate, time left."""
    from rich.console import Console
    from rich.progress import BarColumn, Progress, TextColumn, TimeRemainingColumn

    columns = (
        BarColumn(),
        TextColumn("{task.percentage:>3.0f}%"),
        TextColumn("{task.fields[articles]} articles, {task.fields[rate]:.1f} a second"),
        TimeRemainingColumn(),
    )
    began = time.monotonic()
    articles = 0
    # Without a thread of its own, which a process forked later would inherit half.
    bar = Progress(*columns, console=Console(stderr=True), transient=True, auto_refresh=False)
    with bar:
        task = bar.add_task("coding", total=sources.size() or None, articles=0, rate=0.0)
        for done in coded:
            articles += done.tally.articles
            rate = articles / max(time.monotonic() - began, 1e-3)
            bar.update(task, completed=sources.read, articles=articles, rate=rate)
            bar.refresh()
            yield done
