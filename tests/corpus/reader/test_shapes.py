import pytest

from allegiance.corpus.reader.shapes import NO_WORD, SHAPES, shape


@pytest.mark.parametrize(
    ("word", "expected"),
    [
        ("town", 1), ("ISIS", 2), ("I", 3), ("Homs", 4), ("2014", 5), (",", 6), ("McAdam", 7),
        ("3rd", 1), ("12/03", 8), ("iPhone", 9), ("", 6),
    ],
)  # fmt: skip
def test_shape(word: str, expected: int) -> None:
    assert shape(word) == expected
    assert NO_WORD < expected < SHAPES
