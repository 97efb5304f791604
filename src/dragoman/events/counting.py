"""Words that count the dead and wounded of a deed told elsewhere, and what they say they are of.

The toll, the dying, the bodies that were found. A clause that says by whom or in what else they
died, or that tells all the dead of a war, counts those of no deed in hand.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from spacy.tokens import Token

from dragoman.analysis.grammar import DEFINITE, ON_NOUN, auxiliaries, clause_of, governing_verb
from dragoman.events.told import Told
from dragoman.mention import Speaker

TOLL = frozenset({"toll", "number"})
COUNTED_WORDS = frozenset(
    "people person dead death casualty fatality victim wounded injured injury civilian".split()
)
_DYING = frozenset({"die", "lose"})
_HARMING = frozenset({"kill", "wound", "injure"})
_DEAD = frozenset({"death", "body", "loss"})
_BARE = frozenset({"in", "at", "on", "near", "including", "among", "according", "of", "from"})
_SITED = frozenset({"in", "at", "on", "near"})
_WHERE_THEY_DIE = frozenset({"hospital", "scene", "spot", "site", "rubble"})
_MANY = 500
"""From here on a number in the perfect ('2,000 have been killed') is mostly that of a war."""


@dataclass(frozen=True, slots=True)
class Count:
    """A count of the dead or wounded told apart from its deed.

    Attributes:
        told: the number.
        word: the word that tells it: the toll, the dying.
        speakers: who counts so.
        by: the word that says so, where one does.
    """

    told: Told
    word: Token
    speakers: tuple[Speaker, ...] = ()
    by: tuple[Token, ...] = ()

    @property
    def of_toll(self) -> bool:
        """Whether it is called a toll, which is one of something told before."""
        return self.word.lemma_ in TOLL

    @property
    def clause(self) -> tuple[Token, ...]:
        """The words of the clause that counts, without who says so."""
        return tuple(self.told.word.subtree if self.of_toll else clause_of(self.word).subtree)


def counting_word(told: Told) -> Token | None:
    """The word that tells the count, if it may be one of a deed told before."""
    word = told.word
    toll = next((c for c in word.children if c.lemma_ in TOLL and c.dep_ != "pobj"), None)
    if toll is not None:
        return toll
    if word.lemma_.lower() in _DEAD and word.pos_ == "NOUN":
        verb = governing_verb(word)
        plain = verb is not None and not _is_unsure(verb) and _is_bare(verb)
        return word if plain and not _is_told_apart(told.phrase) else None
    if word.lower_ == "dead" and word.dep_ == "acomp" and word.head.lemma_ == "be":
        return None if _is_unsure(word.head) or not _is_bare(word.head) else word
    if word.lemma_ not in _DYING | _HARMING or word.tag_ not in ("VBD", "VBN"):
        return None
    helpers = _helpers(word)
    active = word.lemma_ in _HARMING and not any(h.dep_ == "auxpass" for h in helpers)
    return None if active or _is_unsure(word) or not _is_bare(word) else word


def _is_perfect(count: Count) -> bool:
    """Whether so many 'have died', perhaps not all of one deed."""
    return any(h.lemma_ == "have" for h in _helpers(clause_of(count.word)))


def is_of_many_deeds(count: Count) -> bool:
    """Whether so many have died that it is hardly of one deed."""
    return _is_perfect(count) and not count.of_toll and count.told.magnitude.low >= _MANY


def sites(count: Count) -> Iterator[Token]:
    """What the counted are said to have died in or at."""
    for prep in clause_of(count.word).children:
        if prep.dep_ == "prep" and prep.lower_ in _SITED:
            yield from (c for c in prep.children if c.dep_ == "pobj")


def is_vague(site: Token) -> bool:
    """Whether it is no place and nothing told before: 'in clashes', 'in an attack', 'in all'."""
    if site.ent_type_ or site.pos_ == "PROPN" or site.lemma_.lower() in _WHERE_THEY_DIE:
        return False
    return not any(c.dep_ == "poss" or c.lower_ in DEFINITE for c in site.lefts)


def _helpers(verb: Token) -> tuple[Token, ...]:
    """The auxiliaries, of 'ten were killed and twelve *injured*' those of the first."""
    own = auxiliaries(verb)
    if own or verb.dep_ != "conj" or verb.tag_ != "VBN" or verb.head.lemma_ not in _HARMING:
        return own
    return _helpers(verb.head)


def _is_unsure(verb: Token) -> bool:
    """Whether it may not be so, or was so before: 'could die', 'had died' on nobody's word."""
    reported = verb.dep_ == "ccomp" or (verb.dep_ == "conj" and verb.head.dep_ == "ccomp")
    return any(
        h.tag_ in ("MD", "TO") or (h.lower_ == "had" and not reported) for h in _helpers(verb)
    )


def _is_bare(verb: Token) -> bool:
    """Whether nothing but a place is told of the dying: not by whom, when or after what."""
    return all(c.dep_ not in ("prep", "agent", "advcl") or c.lower_ in _BARE for c in verb.children)


def _is_told_apart(phrase: Token) -> bool:
    """Whether a clause says how the counted died: 'the deaths of two men shot in May'."""
    return any(c.dep_ in ON_NOUN for c in phrase.children)
