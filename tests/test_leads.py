"""A headline and the lead under it: one deed in two wordings is one event, two deeds stay two."""

from __future__ import annotations

from datetime import date

import pytest

from dragoman import Article, Coder
from dragoman.mention import Mention
from dragoman.record.linking.linking import link
from dragoman.record.traits.traits import setting_of, traits_of

TOLD = date(2026, 11, 11)


def _coded(coder: Coder, text: str) -> tuple[list[Mention], dict[str, str]]:
    article = Article(text, published=TOLD)
    mentions = coder.code(article)
    setting = setting_of(article)
    return mentions, link(traits_of(mention, TOLD, setting) for mention in mentions)


@pytest.mark.parametrize(
    ("headline", "lead"),
    [
        ("Editor jailed for false news",
         "A Harare court on Tuesday convicted Blessed Moyo of publishing rumours about the vote."),
        ("Villagers protest over mine",
         "Hundreds of people blocked the road to the Batu copper mine on Monday, demanding jobs."),
        ("Displaced demonstrate over rations",
         "Thousands of Hazara sat on the hill of their camp on Friday with placards."),
        ("Minister quits", "Lena Okoro, who ran the health department for years, resigned on Monday."),
        ("Hostages walk free",
         "Gunmen in Zamfara on Sunday released 14 pupils whom they had taken in March."),
        ("Relief staff detained",
         "By Ann Lee\nPolice in Juba on Monday arrested three employees of a charity, a colleague said."),
        ("New clashes in Nasir",
         "Soldiers fought with White Army fighters in Nasir on Monday, a week after clashes in Malakal."),
    ],
)  # fmt: skip
def test_a_headline_and_its_lead_tell_one_event(coder: Coder, headline: str, lead: str) -> None:
    mentions, events = _coded(coder, f"{headline}\n{lead}")
    above, below = mentions[0], mentions[1]
    assert above.sentence.text == headline != below.sentence.text
    assert events[above.id] == events[below.id]
    assert above.when == below.when is not None


@pytest.mark.parametrize(
    ("headline", "lead"),
    [
        ("Kenya condemns Uganda", "Tanzania condemned Rwanda on Monday over shelling at the border."),
        ("Peru to free prisoners", "Chile freed forty prisoners on Monday after a long hunger strike."),
        ("Army arrests mayor of Gao", "Gunmen abducted the mayor of Gao on Monday, residents said."),
        ("Students march in Dhaka", "Garment workers went on strike in Chittagong on Monday over pay."),
        ("Premier Sall meets Touré", "Foreign minister Yassine Fall met Chad's envoy on Tuesday."),
    ],
)
def test_two_deeds_of_a_headline_and_a_lead_stay_two(
    coder: Coder, headline: str, lead: str
) -> None:
    mentions, events = _coded(coder, f"{headline}\n{lead}")
    assert len({events[mention.id] for mention in mentions[:2]}) == 2


def test_what_may_be_either_of_two_deeds_takes_from_neither(coder: Coder) -> None:
    lead = "Chile expelled the Peruvian ambassador and Peru expelled the Chilean one on Tuesday."
    above = _coded(coder, f"Envoys sent home\n{lead}")[0][0]
    assert (above.trigger.text, above.actors, above.when) == ("sent", (), None)


def test_two_clauses_are_two_events_beneath_one_headline(coder: Coder) -> None:
    lead = "Police in Kisumu shot a student on Monday, and gunmen killed a trader in Mombasa."
    mentions, events = _coded(coder, f"Police kill two\n{lead}")
    kill, shot, killed = (events[mention.id] for mention in mentions)
    assert kill == shot != killed


def test_a_guessed_country_gives_way_to_the_one_that_the_lead_tells(coder: Coder) -> None:
    text = "Fishermen held off Togo\nTogo's navy on Monday detained nine Ghanaian fishermen."
    above = _coded(coder, text)[0][0]
    assert [(party.country, party.inferred) for party in above.recipients] == [("GHA", True)]


def test_a_title_with_a_full_stop_is_the_headline(coder: Coder) -> None:
    title, lead = "Reporters held.", "Police in Dakar arrested two journalists on Monday."
    told = Article(f"{title}\n{lead}", title=title, published=TOLD)
    above, below = coder.code(told)[:2]
    assert above.when == below.when is not None
    bare = coder.code(Article(told.text, published=TOLD))
    assert bare[0].when is None
