"""Which of an article's places an event took place at."""

from __future__ import annotations

from collections.abc import Iterable

from spacy.tokens import Token

from dragoman.analysis.grammar import clause_of
from dragoman.mention import PRECISIONS, Entity, Where
from dragoman.places.toponym import Toponym
from dragoman.times.clauses import told_by
from dragoman.times.joined import harms_too

_UNKNOWN = len(PRECISIONS)  # an event has rather the town or country it is told to be in
_LOCAL = frozenset(
    {"in", "at", "near", "outside", "inside", "around", "across", "off", "over", "from", "to", "on",
     "into", "toward", "towards", "along", "between", "through", "within"}
)  # fmt: skip
_INSIDE = frozenset({"in", "at", "near", "outside", "inside", "around", "across", "over", "within"})
# What these join to a verb as a gerund is why it is done: 'sanctioned *for* shelling a village'.
_REASONS = frozenset({"for", "over", "of", "with"})
_NEAR, _GOVERNED, _ELSEWHERE = 0, 1, 3


def site_event(
    trigger: Token,
    toponyms: Iterable[Toponym],
    parties: Iterable[Entity],
    *,
    hosted: bool,
    reports: frozenset[int] = frozenset(),
) -> tuple[Where, ...]:
    """The places of the event at ``trigger``, finest first; empty where its sentence tells none.

    Args:
        trigger: the event's word.
        toponyms: the article's toponyms; those outside the sentence are passed over.
        parties: the event's actors and recipients: a country that stands for one is no location,
            and a name the gazetteer lacks is a party's own.
        hosted: True for visits, whose host is also where they take place.
        reports: indices of reporting verbs over the trigger: where something was announced is
            not where it happened.
    """
    sentence = trigger.sent
    taken = [] if hosted else [(p.start, p.end) for p in parties]
    ranked: list[tuple[int, int, int, Toponym]] = []
    for toponym in toponyms:
        if not sentence.start_char <= toponym.start < sentence.end_char:
            continue
        if toponym.kind not in (("literal", "government") if hosted else ("literal",)):
            continue
        span = trigger.doc.char_span(toponym.start, toponym.end, alignment_mode="expand")
        if span is None or _is_party(toponym, span.root, taken):
            continue
        distance = _distance(trigger, span.root, reports, hosted=hosted)
        if distance < _ELSEWHERE:
            guessed = toponym.basis in ("guessed", "none")
            fineness = _UNKNOWN if guessed else PRECISIONS.index(toponym.precision)
            ranked.append((distance, fineness, toponym.start, toponym))
    if not ranked:
        return ()
    nearest = min(rank[0] for rank in ranked)
    lands = {r[3].country for r in ranked if r[0] == nearest}
    near = (
        r for r in ranked
        if r[0] == nearest or (hosted and r[0] == nearest + 1 and r[3].country in lands)
    )  # fmt: skip
    chosen = sorted(near, key=lambda r: r[1:3])
    return tuple(_where(r[3]) for r in chosen)


def _is_party(toponym: Toponym, place: Token, taken: list[tuple[int, int]]) -> bool:
    """Whether a name stands for a party of the event and not, as a bombed city, for a place."""
    if toponym.basis != "own":
        return any(start < toponym.end and toponym.start < end for start, end in taken)
    if (toponym.start, toponym.end) not in taken or toponym.precision in ("point", "city"):
        return False
    phrase = _local_phrase(place)
    return phrase is None or phrase[0].lower_ not in _INSIDE


def _where(toponym: Toponym) -> Where:
    if toponym.basis == "guessed":
        words = (toponym.text, toponym.start, toponym.end)
        return Where(*words, toponym.name, None, None, None, None, "point")
    return Where(
        toponym.text,
        toponym.start,
        toponym.end,
        toponym.name,
        toponym.country,
        toponym.geonameid,
        toponym.lat,
        toponym.lon,
        toponym.precision,
    )


def _local_phrase(place: Token) -> tuple[Token, Token] | None:
    """The preposition of place over a toponym and the word that it hangs on, or None."""
    node = place
    for _ in range(6):
        if node.dep_ in ("appos", "relcl", "acl") and node.i != place.i:
            return None
        if node.dep_ == "prep" and node.lower_ in _LOCAL:
            return node, node.head
        if node.pos_ in ("VERB", "AUX") or node.head.i == node.i:
            return None
        node = node.head
    return None


def _distance(
    trigger: Token, place: Token, reports: frozenset[int], *, hosted: bool
) -> int:
    phrase = _local_phrase(place)
    if phrase is None:
        hangs_on = place.head
        return _GOVERNED if hangs_on.i == trigger.i else _ELSEWHERE
    head = phrase[1]
    if head.i == trigger.i:
        return _NEAR
    if head.dep_ in ("appos", "relcl"):
        return _ELSEWHERE
    if head.i in reports or any(head.is_ancestor(a) and a.i in reports for a in trigger.ancestors):
        return _ELSEWHERE
    if _is_of_the_reason(head, trigger):
        return _ELSEWHERE
    clause, own = clause_of(head), clause_of(trigger)
    if clause.i in reports and own.i != clause.i:
        return _ELSEWHERE
    if clause.i == own.i or clause.i == trigger.i:
        return _NEAR if head.pos_ in ("VERB", "AUX") else _GOVERNED
    if harms_too(clause, told_by(trigger)):
        return _GOVERNED  # 'killed nine and wounded 15 in Taiz'
    if hosted and clause.dep_ == "conj" and own in clause.conjuncts:
        return _GOVERNED + 1  # 'visits Japan and is expected in Seoul': the next stop
    if trigger.is_ancestor(place):
        return _GOVERNED
    if clause.is_ancestor(trigger):
        return _GOVERNED + 1
    return _ELSEWHERE


def _is_of_the_reason(word: Token, trigger: Token) -> bool:
    """Whether the word tells of another deed, for which the trigger's is done.

    The other deed is a gerund: 'convicted of bombing a bus in Hebron', 'sanctions over the killing
    of monks in Yangon'.
    """
    for node in (word, *word.ancestors):
        if node.i == trigger.i or node.is_ancestor(trigger):
            return False
        if not node.lower_.endswith("ing") or node.head.lower_ not in _REASONS:
            continue
        over = node.head.lower_ == "over" and node.i == word.i  # 'over the fighting in Goma'
        named = over or any(child.lower_ == "of" for child in node.rights)
        if node.dep_ == "pcomp" or (node.dep_ == "pobj" and named):
            return True
    return False
