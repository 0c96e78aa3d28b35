"""How patterns and model go together; the model's word is given here, to see what becomes of it."""

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from typing import cast

import numpy as np

from allegiance.corpus.relation import Relation
from allegiance.corpus.relations.finding import casts_of
from allegiance.corpus.relations.model import RelationModel, Verdict
from allegiance.corpus.relations.pairs import Floats, Pairs, Steps
from allegiance.corpus.relations.participants import enrol
from allegiance.corpus.relations.weighing import MODEL, weigh
from allegiance.ontology.vocabulary import load
from tests.corpus.casts import mentions_of
from tests.corpus.trees import read

ROW = "Ahrar_PROPN_2_nsubj fought_VERB_0_root Nusra_PROPN_2_obj near_ADP_5_case Homs_PROPN_2_obl"
TYPES = {"Ahrar": "ArmedGroup", "Nusra": "ArmedGroup", "Homs": "Town"}
COLUMNS = {relation: column for column, relation in enumerate(load().relations)}
FOUGHT = Relation(0, "fought", 0, 1, 1, "clash", confidence=0.9)


@dataclass
class Said:
    """Says what it was given: by subject, relation and object, how likely that is."""

    words: Mapping[tuple[int, str, int], float]
    steps: Steps = field(default_factory=lambda: Steps({}))
    add: float = 0.5
    keep: float = 0.2

    def judge(self, vectors: Floats, pairs: Pairs, said: Floats) -> Verdict:
        likely = np.zeros((len(pairs.mentions), len(COLUMNS)))
        for row, (a, b) in enumerate(pairs.mentions.tolist()):
            for (subject, relation, target), value in self.words.items():
                if (a, b) == (subject, target):
                    likely[row, COLUMNS[relation]] = value
        attention = np.zeros((len(pairs.mentions), len(vectors)), np.float32)
        attention[:, 1] = 1
        return Verdict(likely, attention)


def weighed(
    words: Mapping[tuple[int, str, int], float],
    *found: Relation,
) -> tuple[Relation, ...]:
    _, sentences = read(ROW)
    sentences = tuple(
        replace(s, vectors=np.zeros((len(s.tokens), 384), np.float32)) for s in sentences
    )
    mentions, chains = mentions_of(sentences, TYPES)
    roster = enrol(sentences, mentions, chains)
    model = cast(RelationModel, Said(words))
    return weigh(found, casts_of(sentences, roster), roster, model)


def test_the_model_says_how_sure_a_pattern_is() -> None:
    (relation,) = weighed({(0, "fought", 1): 0.7}, FOUGHT)
    assert relation == replace(FOUGHT, confidence=0.7)


def test_what_is_unlikely_is_dropped() -> None:
    assert weighed({(0, "fought", 1): 0.1}, FOUGHT) == ()


def test_a_symmetric_relation_counts_in_either_order() -> None:
    (relation,) = weighed({(1, "fought", 0): 0.7}, FOUGHT)
    assert (relation.subject, relation.object) == (0, 1)


def test_what_no_pattern_found_is_added_with_its_trigger() -> None:
    (relation,) = weighed({(0, "active-in", 2): 0.6})
    assert (relation.relation, relation.subject, relation.object) == ("active-in", 0, 2)
    assert (relation.trigger, relation.pattern) == (1, MODEL)
    assert not relation.background, "a verb states, it does not describe in passing"


def test_what_is_not_likely_enough_is_not_added() -> None:
    assert weighed({(0, "active-in", 2): 0.4}) == ()


def test_what_the_ontology_forbids_is_never_added() -> None:
    assert weighed({(0, "leads", 1): 0.99}) == ()


def test_without_a_network_the_patterns_stand() -> None:
    _, sentences = read(ROW)
    mentions, chains = mentions_of(sentences, TYPES)
    roster = enrol(sentences, mentions, chains)
    assert weigh([FOUGHT], casts_of(sentences, roster), roster) == (FOUGHT,)
