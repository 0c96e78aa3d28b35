from collections.abc import Mapping, Sequence
from time import perf_counter

import pytest
from hypothesis import given, settings

from allegiance.corpus.mention import Chain, Mention
from allegiance.corpus.relation import Relation
from allegiance.corpus.relations.finding import find_relations
from allegiance.corpus.sentence import Sentence
from tests.corpus.casts import broken, mentions_of
from tests.corpus.trees import read


def found(rows: Sequence[str], types: Mapping[str, str]) -> list[tuple[str, str, str]]:
    _, sentences = read(*rows)
    mentions, chains = mentions_of(sentences, types)
    names = {m: chain.name for chain in chains for m in chain.mentions}
    relations = find_relations(sentences, mentions, chains)
    return [(names[r.subject], r.relation, names[r.object]) for r in relations]


CASES: dict[str, tuple[str, Mapping[str, str], list[tuple[str, str, str]]]] = {
    "members of a coordination are spelled out": (
        "Ahrar_PROPN_4_nsubj and_CCONJ_3_cc Nusra_PROPN_1_conj attacked_VERB_0_root"
        " Homs_PROPN_4_obj and_CCONJ_7_cc Hama_PROPN_5_conj",
        {"Ahrar": "ArmedGroup", "Nusra": "ArmedGroup", "Homs": "Town", "Hama": "Town"},
        [
            ("Ahrar", "attacked", "Homs"),
            ("Ahrar", "attacked", "Hama"),
            ("Nusra", "attacked", "Homs"),
            ("Nusra", "attacked", "Hama"),
        ],
    ),
    "types decide what capturing means: a place": (
        "Ahrar_PROPN_2_nsubj captured_VERB_0_root Homs_PROPN_2_obj",
        {"Ahrar": "ArmedGroup", "Homs": "Town"},
        [("Ahrar", "controls", "Homs")],
    ),
    "types decide what capturing means: a person": (
        "Ahrar_PROPN_2_nsubj captured_VERB_0_root Ali_PROPN_2_obj",
        {"Ahrar": "ArmedGroup", "Ali": "Person"},
        [("Ahrar", "detained", "Ali")],
    ),
    "seized phones are no prisoners": (
        "Police_NOUN_2_nsubj seized_VERB_0_root four_NUM_4_nummod phones_NOUN_2_obj",
        {"Police": "StateForce", "four phones": "Person"},
        [],
    ),
    "a verb and the noun below it tell one event": (
        "Ahrar_PROPN_2_nsubj attacked_VERB_0_root Homs_PROPN_2_obj in_ADP_6_case a_DET_6_det"
        " raid_NOUN_2_obl on_ADP_8_case it_PRON_6_nmod",
        {"Ahrar": "ArmedGroup", "Homs": "Town", "it=Homs": "Town"},
        [("Ahrar", "attacked", "Homs")],
    ),
    "two verbs tell two events": (
        "Ahrar_PROPN_2_nsubj attacked_VERB_0_root Homs_PROPN_2_obj and_CCONJ_5_cc"
        " shelled_VERB_2_conj it_PRON_5_obj",
        {"Ahrar": "ArmedGroup", "Homs": "Town", "it=Homs": "Town"},
        [("Ahrar", "attacked", "Homs"), ("Ahrar", "attacked", "Homs")],
    ),
    "who intends to defect leaves the group of the others": (
        "Ahrar_PROPN_2_nsubj saw_VERB_0_root its_PRON_4_nmod:poss members_NOUN_2_obj and_CCONJ_7_cc"
        " some_DET_7_det militants_NOUN_4_conj defect_VERB_7_acl",
        {
            "Ahrar": "ArmedGroup",
            "its=Ahrar": "ArmedGroup",
            "its members": "Person",
            "some militants": "Person",
        },
        [
            ("some militants", "defected-from", "Ahrar"),
        ],
    ),
    "nobody fights himself": (
        "Ahrar_PROPN_2_nsubj fought_VERB_0_root them_PRON_2_obj",
        {"Ahrar": "ArmedGroup", "them=Ahrar": "ArmedGroup"},
        [],
    ),
    "a body of fighters stands for its group": (
        "ELN_PROPN_2_compound fighters_NOUN_3_nsubj attacked_VERB_0_root Cali_PROPN_3_obj",
        {"ELN": "ArmedGroup", "ELN fighters": "ArmedGroup", "Cali": "Town"},
        [("ELN", "attacked", "Cali")],
    ),
    "fighters who are counted stand for themselves": (
        "Police_NOUN_2_nsubj killed_VERB_0_root six_NUM_5_nummod ELN_PROPN_5_compound"
        " fighters_NOUN_2_obj",
        {"Police": "StateForce", "ELN": "ArmedGroup", "six ELN fighters": "ArmedGroup"},
        [("Police", "killed", "six ELN fighters"), ("six ELN fighters", "member-of", "ELN")],
    ),
    "a member of whom nothing else is told is left out": (
        "An_DET_3_det ELN_PROPN_3_compound commander_NOUN_4_nsubj spoke_VERB_0_root",
        {"ELN": "ArmedGroup", "An ELN commander": "Person"},
        [],
    ),
    "a named member is kept": (
        "Ali_PROPN_7_nsubj ~,_PUNCT_4_punct a_DET_4_det commander_NOUN_1_appos in_ADP_6_case"
        " ELN_PROPN_4_nmod spoke_VERB_0_root",
        {"Ali": "Person", "ELN": "ArmedGroup"},
        [("Ali", "member-of", "ELN")],
    ),
    "who left is no member": (
        "Two_NUM_3_nummod ELN_PROPN_3_compound fighters_NOUN_4_nsubj deserted_VERB_0_root"
        " the_DET_6_det group_NOUN_4_obj",
        {"ELN": "ArmedGroup", "Two ELN fighters": "ArmedGroup", "the group=ELN": "ArmedGroup"},
        [("Two ELN fighters", "defected-from", "ELN")],
    ),
    "through the ranks to the group": (
        "Men_NOUN_2_nsubj deserted_VERB_0_root ELN_PROPN_5_nmod:poss ~'s_PART_3_case"
        " ranks_NOUN_2_obj",
        {"Men": "Person", "ELN": "ArmedGroup"},
        [("Men", "defected-from", "ELN")],
    ),
    "an object left unsaid is the group that is mentioned": (
        "ELN_PROPN_2_nsubj arrested_VERB_0_root two_NUM_5_nummod its_PRON_5_nmod:poss"
        " fighters_NOUN_2_obj for_SCONJ_7_mark attempting_VERB_2_advcl dissidence_NOUN_7_obj",
        {"ELN": "ArmedGroup", "two its fighters": "ArmedGroup", "its=ELN": "ArmedGroup"},
        [
            ("ELN", "detained", "two its fighters"),
            ("two its fighters", "member-of", "ELN"),
            ("two its fighters", "defected-from", "ELN"),
        ],
    ),
    "sides of a fight": (
        "Clashes_NOUN_0_root between_ADP_3_case Ahrar_PROPN_1_nmod and_CCONJ_5_cc"
        " Nusra_PROPN_3_conj and_CCONJ_7_cc Jund_PROPN_3_conj",
        {"Ahrar": "ArmedGroup", "Nusra": "ArmedGroup", "Jund": "ArmedGroup"},
        [("Ahrar", "fought", "Nusra"), ("Ahrar", "fought", "Jund")],
    ),
    "examples say better who is meant": (
        "Nusra_PROPN_2_nsubj attacked_VERB_0_root groups_NOUN_2_obj including_VERB_5_case"
        " Ahrar_PROPN_3_nmod",
        {"Nusra": "ArmedGroup", "groups": "ArmedGroup", "Ahrar": "ArmedGroup"},
        [("Nusra", "attacked", "Ahrar")],
    ),
    "what hangs on nobody is no second somebody": (
        "siege_NOUN_0_root by_ADP_3_case Assad_PROPN_1_nmod on_ADP_5_case hand_NOUN_1_nmod"
        " and_CCONJ_7_cc Turkey_PROPN_5_conj",
        {"Assad": "Person", "Turkey": "Country"},
        [],
    ),
    "nobody in particular": (
        "Kurds_PROPN_2_nsubj fight_VERB_0_root those_PRON_2_obj who_PRON_5_nsubj"
        " attack_VERB_3_acl:relcl them_PRON_5_obj",
        {"Kurds": "ArmedGroup", "those": "ArmedGroup", "them=Kurds": "ArmedGroup"},
        [],
    ),
    "the town that a phrase names": (
        "Ahrar_PROPN_2_nsubj took_VERB_0_root the_DET_4_det town_NOUN_2_obj of_ADP_6_case"
        " Salqin_PROPN_4_nmod",
        {"Ahrar": "ArmedGroup", "the town of Salqin": "Town", "Salqin": "Town"},
        [("Ahrar", "controls", "Salqin")],
    ),
    "an undecided type fits everywhere": (
        "Ahrar_PROPN_2_nsubj attacked_VERB_0_root Zarqa_PROPN_2_obj",
        {"Ahrar": "ArmedGroup", "Zarqa": "Entity"},
        [("Ahrar", "attacked", "Zarqa")],
    ),
    "a town attacks nobody": (
        "Homs_PROPN_2_nsubj attacked_VERB_0_root Ahrar_PROPN_2_obj",
        {"Homs": "Town", "Ahrar": "ArmedGroup"},
        [],
    ),
}


