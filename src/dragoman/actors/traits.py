"""What the words before a noun or a name tell of it: nationality, body, former or in opposition."""

from __future__ import annotations

from dataclasses import dataclass, replace

from spacy.tokens import Doc, Span, Token

from dragoman.actors.entry import ARMED_GROUPS, BLOCS, BODIES, NATIONS, Entry, Kind
from dragoman.actors.gazetteer import Hit
from dragoman.actors.name_runs import PORTFOLIO
from dragoman.actors.names import Names
from dragoman.actors.party import UNIDENTIFIED
from dragoman.actors.roles import Roles
from dragoman.analysis.grammar import NOUNS
from dragoman.letters import HYPHENS
from dragoman.numerals import number_words

_JOINING = frozenset({"and", "or", "&", ",", "/", "both", "nor", "the"})
# Nouns that say nothing of what people do: 'displaced families' are displaced.
_ANYBODY = frozenset(
    {"people", "person", "man", "woman", "child", "family", "boy", "girl", "youth", "community",
     "crowd", "group", "population", "minority", "mother", "father", "men", "women", "families",
     "young people", "volunteer", "leader", "elder", "supporter", "campaigner", "civilian",
     "teenager", "national", "citizen"}
)  # fmt: skip


# Whom another's body holds or has lost: 'Taliban prisoners' are its men, not its victims.
_HELD = frozenset(
    {"prisoner", "detainee", "inmate", "captive", "suspect", "convict", "fugitive", "defector",
     "deserter", "member", "recruit", "sympathiser", "sympathizer"}
)  # fmt: skip


# Who or what is of another and yet does not do his work: 'Modi's party', 'her lawyers'.
_OWN_TRADE = frozenset({"party", "lawyer", "attorney", "critic", "opponent", "driver"})


# Trades that make nobody one of a land's great: 'a retired nurse' is of hers.
_NO_OFFICES = frozenset({"EDU", "MED", "LAB", "AGR", "JRN", "CVL"})
# Parties called by a common word, which has a capital before their people: 'the Reform boss'.
_PARTIES = frozenset({"Reform", "Green", "Greens", "Labour"})
_PARTY_PEOPLE = frozenset(
    {"leader", "leaders", "boss", "chief", "politician", "politicians", "candidate", "candidates",
     "peer", "frontbencher", "backbencher"}
)  # fmt: skip

_RANK_AND_FILE = frozenset({"worker", "workers"})

# Whom states, firms and clubs have alike: their owner, or the word before, tells their sector.
_EVERYWHERE = frozenset({"president", "vice-president", "vice president", "commissioner"})
_OF_A_TRADE = frozenset({"captain", "pilot"})
_OF_STATES = frozenset({"commission", "council", "authority", "department", "directorate"})
DELIBERATING = frozenset({"commission", "council", "committee", "conference", "forum"})
"""Bodies that talk about what stands before their noun: 'the border committee'."""
_DEPARTMENTS = frozenset({"department", "bureau", "directorate", "ministry"})
_MINISTRIES = frozenset({"department", "ministry"})
_TRADES = frozenset({"MED", "EDU", "LAB", "BUS", "AGR", "REL"})  # what ministries are for, too
_AFTER_CREDIT = NATIONS | {Kind.INSTITUTION}
PRIVATE = frozenset({"BUS", "EDU", "SOC", "LAB", "JRN", "MED", "REL", "PTY"})
"""Sectors of those who are nobody's government."""


