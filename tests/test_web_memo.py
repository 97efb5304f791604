"""The desk's memory of answers: they hold until the record is written to, and are few."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

import pytest

from dragoman import Article
from dragoman.record import Record
from dragoman.record.questions.extent import extent
from dragoman.web.memo import Memo


@pytest.fixture
def record(address: str) -> Iterator[Record]:
    with Record.open(address, create=True) as made:
        yield made


def _add(record: Record, name: str) -> None:
    record.add([(Article("Nothing happened.", id=name, published=date(2025, 7, 1)), [])])


def test_an_answer_holds_until_the_record_is_written_to(record: Record) -> None:
    asked: list[str] = []

    def articles(among: Record, why: str, *, also: int = 0) -> int:
        asked.append(why)
        return extent(among).articles + also

    memo = Memo(record, most=8)
    assert [memo.now()(articles, "a"), memo.now()(articles, "a")] == [0, 0]
    assert asked == ["a"]
    assert [memo.now()(articles, "b"), memo.now()(articles, "a", also=2)] == [0, 2]
    before = memo.now()
    _add(record, "one")
    assert [memo.now()(articles, "a"), memo.now()(articles, "a")] == [1, 1]
    assert asked == ["a", "b", "a", "a"]
    # Who began before may be told what is newer, and leaves nothing behind for others.
    assert before(articles, "c", also=5) == 6
    assert memo.now()(articles, "c", also=5) == 6
    assert asked == ["a", "b", "a", "a", "c", "c"]


def test_writers_elsewhere_are_seen(address: str, record: Record) -> None:
    memo = Memo(record, most=8)
    assert memo.now()(extent).articles == 0
    with Record.open(address) as other:
        _add(other, "one")
    assert memo.now()(extent).articles == 1


@pytest.mark.parametrize("most", [0, 2])
def test_only_the_latest_answers_are_kept(record: Record, most: int) -> None:
    asked: list[int] = []

    def number(_: Record, value: int) -> int:
        asked.append(value)
        return value

    ask = Memo(record, most).now()
    for value in (1, 2, 1, 3, 1, 2):  # 1 is asked for last when 3 comes, and stays
        assert ask(number, value) == value
    assert asked == ([1, 2, 3, 2] if most else [1, 2, 1, 3, 1, 2])
