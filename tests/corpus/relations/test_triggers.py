import pytest

from allegiance.corpus.relations.participants import cast, enrol
from allegiance.corpus.relations.pattern import load_patterns
from allegiance.corpus.relations.triggers import triggered
from allegiance.corpus.tree import grow
from tests.corpus.casts import mentions_of
from tests.corpus.trees import read

CASES = [
    ("They_PRON_2_nsubj attacked_VERB_0_root", {"attack"}, set()),
    ("They_PRON_2_nsubj broke_VERB_0_root off_ADP_2_compound:prt", {"break-off"}, set()),
    ("They_PRON_2_nsubj broke_VERB_0_root bread_NOUN_2_obj", set(), {"break-off"}),
    ("Homs_PROPN_3_compound ~-_PUNCT_1_punct ~based_VERB_0_root", {"hyphen-based"}, {"based-in"}),
    ("They_PRON_3_nsubj are_AUX_3_cop based_ADJ_0_root", {"based-in"}, {"hyphen-based"}),
    ("They_PRON_2_nsubj took_VERB_0_root control_NOUN_2_obj", {"take-control"}, {"in-control"}),
    ("They_PRON_2_nsubj lost_VERB_0_root control_NOUN_2_obj", set(), {"take-control"}),
    (
        "They_PRON_2_nsubj took_VERB_0_root him_PRON_2_obj hostage_NOUN_2_xcomp",
        {"take-hostage"},
        {"take-prisoner"},
    ),
    ("the_DET_2_det leader_NOUN_0_root", {"head-of"}, {"ranked-head"}),
    ("a_DET_2_det leader_NOUN_0_root", {"ranked-head"}, {"head-of"}),
    (
        "his_PRON_3_nmod:poss deputy_NOUN_3_compound leader_NOUN_0_root",
        {"ranked-head"},
        {"head-of"},
    ),
]


@pytest.mark.parametrize(("row", "fires", "silent"), CASES)
def test_what_a_word_sets_off(row: str, fires: set[str], silent: set[str]) -> None:
    _, sentences = read(row)
    players = cast(grow(sentences[0]), enrol(sentences, (), ()), 0, load_patterns().grammar)
    found = {pattern.id for _, patterns in triggered(players) for pattern in patterns}
    assert fires <= found
    assert not silent & found


def test_the_type_of_a_name_sets_a_pattern_off() -> None:
    _, sentences = read("Homs_PROPN_0_root")
    mentions, chains = mentions_of(sentences, {"Homs": "Town"})
    roster = enrol(sentences, mentions, chains)
    players = cast(grow(sentences[0]), roster, 0, load_patterns().grammar)
    assert {p.id for _, patterns in triggered(players) for p in patterns} == {"place-in-place"}


def test_a_noun_inside_a_name_sets_nothing_off() -> None:
    _, sentences = read("the_DET_3_det Dawn_PROPN_3_compound Brigade_PROPN_0_root")
    roster = enrol(sentences, *mentions_of(sentences, {"Dawn Brigade": "Entity"}))
    players = cast(grow(sentences[0]), roster, 0, load_patterns().grammar)
    assert list(triggered(players)) == []
