import pytest

from allegiance.corpus.reader.apostrophes import hidden_genitives, part_genitives
from allegiance.corpus.reader.words import cut_words

LONG = " The army of Syria and of Assad said on Monday that the men of Al-Nusra left Hama." * 6


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Syrias war and Assads army", "Syria s war and Assad s army"),
        ("the countrys north, Al-Nusras men", "the country s north , Al-Nusra s men"),
        ("Mondays strike on a childrens ward", "Monday s strike on a children s ward"),
        ("The armys losses", "The army s losses"),
        ("Syrians, Kurds and Hamas left", "Syrians , Kurds and Hamas left"),
        ("Forces and men of Homs", "Forces and men of Homs"),
        ("Idlibs mayor", "Idlibs mayor"),
    ],
)
def test_genitives_are_found_in_a_text_without_apostrophes(text: str, expected: str) -> None:
    cuts = part_genitives(text, cut_words(text, 0, len(text)), hidden_genitives(text + LONG))
    assert [text[start:end] for start, end in cuts] == expected.split()


def test_a_long_row_of_hyphens_takes_no_time() -> None:
    assert not hidden_genitives("a-" * 50_000)


@pytest.mark.parametrize("text", ["Syrias war", "Syrias war and Homs’s mayor." + LONG])
def test_a_short_text_and_one_with_apostrophes_are_left_alone(text: str) -> None:
    assert not hidden_genitives(text)
