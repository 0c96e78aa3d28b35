"""N-Quads: a quad a line, sorted."""

import pytest
from pyoxigraph import RdfFormat, parse

from allegiance.graph.knowledge import Knowledge
from allegiance.graph.rdf import to_quads
from tests.graph.exporters.formats import written
from tests.graph.sample import hostile, sample


@pytest.mark.parametrize("knowledge", [sample(), hostile()], ids=["sample", "hostile"])
def test_every_quad_is_a_line(knowledge: Knowledge) -> None:
    lines = written("nquads", knowledge).decode().split("\n")[:-1]

    assert lines == sorted(lines)
    assert len(lines) == len(set(to_quads(knowledge)))
    found = set(parse(written("nquads", knowledge), format=RdfFormat.N_QUADS))
    assert found == set(to_quads(knowledge))
