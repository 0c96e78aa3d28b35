"""The entity types and relations of ``allegiance.ttl``, as values that code can ask."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from functools import cache
from pathlib import Path
from types import MappingProxyType

from pyoxigraph import Dataset, Literal, NamedNode, Quad, RdfFormat, parse

NAMESPACE = "https://w3id.org/allegiance/ns#"
"""Every term of the ontology begins with it; the prefix is ``al:``."""

UNDECIDED = "Entity"
"""The root type: what a thing is called whose type the texts leave open."""

_FILE = Path(__file__).with_name("allegiance.ttl")
_RDF = "http://www.w3.org/1999/02/22-rdf-syntax-ns#"
_RDFS = "http://www.w3.org/2000/01/rdf-schema#"
_OWL = "http://www.w3.org/2002/07/owl#"
_SKOS = "http://www.w3.org/2004/02/skos/core#"

_Node = NamedNode | Literal


class OntologyError(ValueError):
    """The ontology file contradicts itself; the message names the term and what it lacks."""


@dataclass(frozen=True, slots=True)
class EntityType:
    """A kind of entity, such as ``ArmedGroup``."""

    id: str
    iri: str
    label: str
    definition: str
    parent: str | None
    """Id of the type above it; None for ``Entity``."""
    colour: str
    """``#rrggbb`` for the page."""
    shape: str
    """A node shape of vis-network: ``dot``, ``square``, ``triangle`` ..."""


@dataclass(frozen=True, slots=True)
class RelationType:
    """A relation, such as ``pledged-to``; it reads from subject to object."""

    id: str
    iri: str
    label: str
    definition: str
    inverse_label: str
    """Read from object to subject; the label itself where the relation is symmetric."""
    domain: frozenset[str]
    range: frozenset[str]
    """Ids of the types, with all below them, that subject and object may have."""
    symmetric: bool
    starts: bool
    """True where a claim begins an allegiance."""
    ends: bool
    """True where a claim ends an allegiance."""
    allegiant: str | None
    """``subject`` or ``object``: whose allegiance starts or ends; the other end is the group."""
    family: str
    """What it has in common with its neighbours: ``belonging``, ``violence`` ..."""
    colour: str
    """``#rrggbb`` for the page."""
    examples: tuple[str, ...] = ()

    @property
    def property(self) -> str:
        """The RDF property's local name: ``pledgedTo``."""
        return self.iri.removeprefix(NAMESPACE)


@dataclass(frozen=True, slots=True)
class Vocabulary:
    """All types and relations, in the order of the ontology."""

    types: Mapping[str, EntityType]
    relations: Mapping[str, RelationType]
    _ancestors: Mapping[str, frozenset[str]] = field(repr=False)

    def is_a(self, type_id: str, ancestor_id: str) -> bool:
        """Whether a type is another one or lies below it; False for unknown ids."""
        return ancestor_id in self._ancestors.get(type_id, frozenset())

    def accepts(self, relation_id: str, subject_type: str, object_type: str) -> bool:
        """Whether the relation may hold between two types; ``Entity`` is accepted everywhere.

        Raises KeyError for a relation that the ontology does not know.
        """
        relation = self.relations[relation_id]
        return self.is_any(subject_type, relation.domain) and self.is_any(
            object_type, relation.range
        )

    def is_any(self, type_id: str, accepted: frozenset[str]) -> bool:
        """Whether a type is undecided, or is one of ``accepted`` or lies below one of them."""
        return type_id == UNDECIDED or not accepted.isdisjoint(
            self._ancestors.get(type_id, frozenset())
        )


@cache
def load() -> Vocabulary:
    """The vocabulary that the package ships; raises OntologyError where the file is faulty."""
    return from_turtle(_FILE.read_text(encoding="utf-8"))


def from_turtle(text: str) -> Vocabulary:
    """The vocabulary that a Turtle text declares; raises OntologyError where it is faulty."""
    terms = _Terms(Dataset(_quads(text)))
    types = {t.id: t for t in sorted(terms.types(), key=lambda t: terms.order(t.iri))}
    relations = {r.id: r for r in sorted(terms.relations(), key=lambda r: terms.order(r.iri))}
    ancestors = {name: _ancestors(name, types) for name in types}
    return Vocabulary(
        MappingProxyType(types), MappingProxyType(relations), MappingProxyType(ancestors)
    )


def _quads(text: str) -> Iterator[Quad]:
    return (Quad(q.subject, q.predicate, q.object) for q in parse(text, format=RdfFormat.TURTLE))


def _ancestors(name: str, types: Mapping[str, EntityType]) -> frozenset[str]:
    found: set[str] = set()
    current: str | None = name
    while current is not None and current not in found:
        found.add(current)
        current = types[current].parent
    return frozenset(found)