@pytest.mark.parametrize("case", CASES)
def test_relations_of_a_sentence(case: str) -> None:
    row, types, expected = CASES[case]
    assert sorted(found([row], types)) == sorted(expected)


def test_a_membership_told_elsewhere_names_the_group_left_unsaid() -> None:
    rows = [
        "ELN_PROPN_2_nsubj killed_VERB_0_root two_NUM_5_nummod its_PRON_5_nmod:poss"
        " fighters_NOUN_2_obj",
        "The_DET_2_det men_NOUN_4_nsubj:pass were_AUX_4_aux:pass accused_VERB_0_root"
        " of_SCONJ_6_mark fleeing_VERB_4_advcl battle_NOUN_6_obj with_ADP_9_case ELN_PROPN_6_obl",
    ]
    types = {
        "ELN": "ArmedGroup",
        "its=ELN": "ArmedGroup",
        "two its fighters": "ArmedGroup",
        "The men=two its fighters": "ArmedGroup",
    }
    assert ("two its fighters", "defected-from", "ELN") in found(rows, types)


def test_order_and_reason() -> None:
    _, sentences = read(
        "Ahrar_PROPN_2_nsubj shelled_VERB_0_root Homs_PROPN_2_obj",
        "Ahrar_PROPN_2_nsubj took_VERB_0_root Homs_PROPN_2_obj",
    )
    mentions, chains = mentions_of(sentences, {"Ahrar": "ArmedGroup", "Homs": "Town"})
    relations = find_relations(sentences, mentions, chains)
    assert [(r.sentence, r.trigger, r.pattern) for r in relations] == [
        (0, 1, "attack"),
        (1, 1, "control"),
    ]
    assert all(isinstance(r, Relation) and 0 < r.confidence <= 1 for r in relations)


