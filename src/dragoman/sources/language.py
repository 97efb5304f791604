"""Which language a text is in: English is told quickly, the rest by py3langid."""

from __future__ import annotations

import re
from functools import cache
from importlib.resources import files
from typing import Any

from dragoman.article import Omission
from dragoman.tables import rows

SHORTEST = 40  # letters; shorter texts give the classifier too little to go by
_FEWEST = 12  # letters of words that are no names; fewer prove nothing
SAMPLE = 6_000  # characters; more of the text does not change the answer
# Share of these words: measured on 187 English news articles, 0.14 to 0.4 (one page of links 0.02);
# other languages in Latin script have under 0.05.
_SURELY_ENGLISH = 0.18
_MOSTLY_ENGLISH = 0.11  # enough to overrule a classifier led astray by foreign names
# The bounds of short texts: of 4,140 short English sentences, headlines and beginnings of such two
# were taken for another language; of 28 foreign headlines 17 are told.
_SURELY_FOREIGN = 0.5
_FEWEST_OF_SHORT = 8  # letters of words that are no names
_LATIN = ("de", "es", "fr", "id", "it", "nl", "pl", "pt", "sv", "sw", "tr", "vi")
_LAST_LATIN = "\u024f"
_LOANS = frozenset(
    "coup d'état d’état communiqué communiqués attaché attachés protégé protégés émigré émigrés "
    "détente façade café cafés fiancé fiancée".split()
)
"""Words of English that are as much of French."""
_PIDGIN = frozenset({"dey", "dem", "wey", "wetin", "di", "una", "sey"})
_WORD = re.compile(r"[^\W\d_]+(?:['’][^\W\d_]+)?")

_NAMES = {
    "ar": "Arabic", "bn": "Bengali", "de": "German", "es": "Spanish", "fa": "Persian",
    "fr": "French", "he": "Hebrew", "hi": "Hindi", "id": "Indonesian", "it": "Italian",
    "ja": "Japanese", "ko": "Korean", "nl": "Dutch", "pl": "Polish", "pt": "Portuguese",
    "ru": "Russian", "sv": "Swedish", "sw": "Swahili", "tr": "Turkish", "uk": "Ukrainian",
    "ur": "Urdu", "vi": "Vietnamese", "zh": "Chinese",
}  # fmt: skip


def judge(text: str) -> str | None:
    """The ISO 639-1 code of the language of ``text``; None where it is too short to tell.

    Foreign names prove nothing: what is read as another language must be so in its other words too.
    """
    sample = text[:SAMPLE]
    found = _WORD.findall(sample)
    words = [word.lower() for word in found]
    known = _function_words()
    if _is_of_another_script(found):
        return _classified(sample)
    if sum(map(len, words)) < SHORTEST:
        return None if known.intersection(words) else _surely_foreign(sample, found)
    share = sum(word in known for word in words) / len(words)
    if share >= _SURELY_ENGLISH:
        return "en"
    code = _classified(sample)
    # English lists and menus resemble Nigerian Pidgin, which is told by words of its own.
    english = share >= _MOSTLY_ENGLISH or (code == "pcm" and not _PIDGIN.intersection(words))
    if english or code == "en" or sample.isupper():
        return "en" if english else code
    plain = _without_names(found)
    if len(plain.replace(" ", "")) < _FEWEST:
        return None
    return "en" if _classified(plain) == "en" else code


def _is_of_another_script(words: list[str]) -> bool:
    """Whether more letters are of another script than Latin; no English text is."""
    letters = "".join(words)
    latin = sum(char <= _LAST_LATIN or "\u1e00" <= char <= "\u1eff" for char in letters)
    return 2 * latin < len(letters)


def _surely_foreign(sample: str, words: list[str]) -> str | None:
    """The language of a short text in Latin script, where it can be no English.

    The classifier has a few great languages alone to choose from, and takes the text and its words
    that are no names for one and the same.
    """
    plain = _without_names([word for word in words if word.lower() not in _LOANS])
    if len(plain.replace(" ", "")) < _FEWEST_OF_SHORT:
        return None
    code, share = _of_few().classify(sample)
    sure = code != "en" and share >= _SURELY_FOREIGN and _of_few().classify(plain)[0] == code
    return str(code) if sure else None


def _without_names(words: list[str]) -> str:
    return " ".join(word for word in words if not word[0].isupper())


def _classified(sample: str) -> str:
    # Imported here: its model takes a moment to load, and most texts never need it.
    import py3langid

    return str(py3langid.classify(sample)[0])


@cache
def _of_few() -> Any:
    """A classifier that chooses from English and the great languages in Latin script alone."""
    from py3langid.langid import MODEL_FILE, LanguageIdentifier

    found = LanguageIdentifier.from_model_file(MODEL_FILE, norm_probs=True)
    found.set_languages(("en", *_LATIN))
    return found


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
