"""Of a mention and another inside it one alone plays a part."""

import pytest

from allegiance.corpus.relation import Relation
from allegiance.corpus.relations.nesting import told_once
from allegiance.corpus.relations.participants import enrol
from tests.corpus.casts import mentions_of
from tests.corpus.trees import read

ROW = (
    "Columns_NOUN_5_nsubj of_ADP_4_case the_DET_4_det Army_PROPN_1_nmod seized_VERB_0_root "
    "two_NUM_7_nummod smugglers_NOUN_5_obj in_ADP_9_case Tal_PROPN_5_obl"
)
TYPES = {
    "Columns of the Army": "StateForce",
    "the Army": "StateForce",
    "two smugglers": "Person",
    "Tal": "Town",
}
OUTER, INNER, SMUGGLERS, TOWN = range(4)


SIDES = (
    "Hawks_PROPN_2_nsubj attacked_VERB_0_root the_DET_4_det town_NOUN_2_obj of_ADP_6_case "
    "Tal_PROPN_4_nmod and_CCONJ_9_cc Lions_PROPN_9_nsubj shelled_VERB_2_conj Tal_PROPN_9_obj"
)


def told(*relations: tuple[str, int, int, float]) -> list[tuple[int, int]]:
    _, sentences = read(ROW)
    roster = enrol(sentences, *mentions_of(sentences, TYPES))
    found = [Relation(0, r, a, b, 4, "model", confidence=c) for r, a, b, c in relations]
    return [(relation.subject, relation.object) for relation in told_once(found, roster)]


@pytest.mark.parametrize(
    ("outer", "inner", "left"), [(0.9, 0.7, OUTER), (0.6, 0.7, INNER), (0.7, 0.7, OUTER)]
)
def test_the_likelier_stays(outer: float, inner: float, left: int) -> None:
    found = told(("detained", OUTER, SMUGGLERS, outer), ("detained", INNER, SMUGGLERS, inner))
    assert found == [(left, SMUGGLERS)]


def test_other_relations_and_other_ends_stay() -> None:
    apart = ("detained", OUTER, SMUGGLERS, 0.9), ("attacked", INNER, SMUGGLERS, 0.7)
    assert len(told(*apart)) == 2
    assert len(told(("attacked", OUTER, SMUGGLERS, 0.9), ("attacked", INNER, TOWN, 0.7))) == 2


def test_a_place_in_a_place_in_a_third_is_told_of_both() -> None:
    both = ("located-in", OUTER, TOWN, 0.9), ("located-in", INNER, TOWN, 0.7)
    assert len(told(*both)) == 2


def test_two_attackers_of_one_town_stay() -> None:
    _, sentences = read(SIDES)
    types = {"Hawks": "ArmedGroup", "Lions": "ArmedGroup", "the town of Tal": "Town"}
    mentions, chains = mentions_of(sentences, {**types, "Tal=the town of Tal": "Town"})
    roster = enrol(sentences, mentions, chains)
    found = [
        Relation(0, "attacked", 0, 2, 1, "model", confidence=0.9),
        Relation(0, "attacked", 1, 3, 8, "model", confidence=0.8),
    ]
    assert len(told_once(found, roster)) == 2
