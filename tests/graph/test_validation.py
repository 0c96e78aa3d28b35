"""Shapes: a sound graph keeps them all, and each notices what it is there for."""

from collections.abc import Callable, Iterable
from unittest import mock

import pytest
from pyoxigraph import Literal, NamedNode, Quad, Store

from allegiance.graph import validation
from allegiance.graph.addresses import Addresses
from allegiance.graph.knowledge import Knowledge
from allegiance.graph.rdf import to_quads
from allegiance.graph.store import GraphStore, in_memory
from allegiance.graph.terms import boolean, decimal, integer, named, text
from allegiance.graph.validation import find_violations, validate_triples
from tests.graph.sample import AID_WORKERS, MARCH_CLAIMS, sample, tiny

PLACES = Addresses()
CLAIM = NamedNode(PLACES.claim(MARCH_CLAIMS[0].id))
PLEDGE = NamedNode(PLACES.claim(MARCH_CLAIMS[1].id))
EVIDENCE = NamedNode(f"{CLAIM.value}#evidence-0")
POSITION = NamedNode(f"{CLAIM.value}#evidence-0-position")
QUOTE = NamedNode(f"{CLAIM.value}#evidence-0-quote")
DOCUMENT = NamedNode(PLACES.document("march.md"))
WORKERS = NamedNode(PLACES.entity(AID_WORKERS.id))
VILLAGE = NamedNode(PLACES.entity("wadi-rihan"))
EAGLES = NamedNode(PLACES.entity("eagles-of-the-valley"))
NOBODY = NamedNode(PLACES.entity("nobody"))
GRAPH = NamedNode(PLACES.entities)
GONE = None

Value = NamedNode | Literal | None


@pytest.mark.parametrize(
    "knowledge", [Knowledge((), (), ()), tiny(), sample()], ids=["empty", "tiny", "sample"]
)
def test_a_sound_graph_keeps_every_shape(knowledge: Knowledge) -> None:
    assert find_violations(in_memory(knowledge)) == ()


def changed(node: NamedNode, predicate: str, value: Value, keep: bool = False) -> list[Quad]:
    """The sample with one property of one node replaced, removed or (``keep``) added to."""
    quads = [
        quad
        for quad in to_quads(sample())
        if keep or (quad.subject, quad.predicate) != (node, named(predicate))
    ]
    return quads if value is None else [*quads, Quad(node, named(predicate), value, GRAPH)]


