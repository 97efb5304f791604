"""What never changes of a document, read once: its text, and where its lines end.

spaCy joins the text anew from its words each time it is asked for it. Who asks at every mention
takes time that grows with the square of the text.
"""

from __future__ import annotations

from bisect import bisect_left
from dataclasses import dataclass

from spacy.tokens import Doc

_KEY = "dragoman.layout"


@dataclass(frozen=True, slots=True)
class Layout:
    """The text of a document, and its lines.

    Attributes:
        text: all its text.
        breaks: the tokens that hold a line break, in order.
        length: how many tokens it has.
    """

    text: str
    breaks: tuple[int, ...]
    length: int

    def break_before(self, index: int) -> int | None:
        """The last token before a token that ends a line; None where it stands in the first."""
        place = bisect_left(self.breaks, index)
        return self.breaks[place - 1] if place else None

    def line_end(self, index: int) -> int:
        """The first token from a token on that ends a line; else the end of the document."""
        place = bisect_left(self.breaks, index)
        return self.breaks[place] if place < len(self.breaks) else self.length


def layout_of(doc: Doc) -> Layout:
    """The layout of a document, kept with it: its words never change once they are made."""
    kept: Layout | None = doc.user_data.get(_KEY)
    if kept is None:
        breaks = tuple(token.i for token in doc if "\n" in token.text)
        kept = doc.user_data[_KEY] = Layout(doc.text, breaks, len(doc))
    return kept
