from allegiance.graph.figure import Edge, count_claims, gather_edges, largest, neighbourhood
from tests.graph.sample import sample

SYMMETRIC = frozenset({"fought", "kin-of", "allied-with"})


def edges() -> tuple[Edge, ...]:
    return gather_edges(sample().claims, SYMMETRIC)


def test_every_claim_stands_in_one_edge() -> None:
    gathered = [index for edge in edges() for index in edge.claims]

    assert sorted(gathered) == list(range(len(sample().claims)))


def test_statuses_of_one_relation_are_edges_of_their_own() -> None:
    between = [
        (edge.relation, edge.status)
        for edge in edges()
        if (edge.subject, edge.object) == ("eagles-of-the-valley", "homeland-front")
    ]

    assert between == [
        ("member-of", "denied"),
        ("member-of", "reported"),
        ("merged-into", "planned"),
    ]


def test_parallel_edges_bend_apart() -> None:
    bends = [
        edge.bend
        for edge in edges()
        if {edge.subject, edge.object} == {"eagles-of-the-valley", "homeland-front"}
    ]

    assert sorted(bends) == [-1, 0, 1]


def test_a_symmetric_relation_has_one_direction() -> None:
    fight = next(edge for edge in edges() if edge.relation == "fought")

    assert (fight.subject, fight.object) == ("eagles-of-the-valley", "river-police")


def test_claims_are_counted_by_entity() -> None:
    counts = count_claims(sample().claims)

    assert counts["eagles-of-the-valley"] == 11
    assert counts["karim-haddad"] == 2


def test_the_neighbourhood_grows_by_hops() -> None:
    assert neighbourhood(edges(), "rock-battalion", 1) == {"rock-battalion", "homeland-front"}
    assert "karim-haddad" in neighbourhood(edges(), "rock-battalion", 2)
    assert "abu-salim" not in neighbourhood(edges(), "rock-battalion", 2) - {"abu-salim"}


def test_the_largest_come_with_their_nearest() -> None:
    chosen = largest(edges(), size=3)

    assert len(chosen) == 3
    assert "homeland-front" in chosen