@settings(max_examples=60, deadline=None)
@given(broken())
def test_broken_trees_give_valid_relations(sentence: Sentence) -> None:
    mentions = tuple(
        Mention(0, i, i + 1, i, t.start, t.end, t.text, "name", "Entity")
        for i, t in enumerate(sentence.tokens)
        if t.upos in {"NOUN", "PROPN"}
    )
    chains = tuple(
        Chain((i,), (), "Entity", m.text, (), unnamed=False) for i, m in enumerate(mentions)
    )
    for relation in find_relations([sentence], mentions, chains):
        assert relation.subject != relation.object
        assert 0 <= relation.trigger < len(sentence.tokens)


def test_time_grows_with_the_text_only() -> None:
    row = (
        "Ahrar_PROPN_2_nsubj attacked_VERB_0_root Homs_PROPN_2_obj and_CCONJ_5_cc"
        " killed_VERB_2_conj six_NUM_7_nummod soldiers_NOUN_5_obj"
    )
    types = {"Ahrar": "ArmedGroup", "Homs": "Town", "six soldiers": "StateForce"}
    _, sentences = read(*[row] * 1500)
    mentions, chains = mentions_of(sentences, types)
    start = perf_counter()
    relations = find_relations(sentences, mentions, chains)
    words = sum(len(s.tokens) for s in sentences)
    assert len(relations) == 3000
    assert words / (perf_counter() - start) > 2000
