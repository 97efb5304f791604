"""Bodies of the tables with a country's name after theirs: 'Amnesty International UK' is none."""

from __future__ import annotations

from spacy.tokens import Token

from dragoman.actors.entry import Kind
from dragoman.actors.gazetteer import Hit
from dragoman.actors.names import Names
from dragoman.actors.party import Party
from dragoman.analysis.grammar import BEFORE_NOUN


def chapter(names: Names, head: Token, hit: Hit, text: str) -> Party | None:
    """The part of a known body of society in the country that ``hit`` names at ``head``, or None.

    Args:
        names: the document's names.
        head: the head of the country's name.
        hit: the name.
        text: the words of the phrase.
    """
    first = names.span(head)[0]
    if hit.kind is not Kind.COUNTRY or first == head.sent.start:
        return None
    before = head.doc[first - 1]
    other = names.hit(before)
    if other is None or before.head.i != head.i or before.dep_ not in BEFORE_NOUN:
        return None
    known = other.kind is Kind.ORGANISATION and "SOC" in other.entry.sectors
    return Party(text, hit.entry.country, other.entry.sectors, None, "body") if known else None
