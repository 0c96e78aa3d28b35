import pytest
from hypothesis import given

from allegiance.corpus.sentence import Sentence
from allegiance.corpus.tree import (
    Tree,
    antecedent,
    cases,
    conjuncts,
    deref,
    examples,
    grow,
    is_relative,
    is_verb,
    upwards,
)
from tests.corpus.casts import broken
from tests.corpus.trees import parse


def tree(row: str) -> Tree:
    return grow(parse(row))


def words(found: Tree, tokens: tuple[int, ...]) -> list[str]:
    return [found.tokens[t].text for t in tokens]


TOWN = (
    "The_DET_2_det rebels_NOUN_3_nsubj took_VERB_0_root the_DET_5_det town_NOUN_3_obj"
    " that_PRON_8_obj soldiers_NOUN_8_nsubj left_VERB_5_acl:relcl"
)


def test_children_by_relation() -> None:
    found = tree(
        "Men_NOUN_3_nsubj were_AUX_3_aux:pass seen_VERB_0_root by_ADP_5_case us_PRON_3_obl"
    )
    assert found.children(2, "aux") == (1,)
    assert found.children(2, "aux:pass") == (1,)
    assert found.children(2, "nsubj", "obl") == (0, 4)
    assert found.has(2, "obl")
    assert not found.has(2, "obj")


def test_case_words() -> None:
    found = tree(
        "fled_VERB_0_root out_ADP_4_case of_ADP_4_case town_NOUN_1_obl"
        " such_ADJ_7_case as_ADP_5_fixed Homs_PROPN_4_nmod"
    )
    assert cases(found, 3) == {"out", "of"}
    assert cases(found, 6) == {"such as"}


def test_conjuncts_and_examples() -> None:
    found = tree(
        "groups_NOUN_0_root including_VERB_3_case Ahrar_PROPN_1_nmod"
        " and_CCONJ_5_cc Nusra_PROPN_3_conj"
    )
    assert words(found, conjuncts(found, 0)) == ["groups", "Ahrar", "Nusra"]
    assert examples(found, (0, 2, 4)) == {0: (2,)}
    assert examples(found, (0,)) == {}


def test_relative_pronoun_stands_for_its_noun() -> None:
    found = tree(TOWN)
    assert is_relative(found, 5)
    assert antecedent(found, 5) == 4
    assert deref(found, 5) == 4
    assert deref(found, 6) == 6


@pytest.mark.parametrize(
    ("word", "expected"),
    [("left_VERB", True), ("was_AUX", True), ("armed_ADJ", True), ("brave_ADJ", False)],
)
def test_is_verb(word: str, expected: bool) -> None:
    assert is_verb(tree(f"{word}_0_root"), 0) is expected


def test_upwards_stops_in_a_circle() -> None:
    found = tree("a_NOUN_2_conj b_NOUN_1_conj")
    assert len(list(upwards(found, 0))) <= 2


@given(broken())
def test_broken_trees_do_no_harm(sentence: Sentence) -> None:
    found = grow(sentence)
    for token in range(len(found.tokens)):
        conjuncts(found, token)
        deref(found, token)
        assert len(list(upwards(found, token))) <= len(found.tokens)
