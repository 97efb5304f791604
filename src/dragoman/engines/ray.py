"""Many machines: the same coder through Ray Data.

Each file of the sources is read where there is room, taken apart as on one machine; its batches go
to coders that load the model once and stay; what they give is written in parts. Ray holds the
reading back where the coders do not keep up, and does again what a lost machine had in hand.
"""

from __future__ import annotations

import json
import os
import socket
import tempfile
import time
import uuid
from collections.abc import Callable, Iterable, Iterator, Sequence
from pathlib import Path
from typing import Any

from dragoman.engines.batch import Batch, Coded, Outcome, Tally, batches, code_batch
from dragoman.engines.local import Settings
from dragoman.engines.parts import MANIFEST, Format, OutputError, writer
from dragoman.extras import install
from dragoman.sources.stores import contents, listed, system_of

_PATIENCE = 10.0  # seconds for the cluster to accept a connection
_READER_CPUS = 0.25  # taking archives apart is light work beside coding


def code(
    sources: Sequence[str],
    output: str,
    settings: Settings,
    *,
    kind: Format = "jsonl",
    address: str | None = None,
    workers: int | None = None,
    complain: Callable[[str], None],
) -> Outcome:
    """Code everything that the sources hold on a Ray cluster, into a folder of parts.

    Args:
        sources: files and folders, as paths that every machine sees or as URLs of object stores
            (``s3://``, ``gs://``, and what fsspec knows).
        output: the folder, likewise; made where it is not there. Its parts come in no order.
        settings: how coders are made.
        kind: ``jsonl`` or ``parquet``.
        address: of the cluster; ``auto`` for the one that this machine belongs to; a cluster on
            this machine alone is started when None.
        workers: how many coders; as many as there is work and processors for when None.
        complain: is told of what could not be read or coded, one line each.

    Raises:
        ImportError: Ray is not installed.
        OSError: the cluster or the output cannot be reached.
        OutputError: the folder holds parts already: rows would stand twice.
    """
    ray = _ray()
    began = time.monotonic()
    _check_unused(output)
    files = [file for source in sources for file in listed(source)]
    _connect(ray, address)
    try:
        sink = _sink(output, kind)
        most = workers or max(1, int(ray.cluster_resources().get("CPU", 1)))
        pool = ray.data.ActorPoolStrategy(min_size=workers or 1, max_size=most)
        (
            ray.data.from_items([{"file": file} for file in files], override_num_blocks=len(files))
            .map_batches(
                _read, fn_args=(settings.headlines,), batch_size=1, batch_format="numpy",
                num_cpus=_READER_CPUS,
            )
            .map_batches(
                _Coding, fn_constructor_args=(settings,), batch_size=1, batch_format="numpy",
                compute=pool, num_cpus=1,
            )
            .write_datasink(sink)
        )  # fmt: skip
    except ray.exceptions.RayError as error:
        raise OSError(f"Ray: {' '.join(str(error).split())[:500]}") from error
    finally:
        ray.shutdown()
    for complaint in sink.complaints:
        complain(complaint)
    return Outcome(sink.tally, sink.tally.articles, time.monotonic() - began)


def _ray() -> Any:
    os.environ.setdefault("RAY_USAGE_STATS_ENABLED", "0")  # it would tell its makers of each run
    try:
        import ray
        import ray.data
    except ImportError as error:
        what = f"--engine ray needs Ray, which is not installed; {install('ray')}"
        raise ImportError(what) from error
    return ray


def _check_unused(output: str) -> None:
    """Fails where the folder holds parts: those of another run have other names and would stay."""
    from pyarrow import fs  # type: ignore[import-untyped, unused-ignore]

    system, path = system_of(output)
    if system is None:
        raise OutputError(f"{output}: a web address cannot be written to; give a folder or a store")
    found = system.get_file_info(fs.FileSelector(path, allow_not_found=True))
    if any(info.base_name.startswith("part-") or info.base_name == MANIFEST for info in found):
        raise OutputError(f"{output}: holds the parts of a run already; give another folder")


