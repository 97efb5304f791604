"""Articles as the record keeps them."""

from __future__ import annotations

import json
from typing import Any

from dragoman.article import Article, Omission


def article_of(row: Any) -> Article:
    """The article in a row of the table ``article``."""
    return Article(
        text=row.text,
        id=row.id,
        title=row.title,
        url=row.url,
        published=row.published,
        source=row.source,
        language=row.language,
        author=row.author,
        left_out=tuple(Omission(**left) for left in json.loads(row.left_out)),
    )
