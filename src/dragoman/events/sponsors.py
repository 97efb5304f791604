"""All who stand behind a text: 'a resolution sponsored by *France, Chad and Kenya* condemned'.

The parser tears such a row apart, and takes its end for the subject of the verb after it.
"""

from __future__ import annotations

from collections.abc import Sequence

from spacy.tokens import Span, Token

from dragoman.actors import Cast
from dragoman.analysis.grammar import as_spans

_BACKING = frozenset(
    "author back co-author co-sponsor cosponsor draft initiate issue present propose publish "
    "release sign sponsor submit support table".split()
)
_LAST = 30  # tokens before the deed in which 'by' is looked for


def with_sponsors(doers: Sequence[Span], trigger: Token, cast: Cast) -> list[Span]:
    """The doers with all of the row of states behind 'by' that some of them are of.

    Args:
        doers: the phrases of the doers.
        trigger: the word that reports the deed.
        cast: who is who in the article.
    """
    if not doers:
        return []
    start = max(trigger.sent.start, trigger.i - _LAST)
    for by in trigger.doc[start : trigger.i]:
        if by.lower_ != "by" or by.i == start or not _is_backed(by.nbor(-1)):
            continue
        row = cast.row_of_states(_name_after(by))
        known = [one for one in row if any(p.start <= one.i < p.end for p in doers)]
        if known and row[-1].i < trigger.i:
            beside = as_spans(one for one in row if one not in known)
            return sorted((*doers, *beside), key=lambda phrase: phrase.start)
    return list(doers)


def _is_backed(word: Token) -> bool:
    return word.tag_ in ("VBN", "VBD") and word.lemma_ in _BACKING


def _name_after(by: Token) -> Token:
    """The first word behind 'by' but for an article."""
    word = by.nbor()
    return word.nbor() if word.lower_ == "the" else word
