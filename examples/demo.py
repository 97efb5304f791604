"""The main job on the sample news: one article in full, the rest in a table."""

from __future__ import annotations

from collections import Counter
from pathlib import Path

from rich.console import Console
from rich.progress import track
from rich.table import Table
from rich.text import Text

from dragoman import Article, Coder, Mention, Reading
from dragoman.cli.page import page
from dragoman.sources import SourceError, read_lines

NEWS = Path(__file__).parent / "news" / "articles.jsonl"
SHOWN = "meridian-2025-07-24-visit-postponed"


def main() -> None:
    """Code every sample article; show one in full and a summary of the rest."""
    console = Console()
    articles = [row for row in read_lines(NEWS) if not isinstance(row, SourceError)]
    shown = next((a for a in articles if a.id == SHOWN), articles[0])
    coder = Coder()
    console.print(Text("Sample news: invented articles on real states and offices.\n", "italic"))
    for part in page(Reading(shown, tuple(coder.code(shown)))):
        console.print(part)
    rest = [article for article in articles if article is not shown]
    coded = list(
        track(coder.code_all(rest), "coding the rest", len(rest), console=console, transient=True)
    )
    console.print()
    console.print(_summary(coded))
    console.print(_closing(coded))


def _summary(coded: list[tuple[Article, list[Mention]]]) -> Table:
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


def _closing(coded: list[tuple[Article, list[Mention]]]) -> str:
    statuses = Counter(m.status for _, mentions in coded for m in mentions)
    counts = ", ".join(f"{count} {status}" for status, count in statuses.most_common())
    return f"\n{len(coded)} articles, {statuses.total()} mentions: {counts}."


if __name__ == "__main__":
    main()
