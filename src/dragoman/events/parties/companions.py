"""All who do a deed together, where the network reads some of them.

'Villagers *along with activists* protested'.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from spacy.tokens import Span, Token

from dragoman.actors import Cast
from dragoman.analysis.grammar import NOUN_SUBJECTS, as_spans

_BESIDE = NOUN_SUBJECTS | {"pobj", "conj"}
_LINKS = (("along", "with"), ("together", "with"), ("as", "well", "as"))


def with_companions(doers: Sequence[Span], cast: Cast) -> list[Span]:
    """The doers, and beside each that is a subject whoever is told along with it."""
    read = {phrase.root.i for phrase in doers}
    found = [*doers]
    for phrase in doers:
        for other in _companions(phrase.root):
            if other.i not in read and cast.is_party(other) and cast.resolve(other):
                read.add(other.i)
                found += as_spans((other,))
    return found


def _companions(subject: Token) -> Iterator[Token]:
    """The nouns between a subject and its verb that a link right after the subject ties to it."""
    verb = subject.head
    if subject.dep_ not in NOUN_SUBJECTS or subject.i > verb.i:
        return
    start = subject.i + 1 + (subject.nbor().text == ",")
    for link in _LINKS:
        after = start + len(link)
        if tuple(t.lower_ for t in subject.doc[start:after]) == link:
            beside = (t for t in subject.doc[after : verb.i] if t.dep_ in _BESIDE)
            yield from (t for t in beside if t.left_edge.i == after)
