from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from allegiance.corpus.reader.reader import Reader, load_reader
from allegiance.corpus.sentence import Sentence, Token


def read(text: str, *skip: tuple[int, int]) -> tuple[Sentence, ...]:
    return load_reader().read(text, skip)


def token(sentence: Sentence, text: str) -> Token:
    return next(token for token in sentence.tokens if token.text == text)


def test_a_sentence_has_a_tree_lemmas_and_names() -> None:
    (sentence,) = read("The fighters deserted the brigade in Aleppo.")
    verb = sentence.tokens[sentence.root]
    assert (verb.text, verb.lemma, verb.upos, verb.relation) == (
        "deserted", "desert", "VERB", "root",
    )  # fmt: skip
    fighters = token(sentence, "fighters")
    assert (fighters.lemma, fighters.relation) == ("fighter", "nsubj")
    assert token(sentence, "brigade").relation == "obj"
    assert [(s.first, s.label) for s in sentence.names] == [(6, "LOC")]


def test_a_group_in_capitals_is_a_name() -> None:
    (sentence,) = read("The town fell after IS attacked it.")
    assert token(sentence, "IS").upos == "PROPN"
    assert token(sentence, "IS").relation == "nsubj"


def test_a_parenthesis_is_kept_beside_the_tree() -> None:
    text = "The Islamic State (ISIS) took the town."
    (sentence,) = read(text)
    assert [t.text for t in sentence.tokens] == [
        "The",
        "Islamic",
        "State",
        "took",
        "the",
        "town",
        ".",
    ]
    (aside,) = sentence.asides
    assert (aside.text, aside.token) == ("ISIS", 2)
    assert text[aside.start : aside.end] == "ISIS"


def test_an_editors_words_are_in_the_tree() -> None:
    text = "They fled after [its leader] Omar Salim left [the] front."
    (sentence,) = read(text)
    assert {"its", "leader", "the"} <= {t.text for t in sentence.tokens}
    assert all(text[t.start : t.end] == t.text for t in sentence.tokens)


def test_article_and_name_are_one_word() -> None:
    (sentence,) = read("Omar of the Homs-based Feilaq a-Sham met al-Qaeda.")
    assert [t.text for t in sentence.tokens] == (
        ["Omar", "of", "the", "Homs", "-", "based", "Feilaq", "a-Sham", "met", "al-Qaeda", "."]
    )


def test_paragraphs_are_counted_without_gaps() -> None:
    found = read("* * *\n\nOne left. Two stayed.\n\n“”\n\nThree fled.")
    assert [s.paragraph for s in found] == [0, 0, 1]


def test_what_is_left_out_is_not_read() -> None:
    text = "HOMS: The army left. Photo by Omar Salim. Rebels came."
    found = read(text, (0, 6), (21, 41))
    assert [text[s.start : s.end] for s in found] == ["The army left.", "Rebels came."]


def test_a_sentence_longer_than_the_network_reads_is_one_tree() -> None:
    text = "The men of the valley fought the men of the hill, and " * 150
    (sentence,) = read(text)
    assert len(sentence.tokens) == 13 * 150
    assert sum(t.head < 0 for t in sentence.tokens) == 1
    assert all(sentence.root in {i, *sentence.ancestors(i)} for i in range(len(sentence.tokens)))


def test_the_version_is_stable() -> None:
    assert Reader().version == load_reader().version


@pytest.mark.parametrize(
    "text",
    ["", " ", "\ufeff", "...", "(", "[", "\u200e", "((()))", "\x00", "\ud800 left", "a" * 9999],
)
def test_odd_texts_do_no_harm(text: str) -> None:
    assert all(s.tokens for s in read(text))


_TEXT = st.text(alphabet="abc A.?!'\"“”()[]\n\u200e\xa0ISal-s1’…:,", max_size=200) | st.text(
    max_size=200
)


@settings(max_examples=40, deadline=None)
@given(_TEXT, st.lists(st.integers(0, 200), max_size=4, unique=True))
def test_sentences_and_tokens_keep_their_places(text: str, edges: list[int]) -> None:
    places = sorted({min(edge, len(text)) for edge in edges})
    skip = list(zip(places[::2], places[1::2], strict=False))
    found = read(text, *skip)
    assert all(a.end <= b.start and a.paragraph <= b.paragraph for a, b in pairwise(found))
    assert all(s.end <= a or b <= s.start for s in found for a, b in skip)
    for sentence in found:
        _check(text, sentence)


def _check(text: str, sentence: Sentence) -> None:
    tokens = sentence.tokens
    assert tokens
    assert all(sentence.start <= t.start < t.end <= sentence.end for t in tokens)
    assert all(a.end <= b.start for a, b in pairwise(tokens))
    assert all(set(t.text) <= set(text[t.start : t.end]) for t in tokens)
    assert sum(t.head < 0 for t in tokens) == 1
    assert all(t.head < len(tokens) for t in tokens)
    assert all(-1 <= a.token < len(tokens) for a in sentence.asides)
    assert all(text[a.start : a.end] == a.text for a in sentence.asides)
    for span in (*sentence.names, *sentence.spans):
        assert 0 <= span.first < span.last <= len(tokens)
