import pytest

from allegiance.corpus.naming.lexicon import load_lexicon
from allegiance.corpus.naming.names import find_names
from allegiance.corpus.naming.phrases import spell
from allegiance.corpus.tree import grow
from tests.corpus.trees import parse


@pytest.mark.parametrize(
    ("row", "expected"),
    [
        (
            "the_DET_2_det Movement_PROPN_0_root of_ADP_4_case Herders_PROPN_2_nmod for_ADP_7_case "
            "the_DET_7_det Defence_PROPN_2_nmod of_ADP_9_case Harran_PROPN_7_nmod | names 2-9:ORG",
            ["Movement of Herders for the Defence of Harran"],
        ),
        (
            "the_DET_3_det Armed_PROPN_3_amod Forces_PROPN_0_root of_ADP_6_case the_DET_6_det "
            "Republic_PROPN_3_nmod of_ADP_8_case Chad_PROPN_6_nmod | names 2-8:ORG",
            ["Armed Forces of the Republic of Chad"],
        ),
        (
            "the_DET_3_det Lake_PROPN_3_compound Forces_PROPN_0_root for_ADP_6_case the_DET_6_det "
            "Liberation_PROPN_3_nmod of_ADP_8_case Harran_PROPN_6_nmod | names 2-3:ORG 6-8:ORG",
            ["Lake Forces for the Liberation of Harran"],
        ),
        (
            "the_DET_3_det Dawn_PROPN_3_compound Brigade_PROPN_0_root of_ADP_5_case "
            "Omar_PROPN_3_nmod Qassab_PROPN_5_flat | names 2-6:ORG",
            ["Dawn Brigade", "Omar Qassab"],
        ),
        (
            "the_DET_3_det Red_PROPN_3_compound Unit_PROPN_0_root of_ADP_6_case the_DET_6_det "
            "Taliban_PROPN_3_nmod | names 2-6:ORG",
            ["Red Unit", "Taliban"],
        ),
        (
            "the_DET_6_det Mali_PROPN_4_obl ~-_PUNCT_2_punct ~backed_VERB_6_amod "
            "Dawn_PROPN_6_compound Brigade_PROPN_0_root | names 2-6:ORG",
            ["Mali", "Dawn Brigade"],
        ),
        (
            "the_DET_4_det 36th_ADJ_4_amod Harran_PROPN_4_compound Battalion_PROPN_5_nsubj "
            "fled_VERB_0_root | names 3-4:ORG",
            ["36th Harran Battalion"],
        ),
        (
            "the_DET_3_det 36th_ADJ_3_amod Battalion_PROPN_4_nsubj fled_VERB_0_root "
            "| names 2-3:ORG",
            ["36th Battalion"],
        ),
        (
            "they_PRON_2_nsubj left_VERB_0_root Infantry_PROPN_4_compound Battalion_PROPN_2_obj "
            "62_NUM_4_nummod | names 3-4:ORG",
            ["Infantry Battalion 62"],
        ),
        (
            "they_PRON_2_nsubj joined_VERB_0_root Dnister_PROPN_2_obj ~-_PUNCT_3_punct "
            "~1_NUM_3_nummod | names 3-3:ORG",
            ["Dnister-1"],
        ),
        (
            "they_PRON_2_nsubj joined_VERB_0_root Jamaat_PROPN_4_compound Dawn_PROPN_2_obj "
            "Lovers_PROPN_4_flat | names 3-3:ORG 4-5:ORG",
            ["Jamaat Dawn Lovers"],
        ),
        (
            "the_DET_2_det FARC_PROPN_5_nmod:poss ~'s_PART_2_case Domingo_PROPN_5_compound "
            "Front_PROPN_6_nsubj fled_VERB_0_root | names 2-5:ORG",
            ["FARC", "Domingo Front"],
        ),
        (
            "the_DET_2_det People_PROPN_5_nmod:poss ~'s_PART_2_case Domingo_PROPN_5_compound "
            "Front_PROPN_6_nsubj fled_VERB_0_root | names 2-5:ORG",
            ["People's Domingo Front"],
        ),
    ],
)
def test_names_of_groups(row: str, expected: list[str]) -> None:
    sentence = parse(row)
    names = find_names(grow(sentence), load_lexicon())
    assert [spell(sentence, n.first, n.last) for n in names] == expected


@pytest.mark.parametrize(
    ("row", "expected"),
    [
        ("Kampala_PROPN_2_nsubj denied_VERB_0_root it_PRON_2_obj", ["uganda"]),
        ("Kampala_PROPN_2_nsubj fell_VERB_0_root", ["kampala"]),
        ("they_PRON_2_nsubj left_VERB_0_root Kampala_PROPN_2_obj", ["kampala"]),
        (
            "it_PRON_3_nsubj:pass was_AUX_3_aux:pass armed_VERB_0_root by_ADP_5_case "
            "Kampala_PROPN_3_obl",
            ["uganda"],
        ),
        ("they_PRON_2_nsubj fight_VERB_0_root for_ADP_4_case Kampala_PROPN_2_obl", ["uganda"]),
        ("they_PRON_2_nsubj drove_VERB_0_root to_ADP_4_case Kampala_PROPN_2_obl", ["kampala"]),
    ],
)
def test_a_capital_that_acts_stands_for_its_state(row: str, expected: list[str]) -> None:
    place = 1 + [word[:3] for word in row.split()].index("Kam")
    tree = grow(parse(f"{row} | names {place}-{place}:LOC"))
    assert [n.key for n in find_names(tree, load_lexicon())] == expected
