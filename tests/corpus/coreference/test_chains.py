import pytest

from allegiance.corpus.coreference.chains import best_name
from allegiance.corpus.coreference.resolution import resolve_mentions
from allegiance.corpus.mentions import find_mentions
from tests.corpus.trees import read


@pytest.mark.parametrize(
    ("names", "kind", "expected"),
    [
        (["ISIS", "Islamic State", "ISIS"], "Group", "Islamic State"),
        (["FVA", "Free Valley Army", "FVA"], "Group", "Free Valley Army"),
        (["Haddad", "Karim Haddad", "Haddad"], "Person", "Karim Haddad"),
        (["Harran", "Harran city", "Harran"], "Place", "Harran"),
        (["FVA", "FVA"], "Group", "FVA"),
    ],
)
def test_the_best_name(names: list[str], kind: str, expected: str) -> None:
    assert best_name(names, kind) == expected


@pytest.mark.parametrize(
    ("row", "name", "alias"),
    [
        (
            "Harran_PROPN_2_compound province_NOUN_3_nsubj burned_VERB_0_root | names 1-1:LOC",
            "Harran province",
            "Harran",
        ),
        (
            "the_DET_2_det army_NOUN_5_nmod:poss ~'s_PART_2_case Harran_PROPN_5_compound "
            "Battalion_PROPN_6_nsubj fled_VERB_0_root ~._PUNCT_6_punct | names 4-5:ORG",
            "Harran Battalion",
            "the army's Harran Battalion",
        ),
        (
            "the_DET_4_det rival_ADJ_4_amod Harran_PROPN_4_compound Battalion_PROPN_5_nsubj "
            "fled_VERB_0_root ~._PUNCT_5_punct | names 3-4:ORG",
            "Harran Battalion",
            "the rival Harran Battalion",
        ),
        (
            "the_DET_3_det Harran_PROPN_3_compound Battalion_PROPN_7_nsubj of_ADP_6_case "
            "the_DET_6_det Taliban_PROPN_3_nmod fled_VERB_0_root ~._PUNCT_7_punct | names 2-6:ORG",
            "Harran Battalion",
            "Harran Battalion of the Taliban",
        ),
        (
            "villages_NOUN_5_nsubj east_ADV_4_advmod of_ADP_4_case Harran_PROPN_1_nmod "
            "fell_VERB_0_root ~._PUNCT_5_punct | names 4-4:LOC",
            "villages",
            "villages east of Harran",
        ),
    ],
)
def test_what_stands_around_a_name_or_description_is_one_of_its_names(
    row: str, name: str, alias: str
) -> None:
    document, sentences = read(row)
    mentions = find_mentions(sentences, document.text)
    chains = resolve_mentions(sentences, mentions, lambda text, index: None)
    assert alias in next(chain.aliases for chain in chains if chain.name == name)
