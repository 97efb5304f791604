"""The local engine: real processes, really killed."""

from __future__ import annotations

import json
import os
import random
import signal
import time
from collections.abc import Callable, Iterable, Iterator
from dataclasses import replace
from functools import partial
from pathlib import Path
from typing import Any

import pytest
from click.testing import CliRunner
from pyarrow import parquet

from dragoman import Article, Coder
from dragoman.analysis import Analysis
from dragoman.cli import main
from dragoman.coder import Coded
from dragoman.engines import batch, local, parts, pool, worker
from dragoman.engines.batch import batches
from dragoman.engines.local import code
from dragoman.engines.parts import MANIFEST, Lines, OutputError, Parts
from dragoman.events.proposal import Proposal
from dragoman.formats.columns import mention_columns
from dragoman.formats.jsonl import dump, mention_to_dict
from dragoman.sources import Raw, SourceError, Sources

COUNTRIES = ("Kenya", "Uganda", "Ghana", "Togo", "Chad", "Niger", "Mali", "Benin", "Gabon", "Angola", "Zambia", "Malawi")


@pytest.fixture(scope="module")
def archive(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Twelve short articles, and a damaged line among them."""
    rows = [
        json.dumps(
            {
                "id": f"a{number}",
                "text": f"The president of {country} will visit Egypt on July 26. Police in {country} arrested three protesters.",
                "published": "2025-07-23",
            }
        )
        for number, country in enumerate(COUNTRIES)
    ]
    rows.insert(5, '{"id": "broken')
    path = tmp_path_factory.mktemp("archive") / "in.jsonl"
    path.write_text("\n".join(rows), "utf-8")
    return path


@pytest.fixture(autouse=True)
def small_batches(monkeypatch: pytest.MonkeyPatch, coder: Coder) -> None:
    coder.code(Article("Kenya held talks with Uganda."))  # loads it, so that the forked share it
    monkeypatch.setattr(batch, "BATCH_ARTICLES", 2)


def expected(coder: Coder, archive: Path) -> list[str]:
    found = (one.read() for one in Sources([archive]) if isinstance(one, Raw))
    articles = [a for a in found if isinstance(a, Article)]
    return [dump(mention_to_dict(m)) for _, mentions in coder.code_all(articles) for m in mentions]


def files(folder: Path) -> dict[str, bytes]:
    return {path.name: path.read_bytes() for path in sorted(folder.iterdir())}


def to_folder(archive: Path, folder: Path, coder: Coder, *, workers: int = 2, **options: object) -> batch.Outcome:
    output = Parts(folder, "jsonl", {"of": "tests"}, size=3, **options)  # type: ignore[arg-type]
    return code(Sources([archive]), output, lambda: coder, workers=workers, complain=lambda _: None)


@pytest.mark.parametrize("workers", [1, 3])
def test_any_number_of_workers_gives_the_same_lines_in_order(coder, archive, tmp_path, workers):
    told: list[str] = []
    path = tmp_path / "out.jsonl"
    with path.open("w", encoding="utf-8") as stream:
        outcome = code(Sources([archive]), Lines(stream), lambda: coder, workers=workers, complain=told.append)
    assert path.read_text("utf-8").splitlines() == expected(coder, archive)
    assert (outcome.tally.articles, outcome.tally.damaged) == (12, 1)
    assert outcome.tally.mentions.total() == len(expected(coder, archive))
    assert len(told) == 1
    assert "line 6" in told[0]


def test_parts_hold_the_same_whoever_coded_them(coder, archive, tmp_path):
    for workers in (1, 2):
        to_folder(archive, tmp_path / str(workers), coder, workers=workers)
    one, two = files(tmp_path / "1"), files(tmp_path / "2")
    assert one == two
    assert [*one] == [MANIFEST, *(f"part-{n:06}.jsonl" for n in range(5))]
    assert b"".join(one[name] for name in [*one][1:]).decode().splitlines() == expected(coder, archive)


def test_parquet_parts_hold_what_the_lines_hold(coder, archive, tmp_path):
    output = Parts(tmp_path / "p", "parquet", {}, size=5)
    code(Sources([archive]), output, lambda: coder, workers=2, complain=lambda _: None)
    tables = [parquet.read_table(path) for path in sorted((tmp_path / "p").glob("*.parquet"))]
    assert {table.schema for table in tables} == {mention_columns()}
    rows = [row for table in tables for row in table.to_pylist()]
    assert rows == [json.loads(line) for line in expected(coder, archive)]


def _in_process(run: Callable[[], object]) -> int:
    """Run in a forked process that leads a group of its own; its id."""
    process = os.fork()
    if process == 0:
        status = 1
        try:
            os.setpgrp()
            run()
            status = 0
        finally:
            os._exit(status)
    os.setpgid(process, process)  # whichever of the two comes first
    return process


def test_a_run_killed_at_random_instants_and_resumed_ends_with_the_same_bytes(coder, archive, tmp_path):
    began = time.monotonic()
    to_folder(archive, tmp_path / "whole", coder)
    length = min(time.monotonic() - began, 1.0)  # a busy machine must not draw it out
    whole = files(tmp_path / "whole")
    chance = random.Random(6)
    kills = rounds = 0
    while kills < 20:
        folder = tmp_path / f"round-{rounds}"
        process = _in_process(lambda folder=folder: to_folder(archive, folder, coder, resume=True))
        time.sleep(chance.uniform(0, length))
        ended, status = os.waitpid(process, os.WNOHANG)
        if not ended:
            os.killpg(process, signal.SIGKILL)
            os.waitpid(process, 0)
            kills += 1
            for name, data in files(folder).items() if folder.is_dir() else ():
                if name.startswith("part-"):
                    assert data == whole[name], "a part is whole or not there"
            continue
        assert status == 0
        assert files(folder) == whole
        rounds += 1
    outcome = to_folder(archive, tmp_path / f"round-{rounds}", coder, resume=True)
    assert files(tmp_path / f"round-{rounds}") == whole
    assert (outcome.tally.articles, outcome.tally.damaged) == (12, 1)


def test_a_killed_run_leaves_no_worker_behind(coder, archive, tmp_path):
    pids = tmp_path / "pids"

    class Slow(Coder):
        def code_all(self, articles: Iterable[Article], **how: Any) -> Iterator[Coded]:
            with pids.open("a") as file:
                file.write(f"{os.getpid()}\n")
            time.sleep(0.3)
            return coder.code_all(articles, **how)

    process = _in_process(lambda: to_folder(archive, tmp_path / "out", Slow()))
    while not pids.exists() or len(pids.read_text().splitlines()) < 2:
        time.sleep(0.02)
    os.kill(process, signal.SIGKILL)  # the run alone, not its workers
    os.waitpid(process, 0)
    workers = {int(line) for line in pids.read_text().splitlines()}
    while any(_running(one) for one in workers):
        time.sleep(0.05)


def _running(process: int) -> bool:
    try:
        state = Path(f"/proc/{process}/stat").read_text().rsplit(")", 1)[1].split()[0]
    except OSError:
        return False
    return state != "Z"


class Deadly(Coder):
    """Dies of one article: always, or the first time only."""

    def __init__(self, inner: Coder, once: Path | None = None) -> None:
        super().__init__(stages=inner.stages)
        self._inner, self._once = inner, once

    def code_all(self, articles: Iterable[Article], **how: Any) -> Iterator[Coded]:
        given = list(articles)
        if any(a.id == "a6" for a in given) and not (self._once and self._once.exists()):
            if self._once:
                self._once.touch()
            os.kill(os.getpid(), signal.SIGKILL)
        return self._inner.code_all(given, **how)


def test_an_article_that_kills_its_worker_is_named_and_alone_left(coder, archive, tmp_path):
    told: list[str] = []
    path = tmp_path / "out.jsonl"
    with path.open("w", encoding="utf-8") as stream:
        outcome = code(Sources([archive]), Lines(stream), lambda: Deadly(coder), workers=2, complain=told.append)
    kept = [line for line in expected(coder, archive) if json.loads(line)["article_id"] != "a6"]
    assert path.read_text("utf-8").splitlines() == kept
    assert (outcome.tally.articles, outcome.tally.damaged) == (11, 2)
    assert sum("died by signal 9" in line for line in told) == 2
    assert sum("line 8" in line and "died twice" in line for line in told) == 1


def test_a_worker_that_dies_once_costs_nothing(coder, archive, tmp_path):
    path = tmp_path / "out.jsonl"
    deadly = Deadly(coder, tmp_path / "once")
    with path.open("w", encoding="utf-8") as stream:
        code(Sources([archive]), Lines(stream), lambda: deadly, workers=2, complain=lambda _: None)
    assert path.read_text("utf-8").splitlines() == expected(coder, archive)


def test_a_fault_in_coding_costs_its_article_only(coder, archive, tmp_path):
    def faulty(analysis: Analysis) -> list[Proposal]:
        if analysis.article.id == "a3":
            raise KeyError("no such word")
        return list(coder.stages.typer(analysis))

    stages = replace(coder.stages, typer=faulty)
    told: list[str] = []
    path = tmp_path / "out.jsonl"
    with path.open("w", encoding="utf-8") as stream:
        outcome = code(Sources([archive]), Lines(stream), lambda: Coder(stages=stages), workers=1, complain=told.append)
    assert outcome.tally.articles == 11
    assert outcome.tally.damaged == 2
    assert any("a3: cannot be coded (KeyError: 'no such word')" in line for line in told)


def test_workers_are_replaced_before_they_grow(coder, archive, tmp_path, monkeypatch):
    monkeypatch.setattr(worker, "ARTICLES_A_WORKER", 3)
    path = tmp_path / "out.jsonl"
    with path.open("w", encoding="utf-8") as stream:
        code(Sources([archive]), Lines(stream), lambda: coder, workers=2, complain=lambda _: None)
    assert path.read_text("utf-8").splitlines() == expected(coder, archive)


def test_memory_allowed_bounds_the_workers(coder, archive, tmp_path, monkeypatch):
    told: list[str] = []
    monkeypatch.setattr(pool, "memory", lambda: 0)
    path = tmp_path / "out.jsonl"
    with path.open("w", encoding="utf-8") as stream:
        code(Sources([archive]), Lines(stream), lambda: coder, workers=8, limit=2**29, complain=told.append)
    assert path.read_text("utf-8").splitlines() == expected(coder, archive)
    assert "2 of 8 workers" in told[0]


def test_memory_too_small_for_one_worker_is_told(coder, archive, tmp_path, monkeypatch):
    told: list[str] = []
    monkeypatch.setattr(pool, "memory", lambda: 500 * 2**20)
    with (tmp_path / "out.jsonl").open("w", encoding="utf-8") as stream:
        code(Sources([archive]), Lines(stream), lambda: coder, workers=2, limit=10 * 2**20, complain=told.append)
    assert told[0] == "10 MiB is less than one worker needs, about 692 MiB; one is started all the same"


def test_a_folder_is_not_written_to_by_two_or_for_something_else(coder, archive, tmp_path):
    folder = tmp_path / "out"
    first = Parts(folder, "jsonl", {"of": "tests"})

    def second() -> None:
        with pytest.raises(OutputError, match="another run"):
            Parts(folder, "jsonl", {"of": "tests"}, resume=True)

    assert os.waitpid(_in_process(second), 0)[1] == 0
    first.abandon()
    with pytest.raises(OutputError, match="--resume"):
        Parts(folder, "jsonl", {"of": "tests"})
    with pytest.raises(OutputError, match=r"other sources or settings \(of\)"):
        Parts(folder, "jsonl", {"of": "else"}, resume=True)


@pytest.mark.parametrize(
    "manifest", [b"{\n", b"[1]\n", b"\xff\n", b'{}\n{"finds": 3}\n', b"{}\n7\n", b"\0\0\n"]
)
def test_a_damaged_manifest_is_named_with_its_line(tmp_path, manifest):
    (tmp_path / MANIFEST).write_bytes(manifest)
    with pytest.raises(OutputError, match=r"manifest\.jsonl line \d: is damaged .* give another folder"):
        Parts(tmp_path, "jsonl", {"of": "tests"}, resume=True)


@pytest.mark.parametrize(
    ("arguments", "says"),
    [
        (("--engine", "ray", "--resume"), "--resume is of the local engine"),
        (("--engine", "ray", "--limit-memory", "2G"), "--limit-memory is of the local engine"),
        (("--address", "head:6379"), "add --engine ray"),
        (("--engine", "ray"), "holds the parts of a run already"),
    ],
)
def test_what_an_engine_cannot_do_is_refused(tmp_path, arguments, says):
    (tmp_path / "part-1234-000000.jsonl").touch()
    result = CliRunner().invoke(main, ["code", "x.jsonl", "-o", str(tmp_path), *arguments])
    assert result.exit_code != 0
    assert says in result.stderr


def test_a_run_that_is_complete_is_not_run_again(coder, archive, tmp_path):
    first = to_folder(archive, tmp_path / "out", coder)

    def unasked() -> Coder:
        raise AssertionError("nothing is left to code")

    output = Parts(tmp_path / "out", "jsonl", {"of": "tests"}, size=3, resume=True)
    again = code(Sources([archive]), output, unasked, complain=lambda _: None)
    assert (again.tally, again.articles) == (first.tally, 0)


def test_batches_end_where_parts_end():
    finds = [SourceError("x", "y")] * 11
    cut = list(batches(finds, skip=3, part=3))
    assert [(b.start, len(b.finds)) for b in cut] == [(3, 2), (5, 1), (6, 2), (8, 1), (9, 2)]


def test_the_command_writes_parts_and_resumes(archive, tmp_path, monkeypatch, coder):
    monkeypatch.setattr(local.Settings, "coder", lambda self: coder)
    arguments = ["code", str(archive), "--output", str(tmp_path / "out"), "--format", "jsonl", "--workers", "2"]
    first = CliRunner().invoke(main, arguments)
    assert first.exit_code == 0, first.output
    assert "12 articles read" in first.stderr
    assert "articles a second" in first.stderr
    assert "CONSULT" in first.stderr
    assert CliRunner().invoke(main, arguments).exit_code == 1
    again = CliRunner().invoke(main, [*arguments, "--resume"])
    assert again.exit_code == 0
    assert (tmp_path / "out" / "part-000000.jsonl").read_text("utf-8").splitlines() == expected(coder, archive)
    assert parts.PART_ARTICLES == 1000


@pytest.fixture
def interruptible() -> Iterator[None]:
    """Lets Ctrl+C stop the run, as at a terminal; a shell has what it runs beside ignore it."""
    before = signal.signal(signal.SIGINT, signal.default_int_handler)
    yield
    signal.signal(signal.SIGINT, before)


@pytest.mark.usefixtures("interruptible")
@pytest.mark.parametrize(
    ("after", "says"),
    [(2, "no part (of 6 articles) is whole yet in {}"), (4, "5 articles in whole parts are kept in {}")],
)
def test_a_run_that_is_stopped_tells_what_it_leaves_and_how_to_go_on(
    archive, tmp_path, monkeypatch, coder, after, says
):
    monkeypatch.setattr(local.Settings, "coder", lambda self: coder)
    monkeypatch.setattr(parts, "Parts", partial(_Stopped, after=after, size=6))
    out = tmp_path / "out"
    arguments = ["code", str(archive), "--output", str(out), "--format", "jsonl", "--workers", "2"]
    stopped = CliRunner().invoke(main, arguments)
    assert stopped.exit_code == 1
    assert f"stopped; {says.format(out)}; to go on, add --resume to the command\n" in stopped.stderr
    monkeypatch.setattr(parts, "Parts", partial(Parts, size=6))
    assert CliRunner().invoke(main, [*arguments, "--resume"]).exit_code == 0
    texts = [part.read_text("utf-8") for part in sorted(out.glob("part-*"))]
    assert "".join(texts).splitlines() == expected(coder, archive)


class _Stopped(Parts):
    """Parts, while which are written the user presses Ctrl+C."""

    def __init__(self, *given: Any, after: int, **named: Any) -> None:
        self._left = after
        super().__init__(*given, **named)

    def add(self, coded: batch.Coded) -> None:
        if not self._left:
            signal.raise_signal(signal.SIGINT)
        self._left -= 1
        super().add(coded)


@pytest.mark.usefixtures("interruptible")
@pytest.mark.parametrize(("output", "says"), [("-", "what was printed is not all"), ("out", "nothing is kept")])
def test_a_run_into_one_file_that_is_stopped_tells_so(archive, tmp_path, monkeypatch, coder, output, says):
    monkeypatch.chdir(tmp_path)
    monkeypatch.setattr(local.Settings, "coder", lambda self: coder)
    monkeypatch.setattr(Lines, "close", lambda self: signal.raise_signal(signal.SIGINT))
    stopped = CliRunner().invoke(main, ["code", str(archive), "--output", output, "--workers", "1"])
    assert stopped.exit_code == 1
    assert f"stopped; {says} (a run with --format can be resumed)\n" in stopped.stderr
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize("size", ["2GB", "500m", "1.5 GiB"])
def test_sizes_are_read(size):
    from dragoman.cli.code_command import Bytes

    assert Bytes().convert(size, None, None) in (2 * 2**30, 500 * 2**20, int(1.5 * 2**30))
