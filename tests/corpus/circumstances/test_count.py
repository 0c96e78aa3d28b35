import pytest

from allegiance.corpus.circumstances.count import find_count
from allegiance.corpus.circumstances.directory import list_mentions
from allegiance.corpus.relation import Relation
from allegiance.corpus.tree import grow
from tests.corpus.mentioned import mention
from tests.corpus.trees import read

ROW = (
    "Thirty_NUM_2_nummod fighters_NOUN_3_nsubj killed_VERB_0_root two_NUM_5_nummod"
    " guards_NOUN_3_obj"
    " ~,_PUNCT_7_punct leaving_VERB_3_advcl three_NUM_9_nummod brigades_NOUN_7_obj"
)
FORMS = (
    "0:1-2:nominal:ArmedGroup=thirty fighters#30",
    "0:4-5:nominal:Person=two guards#2",
    "0:8-9:nominal:ArmedGroup=three brigades#3",
)


@pytest.mark.parametrize(
    ("relation", "subject", "object", "count"),
    [
        ("killed", 0, 1, 2),
        ("detained", 0, 1, 2),
        ("defected-from", 0, 2, 30),
        ("member-of", 0, 2, 30),
        # Brigades are no people, and who is led is not counted.
        ("member-of", 2, 0, None),
        ("leads", 0, 1, None),
    ],
)
def test_whose_number_it_is(relation: str, subject: int, object: int, count: int | None) -> None:
    document, sentences = read(ROW)
    mentions, chains = mention(document, sentences, *FORMS)
    directory = list_mentions(document.text, mentions, chains)
    found = Relation(0, relation, subject, object, 2, "made")
    assert find_count({0: grow(sentences[0])}, found, directory) == count


def test_a_description_has_the_number_of_those_it_stands_for() -> None:
    rows = (
        ROW,
        "The_DET_2_det dissidents_NOUN_3_nsubj left_VERB_0_root the_DET_5_det front_NOUN_3_obj",
    )
    document, sentences = read(*rows)
    forms = (
        *FORMS,
        "1:1-2:nominal:ArmedGroup=thirty fighters",
        "1:4-5:nominal:ArmedGroup=the front",
    )
    mentions, chains = mention(document, sentences, *forms)
    directory = list_mentions(document.text, mentions, chains)
    trees = {number: grow(sentence) for number, sentence in enumerate(sentences)}
    assert find_count(trees, Relation(1, "defected-from", 3, 4, 2, "made"), directory) == 30
