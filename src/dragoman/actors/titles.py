"""What the words directly before a name tell: title, office, nation, gender."""

from __future__ import annotations

from dataclasses import dataclass

from spacy.tokens import Token

from dragoman.actors.captions import after_credit
from dragoman.actors.entry import PEOPLES, Kind
from dragoman.actors.name_runs import HONORIFICS, PORTFOLIO, PORTFOLIO_KINDS
from dragoman.actors.names import Names
from dragoman.actors.party import UNIDENTIFIED
from dragoman.actors.roles import BODY_NOUNS, Role, Roles, Title
from dragoman.actors.sectors import settle
from dragoman.actors.traits import Traits, is_unknown, read_traits
from dragoman.letters import HYPHENS

_FEMALE_TITLES = frozenset({"Queen", "Princess", "Crown Princess", "Empress", "First Lady",
                            "Spokeswoman", "Congresswoman", "Military Spokeswoman"})  # fmt: skip
_MALE_TITLES = frozenset({"King", "Prince", "Crown Prince", "Pope", "Spokesman", "Emir"})
BORROWING = frozenset(
    {"Leader", "Spokesman", "Spokeswoman", "Spokesperson", "Secretary", "Commander", "Commissioner",
     "Deputy Commander", "Director General", "Secretary-General", "Envoy", "Special Envoy",
     "Ambassador", "Negotiator", "Chief Negotiator", "Special Representative", "High Commissioner",
     "Chief Executive", "General Secretary", "Foreign Policy Chief", "President", "Press Secretary"}
)  # fmt: skip
"""Offices in bodies of any kind, whose sector is that of the body."""
HEAD_OF_FIRMS = "Chief Executive"
"""What heads of firms are called, and the head of the government of a territory."""
_HEADS = frozenset({"chief", "president", "boss", "head", "chairman", "chairwoman"})
_BETWEEN = frozenset({"of", "for", "and", "the", "&", ","})
_OF_STATES = (("GOV",), ("COP",), ("MIL",), ("LEG",), ("JUD",))
_LONGEST_LEFT = 10
_WITH_PORTFOLIOS = ("Minister", "Secretary", "Commissioner")
AND = frozenset({"and", "&"})
"""What joins two titles, or two names that share one."""
_LONGEST_PORTFOLIO = 3  # words


@dataclass(frozen=True, slots=True)
class NameTitle:
    """What stands directly before a name.

    Attributes:
        start: index of its first token; that of the name where there is none.
        office: the office it tells, or None.
        sectors: the sectors it tells, or None.
        countries: the PLOVER codes it tells.
        gender: ``m``, ``f`` or empty.
        noun: the role noun, singular; empty where there is none.
        is_body: whether what is named is no person but a body.
        former: whether the office is held no more.
        shared: index of the plural noun that tells it of several names; -1 where none does.
    """

    start: int
    office: str | None = None
    sectors: tuple[str, ...] | None = None
    countries: tuple[str, ...] = ()
    gender: str = ""
    noun: str = ""
    is_body: bool = False
    former: bool = False
    shared: int = -1


