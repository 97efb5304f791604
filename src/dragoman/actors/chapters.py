"""Bodies that end in a country's name: 'Amnesty Nigeria' is no government."""

from __future__ import annotations

from spacy.tokens import Token

from dragoman.actors.entry import Kind
from dragoman.actors.gazetteer import Hit
from dragoman.actors.names import Names
from dragoman.actors.party import Party
from dragoman.analysis.grammar import BEFORE_NOUN

# With what the name of a body may end before the country's, where no table has it.
_ENDINGS = frozenset(
    {"action", "watch", "international", "initiative", "network", "foundation", "alliance",
     "relief", "aid", "rights", "monitor", "trust", "amnesty", "children", "actionaid",
     "unicef", "civicus", "care", "worldvision",
     "vision", "campaign", "concern", "solidarity", "justice", "transparency", "forum", "voices"}
)  # fmt: skip
_LETTERS = 3  # fewer may be a state's: 'UN', 'US'


def chapter(names: Names, head: Token, hit: Hit, text: str) -> Party | None:
    """The body whose name ends in the country that ``hit`` names at ``head``, or None.

    Its first words are a body that the tables know, letters that they do not, or tell of a cause.

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
    if before.head.i != head.i or before.dep_ not in BEFORE_NOUN or not before.text[0].isupper():
        return None
    other = names.hit(before)
    if other is not None:
        known = other.kind is Kind.ORGANISATION and "SOC" in other.entry.sectors
        sectors = other.entry.sectors if known else ()
    else:
        letters = before.text.isalpha() and before.text.isupper() and len(before.text) > _LETTERS
        sectors = ("SOC",) if letters or before.lower_ in _ENDINGS else ()
    return Party(text, hit.entry.country, sectors, None, "body") if sectors else None
