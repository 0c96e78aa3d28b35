from allegiance.graph.counts import count
from allegiance.graph.knowledge import Knowledge
from tests.graph.sample import sample


def test_what_a_graph_holds() -> None:
    counts = count(sample())

    assert (counts.documents, counts.dated_documents) == (3, 2)
    assert (counts.entities, counts.unnamed) == (10, 2)
    assert (counts.claims, counts.dated_claims, counts.attributed_claims) == (14, 3, 3)
    assert counts.types == (
        ("Person", 3),
        ("ArmedGroup", 4),
        ("Coalition", 1),
        ("StateForce", 1),
        ("Town", 1),
    )
    assert dict(counts.relations)["member-of"] == 3
    assert counts.statuses == (("asserted", 9), ("denied", 2), ("reported", 2), ("planned", 1))
    assert [(entity.id, number) for entity, number in counts.connected[:2]] == [
        ("eagles-of-the-valley", 11),
        ("homeland-front", 5),
    ]


def test_every_claim_is_counted_once_a_table() -> None:
    counts = count(sample())

    for table in (counts.relations, counts.statuses):
        assert sum(number for _, number in table) == counts.claims


def test_nothing_is_counted_as_nothing() -> None:
    counts = count(Knowledge((), (), ()))

    assert (counts.claims, counts.types, counts.connected) == (0, (), ())
