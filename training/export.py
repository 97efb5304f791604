"""From trained weights to the files of the package: ``python -m training.export``.

Writes ``lower.onnx`` and ``upper.onnx`` (int8), ``tokenizer.json`` and ``config.json`` to the
package's model folder; `training.calibrate` then sets the thresholds. Each graph reads one
sentence at a time.
"""

from __future__ import annotations

import argparse
import json
import shutil
import tempfile
from collections.abc import Mapping
from pathlib import Path

import torch
from onnx import TensorProto
from onnxruntime.quantization import QuantType, quantize_dynamic
from onnxruntime.transformers import optimizer
from onnxruntime.transformers.fusion_options import FusionOptions
from torch import Tensor, nn

from dragoman.evaluation.gold import CERTAINTIES, STATUSES
from dragoman.events.network import OUTPUTS
from training.bert import Encoder
from training.data import CONTEXTS, MODES, ROLES, TYPES
from training.model import MAX_PIECES, Coder, start_directory
from training.train import BUILD

MODEL = Path(__file__).parents[1] / "src" / "dragoman" / "events" / "model"


class _Part(nn.Module):
    """A part of the network that makes a graph of its own."""

    def __init__(self, model: Coder) -> None:
        super().__init__()
        self.model = model


class _Lower(_Part):
    """The low layers and the sieve's highest score of a sentence."""

    def forward(self, ids: Tensor, firsts: Tensor) -> tuple[Tensor, Tensor]:
        low = self.model.encoder.lower(ids)
        return low, self.model.sift(low, firsts).amax(-1)


class _Upper(_Part):
    """The high layers and the heads."""

    def forward(self, low: Tensor, firsts: Tensor) -> tuple[Tensor, ...]:
        states = self.model.encoder.upper(low)
        mask = torch.ones(low.shape[:2])
        return self.model.read(states, low, mask, firsts)


def export(model: Coder, directory: Path) -> None:
    """Write the model's files to ``directory``."""
    directory.mkdir(parents=True, exist_ok=True)
    firsts = torch.arange(5).unsqueeze(0)
    ids, low = torch.ones(1, 9, dtype=torch.long), torch.ones(1, 9, model.encoder.width)
    pieces, words = {1: "pieces"}, {1: "words"}
    _write(
        _Lower(model), directory / "lower.onnx", {"ids": ids, "firsts": firsts},
        {"ids": pieces, "firsts": words, "low": pieces, "sieve": {}},
    )  # fmt: skip
    by_word = dict.fromkeys(OUTPUTS[:-1], words)
    _write(
        _Upper(model), directory / "upper.onnx", {"low": low, "firsts": firsts},
        {"low": pieces, "firsts": words, **by_word, OUTPUTS[-1]: {}},
    )  # fmt: skip
    shutil.copyfile(start_directory() / "tokenizer.json", directory / "tokenizer.json")
    settings = {
        "types": TYPES,
        "modes": MODES,
        "statuses": STATUSES,
        "certainties": CERTAINTIES,
        "roles": ROLES,
        "contexts": CONTEXTS,
        "max_pieces": MAX_PIECES,
        "distance": [[round(v, 4) for v in row] for row in model.distance.tolist()],
        "glance": -20.0,
        "sieve": -20.0,
        "trigger_threshold": 0.5,
        "context_threshold": 0.5,
        "confidence": [1.0, 0.0],
        "wholeness": [0.0, 0.0, 0.0, 0.0],
    }
    (directory / "config.json").write_text(json.dumps(settings, indent=1) + "\n", "utf-8")


def _write(
    part: _Part,
    path: Path,
    inputs: Mapping[str, Tensor],
    axes: Mapping[str, Mapping[int, str]],
) -> None:
    """Write a part of the network: fused, in int8.

    Args:
        part: the part.
        path: where to.
        inputs: an example of each input, by name, in order.
        axes: for each input, then for each output, the axes that vary.
    """
    with tempfile.TemporaryDirectory() as folder:
        plain, fused = Path(folder) / "plain.onnx", Path(folder) / "fused.onnx"
        torch.onnx.export(
            part.eval(),
            tuple(inputs.values()),
            str(plain),
            input_names=list(inputs),
            output_names=[name for name in axes if name not in inputs],
            dynamic_axes={name: dict(varying) for name, varying in axes.items() if varying},
            opset_version=17,
            dynamo=False,
        )
        _fuse(part.model.encoder, plain, fused)
        quantize_dynamic(
            fused,
            path,
            weight_type=QuantType.QInt8,
            per_channel=True,
            reduce_range=False,
            extra_options={"MatMulConstBOnly": True, "DefaultTensorType": TensorProto.FLOAT},
        )


def _fuse(encoder: Encoder, source: Path, target: Path) -> None:
    """Join the small operations of attention and normalisation into single, faster ones."""
    options = FusionOptions("bert")
    # ONNX Runtime's joined operation is several times slower on CPUs than its two parts.
    options.enable_skip_layer_norm = False
    options.enable_bias_skip_layer_norm = False
    fused = optimizer.optimize_model(
        str(source), "bert", num_heads=encoder.heads, hidden_size=encoder.width, opt_level=0,
        optimization_options=options,
    )  # fmt: skip
    fused.save_model_to_file(str(target))


def main() -> None:
    """Export the weights that `training.train` kept."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--weights", type=Path, default=BUILD / "weights.pt")
    parser.add_argument("--out", type=Path, default=MODEL)
    options = parser.parse_args()
    model = Coder(weights=False)
    model.load_state_dict(torch.load(options.weights))
    export(model, options.out)


if __name__ == "__main__":
    main()
