import pytest

from allegiance.corpus.coreference.clusters import Clusters, clash, compatible
from allegiance.corpus.coreference.profile import profiles
from allegiance.corpus.mentions import find_mentions
from allegiance.corpus.naming.lexicon import load_lexicon
from allegiance.corpus.tree import grow
from tests.corpus.trees import read


def clusters_of(row: str) -> Clusters:
    document, sentences = read(row)
    mentions = find_mentions(sentences, document.text)
    trees = [grow(s) for s in sentences]
    return Clusters(mentions, profiles(trees, mentions, load_lexicon()))


ROW = (
    "nine_NUM_2_nummod rebels_NOUN_6_nsubj and_CCONJ_5_cc ten_NUM_5_nummod fighters_NOUN_2_conj "
    "left_VERB_0_root them_PRON_6_obj"
)


def test_merging_is_recorded_once() -> None:
    clusters = clusters_of(ROW)
    assert clusters.merge(2, 0, "pronoun")
    assert not clusters.merge(0, 2, "pronoun")
    assert [c.mentions for c in clusters.all()] == [[0, 2], [1]]
    assert [(k.mention, k.antecedent, k.rule) for k in clusters.of(0).links] == [(2, 0, "pronoun")]
    assert (clusters.of(2).count, clusters.of(2).type) == (9, "ArmedGroup")


def test_other_numbers_clash() -> None:
    clusters = clusters_of(ROW)
    assert clash(clusters.of(0), clusters.of(1))
    assert not clash(clusters.of(0), clusters.of(2))


@pytest.mark.parametrize(
    ("one", "other", "expected"),
    [
        ("ArmedGroup", "Coalition", True),
        ("ArmedGroup", "StateForce", False),
        ("Entity", "Person", True),
        ("Person", "Group", False),
    ],
)
def test_compatible_types(one: str, other: str, expected: bool) -> None:
    assert compatible(one, other) is expected
