"""Text that was UTF-8 and was once read as Windows' Western letters: ``TÃ¼rkiyeâ€™s``."""

from __future__ import annotations

import re

# The letters by which accents (Ã¼, Å¡), signs (Â£) and quotes (â€™) begin there, and what may
# follow: the rest of the other's letters are too often meant, as in NESCAFÉ®.
_FOLLOWING = "".join(
    bytes([code]).decode("cp1252", "ignore") or chr(code) for code in range(0x80, 0xC0)
)
_MARK = re.compile(f"[ÂÃÄÅ][{re.escape(_FOLLOWING)}]|â€[{re.escape(_FOLLOWING)}]")


def mended(text: str) -> str:
    """The text with those lines as they were meant that hold nothing but misread UTF-8.

    A line that holds other letters beyond ASCII, too, stays as it is: it was read rightly.
    """
    if not _MARK.search(text):
        return text
    return "\n".join(map(_line, text.split("\n")))


def _line(line: str) -> str:
    if not _MARK.search(line):
        return line
    try:
        return b"".join(map(_byte, line)).decode("utf-8")
    except UnicodeError:
        return line


def _byte(letter: str) -> bytes:
    """The byte that was read as the letter; five that Windows has no letter for stay as they are.

    Raises:
        UnicodeError: no byte was.
    """
    try:
        return letter.encode("cp1252")
    except UnicodeEncodeError:
        return letter.encode("latin-1")
