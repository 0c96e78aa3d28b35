from random import Random

import numpy as np
import pytest

from allegiance.corpus.reader.heads import is_tree
from allegiance.corpus.reader.hyphens import binds
from allegiance.corpus.reader.tags import spans
from allegiance.corpus.training.example import Example
from allegiance.corpus.training.invention import drop_stop, invent, rename, vary

EXAMPLE = Example(
    words=("Jane", "Marsh", "left", "the", "Red", "Lions", "near", "Leeds", "."),
    upos=("PROPN", "PROPN", "VERB", "DET", "ADJ", "PROPN", "ADP", "PROPN", "PUNCT"),
    heads=(3, 1, 0, 6, 6, 3, 8, 3, 3),
    relations=("nsubj", "flat", "root", "det", "amod", "obj", "case", "obl", "punct"),
    tags={"uner": ("B-PER", "I-PER", "O", "O", "B-ORG", "I-ORG", "O", "B-LOC", "O")},
)


@pytest.mark.parametrize("seed", range(40))
def test_a_renamed_sentence_keeps_its_tree_and_its_kinds(seed: int) -> None:
    renamed = rename(EXAMPLE, Random(seed))
    sizes = {len(renamed.words), len(renamed.upos), len(renamed.heads), len(renamed.relations)}
    assert sizes == {len(renamed.tags["uner"])}
    assert is_tree(np.array(renamed.heads))
    marked = list(spans(renamed.tags["uner"]))
    assert [span.label for span in marked] == ["PER", "ORG", "LOC"]
    person, group, place = marked
    assert group.last - group.first == 2, "an adjective is no name that is open to change"
    verb = renamed.words.index("left")
    outside = [head for head in renamed.heads[: person.last] if not 0 < head <= person.last]
    assert outside == [verb + 1]
    near = renamed.heads[renamed.words.index("near")]
    assert place.first < near <= place.last


@pytest.mark.parametrize("label", ["PER", "ORG", "LOC"])
def test_invented_names_are_words_of_the_reader(label: str) -> None:
    random = Random(1)
    for name in (invent(label, random) for _ in range(200)):
        assert 0 <= name.head < len(name.words)
        for word in name.words:
            left, *right = word.split("-")
            assert all(binds(left, part) for part in right), word


def test_a_full_stop_can_go() -> None:
    shorter = drop_stop(EXAMPLE)
    assert shorter.words == EXAMPLE.words[:-1]
    assert shorter.heads == EXAMPLE.heads[:-1]
    assert shorter.tags == {"uner": EXAMPLE.tags["uner"][:-1]}
    assert drop_stop(shorter) is shorter, "there is none to drop any more"


def test_variety_is_seeded() -> None:
    varied = [[vary(EXAMPLE, random) for _ in range(20)] for random in (Random(3), Random(3))]
    assert varied[0] == varied[1]
    assert EXAMPLE in varied[0]
