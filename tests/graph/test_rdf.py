"""Knowledge as quads: what each statement of the design looks like."""

from collections.abc import Sequence
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pyoxigraph import Literal, NamedNode, Quad

from allegiance.corpus.claim import Claim, Evidence
from allegiance.graph.addresses import DEFAULT_BASE, Addresses, BaseError
from allegiance.graph.entity import Entity
from allegiance.graph.knowledge import Knowledge
from allegiance.graph.rdf import to_quads
from allegiance.graph.terms import named
from tests.graph.sample import (
    AID_WORKERS,
    APRIL_CLAIMS,
    EAGLES,
    HOSTILE,
    MARCH,
    MARCH_CLAIMS,
    SOMEBODY,
    UNDATED,
    hostile,
    knowledge,
    sample,
    tiny,
)

PLACES = Addresses()
PLEDGE = tiny().claims[0]


def about(iri: str, quads: Sequence[Quad]) -> dict[str, set[str]]:
    """What is said of a node: predicates in short form, values as plain text."""
    found: dict[str, set[str]] = {}
    for quad in quads:
        if quad.subject == NamedNode(iri):
            assert isinstance(quad.object, NamedNode | Literal)
            found.setdefault(quad.predicate.value, set()).add(quad.object.value)
    return found


def values(iri: str, predicate: str, quads: Sequence[Quad]) -> set[str]:
    return about(iri, quads).get(named(predicate).value, set())


def quads_of(claim: Claim, base: str = DEFAULT_BASE) -> list[Quad]:
    known = replace(sample(), claims=(claim,))
    return list(to_quads(known, base))


def test_a_claim_is_a_statement_with_both_ends_and_its_relation() -> None:
    quads = list(to_quads(tiny()))
    iri = PLACES.claim(PLEDGE.id)

    assert values(iri, "rdf:type", quads) == {
        named("al:Claim").value,
        named("rdf:Statement").value,
    }
    assert values(iri, "rdf:subject", quads) == {f"{DEFAULT_BASE}entity/eagles-of-the-valley"}
    assert values(iri, "rdf:predicate", quads) == {named("al:pledgedTo").value}
    assert values(iri, "rdf:object", quads) == {f"{DEFAULT_BASE}entity/islamic-state"}
    assert values(iri, "al:status", quads) == {named("al:reported").value}
    assert values(iri, "prov:wasDerivedFrom", quads) == {f"{DEFAULT_BASE}document/tiny.txt"}
    assert values(iri, "al:subjectMention", quads) == {"The Eagles"}
    assert values(iri, "al:confidence", quads) == {"0.9"}
    assert values(iri, "al:extractor", quads) == {"pattern:pledged-to"}


def test_a_speaker_is_words_and_an_agent() -> None:
    quads = list(to_quads(tiny()))
    (speaker,) = values(PLACES.claim(PLEDGE.id), "prov:wasAttributedTo", quads)

    assert values(PLACES.claim(PLEDGE.id), "al:attributedTo", quads) == {"residents"}
    assert speaker.startswith(f"{DEFAULT_BASE}document/tiny.txt#speaker-")
    assert values(speaker, "rdf:type", quads) == {named("prov:Agent").value}
    assert values(speaker, "foaf:name", quads) == {"residents"}


def test_an_asserted_claim_has_no_speaker() -> None:
    quads = list(to_quads(tiny()))
    assert not values(PLACES.claim(tiny().claims[1].id), "prov:wasAttributedTo", quads)


def test_evidence_is_a_web_annotation_resource_with_place_and_words() -> None:
    quads = list(to_quads(tiny()))
    iri = f"{PLACES.claim(PLEDGE.id)}#evidence-0"
    evidence = PLEDGE.evidence[0]

    assert values(PLACES.claim(PLEDGE.id), "al:evidence", quads) == {iri}
    assert named("oa:SpecificResource").value in values(iri, "rdf:type", quads)
    assert values(iri, "oa:hasSource", quads) == {f"{DEFAULT_BASE}document/tiny.txt"}
    assert values(iri, "oa:hasSelector", quads) == {f"{iri}-position", f"{iri}-quote"}
    assert values(f"{iri}-position", "oa:start", quads) == {str(evidence.start)}
    assert values(f"{iri}-position", "oa:end", quads) == {str(evidence.end)}
    assert values(f"{iri}-quote", "oa:exact", quads) == {evidence.quote}


