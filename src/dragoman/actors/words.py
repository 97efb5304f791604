"""Words compared without case and accents."""

from __future__ import annotations

import unicodedata


def fold(word: str) -> str:
    """The word in lower case without accents."""
    if word.isascii():
        return word.lower()
    plain = unicodedata.normalize("NFD", word.lower().replace("ı", "i").replace("ø", "o"))
    return "".join(c for c in plain if not unicodedata.combining(c))
