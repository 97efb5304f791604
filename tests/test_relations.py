"""Who stands for a country, and how the relations of an article read."""

from __future__ import annotations

from datetime import date

import pytest

from dragoman.article import Article
from dragoman.coder import Coder
from dragoman.relations import relations
from dragoman.sides import stands_for_country

NEWS = {
    # text: relations as first, second, cooperation, conflict, claimed
    "Kigali accused Kinshasa of arming Rwandan rebels.": [("COD", "RWA", 0, 1, 0)],
    "Kenya accused Somalia of shelling Kenyan villages.": [("KEN", "SOM", 0, 2, 1)],
    "Turkish jets struck Kurdish militants in northern Iraq on Monday.": [],
    "Kenya arrested a Ghanaian journalist on Monday.": [("GHA", "KEN", 0, 1, 0)],
}


@pytest.mark.parametrize(
    ("sectors", "stands"),
    [
        ((), True), (("GOV",), True), (("MIL",), True), (("CVL",), True), (("PTY", "GOV"), True),
        (("REB",), False), (("PRM",), False), (("UAF",), False), (("CRM",), False),
        (("PTY", "OPP"), False), (("GOV", "PRE"), False),
    ],
)  # fmt: skip
def test_who_stands_for_a_country_is_told_by_the_sectors(sectors: tuple[str, ...], stands: bool) -> None:
    assert stands_for_country(sectors) is stands


@pytest.mark.parametrize("text", NEWS)
def test_relations_are_those_of_who_stands_for_a_country(coder: Coder, text: str) -> None:
    found = relations(coder.code(Article(text, published=date(2025, 7, 2))))
    assert [(r.first, r.second, r.cooperation, r.conflict, r.claimed) for r in found] == NEWS[text]
