"""The scorer of actors counts what is right and says what was wrong."""

from __future__ import annotations

import pytest

from dragoman.actors import Actors
from dragoman.analysis import Analyser
from dragoman.evaluation.actors import score

ROW = {
    "id": "1", "text": "Kenyan police stood by.", "published": None, "mention": "Kenyan police",
    "country": "KEN", "sector": ["COP"], "name": None,
}  # fmt: skip


@pytest.fixture(scope="module")
def analyser() -> Analyser:
    return Analyser()


def test_right_answers_count(analyser: Analyser) -> None:
    report = score([ROW, {**ROW, "country": "UGA"}], analyser, Actors())
    assert (report.country.value, report.country.total) == (0.5, 2)
    assert report.sector.value == 1.0
    assert report.name.total == 0
    assert [p.country for p in report.predictions] == [True, False]


def test_words_not_in_the_text_are_refused(analyser: Analyser) -> None:
    with pytest.raises(ValueError, match="row 1: 'nobody' is not in the text"):
        score([{**ROW, "mention": "nobody"}], analyser, Actors())
