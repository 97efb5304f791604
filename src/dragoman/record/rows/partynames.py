"""Names of parties as they are looked for: whole words, in plain letters, from any word on.

"Abdel Fattah el-Sisi" is found by "Sisi", by "el-Sisi" and by "abdel fattah", not by "Fatt". Each
name is kept from each of its words on, so that a question goes through a part of one index.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable
from functools import cache

from dragoman.actors.entry import BODIES, Kind
from dragoman.actors.name_tables import all_names
from dragoman.letters import fold
from dragoman.record.rows.storable import storable

_WORD = re.compile(r"[^\W_]+")
# Words that a question can tell apart; those of longer names are descriptions.
_WORDS = 5
# Words of a name from which it is kept on.
_STARTS = 12
_LONGEST = 40  # characters of a word
_NAMED = BODIES | {Kind.LEADER}


def kept_names(names: Iterable[str]) -> list[str]:
    """What is kept of these names, each part once, in order of the alphabet."""
    found: set[str] = set()
    for name in names:
        words = _words(name)
        found.update(" ".join(words[k : k + _WORDS]) for k in range(min(len(words), _STARTS)))
    return sorted(found)


def sought_names(name: str) -> tuple[str, ...]:
    """How what is kept begins where a name is asked for; nothing where it has no letter.

    A body or a leader whom the tables of names know by another name is looked for by both: "ELN",
    and "National Liberation Army".
    """
    words = _words(name)
    if not words:
        return ()
    known = _also_called().get(" ".join(words), ())
    return tuple(sorted({" ".join(part[:_WORDS]) for part in (words, *map(_words, known))}))


def _words(name: str) -> list[str]:
    words = _WORD.findall(fold(storable(name)))
    return [word[:_LONGEST] for word in words[: _STARTS + _WORDS]]


@cache
def _also_called() -> dict[str, tuple[str, ...]]:
    """The names that the tables write, by each way to write it, in plain words."""
    found: dict[str, set[str]] = defaultdict(set)
    for written, entry in all_names():
        if entry.kind in _NAMED:
            found[" ".join(_words(written))].add(entry.name)
    return {written: tuple(sorted(names)) for written, names in found.items()}
