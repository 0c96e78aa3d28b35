from dataclasses import replace

import numpy as np
import pytest

from allegiance.corpus.naming.heard import Heard, heard
from allegiance.corpus.naming.lexicon import load_lexicon
from allegiance.corpus.naming.names import find_names
from allegiance.corpus.naming.nominals import find_nominals
from allegiance.corpus.naming.phrases import spell
from allegiance.corpus.sentence import Sentence
from allegiance.corpus.tree import grow
from allegiance.ontology.vocabulary import load
from tests.corpus.trees import parse


def hearing(row: str, **said: tuple[str, float]) -> Sentence:
    """A sentence whose words the reader takes for heads of mentions: ``word=(type, share)``."""
    sentence = parse(row)
    kinds = np.zeros((len(sentence.tokens), len(load().types) + 1), np.float32)
    kinds[:, 0] = 1
    for index, token in enumerate(sentence.tokens):
        type_id, share = said.get(token.text, ("", 0.0))
        if share:
            kinds[index, [0, 1 + list(load().types).index(type_id)]] = 1 - share, share
    return replace(sentence, kinds=kinds)


def nominals_of(sentence: Sentence) -> list[tuple[str, str]]:
    tree, lexicon = grow(sentence), load_lexicon()
    found = find_nominals(tree, find_names(tree, lexicon), lexicon)
    return [(spell(sentence, n.first, n.last), n.type) for n in found]


def test_nothing_is_heard_of_a_sentence_that_no_network_read() -> None:
    assert heard(grow(parse("they_PRON_2_nsubj fled_VERB_0_root")), 0) == Heard(0.0, "Entity", 0.0)


@pytest.mark.parametrize(
    ("row", "said", "expected"),
    [
        (
            "the_DET_2_det beekeeper_NOUN_3_nsubj fled_VERB_0_root",
            {"beekeeper": ("Person", 0.9)},
            [("the beekeeper", "Person")],
        ),
        (
            "their_PRON_2_nmod:poss army_NOUN_3_nsubj fled_VERB_0_root",
            {"army": ("ArmedGroup", 0.9)},
            [("their army", "ArmedGroup")],
        ),
        ("the_DET_2_det honey_NOUN_3_nsubj ran_VERB_0_root", {"honey": ("Person", 0.2)}, []),
        (
            "his_PRON_2_nmod:poss men_NOUN_3_nsubj fled_VERB_0_root",
            {"men": ("ArmedGroup", 0.9)},
            [("his men", "ArmedGroup")],
        ),
        (
            "a_DET_2_det man_NOUN_3_nsubj fled_VERB_0_root",
            {"man": ("ArmedGroup", 0.9)},
            [("a man", "Person")],
        ),
        (
            "these_DET_2_det civilians_NOUN_3_nsubj fled_VERB_0_root",
            {"civilians": ("ArmedGroup", 0.6)},
            [("these civilians", "Person")],
        ),
        (
            "the_DET_2_det group_NOUN_3_nsubj spoke_VERB_0_root",
            {"group": ("Organisation", 0.7)},
            [("the group", "Organisation")],
        ),
        (
            "the_DET_2_det state_NOUN_3_nsubj paid_VERB_0_root",
            {"state": ("Government", 0.6)},
            [("the state", "Government")],
        ),
        (
            "two_NUM_2_nsubj deserted_VERB_0_root",
            {"two": ("ArmedGroup", 0.8)},
            [("two", "ArmedGroup")],
        ),
        (
            "four_NUM_4_nsubj of_ADP_3_case them_PRON_1_nmod fled_VERB_0_root",
            {"four": ("ArmedGroup", 0.4)},
            [("four of them", "ArmedGroup")],
        ),
        (
            "they_PRON_2_nsubj joined_VERB_0_root the_DET_4_det ranks_NOUN_2_obj",
            {"ranks": ("ArmedGroup", 0.9)},
            [],
        ),
    ],
)
def test_descriptions_that_the_reader_hears(
    row: str, said: dict[str, tuple[str, float]], expected: list[tuple[str, str]]
) -> None:
    assert nominals_of(hearing(row, **said)) == expected
