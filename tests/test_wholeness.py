"""How likely all of a mention is right: what the network's chances make of it, and how it is set."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

import numpy as np
import pytest

from dragoman.coder import Coder
from dragoman.events.proposal import Proposal
from dragoman.events.reading import Wholeness
from dragoman.events.wholeness import chance_of_all, wholeness
from dragoman.mention import Mention

WEIGHTS = (0.1, 0.2, 0.2, -0.5)
SPANS = ((0, 6), (7, 15), (16, 20), (21, 28))


def _whole(status: float, actors: list[float], recipients: list[float]) -> Wholeness:
    sides = ((np.array(actors), [(0, 6)]), (np.array(recipients), [(16, 28)]))
    return wholeness(status, sides, SPANS)


SURE = _whole(0.99, [0.98, 0, 0.01, 0.02], [0.01, 0, 0.6, 0.97])


@pytest.mark.parametrize(
    "less_sure",
    [
        _whole(0.7, [0.98, 0, 0.01, 0.02], [0.01, 0, 0.6, 0.97]),
        _whole(0.99, [0.55, 0, 0.01, 0.02], [0.01, 0, 0.6, 0.97]),
        _whole(0.99, [0.98, 0, 0.01, 0.02], [0.01, 0, 0.5, 0.6]),
        _whole(0.99, [0.98, 0, 0.01, 0.45], [0.01, 0, 0.6, 0.97]),  # one more may be an actor
    ],
)
def test_what_wavers_makes_it_less_sure(less_sure: Wholeness) -> None:
    assert chance_of_all(less_sure, WEIGHTS) < chance_of_all(SURE, WEIGHTS)


def test_a_phrase_is_as_sure_as_its_likeliest_word() -> None:
    # Where a phrase ends ('the border *town of*') is no doubt about whom it names.
    edges = _whole(0.99, [0.98, 0, 0.01, 0.02], [0.01, 0, 0.97, 0.97])
    assert edges.phrases == SURE.phrases
    assert edges.words > SURE.words


def test_bounds_hold_where_nothing_is_left_of_a_chance() -> None:
    nothing = wholeness(0.0, [(np.array([0.5] * 400), ())], [(i, i + 1) for i in range(400)])
    assert 0 <= chance_of_all(nothing, WEIGHTS) < 0.2


def test_a_mention_is_never_surer_as_a_whole_than_of_its_type(
    code: Callable[[str], list[Mention]],
) -> None:
    text = "Egyptian troops killed six Libyan smugglers near Siwa. Envoys may be expelled, it said."
    plain, *rest = code(text)
    assert plain.overall_confidence is not None
    assert plain.overall_confidence > 0.8
    for mention in (plain, *rest):
        assert mention.overall_confidence is not None
        assert 0 <= mention.overall_confidence <= mention.confidence


def test_a_typer_that_does_not_tell_leaves_it_untold(coder: Coder) -> None:
    def typer(analysis: object) -> tuple[Proposal, ...]:
        return tuple(replace(p, wholeness=None) for p in coder.stages.typer(analysis))  # type: ignore[arg-type]

    from dragoman.article import Article

    other = Coder(stages=replace(coder.stages, typer=typer))
    (mention,) = other.code(Article("Egyptian troops killed six Libyan smugglers near Siwa."))
    assert mention.overall_confidence is None
