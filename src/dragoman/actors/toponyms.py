"""Whether a place's name stands for its government: 'Islamabad rejected', not 'in Islamabad'."""

from __future__ import annotations

from spacy.tokens import Token

from dragoman.actors.entry import TOPONYMS, Kind
from dragoman.actors.names import Names
from dragoman.actors.visits import COMING
from dragoman.analysis.grammar import DONE_TO, WHERE, first_conjunct
from dragoman.letters import HYPHENS

_LOCATIVE = WHERE | frozenset(
    "across throughout within into through via beyond above off amid along under".split()
)
_CALLS = COMING | {
    "visit", "trip", "tour", "arrival", "journey", "return", "reach", "welcome", "host"
}  # fmt: skip
_MOTION = _CALLS | frozenset(
    "flight move walk drive sail march flee deport extradite send bring transfer route road leave "
    "depart departure relocate advance enter evacuate escape withdraw airlift rush dispatch".split()
)
_PHYSICAL = frozenset(
    {"bomb", "shell", "hit", "rock", "flood", "strike", "attack", "besiege", "capture", "storm",
     "raid", "reach", "leave", "enter", "visit", "flee", "tour", "seize", "pound", "surround",
     "evacuate", "encircle", "retake", "recapture", "overrun", "destroy", "paralyse", "paralyze",
     "shake", "liberate", "blanket", "lash", "target", "approach"}
)  # fmt: skip
_PRESSED = frozenset(
    {"sanction", "pressure", "embargo", "tariff", "restriction", "dependence", "reliance", "call",
     "ban", "rely", "depend", "press", "impose", "urge", "demand", "blame", "war"}
)  # fmt: skip
# What towns have, and no government does: 'London's airport'.
_OF_TOWNS = frozenset(
    {"street", "suburb", "outskirt", "airport", "district", "resident", "neighbourhood",
     "neighborhood", "square", "hospital", "hotel", "mayor", "port", "university", "stadium",
     "people", "skyline", "embassy", "metro", "market", "slum", "centre", "center", "downtown",
     "police", "weather", "population", "court", "prison", "mosque", "church", "station", "bridge",
     "coast", "border", "north", "south", "east", "west"}
)  # fmt: skip
_SENT_FROM = frozenset(
    {"pressure", "response", "support", "condemnation", "aid", "demand", "signal", "message",
     "reaction", "request", "backing", "criticism", "concession", "assurance", "guarantee", "help",
     "threat", "approval", "permission", "independence", "statement", "protest", "invitation",
     "order", "instruction", "promise", "commitment", "pledge", "offer", "comment", "word",
     "apology", "praise", "rebuke", "seek", "win",
     "receive", "hear", "draw", "secure", "expect", "come"}
)  # fmt: skip


def stands_for_government(token: Token, names: Names) -> bool:
    """Whether the toponym that the token is part of is used for its government."""
    hit = names.hit(token)
    entry = None if hit is None else next((e for e in hit.entries if e.kind in TOPONYMS), None)
    if entry is None or entry.kind is Kind.CITY:
        return False
    seat = entry.kind is Kind.SEAT
    if names.in_dateline(token):
        return False
    head = first_conjunct(names.head(token))
    dep = head.dep_
    before = names.span(token)[0] - 1
    preposition = names.doc[before].lower_ if before >= 0 else ""
    if dep == "pobj":
        return _governed(head, seat)
    if preposition in _LOCATIVE and dep not in ("nsubj", "nsubjpass", "poss"):
        return False
    if dep in ("compound", "nmod", "amod", "npadvmod"):
        return _modifies(names, token)
    if dep == "poss":
        return not (seat and head.head.lemma_.lower() in _OF_TOWNS)
    if dep == "nsubj":
        return not (seat and head.head.lemma_ == "be" and not entry.always)
    if dep in DONE_TO:
        verb = head.head.lemma_.lower()
        return not (verb in _PHYSICAL and (seat or verb in _MOTION))
    if dep == "appos":
        return not seat
    return not seat or entry.always or dep in ("ROOT", "dep", "agent")


def is_destination(token: Token, names: Names) -> bool:
    """Whether the toponym is where somebody goes to call: 'arrived in Tehran', 'visit Paris'."""
    head = first_conjunct(names.head(token))
    if head.dep_ == "pobj" and head.head.lower_ in ("to", "in", "for", "into"):
        return head.head.head.lemma_.lower() in _CALLS
    return head.dep_ == "dobj" and head.head.lemma_.lower() in _CALLS | {"leave", "enter"}


def is_struck(token: Token, names: Names) -> bool:
    """Whether the place is what an attack is made on: 'shelled Kharkiv', 'strikes on Aleppo'."""
    head = names.head(token)
    if head.dep_ in DONE_TO:
        return head.head.lemma_.lower() in _PHYSICAL - {"reach", "leave", "enter", "visit", "tour"}
    if head.dep_ == "pobj" and head.head.lower_ in ("on", "against"):
        return head.head.head.lemma_.lower() in _PHYSICAL | {"missile", "assault", "bombing",
                                                            "airstrike", "offensive", "siege"}
    return False


def _governed(head: Token, seat: bool) -> bool:
    preposition, above = head.head.lower_, head.head.head
    lemma = above.lemma_.lower()
    if preposition in _LOCATIVE:
        return False
    if preposition == "to":
        return lemma not in _MOTION
    if preposition == "from":
        return lemma in _SENT_FROM
    if preposition in ("on", "over"):
        return not seat or lemma in _PRESSED
    if preposition == "of":
        return not seat or lemma not in _OF_TOWNS | {"city", "town", "capital", "province"}
    if preposition == "for":
        return lemma not in ("leave", "depart", "bind", "head")
    return preposition in ("with", "between", "by", "against", "toward", "towards", "among", "than",
                           "like", "including", "alongside", "upon", "about", "without", "as",
                           "versus", "vs", "behind")  # fmt: skip


def _modifies(names: Names, token: Token) -> bool:
    """Whether a hyphen ties it to what its government did, or to another: 'Paris-led talks'."""
    end = names.span(token)[1] + 1
    if end >= len(names.doc) or names.word_after(token) not in HYPHENS:
        return False
    tied = names.doc[end].lower_
    placed = tied in ("based", "born", "bound")
    return not placed and (tied.endswith("ed") or names.hit(end) is not None)
