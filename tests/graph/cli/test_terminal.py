from unicodedata import category

import pytest
from hypothesis import given
from hypothesis import strategies as st

from allegiance.graph.cli.terminal import columns, fold_lines, plain


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Liwa\x1b[31m  Shahba\r\n", "Liwa[31m Shahba"),
        ("\u202eevil\u202c", "evil"),
        ("a\u2028b\x85c", "a b c"),
        ("\ud800x", "x"),
        ("أسود الإسلام", "أسود الإسلام"),
        ("می\u200cخواهم", "می\u200cخواهم"),
    ],
)
def test_control_marks_fall_away(text: str, expected: str) -> None:
    assert plain(text) == expected


@given(st.text())
def test_what_is_plain_is_steers_nothing_and_stays(text: str) -> None:
    shown = plain(text)

    assert plain(shown) == shown
    # Letters that Python's Unicode tables do not know yet stay: they steer nothing.
    steering = {mark for mark in shown if category(mark) in {"Cc", "Cf", "Cs", "Zl", "Zp"}}
    assert steering <= set("\u200c\u200d")


def test_columns_stand_below_each_other() -> None:
    assert columns([("a", "1,000", "x"), ("bcd", "7", "")]) == ["  a    1,000  x", "  bcd      7"]
    assert columns([]) == []


def test_lines_are_indented_and_fit(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("COLUMNS", "40")
    found = fold_lines("word " * 30, "    ").split("\n")

    assert all(line.startswith("    word") and len(line) <= 40 for line in found)
