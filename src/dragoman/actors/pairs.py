"""The two parties that a noun for two means: of those told before it, the last that fit."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from dragoman.actors.party import Party, Told, government_of

STATES = frozenset(
    {"country", "nation", "state", "neighbour", "neighbor", "government", "republic", "capital",
     "power", "kingdom", "rival", "ally"}
)  # fmt: skip
SIDES = frozenset({"side", "party", "sides", "parties", "pair", "duo"})
MEETING = frozenset({"minister", "leader", "president", "premier", "foreign minister",
                      "defence minister", "defense minister", "prime minister"})  # fmt: skip
PERSONS = MEETING | frozenset(
    "official diplomat man politician general envoy negotiator counterpart woman king pair duo "
    "ambassador spokesman".split()
)
_OFFICES = frozenset({"government", "ministry", "office"})
_ARMED = frozenset({"MIL", "REB", "PRM"})
_BETWEEN = frozenset({"UNO", "IGO", "NGO"})
_SERVING = frozenset({"GOV", "MIL"})
_SIDED = _SERVING | _ARMED | {"PTY", "LEG", "LAB", "BUS"}


def last_two(before: Sequence[Told], noun: str) -> tuple[Party, ...]:
    """The last two of all told before that a noun for two may mean.

    Args:
        before: the parties told before it, in order.
        noun: the noun, singular.
    """
    if noun in PERSONS:
        fitting = [t for t in before if t.party.kind == "person" and t.party.country]
        found = _together(fitting, lambda p: str(p.country))
        found = found or _last_two(fitting, lambda p: p.name)
        if len(found) == 2:
            return found
    fitting = [t for t in before if t.party.country or _is_named_body(t.party)]
    if noun in SIDES:
        return _two_sides(fitting)
    fitting = [t for t in fitting if not t.party.guessed]
    if noun in PERSONS:  # not the staff or the rebels of two states
        fitting = [t for t in fitting if _sends(t.party) and t.party.country not in _BETWEEN]
    found = _coordinated(fitting, by_country=True)
    found = found if found and not _is_left(found, fitting) else _told_last(fitting)
    if noun in STATES and all(p.country for p in found):
        return tuple(government_of(str(p.country)) for p in found)
    return found


def _two_sides(fitting: Sequence[Told]) -> tuple[Party, ...]:
    """The last two that can be sides; those who stand between only where no others are told."""
    able = [t for t in fitting if _is_side(t.party)]
    told = [t for t in able if not t.party.guessed]
    apart = [t for t in told if t.party.country not in _BETWEEN]
    armed = [t for t in able if t in apart or t.party.sector in _ARMED]
    pairs = [_foes(able)]
    pairs += (_coordinated(group, by_country=False) for group in (apart, armed))
    pairs += (
        _told_last(group)
        or _last_two(group, lambda p: f"{p.country} {p.sector}")
        or _last_two(group, lambda p: p.name)
        for group in (apart, armed, told)
    )
    told_two = [two for two in pairs if two and not _is_left(two, told)]
    told_two.sort(key=_are_one)  # those of one side only where no others are told
    return _of_sides(told_two[0]) if told_two else ()


def _foes(able: Sequence[Told]) -> tuple[Party, ...]:
    """The last two who act, where they are the armed foes of one land: an army and its rebels."""
    two = _last_two([t for t in able if t.subject], lambda p: p.name)
    foes = len({p.sector for p in two if p.sector in _ARMED}) == 2
    return two if foes and len({p.country for p in two}) == 1 else ()


def _of_sides(found: tuple[Party, ...]) -> tuple[Party, ...]:
    """The states of those who stand for them: of a minister, and of the guns of the other."""
    one, other = found
    if None in (one.country, other.country) or one.country == other.country:
        return found
    if "GOV" not in (one.sector, other.sector):
        return found  # troops and those whom they fight
    return tuple(government_of(str(p.country)) if _serves_state(p) else p for p in found)


def _is_named_body(party: Party) -> bool:
    return party.kind == "body" and not party.unnamed


def _told_last(fitting: Sequence[Told]) -> tuple[Party, ...]:
    """Two of different countries: of one sentence, or else the last told."""
    return _together(fitting, _land) or _last_two(fitting, _land)


def _land(party: Party) -> str:
    return party.country or party.name


def _is_side(party: Party) -> bool:
    """Whether it is of a kind that can be a side: a state, who serves one, an armed group, a body.

    Not people, nor persons of whom nothing of the kind is told.
    """
    if party.kind == "country" or _is_named_body(party):
        return "JRN" not in party.sectors
    return party.sector in _SIDED


def _are_one(parties: Sequence[Party]) -> bool:
    """Whether all serve one state, and so are one side."""
    return len({p.country for p in parties}) == 1 and all(
        p.sector in _SERVING | {"LEG"} and p.country is not None for p in parties
    )


def _serves_state(party: Party) -> bool:
    person = party.kind == "person" or party.unnamed
    return person and party.sector in _SERVING and "PRE" not in party.sectors


def _sends(party: Party) -> bool:
    """Whether 'the two ministers' may be its own: a state, a body, or persons of office."""
    office = party.noun.rpartition(" ")[2] in _OFFICES
    return not party.unnamed or office or party.noun in PERSONS


def _last_two(fitting: Sequence[Told], key: Callable[[Party], str]) -> tuple[Party, ...]:
    found: dict[str, Party] = {}
    for told in reversed(fitting):
        found.setdefault(key(told.party), told.party)
        if len(found) == 2:
            return tuple(reversed(tuple(found.values())))
    return ()


def _together(fitting: Sequence[Told], key: Callable[[Party], str]) -> tuple[Party, ...]:
    """The two that one sentence tells, its subject first: the last that tells two."""
    for number in sorted({t.sentence for t in fitting}, reverse=True):
        here = [t for t in fitting if t.sentence == number]
        here.sort(key=lambda t: not t.subject)
        found: dict[str, Party] = {}
        for told in here:
            found.setdefault(key(told.party), told.party)
        if len(found) > 2 and (two := _coordinated(here, by_country=True)):
            return two  # 'Peru's Silva received Chile's Soto and Cuba's Diaz': not the host
        if len(found) >= 2 and here[0].subject:
            return tuple(found.values())[:2]
    return ()


def _is_left(two: Sequence[Party], fitting: Sequence[Told]) -> bool:
    """Whether one sentence tells two others since the last of them was told."""
    lands = {_land(party) for party in two}
    last = max(n for n, told in enumerate(fitting) if _land(told.party) in lands)
    return bool(_together(fitting[last + 1 :], _land))


def _coordinated(fitting: Sequence[Told], *, by_country: bool) -> tuple[Party, ...]:
    """The two parties last coordinated, of different countries where so asked."""
    for told in reversed(fitting):
        group = [t for t in fitting if t.group == told.group]
        codes = {(by_country and t.party.country) or t.party.name: t.party for t in group}
        if len(codes) == 2:
            return tuple(codes.values())
    return ()
