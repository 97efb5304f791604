"""Groups named for a day: 'November 17' is a group only where the words around it say so."""

from __future__ import annotations

from calendar import month_name

from spacy.tokens import Doc

_MONTHS = frozenset(map(str.lower, month_name[1:]))
_GROUPS = frozenset(
    {"group", "organisation", "organization", "movement", "terrorist", "terrorists", "guerrilla",
     "guerrillas", "militant", "militants", "gang", "cell"}
)  # fmt: skip
_PEOPLE = frozenset(
    {"member", "members", "leader", "leaders", "founder", "head", "fighters", "gunmen", "hitman",
     "mastermind"}
)  # fmt: skip


def is_mere_day(doc: Doc, first: int, last: int) -> bool:
    """Whether a name that is a day of the calendar too is the day here.

    Args:
        doc: the text.
        first: the first token of the name.
        last: its last token.
    """
    words = {t.lower_ for t in doc[first : last + 1]}
    if last != first + 1 or words.isdisjoint(_MONTHS) or not any(w.isdecimal() for w in words):
        return False
    beside = {t.lower_ for t in (*doc[max(first - 1, 0) : first], *doc[last + 1 : last + 2])}
    of = first > 1 and doc[first - 1].lower_ == "of"
    owned = of and doc[first - 2].lower_ in _PEOPLE
    return beside.isdisjoint(_GROUPS) and not owned
