"""What the network is trained by."""

from __future__ import annotations

import torch
from torch import Tensor
from torch.nn import functional as F  # noqa: N812

from training.data import IGNORED, MODES, TYPES, Batch

_MODE_OF_TYPE = torch.tensor(
    [[event == kind for event, _ in MODES] for kind in TYPES]
)  # row: type, column: mode
SHARES = {
    "sieve": 0.2, "contexts": 0.12, "modes": 0.5, "statuses": 1.2, "certainties": 0.5,
    "background": 0.1, "roles": 0.3,
}  # fmt: skip
"""What each judgement counts beside the types, which count 1."""


def loss_of(
    outputs: tuple[Tensor, ...], batch: Batch, distance: Tensor, weights: Tensor, smoothing: float
) -> Tensor:
    """The training loss: every head's cross-entropy, each taken per event or per sentence.

    Args:
        outputs: what `training.model.Coder` returned.
        batch: the batch it was given.
        distance: the model's ``distance`` parameter.
        weights: weight of each type, for rare ones.
        smoothing: label smoothing of the type head.
    """
    sieve, types, modes, statuses, certainties, background, _, _, contexts = outputs
    rows, at = batch.event_rows, batch.event_words
    scale = len(rows) + 0.5 * len(types)
    total = (
        F.cross_entropy(
            types.flatten(0, 1), batch.types.flatten(), weights,
            reduction="sum", ignore_index=IGNORED, label_smoothing=smoothing,
        ) / scale
    )  # fmt: skip
    read = batch.types != IGNORED
    sifted = F.binary_cross_entropy_with_logits(
        sieve, (batch.types > 0).to(sieve.dtype), reduction="none"
    )
    total = total + SHARES["sieve"] * (sifted * read).sum() / scale
    context = F.binary_cross_entropy_with_logits(contexts, batch.contexts, reduction="none")
    context = (context * batch.context_weight).sum() / len(contexts)
    total = total + SHARES["contexts"] * context
    if not len(rows):
        return total
    role = F.cross_entropy(
        role_scores(outputs, batch, distance).flatten(0, 1), batch.roles.flatten(),
        reduction="sum", ignore_index=IGNORED,
    )  # fmt: skip
    return (
        total
        + SHARES["modes"] * F.cross_entropy(possible(modes[rows, at], batch), batch.modes)
        + SHARES["statuses"] * F.cross_entropy(statuses[rows, at], batch.statuses)
        + SHARES["certainties"] * F.cross_entropy(certainties[rows, at], batch.certainties)
        + SHARES["background"]
        * F.binary_cross_entropy_with_logits(background[rows, at], batch.background)
        + SHARES["roles"] * role / len(rows)
    )


def role_scores(outputs: tuple[Tensor, ...], batch: Batch, distance: Tensor) -> Tensor:
    """For each event of the batch the scores of each word's role (event, word, role)."""
    queries, keys = outputs[6], outputs[7]
    rows, at = batch.event_rows, batch.event_words
    scores = torch.einsum("erd,ewd->ewr", queries[rows, at], keys[rows])
    return scores + distance[:, batch.buckets].permute(1, 2, 0)


def possible(modes: Tensor, batch: Batch) -> Tensor:
    """The scores of the modes (event, mode) without those of other types."""
    types = batch.types[batch.event_rows, batch.event_words]
    return modes.masked_fill(~_MODE_OF_TYPE.to(types.device)[types], -1e4)
