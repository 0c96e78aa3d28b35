import pytest

from allegiance.graph.appearance import Slots
from allegiance.graph.typevote import family, voted_type
from allegiance.ontology.vocabulary import load

ACTOR = frozenset({"Country", "Group", "Person"})
GROUP = frozenset({"Group"})
PLACE = frozenset({"Place"})


@pytest.mark.parametrize(
    ("type_id", "expected"),
    [("Town", "Place"), ("Coalition", "Group"), ("Person", "Person"), ("Entity", "Entity")],
)
def test_families(type_id: str, expected: str) -> None:
    assert family(type_id, load()) == expected


@pytest.mark.parametrize(
    ("votes", "slots", "expected"),
    [
        ({"ArmedGroup": 2, "Coalition": 1}, [], "ArmedGroup"),
        ({"Group": 9, "Coalition": 1}, [], "Coalition"),
        ({"Group": 9}, [GROUP], "Group"),
        ({"Coalition": 1, "ArmedGroup": 1}, [], "ArmedGroup"),
        ({"Town": 3, "Country": 1}, [ACTOR], "Country"),
        ({"Town": 3}, [ACTOR], "Country"),
        ({"Town": 3}, [GROUP], None),
        ({"Entity": 3}, [], "Entity"),
        ({"Entity": 3}, [ACTOR], "Entity"),
        ({"Entity": 3}, [GROUP], "Group"),
        ({"Entity": 3}, [PLACE], "Place"),
        ({"Entity": 3}, [ACTOR, PLACE], "Country"),
        ({"Entity": 3}, [GROUP, PLACE], None),
        ({"Entity": 3, "Person": 1}, [ACTOR], "Person"),
    ],
)
def test_votes_within_what_the_claims_accept(
    votes: dict[str, int], slots: list[frozenset[str]], expected: str | None
) -> None:
    accepted: Slots = frozenset(slots)

    assert voted_type(votes, accepted, load()) == expected
