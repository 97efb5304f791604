"""Which language a text is in: English is told quickly, the rest by py3langid."""

from __future__ import annotations

import re
from functools import cache
from importlib.resources import files

from dragoman.article import Omission
from dragoman.tables import rows

SHORTEST = 40  # letters; shorter texts give the classifier too little to go by
_FEWEST = 12  # letters of words that are no names; fewer prove nothing
SAMPLE = 6_000  # characters; more of the text does not change the answer
# Share of these words: measured on 187 English news articles, 0.14 to 0.4 (one page of links 0.02);
# other languages in Latin script have under 0.05.
_SURELY_ENGLISH = 0.18
_MOSTLY_ENGLISH = 0.11  # enough to overrule a classifier led astray by foreign names
_PIDGIN = frozenset({"dey", "dem", "wey", "wetin", "di", "una", "sey"})
_WORD = re.compile(r"[^\W\d_]+(?:['’][^\W\d_]+)?")

_NAMES = {
    "ar": "Arabic", "bn": "Bengali", "de": "German", "es": "Spanish", "fa": "Persian",
    "fr": "French", "he": "Hebrew", "hi": "Hindi", "id": "Indonesian", "it": "Italian",
    "ja": "Japanese", "ko": "Korean", "nl": "Dutch", "pl": "Polish", "pt": "Portuguese",
    "ru": "Russian", "sw": "Swahili", "tr": "Turkish", "uk": "Ukrainian", "ur": "Urdu",
    "vi": "Vietnamese", "zh": "Chinese",
}  # fmt: skip


def judge(text: str) -> str | None:
    """The ISO 639-1 code of the language of ``text``; None where it is too short to tell.

    Foreign names prove nothing: what is read as another language must be so in its other words too.
    """
    sample = text[:SAMPLE]
    found = _WORD.findall(sample)
    words = [word.lower() for word in found]
    if sum(map(len, words)) < SHORTEST:
        return None
    known = _function_words()
    share = sum(word in known for word in words) / len(words)
    if share >= _SURELY_ENGLISH:
        return "en"
    # Imported here: its model takes a moment to load, and most texts never need it.
    import py3langid

    code = str(py3langid.classify(sample)[0])
    # English lists and menus resemble Nigerian Pidgin, which is told by words of its own.
    english = share >= _MOSTLY_ENGLISH or (code == "pcm" and not _PIDGIN.intersection(words))
    if english or code == "en" or sample.isupper():
        return "en" if english else code
    plain = [word for word in found if not word[0].isupper()]
    if sum(map(len, plain)) < _FEWEST:
        return None
    return "en" if py3langid.classify(" ".join(plain))[0] == "en" else code


def omission(language: str | None, length: int) -> Omission | None:
    """What to note of a text in ``language``; None for English and for unknown.

    Args:
        language: ISO 639-1 code or None.
        length: characters of the text, all of which are left uncoded.
    """
    if language is None or language == "en":
        return None
    called = f"{name_of(language)} ({language})" if language in _NAMES else name_of(language)
    detail = f"the text is in {called}, not English: not coded; give an English version"
    return Omission("language", detail, 0, length)


def name_of(language: str | None) -> str:
    """The English name of a language; its code in quotes where the name is not known."""
    return _NAMES.get(language or "", f"the language {language!r}")


@cache
def _function_words() -> frozenset[str]:
    table = files("dragoman.sources") / "data" / "english.tsv"
    return frozenset(row["word"] for row in rows(table, ["word"]))
