"""A number that a sentence tells, and those of one row added up.

'Five soldiers and four civilians were killed' tells of nine dead. What stands in a row without a
number ('three soldiers and villagers') leaves the sum open, so that nothing is added; nor is what
only says who the first were: 'ten people, six soldiers and four civilians'.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, replace

from spacy.tokens import Token

from dragoman.analysis.grammar import conjuncts, first_conjunct
from dragoman.analysis.layout import layout_of
from dragoman.mention import Magnitude

_ANYBODY = frozenset({"people", "person", "victim"})
_BESIDE = frozenset({"other", "others"})


@dataclass(frozen=True, slots=True)
class Told:
    """A number of a sentence.

    Attributes:
        magnitude: the number with its words.
        kind: what it counts, or None: ``killed``, ``injured``, ``arrested``.
        word: the word that tells so.
        phrase: what it counts.
        persons: whether those are people.
        part: what the number stands at where it counts some of so many: 28 in '28 of the 40
            pupils'.
    """

    magnitude: Magnitude
    kind: str | None
    word: Token
    phrase: Token
    persons: bool
    part: Token | None


def summed(numbers: Iterable[Told], is_person: Callable[[Token], bool]) -> Iterator[Told]:
    """The numbers of a sentence, in place of those of one row their sum.

    Args:
        numbers: those of the sentence, in order.
        is_person: whether a noun names a person.
    """
    told = list(numbers)
    added: set[int] = set()
    for number in told:
        if number.phrase.i in added:
            continue
        members = conjuncts(first_conjunct(number.phrase))
        row = [n for n in told if n.phrase in members and n.kind == number.kind and n.persons]
        ones = [t for t in members if _is_one(t) and is_person(t)]
        if number not in row or not _is_sum(row, ones, members):
            yield number
            continue
        added.update(n.phrase.i for n in row)
        yield row[0] if _says_who(row, ones, members) else _sum(row, ones)


def _is_sum(row: Sequence[Told], ones: Sequence[Token], members: Sequence[Token]) -> bool:
    """Whether all members of a row are counted."""
    counted = all(n.kind is not None and n.part is None for n in row)
    return counted and len(row) + len(ones) == len(members) > 1


def _says_who(row: Sequence[Told], ones: Sequence[Token], members: Sequence[Token]) -> bool:
    """Whether the row only says who the first were: 'ten people, six soldiers and four boys'."""
    first, *rest = row
    if first.phrase.i != members[0].i:
        return False
    others = any(n.phrase.lower_ in _BESIDE for n in rest)
    if first.phrase.lemma_.lower() in _ANYBODY and not others:
        return True
    end = members[-1].i + 1
    enclosed = end < len(first.phrase.doc) and first.phrase.doc[end].text == ","
    return enclosed and sum(n.magnitude.low for n in rest) + len(ones) == first.magnitude.low


def _is_one(noun: Token) -> bool:
    """Whether it is one: 'a civilian' beside 'three soldiers'."""
    return noun.tag_ == "NN" and any(c.lower_ in ("a", "an") for c in noun.lefts)


def _sum(row: Sequence[Told], ones: Sequence[Token]) -> Told:
    first, parts = row[0], [n.magnitude for n in row]
    start = min([*(p.start for p in parts), *(t.left_edge.idx for t in ones)])
    nouns = [*(n.phrase for n in row), *ones]
    end = max([*(p.end for p in parts), *(t.idx + len(t) for t in nouns)])
    low = sum(p.low for p in parts) + len(ones)
    highs = [p.high for p in parts if p.high is not None]
    high = sum(highs) + len(ones) if len(highs) == len(parts) else None
    text = layout_of(first.phrase.doc).text[start:end]
    return replace(first, magnitude=Magnitude(text, start, end, low, high))