def test_several_pieces_of_evidence_are_numbered() -> None:
    first = PLEDGE.evidence[0]
    quads = quads_of(replace(PLEDGE, evidence=(first, Evidence(MARCH.id, 0, 3, "Gun"))))
    iri = PLACES.claim(PLEDGE.id)

    assert values(iri, "al:evidence", quads) == {f"{iri}#evidence-0", f"{iri}#evidence-1"}
    assert values(f"{iri}#evidence-1", "oa:hasSource", quads) == {PLACES.document(MARCH.id)}


@pytest.mark.parametrize(
    ("date", "earliest", "latest"),
    [
        ("2014-12-13", "2014-12-13", "2014-12-13"),
        ("2014-02", "2014-02-01", "2014-02-28"),
        ("2016~", "2016-01-01", "2016-12-31"),
        ("2014-12-13/2015-01", "2014-12-13", "2015-01-31"),
        ("../2014", None, "2014-12-31"),
        ("2014/..", "2014-01-01", None),
    ],
)
def test_a_partial_date_has_its_first_and_last_day(
    date: str, earliest: str | None, latest: str | None
) -> None:
    quads = quads_of(replace(PLEDGE, date=date, date_text="then", date_rule="some-rule"))
    iri = PLACES.claim(PLEDGE.id)

    assert values(iri, "al:date", quads) == {date}
    assert values(iri, "al:earliest", quads) == ({earliest} if earliest else set())
    assert values(iri, "al:latest", quads) == ({latest} if latest else set())
    assert values(iri, "al:dateText", quads) == {"then"}
    assert values(iri, "al:dateRule", quads) == {"some-rule"}


def test_words_that_were_not_resolved_stay_words() -> None:
    quads = quads_of(replace(PLEDGE, date=None, date_text="on Thursday", date_rule=None))
    found = about(PLACES.claim(PLEDGE.id), quads)

    assert found[named("al:dateText").value] == {"on Thursday"}
    assert not {named(f"al:{name}").value for name in ("date", "earliest", "latest")} & set(found)


def test_place_and_count_stand_where_they_are_known() -> None:
    kidnapping = MARCH_CLAIMS[0]
    quads = quads_of(kidnapping)

    assert values(PLACES.claim(kidnapping.id), "al:place", quads) == {"Wadi Rihan"}
    assert values(PLACES.claim(kidnapping.id), "al:count", quads) == {"2"}
    assert not values(PLACES.claim(PLEDGE.id), "al:count", list(to_quads(tiny())))


def test_a_document_is_described_and_its_claims_stand_in_its_graph() -> None:
    quads = list(to_quads(sample()))
    iri = PLACES.document("march.md")
    inside = {str(quad.subject) for quad in quads if quad.graph_name == NamedNode(iri)}

    assert values(iri, "dcterms:title", quads) == {"Two aid workers taken"}
    assert values(iri, "dc:publisher", quads) == {"Valley Courier"}
    assert values(iri, "al:url", quads) == {"https://news.example/2015/march"}
    assert values(iri, "al:sha256", quads) == {MARCH.sha256}
    assert {f"<{PLACES.claim(claim.id)}>" for claim in MARCH_CLAIMS} <= inside
    assert not {f"<{PLACES.claim(claim.id)}>" for claim in APRIL_CLAIMS} & inside


@pytest.mark.parametrize(
    ("date", "datatype"),
    [
        ("2015-03-16", "xsd:date"),
        ("2015-03", "xsd:gYearMonth"),
        ("2015", "xsd:gYear"),
        ("2015~", "xsd:string"),
        ("2015-02-30", "xsd:string"),
        ("Monday", "xsd:string"),
    ],
)
def test_a_publication_date_keeps_its_precision(date: str, datatype: str) -> None:
    quads = to_quads(knowledge([replace(UNDATED, date=date)], []))
    (issued,) = [quad.object for quad in quads if quad.predicate == named("dcterms:issued")]

    assert issued == Literal(date, datatype=named(datatype))


