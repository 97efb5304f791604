"""All who do a deed together, where the network reads some of them.

'Villagers *along with activists* protested', 'a group led by *Chad and Mali* pledged', 'a text
sponsored by *France, Chad and Kenya* condemned': such a row the parser tears apart, and takes its
end for the subject of the verb after it.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from spacy.tokens import Span, Token

from dragoman.actors import Cast
from dragoman.analysis.grammar import NOUN_SUBJECTS, as_spans, conjuncts, prepositional

_BESIDE = NOUN_SUBJECTS | {"pobj", "conj"}
_LINKS = (("along", "with"), ("together", "with"), ("as", "well", "as"))
_LED = frozenset({"led", "commanded"})
_LEADING = frozenset({"lead", "head", "spearhead", "chair"})
_BACKING = frozenset(
    "author back co-author co-sponsor cosponsor draft initiate issue present propose publish "
    "release sign sponsor submit support table".split()
)
_LAST = 30  # tokens before the deed in which 'by' is looked for


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


def leading(word: Token) -> tuple[Token, ...]:
    """Who leads by a word like 'led' before a noun; nobody where it is another word."""
    if word.lower_ not in _LED:
        return ()
    return tuple(c for c in word.lefts if c.dep_ == "npadvmod")


def with_leading(doers: Sequence[Span], cast: Cast) -> list[Span]:
    """The doers with the states that lead them: 'a group led by *Chad, Mali and Togo* pledged'."""
    leaders = (
        one for phrase in doers for verb in phrase.root.subtree
        if verb.dep_ == "acl" and verb.tag_ == "VBN" and verb.lemma_ in _LEADING
        for agent in prepositional(verb, "by") for one in conjuncts(agent) if cast.names_power(one)
    )  # fmt: skip
    read = {phrase.root for phrase in doers}
    return [*doers, *as_spans(one for one in dict.fromkeys(leaders) if one not in read)]


def with_sponsors(doers: Sequence[Span], trigger: Token, cast: Cast) -> list[Span]:
    """The doers with all of the row of states behind 'by' that some of them are of.

    Args:
        doers: the phrases of the doers.
        trigger: the word that reports the deed.
        cast: who is who in the article.
    """
    start = max(trigger.sent.start, trigger.i - _LAST)
    for by in trigger.doc[start : trigger.i] if doers else ():
        if by.lower_ != "by" or by.i == start or not _is_backed(by.nbor(-1)):
            continue
        row = cast.row_of_states(_name_after(by))
        known = [one for one in row if any(p.start <= one.i < p.end for p in doers)]
        if known and row[-1].i < trigger.i:
            beside = as_spans(one for one in row if one not in known)
            return sorted((*doers, *beside), key=lambda phrase: phrase.start)
    return list(doers)


def _is_backed(word: Token) -> bool:
    return word.tag_ in ("VBN", "VBD") and word.lemma_ in _BACKING


def _name_after(by: Token) -> Token:
    """The first word behind 'by' but for an article."""
    word = by.nbor()
    return word.nbor() if word.lower_ == "the" else word
