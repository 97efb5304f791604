"""Mentions that were coded elsewhere, each put to its article."""

from __future__ import annotations

import json
import shutil
import sqlite3
import tempfile
from collections.abc import Iterable, Iterator
from contextlib import closing
from pathlib import Path
from typing import IO

from dragoman.article import Article
from dragoman.formats.jsonl import RowError, mention_from_dict
from dragoman.mention import Mention

_ADVICE = "give what `dragoman code` wrote as JSON Lines, or code again"


def as_coded(articles: Iterable[Article], coded: Path) -> Iterator[tuple[Article, list[Mention]]]:
    """The articles with the mentions that `dragoman code` made of them, in any order.

    The file is read twice: all of it is checked, and where each mention stands noted on disk,
    before the first article is given; so no article is given without its mentions.

    Args:
        articles: the articles that were coded. One of which the file has mentions, but none in
            these words, is left out: another of its id has the words, or the end tells of it.
        coded: the JSON Lines file of mentions.

    Raises:
        RowError: a line is no mention, or mentions are left that belong to none of the articles.
    """
    with _seekable(coded) as lines, closing(sqlite3.connect("")) as places:  # "": gone when closed
        taken = bytearray(_note(places, _mentions(lines, coded.name)))
        for article in articles:
            own: list[Mention] = []
            found = places.execute(
                "SELECT no, start FROM place WHERE article = ? ORDER BY no", (_key(article.id),)
            ).fetchall()
            for number, start in found:
                lines.seek(start)
                mention = mention_from_dict(json.loads(lines.readline()))
                if _stands_in(article, mention):
                    own.append(mention)
                    taken[number] = True
            if own or not found:
                yield article, own
        if left := taken.count(False):
            first = places.execute("SELECT article FROM place WHERE no = ?", (taken.find(False),))
            name = first.fetchone()[0].decode("utf-8", "replace")
            raise RowError(
                f"{coded}: {left} of {len(taken)} mentions stand in none of the articles given, "
                f"the first of article {name}; give every source that this file was coded from, "
                "with the same texts (what the record has already is passed over), or code the "
                "sources that you want to a file of their own"
            )


def _seekable(path: Path) -> IO[bytes]:
    """The file, or a copy of what a pipe gives."""
    lines: IO[bytes] = path.open("rb")
    if lines.seekable():
        return lines
    with lines:
        copy = tempfile.TemporaryFile()  # noqa: SIM115 - the caller closes it
        shutil.copyfileobj(lines, copy)
    copy.seek(0)
    return copy


def _note(places: sqlite3.Connection, mentions: Iterable[tuple[int, Mention]]) -> int:
    """Write where the mentions of each article begin; gives how many there are."""
    places.execute("CREATE TABLE place (no INTEGER PRIMARY KEY, article BLOB, start INTEGER)")
    rows = (
        (number, _key(mention.article_id), start)
        for number, (start, mention) in enumerate(mentions)
    )
    count = places.executemany("INSERT INTO place VALUES (?, ?, ?)", rows).rowcount
    places.execute("CREATE INDEX of_article ON place (article)")
    return max(count, 0)


def _key(name: str) -> bytes:
    return name.encode("utf-8", "surrogatepass")


def _stands_in(article: Article, mention: Mention) -> bool:
    sentence = mention.sentence
    return article.text[sentence.start : sentence.end] == sentence.text


def _mentions(lines: Iterable[bytes], name: str) -> Iterator[tuple[int, Mention]]:
    """The mentions, each with the offset of its line in bytes."""
    start = 0
    for number, line in enumerate(lines, start=1):
        if line.strip():
            try:
                row = json.loads(line)
            except ValueError as error:
                what = f"{name} line {number}: is not JSON ({error}); {_ADVICE}"
                raise RowError(what) from error
            try:
                yield start, mention_from_dict(row)
            except RowError as error:
                raise RowError(f"{name} line {number}: {error}") from error
        start += len(line)
