"""Whole chains: rows of hand-made trees, and which mentions end up together."""

import pytest

from allegiance.corpus.coreference.resolution import resolve_mentions
from allegiance.corpus.mention import Chain, Mention
from allegiance.corpus.mentions import find_mentions
from tests.corpus.trees import read

BATTALION = (
    "The_DET_2_det battalion_NOUN_5_nsubj Usud_PROPN_2_appos al-Wadi_PROPN_3_flat left_VERB_0_root "
    "Feilaq_PROPN_5_obj al-Nahr_PROPN_6_flat ~._PUNCT_5_punct | names 3-4:ORG 6-7:ORG"
)
TALKS = (
    "Karim_PROPN_4_nsubj Haddad_PROPN_1_flat has_AUX_4_aux met_VERB_0_root Salim_PROPN_4_obj "
    "Haddad_PROPN_5_flat ~._PUNCT_4_punct | names 1-2:PER 5-6:PER"
)
DESERTERS = (
    "Nine_NUM_5_nsubj of_ADP_4_case its_PRON_4_nmod:poss militants_NOUN_1_nmod fled_VERB_0_root "
    "~._PUNCT_5_punct"
)


def resolved(*rows: str) -> tuple[tuple[Mention, ...], tuple[Chain, ...]]:
    document, sentences = read(*rows)
    mentions = find_mentions(sentences, document.text)
    return mentions, resolve_mentions(sentences, mentions)


def groups_of(*rows: str) -> list[set[str]]:
    """The texts of every chain of more than one mention."""
    mentions, chains = resolved(*rows)
    return [
        {mentions[m].text for m in chain.mentions} for chain in chains if len(chain.mentions) > 1
    ]


@pytest.mark.parametrize(
    ("rows", "expected"),
    [
        (
            (BATTALION, "The_DET_2_det group_NOUN_3_nsubj rested_VERB_0_root"),
            [{"The battalion", "Usud al-Wadi", "The group"}],
        ),
        (
            (BATTALION, "Later_ADV_3_advmod it_PRON_3_nsubj rested_VERB_0_root"),
            [{"The battalion", "Usud al-Wadi", "it"}],
        ),
        (
            (BATTALION, "Feilaq_PROPN_2_nsubj rested_VERB_0_root | names 1-1:LOC"),
            [{"The battalion", "Usud al-Wadi"}, {"Feilaq al-Nahr", "Feilaq"}],
        ),
        ((TALKS,), []),
        (
            (TALKS, "Haddad_PROPN_2_nsubj slept_VERB_0_root | names 1-1:PER"),
            [{"Karim Haddad", "Haddad"}],
        ),
        (
            (TALKS, "Salim_PROPN_2_nsubj slept_VERB_0_root | names 1-1:LOC"),
            [{"Salim Haddad", "Salim"}],
        ),
        (
            (DESERTERS, "The_DET_3_det nine_NUM_3_nummod militants_NOUN_4_nsubj hid_VERB_0_root"),
            [{"Nine of its militants", "The nine militants"}],
        ),
        (
            (DESERTERS, "The_DET_3_det five_NUM_3_nummod militants_NOUN_4_nsubj hid_VERB_0_root"),
            [],
        ),
        (
            (
                "the_DET_3_det Valley_PROPN_3_compound Guard_PROPN_4_nsubj fled_VERB_0_root "
                "| names 2-3:ORG",
                "later_ADV_4_advmod the_DET_3_det Guard_PROPN_4_nsubj returned_VERB_0_root",
            ),
            [{"Valley Guard", "the Guard"}],
        ),
        (
            (DESERTERS, "They_PRON_2_nsubj hid_VERB_0_root"),
            [{"Nine of its militants", "They"}],
        ),
        (
            (DESERTERS, "The_DET_2_det rebels_NOUN_3_nsubj hid_VERB_0_root"),
            [],
        ),
        (
            (
                "The_DET_3_det Chadian_ADJ_3_amod army_NOUN_4_nsubj left_VERB_0_root "
                "the_DET_6_det city_NOUN_4_obj of_ADP_8_case Harran_PROPN_6_nmod "
                "| names 8-8:LOC",
                "The_DET_2_det army_NOUN_3_nsubj burned_VERB_0_root the_DET_5_det city_NOUN_3_obj",
            ),
            [{"Chadian army", "The army"}, {"the city of Harran", "Harran", "the city"}],
        ),
        (
            (
                "Chad_PROPN_2_nsubj bombed_VERB_0_root Libya_PROPN_2_obj | names 1-1:LOC 3-3:LOC",
                "Chadian_ADJ_2_amod jets_NOUN_3_nsubj fled_VERB_0_root",
            ),
            [{"Chad", "Chadian"}],
        ),
        (
            (
                "The_DET_4_det Free_ADJ_4_amod Valley_PROPN_4_compound Army_PROPN_5_nsubj "
                "fled_VERB_0_root | names 2-4:ORG | aside 4:FVA",
                "The_DET_2_det FVA_PROPN_3_nsubj fled_VERB_0_root | names 2-2:ORG",
            ),
            [{"Free Valley Army", "FVA"}],
        ),
        (
            (
                "ISIS_PROPN_2_nsubj killed_VERB_0_root a_DET_4_det militant_NOUN_2_obj "
                "along_ADP_8_case with_ADP_8_case his_PRON_8_nmod:poss wife_NOUN_4_nmod",
            ),
            [{"a militant", "his"}],
        ),
    ],
)
def test_chains(rows: tuple[str, ...], expected: list[set[str]]) -> None:
    assert groups_of(*rows) == expected


