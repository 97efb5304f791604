"""How much of an article reports events, and how sure that makes each reading."""

import pytest

from dragoman.events.prevalence import in_its_article, prevalence

USUAL = prevalence([])


def test_without_a_sentence_the_share_is_the_usual_one():
    assert 0 < USUAL < 1
    assert in_its_article(0.7, USUAL) == pytest.approx(0.7)


def test_the_share_follows_what_the_sentences_report():
    rare = prevalence([0.9] + [0.0] * 29)
    half = prevalence([0.97] * 15 + [0.0] * 15)
    dense = prevalence([0.97] * 27 + [0.0] * 3)
    assert rare < USUAL < half < dense


def test_doubtful_sentences_beside_none_that_is_sure_count_for_little():
    doubtful = prevalence([0.4] * 10 + [0.0] * 20)
    sure = prevalence([0.99] * 10 + [0.0] * 20)
    assert doubtful < sure / 2


def test_a_line_alone_hardly_moves_the_share():
    assert prevalence([1.0]) == pytest.approx(USUAL, abs=0.06)
    assert prevalence([0.0]) == pytest.approx(USUAL, abs=0.06)


def test_a_reading_is_surer_where_more_is_reported_and_never_leaves_its_bounds():
    shares = [prevalence([0.99] * n + [0.0] * (30 - n)) for n in range(0, 31, 5)]
    for chance in (0.001, 0.3, 0.6, 0.95, 0.999):
        found = [in_its_article(chance, share) for share in shares]
        assert found == sorted(found)
        assert all(0 < f < 1 for f in found)
    assert in_its_article(0.0, shares[0]) == 0.0
    assert in_its_article(1.0, shares[0]) == 1.0


def test_the_same_words_are_less_sure_in_a_piece_on_sport(code):
    visit = "Two Kenyan ministers met Chad's president on Monday."
    filler = [
        "The keeper made six saves before the break.",
        "Rain fell for most of the second half.",
        "The winger came on after an hour and hit the post twice.",
        "It was the side's ninth game without a defeat.",
        "Tickets for the final are sold out.",
        "He has played for four clubs in eleven seasons.",
        "The referee added five minutes.",
        "Supporters sang until the lights went out.",
        "The coach praised nobody in particular.",
        "The next round is drawn in the autumn.",
    ]
    politics = [
        "Iran expelled two French diplomats on Monday.",
        "France condemned the expulsion and recalled its ambassador.",
        "Germany urged both governments to hold talks.",
        "The foreign ministers met in Geneva on Tuesday.",
        "Police arrested dozens of protesters in Tehran.",
    ]

    def sureness(text):
        return max(
            m.confidence for m in code(text) if m.trigger.text == "met" and m.trigger.start < 50
        )

    assert sureness(" ".join([visit, *politics])) > sureness(visit)
    assert sureness(" ".join([visit, *filler])) < sureness(visit)
