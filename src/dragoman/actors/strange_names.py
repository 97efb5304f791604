"""Proper names that no table knows: bodies told by the nouns that stand in or beside them."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace

from spacy.tokens import Token

from dragoman.actors.entry import LEGAL_FORMS
from dragoman.actors.long_names import LongNames
from dragoman.actors.names import Names
from dragoman.actors.nationality import Nationality
from dragoman.actors.nominals import Nominals
from dragoman.actors.ownership import Ownership
from dragoman.actors.party import SERVING, UNIDENTIFIED, Party
from dragoman.actors.phrases import appositions, core_start, left_edge, names_ground
from dragoman.actors.roles import Role, Roles
from dragoman.actors.sectors import settle
from dragoman.actors.setting import Setting
from dragoman.actors.traits import read_traits

# Common nouns that stand in the names of bodies of any kind: 'China Capital Investment'.
_NAMING = frozenset(
    {"national", "capital", "state", "nation", "people", "citizen", "union", "player", "star",
     "first", "public", "family", "children", "partner", "partners", "investor", "member"}
)  # fmt: skip
_ARGUMENTS = frozenset({"nsubj", "nsubjpass", "pobj", "dobj", "poss"})
# How firms end their names.
_FIRMS = LEGAL_FORMS | {"co", "corporation", "holdings", "limited", "pty", "bhd", "tbk"}
# Bodies that hardly ever work outside their own land; firms, news and aid are of any.
_AT_HOME = SERVING | {"LAB", "PTY", "EDU", "SOC"}
_FROM_ANYWHERE = frozenset({"aid", "relief", "charity", "humanitarian", "green"})


class StrangeNames:
    """Tells whom proper names mean that no table knows.

    Args:
        names: the document's names.
        roles: the tables of roles and titles.
        nominals: what tells whom a phrase with a role noun means.
        long_names: the names of bodies that go on after their noun.
        ownership: what tells whose a phrase is.
        nationality: what tells of which country somebody is.
        setting: what country the text is about.
        bodies: what the text told of such bodies, by name.
    """

    def __init__(
        self,
        names: Names,
        roles: Roles,
        nominals: Nominals,
        long_names: LongNames,
        ownership: Ownership,
        nationality: Nationality,
        setting: Setting,
        bodies: Mapping[str, Party],
    ) -> None:
        self._names = names
        self._roles = roles
        self._nominals = nominals
        self._long_names = long_names
        self._ownership = ownership
        self._nationality = nationality
        self._setting = setting
        self._bodies = bodies
        self._doc = names.doc

    def parties(self, head: Token, depth: int) -> tuple[Party, ...]:
        """The body or person that the name at the head means; empty where it names nobody.

        Args:
            head: the name's head.
            depth: how many phrases within phrases are still followed.
        """
        if head.pos_ != "PROPN" or head.ent_type_ in ("DATE", "TIME", "MONEY", "PERCENT"):
            return ()
        text = self._long_names.text(head)
        if head.text in self._bodies and text == head.text:
            return (self._bodies[head.text],)
        if (told := self._by_apposition(head, depth)) is not None:
            return (replace(told, name=text, unnamed=False),)
        start = core_start(head, left_edge(head))
        for index in range(head.i - 1, start - 1, -1):
            role = self._roles.noun_at(self._doc, index, start)
            if role is None or (role.noun in _NAMING and self._doc[index].text[0].isupper()):
                continue
            return (self._after_noun(head, role, index, start),)
        firm = self._doc[head.i].lower_.rstrip(".") in _FIRMS and start < head.i
        organisation = firm or head.ent_type_ in ("ORG", "NORP")
        if organisation and head.dep_ in _ARGUMENTS and not names_ground(head):
            traits = read_traits(self._names, self._roles, start, head.i)
            country = traits.countries[0] if traits.countries else None
            return (Party(text, country, ("BUS",) if firm else UNIDENTIFIED, None, "body"),)
        return ()

    def _by_apposition(self, head: Token, depth: int) -> Party | None:
        """What stands beside the name tells: 'the Falcon, a daily newspaper'."""
        beside: list[Token] = list(appositions(head))
        if head.dep_ == "appos":
            beside.append(head.head)
        for told_by in beside:
            role = self._nominals.role(told_by)
            if role is not None and depth > 0:
                for told in self._nominals.parties(told_by, role, None, depth - 1)[:1]:
                    return told
        return None

    def _after_noun(self, head: Token, role: Role, index: int, start: int) -> Party:
        """The name after a role noun at ``index``: 'the watchdog BaFin', 'Bank Muscat'."""
        traits = read_traits(self._names, self._roles, start, index)
        sectors = settle(role.sector, role.kind, role.noun, traits)
        country = self._ownership.told(head, traits)
        person = role.kind in ("person", "carrier")
        apart = person or self._doc[index].is_lower  # 'the watchdog BaFin', not 'Bank Muscat'
        name = self._doc[index + 1 : head.i + 1].text if apart else self._long_names.text(head)
        home = None if person or country else self._home(head, sectors, start)
        return Party(
            name, country or home, sectors, None, "person" if person else "body",
            guessed=home is not None,
        )  # fmt: skip

    def _home(self, head: Token, sectors: tuple[str, ...], start: int) -> str | None:
        """The country that the text surely plays in, for bodies that keep to their own."""
        words = {t.lower_ for t in self._doc[start : head.i]}
        abroad = not _FROM_ANYWHERE.isdisjoint(words) or self._nationality.is_outside(head)
        at_home = bool(sectors) and sectors[0] in _AT_HOME and not abroad
        return self._setting.home(head, sectors) if at_home else None
