from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dragoman.sources import from_text, furniture

STORY = (
    "Zamunda recalls envoy over dam dispute",
    "PORT AMARA — Zamunda recalled its ambassador to Borduria on Tuesday, the foreign ministry said.",
    "“We will not accept threats from any neighbour,” the ministry's spokesman told reporters.",
    "A long road",
    "Borduria, which began to fill the reservoir in June, called the decision a mistake.",
    "Talks are to go on in Geneva next week, two diplomats with knowledge of the matter said.",
)
OTHERS = (
    "Borduria's parliament backs new budget",
    "Fuel queues return to the capital after strike at refinery",
    "Explained: Why the price of bread went up",
)


def text(*parts: str | tuple[str, ...]) -> str:
    lines: list[str] = []
    for part in parts:
        lines += [part] if isinstance(part, str) else part
    return "\n\n".join(lines)


@pytest.mark.parametrize(
    "tail",
    [
        ("More From Author", *OTHERS),
        ("MORE FROM AUTHOR", *OTHERS, "Leave a Reply", "Your email address will not be published."),
        ("Related Articles", *OTHERS),
        ("Related stories:", OTHERS[0], "The vote came after two days of debate in the chamber.", OTHERS[1]),
        ("You may also like", *OTHERS, "Advertisement", "Most Popular", *OTHERS),
        ("Trending Now", *OTHERS),
        ("Also Read", *OTHERS),
        ("Read more:", OTHERS[0]),
        (f"Read more: {OTHERS[0]}",),
        (f"ALSO READ | {OTHERS[1]}",),
        ("12 Comments", "Kofi says:", "This is the third time that they recall him, and nothing changes.", "When will they learn?"),
        ("Comments (3)", "Please log in to comment"),
        ("Leave a Reply", "Your email address will not be published. Required fields are marked *", "Comment *", "Name *", "Email *", "Website"),
        ("Share this:", "Facebook", "Twitter", "WhatsApp", "Like this:", "Loading..."),
        ("Sign up for our daily newsletter and never miss the news of the region.",),
        ("We use cookies to improve your experience on this site.", "Accept all", "Reject all"),
        ("© 2025 The Amara Courier. All rights reserved.",),
        ("Copyright 2025 Amara Press. This material may not be published, broadcast or redistributed.",),
        ("Tags: Zamunda, Borduria, dam",),
        ("Filed Under: World",),
        ("TAGS", "Borduria", "Zamunda", "Previous article", OTHERS[0], "RELATED ARTICLES", "MORE FROM AUTHOR", OTHERS[1]),
        ("Photo: Amara Courier/File",),
        ("(AP Photo/Jane Roe)",),
        ("Jane Roe/Getty Images",),
        ("About the Author", "Jane Roe", "Jane Roe covers the region from Port Amara and has done so for years."),
        ("Previous Post", OTHERS[0], "Next Post", OTHERS[1]),
        ("Recommended for you", *OTHERS),
        ("More from Zamunda", *OTHERS),
        ("Subscribe to our newsletter", "Your email", "Subscribe"),
        ("Join our WhatsApp channel for breaking news.",),
        ("Skip Ad", "Report an error"),
    ],
    ids=lambda tail: tail[0][:30],
)
def test_what_follows_the_article_goes_and_the_article_stays_whole(tail: tuple[str, ...]) -> None:
    rest, removed = furniture.remove(text(STORY, tail))
    assert rest == text(STORY)
    assert removed
    assert all(o.reason == "furniture" and o.start is None and "\n" not in o.detail for o in removed)


@pytest.mark.parametrize(
    "head",
    [
        ("Home", "World", "Politics", "Business", "Sport", "Opinion"),
        ("Skip to main content", "Menu", "Search", "News", "Africa", "Sign in"),
        ("Home | News | World | Opinion | Sport",),
        ("The Amara Courier Online", "Home", "News", "World", "Sport"),
        ("Home » World » Africa",),
        ("Home News World Politics Business Sport Opinion",),
        ("We use cookies to make this site work.", "Accept all", "Cookie settings"),
        ("E-Paper", "Login", "Latest News", "Pakistan", "World", "Magazine", "Trending"),
    ],
    ids=lambda head: head[0][:30],
)
def test_what_precedes_the_article_goes(head: tuple[str, ...]) -> None:
    article = from_text(text(head, STORY))
    assert article.text == text(STORY)
    assert article.title == STORY[0]


