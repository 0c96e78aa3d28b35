import pytest

from allegiance.corpus.naming.lexicon import load_lexicon
from allegiance.corpus.naming.names import find_names
from allegiance.corpus.naming.slots import load_slots
from allegiance.corpus.naming.types import type_names
from allegiance.corpus.tree import grow
from allegiance.ontology.vocabulary import load
from tests.corpus.trees import read


def types_of(*rows: str) -> dict[str, str]:
    lexicon = load_lexicon()
    trees = [grow(sentence) for sentence in read(*rows)[1]]
    return dict(type_names(trees, [find_names(tree, lexicon) for tree in trees], lexicon))


@pytest.mark.parametrize(
    ("row", "expected"),
    [
        ("the_DET_2_det Tamsit_PROPN_3_nsubj fled_VERB_0_root | names 2-2:PER", "Group"),
        ("they_PRON_2_nsubj led_VERB_0_root Tamsit_PROPN_2_obj | names 3-3:LOC", "Group"),
        (
            "he_PRON_2_nsubj belonged_VERB_0_root to_ADP_4_case Tamsit_PROPN_2_obl | names 4-4:LOC",
            "Group",
        ),
        (
            "it_PRON_3_nsubj:pass was_AUX_3_aux:pass founded_VERB_0_root by_ADP_5_case "
            "Tamsit_PROPN_3_obl | names 5-5:LOC",
            "Person",
        ),
        (
            "Tamsit_PROPN_3_nmod:poss ~'s_PART_1_case brother_NOUN_4_nsubj fled_VERB_0_root "
            "| names 1-1:ORG",
            "Person",
        ),
        (
            "they_PRON_2_nsubj rested_VERB_0_root at_ADP_4_case Tamsit_PROPN_2_obl | names 4-4:PER",
            "Place",
        ),
        (
            "Jebel_PROPN_4_conj Tamsit_PROPN_1_flat ~,_PUNCT_4_punct Amzil_PROPN_0_root "
            "| names 1-2:LOC",
            "Place",
        ),
        (
            "they_PRON_2_nsubj shelled_VERB_0_root Harran_PROPN_2_obj and_CCONJ_5_cc "
            "Tamsit_PROPN_3_conj | names 3-3:LOC 5-5:PER",
            "Place",
        ),
        ("they_PRON_2_nsubj killed_VERB_0_root Tamsit_PROPN_2_obj | names 3-3:ORG", "Person"),
        (
            "Tamsit_PROPN_2_nsubj arrested_VERB_0_root nine_NUM_4_nummod men_NOUN_2_obj "
            "| names 1-1:ORG",
            "Group",
        ),
        (
            "Tamsit_PROPN_2_nsubj shot_VERB_0_root nine_NUM_4_nummod men_NOUN_2_obj "
            "| names 1-1:ORG",
            "Group",
        ),
        (
            "Tamsit_PROPN_3_nsubj:pass was_AUX_3_aux:pass shot_VERB_0_root | names 1-1:ORG",
            "Person",
        ),
        ("Tamsit_PROPN_2_nsubj died_VERB_0_root | names 1-1:ORG", "Person"),
    ],
)
def test_where_a_name_stands_tells_what_it_names(row: str, expected: str) -> None:
    found = types_of(row)
    (key,) = (k for k in found if k.endswith("tamsit"))
    assert found[key] == expected


def test_slots_speak_of_types_of_the_ontology_and_say_where_they_are() -> None:
    for slot in load_slots():
        assert set(slot.says) <= set(load().types)
        assert slot.nouns <= set(load().types)
        assert slot.roles
