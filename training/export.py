"""From trained weights to the files of the package: ``python -m training.export``.

Writes ``model.onnx`` (int8), ``tokenizer.json`` and ``config.json`` to the package's model folder;
`training.calibrate` then sets the thresholds.
"""

from __future__ import annotations

import argparse
import json
import shutil
import tempfile
from pathlib import Path

import torch
from onnx import TensorProto
from onnxruntime.quantization import QuantType, quantize_dynamic
from onnxruntime.transformers import optimizer
from onnxruntime.transformers.fusion_options import FusionOptions

from dragoman.evaluation.gold import CERTAINTIES, STATUSES
from dragoman.events.network import OUTPUTS
from training.bert import Encoder
from training.data import CONTEXTS, MODES, ROLES, TYPES
from training.model import MAX_PIECES, Coder, start_directory
from training.train import BUILD

MODEL = Path(__file__).parents[1] / "src" / "dragoman" / "events" / "model"


def export(model: Coder, directory: Path) -> None:
    """Write the model's three files to ``directory``."""
    directory.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory() as folder:
        plain, fused = Path(folder) / "plain.onnx", Path(folder) / "fused.onnx"
        _to_onnx(model.eval(), plain)
        _fuse(model.encoder, plain, fused)
        quantize_dynamic(
            fused,
            directory / "model.onnx",
            weight_type=QuantType.QInt8,
            per_channel=True,
            reduce_range=False,
            extra_options={"MatMulConstBOnly": True, "DefaultTensorType": TensorProto.FLOAT},
        )
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
        "trigger_threshold": 0.5,
        "context_threshold": 0.5,
        "confidence": [1.0, 0.0],
    }
    (directory / "config.json").write_text(json.dumps(settings, indent=1) + "\n", "utf-8")


def _to_onnx(model: Coder, path: Path) -> None:
    shape = torch.ones(2, 9, dtype=torch.long)
    by_word = {0: "sentences", 1: "words"}
    torch.onnx.export(
        model,
        (shape, shape, shape[:, :5]),
        str(path),
        input_names=["input_ids", "attention_mask", "firsts"],
        output_names=list(OUTPUTS),
        dynamic_axes={
            "input_ids": {0: "sentences", 1: "pieces"},
            "attention_mask": {0: "sentences", 1: "pieces"},
            "firsts": by_word,
            **dict.fromkeys(OUTPUTS[:-1], by_word),
            OUTPUTS[-1]: {0: "sentences"},
        },
        opset_version=17,
        dynamo=False,
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
