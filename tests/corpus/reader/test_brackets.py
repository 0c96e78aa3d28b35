import pytest
from hypothesis import given
from hypothesis import strategies as st

from allegiance.corpus.reader.brackets import strip_brackets


@pytest.mark.parametrize(
    ("text", "plain", "asides"),
    [
        ("The Islamic State (ISIS) left.", "The Islamic State left.", ["ISIS"]),
        (
            "Omar (pictured, left) and Adel (32) fled",
            "Omar and Adel fled",
            ["pictured, left", "32"],
        ),
        ("after [its leader] Omar left", "after its leader Omar left", []),
        ("“[T]he fighter[s] left [...] then [sic]", "“The fighters left then", []),
        ("They left[2] early", "They left early", []),
        ("(The names were changed.)", "The names were changed.", []),
        ("It (the front (FSA) that is) left", "It left", ["the front (FSA) that is"]),
        ("The ( front left", "The front left", []),
        ("1) the front] left", "1 the front left", []),
        (
            "Omar (who had left the front in the spring of that year) fled",
            "Omar who had left the front in the spring of that year fled",
            [],
        ),
        (
            "IS (the Islamic State of Iraq and the Levant or Daesh) fled",
            "IS fled",
            ["the Islamic State of Iraq and the Levant or Daesh"],
        ),
        ("Feilaq al-\nHoms left", "Feilaq al-Homs left", []),
        ("al-\u200eHoms\u200b left", "al-Homs left", []),
        ("(AP) (AFP)", "AP AFP", []),
        ("()", "", []),
    ],
)
def test_brackets_are_left_out(text: str, plain: str, asides: list[str]) -> None:
    found = strip_brackets(text, 0, len(text))
    assert " ".join(found.text.split()) == plain
    assert [text[start:end] for start, end, _ in found.asides] == asides


@given(st.text(alphabet="ab A()[].\u200e\n-1", max_size=80), st.integers(0, 9))
def test_every_letter_keeps_its_place(text: str, start: int) -> None:
    start = min(start, len(text))
    plain = strip_brackets(text, start, len(text))
    assert len(plain.text) == len(plain.places)
    assert list(plain.places) == sorted(set(plain.places))
    assert all(c in (text[i], " ") for c, i in zip(plain.text, plain.places, strict=True))
    inside = {i for a, b, _ in plain.asides for i in range(a, b)}
    kept = set(plain.places) | inside
    lost = [text[i] for i in range(start, len(text)) if i not in kept and text[i].isalpha()]
    assert not lost


@pytest.mark.parametrize("part", ["(", ")", "(a)", "[", "[1]", "[a]", "-\n", "()"])
def test_long_rows_of_brackets_take_no_time(part: str) -> None:
    text = part * 20_000
    assert strip_brackets(text, 0, len(text)) is not None
