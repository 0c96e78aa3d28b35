from dataclasses import replace

import numpy as np
import pytest

from allegiance.corpus.naming.lexicon import load_lexicon
from allegiance.corpus.naming.names import find_names
from allegiance.corpus.naming.noun_types import noun_type
from allegiance.corpus.naming.types import agree, decide, family, type_names
from allegiance.corpus.naming.witness import Witness
from allegiance.corpus.tree import grow
from allegiance.ontology.vocabulary import load
from tests.corpus.trees import parse, read


def types_of(*rows: str) -> dict[str, str]:
    lexicon = load_lexicon()
    trees = [grow(sentence) for sentence in read(*rows)[1]]
    return dict(type_names(trees, [find_names(tree, lexicon) for tree in trees], lexicon))


@pytest.mark.parametrize(
    ("row", "key", "expected"),
    [
        ("ISIS_PROPN_2_nsubj fled_VERB_0_root | names 1-1:LOC", "isis", "ArmedGroup"),
        ("the_DET_2_det Ruwala_PROPN_3_nsubj fled_VERB_0_root", "ruwala", "Group"),
        ("they_PRON_2_nsubj saw_VERB_0_root Kigali_PROPN_2_obj | names 3-3:PER", "kigali", "Town"),
        (
            "they_PRON_2_nsubj left_VERB_0_root Liwa_PROPN_2_obj Shahba_PROPN_3_flat "
            "| names 3-4:PER",
            "liwa shahba",
            "ArmedGroup",
        ),
        (
            "Usud_PROPN_3_compound al-Wadi_PROPN_1_flat fighters_NOUN_4_nsubj fled_VERB_0_root "
            "~._PUNCT_4_punct",
            "usud wadi",
            "ArmedGroup",
        ),
        (
            "Usud_PROPN_6_nsubj al-Wadi_PROPN_1_flat ~,_PUNCT_5_punct a_DET_5_det "
            "coalition_NOUN_1_appos fled_VERB_0_root | names 1-2:LOC",
            "usud wadi",
            "Coalition",
        ),
        (
            "Col._PROPN_2_compound Haddad_PROPN_3_nsubj fled_VERB_0_root | names 2-2:LOC",
            "haddad",
            "Person",
        ),
        (
            "in_ADP_4_case the_DET_4_det quiet_ADJ_4_amod village_NOUN_7_obl of_ADP_6_case "
            "Harran_PROPN_4_nmod fled_VERB_0_root | names 6-6:PER",
            "harran",
            "Town",
        ),
        (
            "Harran_PROPN_2_compound province_NOUN_0_root | names 1-1:LOC",
            "harran province",
            "Province",
        ),
        ("Syria_PROPN_2_nsubj fled_VERB_0_root | names 1-1:ORG", "syria", "Country"),
        ("Mosul_PROPN_2_nsubj fell_VERB_0_root | names 1-1:ORG", "mosul", "Town"),
        (
            "General_PROPN_3_compound Tamsit_PROPN_3_compound Amzil_PROPN_4_nsubj fled_VERB_0_root "
            "| names 1-3:ORG",
            "tamsit amzil",
            "Person",
        ),
        (
            "Maulvi_PROPN_2_compound Tamsit_PROPN_3_nsubj fled_VERB_0_root | names 2-2:ORG",
            "tamsit",
            "Person",
        ),
        (
            "Mai_PROPN_5_nsubj ~-_PUNCT_1_punct ~Mai_PROPN_1_flat Tamsit_PROPN_1_flat "
            "fled_VERB_0_root | names 1-4:PER",
            "mai mai tamsit",
            "ArmedGroup",
        ),
    ],
)
def test_a_name_is_typed_by_all_that_speaks_for_it(row: str, key: str, expected: str) -> None:
    assert types_of(row)[key] == expected


def test_one_clear_sentence_outvotes_the_taggers_habit() -> None:
    habit = "Usud_PROPN_3_nsubj al-Wadi_PROPN_1_flat fled_VERB_0_root | names 1-2:PER"
    clear = (
        "the_DET_2_det battalion_NOUN_5_nsubj Usud_PROPN_2_appos al-Wadi_PROPN_3_flat "
        "fled_VERB_0_root ~._PUNCT_5_punct | names 3-4:ORG"
    )
    assert types_of(*[habit] * 2, *[clear] * 2)["usud wadi"] == "ArmedGroup"


def test_a_country_that_no_list_has_counts_in_full_for_a_place() -> None:
    sentence = parse("they_PRON_2_nsubj saw_VERB_0_root Tamsit_PROPN_2_obj")
    kinds = np.zeros((3, len(load().types) + 1), np.float32)
    for type_id, share in {"Country": 0.3, "Place": 0.25, "Person": 0.45}.items():
        kinds[2, 1 + list(load().types).index(type_id)] = share
    tree, lexicon = grow(replace(sentence, kinds=kinds)), load_lexicon()
    assert type_names([tree], [find_names(tree, lexicon)], lexicon) == {"tamsit": "Place"}


@pytest.mark.parametrize(
    ("row", "index", "expected"),
    [
        ("rebels_NOUN_0_root", 0, "ArmedGroup"),
        ("a_DET_2_det rebel_NOUN_0_root", 1, "Person"),
        ("two_NUM_2_nummod troops_NOUN_0_root", 1, "StateForce"),
        ("a_DET_3_det rebel_NOUN_3_compound group_NOUN_0_root", 2, "ArmedGroup"),
        (
            "a_DET_4_det human_ADJ_3_amod rights_NOUN_4_compound group_NOUN_0_root",
            3,
            "Organisation",
        ),
        ("a_DET_2_det group_NOUN_0_root", 1, "Group"),
        ("Kurdish_ADJ_2_amod forces_NOUN_0_root", 1, "ArmedGroup"),
        ("security_NOUN_2_compound forces_NOUN_0_root", 1, "StateForce"),
        ("the_DET_2_det treason_NOUN_0_root", 1, "Entity"),
    ],
)
def test_nouns_in_their_sentence(row: str, index: int, expected: str) -> None:
    assert noun_type(grow(parse(row)), index, load_lexicon()) == expected


def test_evidence_of_one_kind_counts_twice_at_most() -> None:
    habit = [Witness("Place", 1, "slot")] * 50
    assert decide([*habit, Witness("Person", 3, "title")]) == "Person"


def test_the_most_specific_type_of_the_winning_family_is_taken() -> None:
    witnesses = [Witness("Group", 3, "tagger"), Witness("ArmedGroup", 1, "slot")]
    assert decide([*witnesses, Witness("Person", 3.5, "tagger")]) == "ArmedGroup"
    assert decide([]) == "Entity"


@pytest.mark.parametrize(
    ("one", "other", "expected"),
    [
        ("Group", "ArmedGroup", True),
        ("ArmedGroup", "ArmedGroup", True),
        ("Entity", "Person", True),
        ("ArmedGroup", "StateForce", False),
        ("Person", "Group", False),
    ],
)
def test_types_agree(one: str, other: str, expected: bool) -> None:
    assert agree(one, other) is agree(other, one) is expected


def test_families() -> None:
    assert [family(t) for t in ("Coalition", "Town", "Person", "Entity")] == [
        "Group",
        "Place",
        "Person",
        "Entity",
    ]
