"""What a pact or a ban is about, by words beside it: a pact on trade is none on prisoners.

And what is tested: a missile is no nuclear device.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from functools import cache
from importlib.resources import files
from typing import Literal, get_args

from dragoman.mention import Mention
from dragoman.record.traits.words import WordClasses, classes_of, with_plurals
from dragoman.tables import rows

_Kind = Literal["pact", "ban", "test"]
_KINDS: tuple[_Kind, ...] = get_args(_Kind)
_AGREED = frozenset({"AGREE", "SUPPORT", "COOPERATE"})
_PAPER = (
    r"\b(?:pacts?|treat(?:y|ies)|agreements?|deals?|accords?|memorand(?:um|ums|a)|protocols?"
    r"|contracts?|conventions?)\b"
)
_IS_PAPER = re.compile(_PAPER, re.IGNORECASE)
_CLAUSE = r"(?:(?!\b(?:after|before|when|while|which|who|that|because)\b)[^.,;:])"
_PAPER_AFTER = re.compile(rf"^{_CLAUSE}{{0,80}}?(?P<paper>{_PAPER})", re.IGNORECASE)
_PAPER_BEFORE = re.compile(rf"(?P<paper>{_PAPER}){_CLAUSE}{{0,80}}$", re.IGNORECASE)
# "The shelved gas and oil deal": the words back to what opens the phrase.
_QUALITIES = re.compile(
    r"(?:\b(?:an?|the|its|his|her|their|this|that|of|on|in|to|for|with|by|new)\s+|^|[.,;:]\s*)"
    r"(?P<words>(?:(?!(?:an?|the|its|his|her|their|of|on|in|to|for|with|by)\s)[\w'’-]+\s+){1,5})$",
    re.IGNORECASE,
)
_DAY = (
    r"(?:(?:next|last|this)\s)?(?:\d|mon|tues|wednes|thurs|fri|satur|sun|jan|feb|mar|apr|may\b|june?\b"
    r"|july?\b|aug|sept|oct|nov|dec)"
)
_MATTER = re.compile(
    r"^(?:\s+(?:with|between)\s[^.,;:]{1,50}?)?\s+(?:on|about|over|for|to|governing|covering)"
    rf"\s+(?!{_DAY})(?P<words>(?:(?!(?:with|at|by|due|is|was|will|has|had)\s|on\s{_DAY})"
    r"[\w'’-]+\s*){1,6})",
    re.IGNORECASE,
)
_WORD = re.compile(r"[^\W\d_]+")
_CENSORED = frozenset({"press"})
_FEW = 8
_BEFORE_TEST, _AFTER_TEST = 4, 6  # words beside it that tell what is tested
_NEAR = 80  # characters before the trigger in which what is closed may be named


def subjects_of(mention: Mention) -> tuple[str, ...]:
    """What the words of a pact, ban or test may mean; empty where they tell nothing."""
    text, offset = mention.sentence.text, mention.sentence.start
    start, end = mention.trigger.start - offset, mention.trigger.end - offset
    if mention.event in _AGREED:
        found = _agreed(text, start, end)
    elif mention.event == "COERCE" and mention.mode in ("restrict", "censor"):
        found = _banned(text[:start], text[end:])
        found = found or _CENSORED if mention.mode == "censor" else found
    elif mention.mode == "weapons":
        found = _tested(text[:start], text[start:end], text[end:])
    else:
        found = frozenset()
    return tuple(sorted(found))


def _agreed(text: str, start: int, end: int) -> frozenset[str]:
    if _IS_PAPER.fullmatch(text[start:end]):
        first, last = start, end
    elif found := _PAPER_AFTER.match(text[end:]):
        first, last = end + found.start("paper"), end + found.end("paper")
    elif found := _PAPER_BEFORE.search(text[:start]):
        first, last = found.span("paper")
    else:
        return frozenset()
    qualities = _QUALITIES.search(text[:first])
    matter = _MATTER.match(text[last:])
    words = [found["words"] for found in (qualities, matter) if found]
    return _told(_WORD.findall(" ".join(words)), "pact")


def _banned(before: str, after: str) -> frozenset[str]:
    """What the object tells; where it tells nothing, the nearest such word before the trigger."""
    object_ = re.split(r"[.,;:]", after, maxsplit=1)[0]
    if found := _told(_WORD.findall(object_)[:_FEW], "ban"):
        return found
    near = reversed(_WORD.findall(before[-_NEAR:]))
    return next((found for word in near if (found := _told([word], "ban"))), frozenset())


def _tested(before: str, word: str, after: str) -> frozenset[str]:
    """What the words of the test's own clause tell: 'a *nuclear* test', 'fired a *missile*'."""
    near = _WORD.findall(re.split(r"[.,;:]", before)[-1])[-_BEFORE_TEST:]
    object_ = _WORD.findall(re.split(r"[.,;:]", after, maxsplit=1)[0])[:_AFTER_TEST]
    return _told((*near, word, *object_), "test")


def _told(words: Iterable[str], kind: _Kind) -> frozenset[str]:
    return classes_of(map(str.casefold, words), _tables()[kind])


@cache
def _tables() -> Mapping[_Kind, WordClasses]:
    path = files("dragoman.record.traits") / "data" / "subjects.tsv"
    told = tuple(rows(path, ("word", "kind", "subjects")))
    return {
        kind: with_plurals((r["word"], r["subjects"]) for r in told if r["kind"] in ("", kind))
        for kind in _KINDS
    }
