"""Of which country those are whom a role noun means: the one told, the text's own, or none."""

from __future__ import annotations

from collections.abc import Mapping

from spacy.tokens import Token

from dragoman.actors.country_marks import MISSIONS
from dragoman.actors.entry import BLOCS, NATIONS, Kind
from dragoman.actors.names import Names
from dragoman.actors.ownership import PEACEKEEPING
from dragoman.actors.party import SERVING, Party
from dragoman.actors.passing import is_of_world_court
from dragoman.actors.people import People
from dragoman.actors.phrases import belongs_to, is_plural, is_worldwide, left_edge, possessor
from dragoman.actors.roles import Role, Roles
from dragoman.actors.setting import Setting
from dragoman.actors.traits import Traits, is_unknown, read_traits

# Whose country is nobody's guess: told outright or not at all.
_STATELESS = frozenset({"UAF", "REF", "UNK"})
TRAVELLERS = MISSIONS | frozenset(
    {"tourist", "foreigner", "expatriate", "expat", "foreign national", "hijacker", "pirate",
     "pilgrim", "passenger", "hostage", "diplomat", "expert", "analyst", "professor", "academic",
     "scholar", "insider", "report", "reports", "media report", "news report", "creditor", "lender",
     "donor", "monitor", "observer", "election observer", "bondholder", "immigrant"}
)  # fmt: skip
"""Who come from anywhere, whatever country the text is about."""
PRIVATE = frozenset(
    {"actor", "actress", "singer", "musician", "producer", "billionaire", "executive",
     "chief executive", "chief executive officer", "CEO", "managing director", "investor",
     "chief operating officer", "chief financial officer", "shareholder"}
)  # fmt: skip
"""Show business and people of private firms: of no country that is not told beside them."""

SENT_OUT = frozenset({"envoy", "special envoy", "negotiator", "mediator", "delegate", "delegation",
                       "delegations", "mission"})
"""Whom states send out to meet others: of nobody's country until the text tells who sent them."""

# Who is sought, and so of nobody's country until it is told.
_SOUGHT = frozenset({"suspect", "accused", "culprit"})
# Outlaws whom a land's own unrest makes.
_ON_THE_SPOT = frozenset({"looter", "rioter", "vandal", "arsonist", "cattle rustler"})
_GANGS = frozenset({"gang", "cartel", "mafia", "crime"})  # whose people are where they rule
# Words that place somebody elsewhere, or nowhere, whatever country the text is about.
_OUTSIDE = frozenset(
    {"foreign", "international", "global", "world", "western", "overseas", "neighbouring",
     "neighboring", "visiting", "allied", "multinational", "expatriate", "worldwide", "regional",
     "african", "asian", "nordic", "baltic", "balkan", "scandinavian", "caribbean", "sahelian",
     "andean"}
)  # fmt: skip
# Of a region within a state, as against one of several: 'the regional council', 'regional police'.
_OF_A_PART = frozenset(
    {"council", "governor", "parliament", "assembly", "legislature", "legislative council",
     "administration", "prosecutor", "police", "councillor", "police chief", "police commander",
     "election commission", "hospital"}
)  # fmt: skip
_OF_LANDS = ("ian", "ean", "ese")
_US_PARTIES = frozenset({"Democratic", "Republican"})
_LAWMAKERS = frozenset({"senator", "congressman", "congresswoman", "representative", "lawmaker",
                        "legislator", "governor"})  # fmt: skip
_OF_COURTS = frozenset({"judge", "prosecutor", "magistrate", "bench"})
_COURTS = frozenset({"court", "tribunal"})
_NEAR = 2  # sentences
_OTHER_HEADS = frozenset({"leader", "president", "country", "nation", "government", "minister"})
PARTS = frozenset(
    {"provincial", "local", "regional", "municipal", "city", "district", "state", "county",
     "federal-state", "village", "town", "prison", "port", "airport", "tax", "customs", "health",
     "school", "immigration", "prosecuting", "border", "transport", "interim"}
)  # fmt: skip
"""Words of what is part of a state: 'the provincial government', 'the tax authority'."""

