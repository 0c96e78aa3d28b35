from dataclasses import replace

import pytest

from allegiance.graph.errors import CountError
from allegiance.graph.knowledge import Knowledge
from allegiance.graph.network import to_network
from allegiance.graph.resolve import resolve
from tests.graph.made import reading


@pytest.fixture(scope="module")
def knowledge() -> Knowledge:
    groups = [("ArmedGroup", ["Rock Battalion"]), ("ArmedGroup", ["Homeland Front"])]
    claims = [(0, "split-from", 1), (0, "fought", 1)]
    return resolve([reading(id, *groups, claims=claims) for id in ("a", "b")])


def test_an_edge_is_a_claim_under_its_id(knowledge: Knowledge) -> None:
    network = to_network(knowledge)

    assert network.number_of_edges() == len(knowledge.claims) == 4
    for claim in knowledge.claims:
        edge = network.edges[claim.subject.id, claim.object.id, claim.id]
        assert edge["quote"] == claim.evidence[0].quote
        assert edge["symmetric"] is (claim.relation == "fought")


def test_a_node_is_an_entity_with_what_is_known_of_it(knowledge: Knowledge) -> None:
    network = to_network(knowledge)

    assert network.nodes["rock-battalion"] == {
        "name": "Rock Battalion",
        "type": "ArmedGroup",
        "aliases": (),
        "unnamed": False,
        "description": None,
        "count": None,
    }


def test_claims_that_share_an_id_fail_loudly(knowledge: Knowledge) -> None:
    twice = replace(knowledge, claims=(knowledge.claims[0], knowledge.claims[0]))

    with pytest.raises(CountError):
        to_network(twice)
