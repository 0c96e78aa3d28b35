import pytest

from allegiance.corpus.time.timeline import find_scenes
from tests.corpus.trees import read


def _hosts(row: str) -> list[tuple[str, str]]:
    document, sentences = read(row)
    (scene,) = find_scenes(document.text, sentences, {})
    words = scene.tree.tokens
    return [(placed.expression.text, words[placed.host].text) for placed in scene.placed]


@pytest.mark.parametrize(
    "row, expected",
    [
        pytest.param(
            "They_PRON_2_nsubj seized_VERB_0_root the_DET_4_det town_NOUN_2_obj on_ADP_6_case "
            "Friday_PROPN_4_nmod",
            [("on Friday", "seized")],
            id="a noun that is no event hands its date up",
        ),
        pytest.param(
            "The_DET_2_det raid_NOUN_6_nsubj on_ADP_4_case Friday_PROPN_2_nmod nine_NUM_6_obj "
            "killed_VERB_0_root",
            [("on Friday", "raid")],
            id="an event keeps it",
        ),
        pytest.param(
            "They_PRON_2_nsubj fought_VERB_0_root since_SCONJ_6_mark the_DET_5_det "
            "crisis_NOUN_6_nsubj erupted_VERB_2_advcl in_ADP_8_case 2011_NUM_2_obl",
            [("in 2011", "erupted")],
            id="no date jumps over since",
        ),
        pytest.param(
            "He_PRON_2_nsubj told_VERB_0_root the_DET_4_det agency_NOUN_2_obj "
            "Monday_PROPN_8_obl:unmarked that_SCONJ_8_mark they_PRON_8_nsubj left_VERB_2_ccomp",
            [("Monday", "told")],
            id="right behind the words of speech it dates the speaking",
        ),
        pytest.param(
            "Monitors_NOUN_2_nsubj said_VERB_0_root rebels_NOUN_6_nsubj on_ADP_5_case "
            "Saturday_PROPN_2_obl killed_VERB_2_ccomp nine_NUM_6_obj",
            [("on Saturday", "killed")],
            id="behind the subject of what is said it dates what is said",
        ),
        pytest.param(
            "On_ADP_2_case Saturday_PROPN_9_obl rebels_NOUN_4_nsubj killed_VERB_9_ccomp "
            "nine_NUM_4_obj ~,_PUNCT_9_punct two_NUM_8_nummod monitors_NOUN_9_nsubj "
            "said_VERB_0_root",
            [("On Saturday", "killed")],
            id="what opens the sentence belongs to the clause that it opens",
        ),
        pytest.param(
            "They_PRON_2_nsubj retook_VERB_0_root Tafas_PROPN_2_obj ~,_PUNCT_7_punct "
            "which_PRON_7_obj rebels_NOUN_7_nsubj held_VERB_3_acl:relcl ~,_PUNCT_10_punct "
            "on_ADP_10_case Sunday_PROPN_7_obl",
            [("on Sunday", "retook")],
            id="a comma closes the relative clause",
        ),
        pytest.param(
            "It_PRON_3_nsubj has_AUX_3_aux held_VERB_0_root Tafas_PROPN_3_obj since_ADP_6_case "
            "July_PROPN_8_obl 2012_NUM_6_nmod:unmarked setting_VERB_3_advcl up_ADP_8_compound:prt "
            "checkpoints_NOUN_8_obj",
            [("since July 2012", "held")],
            id="a date stands behind a participle, not before it",
        ),
        pytest.param(
            "Thursday_PROPN_5_obl ~'s_PART_1_case raid_NOUN_5_nsubj was_AUX_5_aux "
            "condemned_VERB_0_root",
            [("Thursday's", "raid")],
            id="a possessive belongs to its noun",
        ),
        pytest.param(
            "The_DET_3_det 2012_NUM_4_nsubj split_NOUN_4_nsubj hurt_VERB_0_root them_PRON_4_obj",
            [("The 2012", "split")],
            id="a year between article and noun belongs to the noun",
        ),
        pytest.param(
            "It_PRON_4_nsubj was_AUX_4_cop the_DET_4_det worst_ADJ_5_amod "
            "defeat_NOUN_0_root since_ADP_7_case 2012_NUM_5_nmod",
            [],
            id="a comparison is not dated",
        ),
    ],
)
def test_what_an_expression_dates(row: str, expected: list[tuple[str, str]]) -> None:
    assert _hosts(row) == expected


def test_direct_speech_is_marked() -> None:
    document, sentences = read(
        "“_PUNCT_4_punct ~They_PRON_4_nsubj all_DET_2_det left_VERB_7_ccomp "
        "yesterday_NOUN_4_obl:unmarked ~,”_PUNCT_7_punct said_VERB_0_root Odeh_PROPN_7_nsubj "
        "on_ADP_10_case Sunday_PROPN_7_obl"
    )
    (scene,) = find_scenes(document.text, sentences, {})
    assert [placed.quoted for placed in scene.placed] == [True, False]
    assert {scene.tree.tokens[word].text for word in scene.saying} == {"said"}
