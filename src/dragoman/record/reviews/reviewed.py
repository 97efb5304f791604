"""Sentences that readers have reviewed, as training data."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence
from contextlib import suppress
from typing import Any

from sqlalchemy import select

from dragoman.evaluation.gold import GoldError, numbered, one_line, parse
from dragoman.mention import Mention
from dragoman.record.rows import schema
from dragoman.record.rows.reportrows import mention_of
from dragoman.record.store.store import Record


def corpus_rows(record: Record) -> Iterator[dict[str, Any]]:
    """Reviewed sentences in the form of training/GUIDELINES.md: every mention of it was seen.

    A sentence all of whose mentions were rejected has no event, and says so. One that the form
    cannot hold, as where two mentions of one type stand at one word, is left out.
    """
    mention, review = schema.mention, schema.review
    wanted = (
        select(mention.c.id, mention.c.article, mention.c.data, mention.c.corrected,
               mention.c.traits, mention.c.reviewed)
        .where(mention.c.article.in_(
            select(mention.c.article).join(review, review.c.mention == mention.c.no)
        ))
        .order_by(mention.c.article, mention.c.start, mention.c.id)
    )  # fmt: skip
    sentences: dict[tuple[int, int], list[tuple[Mention, bool, bool]]] = defaultdict(list)
    with record.reading() as connection:
        for row in connection.execute(wanted):
            told = mention_of(row.corrected, row.data)
            key = (row.article, told.sentence.start)
            sentences[key].append((told, row.traits is not None, row.reviewed))
    for among in sentences.values():
        if all(reviewed for _, _, reviewed in among):
            made = _sentence([told for told, live, _ in among if live], among[0][0])
            with suppress(GoldError):
                parse(made)
                yield made


def _sentence(mentions: Sequence[Mention], first: Mention) -> dict[str, Any]:
    """A sentence with its mentions; ``first`` is any of it."""
    contexts = dict.fromkeys(name for mention in mentions for name in mention.contexts)
    return {
        "id": f"{first.article_id}-{first.sentence.start}",
        "text": one_line(first.sentence.text),
        "events": [_annotated(mention) for mention in mentions],
        **({"contexts": list(contexts)} if contexts else {}),
    }


def _annotated(mention: Mention) -> dict[str, Any]:
    """The mention as the guidelines write an event; what lies outside the sentence is left out."""
    low, high = mention.sentence.start, mention.sentence.end
    text = one_line(mention.sentence.text)

    def words(spans: Any) -> list[str]:
        inside = (s for s in spans if low <= s.start < s.end <= high)  # what has no words is empty
        told = (numbered(text, span.start - low, span.end - low) for span in inside)
        return [words for words in told if words is not None]

    found: dict[str, Any] = {
        "trigger": next(iter(words([mention.trigger])), None),
        "event": mention.event,
        "mode": mention.mode,
        "actors": words(party for party in mention.actors if not party.inferred),
        "recipients": words(party for party in mention.recipients if not party.inferred),
        "places": words(mention.where),
        "times": words([mention.when] if mention.when else []),
        "attribution": words(mention.attribution),
        "status": mention.status,
        "certainty": mention.certainty,
        "background": mention.background,
    }
    return {name: value for name, value in found.items() if value not in (None, [], False)}
