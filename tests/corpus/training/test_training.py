"""A small network learns three sentences, stops, goes on and ships: needs the extra ``train``."""

import warnings
from pathlib import Path
from random import Random
from typing import Any

import numpy as np
import pytest

from allegiance.corpus.reader.network import Network as Exported
from allegiance.corpus.reader.wordpiece import WordPiece
from allegiance.corpus.training.example import Example, prepare
from allegiance.corpus.training.labels import Labels, collect_labels

torch = pytest.importorskip("torch")
pytest.importorskip("onnx")
pytest.importorskip("safetensors")

EXAMPLES = [
    Example(
        words=("She", "left", "Leeds"),
        upos=("PRON", "VERB", "PROPN"),
        heads=(2, 0, 2),
        relations=("nsubj", "root", "obj"),
        tags={"uner": ("O", "O", "B-LOC")},
    ),
    Example(words=("He", "left"), tags={"re3d": ("B-Person", "O")}),
    Example(
        words=("Leeds", "fell"),
        upos=("PROPN", "VERB"),
        heads=(2, 0),
        relations=("nsubj", "root"),
        tags={"uner": ("B-LOC", "O")},
    ),
]
SUBWORDS = ["[PAD]", "[UNK]", "[CLS]", "[SEP]", "she", "he", "left", "leeds", "fell"]
LABELS = collect_labels(EXAMPLES)


@pytest.fixture(autouse=True)
def _one_thread() -> None:
    torch.set_num_threads(1)


def _run(steps: int) -> Any:
    from allegiance.corpus.training.network import Network
    from allegiance.corpus.training.training import Recipe, Run

    torch.manual_seed(1)
    network = Network(LABELS, len(SUBWORDS))
    return Run(network, LABELS, WordPiece(SUBWORDS), Recipe(steps=steps))


def _train(run: Any, until: int) -> None:
    from allegiance.corpus.training.training import Source

    run.train({"all": Source(EXAMPLES, 1.0)}, until, report=lambda entry: None)


def test_batches_hold_every_sentence_once() -> None:
    from allegiance.corpus.training.batches import UNKNOWN, cut_batches, targets

    prepared = prepare(EXAMPLES * 5, WordPiece(SUBWORDS))
    batches = cut_batches(prepared, 12, Random(1))
    assert sum(map(len, batches)) == len(prepared)
    assert all(len(b) * max(len(item.encoded.ids) for item in b) <= 12 for b in batches)
    wanted = targets(prepared[:2], LABELS)
    assert wanted.heads.tolist() == [[2, 0, 2], [UNKNOWN] * 3]
    assert wanted.tags["uner"][1].tolist() == [UNKNOWN] * 3


def test_a_run_that_was_stopped_goes_on_as_if_it_had_not(tmp_path: Path) -> None:
    whole = _run(4)
    _train(whole, 2)
    whole.save(tmp_path / "last.pt")
    _train(whole, 4)
    second = _run(4)
    second.resume(tmp_path / "last.pt")
    _train(second, 4)
    assert second.step == 4
    pairs = zip(whole.network.parameters(), second.network.parameters(), strict=True)
    assert all(torch.equal(a, b) for a, b in pairs)


def test_a_network_ships_as_it_was_trained(tmp_path: Path) -> None:
    from allegiance.corpus.training.export import export
    from allegiance.corpus.training.training import load_network

    run = _run(60)
    _train(run, 60)
    run.save(tmp_path / "last.pt")
    network, labels = load_network(tmp_path / "last.pt", len(SUBWORDS))
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        version = export(network, labels, SUBWORDS, tmp_path)
    assert version
    assert not any(path.name.startswith(".export") for path in tmp_path.iterdir())
    prepared = prepare(EXAMPLES, WordPiece(SUBWORDS))
    first, second, third = Exported(tmp_path, names="uner").parse(
        [item.encoded for item in prepared]
    )
    assert first.upos == EXAMPLES[0].upos
    assert first.heads == (1, -1, 1)
    assert third.heads == (1, -1)
    assert second.spans[0].label == "Person"


def test_large_weights_become_bytes() -> None:
    from onnx import TensorProto, helper, numpy_helper

    from allegiance.corpus.training.graphs import shrink

    values = np.random.default_rng(1).normal(size=(60, 50)).astype(np.float32)
    graph = helper.make_graph(
        [helper.make_node("MatMul", ["x", "w"], ["y"])],
        "product",
        [helper.make_tensor_value_info("x", TensorProto.FLOAT, ["b", 60])],
        [helper.make_tensor_value_info("y", TensorProto.FLOAT, ["b", 50])],
        [numpy_helper.from_array(values, "w")],
    )
    model = shrink(helper.make_model(graph, opset_imports=[helper.make_opsetid("", 17)]))
    kept = {item.name: numpy_helper.to_array(item) for item in model.graph.initializer}
    restored = kept["w.integers"].astype(np.float32) * kept["w.scales"]
    assert kept["w.integers"].dtype == np.int8
    assert np.abs(restored - values).max() <= np.abs(values).max() / 127


def test_the_learning_rate_rises_and_falls() -> None:
    from allegiance.corpus.training.training import Recipe, rate_factor

    recipe = Recipe(steps=100)
    factors = [rate_factor(step, recipe) for step in range(101)]
    assert factors[4] == factors[5] == 1
    assert factors[0] == pytest.approx(0.2)
    assert factors[:5] == sorted(factors[:5])
    assert factors[5:] == sorted(factors[5:], reverse=True)
    assert factors[100] == 0


def test_labels_are_kept_with_the_weights(tmp_path: Path) -> None:
    from allegiance.corpus.training.training import load_network

    run = _run(1)
    run.save(tmp_path / "new.pt")
    network, labels = load_network(tmp_path / "new.pt", len(SUBWORDS))
    assert isinstance(labels, Labels)
    assert labels == LABELS
    assert not network.training
