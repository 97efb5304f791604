"""Countries and groups told in a row, which the parser often tears: 'the leaders of A, B and C'."""

from __future__ import annotations

from spacy.tokens import Token

from dragoman.actors.entry import NATIONS, POWERS
from dragoman.actors.names import GROUPS, Names, stands_apart
from dragoman.actors.phrases import belongs_to
from dragoman.analysis.grammar import JOINING
from dragoman.letters import HYPHENS

_TYING = HYPHENS | {"/"}
_STOPS = frozenset({".", "!", "?", '"', "”"})
_LONGEST_BRACKET = 12  # tokens


def listed(names: Names, land: Token) -> tuple[Token, ...]:
    """The heads of the countries in a row that begins with ``land``, itself the first.

    What stands in brackets after one is passed over: 'Chile (3 May), Peru (4 May) and Brazil'.
    Empty where no 'and' or 'or' closes a row, for 'Kisumu, Kenya' is none.

    Args:
        names: the document's names.
        land: a token of the first country's name.
    """
    doc, found, index, closed = names.doc, [], land.i, False
    while index < len(doc):
        if names.kind(index) not in POWERS or doc[index].sent != land.sent:
            break
        found.append(names.head(index))
        index, joined = _past_join(names, past_bracket(names, names.span(index)[1]))
        if closed or not joined:
            break
        closed = joined in JOINING
    return tuple(found) if closed and len(found) > 1 else ()


def row_to_end(names: Names, land: Token) -> tuple[Token, ...]:
    """The heads of the countries in a headline's row without an 'and': 'visas for *Chad, Mali*'.

    Empty where the next one begins a clause of its own: 'duties on Chad, Mali hits back'.

    Args:
        names: the document's names.
        land: a token of the first country's name.
    """
    doc, found, index = names.doc, [], land.i
    while index < len(doc):
        if names.kind(index) not in POWERS or doc[index].sent != land.sent:
            return ()
        found.append(names.head(index))
        end = names.span(index)[1]
        if end >= len(doc) or doc[end].sent != land.sent or doc[end].text != ",":
            break
        index = end + 1
    after = doc[end] if end < len(doc) and doc[end].sent == land.sent else None
    headline = land.sent[-1].text not in _STOPS
    acts = after is not None and after.pos_ in ("VERB", "AUX", "NOUN", "PROPN", "PART")
    return tuple(found) if headline and len(found) > 1 and not acts else ()


def joined_groups(names: Names, people: Token) -> list[Token]:
    """The groups joined to the one that people are of: 'supporters of Fatah and *Hamas*'.

    Args:
        names: the document's names.
        people: the noun for them; no groups where it is no plural.
    """
    if people.tag_ != "NNS":
        return []
    rows = (
        [one for one in (obj, *obj.conjuncts) if names.kind(one) in GROUPS]
        for _, obj in belongs_to(people, ("of", "from"))
    )
    return [other for row in rows for other in row[1:] if not stands_apart(names, other)]


def tied(names: Names, start: int, end: int) -> tuple[str, ...]:
    """The codes of two nations that a hyphen ties before a noun: 'the Franco-German council'.

    Empty where tokens ``start`` to ``end`` (exclusive) hold no such two.

    Args:
        names: the document's names.
        start: first token of the noun's phrase.
        end: the noun's.
    """
    for index in range(start + 1, end - 1):
        one, other = names.hit(index - 1), names.hit(index + 1)
        if names.doc[index].text not in _TYING or one is None or other is None:
            continue
        codes = {h.entry.country: None for h in (one, other) if h.kind in NATIONS}
        told = tuple(code for code in codes if code)
        if len(told) == 2 and names.tells_origin(index + 1):
            return told
    return ()


def past_bracket(names: Names, index: int) -> int:
    """The index after what stands in brackets at ``index``; itself where nothing does."""
    doc = names.doc
    if index >= len(doc) or doc[index].text != "(":
        return index
    near = doc[index : index + _LONGEST_BRACKET]
    return next((t.i + 1 for t in near if t.text == ")"), index)


def _past_join(names: Names, index: int) -> tuple[int, str]:
    """Where after a comma, an 'and', or both a name begins, and the last of them."""
    doc, joined = names.doc, ""
    while index < len(doc) and (doc[index].text == "," or doc[index].lower_ in JOINING):
        joined = doc[index].lower_
        index += 1
        if joined in JOINING:
            break
    if joined and index < len(doc) and doc[index].lower_ == "the":
        index += 1  # 'Chad and the Gambia'
    return index, joined
