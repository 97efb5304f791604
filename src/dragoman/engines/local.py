"""One process: JSON Lines in, JSON Lines out."""

from __future__ import annotations

import sys
from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from typing import IO

from dragoman.article import Article
from dragoman.coder import Coder
from dragoman.formats.jsonl import dump, mention_to_dict
from dragoman.sources import SourceError, read_lines


@dataclass
class Summary:
    """What a run read and wrote. ``left`` counts articles that were not coded, by reason."""

    articles: int = 0
    mentions: int = 0
    damaged: int = 0
    left: Counter[str] = field(default_factory=Counter)

    def text(self) -> str:
        """One line for people."""
        parts = [f"{self.articles} articles read, {self.mentions} mentions"]
        parts += [f"{count} articles left ({reason})" for reason, count in self.left.items()]
        if self.damaged:
            parts.append(f"{self.damaged} damaged lines passed over")
        return "; ".join(parts)


def code_lines(source: str, output: IO[str], coder: Coder, *, progress: bool) -> Summary:
    """Code every article of the JSON Lines file ``source`` (``-``: standard input) to ``output``.

    Damaged lines are named on standard error and counted.
    """
    summary = Summary()
    articles = _articles(source, summary)
    for article, mentions in coder.code_all(_shown(articles) if progress else articles):
        for reason in {o.reason for o in article.left_out} & {"language", "empty", "size"}:
            summary.left[reason] += 1
        summary.mentions += len(mentions)
        for mention in mentions:
            output.write(dump(mention_to_dict(mention)) + "\n")
    return summary


def _articles(source: str, summary: Summary) -> Iterator[Article]:
    for row in read_lines(sys.stdin.buffer if source == "-" else source):
        if isinstance(row, SourceError):
            summary.damaged += 1
            print(f"dragoman: {row}", file=sys.stderr)
            continue
        summary.articles += 1
        yield row


def _shown(articles: Iterable[Article]) -> Iterator[Article]:
    from rich.console import Console
    from rich.progress import Progress, SpinnerColumn, TextColumn, TimeElapsedColumn

    columns = (SpinnerColumn(), TextColumn("{task.completed} articles"), TimeElapsedColumn())
    with Progress(*columns, console=Console(stderr=True), transient=True) as bar:
        task = bar.add_task("coding", total=None)
        for article in articles:
            yield article
            bar.advance(task)
