import pytest

from allegiance.corpus.circumstances.directory import list_mentions
from allegiance.corpus.circumstances.place import find_place
from allegiance.corpus.relation import Relation
from allegiance.corpus.tree import grow
from tests.corpus.mentioned import mention
from tests.corpus.trees import read


def place(
    row: str, forms: list[str], word: str, relation: str = "killed", ends: tuple[int, int] = (0, 1)
) -> str | None:
    """The place of a relation between the first two mentions or others, set off by ``word``."""
    document, sentences = read(row)
    mentions, chains = mention(document, sentences, *forms)
    tree = grow(sentences[0])
    trigger = next(i for i, token in enumerate(tree.tokens) if token.text == word)
    found = Relation(0, relation, *ends, trigger, "made")
    return find_place(tree, found, list_mentions(document.text, mentions, chains))


ENDS = ["0:1-1:name:ArmedGroup=ISIS", "0:3-4:nominal:Person=two men"]
CASES = [
    # Neither the speaker's place, nor that of what is coordinated, nor of a habit beside it.
    (
        "ISIS_PROPN_2_nsubj shot_VERB_10_ccomp two_NUM_4_nummod men/man_NOUN_2_obj ~,_PUNCT_2_punct"
        " guards_NOUN_10_nsubj in_ADP_8_case Manbij_PROPN_6_nmod who_PRON_10_nsubj"
        " said_VERB_0_root",
        "0:8-8:name:Town=Manbij",
        "shot",
        None,
    ),
    (
        "ISIS_PROPN_6_nsubj shot_VERB_6_xcomp two_NUM_4_nummod men/man_NOUN_2_obj and_CCONJ_6_cc"
        " operates_VERB_0_root in_ADP_8_case Manbij_PROPN_6_obl and_CCONJ_10_cc"
        " refuses_VERB_6_conj to_PART_12_mark attack_VERB_10_xcomp",
        "0:8-8:name:Town=Manbij",
        "attack",
        None,
    ),
    # On the trigger.
    (
        "ISIS_PROPN_2_nsubj shot_VERB_0_root two_NUM_4_nummod men/man_NOUN_2_obj in_ADP_6_case"
        " Manbij_PROPN_2_obl",
        "0:6-6:name:Town=Manbij",
        "shot",
        "Manbij",
    ),
    # Misplaced on the object.
    (
        "ISIS_PROPN_2_nsubj shot_VERB_0_root two_NUM_4_nummod men/man_NOUN_2_obj near_ADP_6_case"
        " Manbij_PROPN_4_nmod",
        "0:6-6:name:Town=Manbij",
        "shot",
        "Manbij",
    ),
    # The name that another noun introduces.
    (
        "ISIS_PROPN_2_nsubj shot_VERB_0_root two_NUM_4_nummod men/man_NOUN_2_obj in_ADP_7_case"
        " the_DET_7_det"
        " city_NOUN_2_obl of_ADP_9_case Manbij_PROPN_7_nmod",
        "0:9-9:name:Town=Manbij",
        "shot",
        "Manbij",
    ),
    # On a verb that is coordinated, or that governs.
    (
        "ISIS_PROPN_2_nsubj caught_VERB_0_root two_NUM_4_nummod men/man_NOUN_2_obj in_ADP_6_case"
        " Manbij_PROPN_2_obl and_CCONJ_8_cc shot_VERB_2_conj them_PRON_8_obj",
        "0:6-6:name:Town=Manbij",
        "shot",
        "Manbij",
    ),
    # Somewhere inside the clause.
    (
        "ISIS_PROPN_2_nsubj shot_VERB_0_root two_NUM_4_nummod men/man_NOUN_2_obj for_SCONJ_6_mark"
        " fighting_VERB_2_advcl it_PRON_6_obj in_ADP_9_case Manbij_PROPN_6_obl",
        "0:9-9:name:Town=Manbij",
        "shot",
        "Manbij",
    ),
    # Right behind the trigger, hung elsewhere.
    (
        "ISIS_PROPN_2_nsubj shot_VERB_0_root two_NUM_4_nummod men/man_NOUN_2_obj in_ADP_7_case"
        " Manbij_PROPN_7_compound today_NOUN_2_advmod",
        "0:6-6:name:Town=Manbij",
        "shot",
        "Manbij",
    ),
    # What "where" stands for.
    (
        "ISIS_PROPN_2_nsubj lost_VERB_0_root two_NUM_4_nummod men/man_NOUN_2_obj in_ADP_6_case"
        " Manbij_PROPN_2_obl ~,_PUNCT_9_punct where_ADV_9_advmod fighting_VERB_6_acl:relcl"
        " in_ADP_11_case Syria_PROPN_9_obl",
        "0:6-6:name:Town=Manbij",
        "fighting",
        "Manbij",
    ),
    # No place of the event: another clause, another preposition. A place may have no name.
    (
        "ISIS_PROPN_2_nsubj shot_VERB_0_root two_NUM_4_nummod men/man_NOUN_2_obj who_PRON_6_nsubj"
        " lived_VERB_4_acl:relcl in_ADP_8_case Manbij_PROPN_6_obl",
        "0:8-8:name:Town=Manbij",
        "shot",
        None,
    ),
    (
        "ISIS_PROPN_2_nsubj shot_VERB_0_root two_NUM_4_nummod men/man_NOUN_2_obj from_ADP_6_case"
        " Manbij_PROPN_4_nmod",
        "0:6-6:name:Town=Manbij",
        "shot",
        None,
    ),
    (
        "ISIS_PROPN_2_nsubj shot_VERB_0_root two_NUM_4_nummod men/man_NOUN_2_obj in_ADP_7_case"
        " a_DET_7_det"
        " town_NOUN_2_obl",
        "0:6-7:nominal:Town=a town",
        "shot",
        "a town",
    ),
]


