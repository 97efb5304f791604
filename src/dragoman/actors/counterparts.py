"""Of which state a counterpart is whom no word gives one: never of the state of who meets him.

'Peru's minister will travel to Chile for talks with his counterpart': Chile's. It is the host's
where the sentence tells one, else that of the other state told; where several may be meant, of none
that is known. In a town where all the world meets, such as Geneva, it is the other party's.
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterator, Sequence
from dataclasses import replace

from spacy.tokens import Token

from dragoman.actors.entry import BLOCS, OF_LANDS, TOPONYMS, TOWNS, Kind
from dragoman.actors.names import Names
from dragoman.actors.party import Party
from dragoman.actors.phrases import is_plural
from dragoman.actors.visits import CALLING
from dragoman.analysis.grammar import first_conjunct

_VENUES = frozenset(
    "geneva vienna doha muscat oslo brussels davos istanbul jeddah munich hague york".split()
)
"""Last words of towns where others meet as often as whoever is at home there."""
_IN = frozenset({"in", "at"})
_TO = frozenset({"to", "for", "into"})
_COMING = frozenset(
    {"visit", "trip", "tour", "travel", "fly", "go", "come", "head", "arrive", "journey", "leave",
     "depart", "return", "dispatch", "send", "flight", "stay", "be"}
)  # fmt: skip


def counterparts(
    names: Names,
    head: Token,
    own: tuple[Party, ...],
    met_by: Sequence[Party],
    called: Party | None,
) -> tuple[Party, ...]:
    """Whom the phrase means: 'his Pakistani counterpart' holds the office of who meets him.

    Args:
        names: the document's names.
        head: the phrase's head.
        own: what its own words tell.
        met_by: those whose counterparts they are, where a pronoun tells.
        called: the person named beside, or None.
    """
    if own and (own[0].guessed or not own[0].country):
        theirs = {p.country for p in met_by if p.country} or {p.country for p in own if p.country}
        after = _told_after(names, head)
        codes = (after,) if after else _others_states(names, head, theirs)
        own = tuple(
            replace(own[0], country=code, guessed=bool(code and not after))
            for code in codes or (None,)
        )
    if called is not None and own:
        if called.country and not called.guessed:
            return (called,)
        return (replace(called, country=own[0].country, guessed=own[0].guessed),)
    if not met_by or not own:
        return own
    first = met_by[0]
    sectors = first.sectors or ("GOV",)
    return tuple(replace(p, office=first.office, sectors=sectors) for p in own)


def _told_after(names: Names, head: Token) -> str | None:
    """The state right after it, whatever the parser hangs that on: 'called his peer from Chad'."""
    if head.i + 2 >= len(head.doc) or head.nbor().lower_ != "from":
        return None
    hit = names.hit(head.i + 2)
    return hit.entry.country if hit is not None and hit.kind in TOPONYMS else None


def _others_states(names: Names, head: Token, own: Collection[str]) -> tuple[str, ...]:
    """The states of the counterparts; empty where none is plain."""
    hosts = _told(names, head, own, _is_host)
    towns = _told(names, head, own, _is_town)
    venues = _told(names, head, own, _is_venue)
    told = [code for code in _told(names, head, own, _is_any) if code not in towns]
    elsewhere = [c for c in names.countries if c not in own and c not in BLOCS]
    others = [c for c in elsewhere if c not in venues] if venues else []
    found = next(filter(None, (hosts, told, others, towns, elsewhere)), [])
    return tuple(found) if is_plural(head) or len(found) == 1 else ()


_Asks = Callable[[Token, Kind], bool]


def _told(names: Names, head: Token, own: Collection[str], asks: _Asks) -> list[str]:
    """The states other than their own that the sentence tells in such a way, each once."""
    codes = (
        code
        for code, name, kind in _names(names, head)
        if asks(name, kind) and not head.is_ancestor(name)  # 'with whom he discussed Sudan'
    )
    return list(dict.fromkeys(c for c in codes if c not in own and c not in BLOCS))


def _names(names: Names, head: Token) -> Iterator[tuple[str, Token, Kind]]:
    for token in head.sent:
        hit = names.hit(token)
        if hit is None:
            if token.i in names.small_towns:
                yield names.small_towns[token.i], token, Kind.CITY
        elif hit.entry.country and hit.kind in OF_LANDS and names.span(token)[0] == token.i:
            yield hit.entry.country, names.head(token), hit.kind


def _is_any(_name: Token, kind: Kind) -> bool:
    return kind is not Kind.CITY


def _is_host(name: Token, kind: Kind) -> bool:
    """Whether it is whom somebody visits, or in which land something is done."""
    capital = name.head.lemma_ == "capital"  # 'landed in the Kenyan capital'
    node = first_conjunct(name.head if capital else name)
    if node.dep_ == "dobj":
        return node.head.lemma_.lower() in CALLING
    if node.dep_ != "pobj":
        return False
    word, above = node.head.lower_, node.head.head
    going = word in _TO and above.lemma_.lower() in _COMING
    return going or (word in _IN and (capital or kind is Kind.COUNTRY))


def _is_town(name: Token, kind: Kind) -> bool:
    """Whether it is a town in which something is done."""
    node = first_conjunct(name)
    return node.dep_ == "pobj" and node.head.lower_ in _IN and kind in TOWNS


def _is_venue(name: Token, kind: Kind) -> bool:
    """Whether it is a town in which parties from elsewhere meet."""
    return _is_town(name, kind) and name.text.casefold() in _VENUES
