"""Sport and show business, whose attacks, strikes and deals are no political events."""

from __future__ import annotations

from functools import cached_property
from importlib.resources import files

from spacy.tokens import Span

from dragoman.analysis import Analysis
from dragoman.tables import rows, values

# Set on the sample news: its sport and film pieces lie at 2 and 3 in 100, all others under 1.
_ARTICLE_SHARE = 0.014
_SENTENCE_SHARE = 0.12
_LEAST_WORDS = 2


class OtherWorlds:
    """Tells texts of other worlds by their words; the table is read when first asked for."""

    @cached_property
    def words(self) -> frozenset[str]:
        """Words of sport and show business (lemmas, lower case)."""
        table = files(__package__) / "data" / "other_worlds.tsv"
        found = (values(row["words"]) for row in rows(table, ("world", "words")))
        return frozenset(word for words in found for word in words)

    def hold(self, analysis: Analysis) -> bool:
        """Whether the whole article is of another world."""
        return self._share(analysis.doc[:]) >= _ARTICLE_SHARE

    def hold_sentence(self, sentence: Span) -> bool:
        """Whether one sentence is."""
        return self._share(sentence) >= _SENTENCE_SHARE

    def _share(self, span: Span) -> float:
        words = [token.lemma_.lower() for token in span if token.is_alpha]
        strange = sum(word in self.words for word in words)
        return strange / len(words) if strange >= _LEAST_WORDS else 0.0
