"""Dragoman reads English world-affairs news and keeps the record of who did what to whom.

    >>> import dragoman
    >>> article = dragoman.Article("France and Chad held talks in Paris on Monday.")
    >>> mentions = dragoman.Coder().code(article)

What loads the language model is imported when first used, so that importing the package is quick.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from dragoman.article import Article, Omission
from dragoman.mention import Entity, Mention

if TYPE_CHECKING:
    from dragoman.coder import Coder
    from dragoman.reading import Reading, read

__version__ = "0.1.0"
__all__ = [
    "Article", "Coder", "Entity", "Mention", "Omission", "Reading", "__version__", "read",
]  # fmt: skip
_ELSEWHERE = {
    "Coder": "dragoman.coder",
    "Reading": "dragoman.reading",
    "read": "dragoman.reading",
}


def __getattr__(name: str) -> Any:
    if name in _ELSEWHERE:
        from importlib import import_module

        return getattr(import_module(_ELSEWHERE[name]), name)
    raise AttributeError(f"module 'dragoman' has no attribute {name!r}")