def _connect(ray: Any, address: str | None) -> None:
    import logging

    try:
        _reach(address)
        ray.init(
            address=address or "local", log_to_driver=False, logging_level=logging.ERROR,
            configure_logging=True, **({} if address else {"include_dashboard": False}),
        )  # fmt: skip
    except (OSError, RuntimeError, ValueError) as error:
        what = f"no Ray cluster answers at {address or 'this machine'} ({error}); start it with "
        raise OSError(f"{what}`ray start`, or leave --address out") from error
    context = ray.data.DataContext.get_current()
    context.enable_progress_bars = False
    context.print_on_execution_start = False
    logging.getLogger("ray.data").setLevel(logging.ERROR)


def _reach(address: str | None) -> None:
    """Fails at once where nothing listens at HOST:PORT; Ray itself would try for minutes."""
    host, _, port = (address or "").rpartition(":")
    if host and port.isdigit() and "/" not in host:
        with socket.create_connection((host, int(port)), timeout=_PATIENCE):
            return


def _read(rows: dict[str, Any], headlines: bool) -> Iterator[dict[str, list[Any]]]:
    """The batches that one file holds."""
    for file in rows["file"]:
        for batch in batches(contents(str(file), headlines=headlines)):
            yield {"batch": [_packed(batch)], "file": [str(file)]}


class _Coding:
    """A coder that stays in its process."""

    def __init__(self, settings: Settings) -> None:
        self._coder = settings.coder()

    def __call__(self, rows: dict[str, Any]) -> dict[str, list[Any]]:
        coded = [code_batch(self._coder, _unpacked(batch)) for batch in rows["batch"]]
        return {"coded": [_told(one) for one in coded]}


def _packed(batch: Batch) -> bytes:
    import pickle

    return pickle.dumps(batch)


def _unpacked(data: bytes) -> Batch:
    import pickle

    batch: Batch = pickle.loads(data)  # of our own making, one step before
    return batch


def _told(coded: Coded) -> str:
    row = {"lines": coded.lines, "complaints": coded.complaints, "tally": coded.tally.to_dict()}
    return json.dumps(row)


def _sink(output: str, kind: Format) -> Any:
    """Where Ray Data writes to; its class is made here since it derives from one of Ray's."""
    from ray.data.datasource import Datasink

    class Sink(Datasink):  # type: ignore[type-arg, misc, unused-ignore]
        """Writes a part a block, whole or not at all, and counts what was written."""

        def __init__(self) -> None:
            self.tally = Tally()
            self.complaints: list[str] = []
            self._run = uuid.uuid4().hex[:8]

        def write(self, blocks: Iterable[Any], ctx: Any) -> dict[str, Any]:
            return _write_part(blocks, output, kind, f"part-{self._run}-{ctx.task_idx:06}")

        def on_write_complete(self, write_result: Any) -> None:
            for told in write_result.write_returns:
                self.tally += Tally.from_dict(told["tally"])
                self.complaints += told["complaints"]

    return Sink()


def _write_part(blocks: Iterable[Any], output: str, kind: Format, name: str) -> dict[str, Any]:
    from ray.data.block import BlockAccessor

    tally, complaints, lines = Tally(), [], []
    for block in blocks:
        for value in BlockAccessor.for_block(block).to_arrow().column("coded").to_pylist():
            row = json.loads(value)
            lines += row["lines"]
            complaints += row["complaints"]
            tally += Tally.from_dict(row["tally"])
    if lines:
        _store(output, f"{name}.{kind}", kind, lines)
    return {"tally": tally.to_dict(), "complaints": complaints}


def _store(folder: str, name: str, kind: Format, lines: list[str]) -> None:
    """Write mentions, given as JSON objects, to a file of a folder, whole or not at all.

    Raises:
        OSError: it cannot be written.
    """
    system, path = system_of(folder)
    system.create_dir(path, recursive=True)
    with tempfile.TemporaryDirectory() as near:
        made = Path(near) / name
        writer(kind)(lines, made)
        target = f"{path}/{name}"
        if os.path.isdir(path):
            hidden = f"{path}/.{name}"
            Path(hidden).write_bytes(made.read_bytes())
            os.replace(hidden, target)
            return
        # Object stores show a file once it is closed.
        with system.open_output_stream(target) as stream:
            stream.write(made.read_bytes())
