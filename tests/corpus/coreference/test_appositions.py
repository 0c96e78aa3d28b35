import pytest

from allegiance.corpus.coreference.appositions import link_appositions
from allegiance.corpus.coreference.profile import profiles
from allegiance.corpus.mentions import find_mentions
from allegiance.corpus.naming.lexicon import load_lexicon
from allegiance.corpus.tree import grow
from tests.corpus.trees import read


@pytest.mark.parametrize(
    ("row", "expected"),
    [
        (
            "Karim_PROPN_10_nsubj Haddad_PROPN_1_flat ~,_PUNCT_5_punct a_DET_5_det "
            "spokesman_NOUN_1_appos for_ADP_7_case ISIS_PROPN_5_nmod and_CCONJ_9_cc "
            "cousin_NOUN_7_conj left_VERB_0_root | names 1-2:PER",
            {("a spokesman", "Karim Haddad"), ("cousin", "Karim Haddad")},
        ),
        (
            "the_DET_2_det leader_NOUN_10_obj of_ADP_5_case another_DET_5_det "
            "coalition_NOUN_2_nmod ~,_PUNCT_2_punct Feilaq_PROPN_2_appos al-Nahr_PROPN_7_flat "
            "~,_PUNCT_2_punct left_VERB_0_root | names 7-8:ORG",
            {("Feilaq al-Nahr", "another coalition")},
        ),
        (
            "local_ADJ_2_amod activist_NOUN_3_nmod:desc Karim_PROPN_5_nsubj Haddad_PROPN_3_flat "
            "left_VERB_0_root | names 3-4:PER",
            {("local activist", "Karim Haddad")},
        ),
        (
            "the_DET_4_det Usud_PROPN_4_compound al-Wadi_PROPN_2_flat group_NOUN_5_nsubj "
            "left_VERB_0_root | names 2-3:ORG",
            {("the Usud al-Wadi group", "Usud al-Wadi")},
        ),
        (
            "a_DET_4_det ISIS_PROPN_4_compound armed_ADJ_4_amod group_NOUN_5_nsubj "
            "left_VERB_0_root",
            set(),
        ),
        (
            "an_DET_5_det ISIS_PROPN_4_compound ~-_PUNCT_2_punct ~led_VERB_5_amod "
            "coalition_NOUN_6_nsubj left_VERB_0_root",
            set(),
        ),
        (
            "Usud_PROPN_5_nsubj al-Wadi_PROPN_1_flat is_AUX_5_cop a_DET_5_det militia_NOUN_0_root "
            "| names 1-2:ORG",
            {("a militia", "Usud al-Wadi")},
        ),
        (
            "Usud_PROPN_6_nsubj al-Wadi_PROPN_1_flat is_AUX_6_cop not_PART_6_advmod a_DET_6_det "
            "militia_NOUN_0_root | names 1-2:ORG",
            set(),
        ),
        (
            "Karim_PROPN_3_nsubj Haddad_PROPN_1_flat became_VERB_0_root commander_NOUN_3_xcomp "
            "| names 1-2:PER",
            {("commander", "Karim Haddad")},
        ),
        (
            "a_DET_2_det man_NOUN_0_root named_VERB_2_acl Karim_PROPN_3_obj Haddad_PROPN_4_flat "
            "| names 4-5:PER",
            {("Karim Haddad", "a man")},
        ),
        (
            "the_DET_2_det town_NOUN_0_root of_ADP_4_case Harran_PROPN_2_nmod | names 4-4:LOC",
            {("the town of Harran", "Harran")},
        ),
        (
            "in_ADP_2_case Harran_PROPN_6_obl ~,_PUNCT_5_punct a_DET_5_det town_NOUN_2_dep "
            "fled_VERB_0_root | names 2-2:LOC",
            {("a town", "Harran")},
        ),
        (
            "The_DET_3_det battalion_NOUN_3_compound Usud_PROPN_5_nsubj al-Wadi_PROPN_3_flat "
            "left_VERB_0_root | names 3-4:ORG",
            {("The battalion", "Usud al-Wadi")},
        ),
        (
            "the_DET_2_det capital_NOUN_0_root of_ADP_4_case Chad_PROPN_2_nmod | names 4-4:LOC",
            set(),
        ),
        (
            "Karim_PROPN_8_nsubj Haddad_PROPN_1_flat a_DET_4_det leader_NOUN_8_obj in_ADP_7_case "
            "the_DET_7_det valley_NOUN_4_nmod left_VERB_0_root | names 1-2:PER",
            {("a leader", "Karim Haddad")},
        ),
        (
            "Karim_PROPN_9_nsubj Haddad_PROPN_1_flat ~,_PUNCT_4_punct soldiers_NOUN_1_conj "
            "~,_PUNCT_8_punct and_CCONJ_8_cc a_DET_8_det guard_NOUN_1_conj left_VERB_0_root "
            "| names 1-2:PER",
            set(),
        ),
    ],
)
def test_side_by_side(row: str, expected: set[tuple[str, str]]) -> None:
    document, sentences = read(row)
    lexicon = load_lexicon()
    trees = [grow(s) for s in sentences]
    mentions = find_mentions(sentences, document.text)
    found = link_appositions(
        trees, {0: range(len(mentions))}, mentions, profiles(trees, mentions, lexicon), lexicon
    )
    assert {(mentions[k.mention].text, mentions[k.antecedent].text) for k in found} == expected