def test_an_entity_is_of_its_type_and_all_above_it() -> None:
    quads = list(to_quads(sample()))
    iri = PLACES.entity(EAGLES.id)

    types = {"al:ArmedGroup", "al:Group", "al:Entity"}
    assert values(iri, "rdf:type", quads) == {named(one).value for one in types}
    assert values(iri, "al:kind", quads) == {"ArmedGroup"}
    assert values(iri, "rdfs:label", quads) == {"Eagles of the Valley"}
    assert values(iri, "skos:prefLabel", quads) == {"Eagles of the Valley"}
    assert values(iri, "skos:altLabel", quads) == {"Nusur al-Wadi", "the Eagles"}
    assert values(iri, "dcterms:identifier", quads) == {"eagles-of-the-valley"}
    assert not values(iri, "al:unnamed", quads)


def test_an_unnamed_entity_says_so() -> None:
    quads = list(to_quads(sample()))
    iri = PLACES.entity(AID_WORKERS.id)

    assert values(iri, "al:unnamed", quads) == {"true"}
    assert values(iri, "al:description", quads) == {"two aid workers"}
    assert values(iri, "al:count", quads) == {"2"}


@pytest.mark.parametrize("type_id", ["Entity", "Dragon"])
def test_an_undecided_or_unknown_type_is_entity(type_id: str) -> None:
    quads = list(to_quads(Knowledge((), (replace(SOMEBODY, type=type_id),), ())))

    assert values(PLACES.entity("x"), "rdf:type", quads) == {named("al:Entity").value}
    assert values(PLACES.entity("x"), "al:kind", quads) == {"Entity"}


def direct(quads: Sequence[Quad], graph: str) -> set[tuple[str, str, str]]:
    start = f"{DEFAULT_BASE}entity/"
    return {
        (q.subject.value.removeprefix(start), q.predicate.value, q.object.value.removeprefix(start))
        for q in quads
        if q.graph_name == NamedNode(graph)
        and isinstance(q.subject, NamedNode)
        and isinstance(q.object, NamedNode)
    }


def test_direct_triples_stand_in_two_graphs() -> None:
    quads = list(to_quads(sample()))
    asserted, reported = (direct(quads, g) for g in (PLACES.asserted, PLACES.reported))

    fought, kin = named("al:fought").value, named("al:kinOf").value
    assert ("river-police", fought, "eagles-of-the-valley") in asserted
    assert ("eagles-of-the-valley", fought, "river-police") in asserted
    assert ("abu-salim", kin, "karim-haddad") in asserted
    pledge = ("eagles-of-the-valley", named("al:pledgedTo").value, "islamic-state")
    assert reported == {pledge}
    assert not {named("al:memberOf").value, named("al:mergedInto").value} & {
        predicate for _, predicate, _ in asserted | reported
    }


def test_no_triple_stands_in_two_graphs() -> None:
    triples = [(q.subject, q.predicate, q.object) for q in to_quads(sample())]
    assert len(triples) == len(set(triples))


def test_another_base_moves_all_but_the_terms() -> None:
    quads = list(to_quads(sample(), "https://graph.example/"))
    nodes = {str(node) for quad in quads for node in (quad.subject, quad.graph_name)}
    assert all(node.startswith("<https://graph.example/") for node in nodes)


def test_a_bad_base_is_refused() -> None:
    with pytest.raises(BaseError):
        list(to_quads(tiny(), "nowhere"))


def test_hostile_text_stays_text() -> None:
    quads = list(to_quads(hostile()))
    cleaned = HOSTILE.replace("\ud800", "\ufffd")
    attack = hostile().claims[0]

    assert values(PLACES.claim(attack.id), "al:attributedTo", quads) == {cleaned}
    assert values(PLACES.entity(HOSTILE), "rdfs:label", quads) == {cleaned}
    assert values(PLACES.document(hostile().documents[0].id), "dcterms:title", quads) == {cleaned}


def test_there_are_no_blank_nodes() -> None:
    for quad in [*to_quads(sample()), *to_quads(hostile())]:
        assert isinstance(quad.subject, NamedNode)
        assert isinstance(quad.object, NamedNode | Literal)


@given(st.text(st.characters(exclude_categories=()), min_size=1))
def test_any_name_makes_a_graph(name: str) -> None:
    entity = Entity(name, name, "ArmedGroup", aliases=(f"{name}!",), description=name)
    quads = list(to_quads(Knowledge((), (entity,), ())))

    (label,) = values(PLACES.entity(name), "rdfs:label", quads)
    assert len(label) == len(name)
