"""The sorted Turtle and TriG writer, read back by other libraries."""

import random

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pyoxigraph import BlankNode, Literal, NamedNode, Quad, RdfFormat, Triple, parse
from rdflib import Graph

from allegiance.graph.addresses import DEFAULT_BASE
from allegiance.graph.terms import named
from allegiance.graph.turtle import trig_lines, turtle_lines

A = NamedNode(f"{DEFAULT_BASE}entity/a")
IS = named("al:leads")


def body(*triples: Triple) -> str:
    """What is written after the prefixes."""
    return "".join(turtle_lines(triples, DEFAULT_BASE)).partition("\n\n")[2]


@pytest.mark.parametrize(
    ("node", "written"),
    [
        (NamedNode(f"{DEFAULT_BASE}entity/b"), "<entity/b>"),
        (NamedNode(f"{DEFAULT_BASE}claim/1#evidence-0"), "<claim/1#evidence-0>"),
        (NamedNode(f"{DEFAULT_BASE}entity/%2E%2E"), "<entity/%2E%2E>"),
        (named("al:Claim"), "al:Claim"),
        (NamedNode(f"{named('al:x').value}/y"), "<https://w3id.org/allegiance/ns#x/y>"),
        (NamedNode("https://w3id.org/allegiance/ns#1"), "<https://w3id.org/allegiance/ns#1>"),
        (NamedNode("https://w3id.org/allegiance/ns#"), "<https://w3id.org/allegiance/ns#>"),
        (NamedNode("https://elsewhere.example/é"), "<https://elsewhere.example/é>"),
        (BlankNode("b"), "_:b"),
        (Literal("plain"), '"plain"'),
        (Literal('a "quote"\\\r\n\t'), '"a \\"quote\\"\\\\\\r\\n\\t"'),
        (Literal("ja", language="de"), '"ja"@de'),
        (Literal("12", datatype=named("xsd:integer")), "12"),
        (Literal("-1", datatype=named("xsd:integer")), "-1"),
        (Literal("twelve", datatype=named("xsd:integer")), '"twelve"^^xsd:integer'),
        (Literal("0.9", datatype=named("xsd:decimal")), "0.9"),
        (Literal("1", datatype=named("xsd:decimal")), '"1"^^xsd:decimal'),
        (Literal("true", datatype=named("xsd:boolean")), "true"),
        (Literal("1", datatype=named("xsd:boolean")), '"1"^^xsd:boolean'),
        (Literal("2014", datatype=named("xsd:gYear")), '"2014"^^xsd:gYear'),
    ],
)
def test_a_term_is_written_short_where_it_can_be(
    node: NamedNode | BlankNode | Literal, written: str
) -> None:
    assert body(Triple(A, IS, node)) == f"<entity/a> al:leads {written} .\n"


def test_predicates_and_objects_are_gathered_and_types_stand_first() -> None:
    triples = [
        Triple(A, named("rdfs:label"), Literal("b")),
        Triple(A, named("rdfs:label"), Literal("a")),
        Triple(A, named("al:count"), Literal("1", datatype=named("xsd:integer"))),
        Triple(A, named("rdf:type"), named("al:Person")),
        Triple(A, named("rdf:type"), named("al:Person")),
    ]
    assert body(*triples) == (
        '<entity/a> a al:Person ;\n    al:count 1 ;\n    rdfs:label "a", "b" .\n'
    )


def test_a_node_stands_before_its_parts() -> None:
    part = NamedNode(f"{A.value}#part")
    found = body(Triple(part, IS, A), Triple(A, IS, part))
    assert found.index("<entity/a> ") < found.index("<entity/a#part> ")


PATHS = st.from_regex(r"(?:[a-z/?.-]|%2E){0,9}(?:#[a-z/?.-]{0,3})?", fullmatch=True)
STARTS = st.sampled_from([DEFAULT_BASE, "http://other.example/", "https://w3id.org/allegiance/ns"])
TERMS = st.builds(lambda start, path: NamedNode(start + path), STARTS, PATHS)
OBJECTS = TERMS | st.builds(Literal, st.text(st.characters(exclude_categories=["Cs"])))
TRIPLES = st.lists(st.builds(Triple, TERMS, TERMS, OBJECTS), max_size=12)


@given(TRIPLES, st.randoms(use_true_random=False))
def test_the_order_given_makes_no_difference(triples: list[Triple], dice: random.Random) -> None:
    shuffled = [*triples, *triples[:2]]
    dice.shuffle(shuffled)
    assert body(*shuffled) == body(*triples)


@given(TRIPLES)
def test_pyoxigraph_reads_back_what_was_written(triples: list[Triple]) -> None:
    turtle = "".join(turtle_lines(triples, DEFAULT_BASE))
    found = {quad.triple for quad in parse(turtle, format=RdfFormat.TURTLE)}
    assert found == set(triples)


@given(st.text(st.characters(exclude_categories=["Cs"])))
def test_rdflib_reads_back_any_text(text: str) -> None:
    turtle = "".join(turtle_lines([Triple(A, IS, Literal(text))], DEFAULT_BASE))
    graph = Graph().parse(data=turtle, format="turtle")
    assert [str(value) for value in graph.objects()] == [text]


def test_a_graph_has_its_name_in_trig() -> None:
    quads = [
        Quad(A, IS, A, NamedNode(f"{DEFAULT_BASE}entities")),
        Quad(A, IS, A, NamedNode(f"{DEFAULT_BASE}edges/asserted")),
    ]
    trig = "".join(trig_lines(quads, DEFAULT_BASE))

    assert trig.index("GRAPH <edges/asserted> {\n") < trig.index("GRAPH <entities> {\n")
    assert set(parse(trig, format=RdfFormat.TRIG)) == set(quads)
