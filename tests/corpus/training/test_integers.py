from typing import Any

import numpy as np
import onnxruntime
import pytest

onnx = pytest.importorskip("onnx")

from allegiance.corpus.training.integers import multiply_integers  # noqa: E402


def small_model(inputs: int) -> Any:
    """``out = rows @ weight``, the weight stored in 8 bits."""
    chance = np.random.default_rng(3)
    weight = chance.integers(-127, 128, (inputs, 5)).astype(np.int8)
    scales = chance.random(5).astype(np.float32) / 1000
    helper, array = onnx.helper, onnx.numpy_helper.from_array
    number = onnx.TensorProto.FLOAT
    graph = helper.make_graph(
        [
            helper.make_node("DequantizeLinear", ["w.integers", "w.scales"], ["w"], axis=1),
            helper.make_node("MatMul", ["rows", "w"], ["out"]),
        ],
        "small",
        [helper.make_tensor_value_info("rows", number, ["b", "t", inputs])],
        [helper.make_tensor_value_info("out", number, ["b", "t", 5])],
        [array(weight, "w.integers"), array(scales, "w.scales")],
    )
    return helper.make_model(graph, opset_imports=[helper.make_opsetid("", 17)], ir_version=8)


def run(model: Any, rows: Any) -> Any:
    session = onnxruntime.InferenceSession(
        model.SerializeToString(), providers=["CPUExecutionProvider"]
    )
    return session.run(None, {"rows": rows})[0]


def test_products_stay_near_and_each_row_is_on_its_own() -> None:
    rows = np.random.default_rng(4).normal(size=(3, 7, 384)).astype(np.float32)
    rows[1] *= 1000
    rows[2, 3] = 0
    exact = run(small_model(384), rows)
    integers = run(multiply_integers(small_model(384)), rows)
    error = np.abs(integers - exact).max(axis=2) / np.abs(exact).max(axis=2).clip(1e-9)
    assert error.max() < 0.05
    assert not integers[2, 3].any()
    assert np.array_equal(run(multiply_integers(small_model(384)), rows[1:2]), integers[1:2])


def test_narrow_weights_stay_as_they_are() -> None:
    model = small_model(100)
    assert multiply_integers(small_model(100)).SerializeToString() == model.SerializeToString()
