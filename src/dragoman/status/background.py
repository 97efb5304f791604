"""Whether an event is of long ago and told as context."""

from __future__ import annotations

import re
from datetime import date

from spacy.tokens import Token

from dragoman.analysis.captions import is_of_archive
from dragoman.mention import When

_YEARS_AGO = 2
_YEAR = re.compile(r"(?<!\d)(\d{4})")
_DECADE = re.compile(r"(?<!\d)(\d{3})X|(?<!\d)(\d{2})XX")
_LONG_AGO = frozenset({"decades", "centuries", "historic", "historical", "wartime", "colonial"})


def is_background(when: When | None, trigger: Token, published: date | None) -> bool:
    """True where the event's last possible year lies three years or more before publication.

    Without a publication date or a time, words for long ago at the trigger decide, and whether it
    is told as the deed of an old picture.
    """
    if when is not None and when.edtf:
        last = _last_year(when.edtf)
        if last is not None and published is not None:
            return last < published.year - _YEARS_AGO
    elif is_of_archive(trigger):
        return True
    return any(child.lower_ in _LONG_AGO for child in trigger.subtree if child.i < trigger.i)


def _last_year(edtf: str) -> int | None:
    if edtf.endswith(".."):
        return None
    decades = [int(d + "9") if d else int(c + "99") for d, c in _DECADE.findall(edtf)]
    years = [int(year) for year in _YEAR.findall(edtf)]
    return max(years + decades, default=None)
