"""Pages that say, in the place of an article, that it is not there or cannot be shown."""

from __future__ import annotations

import re
from http import HTTPStatus

# An error page tells no more than this; an article about such a page does.
_MOST_WORDS = 80
_SITE = re.compile(r"\s[-|–—·»]\s")  # behind it a page's title names the site
_WORDS = re.compile(r"[a-z]+|[0-9]+")
_CODES = {str(int(status)): status.phrase.lower() for status in HTTPStatus if status >= 400}
_FILLING = frozenset(
    {"http", "error", "status", "code", "temporarily", "sorry", "oops", "the", "this"}
)
# What needs no number beside it. 'Conflict', 'Gone' and 'Forbidden' are headlines, too.
_PLAIN = frozenset(
    {
        "not found", "page not found", "file not found", "article not found",
        "page cannot be found", "page could not be found", "page does not exist",
        "bad gateway", "service unavailable", "gateway timeout",
        "too many requests", "internal server",
    }
)  # fmt: skip


def is_error_page(title: str | None, body: str) -> bool:
    """Whether a page with this title and text is a server's word that there is no article.

    The title says so, whatever site it names behind, and the text is short.
    """
    if not title or len(body.split()) > _MOST_WORDS:
        return False
    words = _WORDS.findall(_SITE.split(title)[0].lower())
    told = [word for word in words if word not in _FILLING]
    codes = [word for word in told if word in _CODES]
    rest = " ".join(word for word in told if word not in _CODES)
    if codes and rest in ("", *(_CODES[code].replace(" error", "") for code in codes)):
        return True
    return rest in _PLAIN
