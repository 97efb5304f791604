"""The main job on the sample news: an article coded in full, then the record asked about all.

In a terminal it ends by serving the record to a browser; ``--print`` ends before that, ``--serve``
serves whatever it runs in.
"""

from __future__ import annotations

import argparse
import sys
from collections import Counter
from collections.abc import Iterable
from datetime import date, timedelta
from pathlib import Path
from tempfile import TemporaryDirectory

from rich.console import Console, RenderableType
from rich.progress import track
from rich.rule import Rule
from rich.table import Table
from rich.text import Text

from dragoman import Article, Coder, Mention, Reading
from dragoman.cli.dyadlines import dyad_page
from dragoman.cli.eventlines import agenda_page, brief_page
from dragoman.cli.meetinglines import meetings_page
from dragoman.cli.page import page
from dragoman.record import Record
from dragoman.record.daily.agenda import agenda
from dragoman.record.daily.brief import brief
from dragoman.record.dyads.dyads import dyad
from dragoman.sources import SourceError, read_lines

NEWS = Path(__file__).parent / "news" / "articles.jsonl"
SHOWN = "meridian-2025-07-24-visit-postponed"
# The days on which the record is asked: a visit has been put off; a week later it has taken place.
BEFORE, AFTER = date(2025, 7, 25), date(2025, 8, 4)
COUNTRIES = ("IRN", "PAK")

Coded = tuple[Article, list[Mention]]


def main() -> None:
    """Code every sample article, show one in full, keep all in a record, question and serve it."""
    parser = argparse.ArgumentParser(description=__doc__)
    serving = parser.add_mutually_exclusive_group()
    serving.add_argument("--print", dest="serve", action="store_const", const=False)
    serving.add_argument("--serve", dest="serve", action="store_const", const=True)
    parser.set_defaults(serve=sys.stdout.isatty())
    options = parser.parse_args()
    console = Console()
    articles = [row for row in read_lines(NEWS) if not isinstance(row, SourceError)]
    coder = Coder()
    console.print(Text("Sample news: invented articles on real states and offices.\n", "italic"))
    coded = list(
        track(coder.code_all(articles), "coding", len(articles), console=console, transient=True)
    )
    article, mentions = next((pair for pair in coded if pair[0].id == SHOWN), coded[0])
    _show(console, page(Reading(article, tuple(mentions))))
    console.print()
    console.print(_summary([pair for pair in coded if pair[0] is not article]))
    console.print(_closing(coded))
    with TemporaryDirectory() as folder:
        path = Path(folder) / "demo.db"
        with Record.open(path, create=True) as record:
            _question(console, record, coded)
        _serve(console, path, serve=options.serve)


def _serve(console: Console, path: Path, *, serve: bool) -> None:
    """Serve the record as it stands on the later of the two days."""
    _head(console, "dragoman serve")
    if not serve:
        console.print("In a terminal, make demo ends by serving this record to your browser.")
        return
    from dragoman.cli.serve_command import serve as serve_desk
    from dragoman.web.settings import Settings

    serve_desk(Settings(path, port=0, today=lambda: AFTER))


def _question(console: Console, record: Record, coded: list[Coded]) -> None:
    """Ask the record about two countries, first as of a day in July, then as of one in August."""
    first, second = COUNTRIES
    record.add(coded)
    _head(console, f"dragoman agenda --about {first} --on {BEFORE}")
    _show(console, agenda_page(agenda(record, on=BEFORE, about=(first,))))
    _head(console, f"dragoman brief --about {first} --since 7d --most 3 --on {AFTER}")
    week = AFTER - timedelta(days=6)
    _show(console, brief_page(brief(record, on=AFTER, since=week, about=(first,), most=3)))
    _head(console, f"dragoman dyad {first} {second} --on {AFTER}")
    found = dyad(record, first, second, on=AFTER)
    _show(console, dyad_page(found, console.width))
    _show(console, meetings_page(found.meetings))


def _head(console: Console, text: str) -> None:
    console.print()
    console.print(Rule(Text(text, "bold"), align="left"))


def _show(console: Console, parts: Iterable[RenderableType]) -> None:
    for part in parts:
        console.print(part)


def _summary(coded: list[Coded]) -> Table:
    table = Table(
        title="The other sample articles",
        title_justify="left",
        box=None,
        pad_edge=False,
        expand=True,
    )
    table.add_column("published", no_wrap=True, min_width=10)
    table.add_column("events", justify="right", no_wrap=True, min_width=6)
    table.add_column("most told", no_wrap=True, min_width=19)
    table.add_column("headline", no_wrap=True, overflow="ellipsis", ratio=1)
    for article, mentions in coded:
        told = Counter(f"{m.event} {m.status}" for m in mentions).most_common(1)
        table.add_row(
            article.published.isoformat() if article.published else "unknown",
            str(len(mentions)),
            told[0][0] if told else "none",
            article.title or "",
        )
    return table


def _closing(coded: list[Coded]) -> str:
    statuses = Counter(m.status for _, mentions in coded for m in mentions)
    counts = ", ".join(f"{count} {status}" for status, count in statuses.most_common())
    return f"\n{len(coded)} articles, {statuses.total()} mentions: {counts}."


if __name__ == "__main__":
    main()
