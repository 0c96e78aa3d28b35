"""Direct edges: what claims of all statuses come to."""

from dataclasses import replace

import pytest

from allegiance.corpus.claim import Claim, Status
from allegiance.graph.edges import DirectEdge, direct_edges
from allegiance.ontology.vocabulary import load
from tests.graph.sample import tiny

PLEDGE, FIGHT = tiny().claims


def turned(claim: Claim) -> Claim:
    return replace(claim, subject=claim.object, object=claim.subject)


@pytest.mark.parametrize(
    ("statuses", "asserted", "reported"),
    [
        ([], False, False),
        (["asserted"], True, False),
        (["reported"], False, True),
        (["asserted", "reported"], True, False),
        (["planned"], False, False),
        (["denied"], False, False),
        (["planned", "reported"], False, True),
        (["asserted", "denied"], False, False),
        (["denied", "reported", "asserted"], False, False),
    ],
)
def test_what_statuses_come_to(statuses: list[Status], asserted: bool, reported: bool) -> None:
    found = direct_edges([replace(PLEDGE, status=status) for status in statuses], load())

    assert bool(found.asserted) is asserted
    assert bool(found.reported) is reported


def test_a_directed_relation_has_one_direction() -> None:
    edge = DirectEdge("eagles-of-the-valley", "pledged-to", "islamic-state")
    assert direct_edges([PLEDGE], load()).reported == (edge,)


def test_the_denial_of_the_other_direction_denies_nothing() -> None:
    denial = replace(turned(PLEDGE), status="denied")
    assert len(direct_edges([PLEDGE, denial], load()).reported) == 1


def test_a_symmetric_relation_has_both_directions() -> None:
    ends = "eagles-of-the-valley", "river-police"
    assert direct_edges([FIGHT], load()).asserted == (
        DirectEdge(ends[0], "fought", ends[1]),
        DirectEdge(ends[1], "fought", ends[0]),
    )


def test_a_symmetric_relation_is_denied_from_either_end() -> None:
    denial = replace(turned(FIGHT), status="denied")
    assert direct_edges([FIGHT, denial], load()).asserted == ()


def test_a_symmetric_relation_to_oneself_is_one_edge() -> None:
    assert len(direct_edges([replace(FIGHT, subject=FIGHT.object)], load()).asserted) == 1


def test_an_undeclared_relation_is_no_edge_but_an_error() -> None:
    with pytest.raises(KeyError, match="admires"):
        direct_edges([replace(PLEDGE, relation="admires")], load())