@pytest.mark.parametrize(
    "box",
    [
        ("Advertisement",),
        ("ADVERTISEMENT - SCROLL TO CONTINUE",),
        ("Related Stories", *OTHERS),
        ("Read more", OTHERS[0]),
        (f"READ ALSO: {OTHERS[0]}",),
        ("Also Read", OTHERS[1]),
        ("Story continues below advertisement",),
        ("Share on Facebook", "Share on X"),
        ("You may also like", *OTHERS),
        ("Reuters/John Roe",),
        ("Trending", *OTHERS),
    ],
    ids=lambda box: box[0][:30],
)
def test_a_box_amid_the_article_goes_and_the_rest_stays(box: tuple[str, ...]) -> None:
    rest, removed = furniture.remove(text(STORY[:3], box, STORY[4:]))
    assert rest == text(STORY[:3], STORY[4:])
    assert len(removed) == 1


def test_comment_link_above_the_article_does_not_end_it() -> None:
    rest, _ = furniture.remove(text(STORY[0], "Leave a comment", "5 Comments", STORY[1:]))
    assert rest == text(STORY)


@pytest.mark.parametrize(
    "paragraph",
    [
        "Read more books, the minister told pupils, and share them with your friends at home.",
        "The related articles of the treaty were struck out after the first round of talks.",
        "Comments by the president drew anger in the capital, where crowds gathered on Monday.",
        "Advertisement of the tender was stopped by the court on Thursday, officials said.",
        "Trending hashtags on Tuesday called for the release of the jailed opposition leader.",
        "Share prices in the capital fell by six per cent after the ambassador was expelled.",
        "Subscribe to the ceasefire or face sanctions, the council warned the rebels on Friday.",
        "Related to this, the army said it had moved two brigades to the northern border.",
        "Photo opportunities were cancelled after the two leaders failed to agree on a text.",
        "More from the north was expected by evening, as columns of refugees reached the camp.",
        "Facebook and Twitter were blocked across the country after the vote, monitors said.",
        "Most popular of the candidates is the former general, who was jailed in March.",
        "Home Affairs Minister Jane Roe resigned on Sunday over the killing of two protesters.",
        "You may also like to know who paid for it, the lawmaker told the defence minister.",
        "The company changed its privacy policy and accepted all cookies of the regulator's demands.",
        "Reuters reported the clash first, and the army denied it within the hour on Wednesday.",
        "Background",
        "What happens next",
        "Looking ahead",
        "Home and abroad",
        "Fighting for the north",
    ],
)
def test_paragraphs_with_such_words_stay(paragraph: str) -> None:
    whole = text(STORY[:3], paragraph, STORY[3:])
    assert furniture.remove(whole) == (whole, ())


def test_spans_point_to_the_furniture_in_the_text() -> None:
    whole = text(STORY, "More From Author", OTHERS)
    (found,) = furniture.find(whole)
    assert whole[found.start : found.end] == text("More From Author", OTHERS)
    assert found.detail == "page furniture (other stories), 4 lines from 'More From Author'"


def test_menu_words_below_a_headline_do_not_take_it_away() -> None:
    rest, _ = furniture.remove(text(STORY[0], "World", "Africa", "Politics", STORY[1:]))
    assert rest.startswith(STORY[0])
    assert rest.endswith(text(STORY[1:]))


def test_a_headline_with_a_label_is_kept() -> None:
    whole = text("Watch: Envoy leaves the capital", STORY[1:])
    assert from_text(whole).title == "Watch: Envoy leaves the capital"


@given(st.lists(st.sampled_from([*STORY, *OTHERS, "", "Home", "World", "Read more", "Related Articles", "Leave a Reply", "Advertisement", "Photo: AP", "\u2028", "\t"]), max_size=25))
def test_spans_are_ordered_apart_and_within_the_text(lines: list[str]) -> None:
    whole = "\n".join(lines)
    end = 0
    for omission in furniture.find(whole):
        assert omission.start is not None
        assert omission.end is not None
        assert end <= omission.start < omission.end <= len(whole)
        end = omission.end


@given(st.text())
def test_any_text_is_read(whole: str) -> None:
    furniture.remove(whole)


def test_the_captions_of_a_gallery_are_left_out():
    slides = (
        "1/3 Demonstrators march through Port Amara on 3 May Jane Roe/Getty",
        "2/3 4 May The king of Borduria opens a bridge.",
        "3/3 5 May Police arrest a pickpocket at the central station.",
    )
    rest, left_out = furniture.remove(text(STORY, slides))
    assert rest == text(STORY)
    assert any("gallery" in omission.detail for omission in left_out)


@pytest.mark.parametrize(
    "lines",
    [
        ("1/3 of the seats went to women.", "2/3 of the seats went to men."),
        ("9/11 changed the law.", "9/11 changed the airports.", "9/11 changed the press."),
    ],
)
def test_fractions_and_dates_at_the_head_of_lines_are_no_gallery(lines):
    assert furniture.find(text(STORY, lines)) == ()
