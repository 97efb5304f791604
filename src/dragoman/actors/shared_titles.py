"""Titles that several names share: 'Presidents A of X and B of Y', 'the kings of X and Y, A and B'.

Each name of the list has the office of the plural noun before it, and its own country where as many
are told as there are names.
"""

from __future__ import annotations

from dataclasses import dataclass

from dragoman.actors.entry import TOPONYMS
from dragoman.actors.names import Names
from dragoman.actors.roles import Role, Roles, Title
from dragoman.actors.sectors import settle
from dragoman.actors.titles import AND, NameTitle
from dragoman.actors.traits import Traits, read_traits

_OF = frozenset({"of", "from"})
_LONGEST_BEFORE = 4  # tokens that tell nations before the noun: 'the Thai and Lao ministers'


@dataclass(frozen=True, slots=True)
class _Plural:
    """The noun that names share: index of its last token, its role, title, traits, countries."""

    index: int
    role: Role
    title: Title
    traits: Traits
    countries: tuple[str, ...]


class SharedTitles:
    """Reads the plural titles before lists of names.

    Args:
        names: the document's names.
        roles: the tables of roles and titles.
    """

    def __init__(self, names: Names, roles: Roles) -> None:
        self._names = names
        self._roles = roles
        self._doc = names.doc

    def before(self, start: int) -> NameTitle | None:
        """What the plural title of the list tells of the name at ``start``; None without one."""
        first = self._doc[start].sent.start
        index, place = start, 0
        while (noun := self._noun(index, first)) is None:
            earlier = self._past_name(self._past_joint(index, first), first)
            if earlier is None:
                return None
            index, place = earlier, place + 1
        if place == 0 and not self._goes_on(start):
            return None
        told = noun.countries[place : place + 1] if len(noun.countries) > 1 else noun.countries
        sectors = settle(noun.title.sector, noun.role.kind, noun.role.noun, noun.traits)
        left = noun.index - noun.role.length + 1
        beside = place == 0 and noun.index + 1 == start
        return NameTitle(
            left if beside else start, noun.title.office, sectors, told, "", noun.role.noun,
            shared=noun.index,
        )  # fmt: skip

    def _noun(self, index: int, first: int) -> _Plural | None:
        """The plural title that ends before ``index``, or before the states and the comma there."""
        if index <= first:
            return None
        if self._doc[index - 1].text != ",":
            return self._plural(index - 1, first, ())
        end = index - 1
        codes: list[str] = []
        while end > first and (hit := self._names.hit(end - 1)) and hit.kind in TOPONYMS:
            codes.insert(0, hit.entry.country or "")
            end = self._names.span(end - 1)[0]
            end -= end > first and self._doc[end - 1].lower_ == "the"
            if end > first and self._doc[end - 1].lower_ in _OF:
                return self._plural(end - 2, first, tuple(codes))
            end = self._past_joint(end, first) or first
        return None if codes else self._plural(end - 1, first, ())

    def _plural(self, last: int, first: int, codes: tuple[str, ...]) -> _Plural | None:
        role = self._roles.noun_at(self._doc, last, first) if last >= first else None
        title = self._roles.title_of(role.noun) if role is not None and role.plural else None
        if role is None or title is None or role.kind not in ("person", "carrier"):
            return None
        core = left = last - role.length + 1
        while left > max(first, core - _LONGEST_BEFORE) and self._modifies(left - 1):
            left -= 1
        traits = read_traits(self._names, self._roles, left, core)
        return _Plural(last, role, title, traits, codes or traits.countries)

    def _modifies(self, index: int) -> bool:
        token = self._doc[index]
        nominal = token.pos_ in ("ADJ", "NOUN", "PROPN") or token.tag_ == "POS"
        return nominal or token.lower_ in AND

    def _past_joint(self, index: int, first: int) -> int | None:
        """Where 'and' or a comma before ``index`` begins; None where neither stands there."""
        start = index
        if start > first and self._doc[start - 1].lower_ in AND:
            start -= 1
        if start > first and self._doc[start - 1].text == ",":
            start -= 1
        return start if start < index else None

    def _past_name(self, end: int | None, first: int) -> int | None:
        """Where the name, and 'of' its state, that end before the token begin; None without."""
        if end is None:
            return None
        if end > first and self._names.kind(end - 1) in TOPONYMS:
            state = self._names.span(end - 1)[0]
            state -= state > first and self._doc[state - 1].lower_ == "the"
            if state > first and self._doc[state - 1].lower_ in _OF:
                end = state - 1
        start = end
        while start > first and self._is_named(start - 1) and not self._is_plural(start - 1, first):
            start -= 1
        return start if start < end else None

    def _is_named(self, index: int) -> bool:
        token = self._doc[index]
        return token.text[0].isupper() or token.text == "-"

    def _is_plural(self, index: int, first: int) -> bool:
        role = self._roles.noun_at(self._doc, index, first)
        return role is not None and role.plural

    def _goes_on(self, start: int) -> bool:
        """Whether another name follows the one at ``start``: 'A B of X and C D'."""
        index, doc = start, self._doc
        while index < len(doc) and (self._is_named(index) or doc[index].lower_ in _OF | {"the"}):
            index += 1
        joint = index
        while index < len(doc) and (doc[index].text == "," or doc[index].lower_ in AND):
            index += 1
        return joint < index < len(doc) and self._is_named(index)
