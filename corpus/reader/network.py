"""The trained network: encoded sentences to tags, trees and spans.

The weights are bytes. The largest products are of integers, each row scaled on its own, the rest is
in floating point: what a sentence gets does not depend on the sentences that are read with it.
"""

import json
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import numpy as np
import onnxruntime
from numpy.typing import NDArray

from ..sentence import Span
from .encoding import Encoded
from .heads import decode_heads
from .tags import TagScheme

_BATCH = 1024
"""So many subwords, padding included, are read at once."""
_WASTE = 24
"""So many more padded ones cost more than a batch of its own."""

Floats = NDArray[np.float32]
_NO_KINDS: Floats = np.zeros((0, 0), np.float32)
Places = NDArray[np.int64]


@dataclass(frozen=True, slots=True)
class Parse:
    """What the network says of the words of a sentence."""

    upos: tuple[str, ...]
    heads: tuple[int, ...]
    """Index of each word's head, -1 for the root."""
    relations: tuple[str, ...]
    names: tuple[Span, ...]
    spans: tuple[Span, ...]
    vectors: Floats = field(compare=False, repr=False)
    """What the network makes of each word in its sentence: a row a word."""
    kinds: Floats = field(compare=False, repr=False)
    """How likely each word heads no mention, or one of each entity type; empty where the network
    does not tell."""


class Network:
    """The network, loaded: one thread, no other state."""

    def __init__(self, folder: Path, names: str = "articles") -> None:
        """Load ``model.onnx``, ``labels.onnx`` and ``model.json``.

        ``names`` is the scheme whose tags give a parse its names.
        """
        self._model = open_session(folder / "model.onnx")
        self._labels = open_session(folder / "labels.onnx")
        said: dict[str, Any] = json.loads((folder / "model.json").read_text("utf-8"))
        self._upos: tuple[str, ...] = tuple(said["upos"])
        self.relations: tuple[str, ...] = tuple(said["relations"])
        self._scheme = names
        self._names = TagScheme(said[names])
        self._spans = TagScheme(said["re3d"])
        self._outputs = [output.name for output in self._model.get_outputs()]

    def parse(self, sentences: Sequence[Encoded]) -> list[Parse]:
        """A parse for each sentence, in their order."""
        found: dict[int, Parse] = {}
        for batch in _batches(sentences):
            parses = self._parse([sentences[index] for index in batch])
            found.update(zip(batch, parses, strict=True))
        return [found[index] for index in range(len(sentences))]

    def _parse(self, batch: Sequence[Encoded]) -> list[Parse]:
        scores = dict(zip(self._outputs, self._model.run(None, _inputs(batch)), strict=True))
        heads = _heads(scores["arcs"], batch)
        labels = self._run_labels(scores, heads)
        upos = scores["upos"].argmax(axis=2)
        return [
            Parse(
                tuple(self._upos[i] for i in upos[row, :words]),
                tuple((heads[row, :words] - 1).tolist()),
                tuple(self.relations[i] for i in labels[row, :words]),
                self._names.decode(scores[self._scheme][row, :words]),
                self._spans.decode(scores["re3d"][row, :words]),
                scores["words"][row, :words],
                scores["kinds"][row, :words] if "kinds" in scores else _NO_KINDS,
            )
            for row, words in enumerate(len(sentence.first) for sentence in batch)
        ]

    def _run_labels(self, scores: dict[str, Floats], heads: Places) -> Places:
        """The best relation of each word; ``root`` where the head is the root, and only there."""
        inputs = {name: scores[name] for name in ("label_dependents", "label_heads")}
        labels: Floats = self._labels.run(None, {**inputs, "heads": heads})[0]
        root = self.relations.index("root")
        labels[:, :, root] = np.where(heads == 0, np.inf, -np.inf)
        best: Places = labels.argmax(axis=2)
        return best


def open_session(path: Path) -> Any:
    """A graph, ready to run on one thread."""
    options = onnxruntime.SessionOptions()
    options.intra_op_num_threads = options.inter_op_num_threads = 1
    options.log_severity_level = 3
    options.enable_mem_pattern = False  # no two batches have the same shape
    # Else the weights are turned to floating point again and again.
    options.add_session_config_entry("session.disable_quant_qdq", "1")
    return onnxruntime.InferenceSession(str(path), options, providers=["CPUExecutionProvider"])


def _batches(sentences: Sequence[Encoded]) -> Iterator[list[int]]:
    """Indexes of sentences of about one length."""
    order = sorted(range(len(sentences)), key=lambda index: len(sentences[index].ids))
    batch: list[int] = []
    longest = 0
    for index in order:
        size = len(sentences[index].ids)
        full = size * (len(batch) + 1) > _BATCH or (size - longest) * len(batch) > _WASTE
        if batch and full:
            yield batch
            batch = []
        batch.append(index)
        longest = size
    if batch:
        yield batch


def _inputs(batch: Sequence[Encoded]) -> dict[str, Places]:
    long = max(len(sentence.ids) for sentence in batch)
    words = max(len(sentence.first) for sentence in batch)
    sizes = {"ids": long, "mask": long, "shapes": long, "first": words, "last": words}
    inputs = {name: np.zeros((len(batch), size), np.int64) for name, size in sizes.items()}
    for row, sentence in enumerate(batch):
        inputs["mask"][row, : len(sentence.ids)] = 1
        for name in ("ids", "shapes", "first", "last"):
            values = getattr(sentence, name)
            inputs[name][row, : len(values)] = values
    return inputs


def _heads(arcs: Floats, batch: Sequence[Encoded]) -> Places:
    """The tree of each sentence: 0 for the root, and where a shorter one ends."""
    heads = np.zeros(arcs.shape[:2], np.int64)
    for row, sentence in enumerate(batch):
        words = len(sentence.first)
        heads[row, :words] = decode_heads(arcs[row, :words, : words + 1])
    return heads
