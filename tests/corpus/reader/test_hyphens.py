import pytest

from allegiance.corpus.reader.hyphens import binds


@pytest.mark.parametrize(
    ("left", "right"),
    [
        ("al", "Qaeda"), ("Al", "qaeda"), ("a", "Sham"), ("ez", "Zor"), ("As", "Suwayda"),
        ("Ash", "Shaykh"), ("Abdul", "Rahman"), ("Deir", "ez"), ("Lashkar", "e"), ("e", "Taiba"),
        ("Abu", "al"),
    ],
)  # fmt: skip
def test_an_article_belongs_to_its_name(left: str, right: str) -> None:
    assert binds(left, right)


@pytest.mark.parametrize(
    ("left", "right"),
    [
        ("Homs", "based"), ("ISIS", "led"), ("As", "Homs"), ("an", "other"), ("12", "Sham"),
        ("", "Sham"), ("al", ""), ("al", "-"), ("Syria", "Turkey"),
    ],
)  # fmt: skip
def test_other_hyphens_part_words(left: str, right: str) -> None:
    assert not binds(left, right)
