"""The trained network: from sentences to scores for every word, through ONNX Runtime."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from importlib.resources import files
from importlib.resources.abc import Traversable
from typing import TYPE_CHECKING

import numpy as np
from numpy.typing import NDArray

from dragoman.events.settings import Floats, ModelError, Settings
from dragoman.events.words import WordReader, Words

if TYPE_CHECKING:
    from onnxruntime import InferenceSession

OUTPUTS = (
    "types", "modes", "statuses", "certainties", "background", "queries", "keys", "contexts"
)  # fmt: skip
"""The upper graph's outputs, in order; all but the last have one row a word."""


@dataclass(frozen=True, slots=True)
class Sifted:
    """A sentence as the low layers leave it.

    Attributes:
        words: the sentence as the network reads it.
        low: the states of its word pieces after the low layers.
        score: the sieve's, in log-odds: how likely the sentence holds an event.
    """

    words: Words
    low: Floats
    score: float


@dataclass(frozen=True, slots=True)
class Scores:
    """The network's scores for one sentence, before any decision; one row a word.

    ``queries`` has a third axis, the role; a role's score of a word for a trigger is the product of
    the trigger's query with the word's key, plus the settings' ``distance``.
    """

    words: Words
    types: Floats
    modes: Floats
    statuses: Floats
    certainties: Floats
    background: Floats
    queries: Floats
    keys: Floats
    contexts: Floats


class Network:
    """The network with its tokenizer and settings; loads its files when first used.

    It reads one sentence at a time: its arithmetic on eight bits is scaled by all that goes through
    it at once, and so a sentence's scores depend on nothing but itself. Batches would be no faster:
    they leave the processor's nearest caches.

    Args:
        directory: where ``glance.onnx``, ``lower.onnx``, ``upper.onnx``, ``tokenizer.json`` and
            ``config.json`` lie; the package's own model when None.
        threads: processor threads for one pass; 0 lets ONNX Runtime choose.

    Raises:
        ModelError: by any method, when a file is first used that is missing or damaged.
    """

    def __init__(self, directory: Traversable | None = None, threads: int = 1) -> None:
        self._directory = directory or files(__package__) / "model"
        self._threads = threads
        self._settings: Settings | None = None
        self._reader: WordReader | None = None
        self._sessions: dict[str, InferenceSession] = {}

    @property
    def settings(self) -> Settings:
        """The model's settings."""
        if self._settings is None:
            self._settings = Settings.read(self._file("config.json"))
        return self._settings

    def __call__(self, texts: Sequence[str]) -> Iterator[Scores]:
        """The scores of each sentence, in order, however little it promises."""
        for words in self.words(texts):
            yield self.read_on(self.sift(words))

    def words(self, texts: Sequence[str]) -> list[Words]:
        """Each sentence as the network reads it."""
        if self._reader is None:
            from tokenizers import Tokenizer

            tokenizer = Tokenizer.from_str(self._file("tokenizer.json").read_text("utf-8"))
            self._reader = WordReader(tokenizer, self.settings.max_pieces)
        return self._reader(texts)

    def glance(self, words: Words) -> float:
        """How likely a sentence holds an event by a look at its words, in log-odds.

        `Settings.glance` is set so that next to no sentence with an event scores less.
        """
        (score,) = self._session("glance").run(None, {"ids": _ids(words)})
        return float(score[0])

    def sift(self, words: Words) -> Sifted:
        """A sentence with the sieve's score.

        The sieve stands below most of the network's layers; `Settings.sieve` is set so that hardly
        any sentence with an event scores less.
        """
        low, score = self._session("lower").run(
            None, {"ids": _ids(words), "firsts": _firsts(words)}
        )
        return Sifted(words, low, float(score[0]))

    def read_on(self, sifted: Sifted) -> Scores:
        """The scores of a sentence that the low layers have read."""
        words = sifted.words
        *by_word, contexts = self._session("upper").run(
            list(OUTPUTS), {"low": sifted.low, "firsts": _firsts(words)}
        )
        size = len(words.firsts)
        return Scores(
            words,
            **{n: a[0, :size] for n, a in zip(OUTPUTS, by_word, strict=False)},
            contexts=contexts[0],
        )

    def _session(self, part: str) -> InferenceSession:
        if part not in self._sessions:
            from onnxruntime import InferenceSession, SessionOptions

            options = SessionOptions()
            options.intra_op_num_threads = self._threads
            options.inter_op_num_threads = 1
            # Kept memory would grow with every new length of sentence, and is no faster.
            options.enable_cpu_mem_arena = False
            self._sessions[part] = InferenceSession(
                self._file(f"{part}.onnx").read_bytes(),
                options,
                providers=["CPUExecutionProvider"],
                # Joined to one operation, adding and normalising are several times slower.
                disabled_optimizers=["SkipLayerNormFusion"],
            )
        return self._sessions[part]

    def _file(self, name: str) -> Traversable:
        path = self._directory / name
        if not path.is_file():
            raise ModelError(
                f"the model's {name} is missing in {self._directory}; install the package again, "
                "or train and export a model (training/GUIDELINES.md, make train)"
            )
        return path


def _ids(words: Words) -> NDArray[np.int64]:
    return np.array([words.pieces], np.int64)


def _firsts(words: Words) -> NDArray[np.int64]:
    """As the graphs take them; a text without words has its opening mark read in their stead."""
    return np.array([words.firsts or (0,)], np.int64)


DISTANCES = (-24, -16, -11, -7, -5, -4, -3, -2, -1, 0, 1, 2, 3, 4, 5, 6, 8, 12, 17, 25)
"""Upper ends (exclusive of the next) of the buckets of signed distances in words."""


def distance_buckets(count: int) -> NDArray[np.int64]:
    """For each pair (trigger, word) of a sentence of ``count`` words the bucket of its distance.

    The distance is the word's index less the trigger's; bucket ``b`` holds distances from
    ``DISTANCES[b - 1]`` to below ``DISTANCES[b]``, the first and last are open.
    """
    index = np.arange(count)
    return np.searchsorted(np.array(DISTANCES), index[None, :] - index[:, None], side="right")


def role_scores(scores: Scores, settings: Settings, trigger: int) -> Floats:
    """The score of every word (row) for every role (column) of the event at word ``trigger``."""
    buckets = distance_buckets(len(scores.keys))[trigger]
    products: Floats = scores.keys @ scores.queries[trigger].T
    return products + settings.distance[:, buckets].T


def softmax(scores: Floats) -> Floats:
    """Probabilities along the last axis."""
    raised: Floats = np.exp(scores - scores.max(axis=-1, keepdims=True))
    chances: Floats = raised / raised.sum(axis=-1, keepdims=True)
    return chances