# States that keep no army: soldiers there are another's, unless the text tells them by nation.
_WITHOUT_ARMY = frozenset({"PSE", "CRI", "ISL", "PAN", "VAT", "AND", "LIE", "MCO", "SMR", "MUS"})

# Where crowns are worn: whoever bears one is of no other land.
_MONARCHIES = frozenset(
    {"ARE", "BEL", "BHR", "BRN", "BTN", "DNK", "ESP", "GBR", "JOR", "JPN", "KHM", "KWT", "LIE",
     "LSO", "LUX", "MAR", "MCO", "MYS", "NLD", "NOR", "OMN", "QAT", "SAU", "SWE", "SWZ", "THA",
     "TON"}
)  # fmt: skip
_CROWNED = frozenset(
    {"crown prince", "crown princess", "emir", "emperor", "king", "monarch", "monarchy", "prince",
     "princess", "queen", "royal", "royal family", "sultan", "duke", "duchess"}
)  # fmt: skip

# Bodies of a state: several of them are several states' unless the text tells.
_OF_STATES = frozenset(
    {"government", "parliament", "army", "regime", "monarchy", "delegation",
     "delegations", "states", "powers", "great powers", "major powers", "western powers",
     "world powers", "world leaders"}
)


class Nationality:
    """Tells of which country those are whom a role noun means.

    Args:
        names: the document's names.
        roles: the tables of roles and titles.
        people: the document's persons.
        setting: what country the text is about.
        bodies: what the text told of bodies that no table knows, by name.
    """

    def __init__(
        self,
        names: Names,
        roles: Roles,
        people: People,
        setting: Setting,
        bodies: Mapping[str, Party],
    ) -> None:
        self._names = names
        self._roles = roles
        self._people = people
        self._setting = setting
        self._bodies = bodies
        self._doc = names.doc

    def countries(
        self, head: Token, role: Role, traits: Traits, sectors: tuple[str, ...]
    ) -> tuple[str | None, ...]:
        """PLOVER codes of those the noun means; empty for those who may be from anywhere.

        Args:
            head: the phrase's head.
            role: its role noun.
            traits: what its words and its owner tell; their countries come before all.
            sectors: its sectors.
        """
        if traits.countries:
            return traits.countries
        abroad = TRAVELLERS | PRIVATE | SENT_OUT | PEACEKEEPING
        staff = role.noun == "professor" and role.plural  # they strike at home, and one explains
        if not sectors or sectors[0] in _STATELESS or (role.noun in abroad and not staff):
            return ()
        if is_of_several(head, role.noun) or _is_outlaw(role):
            return ()
        if self.is_outside(head) or self._is_of_unknown_land(head, role):
            return ()
        owner = possessor(head)
        if any(c.dep_ == "compound" and c.lower_ in SENT_OUT for c in head.lefts):
            return ()  # 'the mission chief'
        if owner is not None and (self.is_unknown(owner) or owner.lemma_ in SENT_OUT):
            return ()  # 'Apfel's chief': of a firm or body that nothing tells of
        if owner is not None and owner.tag_ == "PRP$" and role.kind == "person":
            return ()  # 'her father' is of her country, told elsewhere or not at all
        if (party := self._of_us_party(head, role)) is not None:
            return party
        serves = sectors[0] in SERVING
        if sectors[0] == "JUD" and (court := self._world_court(head)) is not None:
            return (court,)
        code = self._beside(head) or self._setting.country(head, serves=serves)
        code = self.crowned(role.noun, code)
        if self._is_of_foreign_thing(head, code):
            return ()
        return () if sectors[0] == "MIL" and code in _WITHOUT_ARMY else (code,)

    def crowned(self, noun: str, code: str | None) -> str | None:
        """The country guessed, of a king or prince the only monarchy told where that is none."""
        if noun not in _CROWNED or code is None or code in _MONARCHIES:
            return code
        told = _MONARCHIES & self._names.countries.keys()
        return next(iter(told)) if len(told) == 1 else None

    def is_outside(self, head: Token) -> bool:
        """Whether its words place it elsewhere: 'foreign firms', 'fans around the globe'."""
        before = self._doc[left_edge(head) : head.i]
        words = {t.lower_ for t in before}
        hits = [hit for t in before if (hit := self._names.hit(t)) is not None]
        if any(hit.kind is Kind.CITY and hit.entry.country is None for hit in hits):
            return True  # 'Latin American leaders'
        if "led" in words and any(hit.kind in NATIONS for hit in hits):
            return True  # 'the Kenyan-led force': who else is in it, nothing tells
        if any(is_of_world_court(head, obj) for _, obj in belongs_to(head, ("in",))):
            return True
        other = "other" in words and head.lemma_ in _OTHER_HEADS
        outside = words & _OUTSIDE
        if "regional" in outside and head.lemma_.lower() in _OF_A_PART:
            outside = outside - {"regional"}
        return other or bool(outside) or is_worldwide(head)

    def _of_us_party(self, head: Token, role: Role) -> tuple[str, ...] | None:
        """'A Democratic senator' is of the United States where the text names them, or of none."""
        before = head.i - role.length
        party = role.noun in _LAWMAKERS and before >= left_edge(head)
        if not party or self._doc[before].text not in _US_PARTIES:
            return None
        return ("USA",) if "USA" in self._names.countries else ()

    def _world_court(self, head: Token) -> str | None:
        """Whose 'the judges' are, where the last court that the text names is a world court."""
        if head.lemma_.lower() not in _OF_COURTS or all(c.lower_ != "the" for c in head.lefts):
            return None
        number = self._names.sentences.number(head)
        since = self._names.sentences[max(0, number - _NEAR)].start
        for token in reversed(self._doc[since : head.i]):
            hit = self._names.hit(token)
            if token.lemma_.lower() in _COURTS:
                of_world = hit is not None and hit.entry.country in BLOCS
                return hit.entry.country if hit is not None and of_world else None
        return None

    def _is_of_foreign_thing(self, head: Token, code: str | None) -> bool:
        """Whether they are of what bears another nation's name: 'the crew of a Greek tanker'."""
        for _, obj in belongs_to(head, ("of", "on", "aboard", "from")):
            told = read_traits(self._names, self._roles, left_edge(obj), obj.i).countries
            if told and code not in told:
                return True
        return False

    def is_unknown(self, name: Token) -> bool:
        """Whether it is a proper name, not a place's, of which neither tables nor text tell."""
        told = name.i in self._people.runs or name.text in self._bodies
        return not told and is_unknown(self._names, self._roles, name)

    def _is_of_unknown_land(self, head: Token, role: Role) -> bool:
        """Whether an adjective that no table knows tells a land: 'Lusatian officials'."""
        before = head.i - role.length
        if before < left_edge(head) or self._names.hit(before) is not None:
            return False
        word = self._doc[before].text
        return word.istitle() and word.endswith(_OF_LANDS) and self._roles.modifier(word) is None

    def _beside(self, head: Token) -> str | None:
        """The country of what it is coordinated with: 'Ethiopian officials and the rebels'."""
        for other in head.conjuncts:
            traits = read_traits(self._names, self._roles, left_edge(other), other.i + 1)
            if traits.countries and traits.body is None:
                return traits.countries[0]
        return None


def is_of_several(head: Token, noun: str) -> bool:
    """Whether it means bodies of several states, if no word tells whose: 'some governments'."""
    within = any(t.lower_ in PARTS for t in head.lefts)  # 'local governments'
    heads = noun == "head" and any(
        c.lower_ == "of" and any(o.lower_ in ("state", "government") for o in c.rights)
        for c in head.rights
    )
    return is_plural(head) and (noun in _OF_STATES or heads) and not within


def _is_outlaw(role: Role) -> bool:
    """Whether it is a person outside the law, who may be from anywhere: 'hackers', 'a suspect'."""
    alone = role.kind == "person" and not _GANGS & set(role.noun.split())
    alone = alone and role.noun not in _ON_THE_SPOT
    return role.noun in _SOUGHT or (alone and role.sector == "CRM")
