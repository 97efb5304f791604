"""How many threads the libraries use: one, since processes keep the cores busy."""

from __future__ import annotations

import os


def quiet_threads() -> None:
    """One thread a process in every library: the processes are what keeps the cores busy.

    To be called before the libraries are loaded; what the user set stays.
    """
    for name in ("OMP_NUM_THREADS", "OPENBLAS_NUM_THREADS", "MKL_NUM_THREADS"):
        os.environ.setdefault(name, "1")
    os.environ.setdefault("TOKENIZERS_PARALLELISM", "false")
