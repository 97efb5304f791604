"""The measurements: whole runs of the command, the stages within one process, start-up times.

Times are of the processor (user and system), so that other work on the machine tells little; the
rate of whole runs is also given by the clock.
"""

from __future__ import annotations

import os
import resource
import subprocess
import sys
import time
from collections import defaultdict, deque
from collections.abc import Callable
from dataclasses import dataclass, replace
from math import inf
from pathlib import Path
from typing import Any

_TEXT = "The president of Ghana will visit Togo on July 26, his spokesman said."


@dataclass(frozen=True, slots=True)
class Run:
    """One run of ``dragoman code``.

    Attributes:
        articles: how many it coded.
        workers: with how many processes.
        seconds: by the clock, loading included.
        cpu: seconds of the processor, all processes.
        coding: ``cpu`` without what an empty run takes.
        peak: bytes of memory, all processes, shared pages counted once; sampled.
    """

    articles: int
    workers: int
    seconds: float
    cpu: float
    coding: float
    peak: int


def loading(workers: int, folder: Path) -> float:
    """Processor seconds of a run without articles."""
    empty = folder / "empty.jsonl"
    empty.write_text("", "utf-8")
    return _run(empty, workers, folder)[1]


def coded(archive: Path, workers: int, folder: Path, loading: float) -> Run:
    """Code an archive with the command, in processes of its own.

    Args:
        archive: a JSON Lines file.
        workers: how many processes.
        folder: for what is written.
        loading: processor seconds of a run without articles.
    """
    with archive.open("rb") as lines:
        count = sum(1 for _ in lines)
    seconds, cpu, peak = _run(archive, workers, folder)
    return Run(count, workers, seconds, cpu, cpu - loading, peak)


def _run(archive: Path, workers: int, folder: Path) -> tuple[float, float, int]:
    command = [sys.executable, "-m", "dragoman", "code", str(archive)]
    command += ["--output", str(folder / "out.jsonl"), "--workers", str(workers)]
    before, began, peak = _children(), time.monotonic(), 0
    process = subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    while process.poll() is None:
        peak = max(peak, _memory(process.pid))
        time.sleep(0.2)
    seconds = time.monotonic() - began
    if process.returncode:
        raise subprocess.CalledProcessError(process.returncode, command)
    return seconds, _children() - before, peak


def _children() -> float:
    used = resource.getrusage(resource.RUSAGE_CHILDREN)
    return used.ru_utime + used.ru_stime


def _memory(process: int) -> int:
    """Bytes of a process and its children; a page that n share counts an nth for each."""
    total = 0
    try:
        for task in Path(f"/proc/{process}/task").iterdir():
            for child in (task / "children").read_text().split():
                total += _memory(int(child))
        for line in Path(f"/proc/{process}/smaps_rollup").read_text().splitlines():
            if line.startswith("Pss:"):
                total += int(line.split()[1]) * 1024
    except OSError:  # it has just ended
        pass
    return total


class _Clock:
    """A callable that adds up the time spent in another."""

    def __init__(self, inner: Callable[..., Any], spent: dict[str, float], name: str) -> None:
        self._inner, self._spent, self._name = inner, spent, name

    def __call__(self, *given: Any, **named: Any) -> Any:
        began = time.process_time()
        try:
            return self._inner(*given, **named)
        finally:
            self._spent[self._name] += time.process_time() - began


