"""Knowledge as RDF: quads in a fixed order.

1. One graph a document, named by the document's IRI: its metadata and its claims.
2. One graph for all entities.
3. Two graphs of direct triples (``:a al:pledgedTo :b``): ``edges/asserted``, ``edges/reported``.

A claim is an ``al:Claim``, a kind of ``rdf:Statement``; its evidence is a Web Annotation resource
with a position and a quote. There are no blank nodes, so that the same knowledge gives the same
bytes.
"""

from collections.abc import Iterator
from hashlib import sha256

from pyoxigraph import Literal, NamedNode, Quad

from ..corpus.claim import Claim, Evidence
from ..corpus.document import Document
from ..corpus.time import edtf
from ..ontology.vocabulary import UNDECIDED, Vocabulary, load
from .addresses import DEFAULT_BASE, Addresses
from .edges import direct_edges
from .entity import Entity
from .knowledge import Knowledge
from .terms import (
    TYPE,
    address,
    boolean,
    day,
    decimal,
    integer,
    named,
    published,
    text,
)

_Pair = tuple[NamedNode, NamedNode | Literal]
_Description = Iterator[tuple[str, list[_Pair]]]


def to_quads(knowledge: Knowledge, base: str = DEFAULT_BASE) -> Iterator[Quad]:
    """Every quad of the graph; raises BaseError where ``base`` is no base.

    Raises KeyError where a claim's relation is not in the ontology.
    """
    places, vocabulary = Addresses(base), load()
    for document in knowledge.documents:
        graph = NamedNode(places.document(document.id))
        yield from _quads(_describe_document(document, places), graph)
    for claim in knowledge.claims:
        graph = NamedNode(places.document(claim.evidence[0].document))
        yield from _quads(_describe_claim(claim, places, vocabulary), graph)
    entities = NamedNode(places.entities)
    for entity in knowledge.entities:
        yield from _quads(_describe_entity(entity, places, vocabulary), entities)
    yield from _edge_quads(knowledge, places, vocabulary)


def _quads(description: _Description, graph: NamedNode) -> Iterator[Quad]:
    for subject, pairs in description:
        node = NamedNode(subject)
        for predicate, value in pairs:
            yield Quad(node, predicate, value, graph)


def _describe_document(document: Document, places: Addresses) -> _Description:
    pairs: list[_Pair] = [
        (TYPE, named("al:Document")),
        (named("dcterms:identifier"), text(document.id)),
        (named("al:sha256"), text(document.sha256)),
    ]
    if document.title is not None:
        pairs.append((named("dcterms:title"), text(document.title)))
    if document.date is not None:
        pairs.append((named("dcterms:issued"), published(document.date)))
    if document.publisher is not None:
        pairs.append((named("dc:publisher"), text(document.publisher)))
    if document.url is not None:
        pairs.append((named("al:url"), address(document.url)))
    yield places.document(document.id), pairs


def _describe_claim(claim: Claim, places: Addresses, vocabulary: Vocabulary) -> _Description:
    iri, document = places.claim(claim.id), places.document(claim.evidence[0].document)
    pieces = [f"{iri}#evidence-{number}" for number in range(len(claim.evidence))]
    speaker = _speaker(claim, document)
    yield (
        iri,
        [
            (TYPE, named("al:Claim")),
            (TYPE, named("rdf:Statement")),
            (named("dcterms:identifier"), text(claim.id)),
            (named("rdf:subject"), NamedNode(places.entity(claim.subject.id))),
            (named("rdf:predicate"), NamedNode(vocabulary.relations[claim.relation].iri)),
            (named("rdf:object"), NamedNode(places.entity(claim.object.id))),
            (named("al:subjectMention"), text(claim.subject.mention)),
            (named("al:objectMention"), text(claim.object.mention)),
            (named("al:status"), named(f"al:{claim.status}")),
            (named("al:confidence"), decimal(claim.confidence)),
            (named("al:extractor"), text(claim.extractor)),
            (named("prov:wasDerivedFrom"), NamedNode(document)),
            *((named("al:evidence"), NamedNode(piece)) for piece in pieces),
            *_circumstances(claim),
            *([(named("prov:wasAttributedTo"), NamedNode(speaker))] if speaker else []),
        ],
    )
    for piece, evidence in zip(pieces, claim.evidence, strict=True):
        yield from _describe_evidence(piece, evidence, places)
    if speaker and claim.attributed_to is not None:
        name = text(claim.attributed_to)
        agent = named("prov:Agent")
        yield speaker, [(TYPE, agent), (named("foaf:name"), name)]


