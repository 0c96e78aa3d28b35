import pytest

from allegiance.corpus.relations.clause import clause
from allegiance.corpus.relations.pattern import load_patterns
from allegiance.corpus.tree import grow
from tests.corpus.trees import parse

CASES = {
    "active": (
        "Rebels_NOUN_2_nsubj took_VERB_0_root Homs_PROPN_2_obj",
        "took",
        ["Rebels"],
        ["Homs"],
    ),
    "passive": (
        "Homs_PROPN_3_nsubj:pass was_AUX_3_aux:pass taken_VERB_0_root by_ADP_5_case"
        " rebels_NOUN_3_obl",
        "taken",
        [],
        ["Homs"],
    ),
    "coordinated verb": (
        "Rebels_NOUN_2_nsubj left_VERB_0_root Homs_PROPN_2_obj and_CCONJ_5_cc took_VERB_2_conj"
        " Hama_PROPN_5_obj",
        "took",
        ["Rebels"],
        ["Hama"],
    ),
    "coordinated passive": (
        "Men_NOUN_3_nsubj:pass were_AUX_3_aux:pass arrested_VERB_0_root and_CCONJ_5_cc"
        " executed_VERB_3_conj",
        "executed",
        [],
        ["Men"],
    ),
    "shared object": (
        "Rebels_NOUN_2_nsubj attacked_VERB_0_root and_CCONJ_4_cc captured_VERB_2_conj"
        " Homs_PROPN_2_obj",
        "captured",
        ["Rebels"],
        ["Homs"],
    ),
    "participle of a noun": (
        "fighters_NOUN_0_root armed_VERB_1_acl by_ADP_4_case Qatar_PROPN_2_obl",
        "armed",
        [],
        ["fighters"],
    ),
    "active participle of a noun": (
        "fighters_NOUN_0_root guarding_VERB_1_acl Homs_PROPN_2_obj",
        "guarding",
        ["fighters"],
        ["Homs"],
    ),
    "relative clause on the object": (
        "town_NOUN_0_root they_PRON_3_nsubj seized_VERB_1_acl:relcl",
        "seized",
        ["they"],
        ["town"],
    ),
    "subject control": (
        "Ali_PROPN_2_nsubj tried_VERB_0_root to_PART_4_mark leave_VERB_2_xcomp Homs_PROPN_4_obj",
        "leave",
        ["Ali"],
        ["Homs"],
    ),
    "object control": (
        "They_PRON_2_nsubj forced_VERB_0_root Ali_PROPN_2_obj to_PART_5_mark leave_VERB_2_xcomp",
        "leave",
        ["Ali"],
        [],
    ),
    "the reason of a punishment": (
        "They_PRON_2_nsubj executed_VERB_0_root Ali_PROPN_2_obj for_SCONJ_5_mark"
        " deserting_VERB_2_advcl",
        "deserting",
        ["Ali"],
        [],
    ),
    "the reason of a punishment that somebody was able to inflict": (
        "They_PRON_3_nsubj were_AUX_3_cop able_ADJ_0_root to_PART_5_mark capture_VERB_3_xcomp"
        " Ali_PROPN_5_obj while_SCONJ_8_mark fleeing_VERB_3_advcl",
        "fleeing",
        ["Ali"],
        [],
    ),
    "the owner of a decision": (
        "They_PRON_2_nsubj mocked_VERB_0_root his_PRON_4_nmod:poss decision_NOUN_2_obj"
        " to_PART_6_mark leave_VERB_4_acl",
        "leave",
        ["his"],
        [],
    ),
    "two subjects, the second an apposition": (
        "Ali_PROPN_6_nsubj ~,_PUNCT_4_punct a_DET_4_det captain_NOUN_6_nsubj ~,_PUNCT_4_punct"
        " fled_VERB_0_root",
        "fled",
        ["Ali"],
        [],
    ),
    "two subjects, the first of another clause": (
        "Ali_PROPN_5_nsubj said_VERB_0_root that_SCONJ_5_mark rebels_NOUN_5_nsubj"
        " fled_VERB_2_ccomp",
        "fled",
        ["rebels"],
        [],
    ),
}


@pytest.mark.parametrize("case", CASES)
def test_who_takes_part(case: str) -> None:
    row, verb, doers, undergoers = CASES[case]
    tree = grow(parse(row))
    index = next(i for i, t in enumerate(tree.tokens) if t.text == verb)
    found = clause(tree, index, load_patterns().grammar)
    assert [tree.tokens[t].text for t in found.doers] == doers
    assert [tree.tokens[t].text for t in found.undergoers] == undergoers
