"""Who leads, by the word tied before 'led' in 'a Saudi-led raid', and who only backs what is done.

Who drafted or brokered a text is not who says what it says: 'a U.S.-drafted resolution'.
"""

from __future__ import annotations

from spacy.tokens import Span, Token

from dragoman.letters import HYPHENS

_LED = frozenset({"led", "commanded"})
_BACKING = frozenset(
    "backed supported sponsored funded allied aligned brokered mediated drafted written authored "
    "proposed penned".split()
)


def leading(word: Token) -> tuple[Token, ...]:
    """Who leads by a word like 'led' before a noun; nobody where it is another word."""
    if word.lower_ not in _LED:
        return ()
    return tuple(c for c in word.lefts if c.dep_ == "npadvmod")


def is_backer(phrase: Span) -> bool:
    """Whether a phrase only names who backs something: 'Russian' in 'a Russian-backed offensive'.

    The hyphen may stand after it, in it, or in its only word.
    """
    doc, end = phrase.doc, phrase.end
    tied = end + 1 < len(doc) and doc[end].text in HYPHENS
    return (tied and doc[end + 1].lower_ in _BACKING) or tells_backer(phrase[-1])


def tells_backer(word: Token) -> bool:
    """Whether it is, or ends, a word with a hyphen that tells who backs: 'U.S.-drafted'."""
    before, _, last = word.lower_.rpartition("-")
    tied = before or (word.i and word.nbor(-1).text in HYPHENS)
    return bool(tied) and last in _BACKING