def profile(news: Path, count: int) -> dict[str, float]:
    """Milliseconds an article by stage, in one process, longest first; ``all`` is the whole."""
    from dragoman import Article, Coder
    from dragoman.sources import read_lines

    articles = [one for one in read_lines(news) if isinstance(one, Article)][:count]
    coder = Coder()
    coder.code(Article(_TEXT))
    spent: dict[str, float] = defaultdict(float)
    parts = coder.stages
    names = ("typer", "actors", "events", "judge", "attribute", "places")
    wrapped = {name: _Clock(getattr(parts, name), spent, name) for name in names}
    analyser = parts.analyse
    analyser.split = _Clock(analyser.split, spent, "sentences")  # type: ignore[method-assign]
    analyser.complete = _Clock(analyser.complete, spent, "parse and names")  # type: ignore[method-assign]
    coder.stages = replace(parts, **wrapped)  # type: ignore[arg-type]
    began = time.process_time()
    deque(coder.code_all(articles), maxlen=0)
    whole = {"all": time.process_time() - began}
    spent["times and the rest"] = whole["all"] - sum(spent.values())
    ranked = dict(sorted(spent.items(), key=lambda pair: -pair[1]))
    return {name: 1000 * s / len(articles) for name, s in {**ranked, **whole}.items()}


def encoder_rate(news: Path, count: int = 2000) -> float:
    """Sentences a second that the event encoder reads, those it sifts out counted too."""
    from dragoman import Article
    from dragoman.events.encoder import Encoder
    from dragoman.sources import read_lines

    texts = [a.text for a in read_lines(news) if isinstance(a, Article)]
    sentences = [s for text in texts for s in text.replace("\n", ". ").split(". ") if len(s) > 20]
    sentences = sentences[:count]
    encoder = Encoder()
    encoder(sentences[:1])
    began = time.process_time()
    encoder(sentences)
    return len(sentences) / (time.process_time() - began)


@dataclass(frozen=True, slots=True)
class Sieve:
    """What the looks before reading spare, by glance and by sieve: shares, 0 to 1.

    Attributes:
        sifted: of the sentences, those that a glance sends on to the low layers.
        passed: of the sentences, those that go on to the higher layers.
        kept: of the events that would be proposed without it, those that are still.
        sentences: how many were read.
    """

    sifted: float
    passed: float
    kept: float
    sentences: int


def sieve(news: Path, count: int) -> Sieve:
    """Read ``count`` articles with and without glance and sieve."""
    from dragoman import Article
    from dragoman.analysis import Analyser
    from dragoman.events.encoder import Encoder
    from dragoman.events.network import Network, Scores, Sifted
    from dragoman.events.settings import Settings
    from dragoman.events.typer import EncoderTyper
    from dragoman.events.words import Words
    from dragoman.sources import read_lines

    class Counting(Network):
        sifted = read = 0

        def sift(self, words: Words) -> Sifted:
            self.sifted += 1
            return super().sift(words)

        def read_on(self, sifted: Sifted) -> Scores:
            self.read += 1
            return super().read_on(sifted)

    class Unsifted(Network):
        @property
        def settings(self) -> Settings:
            return replace(super().settings, glance=-inf, sieve=-inf)

    articles = [a for a in read_lines(news) if isinstance(a, Article)][:count]
    analyses = Analyser().split(articles)
    counting = Counting()
    typer, unsifted = EncoderTyper(Encoder(counting)), EncoderTyper(Encoder(Unsifted()))
    kept = sum(len(typer(analysis)) for analysis in analyses)
    found = sum(len(unsifted(analysis)) for analysis in analyses)
    sentences = sum(len(analysis.sentences) for analysis in analyses)
    return Sieve(counting.sifted / sentences, counting.read / sentences, kept / found, sentences)


def start_ups() -> dict[str, list[float]]:
    """Processor seconds of a few starts, a few times each, after one that fills the file cache."""
    article = f"from dragoman import Article, Coder; Coder().code(Article({_TEXT!r}))"
    commands = {
        "`dragoman --version`": ["-m", "dragoman", "--version"],
        "the first article": ["-c", article],
    }
    found: dict[str, list[float]] = {}
    for name, command in commands.items():
        times = []
        for _ in range(4):
            before = _children()
            subprocess.run(
                [sys.executable, *command], check=True, stdout=subprocess.DEVNULL, env=os.environ
            )
            times.append(_children() - before)
        found[name] = times[1:]
    return found
