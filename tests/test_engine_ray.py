"""The Ray engine on a real cluster: a head and two workers, each `ray start` of its own."""

from __future__ import annotations

import os
import shutil
import signal
import subprocess
import sys
import threading
import time
from collections.abc import Iterator
from itertools import islice
from pathlib import Path

import psutil
import pytest

from dragoman import Article, Coder, Mention
from dragoman.formats.jsonl import article_to_dict, dump, mention_to_dict
from dragoman.sources import read_lines

ROOT = Path(__file__).parent.parent
RAY = Path(sys.executable).parent / "ray"
_STORE = "100000000"  # bytes of shared memory a node


def _environment(folder: Path) -> dict[str, str]:
    return {
        **os.environ,
        "RAY_USAGE_STATS_ENABLED": "0",
        "RAY_DISABLE_IMPORT_WARNING": "1",
        "RAY_AUTH_MODE": "disabled",  # whatever token a cluster has left in the home folder
        "RAY_TMPDIR": str(folder),
        "RAY_health_check_period_ms": "1000",
        "RAY_health_check_failure_threshold": "3",
        "PYTHONPATH": os.pathsep.join([str(ROOT / "src"), os.environ.get("PYTHONPATH", "")]),
    }


def _start(arguments: list[str], folder: Path) -> subprocess.Popen[bytes]:
    command = [str(RAY), "start", "--block", "--num-cpus=2", f"--object-store-memory={_STORE}", *arguments]
    for _ in range(3):  # on a busy machine a node may give up while it starts
        path = folder / f"node-{time.time_ns()}.log"
        with path.open("wb") as log:
            node = subprocess.Popen(command, env=_environment(folder), stdout=log, stderr=log, start_new_session=True)
        while node.poll() is None and b"Ray runtime started" not in path.read_bytes():
            time.sleep(0.2)
        if node.poll() is None:
            return node
    raise AssertionError(path.read_text("utf-8")[-2000:])


def _free_port() -> int:
    import socket

    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


def _kill(node: subprocess.Popen[bytes]) -> None:
    """End a node and all that it started, at once."""
    os.killpg(node.pid, signal.SIGKILL)
    node.wait()


@pytest.fixture(scope="module")
def cluster(tmp_path_factory: pytest.TempPathFactory) -> Iterator[tuple[str, list[subprocess.Popen[bytes]]]]:
    """Address of a head's port, and the two worker nodes."""
    folder = Path("/tmp") / f"dr{os.getpid()}"  # Ray's sockets need a short path
    folder.mkdir()
    port = _free_port()
    address = f"127.0.0.1:{port}"
    head = _start(["--head", f"--port={port}", "--include-dashboard=false", "--node-ip-address=127.0.0.1", f"--temp-dir={folder}"], folder)
    nodes: list[subprocess.Popen[bytes]] = []
    try:
        nodes += [_start([f"--address={address}"], folder) for _ in range(2)]
        yield address, nodes
    finally:
        for node in [*nodes, head]:
            if node.poll() is None:
                _kill(node)
        shutil.rmtree(folder, ignore_errors=True)


def _code(sources: Path, output: Path, address: str, *, workers: int = 3) -> subprocess.CompletedProcess[str]:
    command = [sys.executable, "-m", "dragoman", "code", str(sources), "--engine", "ray", "--address", address, "--output", str(output), "--workers", str(workers)]
    return subprocess.run(command, env=_environment(output.parent), capture_output=True, text=True, timeout=300)


def _lines(folder: Path) -> list[str]:
    return sorted(line for path in folder.glob("*.jsonl") for line in path.read_text("utf-8").splitlines())


@pytest.fixture(scope="module")
def news(coder: Coder, samples: Path) -> list[tuple[Article, list[Mention]]]:
    """Some of the sample news, as one machine codes it."""
    articles = (a for a in read_lines(samples / "articles.jsonl") if isinstance(a, Article))
    return list(coder.code_all(islice(articles, 18)))


@pytest.fixture(scope="module")
def archive(news: list[tuple[Article, list[Mention]]], tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The news in a few files, one of them with a damaged line."""
    folder = tmp_path_factory.mktemp("news")
    for number in range(6):
        rows = [dump(article_to_dict(article)) for article, _ in news[number::6]]
        (folder / f"{number}.jsonl").write_text("\n".join([*rows, *['{"id": '] * (number == 3)]), "utf-8")
    return folder


def test_a_cluster_gives_the_mentions_of_one_machine_and_survives_a_lost_node(cluster, archive, news, tmp_path):
    address, nodes = cluster
    expected = sorted(dump(mention_to_dict(m)) for _, mentions in news for m in mentions)
    _wait_for_nodes(address, 3, tmp_path)
    done = _code(archive, tmp_path / "whole", address)
    assert done.returncode == 0, done.stderr
    assert _lines(tmp_path / "whole") == expected
    assert f"{len(news)} articles read, {len(expected)} mentions" in done.stderr
    assert "3.jsonl line" in done.stderr

    killed: list[bool] = []
    watch = threading.Thread(target=lambda: killed.append(_kill_a_coder(nodes, tmp_path / "lost")))
    watch.start()
    done = _code(archive, tmp_path / "lost", address)
    (tmp_path / "lost" / "done").touch()
    watch.join()
    assert killed == [True], "no coder ran on either node"
    assert done.returncode == 0, done.stderr
    assert _lines(tmp_path / "lost") == expected


def _kill_a_coder(nodes: list[subprocess.Popen[bytes]], output: Path) -> bool:
    """Kill the first of the nodes that runs a coder; False where the run ended before that."""
    while not (output / "done").exists():
        for process in psutil.process_iter(["pid", "cmdline"]):
            if "MapWorker" not in " ".join(process.info["cmdline"] or ()):
                continue
            for node in nodes:
                try:
                    held = any(parent.pid == node.pid for parent in process.parents())
                except psutil.NoSuchProcess:
                    continue
                if held:
                    time.sleep(1)  # into its loading or coding
                    _kill(node)
                    return True
        time.sleep(0.1)
    return False


def _wait_for_nodes(address: str, count: int, folder: Path) -> None:
    script = (
        "import ray, sys, time\n"
        "ray.init(address=sys.argv[1], log_to_driver=False)\n"
        "while sum(n['Alive'] for n in ray.nodes()) < int(sys.argv[2]): time.sleep(0.2)\n"
    )
    deadline = time.monotonic() + 90
    while time.monotonic() < deadline:
        done = subprocess.run([sys.executable, "-c", script, address, str(count)], env=_environment(folder), capture_output=True, timeout=90)
        if done.returncode == 0:
            return
        time.sleep(0.5)
    raise AssertionError(done.stderr.decode())


def test_a_cluster_that_does_not_answer_is_named(archive, tmp_path):
    done = _code(archive, tmp_path / "out", f"127.0.0.1:{_free_port()}")
    assert done.returncode == 1
    assert "no Ray cluster answers" in done.stderr


def test_without_ray_the_extra_is_named(archive, tmp_path):
    script = (
        "import sys; sys.modules['ray'] = None\n"
        "from dragoman.cli import main\n"
        "main(['code', sys.argv[1], '--engine', 'ray', '--output', sys.argv[2]])\n"
    )
    done = subprocess.run([sys.executable, "-c", script, str(archive), str(tmp_path / "out")], env=_environment(tmp_path), capture_output=True, text=True)
    assert done.returncode == 1
    assert "pip install '.[ray]'" in done.stderr
