"""The vocabulary linted like code: what is used is declared, and what is declared is explained."""

import re
from collections import Counter
from pathlib import Path

import pytest
import yaml
from rdflib import OWL, RDF, RDFS, SKOS, Graph, URIRef

from allegiance import corpus, graph, ontology
from allegiance.ontology.shapes import load_shapes
from allegiance.ontology.vocabulary import NAMESPACE, RelationType, load

ROOM = Path(ontology.__file__).parent
ONTOLOGY = Graph().parse(ROOM / "allegiance.ttl")
TERMS = sorted(
    subject.removeprefix(NAMESPACE)
    for subject in set(ONTOLOGY.subjects())
    if isinstance(subject, URIRef) and subject != URIRef(NAMESPACE)
)
USED = re.compile(r"(?<![\w/:-])al:(\w+)")


def without_comments(text: str) -> str:
    return "\n".join(line for line in text.splitlines() if not line.lstrip().startswith("#"))


def used_in(path: Path) -> set[str]:
    return set(USED.findall(without_comments(path.read_text(encoding="utf-8"))))


FILES = [ROOM / "allegiance.ttl", ROOM / "shapes.ttl", *sorted((ROOM / "queries").glob("*.rq"))]


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.name)
def test_every_word_used_is_declared(path: Path) -> None:
    assert used_in(path) <= set(TERMS)


def test_every_shape_uses_declared_words() -> None:
    assert set(USED.findall(without_comments(load_shapes()))) <= set(TERMS)


def test_the_code_writes_declared_words() -> None:
    code = "".join(path.read_text("utf-8") for path in Path(graph.__file__).parent.glob("*.py"))
    assert set(re.findall(r'"al:(\w+)"', code)) <= set(TERMS)


def relations_of(value: object) -> set[str]:
    """Whatever stands under a key ``relation`` or ``relations``, however deep."""
    if isinstance(value, list):
        return {relation for item in value for relation in relations_of(item)}
    if not isinstance(value, dict):
        return set()
    found = relations_of(list(value.values()))
    for key in ("relation", "relations"):
        here = value.get(key, [])
        found |= {str(one) for one in (here if isinstance(here, list) else [here])}
    return found


def test_patterns_find_declared_relations_and_every_relation_has_one() -> None:
    path = Path(corpus.__file__).parent / "relations" / "patterns.yml"
    assert relations_of(yaml.safe_load(path.read_text(encoding="utf-8"))) == set(load().relations)


@pytest.mark.parametrize("term", TERMS)
def test_a_term_has_one_label_and_one_definition(term: str) -> None:
    iri = URIRef(NAMESPACE + term)
    (label,) = ONTOLOGY.objects(iri, RDFS.label)
    (definition,) = ONTOLOGY.objects(iri, SKOS.definition)

    assert str(label).strip() == str(label) != ""
    assert str(definition).endswith(".")


def test_labels_are_unique() -> None:
    counts = Counter(str(label).casefold() for label in ONTOLOGY.objects(None, RDFS.label))
    assert [label for label, count in counts.items() if count > 1] == []


@pytest.mark.parametrize("relation", load().relations.values(), ids=lambda relation: relation.id)
def test_a_relation_has_domain_range_and_an_example(relation: RelationType) -> None:
    iri = URIRef(relation.iri)
    assert len(list(ONTOLOGY.objects(iri, RDFS.domain))) == 1
    assert len(list(ONTOLOGY.objects(iri, RDFS.range))) == 1
    assert list(ONTOLOGY.objects(iri, SKOS.example))


@pytest.mark.parametrize("kind", [OWL.ObjectProperty, OWL.DatatypeProperty])
def test_what_a_property_points_at_is_said(kind: URIRef) -> None:
    for iri in ONTOLOGY.subjects(RDF.type, kind):
        assert ONTOLOGY.value(iri, RDFS.range) is not None, iri


def test_it_is_aligned_to_its_neighbours() -> None:
    named = {str(node) for triple in ONTOLOGY for node in triple if isinstance(node, URIRef)}
    for neighbour in (
        "http://www.w3.org/ns/org#",
        "http://www.w3.org/ns/prov#",
        "http://xmlns.com/foaf/0.1/",
        "http://www.w3.org/ns/oa#",
    ):
        assert any(iri.startswith(neighbour) for iri in named), neighbour
