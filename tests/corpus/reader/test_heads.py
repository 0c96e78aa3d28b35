from itertools import product

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from hypothesis.extra import numpy as arrays

from allegiance.corpus.reader.heads import decode_heads, is_tree


@pytest.mark.parametrize(
    ("heads", "expected"),
    [([0], True), ([2, 0], True), ([0, 0], False), ([2, 1], False), ([1, 0], False), ([], False)],
)
def test_is_tree(heads: list[int], expected: bool) -> None:
    assert is_tree(np.array(heads, dtype=np.int64)) is expected


@given(st.integers(1, 4).flatmap(lambda n: arrays.arrays(
    np.float32, (n, n + 1), elements=st.integers(-20, 20).map(float))))  # fmt: skip
def test_the_best_tree_is_found(scores: np.ndarray[tuple[int, int], np.dtype[np.float32]]) -> None:
    words = len(scores)
    heads = decode_heads(scores)
    assert is_tree(heads)
    trees = (
        np.array(try_, dtype=np.int64)
        for try_ in product(range(words + 1), repeat=words)
        if is_tree(np.array(try_, dtype=np.int64))
    )
    best = max(float(scores[np.arange(words), tree].sum()) for tree in trees)
    assert float(scores[np.arange(words), heads].sum()) == best


@pytest.mark.parametrize("odd", [np.nan, np.inf, -np.inf])
def test_scores_that_are_no_numbers_still_give_a_tree(odd: float) -> None:
    assert is_tree(decode_heads(np.full((6, 7), odd, dtype=np.float32)))
