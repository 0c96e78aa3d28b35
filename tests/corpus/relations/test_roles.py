import pytest
from hypothesis import given, settings

from allegiance.corpus.relations.pattern import ROLES, Step, load_patterns
from allegiance.corpus.relations.roles import fill, leads
from allegiance.corpus.sentence import Sentence
from allegiance.corpus.tree import grow
from tests.corpus.casts import broken
from tests.corpus.trees import parse

CASES = {
    "the agent of a noun of action": (
        "Israel_PROPN_3_nmod:poss ~'s_PART_1_case strike_NOUN_0_root on_ADP_5_case"
        " Sanaa_PROPN_3_nmod",
        "strike",
        "agent",
        ["Israel"],
    ),
    "the agent of a light verb": (
        "Rebels_NOUN_2_nsubj launched_VERB_0_root an_DET_4_det attack_NOUN_2_obj",
        "attack",
        "agent",
        ["Rebels"],
    ),
    "the agent is not what stands before a hyphen": (
        "Russian_ADJ_3_obl:unmarked ~-_PUNCT_1_punct ~backed_VERB_4_amod offensive_NOUN_0_root",
        "offensive",
        "agent",
        ["backed"],
    ),
    "the agent that two nouns of action share": (
        "shelling_NOUN_0_root and_CCONJ_3_cc strikes_NOUN_1_conj by_ADP_5_case Israel_PROPN_3_nmod",
        "shelling",
        "agent",
        ["Israel"],
    ),
    "the agent that two passive verbs share": (
        "He_PRON_3_nsubj:pass was_AUX_3_aux:pass bombed_VERB_0_root and_CCONJ_5_cc"
        " killed_VERB_3_conj by_ADP_7_case Israel_PROPN_5_obl",
        "bombed",
        "agent",
        ["Israel"],
    ),
    "the sides of which one hangs too deep": (
        "clash_NOUN_0_root between_ADP_3_case rebels_NOUN_1_nmod from_ADP_5_case Ahrar_PROPN_3_nmod"
        " and_CCONJ_7_cc police_NOUN_5_conj",
        "clash",
        "between",
        ["rebels", "police"],
    ),
    "a phrase of the phrase beside it": (
        "strikes_NOUN_0_root by_ADP_3_case Israel_PROPN_1_nmod on_ADP_5_case Sanaa_PROPN_3_nmod",
        "strikes",
        "on",
        ["Sanaa"],
    ),
    "the place behind a comma and in": (
        "Telbisa_PROPN_0_root ~,_PUNCT_4_punct in_ADP_4_case Homs_PROPN_1_nmod",
        "Telbisa",
        "container",
        ["Homs"],
    ),
    "the patient of a noun of action": (
        "killing_NOUN_0_root of_ADP_3_case Ali_PROPN_1_nmod by_ADP_5_case police_NOUN_1_nmod",
        "killing",
        "patient",
        ["Ali"],
    ),
    "a companion of the object": (
        "They_PRON_2_nsubj seized_VERB_0_root Ali_PROPN_2_obj along_ADP_7_case with_ADP_4_fixed"
        " his_PRON_7_nmod:poss wife_NOUN_2_obl",
        "seized",
        "patient",
        ["Ali", "wife"],
    ),
    "the phrase of a light verb": (
        "Ali_PROPN_2_nsubj swore_VERB_0_root allegiance_NOUN_2_obj to_ADP_5_case IS_PROPN_2_obl",
        "allegiance",
        "to",
        ["IS"],
    ),
    "the phrase of a carrier": (
        "declaration_NOUN_0_root of_ADP_3_case allegiance_NOUN_1_nmod to_ADP_5_case"
        " IS_PROPN_1_nmod",
        "allegiance",
        "to",
        ["IS"],
    ),
    "where": (
        "Telbisa_PROPN_0_root ~,_PUNCT_5_punct where_ADV_5_advmod base_NOUN_5_nsubj"
        " lies_VERB_1_acl:relcl",
        "lies",
        "in",
        ["Telbisa"],
    ),
    "a name after its title": (
        "FSA_PROPN_2_compound spokesman_NOUN_3_nmod:desc Ali_PROPN_4_nsubj spoke_VERB_0_root",
        "spokesman",
        "bearer",
        ["Ali"],
    ),
    "a name before its apposition": (
        "Ali_PROPN_7_nsubj ~,_PUNCT_4_punct a_DET_4_det captain_NOUN_7_nsubj of_ADP_6_case"
        " IS_PROPN_4_nmod left_VERB_0_root",
        "captain",
        "bearer",
        ["Ali"],
    ),
    "a name before its apposition without comma": (
        "Police_NOUN_2_nsubj met_VERB_0_root Ali_PROPN_2_obj a_DET_5_det captain_NOUN_2_obj",
        "captain",
        "described",
        ["Ali"],
    ),
    "a second office": (
        "Ali_PROPN_8_nsubj ~,_PUNCT_4_punct a_DET_4_det captain_NOUN_1_appos and_CCONJ_6_cc"
        " cousin_NOUN_4_conj ~,_PUNCT_4_punct left_VERB_0_root",
        "cousin",
        "described",
        ["Ali"],
    ),
    "the bearer himself": (
        "Police_NOUN_2_nsubj met_VERB_0_root a_DET_4_det captain_NOUN_2_obj",
        "captain",
        "bearer",
        ["captain"],
    ),
    "an office that somebody was given": (
        "They_PRON_2_nsubj named_VERB_0_root Ali_PROPN_2_obj commander_NOUN_2_xcomp",
        "commander",
        "bearer",
        ["Ali"],
    ),
    "before the hyphen": (
        "Homs_PROPN_3_compound ~-_PUNCT_1_punct ~based_VERB_4_amod militia_NOUN_0_root",
        "based",
        "prefix",
        ["Homs"],
    ),
    "behind the hyphen, though the parser erred": (
        "Iran_PROPN_5_nsubj ~-_PUNCT_1_punct ~aligned_VERB_1_amod Houthis_PROPN_5_nsubj"
        " fled_VERB_0_root",
        "aligned",
        "modified",
        ["Houthis"],
    ),
    "a place in a place": (
        "They_PRON_2_nsubj left_VERB_0_root Telbisa_PROPN_2_obj in_ADP_5_case Homs_PROPN_2_obl",
        "Telbisa",
        "container",
        ["Homs"],
    ),
    "a place after a comma": (
        "in_ADP_2_case Konduga_PROPN_0_root ~,_PUNCT_4_punct Borno_PROPN_2_appos ~,_PUNCT_2_punct",
        "Konduga",
        "comma",
        ["Borno"],
    ),
    "no place in a list": (
        "Homs_PROPN_0_root ~,_PUNCT_3_punct Hama_PROPN_1_conj ~,_PUNCT_1_punct",
        "Homs",
        "comma",
        [],
    ),
    "between two sides": (
        "clashes_NOUN_0_root between_ADP_3_case rebels_NOUN_1_nmod and_CCONJ_5_cc"
        " police_NOUN_3_conj",
        "clashes",
        "between",
        ["rebels", "police"],
    ),
}


