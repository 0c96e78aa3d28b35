import pytest

from allegiance.corpus.reader.paragraphs import cut_paragraphs, trim


def paragraphs(text: str, *skip: tuple[int, int]) -> list[list[str]]:
    return [[text[a:b] for a, b in p.stretches] for p in cut_paragraphs(text, skip)]


def test_empty_lines_part_paragraphs() -> None:
    assert paragraphs("One.\n\nTwo.\n \u200b\nand three") == [["One."], ["Two."], ["and three"]]


def test_what_is_left_out_parts_stretches() -> None:
    text = "One two three.\nFour"
    assert paragraphs(text, (4, 7)) == [["One", "three."], ["Four"]]
    assert paragraphs(text, (0, 14)) == [["Four"]]
    assert paragraphs(text, (0, 99)) == []


def test_a_dateline_that_is_left_out_begins_a_paragraph() -> None:
    assert paragraphs("The army,\nHOMS: and others", (10, 15)) == [["The army,"], ["and others"]]


@pytest.mark.parametrize(
    ("text", "expected"), [("  a b \u200e", "a b"), ("", ""), ("\u200b \n", ""), ("a", "a")]
)
def test_trim(text: str, expected: str) -> None:
    start, end = trim(text, 0, len(text))
    assert text[start:end] == expected
