"""Captions of pictures: credits are no part of them, and an old picture shows no news."""

from __future__ import annotations

import pytest

from dragoman import Article
from dragoman.analysis import Analyser


@pytest.mark.parametrize(
    ("caption", "sentences"),
    [
        ("Ann Muli / Reuters Kenyan police detain a man.", ["Ann Muli / Reuters", "Kenyan police detain a man."]),
        ("Ann Muli/AFP/Getty Images The army shelled Gao.", ["Ann Muli/AFP/Getty Images", "The army shelled Gao."]),
        (
            "Handout - Getty The army dropped bombs on Gao",
            ["Handout - Getty", "The army dropped bombs on Gao"],
        ),
        ("Getty - Contributor Mali arms its border", ["Getty - Contributor", "Mali arms its border"]),
        (
            "Reuters Troops rest at U.S. Army Camp Lemonnier in Djibouti, on the edge of the capital city",
            ["Reuters", "Troops rest at U.S. Army Camp Lemonnier in Djibouti, on the edge of the capital city"],
        ),
        ("Image caption The rebels claimed the attack", ["Image caption", "The rebels claimed the attack"]),
        ("FILE PHOTO: Police detain a man.", ["FILE PHOTO:", "Police detain a man."]),
        ("Reuters Photographer Ann Muli was held in Gao.", ["Reuters Photographer Ann Muli was held in Gao."]),
        ("Reuters Institute fellows met in Oxford.", ["Reuters Institute fellows met in Oxford."]),
        ("Talks between Kenya/Reuters and The Times failed.", ["Talks between Kenya/Reuters and The Times failed."]),
        (
            "Officers pass a Kenya Defence Forces (KDF) Scorpion tank during a drill in Lamu on Monday.",
            ["Officers pass a Kenya Defence Forces (KDF) Scorpion tank during a drill in Lamu on Monday."],
        ),
        ("(CNN) The army shelled Gao. It fled.", ["(CNN)", "The army shelled Gao.", "It fled."]),
        ("Police were hurt (AP) The minister left.", ["Police were hurt (AP)", "The minister left."]),
    ],
)  # fmt: skip
def test_credits_and_labels_are_no_part_of_a_caption(caption, sentences):
    found = Analyser()(Article(caption)).sentences
    assert [sentence.text.strip() for sentence in found] == sentences


@pytest.mark.parametrize(
    "caption",
    [
        "FILE PHOTO: Kenyan police detain a protester in Nairobi. REUTERS/Ann Muli/File Photo",
        "FILE - Kenyan police detain a protester in Nairobi.",
        "Kenyan police detain a protester in Nairobi. REUTERS/Ann Muli/File Photo",
        "Kenyan police detain a protester in Nairobi (file photo)",
        "Kenyan police detain a protester in Nairobi, file image",
    ],
)
def test_the_deed_of_an_old_picture_is_background(code, caption):
    (mention,) = code(caption)
    assert (mention.background, mention.when) == (True, None)


@pytest.mark.parametrize(
    "caption",
    [
        "Kenyan police detain a protester in Nairobi.",
        "Kenyan police who had a file photo of the man detained him in Nairobi.",
        "File a complaint: Kenyan police detained a protester in Nairobi.",
    ],
)
def test_what_only_speaks_of_files_is_no_old_picture(code, caption):
    assert {mention.background for mention in code(caption)} == {False}


def test_an_old_picture_has_its_own_day(code):
    caption = (
        "FILE PHOTO: Uganda's Foreign Minister Jeje Odongo (R) answers questions from reporters "
        "following talks with Kenya and Tanzania chief negotiators to discuss trade issues at the "
        "Kololo guest house in Kampala, Uganda April 25, 2024. REUTERS/Ann Muli/File Photo"
    )
    (talks,) = code(caption)
    assert (talks.when.edtf, talks.background) == ("2024-04-25", False)


def test_after_what_an_old_picture_shows_a_caption_goes_on_with_the_news(code):
    caption = (
        "FILE - In this May 6, 2025 file photo, Kenyan police detain protesters in Nairobi. "
        "Opposition leaders on Tuesday called on the government to resign."
    )
    old, new = code(caption)
    assert (old.when.edtf, new.when.edtf, new.background) == ("2025-05-06", "2025-07-22", False)


def test_an_old_film_of_a_launch_is_not_dated_by_the_launch_of_the_news(code):
    text = (
        "Kenya fired a missile over Uganda on Monday.\n"
        "People in Kampala watch file footage of Kenya's missile launch\n"
        "Uganda condemned the launch."
    )
    old, again = (m for m in code(text) if m.trigger.text == "launch")
    assert (old.when, old.background) == (None, True)
    assert (again.when.edtf, again.background) == ("2025-07-21", False)
