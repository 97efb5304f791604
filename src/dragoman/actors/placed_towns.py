"""Towns that the words after them place elsewhere: the London of 'London, Ontario' is in Canada.

A table of names knows one town of a name, the largest. Where a region follows a comma, or a border
that it is near, whoever places names on the map has read which town is meant; its country comes
before the table's. So it does where the text names that country and not the table's: the Portland
of a text about Jamaica is no town of the United States.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import replace

from spacy.tokens import Doc

from dragoman.actors.entry import NATIONS, TOWNS, Entry, Kind
from dragoman.actors.gazetteer import Hit
from dragoman.analysis.grammar import JOINING

_BORDERS = frozenset({"border", "frontier"})
_FAR = 6  # tokens: 'close to and near the Nigerian border'


def placed_elsewhere(
    doc: Doc,
    hits: Mapping[int, Hit],
    spans: Mapping[int, tuple[int, int]],
    placed: Mapping[int, str],
) -> Iterator[tuple[int, Hit]]:
    """Each town placed in another country than the table's, and its region: token index and name.

    Args:
        doc: the document.
        hits: token index to the name it is part of.
        spans: token index to the first token of its name and the one past the last.
        placed: the country of a town on the map, by the first character of its name.
    """
    told = {h.entry.country for h in hits.values() if h.kind in NATIONS | {Kind.SEAT}}
    for index, hit in hits.items():
        code = placed.get(hit.start)
        first, end = spans[index]
        if index != first or hit.kind not in TOWNS or code in (None, hit.entry.country):
            continue
        alone = hit.kind is Kind.CITY and code in told and hit.entry.country not in told
        if alone or _is_by_border(doc, end):
            yield index, _at(hit, code)
            continue
        if end + 1 >= len(doc) or doc[end].text != "," or not doc[end + 1].text[0].isupper():
            continue
        region = hits.get(end + 1)
        within = [e for e in region.entries if e.country == code] if region is not None else []
        if region is not None and (not within or _goes_on(doc, spans[end + 1][1])):
            continue
        if region is None and placed.get(doc[end + 1].idx) != code:
            continue
        yield index, _at(hit, code)
        if region is not None:
            yield end + 1, replace(region, entries=tuple(within))


def _at(hit: Hit, country: str | None) -> Hit:
    """The town of that name in the country."""
    return replace(hit, entries=(Entry(hit.entry.name, Kind.CITY, country, ()),))


def _is_by_border(doc: Doc, end: int) -> bool:
    """Whether a border is told right after the name, so that the map tells which side it is on."""
    after = [t.lower_ for t in doc[end : end + _FAR] if t.sent == doc[end - 1].sent]
    hinge = next((i for i, word in enumerate(after) if word in ("near", "on", "along")), None)
    if hinge is None or any(not word.isalpha() or word == "and" for word in after[:hinge]):
        return False
    return not _BORDERS.isdisjoint(after[hinge : hinge + 4])


def _goes_on(doc: Doc, index: int) -> bool:
    """Whether a list goes on at the token: 'Paris, Victoria and Hanoi'."""
    if index < len(doc) and doc[index].text == ",":
        index += 1
    return index < len(doc) and doc[index].lower_ in JOINING
