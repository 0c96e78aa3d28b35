"""Bodies of fighters take their type from whose they are."""

import pytest

from allegiance.corpus.coreference.resolution import resolve_mentions
from allegiance.corpus.mentions import find_mentions
from tests.corpus.trees import read


@pytest.mark.parametrize(
    ("row", "phrase", "expected"),
    [
        (
            "a_DET_2_det battalion_NOUN_6_nsubj of_ADP_5_case the_DET_5_det army_NOUN_2_nmod "
            "fled_VERB_0_root",
            "a battalion of the army",
            "StateForce",
        ),
        (
            "two_NUM_2_nummod soldiers_NOUN_6_nsubj of_ADP_5_case the_DET_5_det "
            "militia_NOUN_2_nmod fled_VERB_0_root",
            "two soldiers of the militia",
            "ArmedGroup",
        ),
        (
            "the_DET_2_det militia_NOUN_3_nsubj lost_VERB_0_root ten_NUM_3_obj of_ADP_7_case "
            "its_PRON_7_nmod:poss soldiers_NOUN_4_nmod",
            "ten of its soldiers",
            "ArmedGroup",
        ),
        (
            "two_NUM_2_nummod deserters_NOUN_6_nsubj of_ADP_5_case the_DET_5_det army_NOUN_2_nmod "
            "fled_VERB_0_root",
            "two deserters of the army",
            "ArmedGroup",
        ),
    ],
)
def test_whose_they_are(row: str, phrase: str, expected: str) -> None:
    document, sentences = read(row)
    mentions = find_mentions(sentences, document.text)
    chains = resolve_mentions(sentences, mentions)
    types = {mentions[m].text: chain.type for chain in chains for m in chain.mentions}
    assert types[phrase] == expected
