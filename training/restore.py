"""The weights of an exported model, to train on from: ``python -m training.restore``.

The graphs hold every weight in eight bits, which is near enough to go on from. Word vectors are
those of the public start, which training leaves as they are.
"""

from __future__ import annotations

import argparse
import json
from collections.abc import Iterator
from pathlib import Path

import onnx
import torch
from onnx import GraphProto, numpy_helper
from torch import Tensor

from training.export import MODEL
from training.model import Coder
from training.train import BUILD

_WIDE = ("attention.output.dense", "intermediate.dense", "output.dense")
_FIRST_UPPER = 2  # the layer that the upper graph begins with


def restore(directory: Path) -> Coder:
    """The network whose graphs lie in ``directory``."""
    model = Coder()
    state = model.state_dict()
    for name, first in (("lower", 0), ("upper", _FIRST_UPPER)):
        graph = onnx.load(directory / f"{name}.onnx").graph
        state.update(_plain(graph))
        state.update(_layers(graph, first))
        state.update(_heads(graph))
    settings = json.loads((directory / "config.json").read_text("utf-8"))
    state["distance"] = torch.tensor(settings["distance"])
    model.load_state_dict(state)
    return model


def _plain(graph: GraphProto) -> Iterator[tuple[str, Tensor]]:
    """What the graph holds under its own name: biases and norms."""
    for tensor in graph.initializer:
        if tensor.name.startswith("model.") and tensor.name.endswith((".weight", ".bias")):
            yield tensor.name.removeprefix("model."), _tensor(graph, tensor.name)


def _layers(graph: GraphProto, first: int) -> Iterator[tuple[str, Tensor]]:
    """The layers' matrices, in the order in which the graph multiplies by them."""
    attentions = [n.input[1] for n in graph.node if n.op_type == "QAttention"]
    wide = [n.input[1] for n in graph.node if n.op_type == "MatMulInteger"]
    for depth, attention in enumerate(attentions):
        layer = f"encoder.encoder.layer.{first + depth}"
        bias = _tensor(graph, f"Attention_{depth}_qkv_bias").chunk(3)
        for number, part in enumerate(("query", "key", "value")):
            joined = _matrix(graph, attention).chunk(3)[number]
            yield f"{layer}.attention.self.{part}.weight", joined
            yield f"{layer}.attention.self.{part}.bias", bias[number]
        for number, part in enumerate(_WIDE):
            yield f"{layer}.{part}.weight", _matrix(graph, wide[3 * depth + number])


def _heads(graph: GraphProto) -> Iterator[tuple[str, Tensor]]:
    """The heads' matrices: a node is called by its head, as in ``/statuses/statuses.2/MatMul``."""
    for node in graph.node:
        if node.op_type == "MatMulInteger":
            head = node.name.split("/")[-2]
            if not head.startswith("dense"):
                yield f"{head}.weight", _matrix(graph, node.input[1])


def _matrix(graph: GraphProto, name: str) -> Tensor:
    """A matrix as PyTorch has it: a row for each output."""
    scale = _tensor(graph, name.replace("_quantized", "_scale"))
    return (_tensor(graph, name).float() * scale).T.contiguous()


def _tensor(graph: GraphProto, name: str) -> Tensor:
    found = next(t for t in graph.initializer if t.name == name)
    return torch.from_numpy(numpy_helper.to_array(found).copy())


def main() -> None:
    """Restore the package's model, or the one in the directory given."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--model", type=Path, default=MODEL)
    parser.add_argument("--out", type=Path, default=BUILD / "weights.pt")
    options = parser.parse_args()
    options.out.parent.mkdir(parents=True, exist_ok=True)
    torch.save(restore(options.model).state_dict(), options.out)


if __name__ == "__main__":
    main()