class Titles:
    """Reads the titles before names.

    Args:
        names: the document's names.
        roles: the tables of roles and titles.
    """

    def __init__(self, names: Names, roles: Roles) -> None:
        self._names = names
        self._roles = roles
        self._doc = names.doc

    def before(self, start: int) -> NameTitle:
        """What the words directly before a name tell."""
        first = self._doc[start].sent.start
        end, gender = self._honorifics(start, first)
        title, role = self._told(end, first, start)
        length = max(title.length if title else 0, role.length if role else 0)
        if length == 0:
            return self._by_nationality(end, gender)
        core = end - length
        ranked = (title.sector,) if title is not None and title.rank else UNIDENTIFIED
        while title is not None and title.rank and (above := self._office_before(core, first)):
            title, role = above, self._roles.noun_at(self._doc, core - 1, first)
            core -= title.length
        if title is not None and title.office.endswith(_WITH_PORTFOLIOS):
            core = self._with_portfolios(core, first)
        left = self._before(core, first)
        if (other := self._joined_title(left, core, first)) is not None:
            if role is not None and role.sector == "CVL":  # 'the journalist and activist X'
                title, role = self._roles.title_at(self._doc, left - 2, first), None
            left, core = self._before(other, first), other
        traits = read_traits(self._names, self._roles, left, core)
        office, kind, sectors = _settled(title, role, traits, self._doc[end - 1])
        if kind == "carrier" and self._owned_by_unknown(left, core, sectors):
            sectors = ranked  # 'Apfel's marketing chief'
        inside = traits if traits.countries else read_traits(self._names, self._roles, left, end)
        return NameTitle(
            self._trimmed(left, end), office, sectors, inside.countries,
            gender or _gender(office, role), role.noun if role else (office or "").lower(),
            title is None and kind in BODY_NOUNS, traits.former,
        )  # fmt: skip

    def _told(self, end: int, first: int, start: int) -> tuple[Title | None, Role | None]:
        """The title and the role noun that end before ``end``, as far as there are such."""
        if end <= first:
            return None, None
        title = self._roles.title_at(self._doc, end - 1, first)
        if title is None and (minister := self._with_portfolio(end, first)) is not None:
            return minister, None
        role, last = self._roles.noun_at(self._doc, end - 1, first), self._doc[end - 1]
        nominal = last.pos_ in ("NOUN", "PROPN", "ADJ") and not _is_of_thing(last, start)
        return title, None if role is None or role.plural or not nominal else role

    def _honorifics(self, start: int, first: int) -> tuple[int, str]:
        """Where the honorifics before a name begin, and the gender that they tell."""
        end, gender = start, ""
        while end > first and self._doc[end - 1].lower_.rstrip(".") in HONORIFICS:
            gender = HONORIFICS[self._doc[end - 1].lower_.rstrip(".")] or gender
            end -= 1
            if self._doc[end].text == ".":
                end -= 1
        stopped = end - 1 > first and self._doc[end - 1].text == "."
        return end - 1 if stopped else end, gender

    def _office_before(self, core: int, first: int) -> Title | None:
        """The office that stands before a rank: 'President' of 'President General Assimi X'."""
        return self._roles.title_at(self._doc, core - 1, first) if core > first else None

    def _with_portfolio(self, end: int, first: int) -> Title | None:
        """'Minister of Industry and Trade', of which the tables know the first word."""
        index = end
        while index > first and (
            self._doc[index - 1].lower_ in PORTFOLIO | PORTFOLIO_KINDS | _BETWEEN
            or self._names.kind(index - 1) is Kind.COUNTRY
        ):
            index -= 1
        while index < end and self._doc[index].lower_ not in ("of", "for"):
            index += 1
        if index in (end, first) or self._doc[end - 1].lower_ in _BETWEEN:
            return None
        title = self._roles.title_at(self._doc, index - 1, first)
        if title is None:
            return None
        office = f"{title.office} {self._doc[index:end].text}"
        return Title(office, title.sector, title.length + end - index)

    def _with_portfolios(self, core: int, first: int) -> int:
        """Where the first portfolio of an office begins: 'Home Affairs and Trade Minister'."""
        begun = start = self._portfolio_before(core, first)
        while start - 2 >= first and self._is_portfolio(start - 2) and (
            self._doc[start - 1].lower_ in AND
            or (start < begun and self._doc[start - 1].text == ",")
        ):
            start = self._portfolio_before(start - 1, first)
        apart = start > first and self._doc[start - 1].lower_ in ("of", "for", "on")
        return core if apart or start == begun else start  # 'of Trade and Home Minister X': two

    def _portfolio_before(self, end: int, first: int) -> int:
        """Where the words of the portfolio that ends before ``end`` begin."""
        left = end
        while left > max(first, end - _LONGEST_PORTFOLIO) and self._is_of_office(left - 1):
            left -= 1
        return left

    def _is_portfolio(self, index: int) -> bool:
        word = self._doc[index]
        return word.text[0].isupper() and word.lower_ in PORTFOLIO | {"foreign"}

    def _is_of_office(self, index: int) -> bool:
        """Whether the word may begin a portfolio: 'Home', 'Constitutional'; no name does."""
        word = self._doc[index]
        plain = word.text[0].isupper() and word.pos_ in ("ADJ", "NOUN", "PROPN")
        return plain and self._names.hit(index) is None and not self._roles.title_at(
            self._doc, index, self._doc[index].sent.start
        )

    def _owned_by_unknown(self, left: int, core: int, sectors: tuple[str, ...]) -> bool:
        """Whether a proper name owns the title that neither tables nor titles know.

        With an apostrophe or, before a title in small letters that would be a state's, without:
        'Apfel president X'.
        """
        before = self._doc[core - 1] if left < core and sectors[:1] in _OF_STATES else None
        headed = self._doc[core].lower_ in _HEADS  # no person has one: 'Apfel chief X'
        person = before is not None and before.ent_type_ == "PERSON" and not headed
        if before is not None and self._doc[core].is_lower and not person:
            plain = before.text[0].isupper() and self._roles.modifier(before.text) is None
            if plain and is_unknown(self._names, self._roles, before):
                return True
        for index in range(left + 1, core):
            owner = self._doc[index - 1]
            if self._doc[index].tag_ == "POS" and owner.pos_ == "PROPN":
                unknown = is_unknown(self._names, self._roles, owner)
                return unknown and owner.ent_type_ != "PERSON"
        return False

    def _joined_title(self, left: int, core: int, first: int) -> int | None:
        """Where another office of the same person begins: 'State Councillor and Foreign Minister'.

        With an article before it the first is somebody else's: 'the king and Prime Minister'.
        """
        joined = left == core and left - 2 > first and self._doc[left - 1].lower_ == "and"
        other = self._roles.title_at(self._doc, left - 2, first) if joined else None
        if other is None:
            return None
        start = left - 1 - other.length
        before = self._before(start, first) - 1
        apart = before >= first and self._doc[before].pos_ in ("DET", "PRON")
        alike = self._doc[start].is_lower == self._doc[core].is_lower
        return start if alike and not apart else None

    def _by_nationality(self, end: int, gender: str) -> NameTitle:
        """'The Iranian Masoud X' is told by his nationality alone."""
        hit = self._names.hit(end - 1) if end > 0 else None
        if hit is None or hit.kind not in PEOPLES or not hit.entry.country:
            return NameTitle(end, gender=gender)
        return NameTitle(end - 1, None, ("CVL",), (hit.entry.country,), gender)

    def _trimmed(self, left: int, end: int) -> int:
        left = after_credit(self._names, left, self._doc[end - 1])
        while left < end and (self._doc[left].pos_ in ("DET", "PUNCT", "PART", "SPACE")):
            left += 1
        return left

    def _before(self, end: int, first: int) -> int:
        """The start of the modifiers that end before token ``end``."""
        index = end
        while index > first and end - index < _LONGEST_LEFT:
            if not self._modifies(self._doc[index - 1]) or "\n" in self._doc[index - 1].text:
                break
            index -= 1
        return index

    def _modifies(self, token: Token) -> bool:
        """Whether the word may stand among those that modify a title or a name after it."""
        return (
            self._names.hit(token) is not None
            or (token.lower_ in AND and self._joins_nations(token.i))
            or token.text in HYPHENS
            or token.tag_ == "POS"
            or (token.pos_ in ("NOUN", "PROPN", "ADJ") and not token.is_digit)
            or token.lower_ in ("former", "then", "acting", "outgoing")
            or (token.tag_ in ("VBN", "VBG") and token.dep_ == "amod")
        )

    def _joins_nations(self, index: int) -> bool:
        """Whether 'and' at ``index`` joins two states ('Iranian and Iraqi'), not two persons."""
        sides = (self._names.kind(index - 1), self._names.kind(index + 1))
        return all(side not in (None, Kind.LEADER) for side in sides)