class _Terms:
    """Questions to the parsed file, each about one term."""

    def __init__(self, dataset: Dataset) -> None:
        self.dataset = dataset

    def types(self) -> Iterator[EntityType]:
        """Every class with an id."""
        for iri in self._with_id(f"{_OWL}Class"):
            yield EntityType(
                id=self._text(iri, f"{NAMESPACE}id"),
                iri=iri,
                label=self._text(iri, f"{_RDFS}label"),
                definition=self._text(iri, f"{_SKOS}definition"),
                parent=self._parent(iri),
                colour=self._text(iri, f"{NAMESPACE}colour"),
                shape=self._text(iri, f"{NAMESPACE}shape"),
            )

    def relations(self) -> Iterator[RelationType]:
        """Every object property with an id."""
        for iri in self._with_id(f"{_OWL}ObjectProperty"):
            label = self._text(iri, f"{_RDFS}label")
            symmetric = f"{_OWL}SymmetricProperty" in self._iris(iri, f"{_RDF}type")
            inverse = f"{NAMESPACE}inverseLabel"
            yield RelationType(
                id=self._text(iri, f"{NAMESPACE}id"),
                iri=iri,
                label=label,
                definition=self._text(iri, f"{_SKOS}definition"),
                inverse_label=label if symmetric else self._text(iri, inverse),
                domain=self._union(self._iri(iri, f"{_RDFS}domain")),
                range=self._union(self._iri(iri, f"{_RDFS}range")),
                symmetric=symmetric,
                starts=self._optional(iri, f"{NAMESPACE}starts") == "true",
                ends=self._optional(iri, f"{NAMESPACE}ends") == "true",
                allegiant=self._optional(iri, f"{NAMESPACE}allegiant"),
                family=self._iri(iri, f"{NAMESPACE}family").removeprefix(NAMESPACE),
                colour=self._text(iri, f"{NAMESPACE}colour"),
                examples=tuple(sorted(self._texts(iri, f"{_SKOS}example"))),
            )

    def order(self, iri: str) -> tuple[int, str]:
        """Where a term stands among its like."""
        return int(self._text(iri, f"{NAMESPACE}order")), iri

    def _with_id(self, kind: str) -> list[str]:
        ids = self.dataset.quads_for_predicate(NamedNode(f"{NAMESPACE}id"))
        iris = {quad.subject.value for quad in ids if isinstance(quad.subject, NamedNode)}
        return sorted(iri for iri in iris if kind in self._iris(iri, f"{_RDF}type"))

    def _objects(self, subject: str, predicate: str) -> list[_Node]:
        quads = self.dataset.quads_for_subject(NamedNode(subject))
        wanted = NamedNode(predicate)
        found = [quad.object for quad in quads if quad.predicate == wanted]
        return [node for node in found if isinstance(node, NamedNode | Literal)]

    def _iris(self, subject: str, predicate: str) -> set[str]:
        return {n.value for n in self._objects(subject, predicate) if isinstance(n, NamedNode)}

    def _texts(self, subject: str, predicate: str) -> list[str]:
        return [n.value for n in self._objects(subject, predicate) if isinstance(n, Literal)]

    def _optional(self, subject: str, predicate: str) -> str | None:
        found = sorted(self._texts(subject, predicate))
        if len(found) > 1:
            raise OntologyError(f"<{subject}> has <{predicate}> more than once: keep one of them")
        return found[0] if found else None

    def _text(self, subject: str, predicate: str) -> str:
        found = self._optional(subject, predicate)
        if found is None:
            raise OntologyError(f"<{subject}> lacks <{predicate}>: add it to the ontology")
        return found

    def _iri(self, subject: str, predicate: str) -> str:
        found = self._iris(subject, predicate)
        if len(found) != 1:
            raise OntologyError(f"<{subject}> needs exactly one <{predicate}>, not {len(found)}")
        return found.pop()

    def _parent(self, iri: str) -> str | None:
        above = {
            self._optional(parent, f"{NAMESPACE}id")
            for parent in self._iris(iri, f"{_RDFS}subClassOf")
        } - {None}
        if len(above) > 1:
            raise OntologyError(f"<{iri}> has more than one parent type: keep one of them")
        return above.pop() if above else None

    def _union(self, iri: str) -> frozenset[str]:
        """Ids of the types that a class is made of: itself, or its union's members."""
        own = self._optional(iri, f"{NAMESPACE}id")
        if own is not None:
            return frozenset({own})
        heads = [
            q.object
            for q in self.dataset.quads_for_subject(NamedNode(iri))
            if q.predicate == NamedNode(f"{_OWL}unionOf")
        ]
        if len(heads) != 1:
            raise OntologyError(f"<{iri}> is neither a type nor a union of types")
        return frozenset(name for member in self._members(heads[0]) for name in self._union(member))

    def _members(self, head: object) -> Iterator[str]:
        nil = NamedNode(f"{_RDF}nil")
        while head != nil:
            cells = {q.predicate.value: q.object for q in self.dataset.quads_for_subject(head)}  # type: ignore[arg-type]
            member = cells[f"{_RDF}first"]
            if isinstance(member, NamedNode):
                yield member.value
            head = cells[f"{_RDF}rest"]
