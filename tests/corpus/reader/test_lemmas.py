import pytest

from allegiance.corpus.reader.lemmas import lemma


@pytest.mark.parametrize(
    ("word", "upos", "expected"),
    [
        ("Militants", "NOUN", "militant"),
        ("deserted", "VERB", "desert"),
        ("Left", "VERB", "leave"),
        ("founded", "VERB", "found"),
        ("was", "AUX", "be"),
        ("’s", "AUX", "be"),
        ("would", "AUX", "would"),
        ("n’t", "PART", "not"),
        ("ISIS", "NOUN", "ISIS"),
        ("Brigades", "PROPN", "Brigades"),
        ("jihadis", "NOUN", "jihadi"),
        ("troops", "NOUN", "troop"),
        ("mid-sized", "ADJ", "mid-sized"),
        ("Them", "PRON", "them"),
        ("\u0627\u0644", "NOUN", "\u0627\u0644"),
        ("x" * 5000, "VERB", "x" * 5000),
        ("", "NOUN", ""),
    ],
)
def test_lemma(word: str, upos: str, expected: str) -> None:
    assert lemma(word, upos) == expected