@pytest.mark.parametrize(("row", "form", "word", "name"), CASES)
def test_where_it_happened(row: str, form: str, word: str, name: str | None) -> None:
    assert place(row, [*ENDS, form], word) == name


def test_the_place_of_an_end_is_not_told_twice() -> None:
    row = (
        "ISIS_PROPN_2_nsubj operates_VERB_0_root in_ADP_4_case Manbij_PROPN_2_obl near_ADP_6_case"
        " Aleppo_PROPN_2_obl"
    )
    forms = ["0:1-1:name:ArmedGroup=ISIS", "0:4-4:name:Town=Manbij", "0:6-6:name:Town=Aleppo"]
    assert place(row, forms, "operates", "active-in") is None
    assert place(row, forms, "operates", "attacked") is None


def test_who_attacks_a_place_kills_there() -> None:
    row = (
        "The_DET_2_det Hawks_PROPN_3_nsubj stormed_VERB_0_root the_DET_5_det barracks_NOUN_3_obj"
        " and_CCONJ_7_cc killed_VERB_3_conj six_NUM_9_nummod guards_NOUN_7_obj ~._PUNCT_3_punct"
    )
    ends = ["0:2-2:name:ArmedGroup=Hawks", "0:8-9:nominal:Person=six guards"]
    forms = [*ends, "0:4-5:nominal:Place=the barracks"]
    assert place(row, forms, "killed", ends=(0, 2)) == "the barracks"
    assert place(row, forms, "killed", "released", (0, 2)) is None


def test_a_raid_kills_where_it_is() -> None:
    row = (
        "A_DET_2_det raid_NOUN_5_nsubj in_ADP_4_case Tafas_PROPN_2_nmod killed_VERB_0_root"
        " nine_NUM_7_nummod fighters_NOUN_5_obj by_ADP_9_case Hawks_PROPN_5_obl ~._PUNCT_5_punct"
    )
    ends = ["0:9-9:name:ArmedGroup=Hawks", "0:6-7:nominal:ArmedGroup=nine fighters"]
    assert place(row, [*ends, "0:4-4:name:Town=Tafas"], "killed", ends=(2, 1)) == "Tafas"


def test_one_is_driven_out_of_a_place() -> None:
    row = (
        "The_DET_2_det Hawks_PROPN_3_nsubj drove_VERB_0_root the_DET_5_det Front_PROPN_3_obj"
        " out_ADP_8_case of_ADP_8_case Tafas_PROPN_3_obl ~._PUNCT_3_punct"
    )
    ends = ["0:2-2:name:ArmedGroup=Hawks", "0:5-5:name:ArmedGroup=Front"]
    assert place(row, [*ends, "0:8-8:name:Town=Tafas"], "drove", "expelled") == "Tafas"


def test_coordinated_objects_are_no_places_of_each_other() -> None:
    row = (
        "ISIS_PROPN_2_nsubj fired_VERB_0_root at_ADP_4_case Manbij_PROPN_2_obl and_CCONJ_6_cc"
        " Qara_PROPN_4_conj"
    )
    isis, first, second = (
        "0:1-1:name:ArmedGroup=ISIS",
        "0:4-4:name:Town=Manbij",
        "0:6-6:name:Town=Qara",
    )
    assert place(row, [isis, first, second], "fired", "attacked") is None


def test_a_place_with_a_name_in_it() -> None:
    row = (
        "ISIS_PROPN_2_nsubj shot_VERB_0_root two_NUM_4_nummod men/man_NOUN_2_obj in_ADP_7_case"
        " Aleppo_PROPN_7_compound suburbs_NOUN_2_obl"
    )
    assert place(row, [*ENDS, "0:6-7:nominal:Place=aleppo suburbs"], "shot") == "aleppo suburbs"
