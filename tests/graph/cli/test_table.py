import os
from unittest import mock

import pytest
from hypothesis import given
from hypothesis import strategies as st

from allegiance.graph.cli.table import table, terminal_width


def lines(head: list[str], rows: list[list[str]], width: int | None = None) -> list[str]:
    return list(table(head, rows, width))


def test_columns_stand_below_each_other() -> None:
    assert lines(["who", "n"], [["Eagles", "2"], ["Front", "40"]]) == [
        "who     n",
        "------  --",
        "Eagles  2",
        "Front   40",
    ]


def test_a_wide_cell_is_wrapped_and_loses_nothing() -> None:
    assert lines(["a", "quote"], [["x", "one two three four five"]], 14) == [
        "a  quote",
        "-  -----------",
        "x  one two",
        "   three four",
        "   five",
    ]


def test_prose_stands_below_its_row_where_it_does_not_fit_beside() -> None:
    quote = "the brigade left the front on Friday and nobody in the town saw it go"
    assert lines(["who", "quote", "n"], [["Eagles", quote, "2"]], 50) == [
        "who     n",
        "    quote",
        "------  -",
        "Eagles  2",
        "    the brigade left the front on Friday and",
        "    nobody in the town saw it go",
    ]


def test_a_head_without_rows() -> None:
    assert lines(["name"], []) == ["name", "----"]


def test_letters_of_double_width_and_marks_of_none() -> None:
    found = lines(["a", "b"], [["日本", "x"], ["e\u0301", "x"]])
    assert found[2:] == ["日本  x", "e\u0301     x"]


def test_control_marks_are_left_out() -> None:
    assert lines(["a"], [["x\x1b[31m\r\ny\u202e"]])[2:] == ["x[31m y"]


CELLS = st.text(max_size=60)


@given(st.lists(st.tuples(CELLS, CELLS, CELLS), max_size=4), st.integers(30, 80))
def test_a_table_fits_and_keeps_every_letter(rows: list[tuple[str, ...]], width: int) -> None:
    found = list(table(["a", "b", "c"], rows, width))
    assert all(len(line) <= width for line in found)
    expected = sorted(letter for line in table(["a", "b", "c"], rows, None) for letter in line)
    assert [x for x in sorted("".join(found)) if x not in " -"] == [
        x for x in expected if x not in " -"
    ]


@pytest.mark.parametrize(("columns", "expected"), [("72", 72), ("", None)])
def test_a_pipe_has_no_width_unless_it_is_told(columns: str, expected: int | None) -> None:
    with mock.patch.dict(os.environ, {"COLUMNS": columns}):
        assert terminal_width() == expected
