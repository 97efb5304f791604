"""Letters: words without case and accents, texts without halves of characters."""

from __future__ import annotations

import re
import unicodedata

HYPHENS = frozenset("-–‑")
"""The signs that tie two words: as typed, the longer one of ranges, the one that never breaks."""

_LONE_SURROGATE = re.compile("[\ud800-\udfff]")
# Control characters other than blanks, hyphens and joints of no width, marks of the direction of
# writing, halves of characters.
_UNSEEN = re.compile(
    "[\x00-\x08\x0e-\x1b\x7f-\x84\x86-\x9f\xad\u061c\u200b-\u200f\u202a-\u202e\u2060-\u206f\ufeff"
    "\ufff9-\ufffb\ud800-\udfff]+"
)
_LETTERS = str.maketrans({
    "ø": "o", "đ": "d", "ð": "d", "ł": "l", "ı": "i", "ß": "ss", "æ": "ae", "œ": "oe", "ə": "a",
    "þ": "th", "ħ": "h",
})  # fmt: skip


def fold(word: str) -> str:
    """The word in lower case and plain letters: 'Wałęsa' as 'walesa', 'Straße' as 'strasse'."""
    if word.isascii():
        return word.lower()
    return without_accents(word.lower()).translate(_LETTERS)


def without_accents(word: str) -> str:
    """The word with the letters that its accents stand on alone: 'Ḩamāh' as 'Hamah'."""
    parts = unicodedata.normalize("NFKD", word)
    return "".join(c for c in parts if not unicodedata.combining(c))


def whole(text: str) -> str:
    """The text with a replacement character for each lone surrogate, which no encoding has."""
    return text if text.isascii() else _LONE_SURROGATE.sub("\N{REPLACEMENT CHARACTER}", text)


def seen(text: str) -> str:
    """The text with blanks for signs that nobody sees, of the same length.

    Within a word they stay: a blank would make two of it.
    """
    return _UNSEEN.sub(_blank, text)


def _blank(unseen: re.Match[str]) -> str:
    text, start, end = unseen.string, *unseen.span()
    inside = text[start - 1 : start].isalnum() and text[end : end + 1].isalnum()
    return unseen[0] if inside else " " * (end - start)
