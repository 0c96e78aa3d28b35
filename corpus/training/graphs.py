"""The network as two graphs that run without torch, their weights in 8 bits.

1. Export: everything up to the arcs is one graph, relations to the chosen heads are another.
2. Each large weight becomes 8-bit integers with one scale an output column (a row, in tables), and
   a node that multiplies them out again.
3. Products with the largest weights are taken in integers (``integers.py``). What a sentence gets
   does not depend on what else is in its batch.
"""

from collections.abc import Iterable
from pathlib import Path
from typing import Any

import numpy as np
import onnx
import torch
from numpy.typing import NDArray
from onnx import helper, numpy_helper
from torch import Tensor, nn

from .integers import multiply_integers
from .network import LABEL_WIDTH, Network

INPUTS = ("ids", "mask", "shapes", "first", "last")
OUTPUTS = ("upos", "arcs", "label_dependents", "label_heads", "words")
"""What every network gives; tags of each scheme that it has, and kinds, follow."""
_OPSET = 17
_SMALL = 2000
_TABLE_READERS = frozenset({"Gather", "Slice"})
_AXES = {
    "ids": "bt", "mask": "bt", "shapes": "bt", "first": "bn", "last": "bn", "heads": "bn",
    "upos": "bn", "arcs": "bnm", "label_dependents": "bm", "label_heads": "bm", "labels": "bn",
    "uner": "bn", "re3d": "bn", "articles": "bn", "words": "bn", "kinds": "bn",
}  # fmt: skip
"""Axes whose size varies: sentences, subwords, words, words and the root."""


class Reading(nn.Module):
    """From subwords to scores of tags and arcs."""

    def __init__(self, network: Network) -> None:
        """Take a network in evaluation mode."""
        super().__init__()
        self.network = network

    def forward(
        self, ids: Tensor, mask: Tensor, shapes: Tensor, first: Tensor, last: Tensor
    ) -> tuple[Tensor, ...]:
        """The outputs, in order."""
        words = self.network.words(ids, mask, shapes, first, last)
        states = self.network.parser(words)
        arcs = self.network.parser.arcs(states)
        labels = (states.label_dependents, states.label_heads)
        found = [self.network.upos(words), arcs, *labels, words]
        found += [tagger(words) for tagger in self.network.names.values()]
        if self.network.kinds is not None:
            found.append(self.network.kinds(words).softmax(-1))
        return tuple(found)


class Relating(nn.Module):
    """From words and chosen heads to scores of relations."""

    def __init__(self, network: Network) -> None:
        """Take a network in evaluation mode."""
        super().__init__()
        self.parser = network.parser

    def forward(self, dependents: Tensor, above: Tensor, heads: Tensor) -> Tensor:
        """Scores of each word's relation to its head."""
        return self.parser.labels(dependents, above, heads)


def write_graphs(network: Network, reading: Path, relating: Path) -> None:
    """Write both graphs with weights in 8 bits."""
    network.eval()
    network.spell_out()
    words = torch.arange(1, 8)[None].repeat(2, 1)
    marks = torch.ones(2, 11, dtype=torch.long)
    states = torch.zeros(2, 8, LABEL_WIDTH)
    outputs = [*OUTPUTS, *network.names, *(["kinds"] if network.kinds is not None else [])]
    _write(Reading(network), (marks, marks, marks, words, words), INPUTS, outputs, reading)
    names = ("label_dependents", "label_heads", "heads")
    _write(Relating(network), (states, states, words), names, ("labels",), relating)
    for path in (reading, relating):
        onnx.save(multiply_integers(shrink(onnx.load(path))), path)


def _write(
    graph: nn.Module,
    given: tuple[Tensor, ...],
    inputs: Iterable[str],
    outputs: Iterable[str],
    path: Path,
) -> None:
    names = [*inputs], [*outputs]
    axes = {name: dict(enumerate(_AXES[name])) for name in (*names[0], *names[1])}
    with torch.no_grad():
        torch.onnx.export(
            graph,
            given,
            str(path),
            input_names=names[0],
            output_names=names[1],
            dynamic_axes=axes,
            opset_version=_OPSET,
            dynamo=False,
        )


def shrink(model: Any) -> Any:
    """The model with its large weights in 8 bits."""
    graph = model.graph
    readers = _readers(graph)
    restored = []
    for weight in list(graph.initializer):
        values = numpy_helper.to_array(weight)
        if values.dtype != np.float32 or values.ndim != 2 or values.size < _SMALL:
            continue
        axis = 0 if readers[weight.name] & _TABLE_READERS else 1
        graph.initializer.remove(weight)
        graph.initializer.extend(_parts(weight.name, values, axis))
        parts = [f"{weight.name}.{part}" for part in ("integers", "scales", "zeros")]
        restored.append(helper.make_node("DequantizeLinear", parts, [weight.name], axis=axis))
    nodes = [*restored, *graph.node]
    del graph.node[:]
    graph.node.extend(nodes)
    onnx.checker.check_model(model)
    return model


def _readers(graph: Any) -> dict[str, set[str]]:
    found: dict[str, set[str]] = {}
    for node in graph.node:
        for name in node.input:
            found.setdefault(name, set()).add(node.op_type)
    return found


def _parts(name: str, values: NDArray[np.float32], axis: int) -> list[Any]:
    scales = np.abs(values).max(axis=1 - axis) / 127 + 1e-12
    integers = np.round(values / np.expand_dims(scales, 1 - axis)).clip(-127, 127)
    return [
        numpy_helper.from_array(integers.astype(np.int8), f"{name}.integers"),
        numpy_helper.from_array(scales.astype(np.float32), f"{name}.scales"),
        numpy_helper.from_array(np.zeros(scales.shape, np.int8), f"{name}.zeros"),
    ]