DEALING = frozenset(
    {"specialist", "expert", "analyst", "scholar", "watcher", "envoy", "adviser", "advisor",
     "negotiator", "correspondent", "historian", "researcher", "director", "aide"}
)  # fmt: skip
"""What stands before these as a noun is what they deal with: 'a Ukraine specialist'."""
_PLACES = ("GPE", "LOC", "FAC", "NORP")
# Bodies that states have and everybody else too: 'the Borgia Talent Agency'.
_ANYBODYS = frozenset({"agency", "palace", "committee", "federation", "mission"})
_PUBLIC = PORTFOLIO | frozenset(
    {"national", "federal", "state", "public", "central", "standing", "people", "joint", "supreme",
     "revolutionary", "popular", "general", "intelligence", "atomic", "space", "nuclear",
     "electoral", "election", "rights", "refugee", "border", "tax", "revenue", "customs", "civil",
     "emergency", "disaster", "management", "protection", "regulatory", "maritime", "royal",
     "presidential", "imperial", "grand", "statistics", "meteorological", "anti", "corruption"}
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Traits:
    """What a phrase's words tell of whom it means.

    Attributes:
        countries: PLOVER codes, in order; several only where coordinated.
        body: the organisation that stands before the noun, or None.
        sectors: sectors that words before the noun tell, nearest last.
        borrowed: sectors of what owns it, or None where nothing does.
        former: whether it holds its office no more.
        opposition: whether it is of the opposition.
        stateless: whether it is of a people without a state, whose leaders govern nothing.
    """

    countries: tuple[str, ...] = ()
    body: Entry | None = None
    sectors: tuple[str, ...] = ()
    borrowed: tuple[str, ...] | None = None
    former: bool = False
    opposition: bool = False
    stateless: bool = False


def is_unknown(names: Names, roles: Roles, name: Token) -> bool:
    """Whether it is a proper name, not a place's, of which no table tells: 'Apfel'."""
    known = names.hit(name) is not None or roles.noun_at(names.doc, name.i) is not None
    return name.pos_ == "PROPN" and not known and name.ent_type_ not in _PLACES


def is_anybodys(names: Names, noun: str, words: Span) -> bool:
    """Whether a body's name that no table knows carries only a common word: 'Crystal Palace'.

    Args:
        names: the document's names.
        noun: the body's noun.
        words: what stands before it in its name.
    """
    named = any(t.text[0].isupper() and names.hit(t) is None for t in words)
    return noun in _ANYBODYS and named and _PUBLIC.isdisjoint(t.lower_ for t in words)


def read_traits(names: Names, roles: Roles, start: int, end: int) -> Traits:
    """The traits that tokens ``start`` to ``end`` (exclusive) tell."""
    words = [i for i in range(start, end) if names.hit(i) is None]
    told = [s for i in words if (s := _sector_told(names.doc, roles, i, start))]
    sectors = tuple(sector for sector in told if sector not in ("ELI", "OPP"))
    named = _told_by_names(names, start, end)
    return replace(named, sectors=sectors, former="ELI" in told, opposition="OPP" in told)


def _told_by_names(names: Names, start: int, end: int) -> Traits:
    """The traits that the names among the tokens tell."""
    found: list[tuple[str, int, int]] = []
    body: Entry | None = None
    partial = stateless = False
    index = start
    while index < end:
        hit = names.hit(index)
        if hit is None:
            index += 1
            continue
        entry = _party_meant(names, hit) or hit.entry
        if body is not None and body.sectors == ("JRN",) and entry.kind in _AFTER_CREDIT:
            found, body = [], None  # a picture credit runs into the caption
        if names.tells_origin(index) and not _is_birthplace(names, index, end):
            people = entry.generic and entry.kind is Kind.PEOPLE
            shared = entry.generic and not people and entry.country not in names.countries
            if entry.country and not shared:
                found.append((entry.country, *names.span(index)))
            if entry.kind in BODIES or (entry.kind is Kind.SEAT and entry.always):
                body = entry
            stateless = stateless or people
            partial = partial or any("PRE" in e.sectors for e in hit.entries)
        index = names.span(index)[1]
    unowned = ("GOV", "PRE") if partial else None
    borrowed = unowned if body is None else body.sectors
    return Traits(_coordinated(names, found), body, borrowed=borrowed, stateless=stateless)


def _sector_told(doc: Doc, roles: Roles, index: int, start: int) -> str | None:
    """The sector that the word at ``index``, with those from ``start`` on before it, tells."""
    word = doc[index]
    if _names_party(word):
        return "PTY"
    role = roles.noun_at(doc, index, start) if word.pos_ in NOUNS else None
    compounded = index > start and doc[index - 1].text in HYPHENS
    words = doc[max(start, index - 2) : index + 1] if compounded else word
    sector = roles.modifier(words.text)  # 'left-wing' whole, and never its 'wing'
    if role is None or role.sector == "UNK":
        return sector
    stands = role.kind in ("body", "group")
    told = stands or (sector is None and role.sector not in ("GOV", "CVL"))
    return role.sector if told else sector


def _party_meant(names: Names, hit: Hit) -> Entry | None:
    """The party that a chamber's name means where the text tells of its land alone: 'Congress'."""
    if not hit.entry.generic or hit.entry.country in names.countries:
        return None
    parties = (e for e in hit.entries if e.kind is Kind.PARTY and e.country in names.countries)
    return next(parties, None)


def _names_party(word: Token) -> bool:
    """Whether a common word with a capital names a party: 'the Labour leader', not a union's."""
    if word.text not in _PARTIES or word.i + 1 == len(word.doc):
        return False
    opens = word.text == "Labour" and word.is_sent_start
    return not opens and word.nbor().lower_ in _PARTY_PEOPLE


def _is_birthplace(names: Names, index: int, end: int) -> bool:
    """Whether a nation tells only where somebody of another was born: 'Afghan-born US envoy'."""
    after = range(names.span(index)[1], end)
    return names.is_tied_to(index, "born") and any(names.hit(i) is not None for i in after)


def _coordinated(names: Names, found: list[tuple[str, int, int]]) -> tuple[str, ...]:
    """All countries where only 'and', commas, numbers or nothing stand between, else the first."""
    if not found:
        return ()
    kept = [found[0]]
    for country, first, last in found[1:]:
        between = [t.lower_ for t in names.doc[kept[-1][2] : first]]
        if between and all(word in _JOINING or word in number_words() or word.isdecimal()
                           for word in between):
            kept.append((country, first, last))
        else:
            # 'Israel's Gaza commander' is Israel's; a bloc before a state yields to the state
            if kept[-1][0] in BLOCS and country not in BLOCS and len(kept) == 1:
                continue
            break
    return tuple(dict.fromkeys(country for country, _, _ in kept))


def settle(sector: str, kind: str, noun: str, traits: Traits) -> tuple[str, ...]:
    """The sectors of a role with its traits (codebook, sectors)."""
    office = sector not in _NO_OFFICES or noun.endswith(("leader", "boss"))
    if traits.former and (kind == "carrier" or (kind == "person" and office)):
        return ("ELI",)
    if noun in _RANK_AND_FILE and "PTY" in ((traits.borrowed or ())[:1] or traits.sectors[-1:]):
        return traits.borrowed or ("PTY",)  # 'BJP workers', 'party workers' are its members
    traits = _without_topic(noun, traits)
    owner = traits.borrowed
    if kind in ("carrier", "collective"):
        sectors = _carried(sector, kind, traits)
    else:
        sectors = _own(sector, noun, traits)
    if owner and "PRE" in owner and sectors and "PRE" not in sectors:
        sectors = (*sectors, "PRE")
    if sectors[:1] == ("PTY",) and (traits.opposition or "opposition" in noun):
        return ("PTY", "OPP")
    if traits.opposition and sectors and "OPP" not in sectors:
        return (*sectors, "OPP")
    return sectors


def _without_topic(noun: str, traits: Traits) -> Traits:
    """The traits less an owner or a word that tells what such a noun is for, and not whose it is.

    'The Department of Health' is no hospital's, 'the Philippine Department of Foreign Affairs' no
    unknown body's; 'the Sports Commission' plays no games, 'the border committee' is no police.
    """
    owner, beside = (traits.borrowed or ("",))[0], traits.sectors[-1:]
    topic = (noun in _OWN_TRADE and owner not in ARMED_GROUPS) or (
        noun in _MINISTRIES and owner in _TRADES
    ) or (noun in _DEPARTMENTS and traits.borrowed == UNIDENTIFIED and bool(traits.countries))
    if (noun in _OF_STATES and beside == ("SOC",)) or (noun in DELIBERATING and beside == ("COP",)):
        traits = replace(traits, sectors=())
    return replace(traits, borrowed=None) if topic else traits


def _carried(sector: str, kind: str, traits: Traits) -> tuple[str, ...]:
    """Of 'leader', 'group': its owner's, else what the words before it tell, else its own."""
    if kind == "collective" and "LEG" in traits.sectors:
        return ("LEG",)  # 'the Senate Security Committee' is the Senate's
    if traits.borrowed is not None:
        fights = sector in ("MIL", "REB") and traits.borrowed[:1] == ("GOV",)
        return ("MIL", *traits.borrowed[1:]) if fights else traits.borrowed
    if traits.sectors:
        return traits.sectors[-1:]
    if traits.opposition:
        return ("PTY",)
    if kind == "carrier" and sector in ("UNK", "GOV") and traits.stateless:
        return ("CVL",)
    of_state = bool(traits.countries) and traits.countries[0] not in BLOCS
    if kind == "carrier" and sector == "UNK" and of_state:
        return ("GOV",)
    return (sector,)


def _own(sector: str, noun: str, traits: Traits) -> tuple[str, ...]:
    """Of a noun that tells a sector: its own, but for what arms, displaces or owns it."""
    told = traits.sectors[-1] if traits.sectors else None
    owner = traits.borrowed
    if owner and owner[0] in ARMED_GROUPS and (
        sector in ("GOV", "MIL", "UNK", "PTY", "UAF") or noun in _HELD
    ):
        return owner
    if owner and owner[0] == "JRN" and sector in ("BUS", "UNK", "EDU", "CVL", "LAB"):
        return owner
    if owner is not None and not owner and sector == "GOV":
        return ()
    if told in ("REB", "PRM", "CRM", "REF", "UAF") and sector in ("MIL", "CVL", "UNK"):
        return (told,)
    if noun == "congress" and told in PRIVATE:
        return (str(told),)  # 'the Labour Congress'
    if noun == "website" and told:
        return (str(told),)
    if noun in _EVERYWHERE and (owner or told in PRIVATE):
        return owner or (str(told),)
    if noun in _OF_A_TRADE and (owner or told):
        return owner or (str(told),)
    if told not in (None, "SOC") and noun in _ANYBODY:
        return (str(told),)
    return (sector,)
