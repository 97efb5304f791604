"""'The town' after its name: the one that the text has told of most so far; and 'captured it'."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import replace
from typing import TypeVar

from spacy.tokens import Doc, Token

from dragoman.places.toponym import Toponym

T = TypeVar("T")

TOWNS = frozenset({"town", "city", "village"})
_FINE = frozenset({"city", "point"})
_PLAIN = frozenset({"the", "this", "besieged", "embattled", "entire", "whole"})
_TAKING = frozenset("capture recapture retake overrun storm besiege".split())
_NAMING = frozenset({"compound", "nmod", "appos", "poss", "relcl", "acl", "conj"})


def foremost(told: Iterable[T], key: Callable[[T], object]) -> T | None:
    """Of all that is told the one told oftener than any other; None where none is."""
    listed = list(told)
    ranked = Counter(map(key, listed)).most_common(2)
    if not ranked or (len(ranked) > 1 and ranked[0][1] == ranked[1][1]):
        return None
    return next(one for one in listed if key(one) == ranked[0][0])


def told_again(doc: Doc, toponyms: Sequence[Toponym]) -> Iterator[Toponym]:
    """Each 'the town' or 'it' that can only be the town the text tells of, as that town.

    Args:
        doc: the text.
        toponyms: its toponyms, in order.
    """
    towns = [t for t in toponyms if _is_town(t) and not _is_dateline(t)]
    for token in doc:
        if not _is_the_town(token) and not _is_taken(token):
            continue
        since = token.sent.start_char if token.lower_ == "it" else 0
        before = [t for t in towns if since <= t.start < token.idx]
        town = foremost(before, lambda t: (t.name, t.country))
        if town is not None:
            end = token.idx + len(token)
            yield replace(town, text=token.text, start=token.idx, end=end, kind="literal")


def _is_town(toponym: Toponym) -> bool:
    located = toponym.precision in _FINE and toponym.basis in ("own", "told")
    return located and toponym.kind in ("literal", "modifier")


def _is_dateline(toponym: Toponym) -> bool:
    """Where the reporter is: 'BAMAKO, Nov 9'."""
    return toponym.text.isupper()


def _is_taken(pronoun: Token) -> bool:
    """Whether it is what only a town or a post is: 'left Gao, a week after *capturing it*'."""
    return pronoun.lower_ == "it" and pronoun.dep_ == "dobj" and pronoun.head.lemma_ in _TAKING


def _is_the_town(noun: Token) -> bool:
    """Whether the noun stands alone behind 'the': no 'city of Gao', 'port city', 'city council'."""
    if noun.lower_ not in TOWNS:
        return False
    if noun.dep_ in ("compound", "nmod", "poss", "appos", "attr", "conj"):
        return False
    if any(c.dep_ in _NAMING or c.lower_ in ("of", "and", "where") for c in noun.rights):
        return False
    before = list(noun.lefts)
    definite = any(c.lower_ in ("the", "this") for c in before)
    return definite and all(c.lower_ in _PLAIN for c in before)
