"""What the words before a noun or a name tell of it: nationality, body, former or in opposition."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from spacy.tokens import Doc, Span, Token

from dragoman.actors.entry import ARMED_GROUPS, BLOCS, BODIES, NATIONS, Entry, Kind
from dragoman.actors.gazetteer import Hit
from dragoman.actors.name_runs import PORTFOLIO
from dragoman.actors.names import Names
from dragoman.actors.party import UNIDENTIFIED, Party
from dragoman.actors.roles import Roles
from dragoman.analysis.grammar import NOUNS, PLACE_LABELS
from dragoman.letters import HYPHENS
from dragoman.numerals import number_words

_JOINING = frozenset({"and", "or", "&", ",", "/", "both", "nor", "the"})
# Parties called by a common word, which has a capital before their people: 'the Reform boss'.
_PARTIES = frozenset({"Reform", "Green", "Greens", "Labour"})
_PARTY_PEOPLE = frozenset(
    {"leader", "leaders", "boss", "chief", "politician", "politicians", "candidate", "candidates",
     "peer", "frontbencher", "backbencher"}
)  # fmt: skip
_AFTER_CREDIT = NATIONS | {Kind.INSTITUTION}
DEALING = frozenset(
    {"specialist", "expert", "analyst", "scholar", "watcher", "envoy", "adviser", "advisor",
     "negotiator", "correspondent", "historian", "researcher", "director", "aide"}
)  # fmt: skip
"""What stands before these as a noun is what they deal with: 'a Ukraine specialist'."""
_PLACES = PLACE_LABELS | {"NORP"}
# Bodies that states have and everybody else too: 'the Borgia Talent Agency'.
_ANYBODYS = frozenset({"agency", "palace", "committee", "federation", "mission"})
_PUBLIC = PORTFOLIO | frozenset(
    {"national", "federal", "state", "public", "central", "standing", "people", "joint", "supreme",
     "revolutionary", "popular", "general", "intelligence", "atomic", "space", "nuclear",
     "electoral", "election", "rights", "refugee", "border", "tax", "revenue", "customs", "civil",
     "emergency", "disaster", "management", "protection", "regulatory", "maritime", "royal",
     "presidential", "imperial", "grand", "statistics", "meteorological", "anti", "corruption"}
)  # fmt: skip
_FORCES = (("COP",), ("MIL",))


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
    if roles.modifier(word.text) == "OPP":
        return "OPP"
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


def owned_by_all(traits: Traits, owners: Sequence[Party]) -> Traits:
    """With what the owners tell: 'their ministers' are of the countries of all of them."""
    first = owned(traits, owners[0])
    if traits.countries or len(owners) == 1 or not all(owner.country for owner in owners):
        return first
    told = dict.fromkeys(str(owner.country) for owner in owners)
    return replace(first, countries=tuple(told))


def owned(traits: Traits, owner: Party) -> Traits:
    """With what an owner tells."""
    # 'the miners' leader' is of the country that the miners told of before are likely of
    told = None if owner.guessed and not owner.plural else owner.country
    countries = traits.countries or ((told,) if told else ())
    if traits.borrowed is not None or owner.kind == "country":
        borrowed = traits.borrowed
        if "PRE" in owner.sectors and borrowed is None:
            borrowed = owner.sectors
    else:
        unknown = UNIDENTIFIED if owner.kind == "body" else None  # no state's by its country alone
        borrowed = owner.sectors if owner.sectors != UNIDENTIFIED else unknown
    if traits.sectors[:1] in _FORCES and owner.sector in ARMED_GROUPS:  # a militia's own policemen
        return replace(
            traits, countries=countries, sectors=owner.sectors[:1], borrowed=owner.sectors
        )
    if traits.sectors and owner.sector != "LEG":  # a chamber's committee is the chamber's
        borrowed = traits.borrowed
    return replace(traits, countries=countries, borrowed=borrowed)
