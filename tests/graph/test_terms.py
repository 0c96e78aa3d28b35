"""Terms and literals."""

import pytest
from pyoxigraph import NamedNode, Quad, Store

from allegiance.graph.terms import boolean, decimal, integer, named, text


def test_a_short_name_is_a_term() -> None:
    assert named("al:Claim") == NamedNode("https://w3id.org/allegiance/ns#Claim")
    assert named("al:Claim") is named("al:Claim")


def test_an_unknown_prefix_is_refused() -> None:
    with pytest.raises(KeyError):
        named("nobody:Claim")


@pytest.mark.parametrize(
    "literal",
    [
        decimal(0.9),
        decimal(1.0),
        decimal(0.0),
        decimal(0.25),
        integer(0),
        integer(40),
        boolean(True),
        text(""),
        text("a\r\n\x00"),
    ],
)
def test_the_store_keeps_a_literal_as_it_is_written(literal: object) -> None:
    store, node = Store(), named("al:Claim")
    store.add(Quad(node, node, literal))  # type: ignore[arg-type]

    assert [quad.object for quad in store] == [literal]


def test_half_a_surrogate_pair_becomes_one_mark() -> None:
    assert text("a\ud800b\udfff").value == "a\ufffdb\ufffd"
