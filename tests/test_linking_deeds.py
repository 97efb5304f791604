"""Linking of deeds that come in rows, and of plans that are put off, as they are coded from text."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date

import pytest

from dragoman import Article, Coder
from dragoman.mention import Mention
from dragoman.record.life.life import Report, history_of
from dragoman.record.linking.linking import link
from dragoman.record.rows.mentionrows import dump_traits, load_traits
from dragoman.record.traits.traits import setting_of, traits_of

Told = tuple[str, str]


@pytest.fixture(scope="module")
def coder() -> Coder:
    return Coder()


def _coded(coder: Coder, told: Iterable[Told], event: str) -> list[tuple[Article, Mention]]:
    articles = [
        Article(text, id=f"a{n}", published=date.fromisoformat(day), source=f"paper {n}")
        for n, (day, text) in enumerate(told)
    ]
    found = []
    for article, mentions in coder.code_all(articles):
        kept = [mention for mention in mentions if mention.event == event]
        assert len(kept) == 1, article.text
        found.append((article, kept[0]))
    return found


def _grouped(coded: list[tuple[Article, Mention]]) -> list[list[int]]:
    """The places of the reports of each event."""
    made = [traits_of(m, article.published, setting_of(article)) for article, m in coded]
    for (article, _), traits in zip(coded, made, strict=True):
        assert load_traits(dump_traits(traits), setting_of(article)) == traits
    events = link(made)
    assert link(reversed(made)) == events
    found: dict[str, list[int]] = {}
    for number, traits in enumerate(made):
        found.setdefault(events[traits.id], []).append(number)
    return sorted(found.values())


MON, TUE, WED, THU = (f"2024-06-{day}" for day in (10, 11, 12, 13))


@pytest.mark.parametrize(
    "told",
    [
        # another day, another toll
        [(MON, "A Russian missile strike killed six people in Poltava on Monday, rescuers said."),
         (TUE, "A Russian missile strike killed two people in Poltava on Tuesday, rescuers said."),
         (WED, "A Russian missile strike killed 11 people in Poltava on Wednesday, rescuers said.")],
        # another day alone, one night and the next
        [(MON, "Israeli jets bombed the port of Hodeidah on Monday."),
         (TUE, "Israeli jets bombed the port of Hodeidah on Tuesday.")],
        [(TUE, "Russian drones attacked Izmail late on Monday, the governor said."),
         (WED, "Russian drones attacked Izmail late on Tuesday, the governor said.")],
        # one day, two towns
        [(TUE, "Russian forces shelled Nikopol on Tuesday, killing one woman and three men."),
         (TUE, "Russian forces shelled Kupiansk on Tuesday, killing nine people.")],
        # no day told, two towns, two tolls
        [(TUE, "Saudi-led jets bombed Sanaa, killing 12 people, medics said."),
         (WED, "Saudi-led jets bombed Taiz, killing four people, medics said.")],
        # one number, another town and day
        [(MON, "Al Shabaab fighters attacked a hotel in Kismayo on Monday, killing four people."),
         (TUE, "Al Shabaab fighters attacked a hotel in Baidoa on Tuesday, killing four people.")],
    ],
)  # fmt: skip
def test_the_next_strike_is_an_event_of_its_own(coder: Coder, told: list[Told]) -> None:
    assert _grouped(_coded(coder, told, "ASSAULT")) == [[n] for n in range(len(told))]


@pytest.mark.parametrize(
    ("told", "event"),
    [
        ([(MON, "Egyptian police arrested five bloggers in Cairo on Monday."),
          (TUE, "Egyptian police arrested 17 engineers in Cairo on Tuesday.")], "COERCE"),
        ([(MON, "Hundreds of miners marched through Lusaka on Monday against the budget."),
          (TUE, "Hundreds of nurses marched through Lusaka on Tuesday against the budget.")], "PROTEST"),
        ([(MON, "The ELN released three police officers in Arauca on Monday, the church said."),
          (TUE, "The ELN released eight police officers in Arauca on Tuesday, the church said.")], "RETREAT"),
    ],
)  # fmt: skip
def test_other_deeds_of_neighbouring_days_are_two(coder: Coder, told: list[Told], event: str) -> None:
    assert _grouped(_coded(coder, told, event)) == [[0], [1]]


@pytest.mark.parametrize(
    "told",
    [
        # the toll rises, of one day told
        [(MON, "An Israeli air strike on a bakery in Jabalia killed three people on Monday, medics said."),
         (TUE, "Monday's Israeli air strike on a bakery in Jabalia killed nine people, medics said.")],
        # it is counted anew on a day of its own
        [(MON, "A Russian missile strike on Chernihiv killed three people on Monday, rescuers said."),
         (WED, "The death toll from a Russian missile strike on Chernihiv rose to 13 on Wednesday, rescuers said.")],
        # a night that has two days
        [(TUE, "A Russian missile strike on Mykolaiv killed two people late on Monday, the mayor said."),
         (TUE, "A Russian missile strike on Mykolaiv early on Tuesday killed four people, the mayor said.")],
        # no day, and no day but a number
        [(TUE, "Boko Haram fighters attacked a camp near Dikwa on Tuesday, killing 15 people."),
         (WED, "Boko Haram fighters attacked a camp near Dikwa, killing 15 people, aid workers said.")],
        # the day of the report for that of the deed, and one number
        [(TUE, "Myanmar's army bombed a school in Sagaing on Monday, killing 17 people, a monk said."),
         (WED, "Myanmar's army bombed a school in Sagaing on Tuesday, killing 17 people, rebels said.")],
        # one man is shot once
        [(TUE, "Gunmen shot dead Haiti's justice minister, Paul Ulrick, on Monday, police said."),
         (WED, "Haiti's justice minister, Paul Ulrick, was shot dead by gunmen on Tuesday, a radio station said.")],
        # the city and its suburb
        [(TUE, "Russian drones attacked Kharkiv on Tuesday, wounding six people, the mayor said."),
         (TUE, "Russian drones attacked Derhachi near Kharkiv on Tuesday, wounding six people, police said.")],
        # nobody owns to it, and a report names no victims
        [(MON, "A car bomb killed seven people in Kirkuk on Monday, police said."),
         (TUE, "The toll of a car bomb in Kirkuk rose to 12 on Tuesday, police said.")],
    ],
)  # fmt: skip
def test_one_strike_told_with_small_differences_is_one_event(coder: Coder, told: list[Told]) -> None:
    assert _grouped(_coded(coder, told, "ASSAULT")) == [list(range(len(told)))]


def test_a_labour_strike_lasts(coder: Coder) -> None:
    told = [
        (MON, "Nurses in Ghana went on strike on Monday over their pay."),
        (TUE, "Nurses in Ghana were on strike over their pay on Tuesday."),
    ]
    assert _grouped(_coded(coder, told, "PROTEST")) == [[0, 1]]


def test_who_goes_on_with_a_strike_does_what_he_began(coder: Coder) -> None:
    began = (MON, "Nurses in Ghana went on strike on Monday over their pay.")
    goes_on = (THU, "Nurses in Ghana stayed away from work for a fourth day on Thursday.")
    assert _grouped(_coded(coder, [began, goes_on], "PROTEST")) == [[0, 1]]
    again = (THU, "Nurses in Ghana went on strike on Thursday.")
    assert _grouped(_coded(coder, [began, again], "PROTEST")) == [[0], [1]]
    others = (THU, "Teachers in Togo were on strike for a fourth day on Thursday.")
    assert _grouped(_coded(coder, [began, others], "PROTEST")) == [[0], [1]]


def test_a_report_between_two_strikes_joins_one_of_them_and_not_both(coder: Coder) -> None:
    told = [
        (MON, "An Israeli air strike killed five people in Deir al-Balah on Monday, medics said."),
        (TUE, "An Israeli air strike killed eight people in Deir al-Balah, medics said."),
        (TUE, "An Israeli air strike killed eight people in Deir al-Balah on Tuesday, doctors said."),
    ]
    assert len(_grouped(_coded(coder, told, "ASSAULT"))) == 2


@pytest.mark.parametrize(
    ("plan", "put_off", "joined"),
    [
        ("Norwegian Foreign Minister Espen Barth Eide will visit Hanoi on June 20, Oslo said.",
         "Norway's foreign minister has put off his trip to Vietnam until early July.", True),
        ("Zambian President Hakainde Hichilema is to travel to Luanda on June 18.",
         "Zambia's president has postponed a visit to Angola to July 2.", True),
        ("Norwegian Foreign Minister Espen Barth Eide will visit Hanoi on June 20, Oslo said.",
         "Norway's defence minister has put off his trip to Vietnam until early July.", False),
        ("Zambian President Hakainde Hichilema is to travel to Luanda on June 18.",
         "Angola's president has postponed a visit to Zambia to July 2.", False),
    ],
)  # fmt: skip
def test_what_an_office_puts_off_is_the_plan_of_who_holds_it(
    coder: Coder, plan: str, put_off: str, joined: bool
) -> None:
    coded = _coded(coder, [(MON, plan), (THU, put_off)], "CONSULT")
    assert _grouped(coded) == ([[0, 1]] if joined else [[0], [1]])
    if joined:
        event = history_of(
            Report(m, a.id, a.source, None, None, a.published) for a, m in coded
        ).event
        assert event.status == "postponed"
        assert event.actors[0].name in ("Espen Barth Eide", "Hakainde Hichilema")


def test_who_frees_one_and_promises_the_others_has_a_plan_that_the_next_release_settles(
    coder: Coder,
) -> None:
    articles = [
        Article(
            "The Houthis freed two of five Polish sailors on Monday, Oman said. They promised to release the other "
            "three by Thursday.",
            id="a0", published=date.fromisoformat(MON),
        ),
        Article("The Houthis freed three Polish sailors on Thursday, Oman said.", id="a1",
                published=date.fromisoformat(THU)),
    ]  # fmt: skip
    coded = [(a, m) for a, found in coder.code_all(articles) for m in found if m.mode == "release"]
    assert [m.status for _, m in coded] == ["occurred", "planned", "occurred"]
    assert _grouped(coded) == [[0], [1, 2]]


def test_fewer_than_were_to_be_freed_are_freed_as_planned(coder: Coder) -> None:
    told = [
        (MON, "Hamas will release five hostages on Wednesday, Egypt said."),
        (WED, "Hamas released four hostages on Wednesday, Egypt said."),
    ]
    assert _grouped(_coded(coder, told, "RETREAT")) == [[0, 1]]
