"""What lies beside the network's graphs: labels, thresholds, calibration."""

from __future__ import annotations

import json
from dataclasses import dataclass
from importlib.resources.abc import Traversable
from typing import Any

import numpy as np
from numpy.typing import NDArray

Floats = NDArray[np.float32]


class ModelError(ValueError):
    """The model's files are missing or do not belong together; says which and what to do."""


@dataclass(frozen=True, slots=True)
class Settings:
    """What ``config.json`` beside the model says.

    Attributes:
        types: labels of the type head, ``none`` first.
        modes: (type, mode) of each label of the mode head.
        statuses: labels of the status head.
        certainties: labels of the certainty head.
        roles: labels of the role scorer, ``none`` first.
        contexts: labels of the context head.
        max_pieces: word pieces read of a sentence.
        distance: score added a role, by how far the word stands from the trigger: one row a role,
            one column a bucket (see `distance_buckets`).
        glance: least score that the glance gives a sentence that is sifted, in log-odds.
        sieve: least score that the sieve gives a sentence that is read on, in log-odds.
        trigger_threshold: least probability, all types together, for a word to be a trigger.
        context_threshold: least probability for a context.
        confidence: (slope, intercept) that turn the log-odds of a trigger's type into the log-odds
            of its being right, set on held-out sentences.
        wholeness: weights of the figures of `dragoman.events.wholeness` in their order, and an
            intercept, set on held-out sentences.
    """

    types: tuple[str, ...]
    modes: tuple[tuple[str, str | None], ...]
    statuses: tuple[str, ...]
    certainties: tuple[str, ...]
    roles: tuple[str, ...]
    contexts: tuple[str, ...]
    max_pieces: int
    distance: Floats
    glance: float
    sieve: float
    trigger_threshold: float
    context_threshold: float
    confidence: tuple[float, float]
    wholeness: tuple[float, ...]

    @classmethod
    def read(cls, path: Traversable) -> Settings:
        """Read ``config.json``.

        Raises:
            ModelError: a field is missing or unknown.
        """
        raw: dict[str, Any] = json.loads(path.read_text("utf-8"))
        try:
            return cls(
                types=tuple(raw["types"]),
                modes=tuple((event, mode) for event, mode in raw["modes"]),
                statuses=tuple(raw["statuses"]),
                certainties=tuple(raw["certainties"]),
                roles=tuple(raw["roles"]),
                contexts=tuple(raw["contexts"]),
                max_pieces=int(raw["max_pieces"]),
                distance=np.array(raw["distance"], dtype=np.float32),
                glance=float(raw["glance"]),
                sieve=float(raw["sieve"]),
                trigger_threshold=float(raw["trigger_threshold"]),
                context_threshold=float(raw["context_threshold"]),
                confidence=(float(raw["confidence"][0]), float(raw["confidence"][1])),
                wholeness=tuple(float(raw["wholeness"][index]) for index in range(4)),
            )
        except (IndexError, KeyError, TypeError, ValueError) as error:
            raise ModelError(
                f"config.json of the model: {error!r}; export the model again with this version"
            ) from error
