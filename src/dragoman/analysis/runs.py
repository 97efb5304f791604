"""Runs of signs that no sentence has: ruled lines, base64, an address as long as a paragraph.

A tokenizer strips signs off a word one by one and looks at the rest each time, so that its time
grows with the square of such a run. Blanks in their place cost nothing and keep every offset.
"""

from __future__ import annotations

import re

_SIGNS = 40
"""So many signs in a row, without letters, digits or blanks, are no text."""
_LETTERS = 200
"""So many characters without a blank are no word."""
_RUN = re.compile(rf"(?:[^\w\s]|_){{{_SIGNS},}}|\S{{{_LETTERS},}}")


def without_runs(text: str) -> str:
    """The text with blanks in place of its runs; all offsets are kept."""
    return _RUN.sub(lambda run: " " * len(run[0]), text)
