"""CAMEO: the code of an event, and the directed pairs that its tables have a row for each of."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from itertools import permutations, product

from dragoman.formats.strict import Strict, standing_of, strict
from dragoman.record.event import Event, History, Party
from dragoman.tables import rows

_COLUMNS = ("event", "mode", "standing", "given", "code", "back")


@dataclass(frozen=True, slots=True)
class Rule:
    """A row of ``data/cameo_export.tsv``; its opening comment says what the columns mean."""

    mode: str
    given: tuple[str, ...]
    code: str
    back: str


@dataclass(frozen=True, slots=True)
class Deed:
    """One row of a table of directed pairs: who did what to whom.

    Attributes:
        history: the event with its reports.
        strict: the event as strict PLOVER has it.
        source: who does it; None where nobody is named.
        target: to whom; None where nobody is named.
        code: CAMEO code.
        id: a whole number of its own below 2^63, the same in every export.
    """

    history: History
    strict: Strict
    source: Party | None
    target: Party | None
    code: str
    id: int


def deeds(history: History) -> Iterator[Deed]:
    """The event as directed pairs: each actor with each recipient.

    Where no recipient of a country is named and it is mutual (talks, an agreement, a clash; see
    `dragoman.mutuality`), every ordered pair of the actors. A visit has a second row from host to
    visitor. Pairs of one code are left out where there are others, and so is, where several
    countries free captives, each with its own.
    """
    made = strict(history.event)
    rule = rule_of(history)
    pairs = tuple(_pairs(history, rule))
    if history.event.mode == "release" and any(_is_across(*pair) for pair in pairs):
        pairs = tuple(pair for pair in pairs if _is_across(*pair))
    # Of 'A and B supported A and B' the pairs A and A, B and B are no deeds; a country's ministry
    # and its minister are one code. Somebody who is told to act on himself alone acts.
    others = tuple(pair for pair in pairs if not _is_one(pair[0], pair[1]))
    alone = ((actor, None, rule.code) for actor in history.event.actors)
    for source, target, code in others or pairs or alone:
        number = _number(history.event, source, target, code)
        yield Deed(history, made, source, target, code, number)


def rule_of(history: History) -> Rule:
    """The row of the export table that decides the event's code."""
    event, words = history.event, _triggers(history)
    ahead, mode = standing_of(event) == "ahead", event.mode
    candidates = _rules().get((event.event, "ahead"), ()) if ahead else ()
    if not candidates:
        made = strict(event)
        candidates, mode = _rules()[made.event, ""], made.mode
    found = [rule for rule in candidates if rule.mode == (mode or "")]
    found = found or [rule for rule in candidates if rule.mode in ("", "*")]
    holding = [rule for rule in found if all(_holds(c, event, words) for c in rule.given)]
    return max(holding, key=lambda rule: (len(rule.given), -_place(rule, event)))


@cache
def names() -> Mapping[str, str]:
    """CAMEO code to its name."""
    table = rows(files("dragoman.formats") / "data" / "cameo.tsv", ("code", "name"))
    return {row["code"]: row["name"] for row in table}


@cache
def actor_codes() -> Mapping[str, tuple[str, str, str]]:
    """PLOVER's sectors and top-level codes to kind, CAMEO's code, and ICEWS's name."""
    table = rows(
        files("dragoman.formats") / "data" / "sectors.tsv", ("code", "kind", "cameo", "icews")
    )
    return {row["code"]: (row["kind"], row["cameo"], row["icews"]) for row in table}


def actor_code(party: Party | None) -> str:
    """A party as CAMEO codes it: country or body, then roles; empty where nothing is known."""
    if party is None:
        return ""
    return country_code(party) + body_code(party) + "".join(role_codes(party))


def country_code(party: Party) -> str:
    """CAMEO's code of the party's country; empty for bodies of no country."""
    if party.country is None:
        return ""
    kind, cameo, _ = actor_codes().get(party.country, ("country", party.country, ""))
    return cameo if kind == "country" else ""


def body_code(party: Party) -> str:
    """CAMEO's code of a party of no country: IGOUNO, IGO, NGO; else empty."""
    kind, cameo, _ = actor_codes().get(party.country or "", ("", "", ""))
    return cameo if kind == "body" else ""


def role_codes(party: Party) -> tuple[str, ...]:
    """CAMEO's roles of the party, primary first."""
    found = (actor_codes().get(sector, ("", "", ""))[1] for sector in party.sectors)
    return tuple(dict.fromkeys(code for code in found if code))


def _pairs(history: History, rule: Rule) -> Iterator[tuple[Party | None, Party | None, str]]:
    event = history.event
    actors: tuple[Party | None, ...] = event.actors or (None,)
    mutual = history.mutual
    if mutual:
        yield from ((one, other, rule.code) for one, other in permutations(actors, 2))
    for source, target in product(actors, event.recipients):
        if source != target:
            yield source, target, rule.code
            if rule.back and source is not None:
                yield target, source, rule.back
    if not mutual and not event.recipients:
        yield from ((actor, None, rule.code) for actor in actors)


def _is_one(source: Party | None, target: Party | None) -> bool:
    code = actor_code(source)
    return bool(code) and code == actor_code(target)


def _is_across(source: Party | None, target: Party | None, _code: str) -> bool:
    """Whether it is no deed of a country to its own."""
    return not source or not target or not source.country or source.country != target.country


def _holds(condition: str, event: Event, words: tuple[str, ...]) -> bool:
    kind, colon, rest = condition.partition(":")
    if not colon:
        return condition in event.contexts
    wanted = tuple(rest.split("/"))
    if kind == "word":
        return any(word.startswith(wanted) for word in words)
    side = event.actors if kind == "actor" else event.recipients
    return any(sector in wanted for party in side for sector in party.sectors)


def _place(rule: Rule, event: Event) -> int:
    """How early the event names the rule's first context; words and sectors come before all."""
    first = rule.given[0] if rule.given else ""
    return event.contexts.index(first) if first in event.contexts else -1


def _triggers(history: History) -> tuple[str, ...]:
    """The triggers, in small letters, of the reports that tell the present status."""
    return tuple(
        step.sentence[slice(*step.trigger)].lower()
        for step in history.steps
        if step.status == history.event.status
    )


def _number(event: Event, source: Party | None, target: Party | None, code: str) -> int:
    sides = "\n".join(f"{p.name} {p.country} {p.sectors}" if p else "" for p in (source, target))
    digest = hashlib.sha256(f"{event.id}\n{code}\n{sides}".encode("utf-8", "surrogatepass"))
    return int.from_bytes(digest.digest()[:8]) >> 1


@cache
def _rules() -> Mapping[tuple[str, str], tuple[Rule, ...]]:
    found: dict[tuple[str, str], tuple[Rule, ...]] = {}
    for row in rows(files("dragoman.formats") / "data" / "cameo_export.tsv", _COLUMNS):
        given = tuple(part for part in row["given"].split("+") if part)
        rule = Rule(row["mode"], given, row["code"], row["back"])
        key = (row["event"], row["standing"])
        found[key] = (*found.get(key, ()), rule)
    return found

