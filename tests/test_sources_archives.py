"""Archives: whatever holds articles gives them all, and damage costs only what is damaged."""

from __future__ import annotations

import csv
import gzip
import io
import json
import os
import tarfile
import tracemalloc
import zipfile
from collections.abc import Callable
from datetime import date, datetime
from pathlib import Path

import pyarrow
import pytest
import zstandard
from hypothesis import given, settings
from hypothesis import strategies as st
from pyarrow import parquet

from dragoman import Article
from dragoman.sources import SourceError, Sources, archives, read_sources, streams

SENTENCE = "The foreign ministers of Kenya and Uganda held talks in Nairobi on Monday. "


def text(number: int) -> str:
    return f"Report {number}.\n\n{SENTENCE * 4}The talks were the {number}th of the year."


def line(number: int) -> bytes:
    return json.dumps({"id": f"a{number}", "text": text(number), "published": "2025-07-23"}).encode() + b"\n"


def page(number: int) -> bytes:
    return (
        f"<html><head><title>Report {number}</title></head><body><article><h1>Report {number}</h1>"
        f"<p>{SENTENCE * 4}</p><p>{SENTENCE * 4} Number {number}.</p></article></body></html>"
    ).encode()


def record(number: int, body: bytes | None = None, kind: str = "text/html; charset=utf-8", extra: bytes = b"", status: str = "200 OK") -> bytes:
    body = page(number) if body is None else body
    http = f"HTTP/1.1 {status}\r\nContent-Type: {kind}\r\nContent-Length: {len(body)}\r\n".encode() + extra + b"\r\n" + body
    head = (
        f"WARC/1.0\r\nWARC-Type: response\r\nWARC-Record-ID: <urn:uuid:00000000-0000-0000-0000-{number:012}>\r\n"
        f"WARC-Date: 2025-07-23T00:00:00Z\r\nWARC-Target-URI: https://paper.example/{number}\r\n"
        f"Content-Type: application/http; msgtype=response\r\nContent-Length: {len(http)}\r\n\r\n"
    )
    return head.encode() + http + b"\r\n\r\n"


def tar(members: dict[str, bytes]) -> bytes:
    out = io.BytesIO()
    with tarfile.open(fileobj=out, mode="w") as archive:
        for name, data in members.items():
            info = tarfile.TarInfo(name)
            info.size = len(data)
            archive.addfile(info, io.BytesIO(data))
    return out.getvalue()


def zipped(members: dict[str, bytes]) -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, data in members.items():
            archive.writestr(name, data)
    return out.getvalue()


def table(numbers: range, rows_a_group: int = 3) -> bytes:
    out = io.BytesIO()
    columns = {
        "id": [f"a{n}" for n in numbers],
        "text": [text(n) for n in numbers],
        "date_publish": [datetime(2025, 7, 23, 8) for _ in numbers],
        "weight": [n * 0.5 for n in numbers],
    }
    parquet.write_table(pyarrow.table(columns), out, row_group_size=rows_a_group)
    return out.getvalue()


def delimited(delimiter: str, titles: tuple[str, ...] = ("id", "text", "date", "weight")) -> bytes:
    out = io.StringIO()
    rows = csv.writer(out, delimiter=delimiter)
    rows.writerow(titles)
    rows.writerows((f"a{n}", text(n), "2025-07-23", n * 0.5) for n in range(6))
    return out.getvalue().encode()


LINES = b"".join(map(line, range(6)))
LIST = json.dumps([json.loads(each) for each in LINES.splitlines()], indent=1).encode()
PAGES = {f"{n}.html": page(n) for n in range(6)}
WARC = b"".join(map(record, range(6)))
WARC_GZ = b"".join(gzip.compress(record(n)) for n in range(6))

WHOLE: dict[str, bytes] = {
    "a.jsonl": LINES,
    "a.jsonl.gz": gzip.compress(LINES),
    "a.jsonl.zst": zstandard.compress(LINES),
    "two-members.jsonl.gz": gzip.compress(LINES[:700]) + gzip.compress(LINES[700:]),
    "named-oddly.data": LINES,
    "a.parquet": table(range(6)),
    "a.warc": WARC,
    "a.warc.gz": WARC_GZ,
    "one-member.warc.gz": gzip.compress(WARC),
    "a.json": LIST,
    "list-in-one-line.json.gz": gzip.compress(LIST.replace(b"\n", b"")),
    "a.csv": delimited(","),
    "marked.csv.gz": gzip.compress(b"\xef\xbb\xbf" + delimited(";", ("ID", "Text", "Date", "Weight"))),
    "a.tsv": delimited("\t"),
    "table-named-oddly.data": delimited("|"),
    "a.tar": tar(PAGES),
    "a.tar.gz": gzip.compress(tar(PAGES)),
    "a.tar.zst": zstandard.compress(tar(PAGES)),
    "a.zip": zipped(PAGES),
    "lines.zip": zipped({"x.jsonl": LINES}),
    "lines.tar": tar({"x.jsonl.gz": gzip.compress(LINES)}),
    "warc.tar": tar({"x.warc.gz": WARC_GZ}),
    "parquet.zip": zipped({"x.parquet": table(range(6))}),
}


