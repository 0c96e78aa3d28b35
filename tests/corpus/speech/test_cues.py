import pytest

from allegiance.corpus.speech import cues


def test_every_word_can_be_met_in_a_text() -> None:
    for heading, words in cues.load_cues().items():
        assert words, heading
        if not heading.startswith(("counts", "places", "speech.who")):
            assert all(word == word.lower() for word in words), heading


def test_yaml_that_turns_a_word_into_something_else_is_refused() -> None:
    with pytest.raises(TypeError, match="quotation marks"):
        list(cues._flat(["never", [False]]))