@pytest.mark.parametrize("case", CASES)
def test_who_fills_a_role(case: str) -> None:
    row, trigger, role, expected = CASES[case]
    tree = grow(parse(row))
    index = next(i for i, t in enumerate(tree.tokens) if t.text == trigger)
    groups = fill(tree, index, (Step(role),), load_patterns().grammar)
    assert [tree.tokens[t].text for t in next(groups, ())] == expected


def test_a_path_of_steps_and_its_lemmas() -> None:
    tree = grow(
        parse(
            "Men_NOUN_2_nsubj died_VERB_0_root in_ADP_4_case clashes_NOUN_2_obl with_ADP_6_case"
            " police_NOUN_4_nmod"
        )
    )
    grammar = load_patterns().grammar
    clashes = (Step("in", frozenset({"clash"})), Step("with"))
    accidents = (Step("in", frozenset({"accident"})), Step("with"))
    assert next(fill(tree, 1, clashes, grammar)) == (5,)
    assert not leads(tree, 1, accidents, grammar)


@settings(max_examples=40, deadline=None)
@given(broken())
def test_broken_trees_end(sentence: Sentence) -> None:
    tree = grow(sentence)
    for token in range(len(tree.tokens)):
        for role in sorted(ROLES | {"in", "of", "by"}):
            for group in fill(tree, token, (Step(role),), load_patterns().grammar):
                assert all(0 <= t < len(tree.tokens) for t in group)
