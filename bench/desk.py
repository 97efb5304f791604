"""``python -m bench.desk --record FILE``: how fast the desk's pages answer on a record.

The desk runs as its users run it, ``dragoman serve`` in a process of its own, and is asked over
HTTP. First each kind of page alone, with other countries each time; one answer of each kind, for
which the file may have to be read from the disk, comes before the clock starts. Then filtered lists
by eight askers at once, the same sixty filters in turn. Writes its table to docs/benchmarks.md.
"""

from __future__ import annotations

import argparse
import random
import socket
import statistics
import subprocess
import sys
import time
from collections.abc import Callable, Iterator, Mapping
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager
from datetime import date
from itertools import product

import httpx

from bench.pages import fill, listed
from dragoman.record import Record
from dragoman.record.questions.extent import extent

_OFTEN = ("USA", "CHN", "RUS", "IRN", "PAK", "IND", "ISR", "UKR", "TUR", "FRA")
_TYPES = ("CONSULT", "ASSAULT", "ACCUSE", "SANCTION", "AID", "REQUEST")
_ASKED = 12  # times that each kind of page is asked for
_ASKERS = 8
_LOAD_S = 15.0
_PATIENCE_S = 60.0


def main() -> None:
    """Serve the record, ask, and write the table."""
    parser = argparse.ArgumentParser(prog="python -m bench.desk", description=__doc__)
    parser.add_argument("--record", required=True, help="the record to serve")
    options = parser.parse_args()
    with Record.open(options.record) as record:
        events = extent(record).events
    with _desk(options.record) as address, httpx.Client(base_url=address, timeout=60) as client:
        rows = [(name, _timed(client, make)) for name, make in _kinds().items()]
        rows.append((f"filtered events, {_ASKERS} askers", _load(address)))
    told = f"Measured on {date.today()} with `python -m bench.desk`: {events:,} events."
    fill({"desk": listed(told, rows)})


@contextmanager
def _desk(record: str) -> Iterator[str]:
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    command = [sys.executable, "-m", "dragoman", "serve", "--record", record, "--port", str(port)]
    process = subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    address = f"http://127.0.0.1:{port}"
    try:
        _await(address)
        yield address
    finally:
        process.terminate()
        process.wait()


def _await(address: str) -> None:
    until = time.monotonic() + _PATIENCE_S
    while True:
        try:
            httpx.get(f"{address}/about", timeout=10)
        except httpx.TransportError:
            if time.monotonic() > until:
                raise
            time.sleep(0.2)
        else:
            return


def _kinds() -> Mapping[str, Callable[[], str]]:
    """By name of a kind of page, what makes an address of one."""
    rng = random.Random(3)

    def country() -> str:
        return rng.choice(_OFTEN)

    return {
        "Today": lambda: "/",
        "events, all": lambda: "/events",
        "events of a country and type": lambda: (
            f"/events?about={country()}&type={rng.choice(_TYPES)}"
        ),
        "events planned, of a country": lambda: f"/events?about={country()}&status=planned",
        "events of two countries": lambda: "/events?dyad={}&dyad={}".format(
            *rng.sample(_OFTEN, 2)
        ),
        "dyad": lambda: "/dyads/{}/{}".format(*rng.sample(_OFTEN, 2)),
        "agenda": lambda: "/agenda",
        "agenda of a country": lambda: f"/agenda?about={country()}",
        "map of a country": lambda: f"/map?about={country()}",
    }


def _timed(client: httpx.Client, make: Callable[[], str]) -> str:
    client.get(make())
    spent = []
    for _ in range(_ASKED):
        address, begun = make(), time.perf_counter()
        client.get(address).raise_for_status()
        spent.append(1000 * (time.perf_counter() - begun))
    return f"{statistics.median(spent):.0f} ms at the median, {max(spent):.0f} ms at most"


def _load(address: str) -> str:
    """Answers a second to several askers, each of whom goes through the same filters."""
    filters = [f"/events?about={c}&type={kind}" for c, kind in product(_OFTEN, _TYPES)]
    until = time.monotonic() + _LOAD_S

    def ask(number: int) -> int:
        answered = 0
        with httpx.Client(base_url=address, timeout=60) as client:
            while time.monotonic() < until:
                turn = (answered + number * len(filters) // _ASKERS) % len(filters)
                client.get(filters[turn]).raise_for_status()
                answered += 1
        return answered

    with ThreadPoolExecutor(_ASKERS) as askers:
        total = sum(askers.map(ask, range(_ASKERS)))
    return f"{total / _LOAD_S:.0f} requests a second, {len(filters)} filters in turn"


if __name__ == "__main__":
    main()
