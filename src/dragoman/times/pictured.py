"""The day that closes the caption of an old picture: 'greets an envoy in Mali March 3, 2023.'"""

from __future__ import annotations

from collections.abc import Iterable

from spacy.tokens import Token

from dragoman.analysis.captions import is_of_archive
from dragoman.analysis.layout import layout_of
from dragoman.mention import When
from dragoman.times.expression import TimeExpression
from dragoman.times.intervals import days_of

_MARKS = ".,)] \n"


def pictured_on(trigger: Token, here: Iterable[TimeExpression]) -> When | None:
    """The day of an old picture, which is that of what it shows; None where none closes it.

    Args:
        trigger: the word that tells what it shows.
        here: the time expressions of its sentence.
    """
    if not is_of_archive(trigger):
        return None
    doc, end = trigger.doc, trigger.sent.end_char
    for found in here:
        first, last = days_of(found.edtf)
        closes = not layout_of(doc).text[found.end : end].strip(_MARKS)
        if closes and found.basis == "stated" and first is not None and first == last:
            return When(found.text, found.start, found.end, found.edtf, found.basis)
    return None
