from __future__ import annotations

from dataclasses import replace

import numpy as np
import pytest

pytest.importorskip("onnxruntime")
pytest.importorskip("tokenizers")

from dragoman.analysis import Analyser
from dragoman.article import Article
from dragoman.events.encoder import Encoder
from dragoman.events.network import Network, Scores, Sifted, distance_buckets
from dragoman.events.ontology import contexts, kinds
from dragoman.events.reading import LEAST
from dragoman.events.settings import ModelError
from dragoman.events.typer import EncoderTyper

PLAIN = "Police in Lilongwe detained two opposition lawmakers on Friday, their lawyer said."


@pytest.fixture(scope="module")
def network() -> Network:
    return Network()


@pytest.fixture(scope="module")
def encoder(network: Network) -> Encoder:
    return Encoder(network)


def words(text: str, spans: tuple[tuple[int, int], ...]) -> list[str]:
    return [text[start:end] for start, end in spans]


def test_plain_sentence_is_read_whole(encoder: Encoder) -> None:
    (event,) = encoder([PLAIN])[0].events
    assert words(PLAIN, (event.trigger,)) == ["detained"]
    assert (event.event, event.mode, event.status) == ("COERCE", "arrest", "occurred")
    assert words(PLAIN, event.roles["actors"]) == ["Police in Lilongwe"]
    assert words(PLAIN, event.roles["recipients"]) == ["two opposition lawmakers"]
    assert 0.5 < event.confidence <= 1


def test_what_surely_is_an_event_is_kept_though_its_type_wavers(encoder: Encoder) -> None:
    (event,) = encoder([PLAIN])[0].events
    doubtful = replace(event, confidence=LEAST - 0.1, presence=LEAST)
    assert event.is_kept()
    assert not doubtful.is_kept()
    assert replace(doubtful, presence=0.95).is_kept()
    assert doubtful.is_kept(least=0.4)


@pytest.mark.parametrize(
    ("sentence", "event", "status"),
    [
        ("Russian forces shelled the town of Kupiansk on Tuesday.", "ASSAULT", "occurred"),
        ("The foreign minister will visit Tokyo next week.", "CONSULT", "planned"),
        ("Ghana condemned the coup in its northern neighbour.", "ACCUSE", "occurred"),
        ("Thousands marched through Tbilisi against the new law.", "PROTEST", "occurred"),
        ("The ministry rejected the rebels' demand.", "REJECT", "occurred"),
        ("Canada imposed sanctions on four Belarusian officials.", "SANCTION", "occurred"),
    ],
)
def test_types_and_status(encoder: Encoder, sentence: str, event: str, status: str) -> None:
    found = encoder([sentence])[0].events
    assert (event, status) in {(e.event, e.status) for e in found}


@pytest.mark.parametrize(
    "sentence",
    [
        "The striker shot just wide in the last minute of the match.",
        "Shares in the chipmaker rallied after a strong quarter.",
        "The recipe takes two eggs and a spoon of flour.",
        "",
        "***",
    ],
)
def test_sentences_without_event_are_left_alone(encoder: Encoder, sentence: str) -> None:
    assert encoder([sentence])[0].events == ()


def test_a_sentence_is_read_alike_in_any_company(encoder: Encoder) -> None:
    texts = [PLAIN, "It rained.", "Chad and Niger signed a treaty in Paris on 3 May.", ""] * 3
    assert encoder(texts) == [encoder([text])[0] for text in texts]


def test_glance_and_sieve_pass_events_and_keep_back_what_cannot_hold_one(network: Network) -> None:
    event, recipe = network.words([PLAIN, "The recipe takes two eggs and a spoon of flour."])
    assert network.glance(recipe) < network.settings.glance <= network.glance(event)
    assert network.sift(recipe).score < network.settings.sieve <= network.sift(event).score
    (whole,) = network([PLAIN])
    assert np.array_equal(network.read_on(network.sift(event)).types, whole.types)


def test_where_little_is_reported_a_sentence_must_promise_more_to_be_read() -> None:
    wavering = "The actor said he was sorry for his words."
    read: list[int] = []

    class Watched(Network):
        def read_on(self, sifted: Sifted) -> Scores:
            read.append(len(sifted.words.spans))
            return super().read_on(sifted)

    watched = Encoder(Watched())
    watched([wavering])
    assert len(read) == 1
    watched.article([wavering] + ["The recipe takes two eggs and a spoon of flour."] * 30)
    assert len(read) == 1
    watched.article([wavering] + [PLAIN] * 30)
    assert len(read) == 1 + 31


def test_long_sentence_is_read_as_far_as_the_model_reaches(encoder: Encoder) -> None:
    text = PLAIN[:-1] + " and spoke" * 400
    assert any(event.event == "COERCE" for event in encoder([text])[0].events)


def test_offsets_count_in_the_text_whatever_stands_in_it(encoder: Encoder) -> None:
    text = "Président Élie Açıkgöz’s troops 🪖  shelled  Brač’s “old town”."
    for event in encoder([text])[0].events:
        for start, end in (event.trigger, *(s for r in event.roles.values() for s in r)):
            assert 0 <= start < end <= len(text)
            assert text[start:end].strip() == text[start:end]


def test_labels_of_the_model_are_those_of_the_ontology(network: Network) -> None:
    settings = network.settings
    assert settings.types == ("none", *dict.fromkeys(event for event, _ in kinds()))
    assert settings.modes == tuple(kinds())
    assert settings.contexts == tuple(contexts())


def test_missing_model_is_said_by_name(tmp_path: object) -> None:
    with pytest.raises(ModelError, match=r"is missing"):
        list(Network(tmp_path)(["Troops left."]))  # type: ignore[arg-type]


def test_distances_are_signed_and_symmetric_at_the_trigger() -> None:
    buckets = distance_buckets(60)
    assert buckets.shape == (60, 60)
    assert buckets[0, 0] == buckets[59, 59]
    assert np.all(np.diff(buckets[30]) >= 0)


@pytest.mark.parametrize(
    ("first", "second", "kept"),
    [
        (8.0, 8.0, ["Chad", "Niger"]),
        (8.0, 0.7, ["Chad"]),  # 8: a chance of 0.99; 0.7: of two thirds
        (0.7, 0.7, ["Chad", "Niger"]),
    ],
)
def test_who_only_might_take_part_is_left_out_beside_who_surely_does(
    network: Network, first: float, second: float, kept: list[str]
) -> None:
    text = "Chad praised Niger"
    trigger, role = 1, network.settings.roles.index("actors")
    scores = next(iter(network([text])))
    wanted = np.full((3, len(network.settings.roles)), -9.0, np.float32)
    wanted[:, 0] = 0
    wanted[0, role], wanted[2, role] = first, second
    near = network.settings.distance[:, distance_buckets(3)[trigger]].T
    queries = np.zeros((3, wanted.shape[1], 3), np.float32)
    queries[trigger] = (wanted - near).T
    chosen = replace(scores, keys=np.eye(3, dtype=np.float32), queries=queries)
    (event,) = Encoder(network).decide(chosen, text).events
    assert words(text, event.roles["actors"]) == kept


def test_typer_proposes_at_tokens_of_the_article() -> None:
    text = "LILONGWE – A first line.\n\n" + PLAIN
    analysis = Analyser()(Article(text))
    proposals = EncoderTyper()(analysis)
    (found,) = [p for p in proposals if p.event == "COERCE"]
    assert found.trigger.text == "detained"
    assert [span.text for span in found.actors or ()] == ["Police in Lilongwe"]
    assert [span.text for span in found.recipients or ()] == ["two opposition lawmakers"]
    assert found.status == "occurred"
