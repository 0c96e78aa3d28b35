"""graph.ttl: the golden file, and the same graph to independent readers."""

from pathlib import Path

import pytest
from pyoxigraph import RdfFormat, Triple, parse
from rdflib import RDF, RDFS, Graph, Literal, URIRef

from allegiance.graph.addresses import Addresses
from allegiance.graph.exporters.turtle import write_turtle
from allegiance.graph.knowledge import Knowledge
from allegiance.graph.rdf import to_quads
from allegiance.ontology.vocabulary import NAMESPACE
from tests.graph.exporters.formats import written
from tests.graph.sample import HOSTILE, hostile, sample, tiny

GOLDEN = Path(__file__).parent.parent / "golden" / "tiny.ttl"


def test_a_tiny_graph_is_the_golden_file() -> None:
    assert written("turtle", tiny()).decode() == GOLDEN.read_text(encoding="utf-8")


@pytest.mark.parametrize("knowledge", [tiny(), sample(), hostile()], ids=["t", "s", "hostile"])
def test_it_is_the_union_of_all_graphs(knowledge: Knowledge) -> None:
    union = {quad.triple for quad in to_quads(knowledge)}
    turtle = written("turtle", knowledge)

    assert {quad.triple for quad in parse(turtle, format=RdfFormat.TURTLE)} == union
    assert len(Graph().parse(data=turtle, format="turtle")) == len(union)


def test_rdflib_finds_what_was_said() -> None:
    graph = Graph().parse(data=written("turtle", sample()), format="turtle")
    (pledge,) = graph.subjects(RDF.predicate, URIRef(f"{NAMESPACE}pledgedTo"))
    receiver = graph.value(pledge, RDF.object)

    assert graph.value(pledge, URIRef(f"{NAMESPACE}attributedTo")) == Literal("residents")
    assert graph.value(receiver, RDFS.label) == Literal("Islamic State")


def test_rdflib_reads_hostile_ids_and_text() -> None:
    graph = Graph().parse(data=written("turtle", hostile()), format="turtle")
    entity = URIRef(Addresses().entity(HOSTILE))

    assert str(graph.value(entity, RDFS.label)) == HOSTILE.replace("\ud800", "\ufffd")
    assert (URIRef(Addresses().entity("..")), RDF.type, URIRef(f"{NAMESPACE}Entity")) in graph


def test_another_base_is_declared_and_used() -> None:
    base = "https://graph.example/x/"
    turtle = written("turtle", tiny(), base).decode()

    assert turtle.startswith(f"@base <{base}> .\n")
    found: set[Triple] = {quad.triple for quad in parse(turtle, format=RdfFormat.TURTLE)}
    assert found == {quad.triple for quad in to_quads(tiny(), base)}


def test_a_file_is_written_whole_or_not_at_all(tmp_path: Path) -> None:
    path = tmp_path / "graph.ttl"
    path.write_text("old")
    with pytest.raises(AttributeError):
        write_turtle(None, path)  # type: ignore[arg-type]
    assert path.read_text() == "old"

    write_turtle(tiny(), path)
    assert path.read_bytes() == GOLDEN.read_bytes()
    assert list(tmp_path.iterdir()) == [path]
