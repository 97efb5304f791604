"""What somebody waits for before he does his part: it has not happened yet.

'Promised to free them once the army *had withdrawn*', 'will not leave until Mali *frees* him'. What
led to a plan has: 'will strike back after rebels *attacked* the base', 'left once they had fled'.
"""

from __future__ import annotations

from spacy.tokens import Token

from dragoman.analysis.grammar import ANSWERING, PREDICATES, PRESENT, WILL, auxiliaries
from dragoman.status.cues import CueTables

_MOST_STEPS = 4
_ONCE = frozenset({"once", "until", "till", "provided", "providing"})
_AFTER = frozenset({"after", "when", "as"})
_ONLY = frozenset({"only", "soon", "long"})
_AHEAD = frozenset("will wo 'll ’ll would 'd ’d shall may might could".split())
_PERFECT = frozenset({"have", "has", "had", "'ve", "’ve"})
_ANSWERING = ANSWERING | {"punish", "avenge", "revenge", "probe"}
_WAITED_FOR = frozenset({"AGREE", "SUPPORT", "CONCEDE", "COOPERATE", "AID", "RETREAT"})
_PENDING = frozenset({"planned", "possible", "negated"})


def awaited(verb: Token, event: str, tables: CueTables) -> Token | None:
    """The 'once' by which a clause tells what has to come first, or None.

    Args:
        verb: the verb of the clause.
        event: the type of what it tells.
        tables: the words of promising and demanding.
    """
    clause = verb
    for _ in range(_MOST_STEPS):
        if clause.dep_ == "advcl":
            break
        if clause.dep_ not in ("conj", "xcomp") or clause.head.pos_ not in PREDICATES:
            return None
        clause = clause.head
    link = next((c for c in clause.children if _links(c)), None)
    main = clause.head.head if clause.head.lower_ in _ONLY else clause.head  # 'as soon as'
    if link is None or not _is_ahead(main, tables):
        return None
    helpers = {h.lower_ for h in auxiliaries(verb)}
    finite = verb.tag_ == "VBD" or verb.tag_ in PRESENT or bool(helpers & _PERFECT)
    if link.lower_ in _ONCE or _is_only(link):
        return link if finite else None
    present = verb.tag_ in PRESENT or bool(helpers & {"has", "have"})
    if present and any(h.lower_ in WILL for h in auxiliaries(main)):
        return link  # 'will pull out after Israel does'
    # What somebody may wait for; of force it is more often the cause.
    backward = link.lower_ == "after" and "had" in helpers and event in _WAITED_FOR
    return link if backward and main.lemma_ not in _ANSWERING else None


def _links(word: Token) -> bool:
    if word.dep_ not in ("mark", "advmod", "prep"):
        return False
    return word.lower_ in _ONCE | _AFTER and word.i < word.head.i


def _is_only(link: Token) -> bool:
    """'Only after', 'as soon as'."""
    before = link.doc[max(link.sent.start, link.i - 2) : link.i]
    return any(word.lower_ in _ONLY for word in before)


def _is_ahead(main: Token, tables: CueTables) -> bool:
    """Whether the clause that waits for it is still to come."""
    if any(h.lower_ in _AHEAD for h in auxiliaries(main)):
        return not any(h.lower_ in _PERFECT for h in auxiliaries(main))
    if main.tag_ != "VB":
        return False
    over = main.head
    if over.lemma_ == "be":
        return True  # 'is to leave once they have'
    word = tables.word(over, "A") if over.pos_ == "ADJ" else tables.verb(over)
    word = word or tables.word(over, "N")
    return word is not None and word.status in _PENDING
