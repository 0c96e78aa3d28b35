import pytest
from hypothesis import given
from hypothesis import strategies as st

from allegiance.corpus.reader.encoding import LONGEST, encode
from allegiance.corpus.reader.shapes import shape
from allegiance.corpus.reader.wordpiece import WordPiece

SUBWORDS = ["[PAD]", "[UNK]", "[CLS]", "[SEP]", "is", "isis", "a", "##a", ","]
LOWER, UPPER, TITLE = shape("aa"), shape("AA"), shape("Aa")
PIECES = WordPiece(SUBWORDS)


def heard(*words: str) -> list[str]:
    (encoded,) = encode(words, PIECES)
    return [SUBWORDS[i] for i in encoded.ids[1:-1]]


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        (["IS", "is", "a"], ["isis", "is", "a"]),
        (["Is", "is"], ["is", "is"]),
        (["AA", "IS", "AAA", "A", "A"], ["a", "##a", "is", "a", "##a", "##a", "a", "a"]),
    ],
)
def test_a_group_is_not_heard_as_a_verb(words: list[str], expected: list[str]) -> None:
    assert heard(*words) == expected


def test_a_text_in_capitals_is_read_as_if_small() -> None:
    shouted = encode(["FIGHTERS", "LEFT", "AAHAMA", "AFTER", "BBB"], PIECES)[0].shapes
    assert shouted[1:-1] == (LOWER, LOWER, TITLE, LOWER, TITLE)
    assert encode(["FIGHTERS", "left"], PIECES)[0].shapes[1] == UPPER


def test_first_and_last_subword_of_each_word() -> None:
    (encoded,) = encode(["aaa", "\u200e", "a"], PIECES)
    assert (encoded.first, encoded.last) == ((1, 0, 4), (3, 0, 4))


@given(st.lists(st.sampled_from(["a", "aa", ",", "\u200e", "a" * 90, "b"]), max_size=1500))
def test_windows_are_short_and_hold_every_word(words: list[str]) -> None:
    windows = encode(words, PIECES)
    assert sum(len(window.first) for window in windows) == len(words)
    assert all(len(window.ids) <= LONGEST for window in windows)
    assert all(window.first for window in windows) or not words
