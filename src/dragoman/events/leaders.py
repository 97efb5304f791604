"""Who leads: the word that is tied before 'led', in 'a Saudi-led raid'."""

from __future__ import annotations

from spacy.tokens import Token

_LED = frozenset({"led", "commanded"})


def leading(word: Token) -> tuple[Token, ...]:
    """Who leads by a word like 'led' before a noun; nobody where it is another word."""
    if word.lower_ not in _LED:
        return ()
    return tuple(c for c in word.lefts if c.dep_ == "npadvmod")
