import numpy as np

from allegiance.corpus.evaluation.marking import parse_marked
from allegiance.corpus.reader.reader import load_reader
from allegiance.corpus.relations.pairs import Steps, types
from allegiance.corpus.training.annotations import (
    STATUS,
    TAGS,
    UNKNOWN,
    Annotated,
    annotated_sentences,
)
from allegiance.ontology.vocabulary import load

MARKED = """---
id: made-001
conflict: Made
voice: wire
---
[The Salt Road Brigade|salt:ArmedGroup] killed [two policemen|_two:StateForce] in [Marea|m:Town].
+ salt killed _two reported by=salt count=2

Rain fell on the hills.
"""
COLUMNS = {relation: column for column, relation in enumerate(load().relations)}


def learnt() -> list[Annotated]:
    steps = Steps.numbered(load_reader().relations)
    return list(annotated_sentences([parse_marked(MARKED)], load_reader().pieces, steps))


def test_what_an_article_states_stands_at_the_pair_of_its_mentions() -> None:
    first, _ = learnt()
    assert first.related is not None
    rows, columns = np.nonzero(first.related.wanted)
    assert set(columns.tolist()) == {COLUMNS["killed"]}
    (row,) = set(rows.tolist())
    assert STATUS[first.related.status[row, COLUMNS["killed"]]] == "reported"
    assert (np.delete(first.related.status, row, 0) == UNKNOWN).all()
    assert first.related.allowed[row, COLUMNS["killed"]]


def test_words_have_the_kind_of_what_they_head_and_names_their_tags() -> None:
    first, second = learnt()
    words = ["the", "salt", "road", "brigade", "killed", "two", "policemen", "in", "marea"]
    kinds = ["" if k == 0 else types()[k - 1] for k in first.kinds.tolist()]
    assert dict(zip(words, kinds, strict=False))["brigade"] == "ArmedGroup"
    assert dict(zip(words, kinds, strict=False))["policemen"] == "StateForce"
    assert kinds[words.index("killed")] == ""
    tags = [TAGS[t] for t in first.names.tolist()]
    assert tags[: len(words)] == [
        "O", "B-ORG", "I-ORG", "I-ORG", "O", "O", "O", "O", "B-LOC",
    ]  # fmt: skip
    assert not second.kinds.any() and not second.names.any()


def test_a_sentence_without_two_mentions_has_no_pairs() -> None:
    assert learnt()[1].related is None
