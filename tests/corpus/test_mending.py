import pytest

from allegiance.corpus.mending import mend
from tests.corpus.trees import parse

CASES = {
    "the second half of a name": (
        "Liwa_PROPN_3_nsubj Shahba_PROPN_1_flat left_VERB_0_root Jund_PROPN_3_obj"
        " al-Sham_PROPN_1_flat",
        ("al-Sham", "Jund", "flat"),
    ),
    "a preposition that hangs on what stands before it": (
        "spoke_VERB_0_root for_ADP_1_case the_DET_5_det armed_ADJ_5_amod band_NOUN_1_obl",
        ("for", "band", "case"),
    ),
    "a verb that serves as preposition": (
        "clashes_NOUN_0_root involving_VERB_3_acl rebels_NOUN_1_nmod",
        ("involving", "rebels", "case"),
    ),
    "a preposition before two nouns": (
        "fights_NOUN_0_root between_ADP_5_case rebels_NOUN_1_nmod and_CCONJ_5_cc"
        " police_NOUN_1_nmod",
        ("between", "rebels", "case"),
    ),
    "the verb behind a participle and its agent": (
        "forces_NOUN_2_nsubj:pass backed_VERB_0_root by_ADP_4_case jets_NOUN_5_obj"
        " retook_VERB_2_advcl Sinjar_PROPN_5_obj",
        ("forces", "retook", "nsubj"),
    ),
    "the agent of that participle": (
        "forces_NOUN_2_nsubj:pass backed_VERB_0_root by_ADP_4_case jets_NOUN_5_obj"
        " retook_VERB_2_advcl Sinjar_PROPN_5_obj",
        ("jets", "backed", "obl"),
    ),
    "a bare object": (
        "They_PRON_2_nsubj seized_VERB_0_root the_DET_4_det town_NOUN_2_obl",
        ("town", "seized", "obj"),
    ),
    "a bare subject": (
        "Qatar_PROPN_2_obl:unmarked armed_VERB_0_root rebels_NOUN_2_obj",
        ("Qatar", "armed", "nsubj"),
    ),
    "a title beside its name": (
        "defection_NOUN_0_root of_ADP_3_case Colonel_PROPN_1_nmod Mansour_PROPN_1_nmod",
        ("Colonel", "Mansour", "nmod:desc"),
    ),
    "an owner that was made a subject": (
        "left_VERB_0_root the_DET_3_det band_NOUN_1_nsubj ~'s_PART_3_case territory_NOUN_1_obj",
        ("band", "territory", "nmod:poss"),
    ),
    "a relative clause without its name": (
        "groups_NOUN_0_root that_PRON_3_nsubj fled_VERB_1_acl",
        ("fled", "groups", "acl:relcl"),
    ),
    "a singular clause about a singular": (
        "coalition_NOUN_0_root of_ADP_3_case groups_NOUN_1_nmod that_PRON_6_nsubj:pass"
        " was_AUX_6_aux:pass formed_VERB_3_acl:relcl",
        ("formed", "coalition", "acl:relcl"),
    ),
    "a participle behind its noun": (
        "hit_VERB_0_root by_ADP_3_case bombers_NOUN_1_obl said_VERB_1_advcl to_PART_6_mark"
        " act_VERB_4_xcomp",
        ("said", "bombers", "acl"),
    ),
    "a subject behind another verb": (
        "shrank_VERB_0_root after_SCONJ_4_mark Taha_PROPN_1_nsubj pledged_VERB_1_advcl",
        ("Taha", "pledged", "nsubj"),
    ),
}


@pytest.mark.parametrize("case", CASES)
def test_a_slip_is_mended(case: str) -> None:
    row, (word, head, relation) = CASES[case]
    tokens = mend(parse(row).tokens)
    token = next(t for t in tokens if t.text == word)
    assert (tokens[token.head].text, token.relation) == (head, relation)


@pytest.mark.parametrize(
    "row",
    [
        "The_DET_2_det band_NOUN_4_nmod:poss ~'s_PART_2_case leader_NOUN_5_nsubj left_VERB_0_root",
        "groups_NOUN_0_root that_PRON_4_nsubj:pass were_AUX_4_aux:pass formed_VERB_1_acl:relcl",
        "left_VERB_0_root two_NUM_3_nummod days_NOUN_1_obl ago_ADP_3_case",
    ],
)
def test_a_right_tree_is_left_alone(row: str) -> None:
    tokens = parse(row).tokens
    assert mend(tokens) == list(tokens)


def test_the_same_noun_again_is_coordinated_with_itself() -> None:
    tokens = mend(
        parse(
            "fighters_NOUN_0_root from_ADP_3_case Ahrar_PROPN_1_nmod and_CCONJ_5_cc"
            " fighters_NOUN_3_conj from_ADP_7_case Nusra_PROPN_5_nmod"
        ).tokens
    )
    assert (tokens[4].head, tokens[4].relation) == (0, "conj")