def _gender(office: str | None, role: Role | None) -> str:
    told = role.gender if role is not None else ""
    if told == "f" or office in _FEMALE_TITLES:
        return "f"
    return "m" if told == "m" or office in _MALE_TITLES else ""


def _is_of_thing(word: Token, start: int) -> bool:
    """Whether it is the adjective of a thing that the name at ``start`` names: 'official' in 'the
    official Apfel account'.
    """
    return word.dep_ == "amod" and word.head.i > start and word.head.pos_ == "NOUN"


def _settled(
    title: Title | None, role: Role | None, traits: Traits, last: Token
) -> tuple[str | None, str, tuple[str, ...]]:
    """The office, kind and sectors that a title tells, or a role noun where that is longer."""
    if role is not None and (title is None or title.length < role.length):
        return None, role.kind, settle(role.sector, role.kind, role.noun, traits)
    assert title is not None  # one of the two there is
    sector = title.sector
    if role is not None and title.rank and last.is_lower:
        sector = role.sector  # it is no rank: 'the captain X'
    if title.rank and sector == "MIL" and traits.sectors[-1:] == ("COP",):
        sector = "COP"  # 'Police General X'
    of_land = traits.countries and traits.borrowed is None and not traits.sectors
    if title.office == HEAD_OF_FIRMS and of_land:
        sector = "GOV"  # 'Hong Kong Chief Executive X'
    kind = "carrier" if title.office in BORROWING else "person"
    return title.office, kind, settle(sector, kind, title.office.lower(), traits)