def _speaker(claim: Claim, document: str) -> str | None:
    """One agent a document and wording: who "a resident" is differs from article to article."""
    if claim.attributed_to is None:
        return None
    words = claim.attributed_to.encode("utf-8", errors="surrogatepass")
    return f"{document}#speaker-{sha256(words).hexdigest()[:12]}"


def _circumstances(claim: Claim) -> Iterator[_Pair]:
    if claim.attributed_to is not None:
        yield named("al:attributedTo"), text(claim.attributed_to)
    if claim.date is not None:
        yield named("al:date"), text(claim.date)
        first, last = edtf.ends(claim.date)
        if first is not None:
            yield named("al:earliest"), day(first.first)
        if last is not None:
            yield named("al:latest"), day(last.last)
    if claim.date_text is not None:
        yield named("al:dateText"), text(claim.date_text)
    if claim.date_rule is not None:
        yield named("al:dateRule"), text(claim.date_rule)
    if claim.place is not None:
        yield named("al:place"), text(claim.place)
    if claim.count is not None:
        yield named("al:count"), integer(claim.count)


def _describe_evidence(iri: str, evidence: Evidence, places: Addresses) -> _Description:
    position, quote = f"{iri}-position", f"{iri}-quote"
    yield (
        iri,
        [
            (TYPE, named("al:Evidence")),
            (TYPE, named("oa:SpecificResource")),
            (named("oa:hasSource"), NamedNode(places.document(evidence.document))),
            (named("oa:hasSelector"), NamedNode(position)),
            (named("oa:hasSelector"), NamedNode(quote)),
        ],
    )
    yield (
        position,
        [
            (TYPE, named("oa:TextPositionSelector")),
            (named("oa:start"), integer(evidence.start)),
            (named("oa:end"), integer(evidence.end)),
        ],
    )
    yield (
        quote,
        [
            (TYPE, named("oa:TextQuoteSelector")),
            (named("oa:exact"), text(evidence.quote)),
        ],
    )


def _describe_entity(entity: Entity, places: Addresses, vocabulary: Vocabulary) -> _Description:
    known = vocabulary.types.get(entity.type, vocabulary.types[UNDECIDED])
    pairs: list[_Pair] = [
        # With all types above it, so that a question for groups finds armed groups unaided.
        *((TYPE, NamedNode(vocabulary.types[t].iri)) for t in _upwards(known.id, vocabulary)),
        (named("al:kind"), text(known.id)),
        (named("dcterms:identifier"), text(entity.id)),
        (named("rdfs:label"), text(entity.name)),
        (named("skos:prefLabel"), text(entity.name)),
        *((named("skos:altLabel"), text(alias)) for alias in entity.aliases),
    ]
    if entity.unnamed:
        pairs.append((named("al:unnamed"), boolean(True)))
    if entity.description is not None:
        pairs.append((named("al:description"), text(entity.description)))
    if entity.count is not None:
        pairs.append((named("al:count"), integer(entity.count)))
    yield places.entity(entity.id), pairs


def _upwards(type_id: str, vocabulary: Vocabulary) -> Iterator[str]:
    current: str | None = type_id
    while current is not None:
        yield current
        current = vocabulary.types[current].parent


def _edge_quads(knowledge: Knowledge, places: Addresses, vocabulary: Vocabulary) -> Iterator[Quad]:
    found = direct_edges(knowledge.claims, vocabulary)
    for graph, edges in ((places.asserted, found.asserted), (places.reported, found.reported)):
        name = NamedNode(graph)
        for edge in edges:
            subject, target = places.entity(edge.subject), places.entity(edge.object)
            relation = NamedNode(vocabulary.relations[edge.relation].iri)
            yield Quad(NamedNode(subject), relation, NamedNode(target), name)
