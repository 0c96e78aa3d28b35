import pytest
from hypothesis import given
from hypothesis import strategies as st

from allegiance.graph.datewords import claim_date, date_in_words


@pytest.mark.parametrize(
    ("edtf", "words"),
    [
        ("2014-12-13", "13 December 2014"),
        ("2014-12", "December 2014"),
        ("2014", "2014"),
        ("2014-12~", "about December 2014"),
        ("2014?", "perhaps 2014"),
        ("2014-12-13/2014-12-14", "between 13 December 2014 and 14 December 2014"),
        ("2014-12/..", "since December 2014"),
        ("../2014", "until 2014"),
        ("201X", "the 2010s"),
        ("2014-13", "2014-13"),
    ],
)
def test_a_date_in_words(edtf: str, words: str) -> None:
    assert date_in_words(edtf) == words


@given(st.text(max_size=30))
def test_any_text_gives_words(text: str) -> None:
    assert isinstance(date_in_words(text), str)


@pytest.mark.parametrize(
    ("date", "text", "words"),
    [
        ("2014-12-13", "on Saturday", "13 December 2014"),
        (None, "on Thursday", "undated: the text says “on Thursday”"),
        (None, None, "undated"),
    ],
)
def test_a_claim_without_a_date_says_so(date: str | None, text: str | None, words: str) -> None:
    assert claim_date(date, text) == words
