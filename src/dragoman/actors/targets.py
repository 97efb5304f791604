"""Whom a deed is done to: 'sanctioned four Iranian firms' does not make the ministry Iran's."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from spacy.tokens import Token

from dragoman.actors.addressed import ASKING
from dragoman.actors.country_marks import ABROAD
from dragoman.actors.encounters import ENCOUNTERS
from dragoman.actors.entry import NATIONS, PEOPLES, POWERS, TOPONYMS, Kind
from dragoman.actors.names import Names
from dragoman.actors.victims import OUTWARD
from dragoman.analysis.grammar import first_conjunct

_NATIONAL = NATIONS | {Kind.LEADER}
_TARGETS = frozenset({"dobj", "dative", "pobj", "attr"})
_BETWEEN = frozenset({"amod", "compound", "nmod", "poss", "conj", "appos", "prep", "xcomp", "oprd"})
_MEASURES = frozenset({"measure", "restriction", "ban", "penalty", "freeze"})  # 'on' somebody
_WHERE = frozenset({"in", "from", "at", "near", "across", "inside"})
# Whom their own state fights or holds: 'the army killed 14 Malian rebels'.
_AT_HOME = frozenset(
    {"rebel", "insurgent", "separatist", "mutineer", "opposition", "protester", "demonstrator",
     "dissident", "jihadist", "militant"}
)  # fmt: skip
# Whom only their own state judges and sacks: 'the president of Ghana was questioned by police'.
_OFFICES = frozenset(
    {"president", "minister", "premier", "mayor", "governor", "senator", "lawmaker", "candidate",
     "politician", "judge", "official", "general"}
)  # fmt: skip
_JUDGING = frozenset(
    {"question", "arrest", "detain", "charge", "indict", "jail", "sentence", "convict", "try",
     "acquit", "impeach", "dismiss", "sack", "oust", "suspend", "release", "free", "summon"}
)  # fmt: skip

_ADDRESSING = frozenset(
    {"urge", "warn", "ask", "tell", "implore", "exhort", "press", "condemn", "denounce", "accuse",
     "thank", "threaten", "rebuke", "invite"}
)  # fmt: skip
_SIDES = frozenset({"side", "government", "authority", "leadership"})


@dataclass(frozen=True, slots=True)
class Target:
    """A country told of whom a deed is done to.

    Attributes:
        country: its PLOVER code.
        abroad: whether it is surely another's than the doer's: its envoys, or whom it sanctions.
    """

    country: str
    abroad: bool


def targets(doer: Token, names: Names) -> tuple[Target, ...]:
    """The countries of those to whom the phrase of ``doer`` does what its verb or noun tells.

    Those whom a state fights at home are none: its army kills its own rebels.

    Args:
        doer: the head of the phrase.
        names: the document's names.
    """
    deed = _deed(doer)
    if deed is None:
        return ()
    sentence = doer.sent
    return tuple(
        target
        for first, head, code in _told(sentence.start, sentence.end, names)
        if first != doer.i and (target := _target(head, deed, code, names)) is not None
    )


def _told(start: int, end: int, names: Names) -> Iterator[tuple[int, Token, str]]:
    """First token, head and code of each country's, people's or town's name in the sentence."""
    for index in range(start, end):
        hit = names.hit(index)
        if hit is None or names.span(index)[0] != index or hit.entry.country is None:
            continue
        if hit.kind in _NATIONAL | TOPONYMS and not hit.entry.generic:
            yield index, names.head(index), hit.entry.country


def _deed(doer: Token) -> Token | None:
    """The verb whose subject or agent the phrase is, or the noun of a deed that it owns."""
    first = first_conjunct(doer)
    if first.dep_ == "compound":  # 'Prime Minister Phone Call with Chile'
        while first.dep_ == "compound":
            first = first.head
        return first
    if first.dep_ in ("nsubj", "poss"):
        return first.head
    by = first.dep_ == "pobj" and first.head.lower_ == "by"
    return first.head.head if by else None


def _target(name: Token, deed: Token, code: str, names: Names) -> Target | None:
    """What the name tells of those to whom the deed is done; None where it tells nothing."""
    kind = names.kind(name)
    if (whole := _state(name, kind)) is not None and _is_addressed(whole, deed):
        return Target(code, abroad=True)
    node, done, outward, placed = name, False, names.word_after(name) in ABROAD, False
    while node.i != deed.i:
        above = node.head
        if above.i == node.i:
            return None
        if _is_at_home(node, deed):
            return None
        done = done or node.dep_ in _TARGETS or (node.dep_ == "nsubjpass" and above.i == deed.i)
        placed = placed or (node.dep_ == "prep" and node.lower_ in _WHERE)
        if node.dep_ not in _TARGETS | _BETWEEN and not _passes(node, deed):
            return None
        outward = outward or above.lemma_.lower() in OUTWARD or _is_measure(node)
        met = kind is Kind.COUNTRY and node.dep_ == "prep" and _is_encounter(node)
        outward = outward or met
        node = above
    outward = outward or deed.lemma_.lower() in OUTWARD
    if not done or ((kind not in _NATIONAL or placed) and not outward):
        return None  # 'arrested two men in Lima': where, not whom
    return Target(code, outward)


def _state(name: Token, kind: Kind | None) -> Token | None:
    """The head of the phrase that means a state by this name: 'Chad', 'the Chadian *side*'."""
    if kind in POWERS:
        return name
    return name.head if kind in PEOPLES and name.head.lemma_.lower() in _SIDES else None


def _is_addressed(name: Token, deed: Token) -> bool:
    """Whether a state is spoken to, and so is another's: 'urged Chad to talk', 'called on Chad'.

    Also where others are asked to: 'appeals to Mali to urge *Chad* to talk'.
    """
    node = first_conjunct(name)
    verb = deed.lemma_.lower()
    if node.dep_ == "pobj" and node.head.lower_ in ("on", "to", "upon"):
        return node.head.head.i == deed.i and verb in ("call", "appeal")
    if node.dep_ == "nsubj":
        bidden = any(c.lower_ == "to" and c.dep_ == "aux" for c in node.head.lefts)
        return bidden and _addresses(node.head.head, deed)
    return node.dep_ == "dobj" and _addresses(node.head, deed)


def _addresses(verb: Token, deed: Token) -> bool:
    """Whether the verb is that of the deed, or what others are asked to do, and speaks to some."""
    asked = verb.dep_ in ("xcomp", "ccomp", "advcl", "acl") and deed.is_ancestor(verb)
    asked = asked and deed.lemma_.lower() in ASKING
    return verb.lemma_.lower() in _ADDRESSING and (verb.i == deed.i or asked)


def _is_at_home(node: Token, deed: Token) -> bool:
    """Whether the deed is one that a state does to such of its own."""
    if node.lemma_.lower() in _AT_HOME:
        return True
    words = {node.lemma_.lower(), *(c.lemma_.lower() for c in node.lefts)}
    return deed.lemma_.lower() in _JUDGING and not words.isdisjoint(_OFFICES)


def _is_encounter(node: Token) -> bool:
    return node.lower_ == "with" and node.head.lemma_.lower() in ENCOUNTERS


def _is_measure(node: Token) -> bool:
    return node.dep_ == "prep" and node.lower_ in ("on", "against") and (
        node.head.lemma_.lower() in _MEASURES
    )


def _passes(node: Token, deed: Token) -> bool:
    """Whether what is done is still told by the doer: 'said that police had arrested'."""
    if node.dep_ == "nsubjpass":
        return node.head.i == deed.i
    return node.dep_ == "ccomp"  # what a ministry says was done to them it mostly says of others
