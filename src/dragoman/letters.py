"""Words compared without case and accents."""

from __future__ import annotations

import unicodedata

_LETTERS = str.maketrans({
    "ø": "o", "đ": "d", "ð": "d", "ł": "l", "ı": "i", "ß": "ss", "æ": "ae", "œ": "oe", "ə": "a",
    "þ": "th", "ħ": "h",
})  # fmt: skip


def fold(word: str) -> str:
    """The word in lower case and plain letters: 'Wałęsa' as 'walesa', 'Straße' as 'strasse'."""
    if word.isascii():
        return word.lower()
    plain = unicodedata.normalize("NFKD", word.lower())
    return "".join(c for c in plain if not unicodedata.combining(c)).translate(_LETTERS)
