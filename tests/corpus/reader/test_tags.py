from itertools import pairwise

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from hypothesis.extra import numpy as arrays

from allegiance.corpus.reader.tags import TagScheme, spans, tags_of
from allegiance.corpus.sentence import Span

SCHEME = TagScheme(["O", "B-PER", "I-PER", "B-LOC", "I-LOC"])


@pytest.mark.parametrize(
    ("tags", "expected"),
    [
        ("O O", []),
        ("B-PER I-PER O", [Span(0, 2, "PER")]),
        ("B-PER B-PER", [Span(0, 1, "PER"), Span(1, 2, "PER")]),
        ("B-PER I-LOC", [Span(0, 1, "PER"), Span(1, 2, "LOC")]),
        ("O I-LOC I-LOC", [Span(1, 3, "LOC")]),
    ],
)
def test_tags_to_spans(tags: str, expected: list[Span]) -> None:
    assert list(spans(tags.split())) == expected


def test_spans_to_tags_and_back() -> None:
    marked = (Span(0, 2, "PER"), Span(2, 3, "LOC"))
    assert tags_of(marked, 4) == ["B-PER", "I-PER", "B-LOC", "O"]
    assert tuple(spans(tags_of(marked, 4))) == marked


def test_an_invalid_best_row_is_repaired() -> None:
    scores = np.array([[2, 1, 0, 0, 0], [0, 0, 0, 0, 3]], dtype=np.float32)
    assert SCHEME.decode(scores) == (Span(0, 2, "LOC"),) or SCHEME.decode(scores) == ()


@given(st.integers(1, 8).flatmap(lambda n: arrays.arrays(
    np.float32, (n, 5), elements=st.floats(-9, 9, width=32))))  # fmt: skip
def test_spans_are_in_order_and_apart(
    scores: np.ndarray[tuple[int, int], np.dtype[np.float32]],
) -> None:
    found = SCHEME.decode(scores)
    assert all(span.first < span.last <= len(scores) for span in found)
    assert all(a.last <= b.first for a, b in pairwise(found))
