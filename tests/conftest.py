"""What the tests share: one loaded coder, the sample news, and the data that may be absent."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from pathlib import Path

import pytest

from dragoman import Article, Coder, Mention

ROOT = Path(__file__).parent.parent
SHARED = ROOT.parent / "shared"


@pytest.fixture(scope="session")
def coder() -> Coder:
    return Coder()


@pytest.fixture(scope="session")
def code(coder: Coder) -> Callable[..., list[Mention]]:
    def run(text: str, published: str | None = "2025-07-23") -> list[Mention]:
        day = date.fromisoformat(published) if published else None
        return coder.code(Article(text, published=day))

    return run


@pytest.fixture(scope="session")
def shared() -> Path:
    if not SHARED.is_dir():
        pytest.skip("the measuring data is not beside this checkout")
    return SHARED


@pytest.fixture(scope="session")
def samples() -> Path:
    return ROOT / "examples" / "news"
