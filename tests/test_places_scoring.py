"""The scorer of toponyms: read, matched one to one, counted; and the floor our figures keep."""

from __future__ import annotations

from pathlib import Path

import pytest

from dragoman.analysis import Analyser
from dragoman.evaluation.geo import read_gold, score
from dragoman.evaluation.scores import share
from dragoman.places import Places, Toponym

SHARED = Path(__file__).parent.parent.parent / "shared"
GOLD = """<?xml version='1.0' encoding='utf8'?>
<articles><article file="1"><title>A title</title><link>https://paper.example/1</link>
<text>From Aarhus to Bergen, and Oslo said no.</text><toponyms>
<toponym><extractedName>Aarhus</extractedName><type>Literal</type><start>5</start><end>11</end>
<geonamesID>2624652</geonamesID><latitude>56.15674</latitude><longitude>10.21076</longitude></toponym>
<toponym><extractedName>Bergen</extractedName><type>Literal</type><start>15</start><end>21</end>
<latitude>60.39299</latitude><longitude>5.32415</longitude></toponym>
<toponym><extractedName>Oslo</extractedName><type>Metonymic</type><start>27</start><end>31</end>
<latitude>59.91273</latitude><longitude>10.74609</longitude></toponym>
</toponyms></article></articles>
"""


def toponym(text: str, start: int, lat: float, lon: float, kind: str = "literal") -> Toponym:
    return Toponym(text, start, start + len(text), text, None, None, None, lat, lon, "city", kind)


@pytest.fixture
def gold(tmp_path: Path):
    path = tmp_path / "gold.xml"
    path.write_text(GOLD, encoding="utf-8")
    return read_gold(path)


def test_gold_is_read_with_offsets_into_the_text(gold) -> None:
    (only,) = gold
    assert [only.article.text[t.start : t.end] for t in only.toponyms] == ["Aarhus", "Bergen", "Oslo"]
    assert [t.literal for t in only.toponyms] == [True, True, False]


def test_found_missed_misplaced_and_spurious_are_counted(gold) -> None:
    found = [
        toponym("Aarhus", 5, 56.2, 10.2),
        toponym("Bergen", 15, 52.67, 4.70),
        toponym("Oslo", 27, 59.9, 10.7),
        toponym("no", 37, 0.0, 0.0, kind="modifier"),
    ]
    scores = score(gold, lambda articles: [found for _ in articles])
    assert [item.verdict for item in scores.items] == ["right", "misplaced", "spurious"]
    assert scores.items[2].gold_type == "Metonymic"
    assert scores.precision.value == pytest.approx(2 / 3)
    assert scores.recall.value == 1.0
    assert scores.accuracy.value == 0.5
    nothing = score(gold, lambda articles: [() for _ in articles])
    assert nothing.recall.value == 0.0
    assert nothing.f1.value == 0.0


def test_a_file_of_another_kind_is_named(tmp_path: Path) -> None:
    path = tmp_path / "other.xml"
    path.write_text("<notes/>", encoding="utf-8")
    with pytest.raises(ValueError, match=r"other\.xml"):
        read_gold(path)


def test_rates_have_wilson_intervals() -> None:
    assert share(8, 10).low == pytest.approx(0.490, abs=0.001)
    assert share(8, 10).high == pytest.approx(0.943, abs=0.001)
    assert share(0, 0).high == 1.0


def test_the_development_part_of_geowebnews_keeps_its_floor() -> None:
    path = SHARED / "data/geowebnews/dev.xml"
    if not path.exists():
        pytest.skip("GeoWebNews is not beside this checkout")
    analyser, places = Analyser(), Places()
    scores = score(
        read_gold(path),
        lambda articles: (places(analysis) for analysis in analyser.pipe(articles)),
    )
    assert scores.f1.value >= 0.72
    assert scores.accuracy.value >= 0.90
