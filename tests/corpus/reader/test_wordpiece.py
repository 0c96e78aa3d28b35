import pytest
from hypothesis import given
from hypothesis import strategies as st

from allegiance.corpus.reader.wordpiece import WordPiece

SUBWORDS = ["[PAD]", "[UNK]", "[CLS]", "[SEP]", "home", "##s", "##land", "-", "é", "e", "城", "h"]
PIECES = WordPiece(SUBWORDS)


@pytest.mark.parametrize(
    ("word", "expected"),
    [
        ("Homes", ["home", "##s"]),
        ("homelands", ["home", "##land", "##s"]),
        ("home-home", ["home", "-", "home"]),
        ("É", ["e"]),
        ("城城", ["城", "城"]),
        ("zebra", ["[UNK]"]),
        ("h" * 101, ["[UNK]"]),
        ("\u200e", []),
        ("home\u200es", ["home", "##s"]),
    ],
)
def test_words_are_cut_into_the_longest_subwords(word: str, expected: list[str]) -> None:
    assert [SUBWORDS[i] for i in PIECES.cut(word)] == expected


@given(st.text())
def test_any_word_is_cut(word: str) -> None:
    assert all(0 <= i < len(SUBWORDS) for i in PIECES.cut(word))
