import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from allegiance.corpus.mention import Chain, Mention
from allegiance.corpus.relation import Relation
from allegiance.corpus.relations.finding import casts_of
from allegiance.corpus.relations.pairs import Pairs, Steps, allowed, pair_up, related, said, traits
from allegiance.corpus.relations.participants import Roster, enrol
from allegiance.ontology.vocabulary import load
from tests.corpus.casts import broken, mentions_of
from tests.corpus.trees import read

STEPS = Steps({"nsubj": 0, "obj": 1, "obl": 2, "case": 3})
ROW = "Ahrar_PROPN_2_nsubj seized_VERB_0_root Homs_PROPN_2_obj from_ADP_5_case Nusra_PROPN_2_obl"
TYPES = {"Ahrar": "ArmedGroup", "Homs": "Town", "Nusra": "ArmedGroup"}
COLUMNS = {relation: column for column, relation in enumerate(load().relations)}


def paired(row: str = ROW, types: dict[str, str] = TYPES) -> tuple[Roster, Pairs]:
    _, sentences = read(row)
    mentions, chains = mentions_of(sentences, types)
    roster = enrol(sentences, mentions, chains)
    (players,) = casts_of(sentences, roster)
    pairs = pair_up(players, STEPS)
    assert pairs is not None
    return roster, pairs


def test_pairs_are_ordered_and_of_types_that_some_relation_accepts() -> None:
    roster, pairs = paired()
    names = [roster.mentions[m].text for m in range(3)]
    assert pairs is not None
    couples = {(names[a], names[b]) for a, b in pairs.mentions.tolist()}
    assert ("Ahrar", "Nusra") in couples and ("Nusra", "Ahrar") in couples
    assert ("Ahrar", "Homs") in couples
    assert ("Homs", "Ahrar") not in couples, "nothing holds from a place to a group"


def test_the_way_between_two_heads_and_what_hangs_on_it() -> None:
    _, pairs = paired()
    row = [tuple(m) for m in pairs.mentions.tolist()].index((0, 2))
    path = pairs.paths[row].tolist()
    assert pairs.heads[row].tolist() == [0, 4, 1]
    assert path == [
        STEPS.aside("nsubj", 0),
        STEPS.meeting(0),
        0,
        STEPS.aside("case", 1),
        STEPS.aside("obl", 1),
    ]


def test_one_end_may_be_where_the_ways_meet() -> None:
    _, pairs = paired(
        "fighters_NOUN_0_root of_ADP_3_case Nusra_PROPN_1_nmod",
        {"fighters": "ArmedGroup", "Nusra": "ArmedGroup"},
    )
    row = [tuple(m) for m in pairs.mentions.tolist()].index((0, 1))
    assert pairs.paths[row, 0] == STEPS.meeting(1)


def test_steps_are_told_apart() -> None:
    numbers = {
        STEPS.aside(name, side) for name in ("nsubj", "obj", "obl", "case") for side in (0, 1)
    }
    numbers |= {STEPS.aside("never heard of", side) for side in (0, 1)}
    numbers |= {STEPS.meeting(ends) for ends in range(4)} | {STEPS.hung}
    assert len(numbers) == 2 * 5 + 5
    assert max(numbers) < STEPS.size and min(numbers) == 1


def test_what_patterns_say_stands_in_both_directions_of_a_symmetric_relation() -> None:
    roster, pairs = paired()
    relation = Relation(0, "fought", 0, 2, 1, "test")
    matrix = said(pairs, [relation], roster)
    couples = [tuple(m) for m in pairs.mentions.tolist()]
    assert matrix[couples.index((0, 2)), COLUMNS["fought"]] == 1
    assert matrix[couples.index((2, 0)), COLUMNS["fought"]] == 1
    assert matrix.sum() == 2


@pytest.mark.parametrize(
    ("subject", "target", "relation", "expected"),
    [
        ("Person", "ArmedGroup", "leads", True),
        ("ArmedGroup", "Person", "leads", False),
        ("ArmedGroup", "Town", "controls", True),
        ("Town", "Province", "located-in", True),
        ("Town", "ArmedGroup", "controls", False),
    ],
)
def test_the_ontology_says_what_may_hold(
    subject: str, target: str, relation: str, expected: bool
) -> None:
    assert (relation in related(subject, target)) is expected


def test_allowed_is_what_the_ontology_says() -> None:
    roster, pairs = paired()
    may = allowed(pairs, roster)
    row = [tuple(m) for m in pairs.mentions.tolist()].index((0, 1))
    assert may[row, COLUMNS["controls"]]
    assert not may[row, COLUMNS["leads"]]


@given(st.data())
def test_no_tree_is_too_broken(data: st.DataObject) -> None:
    sentence = data.draw(broken())
    mentions = [
        Mention(0, i, i + 1, i, t.start, t.end, t.text, "name", "ArmedGroup")
        for i, t in enumerate(sentence.tokens)
    ]
    chains = [Chain((i,), (), m.type, m.text, (), False) for i, m in enumerate(mentions)]
    roster = enrol([sentence], mentions, chains)
    for players in casts_of([sentence], roster):
        pairs = pair_up(players, STEPS)
        if pairs is not None:
            assert ((pairs.paths >= 0) & (pairs.paths < STEPS.size)).all()
            assert (pairs.traits[:, :2] < traits()).all()
            assert np.isin(pairs.heads, range(len(sentence.tokens))).all()
