import pytest

from allegiance.corpus.naming.phrases import phrase, spell, whole
from allegiance.corpus.tree import grow
from tests.corpus.trees import parse


@pytest.mark.parametrize(
    ("row", "head", "expected"),
    [
        (
            "At_ADP_2_case least_ADJ_3_nmod forty_NUM_4_nummod rebels_NOUN_5_nsubj "
            "fled_VERB_0_root",
            4,
            "At least forty rebels",
        ),
        (
            "Last_ADJ_2_amod June_PROPN_4_compound rebel_NOUN_4_compound units_NOUN_5_nsubj "
            "fled_VERB_0_root",
            4,
            "rebel units",
        ),
        (
            "around_ADP_3_case 90_NUM_3_nummod men_NOUN_4_nsubj fled_VERB_0_root",
            3,
            "around 90 men",
        ),
        (
            "the_DET_2_det leader_NOUN_6_nsubj of_ADP_5_case another_DET_5_det band_NOUN_2_nmod "
            "fled_VERB_0_root",
            2,
            "the leader of another band",
        ),
        (
            "a_DET_2_det man_NOUN_7_nsubj in_ADP_4_case Hama_PROPN_2_nmod ~,_PUNCT_2_punct "
            "armed_ADJ_2_acl fled_VERB_0_root",
            2,
            "a man",
        ),
        (
            "rebels_NOUN_4_nsubj who_PRON_3_nsubj fled_VERB_1_acl:relcl returned_VERB_0_root",
            1,
            "rebels",
        ),
        (
            "the_DET_4_det Hama_PROPN_3_compound ~-_PUNCT_2_punct ~based_VERB_5_amod "
            "militia_NOUN_0_root",
            5,
            "the Hama-based militia",
        ),
        ("and_CCONJ_2_cc soldiers_NOUN_0_root", 2, "soldiers"),
        ("It_PRON_4_nsubj is_AUX_4_cop a_DET_4_det militia_NOUN_0_root", 4, "a militia"),
    ],
)
def test_phrases(row: str, head: int, expected: str) -> None:
    sentence = parse(row)
    first, last = phrase(grow(sentence), head - 1)
    assert spell(sentence, first, last) == expected


def test_of_that_the_parser_hung_elsewhere_still_belongs_to_the_noun_before_it() -> None:
    sentence = parse(
        "near_ADP_2_case areas_NOUN_3_obl caught_VERB_0_root two_NUM_5_nummod members_NOUN_3_obj "
        "of_ADP_8_case the_DET_8_det band_NOUN_2_nmod"
    )
    assert spell(sentence, *phrase(grow(sentence), 4)) == "two members of the band"


def test_the_whole_of_a_description() -> None:
    sentence = parse(
        "from_ADP_2_case men_NOUN_0_root who_PRON_4_nsubj fled_VERB_2_acl:relcl "
        "Hama_PROPN_4_obj ~._PUNCT_2_punct"
    )
    assert spell(sentence, *whole(grow(sentence), 1)) == "men who fled Hama"


def test_brackets_are_left_out() -> None:
    sentence = parse("the_DET_2_det Band_PROPN_3_nsubj fled_VERB_0_root | aside 2:TB")
    assert spell(sentence, 0, 3) == "the Band fled"
