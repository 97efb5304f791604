"""Whether a party told before may be the one that a word means: 'the agency', 'the minister'."""

from __future__ import annotations

from spacy.tokens import Token

from dragoman.actors.entry import ARMED_GROUPS
from dragoman.actors.party import UNIDENTIFIED, Party
from dragoman.actors.roles import Role

_COMPANIES = frozenset({"company", "firm", "bank", "airline"})
_PAPERS = frozenset({"newspaper", "broadcaster", "outlet"})
_FIRMS = _COMPANIES | _PAPERS | {"group", "network", "organisation", "organization"}
_RULING = frozenset({"council", "commission", "tribunal"})
BODIES = _FIRMS | _RULING | frozenset(
    "movement party agency bloc alliance union body militia coalition watchdog charity "
    "faction".split()
)  # fmt: skip
"""Nouns for bodies that are told of again without their names."""
_SOLE = frozenset(
    {"president", "prime minister", "premier", "chancellor", "king", "queen", "emir", "sultan",
     "crown prince", "foreign minister", "defence minister", "defense minister",
     "finance minister", "interior minister"}
)  # fmt: skip
_MANY = frozenset({"some", "several", "many", "most", "more", "other", "few", "local"})
_OVERSEERS = frozenset({"agency", "watchdog", "regulator"})


def is_like(party: Party, noun: str) -> bool:
    """Whether the noun may stand for it: 'envoy' for a special envoy, 'agency' for a watchdog."""
    last = party.noun.rpartition(" ")[2]
    if last == noun or (last in _OVERSEERS and noun in _OVERSEERS):
        return True
    return party.kind == "body" and noun in party.name.lower().split()


def is_state(party: Party) -> bool:
    """Whether 'the country' may stand for it."""
    return party.kind == "country" and party.country is not None


def is_man_or_woman(party: Party) -> bool:
    """Whether 'he' or 'she' may stand for it, though no name was told: 'a suspect'."""
    if party.noun == "family":
        return False
    return party.kind == "people" and not party.plural and party.noun != "" and party.unnamed


def fits_body(party: Party, noun: str, own: Party | None) -> bool:
    """Whether it may be 'the group', 'the company', 'the party'.

    Args:
        party: a party told before.
        noun: the phrase's noun, of `BODIES`.
        own: what the phrase's own words tell.
    """
    if party.kind != "body" or party.unnamed:
        return False
    if own is not None and own.sector in ARMED_GROUPS:
        return not ARMED_GROUPS.isdisjoint(party.sectors)
    if party.country == "NGO" and noun in _RULING and not is_like(party, noun):
        return False  # 'the council' is no charity told before
    if noun not in _FIRMS and ("BUS" in party.sectors or party.country == "MNC"):
        return False
    if noun in _COMPANIES:
        return "BUS" in party.sectors or party.country == "MNC" or party.sectors == UNIDENTIFIED
    if noun in _PAPERS:
        return "JRN" in party.sectors
    if noun == "party":
        return "PTY" in party.sectors or "OPP" in party.sectors
    if noun == "union":  # of workers, or of states by its name
        return party.sector in ("LAB", "UNK") or is_like(party, noun)
    if noun == "militia":
        return not {"REB", "PRM"}.isdisjoint(party.sectors)
    return True


def fits_own(party: Party, own: Party | None) -> bool:
    """Whether a party is of no other country than the phrase's own words tell."""
    return own is None or own.guessed or own.country in (None, party.country)


def holds(party: Party, role: Role, own: Party | None) -> bool:
    """Whether it may be 'the minister', 'the Iranian president'; arguments as in `fits_body`."""
    if party.kind != "person":
        return False
    if not fits_own(party, own):
        return False
    office = (party.office or "").lower()
    former = party.sector == "ELI" and party.office is None
    if former and role.noun == "president" and (own is None or own.sector != "ELI"):
        return False  # who once was is not 'the president'
    if role.noun == "minister" and office.endswith("prime minister"):
        return False
    if f" {role.noun} " in f" {office} " or role.noun == party.noun:
        return True
    if role.noun in ("man", "woman"):  # nobody who is told of by his office
        private = party.sector in ("UNK", "CVL", "UAF", "CRM")
        return private and party.office is None and (role.noun == "man" or party.gender == "f")
    if role.noun in ("leader", "official", "politician", "head", "chief"):
        return party.sector in ("GOV", "REB", "PTY", "")
    return role.noun in ("diplomat", "envoy") and "foreign" in office


def is_so_old(party: Party, own: Party | None) -> bool:
    """Whether it may be 'the 48-year-old Dane', 'the 60-year-old banker', 'the 71-year-old'.

    Args:
        party: a party told before.
        own: what the phrase's own words tell; None where they tell an age alone.
    """
    if own is None:
        return party.kind == "person" or is_man_or_woman(party)
    if party.kind != "person" or party.unnamed:
        return False
    nation = own.country is not None and not own.guessed
    if nation and not party.guessed and party.country not in (None, own.country):
        return False
    if own.sector == "CVL":
        return nation and not own.noun
    return own.sector == party.sector


def has_office(party: Party, noun: str) -> bool:
    """Whether it is a person in the office that the noun tells, of which a state has one."""
    office = (party.office or "").lower()
    own = office == noun or office.startswith(f"{noun} of ")
    return own and noun in _SOLE and party.kind == "person" and party.sector == "GOV"


def tells_of_none(head: Token, own: Party) -> bool:
    """Whether a part's phrase tells of no whole: 'members', but not 'members of parliament'."""
    counted = all(
        c.dep_ in ("det", "predet", "nummod", "quantmod", "punct") or c.lower_ in _MANY
        for c in head.lefts
    )
    whole = any(c.lower_ in ("of", "from", "with") for c in head.rights)
    return own.unnamed and (own.guessed or own.country is None) and counted and not whole
