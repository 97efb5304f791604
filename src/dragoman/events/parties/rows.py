"""Two nations before one noun: '*Suriname, Guyana* leaders', the '*US-South Korea* drills'.

Headlines leave out the 'and', and the network reads the row as one phrase.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from spacy.tokens import Doc, Span, Token

from dragoman.actors import Cast
from dragoman.actors.roles import Role
from dragoman.letters import HYPHENS
from dragoman.mention import Entity

NATIONS = ("NORP", "GPE")
"""Labels of names of nations and lands."""
_TYING = HYPHENS | {"/"}
_PLURAL = ("NNS", "NNPS")
_FORCES = frozenset({"MIL", "COP"})
_LONGEST = 4  # words from the second nation to the noun: 'Turkish foreign and trade ministers'


def ties_nations(doc: Doc, index: int, cast: Cast) -> bool:
    """Whether the token at ``index`` is a hyphen between the names of two states.

    Not one within a state's own name: 'Guinea-Bissau'.
    """
    if not 0 < index < len(doc) - 1 or doc[index].text not in _TYING:
        return False
    before, after = doc[index - 1], doc[index + 1]
    if cast.is_one_name(before, after):
        return False
    named = (w.ent_type_ in NATIONS or cast.names_nation(w) for w in (before, after))
    return not before.whitespace_ and all(named)


def parts_nations(mark: Token, cast: Cast) -> bool:
    """Whether the mark is a comma between two nations before a noun for persons of both."""
    return _noun_of(mark, cast) is not None


def before_comma(phrase: Span, cast: Cast) -> Token | None:
    """The noun that a nation's adjective is told with over a comma: 'Greek' of 'ministers'.

    None where the phrase does not end in such an adjective.
    """
    last = phrase[-1]
    if last.i + 1 >= len(phrase.doc) or not cast.names_nation(last) or cast.names_state(last):
        return None
    return _noun_of(last.nbor(), cast)


def in_uniform(states: Sequence[Entity], role: Role | None) -> tuple[Entity, ...]:
    """The states, or their forces where the noun tells of such: 'Thai, *Lao* soldiers'."""
    if role is None or role.sector not in _FORCES:
        return tuple(states)
    return tuple(replace(state, sectors=(role.sector,)) for state in states)


def _noun_of(mark: Token, cast: Cast) -> Token | None:
    """The noun of both nations beside a comma; None where it is no such comma."""
    doc, at = mark.doc, mark.i
    if mark.text != "," or not 0 < at < len(doc) - 2:
        return None
    nations = [cast.names_nation(doc[at - 1]), cast.names_nation(doc[at + 1])]
    near = doc[at + 2 : at + 2 + _LONGEST]
    noun = next((t for t in near if t.tag_ in _PLURAL and cast.role(t) is not None), None)
    if not all(nations) or noun is None or noun.sent != mark.sent:
        return None
    between = doc[at + 2 : noun.i]
    return noun if all(t.pos_ in ("NOUN", "PROPN", "ADJ") for t in between) else None
