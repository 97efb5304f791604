"""Borders and neighbours told in passing: 'near the Malian border' is where Mali begins, not Mali.

Whoever stands there is of the land on this side, which the phrase does not tell.
"""

from __future__ import annotations

from spacy.tokens import Token

from dragoman.actors.entry import NATIONS, Kind
from dragoman.actors.names import Names
from dragoman.letters import HYPHENS

_BORDERS = frozenset({"border", "frontier", "borders"})
_BESIDE = frozenset({"near", "on", "along", "towards", "toward", "to", "by", "and"})
_NEAR = frozenset({"near", "bordering"})
_DETERMINERS = frozenset({"the", "its", "their", "a"})


def is_beyond(names: Names, index: int) -> bool:
    """Whether the nation's name at a token tells only whose land lies near by.

    'Near the Malian border', 'on Mali's border', 'a border with Mali', 'a town near Mali'. Not
    the first of 'the Malian border with Chad', which is in Mali, nor 'the Mali-Chad border', of
    which either side may be meant.

    Args:
        names: the document's names.
        index: the first token of the name.
    """
    kind, doc = names.kind(index), names.doc
    if kind not in NATIONS:
        return False
    before = index - 1
    while before >= 0 and doc[before].lower_ in _DETERMINERS:
        before -= 1
    led_by = doc[before].lower_ if before >= 0 else ""
    if led_by == "with" and before > 0 and doc[before - 1].lower_ in _BORDERS:
        return True  # 'the border with Mali'
    end = _past_genitive(doc[names.span(index)[1] - 1])
    if end < len(doc) and doc[end].lower_ in _BORDERS:
        after = doc[end + 1].lower_ if end + 1 < len(doc) else ""
        return led_by in _BESIDE and after not in HYPHENS | {"with"}
    close = led_by == "to" and before > 0 and doc[before - 1].lower_ == "close"
    return kind is Kind.COUNTRY and (close or led_by in _NEAR)


def tells_beyond(names: Names, ground: Token) -> bool:
    """Whether a ground is told by whose land begins there: 'border' in 'near the Malian border'."""
    told = (t for t in (ground, *ground.lefts) if names.hit(t) is not None)
    return any(is_beyond(names, names.span(t)[0]) for t in told)


def _past_genitive(last: Token) -> int:
    """The index after a name's last token and the 's behind it."""
    end = last.i + 1
    return end + 1 if end < len(last.doc) and last.doc[end].tag_ == "POS" else end
