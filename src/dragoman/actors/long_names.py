"""Names of bodies that go on after their noun: 'Chamber of Commerce and Industry'."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace

from spacy.tokens import Token

from dragoman.actors.captions import after_credit
from dragoman.actors.entry import Kind
from dragoman.actors.name_runs import PORTFOLIO
from dragoman.actors.names import Names
from dragoman.actors.phrases import core_start, left_edge
from dragoman.actors.roles import BODY_NOUNS, Role, Roles
from dragoman.analysis.grammar import NOUNS

_TYING = frozenset({"of", "for", "on"})
_STOPPING = (Kind.COUNTRY, Kind.SEAT, Kind.LEADER)


@dataclass(frozen=True, slots=True)
class LongName:
    """Tokens ``start`` to ``end`` (exclusive) that make a body's name, and its head noun's."""

    start: int
    head: int
    end: int


class LongNames:
    """The long names of bodies in a document, by each of their tokens.

    Args:
        names: the document's names; what the tables know is left to them.
        roles: the tables of roles and titles.
    """

    def __init__(self, names: Names, roles: Roles) -> None:
        self._names = names
        self._roles = roles
        self._at = {i: name for name in self._find() for i in range(name.start, name.end)}

    def at(self, token: Token) -> LongName | None:
        """The long name that the token is part of, or None."""
        return self._at.get(token.i)

    def head_of(self, token: Token) -> Token:
        """The head noun of the long name that the token is part of; else the token.

        A name that the tables know is headed by its own noun too, where the token is none.
        """
        if (name := self._at.get(token.i)) is not None:
            return self._names.doc[name.head]
        if token.pos_ != "ADP" or self._names.hit(token) is None:
            return token
        return self._names.head(token)

    def extent(self, head: Token) -> tuple[int, int]:
        """First token and the one past the last of the phrase's core, or of its long name."""
        start = after_credit(self._names, core_start(head, left_edge(head)), head)
        long = self.at(head)
        return start, head.i + 1 if long is None or long.head != head.i else long.end

    def text(self, head: Token) -> str:
        """The words of `extent`."""
        start, end = self.extent(head)
        return self._names.doc[start:end].text

    def role(self, head: Token, role: Role | None) -> Role | None:
        """The role told by the words of the name after the head too: 'chamber of commerce'."""
        name = self._at.get(head.i)
        if name is None or name.head != head.i:
            return role
        longer = self._roles.noun_from(self._names.doc, head.i, name.end)
        if longer is None or longer.length == 1:
            chamber = role is not None and role.noun == "chamber"
            # 'the Chamber of Hindu Priests' is no parliament's: its members tell what it is
            return replace(role, sector="SOC", kind="collective") if chamber and role else role
        return longer if role is None else Role(
            longer.noun, longer.sector, longer.kind, longer.gender, longer.refers, longer.plural,
            role.length,
        )  # fmt: skip

    def _find(self) -> Iterator[LongName]:
        doc = self._names.doc
        for token in doc[: len(doc) - 2]:
            if token.nbor().lower_ not in _TYING or not token.text[0].isupper():
                continue
            if token.pos_ not in NOUNS or self._names.hit(token) is not None:
                continue
            role = self._roles.noun_at(doc, token.i)
            end = self._end(token.i + 2) if role is not None and role.kind in BODY_NOUNS else None
            if end is not None:
                yield LongName(core_start(token, left_edge(token)), token.i, end)

    def _end(self, index: int) -> int | None:
        """One past the last capitalised word from ``index`` on, or None where there is none."""
        doc, end = self._names.doc, None
        while index < len(doc):
            token = doc[index]
            if self._names_on(index):
                end = index + 1
            elif token.lower_ == "and" and end == index:
                if index + 1 == len(doc) or doc[index + 1].lower_ not in PORTFOLIO:
                    break
            elif not self._ties(index, end):
                break
            index += 1
        return end

    def _ties(self, index: int, end: int | None) -> bool:
        """Whether the name may go on after 'of' or 'of the' at ``index``."""
        doc = self._names.doc
        if doc[index].lower_ == "the":
            return doc[index - 1].lower_ in _TYING
        return doc[index].lower_ in _TYING and end in (None, index)

    def _names_on(self, index: int) -> bool:
        token = self._names.doc[index]
        if not token.text[0].isupper() or self._names.kind(index) in _STOPPING:
            return False
        return token.pos_ in ("NOUN", "PROPN", "ADJ") and token.ent_type_ not in ("DATE", "TIME")
