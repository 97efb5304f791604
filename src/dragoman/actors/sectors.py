"""The sectors of whom a role noun or a title means, by what its phrase tells of it."""

from __future__ import annotations

from dataclasses import replace

from dragoman.actors.entry import ARMED_GROUPS, BLOCS
from dragoman.actors.party import UNIDENTIFIED
from dragoman.actors.traits import Traits

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
# Who is against what is told before his noun.
_AGAINST = frozenset({"critic", "opponent"})
# Trades that make nobody one of a land's great: 'a retired nurse' is of hers.
_NO_OFFICES = frozenset({"EDU", "MED", "LAB", "AGR", "JRN", "CVL"})
_RANK_AND_FILE_ONCE = frozenset(
    {"soldier", "spy", "double agent", "agent", "secret agent", "policeman", "police officer",
     "bodyguard", "paratrooper", "marine", "informant", "informer", "prison guard", "guard"}
)  # fmt: skip
_RANK_AND_FILE = frozenset({"worker", "workers"})
# Whom states, firms and clubs have alike: their owner, or the word before, tells their sector.
_EVERYWHERE = frozenset({"president", "vice-president", "vice president", "commissioner"})
_OF_A_TRADE = frozenset({"captain", "pilot"})
_OF_STATES = frozenset({"commission", "council", "authority", "department", "directorate"})
DELIBERATING = frozenset({"commission", "council", "committee", "conference", "forum"})
"""Bodies that talk about what stands before their noun: 'the border committee'."""
_SOLDIERS = frozenset({"soldier", "conscript", "marine", "reservist"})
_DEPARTMENTS = frozenset({"department", "bureau", "directorate", "ministry"})
_MINISTRIES = frozenset({"department", "ministry"})
_TRADES = frozenset({"MED", "EDU", "LAB", "BUS", "AGR", "REL"})  # what ministries are for, too
PRIVATE = frozenset({"BUS", "EDU", "SOC", "LAB", "JRN", "MED", "REL", "PTY"})
"""Sectors of those who are nobody's government."""


def settle(sector: str, kind: str, noun: str, traits: Traits) -> tuple[str, ...]:
    """The sectors of a role with its traits (codebook, sectors)."""
    office = sector not in _NO_OFFICES or noun.endswith(("leader", "boss"))
    if traits.former and (sector in ARMED_GROUPS or noun in _RANK_AND_FILE_ONCE):
        return ("CVL",)  # 'former rebels'
    if traits.former and (kind == "carrier" or (kind == "person" and office)):
        return ("ELI",)
    if noun in _RANK_AND_FILE and "PTY" in ((traits.borrowed or ())[:1] or traits.sectors[-1:]):
        return traits.borrowed or ("PTY",)  # 'BJP workers', 'party workers' are its members
    if sector == "MIL" and traits.opposition:
        return ("REB",)
    ranked = (sector == "MIL" and noun not in _SOLDIERS) or noun == "inspector"
    if kind == "person" and ranked and traits.sectors[-1:] == ("COP",):
        return ("COP",)  # 'a police sergeant'
    traits = _without_topic(noun, traits)
    owner = traits.borrowed
    if kind in ("carrier", "collective"):
        sectors = _carried(sector, kind, traits)
    else:
        sectors = _own(sector, noun, traits)
    if owner and "PRE" in owner and sectors and "PRE" not in sectors:
        sectors = (*sectors, "PRE")
    if traits.opposition and sectors == UNIDENTIFIED:
        sectors = ("PTY",)  # 'the opposition Tigrayan parties'
    if sectors[:1] == ("PTY",) and (traits.opposition or "opposition" in noun):
        return ("PTY", "OPP")
    armed = not ARMED_GROUPS.isdisjoint(sectors)
    if traits.opposition and sectors and "OPP" not in sectors and not armed:
        return (*sectors, "OPP")
    return sectors


def _without_topic(noun: str, traits: Traits) -> Traits:
    """The traits less an owner or a word that tells what such a noun is for, and not whose it is.

    'The Department of Health' is no hospital's, 'the Philippine Department of Foreign Affairs' no
    unknown body's; 'the Sports Commission' plays no games, 'the border committee' is no police.
    """
    owner, beside = (traits.borrowed or ("",))[0], traits.sectors[-1:]
    if noun in _AGAINST:
        return replace(traits, borrowed=None, sectors=())  # 'government critics'
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
    own = kind == "carrier" and sector in ("CVL", "LAB")
    if traits.borrowed is not None and not (own and traits.borrowed == UNIDENTIFIED):
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
    untold = "PTY" if traits.opposition else None
    told = traits.sectors[-1] if traits.sectors else untold
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
    if (noun in _EVERYWHERE and told in PRIVATE) or (noun in _OF_A_TRADE and told is not None):
        return owner or (str(told),)
    if owner and noun in _EVERYWHERE | _OF_A_TRADE:
        return owner
    named = noun == "website" or (noun == "congress" and told in PRIVATE)  # 'the Labour Congress'
    if told is not None and (named or (noun in _ANYBODY and told != "SOC")):
        return (told,)
    return (sector,)
