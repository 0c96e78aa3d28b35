import pytest

from allegiance.corpus.naming.lexicon import load_lexicon
from allegiance.corpus.naming.numerals import count_of
from allegiance.corpus.tree import grow
from tests.corpus.trees import read


@pytest.mark.parametrize(
    ("row", "count"),
    [
        ("forty_NUM_4_nummod ~-_PUNCT_1_punct ~two_NUM_1_compound men_NOUN_0_root", 42),
        (
            "a_DET_5_det nine_NUM_4_nummod ~-_PUNCT_2_punct ~month_NOUN_5_compound boy_NOUN_0_root",
            None,
        ),
        (
            "two_NUM_2_compound hundred_NUM_5_nummod and_CCONJ_4_cc six_NUM_2_conj men_NOUN_0_root",
            206,
        ),
        (
            "twenty_NUM_0_root of_ADP_5_case his_PRON_5_nmod:poss 118_NUM_5_nummod men_NOUN_1_nmod",
            20,
        ),
        ("two_NUM_4_nummod or_CCONJ_3_cc three_NUM_1_conj men_NOUN_0_root", 2),
        ("several_ADJ_2_amod hundred_NUM_3_nummod men_NOUN_0_root", None),
        ("a_DET_2_det hundred_NUM_3_nummod men_NOUN_0_root", 100),
    ],
)
def test_how_many(row: str, count: int | None) -> None:
    tree = grow(read(row)[1][0])
    assert count_of(tree, 0, len(tree.tokens), load_lexicon()) == count
