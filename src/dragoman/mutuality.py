"""Whether several who act, with no country named beside them, deal with each other or together.

Who talks, agrees or works together does so with the others: PLOVER lists all who take part as
actors. Who bombs, condemns or refuses beside another does nothing to that other; there the words
must say so: 'clashed', 'traded accusations', 'strikes between India and Pakistan', 'each other'.
"""

from __future__ import annotations

import re
from calendar import day_name, month_name
from itertools import pairwise

DONE_TOGETHER = frozenset({"AGREE", "CONSULT", "COOPERATE"})
"""Types whose doers, where several are named, do it with each other."""
_ALONE = ("CONSULT", "visit")  # they visit somebody together
_TRUCE = ("RETREAT", "ceasefire")
_RELEASE = ("RETREAT", "release")
_SWAPPING = ("swap", "exchang")
_SIGNING = ("sign", "ratif", "conclud", "initial")
# Beginnings of triggers that are done by both sides to each other.
_BOTH_SIDES = (
    "clash", "fight", "fought", "battle", "battling", "skirmish", "crossfire", "firefight",
    "gunfight", "gunbattle", "shootout", "hostilities", "quarrel", "bicker", "feud", "exchang",
    "swap", "traded", "trading", "truce", "ceasefire", "armistice",
)  # fmt: skip
_IN_TURN = frozenset(
    "exchanged exchanging traded trading swapped swapping mutual mutually reciprocal reciprocally "
    "tit-for-tat".split()
)
_TRADED = frozenset({"trade", "trades", "exchange"})  # verbs only where such things follow:
_BARBS = (
    "fire", "shot", "strike", "attack", "missile", "rocket", "drone", "blow", "barb", "insult",
    "accus", "blame", "charge", "threat", "warning",
)  # fmt: skip
_TOGETHER = frozenset({"together", "jointly", "alongside", "joint"})
_TIMES = frozenset({"dawn", "dusk", "noon", "midnight", "now", "then"}) | {
    name.lower() for name in (*day_name, *month_name)
}
_APART = frozenset({"of", "after", "beside"})  # 'within hours of each other'
_NEAR, _FAR = 3, 6  # words from the trigger, before and after
_WORD = re.compile(r"[\w-]+")


def is_mutual(
    event: str, mode: str | None, sentence: str, trigger: tuple[int, int], *, others: bool = False
) -> bool:
    """Whether the actors of an event do it to, or with, each other; no recipient has a country.

    Args:
        event: PLOVER type.
        mode: its mode, or None.
        sentence: the sentence that reports it.
        trigger: characters of the trigger in ``sentence``, start and end (exclusive).
        others: recipients of no known country are named: who clashes with rebels does so with
            them, but 'clashes between two killed nine soldiers'.
    """
    if event in DONE_TOGETHER or (event, mode) == _TRUCE:
        return (event, mode) != _ALONE
    word = sentence[slice(*trigger)].lower()
    if event == "SUPPORT" and is_signing(word):
        return True
    before = _words(sentence[: trigger[0]])[-_NEAR:]
    after = _words(sentence[trigger[1] :])[:_FAR]
    if (event, mode) == _RELEASE and _is_swap(word, before, after):
        return True  # the captives that are named beside them are what they give
    both = word.startswith(_BOTH_SIDES)
    if _TOGETHER.intersection((*before, *after)):
        return False
    if _is_between(after[: _FAR if both else 2]):
        return True
    return not others and (both or _is_in_turn(before, word) or _names_both(after))


def is_signing(word: str) -> bool:
    """Whether a trigger is that of a paper: signed, initialled, concluded, ratified."""
    return word.lower().startswith(_SIGNING)


def _words(text: str) -> list[str]:
    return _WORD.findall(text.lower())


def _is_swap(word: str, before: list[str], after: list[str]) -> bool:
    """'Swapped prisoners', 'freed five men each in a swap', "freed each other's prisoners"."""
    swapping = any(w.startswith(_SWAPPING) for w in (word, *before, *after))
    return swapping or _names_both(after)


def _is_in_turn(before: list[str], word: str) -> bool:
    """'Traded fire', 'mutual accusations', 'an exchange of strikes', 'are at war'."""
    last = before[-1] if before else ""
    if _IN_TURN.intersection(before) or (word, last) == ("war", "at"):
        return True
    if word in _TRADED:
        return True
    given = _TRADED.intersection(before[-2:]) or before[-2:] == ["exchange", "of"]
    return bool(given) and word.startswith(_BARBS)


def _is_between(after: list[str]) -> bool:
    """'Strikes between India and Pakistan', but not 'between Monday and Friday'."""
    return any(
        word == "between" and not then.isdigit() and then not in _TIMES
        for word, then in pairwise(after)
    )


def _names_both(after: list[str]) -> bool:
    """'Expelled each other's envoys'."""
    pairs = zip(("", *after), after, after[1:], strict=False)
    return any(
        (one, two) in (("each", "other"), ("one", "another")) and known not in _APART
        for known, one, two in pairs
    )
