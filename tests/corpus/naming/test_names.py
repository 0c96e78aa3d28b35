from itertools import pairwise

import pytest

from allegiance.corpus.naming.lexicon import load_lexicon
from allegiance.corpus.naming.name import Name
from allegiance.corpus.naming.names import confirmed, find_names
from allegiance.corpus.naming.phrases import spell
from allegiance.corpus.tree import grow
from tests.corpus.trees import parse


def names_of(row: str) -> list[str]:
    sentence = parse(row)
    return [spell(sentence, n.first, n.last) for n in find_names(grow(sentence), load_lexicon())]


@pytest.mark.parametrize(
    ("row", "expected"),
    [
        (
            "President_PROPN_2_compound Karim_PROPN_4_nsubj Haddad_PROPN_2_flat fled_VERB_0_root "
            "| names 2-3:PER",
            ["Karim Haddad"],
        ),
        (
            "Usud_PROPN_4_nsubj al-Wadi_PROPN_1_flat also_ADV_4_advmod fled_VERB_0_root "
            "| names 1-1:ORG",
            ["Usud al-Wadi"],
        ),
        (
            "in_ADP_4_case northern_ADJ_4_amod Hama_PROPN_4_compound province_NOUN_0_root "
            "| names 3-3:LOC",
            ["northern Hama province"],
        ),
        (
            "Iraq_PROPN_5_nmod:poss ~’s_PART_1_case northern_ADJ_5_amod Anbar_PROPN_5_compound "
            "province_NOUN_0_root | names 1-1:LOC 4-4:LOC",
            ["Iraq", "Anbar province"],
        ),
        (
            "the_DET_3_det Chadian_ADJ_3_amod army_NOUN_4_nsubj fled_VERB_0_root",
            ["Chadian army"],
        ),
        ("Chadian_ADJ_2_amod rebels_NOUN_3_nsubj fled_VERB_0_root", []),
        ("a_DET_3_det Chadian_ADJ_3_amod baker_NOUN_4_nsubj fled_VERB_0_root", []),
        ("another_DET_2_det Tajik_PROPN_3_nsubj fled_VERB_0_root", []),
        ("Chadian_ADJ_2_amod jets_NOUN_3_nsubj struck_VERB_0_root", ["Chadian"]),
        ("Chadian_ADJ_2_amod towns_NOUN_3_nsubj fell_VERB_0_root", ["Chadian"]),
        ("the_DET_3_det Chadian_ADJ_3_amod president_NOUN_4_nsubj fled_VERB_0_root", ["Chadian"]),
        ("Chadians_PROPN_2_nsubj fled_VERB_0_root", []),
        ("Militants_PROPN_2_nsubj fled_VERB_0_root", []),
        (
            "Monday_PROPN_5_obl the_DET_4_det Islamic_PROPN_4_compound Police_PROPN_5_nsubj "
            "fled_VERB_0_root ~._PUNCT_5_punct",
            ["Islamic Police"],
        ),
        (
            "Hama_PROPN_2_compound fighters_NOUN_3_nsubj fled_VERB_0_root | names 1-2:ORG",
            ["Hama"],
        ),
        (
            "Omar_PROPN_7_nsubj Saleh_PROPN_1_flat ~,_PUNCT_1_punct a_DET_5_det "
            "leader_NOUN_1_appos ~,_PUNCT_1_punct fled_VERB_0_root | names 1-5:PER",
            ["Omar Saleh"],
        ),
        (
            "the_DET_2_det Clan_PROPN_5_nsubj del_PROPN_4_conj Rio_PROPN_2_conj fled_VERB_0_root "
            "| names 2-2:ORG",
            ["Clan del Rio"],
        ),
        (
            "they_PRON_2_nsubj told_VERB_0_root Valley_PROPN_2_iobj Direct_ADJ_3_amod "
            "| names 3-3:LOC",
            ["Valley Direct"],
        ),
        (
            "an_DET_6_det UK_PROPN_4_compound ~-_PUNCT_2_punct ~based_VERB_6_amod "
            "Syrian_ADJ_6_amod Observatory_PROPN_0_root for_ADP_9_case Human_ADJ_9_amod "
            "Rights_PROPN_6_nmod",
            ["UK", "Syrian Observatory for Human Rights"],
        ),
    ],
)
def test_names(row: str, expected: list[str]) -> None:
    assert names_of(row) == expected


def test_a_title_is_kept_beside_its_name() -> None:
    tree = grow(parse("Col._PROPN_2_compound Haddad_PROPN_3_nsubj fled_VERB_0_root"))
    assert [(n.title, n.key) for n in find_names(tree, load_lexicon())] == [("col", "haddad")]


def test_the_head_of_a_name_is_the_token_that_the_rest_hangs_on() -> None:
    tree = grow(parse("Free_ADJ_2_amod Army_PROPN_3_nsubj fled_VERB_0_root | names 1-2:ORG"))
    assert find_names(tree, load_lexicon())[0].head == 1


def test_names_of_a_headline_in_title_case_need_another_witness() -> None:
    rows = [
        "Jets_PROPN_2_nsubj Bomb_VERB_0_root Hideouts_PROPN_2_obj Near_ADP_5_case "
        "Harran_PROPN_2_obl | names 1-1:ORG 5-5:LOC",
        "they_PRON_2_nsubj left_VERB_0_root Harran_PROPN_2_obj | names 3-3:LOC",
    ]
    trees = [grow(parse(row)) for row in rows]
    lexicon = load_lexicon()
    found = confirmed([find_names(tree, lexicon) for tree in trees], trees, lexicon)
    assert [[n.key for n in names] for names in found] == [["harran"], ["harran"]]


def test_a_capital_stands_for_its_state_where_it_backs_somebody() -> None:
    backed = grow(
        parse(
            "Moscow_PROPN_3_obl ~-_PUNCT_1_punct ~backed_VERB_4_amod troops_NOUN_5_nsubj "
            "fled_VERB_0_root Moscow_PROPN_5_obj | names 1-1:LOC 6-6:LOC"
        )
    )
    names = find_names(backed, load_lexicon())
    assert [(n.key, n.type) for n in names] == [("russia", "Country"), ("moscow", "")]


def test_names_do_not_overlap() -> None:
    row = (
        "Free_PROPN_3_compound Syrian_PROPN_3_compound Army_PROPN_6_compound Col._PROPN_6_compound "
        "Abu_PROPN_6_compound Salim_PROPN_7_nsubj fled_VERB_0_root | names 1-4:ORG 3-6:PER"
    )
    found: tuple[Name, ...] = find_names(grow(parse(row)), load_lexicon())
    assert all(one.last <= two.first for one, two in pairwise(found))
