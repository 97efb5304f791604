"""Texts as every database can hold them: PostgreSQL takes no NUL, and no encoding a lone surrogate.

Another character stands in the place of each, so that every offset stays where it was.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from typing import Any

from dragoman.article import Article
from dragoman.letters import whole
from dragoman.mention import Mention, as_published

_TEXTS = ("text", "id", "title", "url", "source", "author")


def storable(text: str) -> str:
    """The text with a symbol for each NUL, and a mark for each lone surrogate."""
    return whole(text.replace("\x00", "\u2400"))


def storable_article(
    article: Article, mentions: Sequence[Mention]
) -> tuple[Article, Sequence[Mention]]:
    """The article and its mentions as they can be stored; the very same where nothing is odd."""
    odd: dict[str, Any] = {}
    for name in _TEXTS:
        value = getattr(article, name)
        if value is not None and storable(value) != value:
            odd[name] = storable(value)
    if not odd:
        return article, mentions
    kept = replace(article, **odd)
    own = (replace(mention, article_id=kept.id) for mention in mentions)
    return kept, [as_published(mention, kept.text) for mention in own]
