import pytest

from allegiance.corpus.naming.lexicon import load_lexicon
from allegiance.corpus.naming.quantities import counted, is_whole
from allegiance.corpus.tree import grow
from tests.corpus.trees import parse


@pytest.mark.parametrize(
    ("adjective", "expected"), [("West", True), ("largest", False), ("newest", False)]
)
def test_a_superlative_parts_nobody(adjective: str, expected: bool) -> None:
    row = (
        f"two_NUM_6_nsubj of_ADP_5_case the_DET_5_det {adjective}_ADJ_5_amod rebels_NOUN_1_nmod "
        "fled_VERB_0_root"
    )
    assert is_whole(grow(parse(row)), 4, load_lexicon()) is expected


@pytest.mark.parametrize("levels", [40, 2000])
def test_parts_of_parts_are_followed_however_many_there_are(levels: int) -> None:
    def row(last: str) -> str:
        first = f"some_PRON_{2 * levels + 2}_nsubj"
        inner = [f"of_ADP_{n + 1}_case some_PRON_{n - 1}_nmod" for n in range(2, 2 * levels, 2)]
        end = f"of_ADP_{2 * levels + 1}_case {last}_{2 * levels - 1}_nmod fled_VERB_0_root"
        return " ".join([first, *inner, end])

    lexicon = load_lexicon()
    assert counted(grow(parse(row("them_PRON"))), 0, lexicon, set()) == -1
    assert counted(grow(parse(row("rebels_NOUN"))), 0, lexicon, set()) == 2 * levels
