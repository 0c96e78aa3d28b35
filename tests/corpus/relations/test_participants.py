import pytest

from allegiance.corpus.relations.participants import cast, enrol
from allegiance.corpus.relations.pattern import load_patterns
from allegiance.corpus.tree import grow
from tests.corpus.casts import mentions_of
from tests.corpus.trees import read

CASES = {
    "the mention that a token heads": (
        "the_DET_2_det band_NOUN_0_root",
        {"the band": "ArmedGroup"},
        "band",
        ["the band"],
    ),
    "a name before the noun around it": (
        "Boko_PROPN_0_root Haram_PROPN_1_flat",
        {"Boko Haram": "ArmedGroup"},
        "Haram",
        ["Boko Haram"],
    ),
    "through a counting word": (
        "dozens_NOUN_0_root of_ADP_3_case rebels_NOUN_1_nmod",
        {"rebels": "ArmedGroup"},
        "dozens",
        ["rebels"],
    ),
    "from things that act to whose they are": (
        "Hamas_PROPN_2_compound rockets_NOUN_0_root",
        {"Hamas": "ArmedGroup"},
        "rockets",
        ["Hamas"],
    ),
    "from most of a place to the place": (
        "most_NOUN_0_root of_ADP_3_case Ghouta_PROPN_1_nmod",
        {"most of Ghouta": "Place", "Ghouta": "Place"},
        "most",
        ["Ghouta"],
    ),
    "not from a part of a place to the place": (
        "parts_NOUN_0_root of_ADP_3_case Ghouta_PROPN_1_nmod",
        {"parts of Ghouta": "Place", "Ghouta": "Place"},
        "parts",
        ["parts of Ghouta"],
    ),
    "no forces in particular": (
        "joined_VERB_0_root forces_NOUN_1_obj with_ADP_4_case Ahrar_PROPN_1_obl",
        {"forces": "StateForce", "Ahrar": "ArmedGroup"},
        "forces",
        [],
    ),
    "up to the word that counts": (
        "seven_NUM_0_root of_ADP_4_case its_PRON_4_nmod:poss rebels_NOUN_1_nmod",
        {"seven of its rebels": "ArmedGroup"},
        "rebels",
        ["seven of its rebels"],
    ),
    "through the ranks": (
        "ELN_PROPN_3_nmod:poss ~'s_PART_1_case ranks_NOUN_0_root",
        {"ELN": "ArmedGroup", "ELN 's ranks": "Entity"},
        "ranks",
        ["ELN"],
    ),
    "from the town to its name": (
        "town_NOUN_0_root of_ADP_3_case Homs_PROPN_1_nmod",
        {"town of Homs": "Town", "Homs": "Town"},
        "town",
        ["Homs"],
    ),
    "not from the outskirts to the town": (
        "outskirts_NOUN_0_root of_ADP_3_case Homs_PROPN_1_nmod",
        {"outskirts of Homs": "Place", "Homs": "Town"},
        "outskirts",
        ["outskirts of Homs"],
    ),
    "from a description to the name beside it": (
        "its_PRON_2_nmod:poss rival_NOUN_0_root ~,_PUNCT_4_punct ELN_PROPN_2_appos",
        {"its rival": "ArmedGroup", "ELN": "ArmedGroup"},
        "rival",
        ["ELN"],
    ),
    "nobody in particular": (
        "those_PRON_0_root who_PRON_3_nsubj fled_VERB_1_acl:relcl",
        {"those": "Person"},
        "those",
        [],
    ),
}


@pytest.mark.parametrize("case", CASES)
def test_whom_a_token_stands_for(case: str) -> None:
    row, types, word, expected = CASES[case]
    _, sentences = read(row)
    mentions, chains = mentions_of(sentences, types)
    tree = grow(sentences[0])
    players = cast(tree, enrol(sentences, mentions, chains), 0, load_patterns().grammar)
    token = next(i for i, t in enumerate(tree.tokens) if t.text == word)
    found = players.played_by(token, stand_in=False)
    assert [mentions[m].text for m in found] == expected


STAND_INS = {
    "fighters of a group": (
        "ELN_PROPN_2_compound rebels_NOUN_0_root",
        {"ELN": "ArmedGroup", "ELN rebels": "ArmedGroup"},
        ["ELN"],
    ),
    "fighters from two groups": (
        "rebels_NOUN_0_root from_ADP_3_case ELN_PROPN_1_nmod and_CCONJ_5_cc Farc_PROPN_3_conj",
        {"rebels": "ArmedGroup", "ELN": "ArmedGroup", "Farc": "ArmedGroup"},
        ["ELN", "Farc"],
    ),
    "fighters of a nation": (
        "Syrian_ADJ_2_amod rebels_NOUN_0_root",
        {"Syrian": "Country", "Syrian rebels": "ArmedGroup"},
        ["Syrian rebels"],
    ),
    "those who have left": (
        "former_ADJ_3_amod ELN_PROPN_3_compound rebels_NOUN_0_root",
        {"ELN": "ArmedGroup", "former ELN rebels": "ArmedGroup"},
        ["former ELN rebels"],
    ),
    "those whom a clause sets apart": (
        "ELN_PROPN_2_compound rebels_NOUN_0_root who_PRON_4_nsubj fled_VERB_2_acl:relcl",
        {"ELN": "ArmedGroup", "ELN rebels": "ArmedGroup"},
        ["ELN rebels"],
    ),
}


@pytest.mark.parametrize("case", STAND_INS)
def test_who_stands_in_for_fighters(case: str) -> None:
    row, types, expected = STAND_INS[case]
    _, sentences = read(row)
    mentions, chains = mentions_of(sentences, types)
    tree = grow(sentences[0])
    players = cast(tree, enrol(sentences, mentions, chains), 0, load_patterns().grammar)
    token = next(i for i, t in enumerate(tree.tokens) if t.text == "rebels")
    found = players.played_by(token, stand_in=True)
    assert [mentions[m].text for m in found] == expected
