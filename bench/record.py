"""``python -m bench.record``: how fast a record takes in mentions and answers questions.

The record is grown from the sample news (or any coded articles) to as many mentions as asked; the
news is made before the clock starts. Time is the CPU time of this one process; for questions the
time on the clock. Writes its table to docs/benchmarks.md.
"""

from __future__ import annotations

import argparse
import random
import resource
import statistics
import sys
import time
from collections.abc import Callable, Iterator
from datetime import date, timedelta
from itertools import islice
from pathlib import Path
from tempfile import TemporaryDirectory

from bench.grow import grow
from bench.pages import fill, listed
from dragoman import Coder
from dragoman.record import Record
from dragoman.record.daily.agenda import agenda
from dragoman.record.daily.brief import brief
from dragoman.record.dyads.dyads import dyad
from dragoman.record.questions.filters import Filter
from dragoman.record.questions.questions import events, history
from dragoman.sources import SourceError, read_lines

NEWS = Path(__file__).parent.parent / "examples" / "news" / "articles.jsonl"
_BATCH = 500  # articles taken in at once
_ASKED = 40  # times that each question is asked, each time of something else
_SHARES = 10  # intake is shown for each tenth


def main() -> None:
    """Grow a record, take it in, ask it."""
    parser = argparse.ArgumentParser(prog="python -m bench.record", description=__doc__)
    parser.add_argument("--mentions", type=int, default=100_000)
    parser.add_argument("--record", help="where to keep it: a new file or database URL")
    options = parser.parse_args()
    with TemporaryDirectory() as folder:
        address = options.record or str(Path(folder) / "bench.db")
        with Record.open(address, create=True) as record:
            rows = [*_intake(record, options.mentions), *_questions(record)]
    rows.append(("peak memory", f"{resource.getrusage(resource.RUSAGE_SELF).ru_maxrss >> 10} MiB"))
    command = f"python -m bench.record --mentions {options.mentions}"
    told = f"Measured on {date.today()} with `{command}`."
    fill({"record": listed(told, rows)})


def _intake(record: Record, mentions: int) -> Iterator[tuple[str, str]]:
    """Take the grown news in, batch by batch, and tell how fast."""
    coded = Coder().code_all(
        article for article in read_lines(NEWS) if not isinstance(article, SourceError)
    )
    news = grow(list(coded), mentions)
    taken, articles, spent, clock = 0, 0, 0.0, 0.0
    marks: list[tuple[int, float]] = [(0, 0.0)]
    while batch := list(islice(news, _BATCH)):
        cpu, wall = time.process_time(), time.perf_counter()
        added = record.add(batch)
        spent, clock = spent + time.process_time() - cpu, clock + time.perf_counter() - wall
        taken, articles = taken + added.mentions, articles + added.articles
        if taken >= mentions * len(marks) / _SHARES:
            marks.append((taken, spent))
            print(f"{taken} mentions, {taken / spent:.0f} a second of CPU", file=sys.stderr)
    (before, earlier), (last, late) = marks[-2:]
    yield "mentions", f"{taken:,} in {articles:,} articles"
    yield "events", f"{_count(record):,}"
    yield "intake, links included", f"{taken / spent:,.0f} mentions a second of CPU"
    yield "the last tenth of it", f"{(last - before) / (late - earlier):,.0f} mentions a second"
    yield "intake on the clock", f"{taken / clock:,.0f} mentions a second"


def _count(record: Record) -> int:
    from sqlalchemy import func, select

    from dragoman.record.rows import schema

    with record.reading() as connection:
        return connection.scalar(select(func.count()).select_from(schema.event)) or 0


def _questions(record: Record) -> Iterator[tuple[str, str]]:
    rng = random.Random(5)
    often = ["USA", "CHN", "RUS", "IRN", "PAK", "IND", "ISR", "UKR", "TUR", "FRA"]
    first = date(2022, 1, 3)

    def day() -> date:
        return first + timedelta(days=rng.randrange(60, 1090))

    def two() -> tuple[str, str]:
        one, other = rng.sample(often, 2)
        return one, other

    def filtered() -> Filter:
        until = day()
        return rng.choice((
            Filter(about=(rng.choice(often),), types=("CONSULT",)),
            Filter(dyad=two()),
            Filter(statuses=("planned", "postponed"), about=(rng.choice(often),)),
            Filter(types=("ASSAULT",), since=until - timedelta(days=30), until=until),
            Filter(place=rng.choice(often), reported_since=until - timedelta(days=7),
                   reported_until=until),
            Filter(about=(rng.choice(often),), confidence=0.8, sources=2),
        ))  # fmt: skip

    def by_party() -> Filter:
        name = rng.choice(names)
        return rng.choice((
            Filter(actors=(name,)),
            Filter(actors=(name.split()[-1],), types=("CONSULT",)),
            Filter(sectors=(rng.choice(("REB", "JRN", "MIL")),)),
            Filter(sectors=("SPY",), certainties=("alleged",)),
        ))  # fmt: skip

    latest = events(record, Filter(), limit=_ASKED).events
    ids = [event.id for event in latest]
    names = [party.name for event in latest for party in event.parties]
    words = [max(event.text.split(), key=len) for event in latest]
    asked: tuple[tuple[str, Callable[[], object]], ...] = (
        ("`dyad`, of ten countries often told of", lambda: dyad(record, *two())),
        ("`agenda`", lambda: agenda(record, on=day())),
        ("`agenda --about`", lambda: agenda(record, on=day(), about=(rng.choice(often),))),
        ("`events`, six kinds of filter", lambda: events(record, filtered())),
        ("`events` by name, sector or certainty", lambda: events(record, by_party())),
        ("`events --text`", lambda: events(record, Filter(text=rng.choice(words)))),
        ("`show`", lambda: history(record, rng.choice(ids))),
        ("`brief --since 7d`", lambda: _brief(record, day())),
    )
    for name, ask in asked:
        times = sorted(_timed(ask) for _ in range(_ASKED))
        middle, high = statistics.median(times), times[int(len(times) * 0.95)]
        yield name, f"{middle * 1000:.0f} ms at the median, {high * 1000:.0f} ms at the 95th in 100"


def _brief(record: Record, on: date) -> object:
    return brief(record, on=on, since=on - timedelta(days=7))


def _timed(ask: Callable[[], object]) -> float:
    start = time.perf_counter()
    ask()
    return time.perf_counter() - start


if __name__ == "__main__":
    main()
