"""What tells history is no news: obituaries, anniversaries, columns on what was."""

from __future__ import annotations

from datetime import date

from dragoman import Article

_PUBLISHED = date(2026, 5, 10)
_SIEGE = (
    "In December 1970 the price of meat went up, and the shipyard stopped work.\n"
    "On the second day the crowd set fire to the party's headquarters. Soldiers opened fire at the "
    "gate and killed 40 men. The prime minister sent tanks into Gdynia and imposed a curfew.\n"
    "In August 1980 the government signed an agreement with the electrician Lech Walesa; in December "
    "1981 it arrested him."
)


def _triggers(coder, text: str, published: date | None = _PUBLISHED) -> set[str]:
    return {mention.trigger.text for mention in coder.code(Article(text, published=published))}


def test_a_text_of_history_reports_nothing(coder):
    assert not _triggers(coder, f"{_SIEGE}\nThe museum on the square shows the demands on mugs.")


def test_an_obituary_reports_nothing(coder):
    text = (
        "Colonel Ines Barrantes, who has died at 103, was born in Jaca in 1923.\n"
        "In 1942 she joined a band near Foix. They ambushed German convoys, kidnapped a mayor and "
        "freed forty prisoners. When German police arrested her brother in March 1944, she attacked "
        "the prison. He was executed the same night.\n"
        "Not until 1977 did she return. She is survived by two daughters."
    )
    assert not _triggers(coder, text)


def test_what_a_report_tells_of_before_stays(coder):
    news = "Poland summoned the Russian ambassador on Friday over a film on the strikes of the past."
    assert {"summoned", "signed", "arrested"} <= _triggers(coder, f"{news}\n{_SIEGE}")


def test_what_is_said_at_a_trial_stays(coder):
    trial = (
        "Prosecutors said that Fabien Nkusi had led a militia which killed 400 people in a church at "
        "Ntarama in April 1994, burned a school in May 1994 and attacked Butare in June 1994."
    )
    assert _triggers(coder, trial)


def test_a_text_without_a_day_is_taken_as_news(coder):
    assert _triggers(coder, _SIEGE, None)
