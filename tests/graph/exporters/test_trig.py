"""TriG: every quad comes back, by two readers."""

import pytest
from pyoxigraph import RdfFormat, parse
from rdflib import Dataset, URIRef

from allegiance.graph.addresses import Addresses
from allegiance.graph.knowledge import Knowledge
from allegiance.graph.rdf import to_quads
from tests.graph.exporters.formats import written
from tests.graph.sample import hostile, sample


@pytest.mark.parametrize("knowledge", [sample(), hostile()], ids=["sample", "hostile"])
def test_pyoxigraph_reads_every_quad(knowledge: Knowledge) -> None:
    found = set(parse(written("trig", knowledge), format=RdfFormat.TRIG))
    assert found == set(to_quads(knowledge))


@pytest.mark.filterwarnings("ignore::DeprecationWarning:rdflib")
def test_rdflib_finds_a_graph_a_document() -> None:
    dataset = Dataset()
    dataset.parse(data=written("trig", sample()), format="trig")
    names = {graph.identifier for graph in dataset.graphs() if len(graph)}

    places = Addresses()
    documents = {places.document(document.id) for document in sample().documents}
    assert names == {
        URIRef(iri) for iri in (*documents, places.entities, places.asserted, places.reported)
    }