BROKEN: list[tuple[NamedNode, str, Value, bool, str]] = [
    (CLAIM, "rdf:subject", GONE, False, "one subject"),
    (CLAIM, "rdf:subject", NOBODY, False, "one subject, an entity of the graph"),
    (CLAIM, "rdf:predicate", GONE, False, "one relation"),
    (CLAIM, "rdf:object", EAGLES, True, "one object"),
    (CLAIM, "al:status", GONE, False, "one status"),
    (CLAIM, "al:status", text("asserted"), False, "one status"),
    (CLAIM, "al:status", named("al:denied"), True, "one status"),
    (CLAIM, "prov:wasDerivedFrom", GONE, False, "derived from one document"),
    (CLAIM, "al:evidence", GONE, False, "has evidence"),
    (CLAIM, "al:evidence", DOCUMENT, False, "has evidence"),
    (CLAIM, "dcterms:identifier", GONE, False, "a claim has one id"),
    (CLAIM, "al:subjectMention", text(""), False, "words that stand for its subject"),
    (CLAIM, "al:objectMention", GONE, False, "words that stand for its object"),
    (CLAIM, "al:confidence", decimal(1.01), False, "one confidence, from 0 to 1"),
    (CLAIM, "al:extractor", GONE, False, "names what found it"),
    (CLAIM, "al:count", integer(-1), False, "never below 0"),
    (CLAIM, "al:place", VILLAGE, False, "at most one place, as text"),
    (PLEDGE, "al:attributedTo", GONE, False, "the speaker's name is the words"),
    (PLEDGE, "prov:wasAttributedTo", EAGLES, False, "the speaker of a claim is an agent"),
    (CLAIM, "al:date", text("13 March 2015"), False, "a date is EDTF"),
    (CLAIM, "al:earliest", text("2015-03-13"), False, "the earliest day is a date"),
    (CLAIM, "al:latest", Literal("2015-03-01", datatype=named("xsd:date")), False, "not after"),
    (CLAIM, "al:dateText", text("on Saturday"), True, "at most one text that says when"),
    (CLAIM, "al:dateRule", GONE, False, "names the rule that resolved it"),
    (EVIDENCE, "oa:hasSource", GONE, False, "lies in one document"),
    (EVIDENCE, "oa:hasSelector", POSITION, False, "two selectors"),
    (POSITION, "oa:start", GONE, False, "evidence has one start"),
    (POSITION, "oa:end", GONE, False, "evidence has one end"),
    (POSITION, "oa:start", integer(999), False, "a position starts before it ends"),
    (QUOTE, "oa:exact", text(""), False, "evidence quotes the words"),
    (WORKERS, "rdfs:label", GONE, False, "an entity has one label"),
    (WORKERS, "skos:prefLabel", text("other"), False, "preferred label is its label"),
    (WORKERS, "skos:altLabel", text("two aid workers"), True, "none of its other names"),
    (WORKERS, "dcterms:identifier", GONE, False, "an entity has one id"),
    (WORKERS, "al:kind", GONE, False, "an entity has one kind"),
    (WORKERS, "al:unnamed", text("yes"), False, "unnamed or not"),
    (WORKERS, "al:description", GONE, False, "an unnamed entity has a description"),
    (VILLAGE, "al:unnamed", boolean(True), False, "an unnamed entity has a description"),
    (WORKERS, "al:count", integer(-2), False, "an entity has at most one count"),
    (DOCUMENT, "dcterms:identifier", GONE, False, "a document has one id"),
    (DOCUMENT, "al:sha256", text("ABC"), False, "64 hexadecimal digits"),
    (DOCUMENT, "dcterms:title", text("another"), True, "at most one title"),
    (DOCUMENT, "al:url", text("https://news.example/"), False, "at most one web address"),
    (VILLAGE, "al:leads", EAGLES, False, "leads: its subject is not one of the types"),
    (EAGLES, "al:controls", EAGLES, False, "controls: its object is not one of the types"),
    (VILLAGE, "al:fought", EAGLES, False, "fought: its subject is not one of the types"),
]


@pytest.mark.parametrize(("node", "predicate", "value", "keep", "message"), BROKEN)
def test_a_shape_notices(
    node: NamedNode, predicate: str, value: Value, keep: bool, message: str
) -> None:
    found = list(validate_triples(changed(node, predicate, value, keep)))
    assert message in " | ".join(violation.message for violation in found)


def test_a_violation_names_node_property_and_value() -> None:
    (found,) = validate_triples(changed(CLAIM, "al:count", integer(-1)))
    assert (found.node, found.path, found.value) == (CLAIM.value, named("al:count").value, "-1")


def test_undecided_entities_may_stand_anywhere() -> None:
    quads = [q for q in changed(VILLAGE, "al:kind", text("Entity"))]
    assert not list(validate_triples([*quads, Quad(VILLAGE, named("al:leads"), EAGLES, GRAPH)]))


def in_store(quads: Iterable[Quad]) -> GraphStore:
    store = Store()
    store.extend(quads)
    return GraphStore(store)


@pytest.mark.parametrize(
    "make",
    [
        lambda: to_quads(sample()),
        lambda: changed(CLAIM, "al:status", None),
        lambda: changed(WORKERS, "rdfs:label", None),
        lambda: changed(EAGLES, "al:controls", EAGLES),
    ],
    ids=["sound", "claim", "entity", "edge"],
)
@pytest.mark.parametrize("size", [1, 60, 100_000])
def test_batches_of_any_size_find_the_same(make: Callable[[], Iterable[Quad]], size: int) -> None:
    quads = list(make())
    with mock.patch.object(validation, "BATCH", size):
        found = find_violations(in_store(quads))
    assert found == tuple(sorted(set(validate_triples(quads))))
