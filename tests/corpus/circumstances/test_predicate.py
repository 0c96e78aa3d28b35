import pytest

from allegiance.corpus.circumstances.predicate import by_predicate
from allegiance.corpus.relation import Relation
from allegiance.corpus.relations.weighing import MODEL
from allegiance.corpus.tree import grow
from tests.corpus.mentioned import mention
from tests.corpus.trees import read

ARRESTED = (
    "Hassan_PROPN_4_nsubj:pass Odeh_PROPN_1_flat was_AUX_4_aux:pass arrested_VERB_0_root"
    " in_ADP_6_case Tafas_PROPN_4_obl by_ADP_9_case the_DET_9_det Hawks_PROPN_4_obl:agent"
    " ~._PUNCT_4_punct"
)
CLASHED = (
    "The_DET_2_det Hawks_PROPN_6_nsubj and_CCONJ_5_cc the_DET_5_det Front_PROPN_2_conj"
    " clashed_VERB_0_root near_ADP_8_case Tafas_PROPN_6_obl ~._PUNCT_6_punct"
)
FINISHED = (
    "The_DET_2_det Hawks_PROPN_3_nsubj overran_VERB_0_root the_DET_5_det post_NOUN_3_obj"
    " and_CCONJ_7_cc smothered_VERB_3_conj six_NUM_9_nummod guards_NOUN_7_obj ~._PUNCT_3_punct"
)
MEN = (
    "The_DET_2_det Hawks_PROPN_4_nmod:poss ~'_PART_2_case men_NOUN_5_nsubj fled_VERB_0_root"
    " ~._PUNCT_5_punct"
)


def _trigger(row: str, forms: list[str], relation: Relation) -> tuple[str, bool]:
    document, sentences = read(row)
    mentions, _ = mention(document, sentences, *forms)
    (found,) = by_predicate([relation], mentions, {0: grow(sentences[0])})
    return sentences[0].tokens[found.trigger].text, found.background


@pytest.mark.parametrize(
    ("row", "forms", "relation", "word"),
    [
        (
            ARRESTED,
            ["0:9-9:name:ArmedGroup=Hawks", "0:1-2:name:Person=Odeh"],
            "detained",
            "arrested",
        ),
        (
            CLASHED,
            ["0:2-2:name:ArmedGroup=Hawks", "0:5-5:name:ArmedGroup=Front"],
            "fought",
            "clashed",
        ),
        # No pattern knows the word; it is the verb nearest to the object.
        (
            FINISHED,
            ["0:2-2:name:ArmedGroup=Hawks", "0:8-9:nominal:Person=six"],
            "killed",
            "smothered",
        ),
    ],
)
def test_the_word_that_tells(row: str, forms: list[str], relation: str, word: str) -> None:
    found = Relation(0, relation, 0, 1, 0, MODEL, background=True)
    assert _trigger(row, forms, found) == (word, False)


def test_what_is_said_in_passing_keeps_its_trigger() -> None:
    forms = ["0:4-4:nominal:ArmedGroup=men", "0:2-2:name:ArmedGroup=Hawks"]
    assert _trigger(MEN, forms, Relation(0, "supports", 0, 1, 4, MODEL)) == ("fled", True)


def test_patterns_know_their_trigger() -> None:
    forms = ["0:9-9:name:ArmedGroup=Hawks", "0:1-2:name:Person=Odeh"]
    assert _trigger(ARRESTED, forms, Relation(0, "detained", 0, 1, 5, "made")) == ("Tafas", False)


def test_ends_of_other_sentences_leave_the_trigger() -> None:
    document, sentences = read(CLASHED, CLASHED)
    forms = ["0:2-2:name:ArmedGroup=Hawks", "1:5-5:name:ArmedGroup=Front"]
    mentions, _ = mention(document, sentences, *forms)
    relation = Relation(1, "fought", 0, 1, 0, MODEL)
    trees = {number: grow(sentence) for number, sentence in enumerate(sentences)}
    assert by_predicate([relation], mentions, trees) == (relation,)


def test_who_is_freed_was_held_at_some_other_time() -> None:
    row = (
        "The_DET_2_det Hawks_PROPN_3_nsubj freed_VERB_0_root two_NUM_5_nummod clerks_NOUN_3_obj"
        " on_ADP_7_case Friday_PROPN_3_obl"
    )
    forms = ["0:2-2:name:ArmedGroup=Hawks", "0:4-5:nominal:Person=two clerks"]
    assert _trigger(row, forms, Relation(0, "released", 0, 1, 4, MODEL)) == ("freed", False)
    assert _trigger(row, forms, Relation(0, "detained", 0, 1, 4, MODEL)) == ("clerks", True)


def test_a_clause_about_the_object_tells_what_was_done_to_it() -> None:
    row = (
        "The_DET_2_det Hawks_PROPN_3_nsubj hold_VERB_0_root my_PRON_5_nmod:poss son_NOUN_3_obj"
        " who_PRON_8_nsubj:pass was_AUX_8_aux:pass jailed_VERB_5_acl:relcl in_ADP_10_case"
        " May_PROPN_8_obl"
    )
    forms = ["0:2-2:name:ArmedGroup=Hawks", "0:4-5:nominal:Person=my son"]
    arrested = row.replace("jailed", "arrested").replace("hold", "boast")
    assert _trigger(arrested, forms, Relation(0, "detained", 0, 1, 4, MODEL)) == ("arrested", False)