def split(path: Path | str) -> tuple[list[Article], list[SourceError]]:
    found = list(read_sources([path]))
    return [a for a in found if isinstance(a, Article)], [e for e in found if isinstance(e, SourceError)]


@pytest.mark.parametrize("name", WHOLE)
def test_every_kind_of_archive_gives_all_its_articles_in_order(tmp_path: Path, name: str) -> None:
    path = tmp_path / name
    path.write_bytes(WHOLE[name])
    articles, errors = split(path)
    assert not errors
    assert len(articles) == 6
    assert len({a.id for a in articles}) == 6
    for number, article in enumerate(articles):
        assert SENTENCE.strip() in article.text
        assert str(number) in article.text or article.title == f"Report {number}"


def test_a_table_without_a_column_of_text_is_named_and_not_read_as_prose(tmp_path: Path) -> None:
    path = tmp_path / "trade.csv"
    path.write_text("year,from,to\n2025,Kenya,Uganda\n", "utf-8")
    articles, (error,) = split(path)
    assert not articles
    assert "no column 'text' (or 'maintext') in its first line, but year, from, to" in str(error)


def test_a_quotation_that_never_ends_costs_no_more_than_one_row_may(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("dragoman.sources.delimited.MAX_BYTES", 3000)
    path = tmp_path / "open.csv"
    path.write_bytes(delimited(",").replace(b"a1,", b'a1,"', 1) + b"z," * 2000)
    articles, errors = split(path)
    assert articles[0].id == "a0"
    assert any("quotation mark" in str(error) for error in errors)


def test_prose_that_begins_with_a_word_of_a_table_is_prose(tmp_path: Path) -> None:
    path = tmp_path / "story.txt"
    path.write_text(f"Text, date and place\n\n{SENTENCE}", "utf-8")
    articles, errors = split(path)
    assert (len(articles), errors) == (1, [])


def test_a_folder_gives_its_files_in_order_of_their_names(tmp_path: Path) -> None:
    (tmp_path / "b").mkdir()
    (tmp_path / "b" / "2.jsonl").write_bytes(line(2))
    (tmp_path / "a.html").write_bytes(page(1))
    (tmp_path / "c.tar").write_bytes(tar({"3.html": page(3)}))
    (tmp_path / "d.txt").write_text("", "utf-8")
    articles, errors = split(tmp_path)
    assert [a.title or a.id for a in articles] == ["Report 1", "a2", "Report 3"]
    assert [e.where for e in errors] == [str(tmp_path / "d.txt")]


def test_what_a_folder_says_of_itself_is_no_news(tmp_path: Path) -> None:
    (tmp_path / "below").mkdir()
    for name in ("README", "readme.TXT", "below/README.md", "Readme.rst"):
        (tmp_path / name).write_text("Kenya held talks with Uganda.", "utf-8")
    (tmp_path / "readme-of-talks.txt").write_text("Kenya held talks with Uganda.", "utf-8")
    articles, errors = split(tmp_path)
    assert (len(articles), errors) == (1, [])
    assert len(split(tmp_path / "README")[0]) == 1


def test_pipes_and_circles_in_a_folder_are_passed_over_and_dead_links_named(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "pipe.html")
    (tmp_path / "round").symlink_to(tmp_path)
    (tmp_path / "gone.html").symlink_to(tmp_path / "nowhere.html")
    (tmp_path / "good.jsonl").write_bytes(line(1))
    articles, (error,) = split(tmp_path)
    assert [a.id for a in articles] == ["a1"]
    assert error.where.endswith("gone.html")


def test_standard_input_may_be_lines_packed_or_not_or_one_page(monkeypatch: pytest.MonkeyPatch) -> None:
    for data, count in ((LINES, 6), (gzip.compress(LINES), 6), (page(1), 1), (tar(PAGES), 6), (zipped(PAGES), 6)):
        monkeypatch.setattr("sys.stdin", io.TextIOWrapper(io.BytesIO(data)))
        articles, errors = split("-")
        assert (len(articles), errors) == (count, [])


def test_a_warc_gives_the_pages_among_its_records(tmp_path: Path) -> None:
    body = page(3)
    path = tmp_path / "mixed.warc"
    path.write_bytes(
        record(0, b"<h1>moved</h1>", status="301 Moved")
        + record(1, b"\x89PNG", kind="image/png")
        + record(2).replace(b"WARC-Type: response", b"WARC-Type: request ")
        + record(3, gzip.compress(body), extra=b"Content-Encoding: gzip\r\n")
        + record(4, kind="TEXT/HTML")
    )
    articles, errors = split(path)
    assert not errors
    assert [a.url for a in articles] == ["https://paper.example/3", "https://paper.example/4"]
    assert {a.source for a in articles} == {"paper.example"}


def test_parquet_rows_keep_their_dates_and_other_columns_are_not_read(tmp_path: Path) -> None:
    path = tmp_path / "a.parquet"
    path.write_bytes(table(range(4)))
    articles, _ = split(path)
    assert [a.id for a in articles] == ["a0", "a1", "a2", "a3"]
    assert {a.published for a in articles} == {date(2025, 7, 23)}


def _flipped(data: bytes, at: int, count: int = 6) -> bytes:
    return data[:at] + bytes(byte ^ 0x5A for byte in data[at : at + count]) + data[at + count :]


def _second_group_flipped(data: bytes) -> bytes:
    column = parquet.ParquetFile(io.BytesIO(data)).metadata.row_group(1).column(1)
    return _flipped(data, (column.dictionary_page_offset or column.data_page_offset) + 4, 60)


DAMAGED: dict[str, tuple[bytes, int]] = {
    "member.warc.gz": (_flipped(WARC_GZ, len(WARC_GZ) * 5 // 12), 5),
    "record.warc": (WARC.replace(b"WARC/1.0", b"WXRC/9.0", 3).replace(b"WXRC/9.0", b"WARC/1.0", 2), 5),
    "header.tar": (_flipped(tar(PAGES), tar(PAGES).index(b"2.html")), 5),
    "group.parquet": (_second_group_flipped(table(range(6))), 3),
    "member.zip": (_flipped(zipped(PAGES), zipped(PAGES).index(b"3.html") + 60, 40), 5),
    "line.jsonl": (LINES.replace(b'{"id": "a2"', b'{"id" "a2"'), 5),
    "article.json": (LIST.replace(b'"id": "a4"', b'"id" "a4"'), 4),
    "cut.json": (LIST[:-100], 5),
    "row.csv": (delimited(",").replace(b"a2,", b"a2,what,was,not,quoted,"), 5),
    "encoding.csv": (delimited(",").replace(b"Report 4.", "Report 4, café.".encode("cp1252")), 5),
    "cut.jsonl.gz": (gzip.compress(LINES * 400)[:-3000], 300),
    "cut.jsonl.zst": (zstandard.compress(LINES)[:-20], 0),
    "cut.tar": (tar(PAGES)[: tar(PAGES).index(b"5.html") + 700], 5),
    "cut.warc.gz": (WARC_GZ[: len(WARC_GZ) - 200], 5),
}


@pytest.mark.parametrize("name", DAMAGED)
def test_damage_is_named_and_the_rest_is_read(tmp_path: Path, name: str) -> None:
    data, least = DAMAGED[name]
    path = tmp_path / name
    path.write_bytes(data)
    articles, errors = split(path)
    assert len(articles) >= least
    assert 1 <= len(errors) <= 2
    for error in errors:
        assert str(error).startswith(str(path))
        assert "\n" not in str(error)


def test_bombs_are_refused_within_little_memory(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(streams, "MAX_BYTES", 2**20)
    zeros = bytes(2**26)
    bombs = {
        "a.html.gz": gzip.compress(zeros), "a.jsonl.gz": gzip.compress(zeros), "a.jsonl.zst": zstandard.compress(zeros),
        "a.zip": zipped({"a.txt": zeros, "b.html": page(1)}), "a.tar.gz": gzip.compress(tar({"a.txt": zeros})),
        "a.warc.gz": gzip.compress(record(1, zeros)),
    }  # fmt: skip
    for name, data in bombs.items():
        path = tmp_path / name
        path.write_bytes(data)
        del data
        tracemalloc.start()
        articles, errors = split(path)
        peak = tracemalloc.get_traced_memory()[1]
        tracemalloc.stop()
        assert errors, name
        assert len(articles) == (name == "a.zip")
        assert peak < 150 * 2**20, name


def sparse(name: str, size: int, stored: bytes) -> bytes:
    """A GNU tar's member that holds ``stored`` and is noughts from there to its size."""
    info = tarfile.TarInfo(name)
    info.type = tarfile.GNUTYPE_SPARSE
    info.size = len(stored)
    head = bytearray(info.tobuf(tarfile.GNU_FORMAT))
    head[398:410] = b"%011o\0" % len(stored)  # the first stretch: where it is, how long
    head[483:495] = b"%011o\0" % size
    head[148:156] = b" " * 8
    head[148:156] = b"%06o\0 " % sum(head)
    return bytes(head) + stored.ljust(512, b"\0")


def test_a_sparse_file_in_a_tar_is_named_and_the_rest_is_read(tmp_path: Path) -> None:
    path = tmp_path / "a.tar"
    path.write_bytes(sparse("hollow.jsonl", 2**27, line(1)) + tar({"b.jsonl": line(2)}))
    articles, errors = split(path)
    assert [a.id for a in articles] == ["a2"]
    assert [error.where for error in errors] == [f"{path}/hollow.jsonl"]
    assert "sparse" in str(errors[0])


def test_archives_within_archives_end_somewhere(tmp_path: Path) -> None:
    data = line(1)
    for _ in range(archives.MAX_DEPTH + 2):
        data = gzip.compress(data)
    path = tmp_path / "deep.gz"
    path.write_bytes(data)
    _, (error,) = split(path)
    assert "unpack it first" in str(error)


@pytest.mark.parametrize(("name", "word"), [("no-such.jsonl", "there is no such file"), ("gopher://x.example/", "gopher")])
def test_what_is_not_there_is_named(name: str, word: str) -> None:
    articles, (error,) = split(name)
    assert not articles
    assert word in str(error)


def test_progress_counts_the_bytes_of_files(tmp_path: Path) -> None:
    for name in ("a.jsonl", "b.jsonl.gz"):
        (tmp_path / name).write_bytes(WHOLE[name.replace("b", "a", 1)])
    sources = Sources([tmp_path])
    seen = [sources.read for _ in sources]
    assert seen == sorted(seen)
    assert sources.read == sources.size() == sum(p.stat().st_size for p in tmp_path.iterdir())


def _mutated(data: bytes) -> st.SearchStrategy[bytes]:
    """The bytes cut off, with some changed, taken out or put in."""
    position = st.integers(0, len(data))

    def change(found: bytes, edit: tuple[int, int, bytes]) -> bytes:
        at, length, new = edit
        return found[:at] + new + found[at + length :]

    edits = st.lists(st.tuples(position, st.integers(0, 40), st.binary(max_size=40)), min_size=1, max_size=4)

    def apply(all_edits: list[tuple[int, int, bytes]], cut: int) -> bytes:
        found = data
        for edit in all_edits:
            found = change(found, edit)
        return found[:cut]

    return st.builds(apply, edits, st.one_of(position, st.just(2 * len(data))))


FUZZED: dict[str, Callable[[], bytes]] = {
    "f.warc": lambda: WARC, "f.warc.gz": lambda: WARC_GZ, "f.jsonl.gz": lambda: gzip.compress(LINES),
    "f.jsonl.zst": lambda: zstandard.compress(LINES), "f.parquet": lambda: table(range(6)), "f.html": lambda: page(1),
    "f.csv": lambda: delimited(","), "f.json": lambda: LIST, "f.tar": lambda: tar(PAGES), "f.zip": lambda: zipped(PAGES),
}  # fmt: skip


@pytest.mark.parametrize("name", FUZZED)
def test_any_damage_to_a_source_never_stops_the_sources_after_it(tmp_path_factory: pytest.TempPathFactory, name: str) -> None:
    folder = tmp_path_factory.mktemp("fuzz")
    good = folder / "good.jsonl"
    good.write_bytes(line(7))
    path = folder / name

    @settings(max_examples=60, deadline=None, derandomize=True)
    @given(_mutated(FUZZED[name]()))
    def run(data: bytes) -> None:
        path.write_bytes(data)
        *found, last = read_sources([path, good])
        assert isinstance(last, Article)
        assert last.id == "a7"
        assert len(found) <= 60
        for one in found:
            if isinstance(one, SourceError):
                assert "\n" not in str(one)
            else:
                one.text.encode("utf-8")

    run()


def test_a_name_too_long_for_the_disk_is_one_error_and_the_rest_is_read(tmp_path: Path) -> None:
    good = tmp_path / "good.txt"
    good.write_text(text(1), "utf-8")
    sources = ["x" * 300, str(good)]
    found = list(read_sources(sources))
    assert [isinstance(item, SourceError) for item in found] == [True, False]
    assert Sources(sources).size() == good.stat().st_size
