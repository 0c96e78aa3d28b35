from collections import Counter

import numpy as np
import pytest

from allegiance.corpus.reader.network import Parse
from allegiance.corpus.sentence import Span
from allegiance.corpus.training.example import Example
from allegiance.corpus.training.scores import f1, score_spans, span_score, tree_score

EXAMPLE = Example(
    words=("She", "left", "Leeds", "."),
    upos=("PRON", "VERB", "PROPN", "PUNCT"),
    heads=(2, 0, 2, 2),
    relations=("nsubj", "root", "obj", "punct"),
    tags={"uner": ("O", "O", "B-LOC", "O")},
)
PARSE = Parse(
    upos=("PRON", "VERB", "NOUN", "PUNCT"),
    heads=(1, -1, 1, 0),
    relations=("nsubj", "root", "obl", "punct"),
    names=(Span(2, 3, "LOC"),),
    spans=(Span(0, 1, "Person"),),
    vectors=np.zeros((4, 384), np.float32),
    kinds=np.zeros((4, 11), np.float32),
)


def test_words_are_counted_by_tag_head_and_relation() -> None:
    score = tree_score([(EXAMPLE, PARSE)])
    assert (score.upos, score.uas, score.las) == (75, 75, 50)


def test_only_annotated_schemes_are_scored() -> None:
    judged = [(EXAMPLE, PARSE)]
    assert span_score(judged, "uner").micro == 100
    assert span_score(judged, "re3d").found == Counter()


def test_a_span_with_other_words_or_another_label_is_wrong() -> None:
    wanted = [Span(0, 1, "PER"), Span(3, 5, "ORG"), Span(6, 7, "LOC")]
    found = [Span(0, 1, "PER"), Span(3, 6, "ORG"), Span(6, 7, "ORG")]
    score = score_spans(wanted, found)
    assert score.micro == pytest.approx(100 / 3)
    assert score.by_label == {"LOC": 0, "ORG": 0, "PER": 100}
    assert score.macro == pytest.approx(100 / 3)
    assert (score + score).wanted.total() == 6


@pytest.mark.parametrize(
    ("right", "found", "wanted", "percent"), [(0, 0, 0, 0), (1, 1, 1, 100), (1, 3, 1, 50)]
)
def test_f1(right: int, found: int, wanted: int, percent: float) -> None:
    assert f1(right, found, wanted) == percent