def test_feilaq_homs_in_two_spellings_is_one_and_feilaq_sham_another() -> None:
    rows = [
        f"Feilaq_PROPN_3_nsubj {name}_PROPN_1_flat fled_VERB_0_root ~._PUNCT_3_punct "
        "| names 1-2:ORG"
        for name in ("al-Homs", "a-Sham", "a-Homs")
    ]
    assert groups_of(*rows) == [{"Feilaq al-Homs", "Feilaq a-Homs"}]


def test_a_chain_tells_name_aliases_type_and_rules() -> None:
    _, chains = resolved(BATTALION, "Later_ADV_3_advmod it_PRON_3_nsubj rested_VERB_0_root")
    battalion = chains[0]
    assert (battalion.name, battalion.aliases) == ("Usud al-Wadi", ("The battalion",))
    assert (battalion.type, battalion.unnamed) == ("ArmedGroup", False)
    assert {link.rule for link in battalion.links} == {"title", "pronoun"}


def test_an_unnamed_chain_is_called_by_its_best_description() -> None:
    _, chains = resolved(
        DESERTERS, "The_DET_3_det nine_NUM_3_nummod militants_NOUN_4_nsubj hid_VERB_0_root"
    )
    chain = next(c for c in chains if len(c.mentions) > 1)
    assert (chain.name, chain.unnamed, chain.count) == ("Nine of its militants", True, 9)
    assert chain.aliases == ("The nine militants",)


def test_an_introduced_group_gets_its_name_later() -> None:
    found = groups_of(
        "A_DET_3_det rebel_NOUN_3_compound group_NOUN_4_nsubj fled_VERB_0_root ~._PUNCT_4_punct",
        BATTALION,
    )
    assert found == [{"A rebel group", "The battalion", "Usud al-Wadi"}]


def test_a_name_beside_the_description_that_takes_up_an_introduction() -> None:
    found = groups_of(
        "A_DET_3_det rebel_NOUN_3_compound battalion_NOUN_4_nsubj fled_VERB_0_root "
        "~._PUNCT_4_punct",
        "Usud_PROPN_3_nsubj al-Wadi_PROPN_1_flat left_VERB_0_root ~,_PUNCT_5_punct "
        "said_VERB_3_conj "
        "friends_NOUN_5_nsubj of_ADP_9_case the_DET_9_det battalion_NOUN_6_nmod ~._PUNCT_3_punct "
        "| names 1-2:ORG",
    )
    assert found == [{"A rebel battalion", "Usud al-Wadi", "the battalion"}]


def test_a_battalion_is_no_well_known_group() -> None:
    found = groups_of(
        "Usud_PROPN_3_nsubj al-Wadi_PROPN_1_flat joined_VERB_0_root the_DET_6_det "
        "Islamic_ADJ_6_amod "
        "State_PROPN_3_obj ~._PUNCT_3_punct | names 1-2:ORG 5-6:ORG",
        "Today_ADV_4_advmod the_DET_3_det battalion_NOUN_4_nsubj rested_VERB_0_root",
    )
    assert found == [{"Usud al-Wadi", "the battalion"}]


def test_who_speaks_is_not_whom_he_names() -> None:
    found = groups_of(
        "Ziad_PROPN_3_nsubj Saleh_PROPN_1_flat slept_VERB_0_root ~._PUNCT_3_punct | names 1-2:PER",
        "“_PUNCT_4_punct Karim_PROPN_4_nsubj Haddad_PROPN_2_flat fled_VERB_7_ccomp "
        "~”_PUNCT_4_punct "
        "he_PRON_7_nsubj said_VERB_0_root | names 2-3:PER",
    )
    assert found == [{"Ziad Saleh", "he"}]


def test_nobody_takes_up_the_subject_of_its_own_clause() -> None:
    found = groups_of(
        "Usud_PROPN_3_nsubj al-Wadi_PROPN_1_flat rested_VERB_0_root ~._PUNCT_3_punct | names "
        "1-2:ORG",
        "Liwa_PROPN_3_nsubj Shahba_PROPN_1_flat attacked_VERB_0_root the_DET_5_det "
        "group_NOUN_3_obj "
        "| names 1-2:ORG",
    )
    assert found == [{"Usud al-Wadi", "the group"}]


def test_people_of_a_headline_are_told_of_again() -> None:
    found = groups_of(
        "Over_ADV_2_advmod 30_NUM_3_nummod militants_NOUN_4_nsubj desert_VERB_0_root",
        "At_ADP_2_case least_ADJ_3_nmod 30_NUM_4_nummod jihadis_NOUN_5_nsubj left_VERB_0_root "
        "~._PUNCT_5_punct",
    )
    assert found == [{"Over 30 militants", "At least 30 jihadis"}]


def test_no_sentences_no_chains() -> None:
    assert resolved() == ((), ())
