"""The vocabulary: what the ontology file declares, as code sees it."""

import pytest

from allegiance.ontology.vocabulary import OntologyError, from_turtle, load

# As the design and the published claims format name them: other tools depend on these ids.
RELATIONS = [
    "member-of",
    "pledged-to",
    "defected-from",
    "kidnapped",
    "defected-to",
    "split-from",
    "merged-into",
    "formed",
    "expelled",
    "leads",
    "spokesperson-of",
    "allied-with",
    "supports",
    "fought",
    "attacked",
    "killed",
    "detained",
    "released",
    "controls",
    "withdrew-from",
    "based-in",
    "active-in",
    "kin-of",
    "located-in",
]
TYPES = [
    "Entity",
    "Person",
    "Group",
    "ArmedGroup",
    "Coalition",
    "StateForce",
    "Government",
    "Organisation",
    "Place",
    "Town",
    "Province",
    "Country",
]


def test_relations_and_types_stand_in_the_order_of_the_ontology() -> None:
    assert list(load().relations) == RELATIONS
    assert list(load().types) == TYPES


def test_it_is_loaded_once() -> None:
    assert load() is load()


@pytest.mark.parametrize("relation", RELATIONS)
def test_a_relation_id_is_its_property_hyphenated(relation: str) -> None:
    head, *rest = relation.split("-")
    assert load().relations[relation].property == head + "".join(w.title() for w in rest)


def test_what_starts_and_what_ends_an_allegiance() -> None:
    relations = load().relations.values()
    assert {r.id for r in relations if r.starts} == {
        "member-of",
        "pledged-to",
        "defected-to",
        "merged-into",
    }
    assert {r.id for r in relations if r.ends} == {"defected-from", "split-from", "expelled"}
    assert {r.id for r in relations if r.allegiant == "object"} == {"expelled"}


def test_symmetric_relations_read_the_same_both_ways() -> None:
    symmetric = [r for r in load().relations.values() if r.symmetric]
    assert [r.id for r in symmetric] == ["allied-with", "fought", "kin-of"]
    assert all(r.inverse_label == r.label and r.domain == r.range for r in symmetric)


@pytest.mark.parametrize(
    ("type_id", "ancestor", "expected"),
    [
        ("ArmedGroup", "Group", True),
        ("ArmedGroup", "Entity", True),
        ("Town", "Place", True),
        ("Group", "ArmedGroup", False),
        ("Place", "Group", False),
        ("Weapon", "Entity", False),
    ],
)
def test_is_a(type_id: str, ancestor: str, expected: bool) -> None:
    assert load().is_a(type_id, ancestor) is expected


@pytest.mark.parametrize(
    ("subject", "relation", "target", "expected"),
    [
        ("ArmedGroup", "pledged-to", "Coalition", True),
        ("ArmedGroup", "pledged-to", "Person", True),
        ("Person", "member-of", "Government", True),
        ("StateForce", "killed", "ArmedGroup", True),
        ("Country", "attacked", "Town", True),
        ("Country", "supports", "ArmedGroup", True),
        ("Person", "leads", "Country", True),
        ("Person", "leads", "Province", True),
        ("Group", "leads", "Group", False),
        ("Town", "attacked", "Person", False),
        ("ArmedGroup", "controls", "Person", False),
        ("Person", "kin-of", "ArmedGroup", False),
        ("ArmedGroup", "kidnapped", "Town", False),
        ("Entity", "kin-of", "Person", True),
        ("Entity", "located-in", "Entity", True),
        ("Weapon", "attacked", "Town", False),
    ],
)
def test_accepts(subject: str, relation: str, target: str, expected: bool) -> None:
    assert load().accepts(relation, subject, target) is expected


def test_accepts_refuses_an_unknown_relation() -> None:
    with pytest.raises(KeyError):
        load().accepts("admires", "Person", "Person")


PREFIXES = """
@prefix al: <https://w3id.org/allegiance/ns#> .
@prefix owl: <http://www.w3.org/2002/07/owl#> .
@prefix rdfs: <http://www.w3.org/2000/01/rdf-schema#> .
@prefix skos: <http://www.w3.org/2004/02/skos/core#> .
al:Entity a owl:Class ; al:id "Entity" ; al:order 1 ; rdfs:label "e" ; skos:definition "d" ;
    al:colour "#000000" ; al:shape "dot" .
"""


@pytest.mark.parametrize(
    ("turtle", "message"),
    [
        ('al:x a owl:Class ; al:id "X" .', "ns#x> lacks"),
        (
            'al:Entity rdfs:subClassOf al:A, al:B . al:A al:id "A" . al:B al:id "B" .',
            "more than one parent",
        ),
        (
            'al:r a owl:ObjectProperty ; al:id "r" ; rdfs:label "r" ; skos:definition "d" ;'
            ' al:inverseLabel "i" ; rdfs:domain al:Nobody ; rdfs:range al:Entity .',
            "neither a type nor a union",
        ),
        ('al:Entity al:id "Other" .', "more than once"),
    ],
)
def test_a_faulty_file_is_refused_by_name(turtle: str, message: str) -> None:
    with pytest.raises(OntologyError, match=message):
        from_turtle(PREFIXES + turtle)
