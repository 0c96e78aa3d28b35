import pytest

from allegiance.corpus.naming.lexicon import load_lexicon
from allegiance.corpus.naming.names import find_names
from allegiance.corpus.naming.nominals import find_nominals, pronouns
from allegiance.corpus.naming.phrases import spell
from allegiance.corpus.tree import grow
from tests.corpus.trees import parse


def nominals_of(row: str) -> list[tuple[str, str, int | None]]:
    tree, lexicon = grow(parse(row)), load_lexicon()
    found = find_nominals(tree, find_names(tree, lexicon), lexicon)
    return [(spell(tree.sentence, n.first, n.last), n.type, n.count) for n in found]


@pytest.mark.parametrize(
    ("row", "expected"),
    [
        (
            "At_ADP_2_case least_ADJ_3_nmod forty_NUM_4_nummod rebels_NOUN_5_nsubj "
            "fled_VERB_0_root",
            [("At least forty rebels", "ArmedGroup", 40)],
        ),
        (
            "Two_NUM_2_compound hundred_NUM_6_nsubj of_ADP_5_case those_DET_5_det "
            "fighters_NOUN_2_nmod fled_VERB_0_root",
            [
                ("Two hundred of those fighters", "ArmedGroup", 200),
                ("those fighters", "ArmedGroup", None),
            ],
        ),
        (
            "one_NUM_6_nsubj of_ADP_5_case the_DET_5_det largest_ADJ_5_amod brigades_NOUN_1_nmod "
            "fled_VERB_0_root",
            [("one of the largest brigades", "ArmedGroup", None)],
        ),
        (
            "they_PRON_2_nsubj joined_VERB_0_root the_DET_4_det Guard_PROPN_2_obj",
            [("the Guard", "StateForce", None)],
        ),
        (
            "dozens_NOUN_4_nsubj of_ADP_3_case militants_NOUN_1_nmod fled_VERB_0_root",
            [("dozens of militants", "ArmedGroup", None)],
        ),
        (
            "nine_NUM_6_nsubj of_ADP_5_case its_PRON_5_nmod:poss own_ADJ_5_amod "
            "militants_NOUN_1_nmod fled_VERB_0_root",
            [("nine of its own militants", "ArmedGroup", 9)],
        ),
        (
            "one_NUM_0_root of_ADP_4_case its_PRON_4_nmod:poss commanders_NOUN_1_nmod",
            [("one of its commanders", "Person", 1)],
        ),
        (
            "the_DET_2_det leader_NOUN_6_nsubj of_ADP_5_case another_DET_5_det "
            "coalition_NOUN_2_nmod fled_VERB_0_root",
            [
                ("the leader of another coalition", "Person", None),
                ("another coalition", "Coalition", None),
            ],
        ),
        (
            "soldiers_NOUN_4_nsubj and_CCONJ_3_cc villagers_NOUN_1_conj fled_VERB_0_root",
            [("soldiers", "StateForce", None), ("villagers", "Person", None)],
        ),
        (
            "a_DET_3_det Tunisian_ADJ_3_amod national_ADJ_0_root ~,_PUNCT_3_punct",
            [("a Tunisian national", "Person", None)],
        ),
        (
            "those_PRON_4_nsubj who_PRON_3_nsubj fled_VERB_1_acl:relcl returned_VERB_0_root",
            [("those", "Person", None)],
        ),
        (
            "their_PRON_7_nmod:poss nine_NUM_4_nummod ~-_PUNCT_2_punct ~month_NOUN_6_obl "
            "~-_PUNCT_4_punct ~old_ADJ_7_amod son_NOUN_0_root",
            [("their nine-month-old son", "Person", None)],
        ),
        (
            "tens_NOUN_6_nsubj of_ADP_3_case thousands_NOUN_1_nmod of_ADP_5_case "
            "civilians_NOUN_1_nmod fled_VERB_0_root",
            [("tens of thousands of civilians", "Person", None)],
        ),
        (
            "1,200_NUM_2_nummod troops_NOUN_3_nsubj fled_VERB_0_root",
            [("1,200 troops", "StateForce", 1200)],
        ),
        ("treason_NOUN_2_nsubj pays_VERB_0_root", []),
        (
            "most_ADJ_4_nsubj of_ADP_3_case them_PRON_1_nmod fled_VERB_0_root",
            [("most of them", "Person", None)],
        ),
        (
            "half_NOUN_5_nsubj of_ADP_4_case the_DET_4_det brigade_NOUN_1_nmod fled_VERB_0_root",
            [("half of the brigade", "ArmedGroup", None), ("the brigade", "ArmedGroup", None)],
        ),
        (
            "they_PRON_2_nsubj killed_VERB_0_root 12_NUM_2_nummod",
            [("12", "Person", 12)],
        ),
        ("President_PROPN_2_compound Haddad_PROPN_3_nsubj fled_VERB_0_root", []),
        (
            "the_DET_2_det town_NOUN_0_root of_ADP_4_case Harran_PROPN_2_nmod northern_ADJ_6_amod "
            "Syria_PROPN_4_nmod | names 4-4:LOC 6-6:LOC",
            [("the town of Harran", "Town", None)],
        ),
    ],
)
def test_descriptions(row: str, expected: list[tuple[str, str, int | None]]) -> None:
    assert nominals_of(row) == expected


def test_a_noun_that_only_the_tagger_knows() -> None:
    row = "two_NUM_2_nummod sappers_NOUN_3_nsubj fled_VERB_0_root | spans 1-2:Person"
    assert nominals_of(row) == [("two sappers", "Person", 2)]


def test_pronouns_without_those_that_stand_for_nothing() -> None:
    tree = grow(
        parse("It_PRON_2_expl seems_VERB_0_root they_PRON_4_nsubj left_VERB_2_ccomp his_PRON_4_obj")
    )
    assert list(pronouns(tree)) == [2, 4]
