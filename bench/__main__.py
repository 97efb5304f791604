"""Measure, and write the tables of docs/benchmarks.md and docs/scale.md between their markers.

    python -m bench [--articles 5000] [--news path/to/articles.jsonl]

Every run is a process of its own, so that its memory is its own.
"""

from __future__ import annotations

import argparse
import math
import os
import platform
import re
import statistics
import subprocess
import sys
import tempfile
from datetime import date
from pathlib import Path

from bench.measure import Run, coded, encoder_rate, loading, profile, sieve, start_ups
from bench.news import repeated
from bench.pages import ROOT, fill
from dragoman.engines.threads import quiet_threads

SAMPLE = ROOT / "examples" / "news" / "articles.jsonl"
SHARED = ROOT.parent / "shared" / "data" / "news" / "articles.jsonl"
GROWTH = (1, 4, 16)
DAY = 200_000  # articles: about a day of the world's news in English
HOURS = (("an hour", 1), ("a night of 8 hours", 8), ("a day", 24))


def main() -> None:
    """Run everything and write the tables."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--articles", type=int, default=5000)
    parser.add_argument("--news", type=Path, default=SHARED if SHARED.exists() else SAMPLE)
    given = parser.parse_args()
    quiet_threads()
    with tempfile.TemporaryDirectory(prefix="dragoman-bench-") as folder:
        tables = _measured(given.news, given.articles, Path(folder))
    fill(tables)


def _measured(news: Path, count: int, folder: Path) -> dict[str, str]:
    rows = news.read_text("utf-8").splitlines()
    archive = repeated(news, count, folder / "archive.jsonl")
    _say(f"{count} articles of {archive.words} words on average from {news.name}")
    empty = {workers: loading(workers, folder) for workers in (1, 2)}
    runs = [coded(archive.path, workers, folder, empty[workers]) for workers in (1, 2)]
    _say("growth")
    least = max(count // GROWTH[-1], 1)
    growth = [
        coded(repeated(news, least * times, folder / f"{times}.jsonl").path, 2, folder, empty[2])
        for times in GROWTH
    ]
    _say("stages")
    stages = profile(news, min(100, len(rows), count))
    rate, sifted = encoder_rate(news), sieve(news, min(100, len(rows), count))
    starts = start_ups()
    return {
        "machine": _machine(news, count, archive.words),
        "speed": _speed(runs),
        "growth": _growth(growth),
        "stages": _stages(stages),
        "encoder": (
            f"The event encoder alone reads {rate:.0f} sentences a second on one core. Of "
            f"{sifted.sentences:,} sentences a glance leaves {sifted.sifted:.0%} to its low "
            f"layers, and the sieve {sifted.passed:.0%} to the higher ones, with "
            f"{sifted.kept:.1%} of the events."
        ),
        "start": _starts(starts),
        "sizing": _sizing(growth[-1]),
    }


def _machine(news: Path, count: int, words: int) -> str:
    try:
        cpu = re.search(r"model name\s*: (.+)", Path("/proc/cpuinfo").read_text())[1]  # type: ignore[index]
    except (OSError, TypeError):
        cpu = platform.processor() or "unknown processor"
    cores = os.cpu_count()
    load = os.getloadavg()[0]
    return (
        f"Measured on {date.today().isoformat()} with `make bench ARTICLES={count}`: {cpu}, "
        f"{cores} cores, Python {platform.python_version()}; {news.parent.name}/{news.name} "
        f"repeated to {count} articles of {words} words on average. "
        f"Load of the machine at the end: {load:.1f}."
    )


def _speed(runs: list[Run]) -> str:
    head = "| workers | articles a second | articles a second of CPU | peak memory, all |\n"
    lines = [
        f"| {r.workers} | {r.articles / r.seconds:.1f} | {r.articles / r.cpu:.1f} "
        f"| {_mib(r.peak)} |"
        for r in runs
    ]
    return head + "|---:|---:|---:|---:|\n" + "\n".join(lines)


def _growth(runs: list[Run]) -> str:
    first = runs[0]
    head = "| articles | CPU time, s | against the first | peak memory |\n|---:|---:|---:|---:|\n"
    return head + "\n".join(
        f"| {r.articles} | {r.cpu:.1f} | {r.coding / first.coding:.2f} | {_mib(r.peak)} |"
        for r in runs
    )


def _stages(stages: dict[str, float]) -> str:
    whole = stages.pop("all")
    head = "| stage | ms an article | share |\n|---|---:|---:|\n"
    lines = [f"| {name} | {ms:.1f} | {ms / whole:.0%} |" for name, ms in stages.items()]
    return head + "\n".join([*lines, f"| all | {whole:.1f} | 100% |"])


def _starts(starts: dict[str, list[float]]) -> str:
    head = "| | median of three, s of CPU |\n|---|---:|\n"
    return head + "\n".join(f"| {k} | {statistics.median(v):.2f} |" for k, v in starts.items())


def _sizing(longest: Run) -> str:
    # By the clock, of all workers at once, who get in each other's way.
    rate = longest.articles / longest.seconds / longest.workers
    head = "| cores | articles a second | a day of 200,000 articles takes | 10 million take |\n"
    lines = [
        f"| {n} | {rate * n:.0f} | {_span(DAY / rate / n)} | {_span(1e7 / rate / n)} |"
        for n in (1, 2, 8, 32, 128)
    ]
    needed = ", ".join(f"{math.ceil(DAY / rate / 3600 / hours)} in {name}" for name, hours in HOURS)
    return (
        head + "|---:|---:|---:|---:|\n" + "\n".join(lines)
        + f"\n\nCores for {DAY:,} articles: {needed}. Core hours a million articles: "
        f"{1e6 / rate / 3600:.0f}."
    )


def _span(seconds: float) -> str:
    hours = seconds / 3600
    if hours < 1:
        return f"{math.ceil(hours * 60)} min"
    return f"{hours:.1f} h" if hours < 48 else f"{hours / 24:.1f} days"


def _mib(size: int) -> str:
    return f"{size / 2**20:.0f} MiB"


def _say(what: str) -> None:
    print(what, file=sys.stderr, flush=True)


if __name__ == "__main__":
    try:
        main()
    except subprocess.CalledProcessError as error:
        sys.exit(f"bench: {error}\n{error.stderr}")
