"""Validation: whether a store keeps the shapes of the ontology.

SHACL over an Oxigraph store takes hours, and over one rdflib graph of everything much memory. So:

1. Graphs are taken in batches of some thousand triples, documents first, entities and edges last.
2. A batch gets the descriptions of what it points at outside of itself.
3. Each batch is validated as an rdflib graph in memory; what two batches find is told once.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cache

from pyoxigraph import Literal, NamedNode, Quad
from pyshacl import validate
from rdflib import SH, Graph, URIRef
from rdflib import Literal as RdflibLiteral

from ..ontology.shapes import load_shapes
from .addresses import Addresses
from .store import GraphStore
from .terms import named

BATCH = 40_000
"""Triples that are validated together."""

_STRING = named("xsd:string")


@dataclass(frozen=True, slots=True, order=True)
class Violation:
    """One shape that one node does not keep."""

    node: str
    path: str
    """The property at fault; empty where it is the whole node."""
    message: str
    value: str


def find_violations(store: GraphStore) -> tuple[Violation, ...]:
    """Every violation in the store, sorted; none where the graph is sound."""
    found: set[Violation] = set()
    for batch in _batches(store):
        found.update(validate_triples([*batch, *_outside(batch, store)]))
    return tuple(sorted(found))


def validate_triples(triples: Iterable[Quad]) -> Iterator[Violation]:
    """The violations in some triples, taken as the whole graph."""
    conforms, report, _ = validate(
        to_rdflib(triples),
        shacl_graph=_shapes(),
        inference="none",
        advanced=False,
        inplace=True,
    )
    if conforms:
        return
    if not isinstance(report, Graph):
        raise RuntimeError(f"the shapes cannot be applied: {report}")
    for result in report.subjects(SH.resultMessage, unique=True):
        yield Violation(
            node=str(report.value(result, SH.focusNode)),
            path=str(report.value(result, SH.resultPath) or ""),
            message=str(report.value(result, SH.resultMessage)),
            value=str(report.value(result, SH.value) or ""),
        )


def to_rdflib(triples: Iterable[Quad]) -> Graph:
    """The triples as an rdflib graph in memory."""
    graph = Graph(bind_namespaces="none")
    for quad in triples:
        subject, predicate, value = quad.subject, quad.predicate, quad.object
        if isinstance(subject, NamedNode) and isinstance(value, NamedNode | Literal):
            graph.add((URIRef(subject.value), URIRef(predicate.value), _to_rdflib(value)))
    return graph


def _to_rdflib(value: NamedNode | Literal) -> URIRef | RdflibLiteral:
    if isinstance(value, NamedNode):
        return URIRef(value.value)
    # rdflib tells plain text from xsd:string; the plain form is the one that files are read as.
    datatype = None if value.datatype == _STRING else URIRef(value.datatype.value)
    return RdflibLiteral(value.value, datatype=datatype, normalize=False)


@cache
def _shapes() -> Graph:
    return Graph().parse(data=load_shapes(), format="turtle")


def _batches(store: GraphStore) -> Iterator[list[Quad]]:
    places = Addresses(store.base)
    last = {NamedNode(iri) for iri in (places.entities, places.asserted, places.reported)}
    batch: list[Quad] = []
    for graph in store.store.named_graphs():
        if graph not in last:
            batch += store.store.quads_for_pattern(None, None, None, graph)
        if len(batch) >= BATCH:
            yield batch
            batch = []
    yield batch
    yield [q for graph in last for q in store.store.quads_for_pattern(None, None, None, graph)]


def _outside(batch: Iterable[Quad], store: GraphStore) -> Iterator[Quad]:
    """The descriptions of all that a batch points at without describing it."""
    batch = list(batch)
    pointed = {quad.object for quad in batch if isinstance(quad.object, NamedNode)}
    for node in pointed - {quad.subject for quad in batch}:
        yield from store.store.quads_for_pattern(node, None, None, None)
