from hypothesis import given, settings
from hypothesis import strategies as st

from allegiance.graph.figure import Edge
from allegiance.graph.placement import place

NAMES = [f"n{number}" for number in range(12)]
PAIRS = st.lists(st.tuples(st.sampled_from(NAMES), st.sampled_from(NAMES)), max_size=25)


def lines(pairs: list[tuple[str, str]]) -> list[Edge]:
    return [Edge(one, other, "fought", "asserted", (0,)) for one, other in pairs]


@given(PAIRS)
@settings(max_examples=25, deadline=None)
def test_everybody_has_a_spot_of_their_own_whatever_the_order(
    pairs: list[tuple[str, str]],
) -> None:
    widths = dict.fromkeys(NAMES, 80.0)

    spots = place(NAMES, lines(pairs), widths)

    assert spots.keys() == set(NAMES)
    assert len(set(spots.values())) == len(NAMES)
    assert spots == place(reversed(NAMES), lines(pairs[::-1]), widths)


def test_nobody_needs_no_place() -> None:
    assert place([], [], {}) == {}


def test_a_component_beyond_the_core_stands_in_rings() -> None:
    names = ["hub", *(f"f{number}" for number in range(620))]
    star = [Edge(name, "hub", "member-of", "asserted", (0,)) for name in names[1:]]

    spots = place(names, star, {})

    assert spots.keys() == set(names)
