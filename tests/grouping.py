"""What tests of linking share: articles coded from text, and the events that their reports make."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date

from dragoman import Article, Coder
from dragoman.mention import Mention
from dragoman.record.linking.linking import link
from dragoman.record.rows.mentionrows import dump_traits, load_traits
from dragoman.record.traits.traits import setting_of, traits_of

Told = tuple[str, str]
"""A day of 2026, as ``02-26``, and the article of that day."""
Coded = tuple[Article, list[Mention]]


def coded(coder: Coder, told: Iterable[Told], *, only: str | None = None) -> list[Coded]:
    """The articles, each of another paper, with their mentions; ``only`` those of one type."""
    articles = [
        Article(text, id=f"a{n}", published=date.fromisoformat(f"2026-{day}"), source=f"paper {n}")
        for n, (day, text) in enumerate(told)
    ]
    return [
        (article, [mention for mention in mentions if only in (None, mention.event)])
        for article, mentions in coder.code_all(articles)
    ]


def grouped(rows: Iterable[Coded]) -> list[str]:
    """The events, each by the letters of the articles that tell of it, in whatever order."""
    made = []
    for article, mentions in rows:
        setting = setting_of(article)
        for mention in mentions:
            made.append(traits_of(mention, article.published, setting))
            assert load_traits(dump_traits(made[-1]), setting) == made[-1]
    events = link(made)
    assert link(reversed(made)) == events
    found: dict[str, set[str]] = {}
    for traits in made:
        found.setdefault(events[traits.id], set()).add("abcdef"[int(traits.article[1:])])
    return sorted("".join(sorted(letters)) for letters in found.values())
