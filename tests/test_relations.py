"""Who stands for a country, and how the relations of an article read."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from dragoman.article import Article
from dragoman.coder import Coder
from dragoman.mention import CERTAINTIES, STATUSES, Certainty, Status
from dragoman.relations import relations
from dragoman.sides import stands_for_country

NEWS = {
    # text: relations as first, second, cooperation, conflict, claimed
    "Kigali accused Kinshasa of arming Rwandan rebels.": [("COD", "RWA", 0, 1, 0)],
    "Kenya accused Somalia of shelling Kenyan villages.": [("KEN", "SOM", 0, 2, 1)],
    "Turkish jets struck Kurdish militants in northern Iraq on Monday.": [],
    "Kenya arrested a Ghanaian journalist on Monday.": [("GHA", "KEN", 0, 1, 0)],
    "Ghana's president will visit Togo on Friday.": [],
    "Ghana may expel Togo's ambassador.": [],
    "Ghana's president cancelled his visit to Togo.": [],
    "Ghana will sign a pact with Togo on Friday. Ghana freed a Togolese fisherman on Monday.": [
        ("GHA", "TGO", 1, 0, 0)
    ],
}
ASKED = "Colombia urged Mali to free the two engineers."
TONES = {
    # text: tone, cooperation, conflict, requests
    ASKED: ("neutral", 0, 0, 1),
    f"{ASKED} Mali freed a Colombian engineer on Monday.": ("cooperative", 1, 0, 1),
    f"{ASKED} Mali condemned Colombia on Monday.": ("in conflict", 0, 1, 1),
    "Mali condemned Colombia on Monday. Mali freed a Colombian engineer.": ("mixed", 1, 1, 0),
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


@pytest.mark.parametrize("text", TONES)
def test_who_merely_asks_something_of_another_is_not_in_conflict_with_it(coder: Coder, text: str) -> None:
    (found,) = relations(coder.code(Article(text, published=date(2025, 7, 2))))
    assert (found.tone, found.cooperation, found.conflict, found.requests) == TONES[text]


@pytest.mark.parametrize("status", STATUSES)
@pytest.mark.parametrize("certainty", CERTAINTIES)
def test_relations_count_what_a_dyad_counts(coder: Coder, status: Status, certainty: Certainty) -> None:
    (mention,) = coder.code(Article("Kenya condemned Somalia on Monday.", published=date(2025, 7, 2)))
    found = relations([replace(mention, status=status, certainty=certainty)])
    assert bool(found) is (status in ("occurred", "ongoing") and certainty != "denied")


def test_relations_count_no_country_that_is_only_inferred(coder: Coder) -> None:
    (mention,) = coder.code(Article("Police in Lima beat a Chilean on Monday.", published=date(2025, 7, 2)))
    (police,) = mention.actors
    for inferred in (True, False):
        actors = (replace(police, country="PER", country_inferred=inferred),)
        assert bool(relations([replace(mention, actors=actors)])) is not inferred
