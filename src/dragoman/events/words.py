"""Sentences as the network reads them: words, each of some word pieces.

Words are what the tokenizer's own splitter takes for words (runs of letters and digits, and single
marks), so that training and coding split alike; their offsets count in the sentence's text.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from dragoman.events.reading import Chars, overlap

if TYPE_CHECKING:
    from tokenizers import Tokenizer


@dataclass(frozen=True, slots=True)
class Words:
    """A sentence as the network reads it.

    Attributes:
        pieces: ids of its word pieces, with the opening and closing mark.
        firsts: for each word the index in ``pieces`` of its first piece.
        spans: for each word its (start, end) in characters of the sentence.
    """

    pieces: tuple[int, ...]
    firsts: tuple[int, ...]
    spans: tuple[Chars, ...]

    def at(self, chars: Chars) -> int | None:
        """The index of the first word that overlaps the characters (start, end), or None."""
        return next((i for i, span in enumerate(self.spans) if overlap(span, chars)), None)


class WordReader:
    """Splits sentences into words and word pieces.

    Args:
        tokenizer: a tokenizer of the BERT family, read from its ``tokenizer.json``.
        max_pieces: longer sentences are read up to here; words beyond are not judged.
    """

    def __init__(self, tokenizer: Tokenizer, max_pieces: int) -> None:
        tokenizer.no_padding()
        tokenizer.enable_truncation(max_pieces)
        self._tokenizer = tokenizer

    def __call__(self, texts: Sequence[str]) -> list[Words]:
        """The words of each text."""
        found = []
        for encoding in self._tokenizer.encode_batch(list(texts)):
            firsts: list[int] = []
            spans: list[tuple[int, int]] = []
            last = None
            for index, (word, (start, end)) in enumerate(
                zip(encoding.word_ids, encoding.offsets, strict=True)
            ):
                if word is None:
                    continue
                if word != last:
                    firsts.append(index)
                    spans.append((start, end))
                else:
                    spans[-1] = (spans[-1][0], end)
                last = word
            found.append(Words(tuple(encoding.ids), tuple(firsts), tuple(spans)))
        return found
