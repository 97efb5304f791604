"""Letters: words without case and accents, texts without halves of characters."""

from __future__ import annotations

import re
import unicodedata

_LONE_SURROGATE = re.compile("[\ud800-\udfff]")
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


def whole(text: str) -> str:
    """The text with a replacement character for each lone surrogate, which no encoding has."""
    return text if text.isascii() else _LONE_SURROGATE.sub("\N{REPLACEMENT CHARACTER}", text)
