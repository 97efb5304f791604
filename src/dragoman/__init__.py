"""Dragoman reads English world-affairs news and keeps the record of who did what to whom."""

from dragoman.article import Article, Omission
from dragoman.mention import Entity, Mention

__version__ = "0.1.0"
__all__ = ["Article", "Entity", "Mention", "Omission", "__version__"]
