"""The shapes: sound SHACL, told in words, and two for each relation."""

import re

import pytest
from pyshacl import validate
from rdflib import RDF, RDFS, SH, Graph, URIRef
from rdflib.collection import Collection

from allegiance.ontology.shapes import load_shapes, relation_shapes
from allegiance.ontology.vocabulary import NAMESPACE, load

SHAPES = Graph().parse(data=load_shapes(), format="turtle")
BASE = "https://w3id.org/allegiance/shapes#"


def kinds(shape: str) -> set[str]:
    property_ = SHAPES.value(URIRef(BASE + shape), SH.property)
    accepted = SHAPES.value(property_, SH["in"])
    assert accepted is not None
    return {str(kind) for kind in Collection(SHAPES, accepted)}


def test_they_are_loaded_once() -> None:
    assert load_shapes() is load_shapes()


def test_they_are_shacl() -> None:
    assert validate(Graph(), shacl_graph=SHAPES, meta_shacl=True)[0]


def test_every_property_at_fault_is_told_in_words() -> None:
    for shape in SHAPES.objects(None, SH.property):
        assert SHAPES.value(shape, SH.message) is not None


def test_every_shape_of_the_file_says_what_it_is_for() -> None:
    edges = {f"{BASE}{r.property}{end}" for r in load().relations.values() for end in ENDS}
    for shape in SHAPES.subjects(RDF.type, SH.NodeShape):
        assert str(shape) in edges or SHAPES.value(shape, RDFS.comment) is not None


ENDS = ("Subject", "Object")


@pytest.mark.parametrize("relation", load().relations)
def test_a_relation_has_a_shape_for_each_end(relation: str) -> None:
    known = load().relations[relation]
    for end, target, accepted in (
        ("Subject", SH.targetSubjectsOf, known.domain),
        ("Object", SH.targetObjectsOf, known.range),
    ):
        shape = f"{known.property}{end}"
        assert SHAPES.value(URIRef(BASE + shape), target) == URIRef(known.iri)
        assert kinds(shape) == {t for t in load().types if load().is_any(t, accepted)}


def test_what_a_union_takes() -> None:
    assert kinds("leadsObject") == {
        *("Entity", "Group", "ArmedGroup", "Coalition", "StateForce", "Government"),
        *("Organisation", "Town", "Province", "Country"),
    }
    assert kinds("leadsSubject") == {"Entity", "Person"}


def test_the_shapes_are_made_from_the_vocabulary_given() -> None:
    found = re.findall(r"shape:(\w+) a sh:NodeShape", relation_shapes(load()))
    assert len(found) == 2 * len(load().relations)
    assert NAMESPACE in relation_shapes(load())
